//! Routes as text: durations, prices, what stands in the way.

use crate::i18n::{Arg, Catalogs, Lang, number};
use crate::model::atlas::Atlas;
use crate::model::fact::Value;
use crate::model::id::Id;
use crate::model::network::{Assumption, Network};
use crate::network::{Block, Blocked, Range, Route};
use crate::units::Unit;

/// Below so many hours a duration is told in hours.
const IN_HOURS: f64 = 48.0;
/// Below so many days a duration has tenths.
const IN_TENTHS: f64 = 10.0;

/// A duration: hours below two days, else days.
pub fn duration(catalogs: &Catalogs, lang: Lang, hours: f64) -> String {
    match hours < IN_HOURS {
        true => super::quantity(catalogs, lang, &Value::One(hours.round()), Unit::Hours),
        false => super::quantity(catalogs, lang, &Value::One(days(hours)), Unit::Days),
    }
}

/// From low to high, in days, or in hours where even the high end is below two days.
pub fn durations(catalogs: &Catalogs, lang: Lang, range: Range) -> String {
    let (low, high, unit) = match range.high < IN_HOURS {
        true => (range.low.round(), range.high.round(), Unit::Hours),
        false => (days(range.low), days(range.high), Unit::Days),
    };
    let value = if low == high { Value::One(low) } else { Value::Range(low, high) };
    super::quantity(catalogs, lang, &value, unit)
}

fn days(hours: f64) -> f64 {
    let days = hours / 24.0;
    if days < IN_TENTHS { (days * 10.0).round() / 10.0 } else { days.round() }
}

/// Dollars, to the nearest ten from a thousand on.
pub fn money(catalogs: &Catalogs, lang: Lang, usd: f64) -> String {
    catalogs.fill(lang, "money.usd", &[("n", Arg::Word(&digits(lang, usd)))])
}

/// From low to high in dollars.
pub fn moneys(catalogs: &Catalogs, lang: Lang, range: Range) -> String {
    let [low, high] = [range.low, range.high].map(|usd| digits(lang, usd));
    let ends = [("low", Arg::Word(&low)), ("high", Arg::Word(&high))];
    let text = catalogs.fill(lang, "number.range", &ends);
    catalogs.fill(lang, "money.usd", &[("n", Arg::Word(&text))])
}

fn digits(lang: Lang, usd: f64) -> String {
    let step = if usd >= 1_000.0 { 10.0 } else { 1.0 };
    number::plain(lang, (usd / step).round() * step)
}

/// The letter of a route in lists and on the map.
pub fn letter(index: usize) -> String {
    char::from_u32('A' as u32 + index as u32).unwrap_or('?').to_string()
}

/// The modes of a route, in their order, each once.
pub fn modes(catalogs: &Catalogs, lang: Lang, route: &Route) -> String {
    super::modes(catalogs, lang, route.legs.iter().map(|leg| leg.mode))
}

/// The name of a node: of the place, or the word for open sea.
pub fn node(atlas: &Atlas, lang: Lang, network: &Network, index: u16) -> String {
    let id = &network.nodes[usize::from(index)].id;
    match atlas.place(id) {
        Some(place) => place.names.get(lang).to_owned(),
        None => atlas.catalogs.text(lang, "route.at_sea"),
    }
}

/// The name of whatever can be closed: a place, a country, a link by its ends.
pub fn closable(atlas: &Atlas, lang: Lang, network: Option<&Network>, id: &str) -> String {
    let bare = id.split_once(':').map_or(id, |(_, id)| id);
    if let Some(place) = Id::new(bare).and_then(|id| atlas.place(&id)) {
        return place.names.get(lang).to_owned();
    }
    let country = format!("country.{bare}");
    if atlas.catalogs.has(lang, &country) {
        return atlas.catalogs.text(lang, &country);
    }
    let link = network.and_then(|network| {
        let link = network.link(bare).map(|index| &network.links[index])?;
        let [from, to] = [link.from, link.to].map(|index| node(atlas, lang, network, index));
        Some([from, to].join(super::dash(lang)))
    });
    link.unwrap_or_else(|| bare.to_owned())
}

/// What an assumption is, in words.
pub fn assumption(atlas: &Atlas, lang: Lang, network: &Network, found: &Assumption) -> String {
    let words = network.words.iter().find(|(id, _)| *id == found.what);
    let words = words.map(|(_, names)| names.get(lang)).unwrap_or_default();
    let country = found.country.as_ref().map(|code| format!("country.{code}"));
    let country = country.map(|key| atlas.catalogs.text(lang, &key)).unwrap_or_default();
    let place = found.place.as_ref().and_then(|id| atlas.place(id));
    let place = place.map(|place| place.names.get(lang)).unwrap_or_default();
    words.replace("{country}", &country).replace("{place}", place)
}

/// What stands in the way, and what would open one; `name` gives the words for a closed thing.
pub fn blocked(
    catalogs: &Catalogs,
    lang: Lang,
    blocked: &Blocked,
    name: &dyn Fn(&str) -> String,
) -> String {
    if !blocked.ever {
        return catalogs.text(lang, "route.blocked.never");
    }
    if blocked.by.is_empty() {
        return catalogs.text(lang, "route.blocked.several");
    }
    let word = |block: &Block| match block {
        Block::Closed(id) => {
            let name = name(id);
            catalogs.fill(lang, "route.blocked.closed", &[("name", Arg::Text(&name))])
        }
        Block::Modes => catalogs.text(lang, "route.blocked.modes"),
        Block::Statuses => catalogs.text(lang, "route.blocked.statuses"),
        Block::Vessel => catalogs.text(lang, "route.blocked.vessel"),
    };
    let words: Vec<String> = blocked.by.iter().map(word).collect();
    words.join(" ")
}
