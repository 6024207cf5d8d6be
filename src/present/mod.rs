//! Facts as text: numbers with their units, ranges and positions, in the reader's language.
//!
//! Apart from `i18n`, which knows words and digits but nothing of the data.

use crate::geo::LonLat;
use crate::i18n::{Arg, Catalogs, Lang, PluralForm, number};
use crate::model::fact::Value;
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

/// The comma between two items, as the script has it.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En | Lang::Ru => ", ",
        Lang::Ur => "\u{60c} ",
    }
}
