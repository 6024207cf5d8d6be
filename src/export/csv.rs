//! What shows as one flat table (RFC 4180), a row for each line, each place and each leg of the
//! computed routes.
//!
//! It opens with the mark of UTF-8, without which spreadsheets show Urdu and Russian as noise. The
//! citation is the last column and stands in every row: rows keep it when they are sorted, filtered
//! or copied, and a comment above the header would not be RFC 4180.

use super::json::degrees;
use super::shown::{Shown, of_line};
use crate::geo::{LonLat, antimeridian};
use crate::i18n::Names;
use crate::model::{
    atlas::Atlas,
    id::{Id, each_once},
    source::Source,
};
use crate::present::sources::of_place;
use crate::scene::trail::Trail;

/// The columns, in order.
pub const COLUMNS: [&str; 19] = [
    "kind",
    "id",
    "name_en",
    "name_ur",
    "name_ru",
    "country",
    "unlocode",
    "lon",
    "lat",
    "position",
    "mode",
    "status",
    "status_date",
    "status_confidence",
    "accuracy",
    "corridors",
    "wkt",
    "sources",
    "citation",
];

/// The table; `wkt` has the geometry as well-known text, lists in a cell are parted by ` | `.
pub fn write(atlas: &Atlas, shown: &Shown<'_>, trails: &[Trail], citation: &str) -> String {
    let mut table = Table { out: String::from("\u{feff}"), begun: false };
    for column in COLUMNS {
        table.cell(column);
    }
    table.end();
    for item in &shown.lines {
        let line = item.line;
        table.cell("line");
        table.cell(line.id.as_str());
        table.names(item.corridors().next().map(|corridor| &corridor.names));
        table.blanks(5);
        table.cell(line.mode.name());
        table.cell(line.status.name());
        table.cell(&line.status_date.to_string());
        table.cell(if line.status_source.is_some() { "sourced" } else { "assumed" });
        table.cell(line.accuracy.name());
        table.list(item.corridors().map(|corridor| corridor.reference().to_string()));
        table.cell(&line_text(&line.course));
        table.list(sources(atlas, of_line(line)));
        table.cell(citation);
        table.end();
    }
    for place in &shown.places {
        table.cell(place.kind.name());
        table.cell(place.id.as_str());
        table.names(Some(&place.names));
        table.cell(place.country.as_deref().unwrap_or_default());
        table.cell(place.unlocode.as_deref().unwrap_or_default());
        let [lon, lat] = [place.at.lon, place.at.lat].map(degrees);
        table.number(&lon);
        table.number(&lat);
        table.cell(if place.position.is_some() { "sourced" } else { "approximate" });
        table.blanks(6);
        let mut point = String::from("POINT (");
        point.push_str(&[lon, lat].join(" "));
        point.push(')');
        table.cell(&point);
        table.list(sources(atlas, &of_place(place)));
        table.cell(citation);
        table.end();
    }
    for trail in trails {
        for (at, leg) in trail.legs.iter().enumerate() {
            table.cell("route");
            table.cell(&trail.leg_id(at));
            table.blanks(8);
            table.cell(leg.mode.name());
            table.cell(leg.status.name());
            table.blanks(4);
            table.cell(&line_text(&leg.course));
            table.blanks(1);
            table.cell(citation);
            table.end();
        }
    }
    table.out
}

/// Title and address of each.
fn sources<'a>(
    atlas: &'a Atlas,
    ids: impl IntoIterator<Item = &'a Id>,
) -> impl Iterator<Item = String> {
    let text = |source: &Source| match &source.url {
        Some(url) => [source.title.as_str(), url].join(" "),
        None => source.title.clone(),
    };
    each_once(ids).into_iter().filter_map(move |id| atlas.source(&id).map(text))
}

/// The course as well-known text (OGC 06-103r4, 7).
fn line_text(course: &[LonLat]) -> String {
    let pieces = antimeridian::cut(course);
    let points = |piece: &Vec<LonLat>| {
        let points: Vec<String> =
            piece.iter().map(|at| [degrees(at.lon), degrees(at.lat)].join(" ")).collect();
        ["(", &points.join(", "), ")"].concat()
    };
    match &pieces[..] {
        [piece] => ["LINESTRING ", &points(piece)].concat(),
        _ => {
            let pieces: Vec<String> = pieces.iter().map(points).collect();
            ["MULTILINESTRING (", &pieces.join(", "), ")"].concat()
        }
    }
}

struct Table {
    out: String,
    /// Whether the row has a cell already.
    begun: bool,
}

impl Table {
    /// A cell of text. One that a spreadsheet would run as a formula gets an apostrophe.
    fn cell(&mut self, text: &str) {
        self.separate();
        let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let quoted = text.contains([',', '"', '\n', '\r']);
        if quoted {
            self.out.push('"');
        }
        if runs {
            self.out.push('\'');
        }
        if quoted {
            self.out.push_str(&text.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(text);
        }
    }

    /// A cell of digits, which may begin with a minus.
    fn number(&mut self, digits: &str) {
        self.separate();
        self.out.push_str(digits);
    }

    fn separate(&mut self) {
        if self.begun {
            self.out.push(',');
        }
        self.begun = true;
    }

    fn blanks(&mut self, count: usize) {
        for _ in 0..count {
            self.cell("");
        }
    }

    fn names(&mut self, names: Option<&Names>) {
        match names {
            Some(Names { en, ur, ru }) => [en, ur, ru].into_iter().for_each(|name| self.cell(name)),
            None => self.blanks(3),
        }
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        self.cell(&items.collect::<Vec<_>>().join(" | "));
    }

    fn end(&mut self) {
        self.out.push_str("\r\n");
        self.begun = false;
    }
}
