//! Pictures of the data that ship, drawn without a browser: fixed widths of letters stand for the
//! reader's fonts.

use crate::{fixture, shipped};
use atlas::geo::LonLat;
use atlas::i18n::Lang;
use atlas::model::id::{Kind, Ref};
use atlas::scene::{
    build::{Attention, build},
    display::Size,
    fit::Insets,
    label::FixedMeasure,
    picture::Scene,
};
use atlas::state::{AppState, MapView};

mod clipping;
mod colour;
mod description;
mod golden;
mod hands;
mod labels;
mod lanes;
mod locator;
mod marks;
mod motion;
mod names;
mod palette;
mod repeat;
mod simplify;
mod steps;
mod trails;
mod view;
mod words;

/// A desk.
const WIDE: Size = Size { width: 1280.0, height: 800.0 };
/// A phone.
const NARROW: Size = Size { width: 360.0, height: 640.0 };

fn speaking(lang: Lang) -> AppState {
    AppState { lang, ..AppState::default() }
}

fn choosing(kind: Kind, id: &str, state: AppState) -> AppState {
    AppState { select: Some(Ref { kind, id: fixture::id(id) }), ..state }
}

fn looking_at(lon: f64, lat: f64, zoom: f64, state: AppState) -> AppState {
    AppState { map: Some(MapView { zoom, center: LonLat { lon, lat } }), ..state }
}

/// The space that the page keeps for its furniture.
fn insets(size: Size) -> Insets {
    if size.width < 600.0 {
        Insets { top: 76.0, right: 28.0, bottom: 120.0, left: 28.0, ..Insets::default() }
    } else {
        Insets { top: 34.0, right: 64.0, bottom: 52.0, left: 64.0, ..Insets::default() }
    }
}

fn picture_with(state: &AppState, size: Size, attention: &Attention) -> Scene {
    let stage = shipped::stage();
    let window = stage.window(state, size, insets(size));
    build(stage, state, &window, attention, &mut FixedMeasure)
}

fn picture(state: &AppState, size: Size) -> Scene {
    picture_with(state, size, &Attention::default())
}
