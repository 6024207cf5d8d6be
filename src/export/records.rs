//! The data set as plain records: what a host page gets from `places()`, `corridors()` and so on.
//!
//! Keys and their meaning are promised to hosts (docs/embedding.md). What is not known is left
//! out, never null. Dates are `2021`, `2021-05` or `2021-05-28`.

use crate::geo::LonLat;
use crate::i18n::{Lang, Names};
use crate::model::{
    atlas::Atlas,
    corridor::Corridor,
    fact::{Fact, Value},
    id::{Id, Kind},
    institution::Institution,
    line::{Accuracy, Line},
    place::Place,
    source::Source,
};
use crate::units::Unit;
use serde::Serialize;

/// A port, city, crossing, lock or strait.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceRecord {
    /// Its id.
    pub id: String,
    /// What it is, as in the data files: `port`, `gauge-break`, …
    pub kind: &'static str,
    /// Its names.
    pub names: Names,
    /// ISO 3166-1 alpha-3 code; straits may have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// `sourced` or `approximate`.
    pub position: &'static str,
    /// UN/LOCODE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unlocode: Option<String>,
    /// What is known about it.
    pub facts: Vec<FactRecord>,
}

/// A project or waterway.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CorridorRecord {
    /// Its id.
    pub id: String,
    /// `project` or `waterway`.
    pub kind: &'static str,
    /// Its names.
    pub names: Names,
    /// Mode of most of its length.
    pub mode: &'static str,
    /// Status of the whole.
    pub status: &'static str,
    /// The date up to which the status is known.
    pub status_date: String,
    /// Its lengths: every fact in kilometres.
    pub km: Vec<FactRecord>,
    /// All that is known about it, the lengths too.
    pub facts: Vec<FactRecord>,
    /// Its course.
    pub geometry: Geometry,
    /// Ids of the places on it, in order.
    pub places: Vec<String>,
    /// Ids of the sources of all of this.
    pub sources: Vec<String>,
}

/// A course, as GeoJSON has it, with a word on how true it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Geometry {
    /// `LineString`, or `MultiLineString` unless there is exactly one line.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Longitude first, degrees, five decimals.
    pub coordinates: Coordinates,
    /// `surveyed`, `indicative` or `schematic`: the worst of its lines.
    pub accuracy: &'static str,
}

/// Points of one line or of several.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Coordinates {
    /// One line.
    Line(Vec<[f64; 2]>),
    /// Several lines, or none.
    Lines(Vec<Vec<[f64; 2]>>),
}

/// An organisation of states.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InstitutionRecord {
    /// Its id.
    pub id: String,
    /// Full names.
    pub names: Names,
    /// Short forms.
    pub short: Names,
    /// Members and their dates.
    pub members: Vec<MemberRecord>,
    /// Ids of the sources of all of this.
    pub sources: Vec<String>,
}

/// One country's time in an organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberRecord {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// Since when.
    pub from: String,
    /// Until when, if it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// `member`, `observer`, `partner`, `applicant` or `suspended`.
    pub status: &'static str,
}

/// A text or data file that was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRecord {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When a copy was read for the atlas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// What kind of text it is.
    pub kind: &'static str,
}

/// A number with its source: either `value`, or `low` and `high`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactRecord {
    /// What is measured.
    pub what: String,
    /// The number, unless it is a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Lower end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Name of the unit.
    pub unit: &'static str,
    /// The date of which it is true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Id of the source.
    pub source: String,
    /// `sourced`, `computed` or `assumed`.
    pub confidence: &'static str,
    /// There and true where the source gives a round figure.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
    /// What must be known beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Names>,
}

/// The data set as a whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DatasetRecord {
    /// Name of the atlas, in each language.
    pub title: Names,
    /// Version of the data.
    pub version: String,
    /// The date of which they are true.
    pub date: String,
    /// Number of places.
    pub places: usize,
    /// Number of projects.
    pub projects: usize,
    /// Number of waterways.
    pub waterways: usize,
    /// Number of lines drawn.
    pub lines: usize,
    /// Number of institutions.
    pub institutions: usize,
    /// Number of sources.
    pub sources: usize,
}

/// All places.
pub fn places(atlas: &Atlas) -> Vec<PlaceRecord> {
    atlas.places.iter().map(place).collect()
}

/// All projects and waterways.
pub fn corridors(atlas: &Atlas) -> Vec<CorridorRecord> {
    atlas.corridors.iter().map(|one| corridor(atlas, one)).collect()
}

/// All institutions.
pub fn institutions(atlas: &Atlas) -> Vec<InstitutionRecord> {
    atlas.institutions.iter().map(institution).collect()
}

/// All sources.
pub fn sources(atlas: &Atlas) -> Vec<SourceRecord> {
    atlas.sources.iter().map(source).collect()
}

