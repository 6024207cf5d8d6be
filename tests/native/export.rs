//! Files for readers, read back by other libraries than the one that wrote them.

use crate::{fixture, shipped};
use atlas::export::{
    format::Format,
    sheet::{Plan, Sheet, sheet},
    shown::Shown,
};
use atlas::geo::LonLat;
use atlas::i18n::{Lang, Names};
use atlas::model::{
    atlas::Atlas,
    basemap::Basemap,
    id::{Kind, Ref},
};
use atlas::scene::{
    build::{Attention, build},
    display::Size,
    fit::Insets,
    label::FixedMeasure,
    stage::Stage,
};
use atlas::state::{AppState, MapView};
use proptest::prelude::*;
use std::sync::Arc;

mod chart;
mod citation;
mod cite;
mod computed;
mod data;
mod drawing;
mod embed;
mod files;

/// A desk.
const SCREEN: Size = Size { width: 1000.0, height: 700.0 };

/// A link with signs that XML, JSON and CSV each take for their own.
const LINK: &str = "https://atlas.example.org/#v=1&lang=en&select=psgp";

fn speaking(lang: Lang) -> AppState {
    AppState { lang, ..AppState::default() }
}

fn choosing(kind: Kind, id: &str, lang: Lang) -> AppState {
    AppState { select: Some(Ref { kind, id: fixture::id(id) }), ..speaking(lang) }
}

fn sheet_of(stage: &Stage, state: &AppState, screen: Size, format: Format) -> Sheet {
    let window = stage.window(state, screen, Insets::default());
    let plan = Plan {
        stage,
        state,
        window: &window,
        size: format.layout(),
        margin: 24.0,
        link: Some(LINK),
        attention: &Attention::default(),
        told: None,
    };
    sheet(&plan, &mut FixedMeasure)
}

/// What shows on screen.
fn with_shown<T>(stage: &Stage, state: &AppState, act: impl FnOnce(&Shown<'_>) -> T) -> T {
    let window = stage.window(state, SCREEN, Insets::default());
    let scene = build(stage, state, &window, &Attention::default(), &mut FixedMeasure);
    act(&Shown::of(stage, state, &window, &scene))
}

/// A stage of the small atlas on empty ground.
fn small_stage(atlas: Atlas) -> Stage {
    Stage::new(Arc::new(atlas), Basemap { levels: Vec::new(), stretches: Vec::new(), near: None })
}
