//! The model made of a file without problems.

mod drawn;
mod said;

use super::check::has_name;
use super::form::{DataSet, Paper};
use super::word::{Country, Date, Name, Words};
use super::{Own, form};
use crate::geo::LonLat;
use crate::i18n::{Catalogs, Lang, Message, Names};
use crate::model::{
    atlas::{self, Atlas, Brought, StudyOutline},
    corridor::Corridor,
    id::Id,
    label::AreaClass,
    line::Line,
    place::Place,
    source::Source,
};
use crate::units::PartialDate;
use std::collections::BTreeMap;

/// The data set and its claims, with the words, labels and names of countries of the embedded one.
pub(super) fn make(set: DataSet, base: &Atlas) -> Own {
    let study = said::study(&set);
    let mut catalogs = base.catalogs.clone();
    words(&set, base, &mut catalogs);
    let mut labels = base.labels.clone();
    // No country is special in somebody else's data.
    for label in labels.iter_mut().filter(|label| label.class == AreaClass::CountryStrong) {
        label.class = AreaClass::Country;
    }
    let places: Vec<Place> = set.places.into_iter().map(drawn::place).collect();
    let mut lines = Vec::new();
    let date = set.date.0;
    let corridors: Vec<Corridor> = set
        .corridors
        .into_iter()
        .map(|of| drawn::corridor(of, date, &places, &mut lines))
        .collect();
    let points = places.iter().map(|place| place.at);
    let region =
        extremes(points.chain(lines.iter().flat_map(|line: &Line| line.course.iter().copied())));
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let paper = match set.paper {
        Some(Paper { title, authors, .. }) => atlas::Paper { title, authors },
        None => atlas::Paper { title: set.title.names().en, authors: Vec::new() },
    };
    let atlas = Atlas {
        version: set.version.unwrap_or_else(|| date.to_string()),
        date,
        paper,
        region,
        sources: set.sources.into_iter().map(source).collect(),
        places,
        lines,
        corridors,
        institutions: set.institutions.into_iter().map(said::institution).collect(),
        labels,
        catalogs,
        study: StudyOutline {
            claims: count(study.claims.len()),
            events: count(study.events.len()),
            steps: 0,
            parts: [0; 3],
        },
        network: 0,
        network_sources: 0,
        apart: None,
        changes: Vec::new(),
        brought: Some(Brought { licence: set.licence }),
    };
    Own { atlas, study }
}

/// The points farthest to each side: what shows them shows all.
fn extremes(points: impl Iterator<Item = LonLat> + Clone) -> Vec<LonLat> {
    let keys: [fn(&LonLat) -> f64; 4] = [|p| p.lon, |p| -p.lon, |p| p.lat, |p| -p.lat];
    let most = |key: fn(&LonLat) -> f64| points.clone().max_by(|a, b| key(a).total_cmp(&key(b)));
    keys.into_iter().filter_map(most).collect()
}

/// Puts the file's own words in the place of those that speak of the embedded data.
fn words(set: &DataSet, base: &Atlas, catalogs: &mut Catalogs) {
    let mut put = |key: String, names: &Names| {
        for (lang, catalog) in Lang::ALL.into_iter().zip(&mut catalogs.0) {
            catalog.messages.insert(key.clone(), Message::Plain(names.get(lang).to_owned()));
        }
    };
    let said = |key: &str| {
        let say = |lang| base.catalogs.text(lang, key);
        Names { en: say(Lang::En), ur: say(Lang::Ur), ru: say(Lang::Ru) }
    };
    let title = set.title.names();
    put("app.subtitle".to_owned(), &title);
    put("panel.welcome_title".to_owned(), &title);
    let welcome = set.summary.as_ref().map(Words::names);
    put("panel.welcome".to_owned(), &welcome.unwrap_or_else(|| said("own.welcome")));
    let authors = set.paper.as_ref().is_some_and(|paper| !paper.authors.is_empty());
    let citation = if authors { "own.citation_by" } else { "own.citation" };
    put("export.citation".to_owned(), &said(citation));
    // Colours mean modes here.
    for (family, mode) in [("gas", "pipeline"), ("cpec", "road"), ("rail", "rail")] {
        put(format!("family.{family}"), &said(&format!("mode.{mode}")));
    }
    for (what, names) in &set.measures {
        put(format!("fact.{what}"), &names.names());
    }
    let area = |code: &str| base.labels.iter().find(|label| label.country.as_deref() == Some(code));
    let mut countries: BTreeMap<&str, Names> = BTreeMap::new();
    for Country(code) in codes(set) {
        if !has_name(base, code) || base.catalogs.has(Lang::En, &format!("country.{code}")) {
            continue;
        }
        if let Some(label) = area(code) {
            let one_line = |text: &str| text.replace('|', " ");
            let Names { en, ur, ru } = &label.names;
            let names = Names { en: one_line(en), ur: one_line(ur), ru: one_line(ru) };
            countries.insert(code, names);
        }
    }
    countries.extend(set.countries.iter().map(|(code, names)| (code.as_str(), names.names())));
    for (code, names) in countries {
        put(format!("country.{code}"), &names);
    }
}

/// The countries that the file names.
fn codes(set: &DataSet) -> impl Iterator<Item = &Country> {
    let members = set.institutions.iter().flat_map(|of| &of.members).map(|member| &member.country);
    let claims = set.claims.iter().flat_map(|claim| &claim.countries);
    set.places.iter().filter_map(|place| place.country.as_ref()).chain(members).chain(claims)
}

fn source(of: form::Source) -> Source {
    Source {
        id: of.id.0,
        title: of.title,
        publisher: of.publisher,
        date: day(of.date),
        url: of.url.map(|url| url.0),
        seen: day(of.seen),
        kind: of.kind.0,
    }
}

fn day(date: Option<Date>) -> Option<PartialDate> {
    date.map(|Date(date)| date)
}

fn plain(names: Vec<Name>) -> Vec<Id> {
    names.into_iter().map(|Name(id)| id).collect()
}
