//! What claims are made of, in the reader's words.

use crate::claims::{Facet, Reading};
use crate::i18n::{Arg, date, number};
use crate::model::{
    fact::Value,
    id::{Id, Kind, Ref},
    study::{Bound, Claim, Period, Quantity},
};
use crate::present;
use crate::ui::store::Store;
use leptos::prelude::Get;

/// The name of a value of a facet.
pub fn value(store: Store, reading: &Reading, facet: Facet, value: &str) -> String {
    let thing = |kind: Kind| {
        let target = Id::new(value).map(|id| Ref { kind, id });
        let atlas = store.atlas();
        let names = target.and_then(|target| atlas.names(&target).cloned());
        names.map_or_else(|| value.to_owned(), |names| store.name(&names))
    };
    match facet {
        Facet::Section => {
            let section = reading.study.sections.iter().find(|one| one.id.as_str() == value);
            section.map_or_else(|| value.to_owned(), |section| section.title.clone())
        }
        Facet::Kind => store.t(&format!("claim_kind.{value}")),
        Facet::Check => store.t(&format!("check.{value}")),
        Facet::Citation => store.t(&format!("citation.{value}")),
        Facet::Place => thing(Kind::Place),
        Facet::Waterway => thing(Kind::Waterway),
        Facet::Project => thing(Kind::Project),
        Facet::Institution => thing(Kind::Institution),
        Facet::Country => store.t(&format!("country.{value}")),
        Facet::Person => {
            let person = reading.study.people.iter().find(|person| person.id.as_str() == value);
            person.map_or_else(|| value.to_owned(), |person| person.names.clone())
        }
        Facet::Decade => store.fill("claims.decade", &[("year", Arg::Word(value))]),
    }
}

/// Where a claim stands: its section and paragraph.
pub fn place(store: Store, reading: &Reading, claim: &Claim<String>) -> String {
    let section = value(store, reading, Facet::Section, claim.section.as_str());
    if claim.paragraph == 0 {
        return section;
    }
    let paragraph = Arg::Number(f64::from(claim.paragraph));
    store.fill("claim.place", &[("section", Arg::Word(&section)), ("n", paragraph)])
}

/// A time.
pub fn period(store: Store, period: &Period) -> String {
    let catalogs = &store.atlas().catalogs;
    date::span(catalogs, store.lang.get(), &period.from, period.to.as_ref())
}

/// A number with its unit, how exact it is meant, and its year.
pub fn quantity(store: Store, quantity: &Quantity) -> String {
    let lang = store.lang.get();
    let value = Value::One(quantity.value);
    let number = present::quantity(&store.atlas().catalogs, lang, &value, quantity.unit);
    let number = match quantity.bound {
        Some(Bound::Over) => store.fill("number.over", &[("n", Arg::Word(&number))]),
        Some(Bound::About) => store.fill("number.about", &[("n", Arg::Word(&number))]),
        None => number,
    };
    match quantity.year {
        Some(year) => {
            let year = number::ungrouped(lang, f64::from(year));
            store.fill("number.in_year", &[("n", Arg::Word(&number)), ("year", Arg::Word(&year))])
        }
        None => number,
    }
}
