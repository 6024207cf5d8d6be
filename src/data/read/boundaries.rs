//! `data/boundaries.toml`: disputed stretches of border. The basemap draws them; here they are
//! checked, and their boxes say where the country of a place is left open.

use super::desk::{Desk, Thing};
use super::diagnostic::Spot;
use super::entry::{At, Entry};
use super::text::Style;
use crate::model::basemap::{BorderStyle, BoundaryView};

/// Areas of the map that ISO 3166-1 does not list, by the name of the map's source.
const AREAS_WITHOUT_CODE: [&str; 5] =
    ["Cyprus U.N. Buffer Zone", "Kosovo", "N. Cyprus", "Siachen Glacier", "Somaliland"];

/// Checks the file and hands its boxes to the desk.
pub(super) fn read(desk: &Desk<'_>) {
    for entry in desk.entries(Thing::Stretch, |file| file == "data/boundaries.toml") {
        stretch(desk, &entry);
    }
}

fn stretch<'a>(desk: &Desk<'a>, entry: &Entry<'a>) {
    desk.define(Thing::Stretch, entry);
    entry.names("note", Style::Prose);
    entry.text("basis");
    for text in countries(entry) {
        if !AREAS_WITHOUT_CODE.contains(&text.value) {
            desk.country(text);
        }
    }
    // The course of a claim that no country's edge follows; `cargo xtask basemap` draws it.
    entry.list("admin1");
    entry.list("path");
    for raw in entry.list("boxes").unwrap_or_default() {
        let sides: Vec<f64> = raw
            .value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|side| entry.as_number(&At { value: side.get_ref(), spot: raw.spot }))
            .collect();
        match sides[..] {
            [west, south, east, north] if west < east && south < north => {
                desk.disputed.borrow_mut().push([west, south, east, north]);
            }
            _ => {
                let hint = "as [73.0, 32.5, 79.0, 36.0], west under east, south under north";
                entry.log.report(raw.spot, "a box is west, south, east, north", hint);
            }
        }
    }
    if entry.required("styles").is_some()
        && let Some(styles) = entry.inner("styles")
    {
        const ALL: [BorderStyle; 3] =
            [BorderStyle::Solid, BorderStyle::Dashed, BorderStyle::Hidden];
        for view in BoundaryView::ALL {
            styles.choice(view.name(), &ALL, |style| match style {
                BorderStyle::Solid => "solid",
                BorderStyle::Dashed => "dashed",
                BorderStyle::Hidden => "hidden",
            });
        }
        styles.finish();
    }
    entry.finish();
}

/// The countries of `between`: two codes, or several pairs of them.
fn countries<'a>(entry: &Entry<'a>) -> Vec<At<'a, &'a str>> {
    let mut codes = Vec::new();
    for raw in entry.list("between").unwrap_or_default() {
        match (raw.value.as_str(), raw.value.as_array()) {
            (Some(value), _) => codes.push(At { value, spot: raw.spot }),
            (_, Some(pair))
                if pair.len() == 2 && pair.iter().all(|code| code.get_ref().is_str()) =>
            {
                codes.extend(pair.iter().filter_map(|code| {
                    let spot = Spot { document: raw.spot.document, offset: code.span().start };
                    Some(At { value: code.get_ref().as_str()?, spot })
                }));
            }
            _ => entry.log.report(
                raw.spot,
                "`between` lists two countries, or pairs of countries",
                "as [\"IND\", \"PAK\"]",
            ),
        }
    }
    codes
}
