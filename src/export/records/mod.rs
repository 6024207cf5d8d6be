//! The data set as plain records: what a host page gets from `places()`, `corridors()` and so on.
//!
//! Keys and their meaning are promised to hosts (docs/embedding.md), and are those of a file that the atlas
//! reads instead of its own data (`data::own`). What is not known is left out, never null. Dates are `2021`, `2021-05` or `2021-05-28`.

mod from_model;
pub mod routes;
mod study;
mod verdict;

pub use from_model::{corridors, dataset, institutions, places, sources};
pub use study::{
    CheckRecord, CitationRecord, ClaimRecord, EventRecord, QuantityRecord, claim, claim_file,
    events,
};
pub use verdict::{NumberRecord, QueryRecord, VerdictRecord, verdict};

use crate::i18n::Names;
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
    /// Id of the source of the coordinates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position_source: Option<String>,
    /// UN/LOCODE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unlocode: Option<String>,
    /// 1 for ends of corridors, 2 for large, 3 for small names.
    pub rank: u8,
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
    /// The short name on the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<Names>,
    /// One sentence: from where to where, and what it is.
    #[serde(skip_serializing_if = "is_unsaid")]
    pub summary: Names,
    /// Mode of most of its length.
    pub mode: &'static str,
    /// Status of the whole.
    pub status: &'static str,
    /// The date up to which the status is known.
    pub status_date: String,
    /// Id of the source of the status; not there where the status is assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_source: Option<String>,
    /// There and true where it is drawn in grey, as a thing of the background.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// Its lengths: every fact in kilometres.
    pub km: Vec<FactRecord>,
    /// All that is known about it, the lengths too.
    pub facts: Vec<FactRecord>,
    /// What happened to it, oldest first.
    pub milestones: Vec<MilestoneRecord>,
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
    /// Id of the source of its first line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MilestoneRecord {
    /// When.
    pub date: String,
    /// What.
    pub text: Names,
    /// Id of the source.
    pub source: String,
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
    /// One sentence on what it is.
    #[serde(skip_serializing_if = "is_unsaid")]
    pub summary: Names,
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
    /// Id of the source.
    pub source: String,
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

fn is_unsaid(names: &Names) -> bool {
    *names == Names::default()
}
