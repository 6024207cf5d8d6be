//! The state as the text after `#` in an address, and back.
//!
//! `v=1&lang=ur&map=4.20/30.100/66.200&select=gwadar`: parts in any order, each optional. A bad
//! part is reported and ignored, so that an old or mangled link still opens the map.

use super::{
    app_state::{AppState, MAX_EXTRA, STARTS, Theme},
    layers::{Layer, Layers},
    page::Page,
    view::MapView,
};
use crate::claims::{Query, Refused};
use crate::geo::{LonLat, projection::ProjectionId};
use crate::i18n::{Lang, cut};
use crate::model::{
    atlas::Atlas,
    basemap::BoundaryView,
    id::{self, Id, Kind, Ref},
};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Longest fragment that is read, in bytes. The longest that [`write`] makes is far below.
pub const MAX_BYTES: usize = 8 * 1024;

/// More than a reader would read: a mangled address may have thousands of bad parts.
pub const MOST_PROBLEMS: usize = 8;

/// Zooms of other web maps reach 24; a larger number is no zoom.
const LARGEST_ZOOM_READ: f64 = 24.0;

/// What would end a value, or what browsers and mail programs change on the way.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'`');

/// What was wrong with a part of a fragment. Texts from the address are cut to 64 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The key means nothing here.
    UnknownKey {
        /// The key as given.
        key: String,
    },
    /// The key is known, the value is not.
    BadValue {
        /// The key.
        key: String,
        /// The value as given.
        value: String,
        /// What is accepted, in the words of the fragment: a list, a range or a pattern. The
        /// same in all languages.
        expected: &'static str,
    },
    /// Nothing in the data bears the id.
    UnknownId {
        /// The id as given.
        given: String,
        /// An id that is spelt nearly so.
        nearest: Option<String>,
    },
    /// The whole is longer than [`MAX_BYTES`]; nothing of it was read.
    TooLong,
}

/// The canonical fragment of the state, without `#`: the language always, everything else only
/// where it differs from [`AppState::default`].
pub fn write(state: &AppState, atlas: &Atlas) -> String {
    let default = AppState::default();
    let mut parts = Parts(String::from("v=1"));
    parts.push("lang", state.lang.code());
    if state.page != default.page {
        parts.push("view", state.page.name());
    }
    if let Some(view) = state.map {
        let MapView { zoom, center } = view.rounded();
        parts.push("map", &format!("{zoom:.2}/{:.3}/{:.3}", center.lat, center.lon));
    }
    if let Some(id) = state.projection {
        parts.push("proj", id.name());
    }
    if state.layers != default.layers {
        let on: Vec<&str> = state.layers.iter().map(Layer::name).collect();
        parts.push("layers", if on.is_empty() { "none".into() } else { on.join(",") }.as_str());
    }
    if let Some(target) = &state.select {
        parts.push("select", &spell(target, atlas));
    }
    if state.table {
        parts.push("table", "open");
    }
    if let Some(claim) = state.claim {
        parts.push("claim", &claim.to_string());
    }
    if !state.query.search.is_empty() {
        parts.push("q", &state.query.search);
    }
    for (facet, value) in &state.query.filter.0 {
        parts.push(&format!("{FILTER}{}", facet.name()), value);
    }
    for (key, value) in state.trip.parts() {
        parts.push(&key, &value);
    }
    if let Some(part) = &state.part {
        parts.push("at", part);
    }
    if let Some(since) = state.times.since {
        parts.push("since", &since.to_string());
    }
    if state.times.in_paper {
        parts.push("events", "paper");
    }
    if let Some(year) = state.year {
        parts.push("year", &year.to_string());
    }
    if state.step != default.step {
        parts.push("step", &state.step.to_string());
    }
    if state.theme != default.theme {
        parts.push("theme", state.theme.name());
    }
    if state.boundaries != default.boundaries {
        parts.push("boundaries", state.boundaries.name());
    }
    if state.extra > 0 {
        parts.push("extra", &state.extra.min(MAX_EXTRA).to_string());
    }
    parts.0
}

