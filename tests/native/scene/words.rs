//! The view in words. The golden texts were read, and are to be read when they change.

use super::{NARROW, WIDE, choosing, insets, looking_at, picture, speaking};
use crate::shipped;
use atlas::geo::projection::ProjectionId;
use atlas::i18n::Lang;
use atlas::model::id::Kind;
use atlas::scene::{description::describe, display::Size, spots::spots};
use atlas::state::{AppState, Layer, Layers};
use std::fmt::Write;

fn words(state: &AppState, size: Size) -> String {
    let stage = shipped::stage();
    let window = stage.window(state, size, insets(size));
    describe(stage, state, &window, &spots(&picture(state, size), &stage.atlas), &[])
}

#[test]
fn views_in_three_languages() {
    let no_places: Layers = [Layer::Projects].into_iter().collect();
    let mut out = String::new();
    for lang in Lang::ALL {
        let state = || speaking(lang);
        let views = [
            ("the region on a desk", words(&state(), WIDE)),
            ("the region on a phone", words(&state(), NARROW)),
            ("Pakistan, a place chosen", {
                words(&looking_at(69.0, 30.0, 5.0, choosing(Kind::Place, "gwadar", state())), WIDE)
            }),
            ("the Caspian, a project chosen", {
                let chosen = choosing(Kind::Project, "instc-west", state());
                words(&looking_at(50.0, 42.0, 6.0, chosen), NARROW)
            }),
            ("Gwadar from near", words(&looking_at(62.33, 25.12, 9.0, state()), NARROW)),
            ("the Indian Ocean", words(&looking_at(78.0, -25.0, 6.0, state()), NARROW)),
            ("the globe", {
                let globe = AppState { projection: Some(ProjectionId::Orthographic), ..state() };
                words(&looking_at(60.0, 30.0, 2.0, globe), WIDE)
            }),
            ("projects only", words(&AppState { layers: no_places, ..state() }, WIDE)),
        ];
        for (name, words) in views {
            let _ = writeln!(out, "{} {name}\n{words}\n", lang.code());
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_description_has_one_to_four_sentences_and_no_gap() {
    for lang in Lang::ALL {
        for zoom in [2.5, 4.0, 5.5, 7.0, 9.0] {
            for (lon, lat) in [(69.0, 30.0), (37.6, 55.8), (50.0, 42.0), (-10.0, 0.0)] {
                let words = words(&looking_at(lon, lat, zoom, speaking(lang)), NARROW);
                let stops = words.matches(['.', '۔']).count();
                assert!((1..=4).contains(&stops) || lang == Lang::Ru, "{words}");
                assert!(!words.contains(['{', '|', '}']), "{words}");
                assert!(!words.contains("description."), "{words}");
            }
        }
    }
}
