//! `data/places.toml`: points.

use super::desk::{Desk, Thing};
use super::entry::{At, Entry};
use super::facts;
use super::iso3166;
use super::text::Style;
use crate::geo::LonLat;
use crate::model::place::{Place, PlaceKind};

/// All places, in the order of the file.
pub(super) fn read(desk: &Desk<'_>) -> Vec<Place> {
    desk.entries(Thing::Place, |file| file == "data/places.toml")
        .iter()
        .filter_map(|entry| place(desk, entry))
        .collect()
}

fn place<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Place> {
    let id = desk.define(Thing::Place, entry);
    let kind = entry.choice("kind", &PlaceKind::ALL, PlaceKind::name);
    if let (Some(kind), Some(raw)) = (kind, entry.raw("kind")) {
        desk.need(format!("kind.{}", kind.name()), raw.spot);
        desk.need(format!("key.place.{}", kind.name()), raw.spot);
    }
    let names = entry.names("names", Style::Name);
    let lon = entry.number_in("lon", [-180.0, 180.0], None);
    let lat = entry.number_in("lat", [-90.0, 90.0], None);
    let at = lon.zip(lat).and_then(|(lon, lat)| LonLat::new(lon, lat));
    let country = country(desk, entry, kind);
    if let (Some(Some(country)), Some(at), Some(spot)) =
        (&country, at, entry.raw("lon").map(|raw| raw.spot))
        && kind != Some(PlaceKind::Chokepoint)
    {
        desk.check_inside(at, country, spot);
    }
    if let (Some(id), Some(at)) = (&id, at) {
        desk.positions.borrow_mut().insert(id.clone(), at);
    }
    let position = desk.optional_reference(entry, "position", Thing::Source);
    let unlocode = entry.optional_text("unlocode");
    if let Some(Some(code)) = unlocode {
        let disputed = at.is_some_and(|at| desk.is_disputed(at));
        check_unlocode(entry, code, country.as_ref().and_then(Option::as_deref), disputed);
    }
    let rank = entry.whole_in("rank", [1.0, 3.0], None);
    let facts = facts::facts(desk, entry);
    entry.finish();
    Some(Place {
        id: id?,
        kind: kind?,
        names: names?,
        country: country?,
        at: at?,
        position: position?,
        unlocode: unlocode?.map(|code| code.value.to_owned()),
        rank: rank? as u8,
        facts,
    })
}

fn country<'a>(
    desk: &Desk<'a>,
    entry: &Entry<'a>,
    kind: Option<PlaceKind>,
) -> Option<Option<String>> {
    match entry.optional_text("country")? {
        Some(text) => {
            desk.need(format!("country.{}", text.value), text.spot);
            desk.country(text).map(Some)
        }
        // Straits belong to nobody; lines at sea meet outside all countries.
        None if matches!(kind, None | Some(PlaceKind::Chokepoint | PlaceKind::Junction)) => {
            Some(None)
        }
        None => {
            entry.log.report(
                entry.spot,
                "`country` is missing",
                "only chokepoints and junctions at sea have none",
            );
            None
        }
    }
}

fn check_unlocode(entry: &Entry<'_>, code: At<'_, &str>, country: Option<&str>, disputed: bool) {
    let bytes = code.value.as_bytes();
    let formed = bytes.len() == 5
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..].iter().all(|byte| byte.is_ascii_uppercase() || (b'2'..=b'9').contains(byte));
    if !formed {
        let message = format!("`{}` is no UN/LOCODE", code.value);
        entry.log.report(
            code.spot,
            message,
            "two letters of the country, then three letters or digits 2 to 9: PKGWD",
        );
        return;
    }
    if let Some(two) = country.and_then(iso3166::alpha2)
        && !disputed
        && !code.value.starts_with(two)
    {
        let message = format!("the UN/LOCODE `{}` is of another country", code.value);
        entry.log.report(code.spot, message, &*format!("codes of this country begin with {two}"));
    }
}