struct Parts(String);

impl Parts {
    fn push(&mut self, key: &str, value: &str) {
        self.0.push('&');
        self.0.push_str(key);
        self.0.push('=');
        self.0.extend(utf8_percent_encode(value, RESERVED));
    }
}

/// The bare id where it can mean one thing only.
fn spell(target: &Ref, atlas: &Atlas) -> String {
    let bearers = Kind::ALL
        .into_iter()
        .filter(|kind| atlas.has(&Ref { kind: *kind, id: target.id.clone() }))
        .count();
    if bearers == 1 && atlas.has(target) { target.id.to_string() } else { target.to_string() }
}

/// Reads a fragment, with or without `#`. Parts that it lacks, and parts that are bad, keep what
/// `base` has. Where a key stands twice, the last good value counts.
///
/// With the default state as base, reading what [`write`] wrote gives the same state, its view
/// [rounded](MapView::rounded).
pub fn read(text: &str, base: &AppState, atlas: &Atlas) -> (AppState, Vec<Problem>) {
    let mut state = base.clone();
    let mut problems = Vec::new();
    let text = text.strip_prefix('#').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return (state, vec![Problem::TooLong]);
    }
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let key = percent_decode_str(key).decode_utf8_lossy();
        let value = percent_decode_str(value).decode_utf8_lossy();
        if let Err(problem) = read_part(&key, &value, &mut state, atlas, &mut problems) {
            problems.push(problem);
        }
        problems.dedup();
        problems.truncate(MOST_PROBLEMS);
    }
    (state, problems)
}

fn read_part(
    key: &str,
    value: &str,
    state: &mut AppState,
    atlas: &Atlas,
    problems: &mut Vec<Problem>,
) -> Result<(), Problem> {
    let bad = |expected| Problem::BadValue { key: key.to_owned(), value: cut(value), expected };
    match key {
        "v" => only("1", value).ok_or_else(|| bad("1"))?,
        "view" => {
            let known = Page::from_name(value).filter(|page| page.is_in(atlas));
            state.page =
                known.ok_or_else(|| bad("map, routes, tour, claims, timeline, sources, about"))?;
        }
        "claim" => {
            let nameless = || Problem::UnknownId { given: cut(value), nearest: None };
            state.claim = Some(atlas.claim(value).ok_or_else(nameless)?);
        }
        "year" => {
            let year =
                value.parse().ok().filter(|year| (EARLIEST..=atlas.date.year).contains(year));
            state.year = Some(year.ok_or_else(|| bad("1940, 1941, …"))?);
        }
        "at" => {
            let part = Some(value).filter(|value| is_part(value));
            state.part =
                Some(part.ok_or_else(|| bad("event:…, reference:…, finding:…"))?.to_owned());
        }
        "since" => {
            let since = value.parse().ok().filter(|since| STARTS.contains(since));
            state.times.since = Some(since.ok_or_else(|| bad("2000, 2013"))?);
        }
        "events" => {
            state.times.in_paper =
                only("paper", value).map(|()| true).ok_or_else(|| bad("paper"))?
        }
        "table" => {
            state.table = only("open", value).map(|()| true).ok_or_else(|| bad("open"))?;
        }
        "step" => {
            let step = value.parse().ok().filter(|step| (1..=atlas.study.steps).contains(step));
            state.step = step.ok_or_else(|| bad("1, 2, 3, …"))?;
        }
        "q" => state.query.search = Query::kept(value),
        "proj" => {
            let known = ProjectionId::from_name(value);
            let expected = "lambert, albers, equal-earth, mercator, orthographic";
            state.projection = Some(known.ok_or_else(|| bad(expected))?);
        }
        "lang" => {
            let known = Lang::ALL.into_iter().find(|lang| lang.code() == value);
            state.lang = known.ok_or_else(|| bad("en, ur, ru"))?;
        }
        "map" => state.map = Some(read_view(value).ok_or_else(|| bad("zoom/latitude/longitude"))?),
        "layers" => {
            let expected =
                "none, projects, waterways, sea, places, labels, rivers, borders, graticule";
            state.layers = read_layers(value, || bad(expected), problems)?;
        }
        "select" => state.select = Some(atlas.resolve(value).map_err(|_| unknown(value, atlas))?),
        "theme" => {
            state.theme = Theme::from_name(value).ok_or_else(|| bad("auto, light, dark"))?;
        }
        "boundaries" => {
            let known = BoundaryView::ALL.into_iter().find(|view| view.name() == value);
            state.boundaries = known.ok_or_else(|| bad("neutral, pakistan, india, russia, iso"))?;
        }
        "extra" => {
            let n = value.parse().ok().filter(|n| *n <= MAX_EXTRA);
            state.extra = n.ok_or_else(|| bad("0–100000"))?;
        }
        _ if let Some(taken) = state.trip.read(key, value, atlas) => taken.map_err(bad)?,
        _ => {
            let unknown_key = || Problem::UnknownKey { key: cut(key) };
            let facet = key.strip_prefix(FILTER).ok_or_else(unknown_key)?;
            state.query.filter.set(facet, value, atlas).map_err(|refused| match refused {
                Refused::Key => unknown_key(),
                Refused::Value(accepted) => bad(accepted),
                Refused::Id => unknown(value, atlas),
            })?;
        }
    }
    Ok(())
}

