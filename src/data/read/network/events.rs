//! `data/network/events.toml`: dated events that touch routes, and what a reader may suppose.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use super::super::text::Style;
use crate::model::line::{Mode, Status};
use crate::model::network::{Notice, Scenario};

const FILE: &str = "data/network/events.toml";

/// Notices and scenarios, in the order of the file.
pub(super) fn read(desk: &Desk<'_>) -> (Vec<Notice>, Vec<Scenario>) {
    let Some(file) = desk.file(FILE) else { return (Vec::new(), Vec::new()) };
    let notices = file.tables("notice").iter().filter_map(|entry| notice(desk, entry)).collect();
    let scenarios =
        file.tables("scenario").iter().filter_map(|entry| scenario(desk, entry)).collect();
    file.finish();
    (notices, scenarios)
}

fn notice<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Notice> {
    let id = desk.define(Thing::Notice, entry);
    let touches = desk.references(entry, "touches", Thing::Place);
    let modes = entry.choices("modes", &Mode::ALL, Mode::name);
    let from = desk.past_date(entry, "from");
    let to = entry.optional_date("to");
    let text = entry.names("text", Style::Prose);
    let sources = desk.references(entry, "sources", Thing::Source);
    entry.finish();
    if touches.is_empty() || sources.is_empty() {
        entry.log.report(entry.spot, "a notice touches places and has sources", None);
    }
    let to = to?.map(|date| date.value);
    Some(Notice { id: id?, touches, modes, from: from?, to, text: text?, sources })
}

fn scenario<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Scenario> {
    let id = desk.define(Thing::Scenario, entry);
    let names = entry.names("names", Style::Prose);
    let text = entry.names("text", Style::Prose);
    let mut closed = Vec::new();
    for name in entry.texts("closed") {
        let country = name.value.len() == 3 && name.value.bytes().all(|b| b.is_ascii_uppercase());
        closed.extend(match country {
            true => desk.country(name),
            false => desk.refer(Thing::Place, name).map(|id| id.to_string()),
        });
    }
    let statuses = entry.choices("statuses", &Status::ALL, Status::name);
    let month = match entry.raw("month") {
        Some(_) => Some(u8::try_from(entry.whole_in("month", [1.0, 12.0], None)?).ok()?),
        None => None,
    };
    let sources = desk.references(entry, "sources", Thing::Source);
    entry.finish();
    Some(Scenario { id: id?, names: names?, text: text?, closed, statuses, month, sources })
}
