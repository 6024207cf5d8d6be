//! One table of a data file, read field by field.
//!
//! Each reader asks for the fields that it knows; what it did not ask for is unknown, so the
//! schema stands in one place. A field that is missing or wrong is reported and gives `None`, and
//! reading goes on.

use super::diagnostic::{Log, Spot, nearest};
use super::document::{Document, Parsed};
use crate::units::PartialDate;
use std::cell::RefCell;
use toml::{Spanned, de::DeTable, de::DeValue};

/// A value and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a, T> {
    pub(super) value: T,
    pub(super) spot: Spot<'a>,
}

/// A table under reading.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) log: &'a Log,
    pub(super) spot: Spot<'a>,
    document: &'a Document,
    table: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
}

/// A value of a field, of any type.
pub(super) type Raw<'a> = At<'a, &'a DeValue<'a>>;

impl<'a> Entry<'a> {
    /// The whole file as one entry; `None` when it cannot be parsed.
    pub(super) fn of_file(parsed: &'a Parsed<'a>, log: &'a Log) -> Option<Self> {
        let table = parsed.table.as_ref()?.get_ref();
        Some(Self::new(parsed.document, table, parsed.document.start(), log))
    }

    fn new(document: &'a Document, table: &'a DeTable<'a>, spot: Spot<'a>, log: &'a Log) -> Self {
        Self { log, spot, document, table, asked: RefCell::default() }
    }

