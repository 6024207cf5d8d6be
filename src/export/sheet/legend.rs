//! The key of a sheet: samples with their words, in columns.

use super::pen::Pen;
use crate::i18n::{Catalogs, Direction};
use crate::model::place::PlaceKind;
use crate::scene::{display::TextStyle, key::Key, palette::Ink, sample::Sample};

/// Height of an entry, CSS pixels.
const ROW: f32 = 20.0;
/// Room between a sample and its words, and between columns.
const GAP: f32 = 8.0;

/// A part of the key: its heading, where it has one, and its entries.
struct Part {
    heading: Option<String>,
    entries: Vec<(Sample, String)>,
}

/// The key, ready to be set.
pub(super) struct Legend {
    parts: Vec<Part>,
    style: TextStyle,
    heading: TextStyle,
    row: f32,
}

impl Legend {
    /// The key with its words. `more` may add the samples of disputed borders and of approximate
    /// positions.
    pub(super) fn new(key: &Key, more: &[Sample], catalogs: &Catalogs, pen: &Pen<'_>) -> Self {
        let text = |key: &str| catalogs.text(pen.lang, key);
        let lines = key.lines.iter().map(|entry| (entry.sample(), text(&entry.message())));
        let statuses = key
            .statuses
            .iter()
            .map(|&status| (Sample::Status(status), text(&format!("status.{}", status.name()))));
        let symbol =
            |&kind: &PlaceKind| (Sample::Symbol(kind), text(&format!("key.place.{}", kind.name())));
        let mut places: Vec<_> = key.places.iter().map(symbol).collect();
        if more.contains(&Sample::Hollow) {
            places.push((Sample::Hollow, text("key.approximate")));
        }
        let mut lines: Vec<_> = lines.collect();
        if more.contains(&Sample::Disputed) {
            lines.push((Sample::Disputed, text("key.disputed")));
        }
        let mut parts = vec![
            Part { heading: Some(text("key.title")), entries: lines },
            Part { heading: Some(text("key.status")), entries: statuses.collect() },
            Part { heading: Some(text("key.places")), entries: places },
        ];
        parts.retain(|part| !part.entries.is_empty());
        let style = pen.style(12.0, 400, Ink::Ink);
        let row = ROW.max(pen.leading(&style) * 0.95);
        Self { parts, style, heading: pen.style(12.5, 600, Ink::Ink), row }
    }

    /// Its height below one another in a column, CSS pixels.
    pub(super) fn column_height(&self) -> f32 {
        let rows: usize = self.parts.iter().map(|part| part.entries.len()).sum();
        rows as f32 * self.row + self.parts.len() as f32 * (self.row + GAP)
    }

    /// The width that its widest entry needs, CSS pixels.
    pub(super) fn width(&self, pen: &mut Pen<'_>) -> f32 {
        let entries = self.parts.iter().flat_map(|part| &part.entries);
        entries
            .map(|(sample, words)| {
                sample.size().width + GAP + pen.measure.width(words, &self.style)
            })
            .fold(0.0, f32::max)
    }

    /// Sets it below one another in a column; gives the y below it.
    pub(super) fn column(&self, pen: &mut Pen<'_>, [x, y]: [f32; 2], width: f32) -> f32 {
        let mut top = y;
        for part in &self.parts {
            top = self.heading(part, pen, [x, top], width);
            for entry in &part.entries {
                self.entry(entry, pen, [x, top], width);
                top += self.row;
            }
            top += GAP;
        }
        top
    }

    /// Its height in rows across a sheet of that width, CSS pixels.
    pub(super) fn rows_height(&self, pen: &mut Pen<'_>, width: f32) -> f32 {
        self.flow(pen, [0.0, 0.0], width, false)
    }

    /// Sets it in rows across the sheet; gives the y below it.
    pub(super) fn rows(&self, pen: &mut Pen<'_>, at: [f32; 2], width: f32) -> f32 {
        self.flow(pen, at, width, true)
    }

    fn flow(&self, pen: &mut Pen<'_>, [x, y]: [f32; 2], width: f32, draw: bool) -> f32 {
        let mut top = y;
        for part in &self.parts {
            if draw {
                self.heading(part, pen, [x, top], width);
            }
            top += self.row;
            let mut along = 0.0;
            for entry in &part.entries {
                let own = entry.0.size().width + GAP + pen.measure.width(&entry.1, &self.style);
                if along > 0.0 && along + own > width {
                    along = 0.0;
                    top += self.row;
                }
                if draw {
                    let left = match pen.lang.direction() {
                        Direction::Ltr => x + along,
                        Direction::Rtl => x + width - along - own,
                    };
                    self.entry(entry, pen, [left, top], own);
                }
                along += own + 2.0 * GAP;
            }
            top += self.row + GAP / 2.0;
        }
        top
    }

    fn heading(&self, part: &Part, pen: &mut Pen<'_>, at: [f32; 2], width: f32) -> f32 {
        if let Some(words) = &part.heading {
            let block = pen.wrap(words, self.heading, width);
            pen.block(block, at, width);
        }
        at[1] + self.row
    }

    fn entry(
        &self,
        (sample, words): &(Sample, String),
        pen: &mut Pen<'_>,
        [x, y]: [f32; 2],
        width: f32,
    ) {
        let scene = sample.scene();
        let own = scene.size.width;
        let (left, beside) = match pen.lang.direction() {
            Direction::Ltr => (x, x + own + GAP),
            Direction::Rtl => (x + width - own, x),
        };
        let middle = y + self.row / 2.0;
        let height = scene.size.height;
        pen.picture(scene, [left, middle - height / 2.0]);
        let room = width - own - GAP;
        let text_width = pen.measure.width(words, &self.style).min(room);
        let center = match pen.lang.direction() {
            Direction::Ltr => beside + text_width / 2.0,
            Direction::Rtl => beside + room - text_width / 2.0,
        };
        pen.centered(words, [center, middle], self.style);
    }
}
