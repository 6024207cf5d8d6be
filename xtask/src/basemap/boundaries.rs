//! `data/boundaries.toml`: the disputed stretches, and which segments of the map they are.

use super::area::Area;
use crate::topojson::Point;
use anyhow::{Context, ensure};
use atlas::model::basemap::{BorderStyle, Stretch};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boundaries {
    stretch: Vec<Entry>,
}

/// One disputed stretch.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    id: String,
    note: Words,
    /// Pairs of countries whose common border it is.
    #[serde(default)]
    between: Vec<[String; 2]>,
    /// Where on that border; everywhere when empty.
    #[serde(default)]
    boxes: Vec<[f64; 4]>,
    /// Records of the provincial lines that it follows where no country ends.
    #[serde(default)]
    pub admin1: Vec<usize>,
    /// A line drawn by hand, schematic.
    #[serde(default)]
    pub path: Vec<Point>,
    styles: Styles,
    basis: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    en: String,
    ur: String,
    ru: String,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Styles {
    neutral: Style,
    pakistan: Style,
    india: Style,
    russia: Style,
    iso: Style,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Style {
    Solid,
    Dashed,
    Hidden,
}

impl Boundaries {
    /// Reads and checks the file's text.
    pub fn read(text: &str) -> anyhow::Result<Self> {
        let file: Self = toml::from_str(text).context("data/boundaries.toml")?;
        ensure!(file.stretch.len() < 256, "a stretch's number must fit one byte");
        let mut ids = BTreeSet::new();
        for entry in &file.stretch {
            let id = &entry.id;
            ensure!(ids.insert(id), "data/boundaries.toml: `{id}` stands twice");
            let Words { en, ur, ru } = &entry.note;
            let told = [en, ur, ru, &entry.basis].iter().all(|text| !text.trim().is_empty());
            ensure!(told, "data/boundaries.toml: `{id}` needs its note and basis");
            let courses =
                [entry.between.is_empty(), entry.admin1.is_empty(), entry.path.is_empty()];
            let given = courses.iter().filter(|empty| !**empty).count();
            ensure!(given == 1, "data/boundaries.toml: `{id}` needs one of between, admin1, path");
            ensure!(
                matches!(entry.styles.neutral, Style::Dashed),
                "data/boundaries.toml: `{id}` is disputed, so the neutral view draws it dashed"
            );
        }
        Ok(file)
    }

    /// The stretches in the order of their numbers.
    pub fn entries(&self) -> &[Entry] {
        &self.stretch
    }

    /// The stretches as the map holds them.
    pub fn stretches(&self) -> Vec<Stretch> {
        let style = |style: Style| match style {
            Style::Solid => BorderStyle::Solid,
            Style::Dashed => BorderStyle::Dashed,
            Style::Hidden => BorderStyle::Hidden,
        };
        self.stretch
            .iter()
            .map(|entry| {
                let s = entry.styles;
                let styles = [s.neutral, s.pakistan, s.india, s.russia, s.iso].map(style);
                Stretch { id: entry.id.clone(), styles }
            })
            .collect()
    }

    /// The stretch of the segment from `a` to `b` on the border of `owners`; the first that fits.
    pub fn stretch(&self, owners: &BTreeSet<String>, a: Point, b: Point) -> Option<u8> {
        let middle = [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
        let fits = |entry: &Entry| {
            entry.between.iter().any(|pair| pair.iter().all(|side| owners.contains(side)))
                && (entry.boxes.is_empty() || entry.boxes.iter().any(|b| Area(*b).holds(middle)))
        };
        self.stretch.iter().position(fits).map(|index| index as u8)
    }

    /// The ids of the stretches with a border of countries for which no number is in `seen`.
    pub fn unseen(&self, seen: &BTreeSet<u8>) -> Vec<&str> {
        let entries = self.stretch.iter().enumerate();
        entries.filter(|(i, _)| !seen.contains(&(*i as u8))).map(|(_, e)| e.id.as_str()).collect()
    }
}

/// A piece of an arc, with the number of its stretch where it is disputed.
pub type Piece = (Option<u8>, Vec<Point>);

/// Cuts an arc where the stretch of its segments changes.
pub fn split(arc: &[Point], stretch: impl Fn(Point, Point) -> Option<u8>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for pair in arc.windows(2) {
        let this = stretch(pair[0], pair[1]);
        match pieces.last_mut() {
            Some((last, points)) if *last == this => points.push(pair[1]),
            _ => pieces.push((this, pair.to_vec())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [[stretch]]
        id = "line"
        note = { en = "a", ur = "b", ru = "c" }
        between = [["IND", "PAK"]]
        boxes = [[1.0, -1.0, 3.0, 1.0]]
        styles = { neutral = "dashed", pakistan = "hidden", india = "solid", russia = "dashed", iso = "dashed" }
        basis = "a test"
    "#;

    fn owners(names: [&str; 2]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_border_is_cut_where_it_enters_and_leaves_the_box() {
        let file = Boundaries::read(FILE).unwrap();
        let arc: Vec<Point> = (0..=5).map(|i| [f64::from(i), 0.0]).collect();
        let sides = owners(["PAK", "IND"]);
        let pieces = split(&arc, |a, b| file.stretch(&sides, a, b));
        let shape: Vec<(Option<u8>, usize)> =
            pieces.iter().map(|(stretch, points)| (*stretch, points.len())).collect();
        assert_eq!(shape, [(None, 2), (Some(0), 3), (None, 3)]);
        assert_eq!(pieces[0].1.last(), pieces[1].1.first());
        assert_eq!(pieces[1].1.last(), pieces[2].1.first());
    }

    #[test]
    fn another_pair_is_not_touched() {
        let file = Boundaries::read(FILE).unwrap();
        assert_eq!(file.stretch(&owners(["PAK", "IRN"]), [1.5, 0.0], [2.0, 0.0]), None);
    }

    #[test]
    fn the_neutral_view_takes_no_side() {
        let sided = FILE.replace("neutral = \"dashed\"", "neutral = \"solid\"");
        assert!(Boundaries::read(&sided).unwrap_err().to_string().contains("neutral"));
    }

    #[test]
    fn an_id_stands_once() {
        assert!(Boundaries::read(&format!("{FILE}{FILE}")).is_err());
    }
}