    fn at(&self, offset: usize) -> Spot<'a> {
        Spot { document: self.document, offset }
    }

    /// The field, whatever it holds.
    pub(super) fn raw(&self, key: &'static str) -> Option<Raw<'a>> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some(At { value: value.get_ref(), spot: self.at(value.span().start) })
    }

    /// Reports that a field which must be there is not.
    pub(super) fn missing(&self, key: &str) {
        self.log.report(self.spot, format!("`{key}` is missing"), None);
    }

    /// A field that must be there.
    pub(super) fn required(&self, key: &'static str) -> Option<Raw<'a>> {
        let found = self.raw(key);
        if found.is_none() {
            self.missing(key);
        }
        found
    }

    fn wrong_type(&self, raw: &Raw<'_>, wanted: &str) {
        let found = raw.value.type_str();
        let hint = (found == "datetime").then_some("write dates in quotation marks");
        self.log.report(raw.spot, format!("this must be {wanted}, not {found}"), hint);
    }

    fn as_text(&self, raw: Raw<'a>) -> Option<At<'a, &'a str>> {
        let Some(value) = raw.value.as_str() else {
            self.wrong_type(&raw, "a text");
            return None;
        };
        if value.trim().is_empty() {
            self.log.report(raw.spot, "this text is empty", None);
            return None;
        }
        if value.trim() != value {
            self.log.report(raw.spot, "this text begins or ends with a space", None);
        }
        Some(At { value, spot: raw.spot })
    }

    /// A text that must be there and not be empty.
    pub(super) fn text(&self, key: &'static str) -> Option<At<'a, &'a str>> {
        self.as_text(self.required(key)?)
    }

    /// A text that may be left out; `Some(None)` is the text left out, `None` a wrong one.
    pub(super) fn optional_text(&self, key: &'static str) -> Option<Option<At<'a, &'a str>>> {
        match self.raw(key) {
            None => Some(None),
            Some(raw) => self.as_text(raw).map(Some),
        }
    }

    /// A number, whole or not, finite.
    pub(super) fn as_number(&self, raw: &Raw<'a>) -> Option<f64> {
        let digits = match raw.value {
            DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.wrong_type(raw, "a number");
                return None;
            }
        };
        match digits.parse::<f64>() {
            Ok(number) if number.is_finite() => Some(number),
            _ => {
                self.log.report(raw.spot, format!("`{digits}` is no finite number"), None);
                None
            }
        }
    }

    /// A number from `low` to `high`; `absent` where it is left out, missing when that is `None`.
    pub(super) fn number_in(
        &self,
        key: &'static str,
        [low, high]: [f64; 2],
        absent: Option<f64>,
    ) -> Option<f64> {
        let raw = match (self.raw(key), absent) {
            (Some(raw), _) => raw,
            (None, Some(absent)) => return Some(absent),
            (None, None) => {
                self.missing(key);
                return None;
            }
        };
        let number = self.as_number(&raw)?;
        if (low..=high).contains(&number) {
            return Some(number);
        }
        let message = format!("`{key}` is {number}, but must lie from {low} to {high}");
        let swapped = key == "lat" && (-180.0..=180.0).contains(&number);
        self.log.report(
            raw.spot,
            message,
            swapped.then_some("longitude comes first; are `lon` and `lat` swapped?"),
        );
        None
    }

    /// Like [`Self::number_in`], and whole.
    pub(super) fn whole_in(
        &self,
        key: &'static str,
        range: [f64; 2],
        absent: Option<f64>,
    ) -> Option<i64> {
        let number = self.number_in(key, range, absent)?;
        if number.fract() != 0.0 {
            let spot = self.raw(key).map_or(self.spot, |raw| raw.spot);
            self.log.report(spot, format!("`{key}` must be a whole number"), None);
            return None;
        }
        Some(number as i64)
    }

    /// Yes or no; no where it is left out.
    pub(super) fn flag(&self, key: &'static str) -> bool {
        let Some(raw) = self.raw(key) else { return false };
        if raw.value.as_bool().is_none() {
            self.wrong_type(&raw, "true or false");
        }
        raw.value.as_bool().unwrap_or(false)
    }

    /// One of the values of an enumeration, by its name.
    pub(super) fn choice<T: Copy>(
        &self,
        key: &'static str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        self.named(self.text(key)?, key, all, &name)
    }

    /// The values of an enumeration that a list names.
    pub(super) fn choices<T: Copy>(
        &self,
        key: &'static str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Vec<T> {
        let texts = self.texts(key).into_iter();
        texts.filter_map(|text| self.named(text, key, all, &name)).collect()
    }

    fn named<T: Copy>(
        &self,
        text: At<'a, &'a str>,
        key: &str,
        all: &[T],
        name: &impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let found = all.iter().copied().find(|&value| name(value) == text.value);
        if found.is_none() {
            let names = || all.iter().map(|&value| name(value));
            let known = || format!("write one of {}", names().collect::<Vec<_>>().join(", "));
            let hint = nearest(text.value, names()).unwrap_or_else(known);
            let message = format!("`{}` is no known {key}", text.value);
            self.log.report(text.spot, message, hint.as_str());
        }
        found
    }

    fn as_date(&self, text: At<'a, &'a str>) -> Option<At<'a, PartialDate>> {
        match text.value.parse::<PartialDate>() {
            Ok(date) if date.day.is_none_or(|day| day <= days_of_month(date)) => {
                Some(At { value: date, spot: text.spot })
            }
            Ok(_) => {
                let message = format!("`{}`: that month has no such day", text.value);
                self.log.report(text.spot, message, None);
                None
            }
            Err(_) => {
                let message = format!("`{}` is no date", text.value);
                self.log.report(text.spot, message, "write 2021, 2021-05 or 2021-05-28");
                None
            }
        }
    }

    /// A date that must be there.
    pub(super) fn date(&self, key: &'static str) -> Option<At<'a, PartialDate>> {
        self.as_date(self.text(key)?)
    }

    /// A date that may be left out; the outer `None` is a wrong one.
    pub(super) fn optional_date(&self, key: &'static str) -> Option<Option<At<'a, PartialDate>>> {
        match self.optional_text(key)? {
            None => Some(None),
            Some(text) => self.as_date(text).map(Some),
        }
    }

    /// A list, each value with its place.
    pub(super) fn list(&self, key: &'static str) -> Option<Vec<Raw<'a>>> {
        let raw = self.raw(key)?;
        let Some(items) = raw.value.as_array() else {
            self.wrong_type(&raw, "a list");
            return None;
        };
        Some(
            items
                .iter()
                .map(|item| At { value: item.get_ref(), spot: self.at(item.span().start) })
                .collect(),
        )
    }

    /// A list of texts; wrong ones are reported and left out.
    pub(super) fn texts(&self, key: &'static str) -> Vec<At<'a, &'a str>> {
        let items = self.list(key).unwrap_or_default();
        items.into_iter().filter_map(|item| self.as_text(item)).collect()
    }

    /// A table below this one that may be left out.
    pub(super) fn inner(&self, key: &'static str) -> Option<Entry<'a>> {
        let raw = self.raw(key)?;
        match raw.value.as_table() {
            Some(table) => Some(Self::new(self.document, table, raw.spot, self.log)),
            None => {
                self.wrong_type(&raw, "a table");
                None
            }
        }
    }

    /// The tables of a list like `[[place]]`.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Entry<'a>> {
        let items = self.list(key).unwrap_or_default();
        items
            .into_iter()
            .filter_map(|item| match item.value.as_table() {
                Some(table) => Some(Self::new(self.document, table, item.spot, self.log)),
                None => {
                    self.wrong_type(&item, "a table");
                    None
                }
            })
            .collect()
    }

    /// Reports the fields that nobody asked for.
    pub(super) fn finish(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !asked.contains(&name) {
                let hint = nearest(name, asked.iter().copied());
                let spot = self.at(key.span().start);
                self.log.report(spot, format!("`{name}` is no known key here"), hint.as_deref());
            }
        }
    }

    /// Every key and value of the table, for catalogs, whose keys are free.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (At<'a, &'a str>, Raw<'a>)> {
        let document = self.document;
        let at = move |offset| Spot { document, offset };
        self.table.iter().map(move |(key, value): (&Spanned<_>, &Spanned<_>)| {
            let name: &std::borrow::Cow<'a, str> = key.get_ref();
            (
                At { value: name.as_ref(), spot: at(key.span().start) },
                At { value: value.get_ref(), spot: at(value.span().start) },
            )
        })
    }
}

fn days_of_month(date: PartialDate) -> u8 {
    let leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    match date.month {
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if leap => 29,
        Some(2) => 28,
        _ => 31,
    }
}
