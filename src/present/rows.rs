//! Corridors and places as the rows of a table, in words, and in any order that a reader asks for.

use super::{length, list, quantity, sources};
use crate::i18n::{Lang, date, number};
use crate::model::{
    atlas::Atlas,
    corridor::Corridor,
    id::{Id, Kind, Ref},
    place::Place,
};
use crate::order;
use crate::units::{PartialDate, Unit};
use std::cmp::Ordering;

/// A column of the table. Its words are in the catalogs under `table.column.<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Its name.
    Name,
    /// What it is.
    Kind,
    /// How goods move on it; corridors only.
    Mode,
    /// Whether it exists; corridors only.
    Status,
    /// Up to when the status is known; corridors only.
    AsOf,
    /// How long it is; corridors only.
    Length,
    /// Where it lies.
    Country,
    /// How many sources stand behind it.
    Sources,
}

impl Column {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Kind,
        Self::Mode,
        Self::Status,
        Self::AsOf,
        Self::Length,
        Self::Country,
        Self::Sources,
    ];

    /// The name in the catalogs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Mode => "mode",
            Self::Status => "status",
            Self::AsOf => "as-of",
            Self::Length => "length",
            Self::Country => "country",
            Self::Sources => "sources",
        }
    }
}

/// What a cell says, and by what it is sorted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Its words, empty where there is nothing to say.
    pub text: String,
    /// Its place among the others, where its words do not give it.
    pub rank: Option<f64>,
}

impl Cell {
    fn of(text: String) -> Self {
        Self { text, rank: None }
    }

    fn ranked(text: String, rank: f64) -> Self {
        Self { text, rank: Some(rank) }
    }
}

/// One thing in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The thing.
    pub target: Ref,
    /// A cell for each of [`Column::ALL`].
    pub cells: [Cell; 8],
}

/// Everything that has a place on the map: corridors in the order of the data, then places.
pub fn everything(atlas: &Atlas) -> Vec<Ref> {
    let places = atlas.places.iter();
    let places = places.map(|place| Ref { kind: Kind::Place, id: place.id.clone() });
    atlas.corridors.iter().map(Corridor::reference).chain(places).collect()
}

/// The rows of these things, in their order; what the atlas does not know, and organisations, which
/// have no place on the map, give none.
pub fn rows(atlas: &Atlas, lang: Lang, targets: &[Ref]) -> Vec<Row> {
    let row = |target: &Ref| {
        let cells = match target.kind {
            Kind::Place => of_place(atlas, lang, atlas.place(&target.id)?),
            Kind::Project | Kind::Waterway => of_corridor(atlas, lang, atlas.corridor(&target.id)?),
            Kind::Institution => return None,
        };
        Some(Row { target: target.clone(), cells })
    };
    targets.iter().filter_map(row).collect()
}

fn of_place(atlas: &Atlas, lang: Lang, place: &Place) -> [Cell; 8] {
    let words = |key: &str| Cell::of(atlas.catalogs.text(lang, key));
    let country = place.country.as_ref().map(|iso| words(&format!("country.{iso}")));
    [
        Cell::of(place.names.get(lang).to_owned()),
        words(&format!("kind.{}", place.kind.name())),
        Cell::default(),
        Cell::default(),
        Cell::default(),
        Cell::default(),
        country.unwrap_or_default(),
        count(lang, &sources::of_place(place)),
    ]
}

fn of_corridor(atlas: &Atlas, lang: Lang, corridor: &Corridor) -> [Cell; 8] {
    let text = |key: &str| atlas.catalogs.text(lang, key);
    let mut countries: Vec<String> = Vec::new();
    for place in corridor.places.iter().filter_map(|id| atlas.place(id)) {
        let country = place.country.as_ref().map(|iso| text(&format!("country.{iso}")));
        countries.extend(country.filter(|name| !countries.contains(name)));
    }
    let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
    let as_of = date::date(&atlas.catalogs, lang, &corridor.status_date);
    [
        Cell::of(corridor.names.get(lang).to_owned()),
        Cell::of(text(&format!("kind.{}", corridor.kind().name()))),
        Cell::of(text(&format!("mode.{}", corridor.mode.name()))),
        Cell::ranked(
            text(&format!("status.{}", corridor.status.name())),
            f64::from(corridor.status as u8),
        ),
        Cell::ranked(as_of, day(&corridor.status_date)),
        long(atlas, lang, corridor),
        Cell::of(list(lang, &countries)),
        count(lang, &sources::of_corridor(atlas, corridor)),
    ]
}

/// The length that sources give, else the one drawn, marked so.
fn long(atlas: &Atlas, lang: Lang, corridor: &Corridor) -> Cell {
    let words = |value| quantity(&atlas.catalogs, lang, value, Unit::Km);
    if let Some(value) = length::given(&corridor.facts) {
        let (low, high) = value.ends();
        return Cell::ranked(words(&value), (low + high) / 2.0);
    }
    let Some((km, _)) = length::drawn(atlas, corridor) else { return Cell::default() };
    let drawn = atlas.catalogs.text(lang, "panel.length_drawn");
    let value = words(&crate::model::fact::Value::One(km));
    Cell::ranked(list(lang, &[&value, &drawn]), km)
}

fn count(lang: Lang, sources: &[Id]) -> Cell {
    let n = sources.len() as f64;
    Cell::ranked(number::plain(lang, n), n)
}

/// The date as a number that grows with it; a year alone comes before its months.
fn day(date: &PartialDate) -> f64 {
    let part = |part: Option<u8>| f64::from(part.unwrap_or(0));
    f64::from(date.year) * 10_000.0 + part(date.month) * 100.0 + part(date.day)
}

/// The order of the rows by a column: numbers, dates and statuses by their rank, words by `compare`,
/// the alphabet of the reader. Empty cells come last, whichever way; equal ones keep their order.
pub fn sorted(
    rows: &[Row],
    column: Column,
    descending: bool,
    compare: &dyn Fn(&str, &str) -> Ordering,
) -> Vec<usize> {
    let cell = |index: usize| rows.get(index).map(|row| &row.cells[column as usize]);
    order::indices(rows.len(), |a, b| {
        let (Some(a), Some(b)) = (cell(a), cell(b)) else { return Ordering::Equal };
        if a.text.is_empty() || b.text.is_empty() {
            return a.text.is_empty().cmp(&b.text.is_empty());
        }
        let order = match (a.rank, b.rank) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => compare(&a.text, &b.text),
        };
        if descending { order.reverse() } else { order }
    })
}
