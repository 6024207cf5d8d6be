//! The view in words: what a reader who does not see the map is told, and one who sees it can read
//! beside the table.

use super::{
    course::distance, display::Box2, spots::Spot, stage::Stage, trail::Trail, viewport::Viewport,
};
use crate::geo::great_circle::distance_km;
use crate::i18n::{Arg, Catalogs, Lang};
use crate::model::{
    atlas::Atlas,
    fact::Value,
    id::Kind,
    label::{AreaClass, AreaLabel},
    line::Status,
    place::Place,
};
use crate::order;
use crate::present;
use crate::state::AppState;
use crate::units::Unit;
use std::cmp::Reverse;

/// Names of countries that are said; the rest is counted.
const MOST_COUNTRIES: usize = 5;
/// Names of seas that are said.
const MOST_SEAS: usize = 3;
/// Names of places that are said.
const MOST_PLACES: usize = 5;
/// Steps in which a view is measured: its scale may change from side to side.
const STEPS: u16 = 64;

/// Some sentences on the view: the countries and seas in it and its width, the corridors that show by
/// their status, the main places, what is chosen, and each computed route.
pub fn describe(
    stage: &Stage,
    state: &AppState,
    window: &Viewport,
    spots: &[Spot],
    trails: &[Trail],
) -> String {
    let (atlas, lang) = (&stage.atlas, state.lang);
    let places: Vec<&Place> = spots
        .iter()
        .filter(|spot| spot.target.kind == Kind::Place)
        .filter_map(|spot| atlas.place(&spot.target.id))
        .collect();
    let mut sentences = vec![region(stage, lang, window, &places), corridors(stage, lang, spots)];
    if !places.is_empty() {
        let list = main_places(atlas, lang, &places);
        let list = [("list", Arg::Word(&list))];
        sentences.push(atlas.catalogs.fill(lang, "description.places", &list));
    }
    if let Some(chosen) = &state.select {
        let thing = present::thing(atlas, lang, chosen);
        let thing = [("thing", Arg::Word(&thing))];
        sentences.push(atlas.catalogs.fill(lang, "description.selected", &thing));
    }
    sentences.extend(trails.iter().map(|trail| route(&atlas.catalogs, lang, trail)));
    sentences.join(" ")
}

/// A computed route: its letter and the modes it goes by.
fn route(catalogs: &Catalogs, lang: Lang, trail: &Trail) -> String {
    let modes = present::modes(catalogs, lang, trail.legs.iter().map(|leg| leg.mode));
    let args = [("letter", Arg::Word(&trail.letter)), ("modes", Arg::Word(&modes))];
    catalogs.fill(lang, "description.route", &args)
}

/// The first sentence of a description: which part of the world shows, and how much of it.
pub fn first_sentence(words: &str) -> &str {
    let ends =
        [". ", "۔ "].into_iter().filter_map(|end| words.find(end).map(|at| at + end.len() - 1));
    ends.min().map_or(words, |end| &words[..end])
}

/// The places where most corridors meet, of those of the highest rank.
fn main_places(atlas: &Atlas, lang: Lang, places: &[&Place]) -> String {
    let meet = |place: &Place| {
        atlas.corridors.iter().filter(|corridor| corridor.places.contains(&place.id)).count()
    };
    let keys: Vec<_> = places.iter().map(|place| (place.rank, Reverse(meet(place)))).collect();
    let sorted = order::indices(keys.len(), |a, b| keys[a].cmp(&keys[b]));
    let names: Vec<&str> =
        sorted.into_iter().take(MOST_PLACES).map(|index| places[index].names.get(lang)).collect();
    present::some_of(&atlas.catalogs, lang, &names, places.len() - names.len())
}

