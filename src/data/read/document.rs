//! A TOML file in memory, with its lines counted.

use super::diagnostic::{Log, Spot};
use toml::{Spanned, de::DeTable};

/// The text of a file.
#[derive(Debug)]
pub(super) struct Document {
    /// Its name in messages: `data/places.toml`.
    pub(super) file: String,
    pub(super) text: String,
}

/// A file and the tables in it.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub(super) document: &'a Document,
    /// `None` when the file is no TOML; its problems are reported then.
    pub(super) table: Option<Spanned<DeTable<'a>>>,
}

impl Document {
    /// Line and column (in characters) of a byte, both from 1.
    pub(super) fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The start of the file.
    pub(super) fn start(&self) -> Spot<'_> {
        Spot { document: self, offset: 0 }
    }

    /// The tables of the file; every error of syntax goes to the log.
    pub(super) fn parse<'a>(&'a self, log: &Log) -> Parsed<'a> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        for error in &errors {
            let offset = error.span().map_or(0, |span| span.start);
            log.report(
                Spot { document: self, offset },
                format!("this is no TOML: {}", error.message()),
                "the entries of this file are checked once it can be read",
            );
        }
        Parsed { document: self, table: errors.is_empty().then_some(table) }
    }

    /// The ids that the lines of a file seem to define, for a file that cannot be parsed: what
    /// points to them is not to be reported as dangling.
    pub(super) fn likely_ids(&self) -> impl Iterator<Item = &str> {
        self.text.lines().flat_map(|line| {
            // `id = "x"` and the `x =` of a catalog need no more than this.
            let line = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?;
            line.trim_start().strip_prefix('"')?.split('"').next()
        })
    }
}