/// The data set as a whole.
pub fn dataset(atlas: &Atlas) -> DatasetRecord {
    let title = |lang| atlas.catalogs.text(lang, "app.name");
    let waterways = atlas.corridors.iter().filter(|corridor| corridor.waterway).count();
    DatasetRecord {
        title: Names { en: title(Lang::En), ur: title(Lang::Ur), ru: title(Lang::Ru) },
        version: atlas.version.clone(),
        date: atlas.date.to_string(),
        places: atlas.places.len(),
        projects: atlas.corridors.len() - waterways,
        waterways,
        lines: atlas.lines.len(),
        institutions: atlas.institutions.len(),
        sources: atlas.sources.len(),
    }
}

fn place(place: &Place) -> PlaceRecord {
    PlaceRecord {
        id: place.id.to_string(),
        kind: place.kind.name(),
        names: place.names.clone(),
        country: place.country.clone(),
        lon: place.at.lon,
        lat: place.at.lat,
        position: if place.position.is_some() { "sourced" } else { "approximate" },
        unlocode: place.unlocode.clone(),
        facts: place.facts.iter().map(fact).collect(),
    }
}

fn corridor(atlas: &Atlas, corridor: &Corridor) -> CorridorRecord {
    let kind = if corridor.waterway { Kind::Waterway } else { Kind::Project };
    let lines: Vec<&Line> = corridor.lines.iter().filter_map(|id| atlas.line(id)).collect();
    let own = corridor.status_source.iter();
    let facts = corridor.facts.iter().map(|fact| &fact.source);
    let milestones = corridor.milestones.iter().map(|milestone| &milestone.source);
    let drawn =
        lines.iter().flat_map(|line| line.status_source.iter().chain([&line.course_source]));
    let in_km = corridor.facts.iter().filter(|fact| fact.unit == Unit::Km);
    CorridorRecord {
        id: corridor.id.to_string(),
        kind: kind.name(),
        names: corridor.names.clone(),
        mode: corridor.mode.name(),
        status: corridor.status.name(),
        status_date: corridor.status_date.to_string(),
        km: in_km.map(fact).collect(),
        facts: corridor.facts.iter().map(fact).collect(),
        geometry: geometry(&lines),
        places: corridor.places.iter().map(Id::to_string).collect(),
        sources: each_once(own.chain(facts).chain(milestones).chain(drawn)),
    }
}

fn geometry(lines: &[&Line]) -> Geometry {
    let worst = Accuracy::ALL.into_iter().rev().find(|class| {
        // Without a line there is nothing to trust.
        lines.is_empty() || lines.iter().any(|line| line.accuracy == *class)
    });
    let (kind, coordinates) = match lines {
        [line] => ("LineString", Coordinates::Line(points(line))),
        _ => {
            let lines = lines.iter().map(|line| points(line)).collect();
            ("MultiLineString", Coordinates::Lines(lines))
        }
    };
    Geometry { kind, coordinates, accuracy: worst.unwrap_or(Accuracy::Schematic).name() }
}

/// Five decimals are about a metre; the tail of a binary fraction says nothing.
fn points(line: &Line) -> Vec<[f64; 2]> {
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    line.course.iter().map(|LonLat { lon, lat }| [round(*lon), round(*lat)]).collect()
}

fn institution(institution: &Institution) -> InstitutionRecord {
    let members = institution.members.iter().map(|member| &member.source);
    InstitutionRecord {
        id: institution.id.to_string(),
        names: institution.names.clone(),
        short: institution.short.clone(),
        members: institution
            .members
            .iter()
            .map(|member| MemberRecord {
                country: member.country.clone(),
                from: member.from.to_string(),
                to: member.to.map(|date| date.to_string()),
                status: member.standing.name(),
            })
            .collect(),
        sources: each_once(institution.sources.iter().chain(members)),
    }
}

fn source(source: &Source) -> SourceRecord {
    SourceRecord {
        id: source.id.to_string(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.clone(),
        seen: source.seen.map(|date| date.to_string()),
        kind: source.kind.name(),
    }
}

fn fact(fact: &Fact) -> FactRecord {
    let (value, low, high) = match fact.value {
        Value::One(n) => (Some(n), None, None),
        Value::Range(low, high) => (None, Some(low), Some(high)),
    };
    FactRecord {
        what: fact.what.to_string(),
        value,
        low,
        high,
        unit: fact.unit.name(),
        date: fact.date.map(|date| date.to_string()),
        source: fact.source.to_string(),
        confidence: fact.confidence.name(),
        about: fact.about,
        note: fact.note.clone(),
    }
}

/// The ids as text, in the order of their first appearance.
fn each_once<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<String> {
    let mut seen = Vec::new();
    for id in ids {
        if !seen.contains(id) {
            seen.push(id.clone());
        }
    }
    seen.iter().map(Id::to_string).collect()
}
