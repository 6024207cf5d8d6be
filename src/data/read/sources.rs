//! `data/sources/*.toml`: texts read.

use super::desk::{Desk, Thing, order};
use super::entry::Entry;
use crate::model::source::{Source, SourceKind};

/// Begins the names of files whose sources only the network rests on. They come with it.
const NETWORK: &str = "data/sources/network-";

/// The sources of published journeys; of these only those come along that the network cites too.
const PUBLISHED: &str = "data/sources/network-published.toml";

/// All sources but those of the network, by file and then in the order of the files.
pub(super) fn read(desk: &Desk<'_>) -> Vec<Source> {
    of(desk, |file| file.starts_with("data/sources/") && !file.starts_with(NETWORK))
}

/// The sources of the network alone.
pub(super) fn of_network(desk: &Desk<'_>) -> Vec<Source> {
    of(desk, |file| file.starts_with(NETWORK) && file != PUBLISHED)
}

/// The sources of published journeys alone.
pub(super) fn of_published(desk: &Desk<'_>) -> Vec<Source> {
    of(desk, |file| file == PUBLISHED)
}

fn of(desk: &Desk<'_>, belongs: impl Fn(&str) -> bool) -> Vec<Source> {
    desk.entries(Thing::Source, belongs).iter().filter_map(|entry| source(desk, entry)).collect()
}

fn source<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Source> {
    let id = desk.define(Thing::Source, entry);
    if let (Some(id), Some(raw)) = (&id, entry.raw("id"))
        && id.as_str().split('-').any(|part| part == "recall")
    {
        super::report_recall(entry.log, raw.spot);
    }
    let title = entry.text("title");
    let publisher = entry.optional_text("publisher");
    let date = entry.optional_date("date");
    let url = entry.optional_text("url");
    let seen = entry.optional_date("seen");
    let kind = entry.choice("kind", &SourceKind::ALL, SourceKind::name);
    if let (Some(kind), Some(raw)) = (kind, entry.raw("kind")) {
        desk.need(format!("source_kind.{}", kind.name()), raw.spot);
    }
    entry.finish();
    if let (Some(id), Some(kind)) = (&id, kind) {
        desk.source_kinds.borrow_mut().insert(id.clone(), kind);
    }
    if let Some(Some(url)) = url {
        if !is_web_address(url.value) {
            let message = format!("`{}` is no web address", url.value);
            entry.log.report(url.spot, message, "write https://host/path, without spaces");
        }
        if entry.raw("seen").is_none() {
            entry.log.report(
                url.spot,
                "a source with an address needs `seen`",
                "the day on which the copy was read, as 2026-11-23",
            );
        }
    }
    if let (Some(Some(date)), Some(Some(seen))) = (date, seen)
        && order(seen.value, date.value).is_lt()
    {
        let message = format!("seen on {}, before it was published on {}", seen.value, date.value);
        entry.log.report(seen.spot, message, None);
    }
    Some(Source {
        id: id?,
        title: title?.value.to_owned(),
        publisher: publisher?.map(|text| text.value.to_owned()),
        date: date?.map(|date| date.value),
        url: url?.map(|text| text.value.to_owned()),
        seen: seen?.map(|date| date.value),
        kind: kind?,
    })
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let dotted = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        dotted && !text.contains(char::is_whitespace)
    })
}
