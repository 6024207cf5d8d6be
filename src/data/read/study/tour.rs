//! `data/study/tour.toml`: the guided tour.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use super::super::text::Style;
use super::claim_ids;
use crate::i18n::Names;
use crate::model::study::Step;

/// The steps, in the order of the file.
pub(super) fn read(desk: &Desk<'_>, claims: usize) -> Vec<Step<Names>> {
    desk.entries(Thing::Step, |file| file == "data/study/tour.toml")
        .iter()
        .filter_map(|entry| step(desk, entry, claims))
        .collect()
}

fn step<'a>(desk: &Desk<'a>, entry: &Entry<'a>, claims: usize) -> Option<Step<Names>> {
    let id = desk.define(Thing::Step, entry);
    let [title, text, doubt] = ["title", "text", "doubt"].map(|key| entry.names(key, Style::Prose));
    let claims = claim_ids(entry, "claims", claims);
    let kinds = [Thing::Place, Thing::Project, Thing::Waterway];
    let marks = entry.texts("marks").into_iter().filter_map(|text| desk.first_of(&kinds, text));
    let marks: Vec<_> = marks.collect();
    entry.finish();
    if claims.is_empty() {
        entry.log.report(entry.spot, "a step of the tour shows at least one claim", "add `claims`");
    }
    if marks.is_empty() {
        entry.log.report(entry.spot, "a step of the tour marks at least one thing", "add `marks`");
    }
    Some(Step { id: id?, title: title?, text: text?, doubt: doubt?, claims, marks })
}