/// Whether that can name a part of a page.
fn is_part(value: &str) -> bool {
    let sign = |sign: char| sign.is_ascii_alphanumeric() || ":_.-".contains(sign);
    (1..=MOST_OF_PART).contains(&value.len()) && value.chars().all(sign)
}

/// Longer than the name of any part of a page, in letters.
const MOST_OF_PART: usize = 96;

/// Before it no organisation of the data was.
const EARLIEST: i16 = 1940;

/// Begins the keys of facets.
const FILTER: &str = "filter.";

fn only(accepted: &str, value: &str) -> Option<()> {
    (value == accepted).then_some(())
}

/// A view on the globe is moved to the nearest that the map can show; anything else is no view.
fn read_view(value: &str) -> Option<MapView> {
    let numbers: Vec<f64> = value.split('/').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [zoom, lat, lon] = numbers.try_into().ok()?;
    let center = LonLat::new(lon, lat)?;
    (0.0..=LARGEST_ZOOM_READ).contains(&zoom).then(|| MapView { zoom, center }.clamped())
}

/// Unknown names are reported one by one; the rest counts, if there is any.
fn read_layers(
    value: &str,
    bad: impl Fn() -> Problem,
    problems: &mut Vec<Problem>,
) -> Result<Layers, Problem> {
    if value == "none" {
        return Ok(Layers::NONE);
    }
    let (known, strange): (Vec<_>, Vec<_>) =
        value.split(',').map(|name| Layer::from_name(name).ok_or(name)).partition(Result::is_ok);
    if known.is_empty() {
        return Err(bad());
    }
    if !strange.is_empty() {
        problems.push(bad());
    }
    Ok(known.into_iter().flatten().collect())
}

fn unknown(given: &str, atlas: &Atlas) -> Problem {
    Problem::UnknownId { given: cut(given), nearest: nearest(given, atlas) }
}

/// The id that is at most a third of its letters away.
fn nearest(given: &str, atlas: &Atlas) -> Option<String> {
    let name = given.rsplit(':').next().unwrap_or(given).to_lowercase();
    id::nearest(&name, ids(atlas).map(Id::as_str))
}

fn ids(atlas: &Atlas) -> impl Iterator<Item = &Id> {
    let places = atlas.places.iter().map(|place| &place.id);
    let corridors = atlas.corridors.iter().map(|corridor| &corridor.id);
    places.chain(corridors).chain(atlas.institutions.iter().map(|institution| &institution.id))
}
