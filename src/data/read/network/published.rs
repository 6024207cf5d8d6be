//! `data/network/published.toml`: journeys as others publish them, to be set against the routes.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use crate::model::id::Id;
use crate::model::line::{Mode, Status};
use crate::model::network::Vessel;

const FILE: &str = "data/network/published.toml";

/// The lower and the upper figure printed; equal for a single one.
pub type Figures = Option<[f64; 2]>;

/// A journey with the figures that its source prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// Its id.
    pub id: Id,
    /// Where it begins.
    pub from: Id,
    /// Where it ends.
    pub to: Id,
    /// Places on the way, in order.
    pub via: Vec<Id>,
    /// Modes that it takes; empty for any.
    pub modes: Vec<Mode>,
    /// Places that it avoids.
    pub closed: Vec<Id>,
    /// Statuses of what it uses; empty for what is in service.
    pub statuses: Vec<Status>,
    /// The class of ship.
    pub vessel: Option<Vessel>,
    /// The month of departure.
    pub month: Option<u8>,
    /// Kilometres.
    pub km: Figures,
    /// Days.
    pub days: Figures,
    /// US dollars a unit.
    pub usd: Figures,
    /// The unit: `teu`, `tonne` or `feu`.
    pub per: Option<String>,
    /// The year of the figures, where the source tells it.
    pub year: Option<i64>,
    /// `observed`, `planned`, `study`, `advertised` or `official`.
    pub kind: String,
    /// Where it stands.
    pub source: Id,
    /// What the figure includes, in English.
    pub cargo_note: Option<String>,
    /// Why a computed route may differ, in English.
    pub reason: Option<String>,
}

/// All of them, in the order of the file.
pub(super) fn read(desk: &Desk<'_>) -> Vec<Published> {
    let entries = desk.entries(Thing::Published, |file| file == FILE);
    entries.iter().filter_map(|entry| published(desk, entry)).collect()
}

fn published<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Published> {
    let id = desk.define(Thing::Published, entry);
    let from = desk.reference(entry, "from", Thing::Place);
    let to = desk.reference(entry, "to", Thing::Place);
    let via = desk.references(entry, "via", Thing::Place);
    let closed = desk.references(entry, "closed", Thing::Place);
    let modes = entry.choices("modes", &Mode::ALL, Mode::name);
    let statuses = entry.choices("statuses", &Status::ALL, Status::name);
    let vessel = match entry.raw("vessel") {
        Some(_) => Some(entry.choice("vessel", &Vessel::ALL, Vessel::name)?),
        None => None,
    };
    let month = match entry.raw("month") {
        Some(_) => Some(u8::try_from(entry.whole_in("month", [1.0, 12.0], None)?).ok()?),
        None => None,
    };
    let (km, days, usd) = (figures(entry, "km"), figures(entry, "days"), figures(entry, "usd"));
    if km.is_none() && days.is_none() && usd.is_none() {
        entry.log.report(entry.spot, "a journey prints `km`, `days` or `usd`", None);
    }
    let per = words(entry, "per", &["teu", "tonne", "feu"]);
    let year = match entry.raw("year") {
        Some(_) => Some(entry.whole_in("year", [1990.0, 2100.0], None)?),
        None => None,
    };
    let kind = words(entry, "kind", &["observed", "planned", "study", "advertised", "official"]);
    let source = desk.reference(entry, "source", Thing::Source);
    let text = |key| Some(entry.optional_text(key)?.map(|text| text.value.to_owned()));
    let (cargo_note, reason) = (text("cargo_note"), text("reason"));
    entry.finish();
    Some(Published {
        id: id?,
        from: from?,
        to: to?,
        via,
        modes,
        closed,
        statuses,
        vessel,
        month,
        km,
        days,
        usd,
        per,
        year,
        kind: kind?,
        source: source?,
        cargo_note: cargo_note?,
        reason: reason?,
    })
}

fn words(entry: &Entry<'_>, key: &'static str, all: &[&str]) -> Option<String> {
    let text = entry.optional_text(key)??;
    if !all.contains(&text.value) {
        entry.log.report(
            text.spot,
            format!("`{}` is none of {}", text.value, all.join(", ")),
            None,
        );
    }
    Some(text.value.to_owned())
}

/// A number, or a list of two.
fn figures(entry: &Entry<'_>, key: &'static str) -> Figures {
    let raw = entry.raw(key)?;
    let numbers: Vec<f64> = match raw.value.as_array() {
        Some(_) => entry.list(key)?.iter().filter_map(|item| entry.as_number(item)).collect(),
        None => entry.as_number(&raw).into_iter().collect(),
    };
    match numbers[..] {
        [one] => Some([one, one]),
        [low, high] if low <= high => Some([low, high]),
        _ => {
            entry.log.report(raw.spot, "write one figure, or a lower and an upper one", None);
            None
        }
    }
}
