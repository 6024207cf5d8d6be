//! What can be wrong with a file, and what to do about it.

use crate::i18n::{Arg, Catalogs, Lang, cut};
use serde_json::error::Category;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where, as `places[3].names.en`; empty where it is the file as a whole.
    pub path: String,
    /// What.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// No JSON from that line and column on, both from 1.
    NoJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// A key that must be there is not.
    Missing(String),
    /// A key that means nothing.
    UnknownKey {
        /// The key.
        key: String,
        /// What may be meant.
        nearest: Option<String>,
    },
    /// Another kind of value is needed: a word of [JSON Schema](https://json-schema.org), as `object`.
    Type(String),
    /// Not one of the words that there are.
    Word {
        /// What stands there.
        given: String,
        /// The words.
        allowed: String,
    },
    /// A number beyond what can be.
    Range {
        /// The least.
        low: f64,
        /// The most.
        high: f64,
    },
    /// A text or list with fewer or more letters or items than that.
    Length {
        /// The least.
        least: usize,
        /// The most, if there is a limit.
        most: Option<usize>,
    },
    /// A text of another form: `Name`, `Date`, `Country` or `Address`.
    Form(&'static str),
    /// Nothing in the file bears that id.
    UnknownId {
        /// The id.
        id: String,
        /// What may be meant.
        nearest: Option<String>,
    },
    /// The id is used twice in its list.
    Twice(String),
    /// A fact with neither a number nor a range, or with both, or with a range that ends before it begins.
    Value,
    /// A measure for which neither atlas nor file has a word.
    UnknownMeasure(String),
    /// A country for which neither atlas nor file has a name.
    UnknownCountry(String),
    /// A place that is said to be sourced, without its source, or the other way round.
    Position,
    /// A corridor with neither a course nor two places.
    NoCourse,
    /// The end is before the beginning.
    Backwards,
    /// Claims are numbered in their order; that number is wanted.
    Number(String),
    /// Nothing that could be shown.
    Empty,
}

impl Fault {
    /// What a parser found.
    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        match error.classify() {
            Category::Data => Self::Type("object".to_owned()),
            _ => Self::NoJson { line: error.line(), column: error.column() },
        }
    }

    /// The key of its words in the catalogs.
    fn key(&self) -> &'static str {
        match self {
            Self::TooLarge => "own.too_large",
            Self::NoJson { .. } => "own.no_json",
            Self::Missing(_) => "own.missing",
            Self::UnknownKey { nearest: Some(_), .. } => "own.unknown_key_near",
            Self::UnknownKey { .. } => "own.unknown_key",
            Self::Type(wanted) => match wanted.as_str() {
                "object" => "own.object",
                "array" => "own.list",
                "number" => "own.number",
                "integer" => "own.integer",
                "boolean" => "own.truth",
                _ => "own.text",
            },
            Self::Word { .. } => "own.word",
            Self::Range { .. } => "own.range",
            Self::Length { most: Some(_), .. } => "own.length",
            Self::Length { .. } => "own.length_least",
            Self::Form("Date") => "own.date",
            Self::Form("Country") => "own.country",
            Self::Form("Address") => "own.address",
            Self::Form(_) => "own.name",
            Self::UnknownId { nearest: Some(_), .. } => "own.unknown_id_near",
            Self::UnknownId { .. } => "own.unknown_id",
            Self::Twice(_) => "own.twice",
            Self::Value => "own.value",
            Self::UnknownMeasure(_) => "own.unknown_measure",
            Self::UnknownCountry(_) => "own.unknown_country",
            Self::Position => "own.position",
            Self::NoCourse => "own.no_course",
            Self::Backwards => "own.backwards",
            Self::Number(_) => "own.claim_number",
            Self::Empty => "own.empty",
        }
    }

    /// What is wrong and what to do, in a language.
    pub fn say(&self, catalogs: &Catalogs, lang: Lang) -> String {
        let fill = |args: &[(&str, Arg<'_>)]| catalogs.fill(lang, self.key(), args);
        let count = |n: usize| Arg::Number(n as f64);
        match self {
            Self::TooLarge => fill(&[("n", Arg::Number(super::MAX_BYTES as f64 / 1e6))]),
            Self::NoJson { line, column } => {
                fill(&[("line", count(*line)), ("column", count(*column))])
            }
            Self::Missing(id)
            | Self::UnknownKey { key: id, nearest: None }
            | Self::UnknownId { id, nearest: None }
            | Self::Twice(id)
            | Self::UnknownMeasure(id)
            | Self::UnknownCountry(id)
            | Self::Number(id) => fill(&[("id", Arg::Text(&cut(id)))]),
            Self::UnknownKey { key: id, nearest: Some(nearest) }
            | Self::UnknownId { id, nearest: Some(nearest) } => {
                fill(&[("id", Arg::Text(&cut(id))), ("nearest", Arg::Text(nearest))])
            }
            Self::Word { given, allowed } => {
                fill(&[("given", Arg::Text(&cut(given))), ("values", Arg::Text(allowed))])
            }
            Self::Range { low, high } => {
                fill(&[("low", Arg::Number(*low)), ("high", Arg::Number(*high))])
            }
            Self::Length { least, most } => {
                fill(&[("low", count(*least)), ("high", count(most.unwrap_or_default()))])
            }
            _ => fill(&[]),
        }
    }
}
