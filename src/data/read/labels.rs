//! `data/labels.toml`: names of areas.

use super::desk::Desk;
use super::entry::Entry;
use super::lines::point;
use super::text::Style;
use crate::model::label::{AreaClass, AreaLabel};

/// All labels of areas, in the order of the file.
pub(super) fn read(desk: &Desk<'_>) -> Vec<AreaLabel> {
    let Some(file) = desk.file("data/labels.toml") else { return Vec::new() };
    let labels = file.tables("label").iter().filter_map(|entry| label(desk, entry)).collect();
    file.finish();
    labels
}

fn label<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<AreaLabel> {
    let class = entry.choice("class", &AreaClass::ALL, AreaClass::name);
    let names = entry.names("names", Style::Name);
    let country = match entry.optional_text("country") {
        None => None,
        Some(None) => Some(None),
        Some(Some(text)) => desk.country(text).map(Some),
    };
    let of_country = matches!(
        class,
        Some(AreaClass::CountryStrong | AreaClass::Country | AreaClass::CountrySmall)
    );
    match (&country, entry.raw("country")) {
        (Some(None), _) if of_country => entry.missing("country"),
        (_, Some(raw)) if class.is_some() && !of_country => {
            entry.log.report(raw.spot, "only labels of countries have a `country`", None);
        }
        _ => {}
    }
    let listed = entry.list("at").unwrap_or_default();
    if listed.is_empty() {
        entry.log.report(entry.spot, "`at` gives no point", "as at = [[62.33, 25.11]]");
    }
    let at: Vec<_> = listed.iter().filter_map(|raw| point(entry, raw)).collect();
    let min_zoom = entry.number_in("min_zoom", [0.0, 22.0], None);
    entry.finish();
    Some(AreaLabel {
        class: class?,
        names: names?,
        country: country?,
        at,
        min_zoom: min_zoom? as f32,
    })
}
