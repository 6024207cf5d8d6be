//! Facts as text: numbers with their units, ranges and positions, in the reader's language.
//!
//! Apart from `i18n`, which knows words and digits but nothing of the data.

pub mod about;
pub mod length;
pub mod routes;
pub mod rows;
pub mod sources;

use crate::geo::LonLat;
use crate::i18n::{Arg, Catalogs, Lang, PluralForm, number};
use crate::model::{
    atlas::Atlas,
    fact::Value,
    id::{Kind, Ref},
    line::Mode,
};
use crate::units::Unit;

/// The number or range with its unit, by the messages `unit.<name>` and `number.range`.
///
/// The result is not isolated: in running text of another direction the caller puts it into
/// `<bdi>`, or in as [`Arg::Text`].
pub fn quantity(catalogs: &Catalogs, lang: Lang, value: &Value, unit: Unit) -> String {
    // A gauge is read like a name: 1520, not 1,520.
    let digits = |n| match unit {
        Unit::Mm => number::ungrouped(lang, n),
        _ => number::plain(lang, n),
    };
    let (text, form) = match *value {
        Value::One(n) => (digits(n), PluralForm::select(lang, number::shown(n))),
        Value::Range(low, high) => {
            let (low_text, high_text) = (digits(low), digits(high));
            let ends = [("low", Arg::Word(&low_text)), ("high", Arg::Word(&high_text))];
            let form = PluralForm::of_range(lang, number::shown(high));
            (catalogs.fill(lang, "number.range", &ends), form)
        }
    };
    let args = [("n", Arg::Counted { text: &text, form })];
    catalogs.fill(lang, &format!("unit.{}", unit.name()), &args)
}

/// A distance as far as a map can tell it: metres below one kilometre, tenths below a hundred.
pub fn distance(catalogs: &Catalogs, lang: Lang, km: f64) -> String {
    let (n, unit) = match km {
        _ if km < 1.0 => ((km * 1000.0).round(), Unit::M),
        _ if km < 100.0 => ((km * 10.0).round() / 10.0, Unit::Km),
        _ => (km.round(), Unit::Km),
    };
    quantity(catalogs, lang, &Value::One(n), unit)
}

/// The position to two decimals of a degree (about a kilometre), latitude first, as people write
/// it; by the messages `coord.n`, `.s`, `.e`, `.w` with `{v}`.
pub fn coordinates(catalogs: &Catalogs, lang: Lang, at: LonLat) -> String {
    let part = |degrees: f64, key: &str| {
        let v = number::with_decimals(lang, degrees.abs(), 2);
        catalogs.fill(lang, key, &[("v", Arg::Word(&v))])
    };
    let lat = part(at.lat, if at.lat < 0.0 { "coord.s" } else { "coord.n" });
    let lon = part(at.lon, if at.lon < 0.0 { "coord.w" } else { "coord.e" });
    format!("{lat}{}{lon}", comma(lang))
}

/// What a thing is: its name and kind, then the status of a corridor or the country of a place; by
/// the messages `map.focused` and `map.focused_more`.
pub fn thing(atlas: &Atlas, lang: Lang, target: &Ref) -> String {
    let catalogs = &atlas.catalogs;
    let name = atlas.names(target).map(|names| names.get(lang)).unwrap_or_default();
    let (kind, more) = match target.kind {
        Kind::Place => {
            let place = atlas.place(&target.id);
            let country = place.and_then(|place| place.country.as_ref());
            (
                place.map_or("", |place| place.kind.name()),
                country.map(|iso| catalogs.text(lang, &format!("country.{iso}"))),
            )
        }
        kind => {
            let corridor = atlas.corridor(&target.id).filter(|_| kind != Kind::Institution);
            let status = corridor.map(|corridor| corridor.status.name());
            (kind.name(), status.map(|name| catalogs.text(lang, &format!("status.{name}"))))
        }
    };
    let kind = catalogs.text(lang, &format!("kind.{kind}"));
    let args = [("name", Arg::Text(name)), ("kind", Arg::Word(&kind))];
    match more {
        Some(more) => {
            let [name, kind] = args;
            catalogs.fill(lang, "map.focused_more", &[name, kind, ("more", Arg::Word(&more))])
        }
        None => catalogs.fill(lang, "map.focused", &args),
    }
}

/// The names of modes of transport, in their order, each once; the first with a capital.
pub fn modes(catalogs: &Catalogs, lang: Lang, modes: impl IntoIterator<Item = Mode>) -> String {
    let mut found = Vec::new();
    for mode in modes {
        if !found.contains(&mode) {
            found.push(mode);
        }
    }
    let word = |(index, mode): (usize, &Mode)| {
        let word = catalogs.text(lang, &format!("mode.{}", mode.name()));
        if index == 0 { word } else { word.to_lowercase() }
    };
    let words: Vec<String> = found.iter().enumerate().map(word).collect();
    list(lang, &words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The items with the commas of the script between them.
pub fn list(lang: Lang, items: &[&str]) -> String {
    items.join(comma(lang))
}

/// The same, and how many more there are, by the message `list.more`.
pub fn some_of(catalogs: &Catalogs, lang: Lang, items: &[&str], more: usize) -> String {
    let list = list(lang, items);
    match more {
        0 => list,
        n => {
            let args = [("list", Arg::Word(&list)), ("n", Arg::Number(n as f64))];
            catalogs.fill(lang, "list.more", &args)
        }
    }
}

/// The dash between the two ends of a way, with its spaces.
pub fn dash(lang: Lang) -> &'static str {
    match lang {
        Lang::En | Lang::Ur => " – ",
        // It does not begin a line.
        Lang::Ru => "\u{a0}— ",
    }
}

/// The comma between two items, as the script has it.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En | Lang::Ru => ", ",
        Lang::Ur => "\u{60c} ",
    }
}
