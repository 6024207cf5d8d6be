//! Links: the state goes in and comes out, in one form only.

use super::{place, states, unusual};
use crate::fixture;
use atlas::geo::LonLat;
use atlas::i18n::Lang;
use atlas::model::id::{Kind, Ref};
use atlas::state::{
    AppState, Layers, MapView,
    fragment::{self, MAX_BYTES},
};
use proptest::prelude::*;

fn rounded(state: AppState) -> AppState {
    AppState { map: state.map.map(MapView::rounded), ..state }
}

proptest! {
    /// What a link keeps of a state, it gives back, without a problem.
    #[test]
    fn a_link_gives_the_state_back(state in states()) {
        let atlas = fixture::atlas();
        let text = fragment::write(&state, &atlas);
        let (back, problems) = fragment::read(&text, &AppState::default(), &atlas);
        prop_assert_eq!(&problems, &[], "{}", text);
        prop_assert_eq!(back, rounded(state), "{}", text);
    }

    /// A state has one link only: reading and writing again changes nothing.
    #[test]
    fn the_form_of_a_link_is_stable(state in states()) {
        let atlas = fixture::atlas();
        let text = fragment::write(&state, &atlas);
        let (back, _) = fragment::read(&text, &AppState::default(), &atlas);
        prop_assert_eq!(fragment::write(&back, &atlas), text);
    }

    /// The order of the parts, a leading `#` and doubled `&` mean nothing.
    #[test]
    fn parts_stand_in_any_order(state in states(), turn in 0..8_usize) {
        let atlas = fixture::atlas();
        let text = fragment::write(&state, &atlas);
        let mut parts: Vec<&str> = text.split('&').collect();
        let length = parts.len();
        parts.rotate_left(turn % length);
        let turned = format!("#{}&", parts.join("&&"));
        let read = |text: &str| fragment::read(text, &AppState::default(), &atlas);
        prop_assert_eq!(read(&turned), read(&text), "{}", turned);
    }

    /// The longest link is far below what is read.
    #[test]
    fn no_link_is_too_long(state in states()) {
        prop_assert!(fragment::write(&state, &fixture::atlas()).len() < MAX_BYTES / 4);
    }
}

#[test]
fn a_link_reads_as_a_person_would_write_it() {
    let text = fragment::write(&unusual(), &fixture::atlas());
    let expected = "v=1&lang=ur&view=claims&map=4.20/30.100/66.200&proj=equal-earth&layers=projects,borders&select=gwadar\
                    &table=open&claim=C007&q=%DA%AF%D9%88%D8%A7%D8%AF%D8%B1&filter.kind=figure\
                    &from=gwadar&to=karachi&via=karachi&by=cost&month=1&closed=hormuz,IRN&modes=rail,road\
                    &statuses=operational,planned&vessel=river-sea&cargo=tonne&n=5&as.speed-rail=1.5~20~40.25\
                    &pick=2&front=1&days=25&beside=3&at=event:gwadar-lease&since=2013&events=paper&year=2017&step=3&theme=dark&boundaries=iso&extra=7";
    assert_eq!(text, expected);
}

#[test]
fn what_is_as_by_default_is_left_out_but_the_language() {
    assert_eq!(fragment::write(&AppState::default(), &fixture::atlas()), "v=1&lang=en");
}

#[test]
fn no_layer_is_a_choice_too() {
    let state = AppState { layers: Layers::NONE, ..AppState::default() };
    let text = fragment::write(&state, &fixture::atlas());
    assert_eq!(text, "v=1&lang=en&layers=none");
}

#[test]
fn a_view_just_below_zero_has_no_sign() {
    let center = LonLat { lon: -0.0004, lat: -0.0001 };
    let map = Some(MapView { zoom: 3.0, center });
    let text = fragment::write(&AppState { map, ..AppState::default() }, &fixture::atlas());
    assert_eq!(text, "v=1&lang=en&map=3.00/0.000/0.000");
}

#[test]
fn an_id_that_two_kinds_bear_is_written_with_its_kind() {
    let atlas = fixture::atlas();
    let written = |select: Ref| {
        let state = AppState { select: Some(select), ..AppState::default() };
        fragment::write(&state, &atlas)
    };
    let sea = Ref { kind: Kind::Waterway, id: fixture::id("azov") };
    assert_eq!(written(place("gwadar")), "v=1&lang=en&select=gwadar");
    assert_eq!(written(place("azov")), "v=1&lang=en&select=place:azov");
    assert_eq!(written(sea), "v=1&lang=en&select=waterway:azov");
}

#[test]
fn an_id_is_read_bare_or_with_its_kind() {
    let atlas = fixture::atlas();
    let chosen = |value: &str| {
        let text = format!("select={value}");
        let (state, problems) = fragment::read(&text, &AppState::default(), &atlas);
        assert_eq!(problems, [], "{value}");
        state.select.unwrap().to_string()
    };
    for (value, expected) in [
        ("gwadar", "place:gwadar"),
        ("place:gwadar", "place:gwadar"),
        ("place%3Agwadar", "place:gwadar"),
        // A bare id is a place before it is a waterway.
        ("azov", "place:azov"),
        ("waterway:azov", "waterway:azov"),
        ("volga", "waterway:volga"),
        ("project:psgp", "project:psgp"),
        ("institution:sco", "institution:sco"),
    ] {
        assert_eq!(chosen(value), expected);
    }
}

#[test]
fn parts_that_a_link_lacks_stay_as_they_were() {
    let atlas = fixture::atlas();
    let (state, problems) = fragment::read("lang=ru", &unusual(), &atlas);
    assert_eq!(problems, []);
    assert_eq!(state, AppState { lang: Lang::Ru, ..unusual() });
    assert_eq!(fragment::read("", &unusual(), &atlas), (unusual(), Vec::new()));
}

#[test]
fn parts_that_hold_for_every_link_change_nothing() {
    let text = "v=1&view=claims";
    let read = fragment::read(text, &unusual(), &fixture::atlas());
    assert_eq!(read, (unusual(), Vec::new()));
}

#[test]
fn a_view_beyond_the_map_is_moved_to_its_edge() {
    let text = "map=24/-90/-180";
    let (state, problems) = fragment::read(text, &AppState::default(), &fixture::atlas());
    let view = state.map.unwrap();
    assert_eq!(problems, []);
    assert_eq!(view.zoom, MapView::MAX_ZOOM);
    assert_eq!([view.center.lat, view.center.lon], [MapView::SOUTH, MapView::WEST]);
}

#[test]
fn the_last_good_value_of_a_key_counts() {
    let atlas = fixture::atlas();
    let lang = |text: &str| fragment::read(text, &AppState::default(), &atlas).0.lang;
    assert_eq!(lang("lang=ur&lang=ru"), Lang::Ru);
    assert_eq!(lang("lang=ur&lang=xx"), Lang::Ur);
}
