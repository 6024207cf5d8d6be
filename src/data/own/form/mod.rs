//! The form of a file with data of one's own. The comments here are the words of its JSON Schema.

mod drawn;
mod said;

pub(super) use drawn::{Corridor, CorridorKind, Geometry, Place, Point, Position};
pub(super) use said::{Check, Claim, Event, Institution, Member};

use super::fields::{Read, fields};
use super::word::{Address, Date, Name, Word, Words};
use crate::model::{fact::Confidence, source::SourceKind};
use crate::units::Unit;
use schemars::JsonSchema;
use serde_json::Value;
use std::collections::BTreeMap;

/// A data set for the Connectivity Atlas: sources, and what stands in them of places, corridors and
/// institutions. Records that the atlas gives (`places()`, `corridors()`, `institutions()`, `sources()`) have
/// this form.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::data::own) struct DataSet {
    /// Where this schema stands; not read.
    #[schemars(rename = "$schema")]
    #[expect(dead_code, reason = "editors read it, the atlas does not")]
    schema: Option<String>,
    /// What the data set is called.
    pub(in crate::data::own) title: Words,
    /// What it is about, in a sentence or two.
    pub(in crate::data::own) summary: Option<Words>,
    /// Its version.
    #[schemars(length(min = 1, max = 40))]
    pub(in crate::data::own) version: Option<String>,
    /// The date of which the data are true.
    pub(in crate::data::own) date: Date,
    /// The licence of the data, in words.
    #[schemars(length(min = 1, max = 200))]
    pub(in crate::data::own) licence: Option<String>,
    /// The work that the claims stand in.
    pub(in crate::data::own) paper: Option<Paper>,
    /// Names of countries that the atlas has none for.
    #[schemars(default)]
    pub(in crate::data::own) countries: BTreeMap<String, Words>,
    /// What facts measure, where the atlas has no word for it: their `what`, in words.
    #[schemars(default)]
    pub(in crate::data::own) measures: BTreeMap<String, Words>,
    /// Texts and data files that were read. Whatever stands in the data names one of them.
    #[schemars(length(max = 2000))]
    pub(in crate::data::own) sources: Vec<Source>,
    /// Points on the map.
    #[schemars(default)]
    #[schemars(length(max = 2000))]
    pub(in crate::data::own) places: Vec<Place>,
    /// Lines on the map.
    #[schemars(default)]
    #[schemars(length(max = 500))]
    pub(in crate::data::own) corridors: Vec<Corridor>,
    /// Organisations of states.
    #[schemars(default)]
    #[schemars(length(max = 200))]
    pub(in crate::data::own) institutions: Vec<Institution>,
    /// What a paper says, sentence by sentence, numbered C001, C002 and so on.
    #[schemars(default)]
    #[schemars(length(max = 999))]
    pub(in crate::data::own) claims: Vec<Claim>,
    /// What happened when.
    #[schemars(default)]
    #[schemars(length(max = 1000))]
    pub(in crate::data::own) events: Vec<Event>,
}

fields!(DataSet { schema = "$schema", title = "title", summary = "summary", version = "version", date = "date", licence = "licence", paper = "paper", countries = "countries", measures = "measures", sources = "sources", places = "places", corridors = "corridors", institutions = "institutions", claims = "claims", events = "events" });

/// A work as a citation names it.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Paper {
    /// Its title, in its own language.
    #[schemars(length(min = 1, max = 300))]
    pub(in crate::data::own) title: String,
    /// Full names of its authors, in its order.
    #[schemars(default)]
    #[schemars(length(max = 50), inner(length(min = 1, max = 200)))]
    pub(in crate::data::own) authors: Vec<String>,
    /// Its parts, in its order.
    #[schemars(default)]
    #[schemars(length(max = 200))]
    pub(in crate::data::own) sections: Vec<Section>,
}

fields!(Paper { title = "title", authors = "authors", sections = "sections" });

/// A part of a work.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Section {
    /// Its id, which claims name.
    pub(in crate::data::own) id: Name,
    /// Its heading.
    pub(in crate::data::own) title: Words,
}

fields!(Section { id = "id", title = "title" });

/// A text or data file that was read.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Source {
    /// Its id, which facts name.
    pub(in crate::data::own) id: Name,
    /// Its title, in its own language.
    #[schemars(length(min = 1, max = 500))]
    pub(in crate::data::own) title: String,
    /// Who published it.
    #[schemars(length(min = 1, max = 300))]
    pub(in crate::data::own) publisher: Option<String>,
    /// When it was published.
    pub(in crate::data::own) date: Option<Date>,
    /// Where it stands.
    pub(in crate::data::own) url: Option<Address>,
    /// When it was read.
    pub(in crate::data::own) seen: Option<Date>,
    /// What kind of text it is.
    pub(in crate::data::own) kind: Word<SourceKind>,
}

fields!(Source { id = "id", title = "title", publisher = "publisher", date = "date", url = "url", seen = "seen", kind = "kind" });

/// A number with its source: either `value`, or `low` and `high`.
#[derive(Debug, PartialEq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Fact {
    /// What is measured: `length`, `draught`, …, or one of `measures`.
    pub(in crate::data::own) what: Name,
    /// The number.
    pub(in crate::data::own) value: Option<f64>,
    /// The lower end of a range.
    pub(in crate::data::own) low: Option<f64>,
    /// The upper end of a range.
    pub(in crate::data::own) high: Option<f64>,
    /// Its unit.
    pub(in crate::data::own) unit: Word<Unit>,
    /// The date of which it is true.
    pub(in crate::data::own) date: Option<Date>,
    /// Id of the source.
    pub(in crate::data::own) source: Name,
    /// How far it can be trusted.
    pub(in crate::data::own) confidence: Word<Confidence>,
    /// Whether the source gives a round figure.
    #[schemars(default)]
    pub(in crate::data::own) about: bool,
    /// What must be known beside it.
    pub(in crate::data::own) note: Option<Words>,
}

fields!(Fact { what = "what", value = "value", low = "low", high = "high", unit = "unit", date = "date", source = "source", confidence = "confidence", about = "about", note = "note" });

/// Something that happened.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Milestone {
    /// When.
    pub(in crate::data::own) date: Date,
    /// What, as one short sentence.
    pub(in crate::data::own) text: Words,
    /// Id of the source.
    pub(in crate::data::own) source: Name,
}

fields!(Milestone { date = "date", text = "text", source = "source" });

/// A list in which what does not fit the form is left out, each with its place in the file.
pub(in crate::data::own) type Found<T> = Vec<(usize, T)>;

/// What of a file fits the form, to be looked at though other parts do not.
pub(in crate::data::own) struct Fitting {
    pub(in crate::data::own) places: Found<Place>,
    pub(in crate::data::own) corridors: Found<Corridor>,
    pub(in crate::data::own) institutions: Found<Institution>,
    pub(in crate::data::own) claims: Found<Claim>,
    pub(in crate::data::own) events: Found<Event>,
}

impl Fitting {
    /// Each part of the file that fits the form by itself.
    pub(in crate::data::own) fn of(file: &Value) -> Self {
        Self {
            places: list(file, "places"),
            corridors: list(file, "corridors"),
            institutions: list(file, "institutions"),
            claims: list(file, "claims"),
            events: list(file, "events"),
        }
    }
}

fn list<T: Read>(file: &Value, key: &str) -> Found<T> {
    let items = file.get(key).and_then(Value::as_array).into_iter().flatten().enumerate();
    items.filter_map(|(at, item)| Some((at, T::read(item)?))).collect()
}
