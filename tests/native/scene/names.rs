//! Names that need more than a seat beside a symbol: leaders in a crowd, rivers and projects along
//! their lines.

use super::{WIDE, choosing, looking_at, picture, speaking};
use crate::shipped;
use atlas::geo::projection::ProjectionId;
use atlas::i18n::Lang;
use atlas::model::{id::Kind, label::AreaClass};
use atlas::scene::{
    display::{Box2, Shape, Text},
    label::{Candidate, Crossing, FixedMeasure, Placer, beside},
    leader,
    palette::Ink,
    picture::Scene,
    place_labels,
    tilted::Tilted,
};
use atlas::state::AppState;

fn texts(scene: &Scene) -> Vec<&Text> {
    fn text(shape: &Shape) -> Option<&Text> {
        match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        }
    }
    scene.shapes.iter().filter_map(text).collect()
}

/// Names of rivers in a view.
fn rivers(lon: f64, lat: f64, zoom: f64, lang: Lang) -> Vec<(String, f32)> {
    let scene = picture(&looking_at(lon, lat, zoom, speaking(lang)), WIDE);
    let river = |text: &&Text| text.style.ink == Ink::LabelRiver;
    texts(&scene).into_iter().filter(river).map(|text| (text.content.clone(), text.angle)).collect()
}

/// A name beside a symbol in the middle of a window.
fn named(placer: &mut Placer) -> Option<atlas::scene::label::Placed> {
    let style = place_labels::along(atlas::model::corridor::Family::Rail, Lang::En);
    let (at, width, height) = ([200.0, 200.0], 60.0, 13.0);
    placer.block(Box2::around(at, 14.0, 14.0));
    let mut seats = beside(at, 7.0, width, height);
    seats.extend(leader::seats(at, 7.0, width, height));
    let lines = vec!["Port Qasim".to_owned()];
    let label = Candidate { lines, style, seats, crossing: Crossing::None };
    placer.place(&label, &mut FixedMeasure)
}

#[test]
fn a_name_without_room_stands_further_off_with_a_leader() {
    let frame = Box2 { x: 0.0, y: 0.0, width: 400.0, height: 400.0 };
    assert_eq!(named(&mut Placer::new(frame)).unwrap().seat.leader, None);

    let mut crowd = Placer::new(frame);
    crowd.block(Box2 { x: 209.0, y: 150.0, width: 190.0, height: 100.0 });
    crowd.block(Box2 { x: 150.0, y: 209.0, width: 100.0, height: 30.0 });
    crowd.block(Box2 { x: 170.0, y: 160.0, width: 21.0, height: 52.0 });
    crowd.block(Box2 { x: 191.0, y: 160.0, width: 18.0, height: 31.0 });
    assert!(named(&mut crowd).is_none(), "no leader crosses a name");

    let mut gap = Placer::new(frame);
    gap.block(Box2 { x: 209.0, y: 150.0, width: 190.0, height: 100.0 });
    gap.block(Box2 { x: 150.0, y: 209.0, width: 100.0, height: 30.0 });
    gap.block(Box2 { x: 186.0, y: 196.0, width: 4.0, height: 16.0 });
    gap.block(Box2 { x: 188.0, y: 175.0, width: 42.0, height: 10.0 });
    let placed = named(&mut gap).expect("there is room further off");
    let [from, to] = placed.seat.leader.expect("it is joined to its symbol");
    let line = Tilted::strip(from, to, 1.0);
    for item in [[209.0, 150.0, 190.0, 100.0], [188.0, 175.0, 42.0, 10.0]] {
        let [x, y, width, height] = item;
        assert!(!line.overlaps(&Box2 { x, y, width, height }.into()), "{line:?} crosses {item:?}");
    }
}

#[test]
fn crowded_ports_are_named() {
    for (lon, lat, zoom, wanted) in [
        (67.0, 25.5, 6.0, ["Karachi", "Port Qasim"]),
        (49.5, 40.5, 6.0, ["Baku", "Alat"]),
        (49.5, 40.5, 6.0, ["Bandar-e Anzali", "Astrakhan"]),
        (41.0, 47.5, 7.0, ["Rostov-on-Don", "Azov"]),
    ] {
        let scene = picture(&looking_at(lon, lat, zoom, speaking(Lang::En)), WIDE);
        let names: Vec<&str> = texts(&scene).iter().map(|text| text.content.as_str()).collect();
        assert!(wanted.iter().all(|name| names.contains(name)), "{wanted:?} in {names:?}");
    }
}

#[test]
fn every_named_river_has_a_course() {
    let stage = shipped::stage();
    let named = stage.atlas.labels.iter().filter(|label| label.class == AreaClass::River);
    let names: std::collections::BTreeSet<&str> =
        named.map(|label| label.names.en.as_str()).collect();
    let rivers = stage.rivers(ProjectionId::Lambert);
    assert_eq!(rivers.len(), names.len());
    for river in rivers {
        assert!(river.has_course(), "{:?}", stage.atlas.labels[river.label].names);
    }
}

#[test]
fn a_river_is_named_wherever_it_is_looked_at() {
    // Far from the points that the data give, too.
    for (lon, lat) in [(48.5, 55.0), (45.9, 50.3), (46.5, 47.6)] {
        let names = rivers(lon, lat, 7.0, Lang::En);
        assert!(names.iter().any(|(name, _)| name == "Volga"), "{lon} {lat}: {names:?}");
    }
    let whole: Vec<_> = rivers(46.0, 51.0, 6.4, Lang::Ru);
    let volga = whole.iter().filter(|(name, _)| name == "Волга").count();
    assert!(volga >= 2, "a long river bears its name again: {whole:?}");
}

#[test]
fn river_names_are_turned_but_never_upside_down() {
    let mut turned = 0;
    for lang in Lang::ALL {
        for (lon, lat) in [(48.0, 52.0), (68.5, 27.0), (62.0, 41.0), (44.0, 34.0)] {
            for (name, angle) in rivers(lon, lat, 6.4, lang) {
                let most = if lang == Lang::Ur { 45.0 } else { 90.0 };
                assert!(angle.abs() <= most + 0.01, "{name} is turned by {angle}");
                turned += u32::from(angle.abs() > 10.0);
            }
        }
    }
    assert!(turned > 10, "{turned} turned names are too few to tell");
}

#[test]
fn projects_bear_their_full_names_close_up() {
    let scene = picture(&looking_at(69.0, 28.0, 7.2, speaking(Lang::En)), WIDE);
    let along: Vec<&str> = texts(&scene)
        .into_iter()
        .filter(|text| text.angle != 0.0 && text.style.ink != Ink::LabelRiver)
        .map(|text| text.content.as_str())
        .collect();
    assert!(!along.is_empty());
}

#[test]
fn members_of_a_chosen_organisation_bear_the_year_in_which_they_came() {
    let years = |year: Option<i16>, lang: Lang| {
        let state = choosing(Kind::Institution, "sco", AppState { year, ..speaking(lang) });
        let scene = picture(&state, WIDE);
        let found = texts(&scene).into_iter().filter_map(|text| text.content.parse().ok());
        let mut found: Vec<i16> = found.collect();
        found.sort_unstable();
        found
    };
    for lang in Lang::ALL {
        let now = years(None, lang);
        assert!([2001, 2017, 2023, 2024].iter().all(|year| now.contains(year)), "{now:?}");
        let then = years(Some(2016), lang);
        assert!(!then.is_empty() && then.iter().all(|year| *year == 2001), "{then:?}");
        assert_eq!(years(Some(1999), lang), [0_i16; 0]);
    }
}
