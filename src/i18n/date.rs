//! Dates as each language writes them.

use super::{Arg, Catalogs, Lang, number};
use crate::units::PartialDate;

/// The date as far as it is known, by the messages `date.full` (`{day} {month} {year}`, the month
/// in the form that stands after a day, `date.month_gen.<1–12>`), `date.month_year` (the month
/// alone, `date.month.<1–12>`) and `date.year`.
pub fn date(catalogs: &Catalogs, lang: Lang, date: &PartialDate) -> String {
    let year = number::ungrouped(lang, f64::from(date.year));
    let year = ("year", Arg::Word(&year));
    let Some(month) = date.month else {
        return catalogs.fill(lang, "date.year", &[year]);
    };
    let Some(day) = date.day else {
        let month = catalogs.text(lang, &format!("date.month.{month}"));
        return catalogs.fill(lang, "date.month_year", &[("month", Arg::Word(&month)), year]);
    };
    let month = catalogs.text(lang, &format!("date.month_gen.{month}"));
    let day = day.to_string();
    let parts = [("day", Arg::Word(&day)), ("month", Arg::Word(&month)), year];
    catalogs.fill(lang, "date.full", &parts)
}

/// From one date to another, by the messages `date.range` and, between two bare years, `date.years`; the first alone
/// where there is no other.
pub fn span(
    catalogs: &Catalogs,
    lang: Lang,
    from: &PartialDate,
    to: Option<&PartialDate>,
) -> String {
    let Some(to) = to else { return date(catalogs, lang, from) };
    let bare = from.month.is_none() && to.month.is_none();
    let say = |when: &PartialDate| match bare {
        true => number::ungrouped(lang, f64::from(when.year)),
        false => date(catalogs, lang, when),
    };
    let (from, to) = (say(from), say(to));
    let key = if bare { "date.years" } else { "date.range" };
    catalogs.fill(lang, key, &[("from", Arg::Word(&from)), ("to", Arg::Word(&to))])
}

/// The name of a month, alone.
pub fn month(catalogs: &Catalogs, lang: Lang, month: u8) -> String {
    catalogs.text(lang, &format!("date.month.{month}"))
}