fn region(stage: &Stage, lang: Lang, window: &Viewport, places: &[&Place]) -> String {
    let catalogs = &stage.atlas.catalogs;
    let (mut countries, mut seas) = (Vec::new(), Vec::new());
    for label in areas(stage, window) {
        let name = on_one_line(label.names.get(lang));
        match &label.country {
            Some(iso) => countries.push((iso, name)),
            None => seas.push(name),
        }
    }
    // From near, a country may fill the window and have its label elsewhere.
    for iso in places.iter().filter_map(|place| place.country.as_ref()) {
        if countries.iter().all(|(known, _)| *known != iso) {
            countries.push((iso, catalogs.text(lang, &format!("country.{iso}"))));
        }
    }
    let all = countries.len() + seas.len();
    let countries = countries.iter().take(MOST_COUNTRIES).map(|(_, name)| name.as_str());
    let named: Vec<&str> =
        countries.chain(seas.iter().take(MOST_SEAS).map(String::as_str)).collect();
    let width = Value::One(two_digits(across_km(window)));
    let width = present::quantity(catalogs, lang, &width, Unit::Km);
    let width = catalogs.fill(lang, "number.about", &[("n", Arg::Word(&width))]);
    let width = ("width", Arg::Word(&width));
    if named.is_empty() {
        return catalogs.fill(lang, "description.width", &[width]);
    }
    let areas = present::some_of(catalogs, lang, &named, all - named.len());
    catalogs.fill(lang, "description.region", &[("areas", Arg::Word(&areas)), width])
}

/// The labels of countries and seas in the window: the strong first, then those nearest to its
/// middle.
fn areas<'a>(stage: &'a Stage, window: &Viewport) -> Vec<&'a AreaLabel> {
    let size = window.size;
    let sheet = Box2 { x: 0.0, y: 0.0, width: size.width, height: size.height };
    let mut found: Vec<(bool, f32, &AreaLabel)> = Vec::new();
    for label in &stage.atlas.labels {
        if label.class == AreaClass::River || window.view.zoom < f64::from(label.min_zoom) {
            continue;
        }
        let points = label.at.iter().filter_map(|&point| window.project(point));
        let gaps = points.filter(|at| sheet.holds(*at)).map(|at| distance(at, sheet.middle()));
        if let Some(gap) = gaps.min_by(f32::total_cmp) {
            found.push((label.class != AreaClass::CountryStrong, gap, label));
        }
    }
    let sorted = order::indices(found.len(), |a, b| {
        let (a, b) = (&found[a], &found[b]);
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    sorted.into_iter().map(|index| found[index].2).collect()
}

/// A name without the places where it may break on the map.
fn on_one_line(name: &str) -> String {
    let mut line = String::with_capacity(name.len());
    for part in name.split('|') {
        if !(line.is_empty() || line.ends_with('-')) {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// Kilometres on the ground along the middle row of the window, as far as there is ground.
fn across_km(window: &Viewport) -> f64 {
    let step = window.size.width / f32::from(STEPS);
    let at = |index: u16| window.invert([f32::from(index) * step, window.size.height / 2.0]);
    (0..STEPS)
        .filter_map(|index| at(index).zip(at(index + 1)))
        .map(|(from, to)| distance_km(from, to))
        .sum()
}

/// The number with its two leading digits: a width is no finer known than the window's edge.
fn two_digits(n: f64) -> f64 {
    let step = 10_f64.powf(n.max(1.0).log10().floor() - 1.0);
    (n / step).round() * step
}

fn corridors(stage: &Stage, lang: Lang, spots: &[Spot]) -> String {
    let (atlas, catalogs) = (&stage.atlas, &stage.atlas.catalogs);
    let shown: Vec<Status> = spots
        .iter()
        .filter(|spot| spot.target.kind != Kind::Place)
        .filter_map(|spot| atlas.corridor(&spot.target.id))
        .map(|corridor| corridor.status)
        .collect();
    if shown.is_empty() {
        return catalogs.text(lang, "description.no_corridor");
    }
    let counted = |key: &str, n: usize| catalogs.fill(lang, key, &[("n", Arg::Number(n as f64))]);
    let of_status = |status: Status| {
        let n = shown.iter().filter(|one| **one == status).count();
        (n > 0).then(|| counted(&format!("description.status.{}", status.name()), n))
    };
    let list: Vec<String> = Status::ALL.into_iter().filter_map(of_status).collect();
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let list = present::list(lang, &list);
    let corridors = counted("description.corridors", shown.len());
    let args = [("corridors", Arg::Word(&corridors)), ("list", Arg::Word(&list))];
    catalogs.fill(lang, "description.by_status", &args)
}
