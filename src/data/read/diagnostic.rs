//! What is wrong in the data files, where, and what to do about it.

use super::document::Document;
use std::{cell::RefCell, collections::BTreeSet, fmt};

/// One thing to mend. Problems are ordered by their place in the files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as `data/places.toml`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)?;
        match &self.hint {
            Some(hint) => write!(out, "\n    {hint}"),
            None => Ok(()),
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) document: &'a Document,
    /// Bytes from the start.
    pub(super) offset: usize,
}

impl fmt::Display for Spot<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.document.position(self.offset);
        write!(out, "{}:{line}:{column}", self.document.file)
    }
}

/// The problems found so far. Readers go on after each; nothing stops at the first.
#[derive(Debug, Default)]
pub(super) struct Log {
    problems: RefCell<BTreeSet<Problem>>,
}

impl Log {
    /// Notes a problem at `spot`.
    pub(super) fn report<'h>(
        &self,
        spot: Spot<'_>,
        message: impl Into<String>,
        hint: impl Into<Option<&'h str>>,
    ) {
        let (line, column) = spot.document.position(spot.offset);
        self.add(&spot.document.file, line, column, message, hint);
    }

    /// Notes a problem of a file that is not kept as a document.
    pub(super) fn add<'h>(
        &self,
        file: &str,
        line: usize,
        column: usize,
        message: impl Into<String>,
        hint: impl Into<Option<&'h str>>,
    ) {
        self.problems.borrow_mut().insert(Problem {
            file: file.to_owned(),
            line,
            column,
            message: message.into(),
            hint: hint.into().map(str::to_owned),
        });
    }

    /// All problems, in the order of their places.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner().into_iter().collect()
    }
}

/// A hint that names the known word nearest to `given`, if one is near, else the known words when
/// they are few.
pub(super) fn nearest<'k>(given: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    let best = known
        .iter()
        .map(|word| (strsim::jaro_winkler(given, word), *word))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((likeness, word)) if likeness >= 0.8 => Some(format!("did you mean `{word}`?")),
        Some(_) if known.len() <= 12 => Some(format!("one of: {}", known.join(", "))),
        _ => None,
    }
}
