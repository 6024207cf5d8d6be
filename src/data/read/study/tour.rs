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
    let select = entry.optional_text("select").and_then(|text| match text {
        None => Some(None),
        Some(text) => {
            desk.first_of(&[Thing::Place, Thing::Project, Thing::Waterway], text).map(Some)
        }
    });
    let view = entry.inner("view").and_then(|view| {
        let zoom = view.number_in("zoom", [1.0, 9.0], None);
        let lat = view.number_in("lat", [-45.0, 84.0], None);
        let lon = view.number_in("lon", [-35.0, 160.0], None);
        view.finish();
        Some([zoom?, lat?, lon?])
    });
    entry.finish();
    if claims.is_empty() {
        entry.log.report(entry.spot, "a step of the tour shows at least one claim", "add `claims`");
    }
    Some(Step {
        id: id?,
        title: title?,
        text: text?,
        doubt: doubt?,
        claims,
        select: select?,
        view: view?,
    })
}
