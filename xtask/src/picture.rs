//! `picture.svg` of the built page: the first view as a drawing, for those who run no scripts.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use atlas::export::{
    document,
    format::Format,
    sheet::{Plan, sheet},
};
use atlas::scene::build::Attention;
use atlas::scene::{display::Size, fit::Insets, label::FixedMeasure, palette::Palette};
use atlas::state::AppState;

use crate::committed;

/// The name of the drawing.
const FILE: &str = "picture.svg";
/// What it is laid out for, CSS pixels.
const SIZE: Size = Size { width: 1280.0, height: 720.0 };
/// Empty edge on each side, CSS pixels.
const MARGIN: f32 = 24.0;

/// Writes the drawing, in English.
///
/// # Errors
///
/// When the committed data cannot be read, or the drawing cannot be written.
pub fn write(site: &Path) -> Result<()> {
    let (stage, state) = (committed::stage()?, AppState::default());
    let window = stage.window(&state, SIZE, Insets::default());
    let plan = Plan {
        stage: &stage,
        state: &state,
        window: &window,
        size: Format::Slide.layout(),
        margin: MARGIN,
        link: None,
        attention: &Attention::default(),
        told: None,
    };
    let sheet = sheet(&plan, &mut FixedMeasure);
    let svg =
        document::write(&stage.atlas, &sheet, Format::Slide, Palette::Light, state.lang, None);
    fs::write(site.join(FILE), svg).with_context(|| format!("{FILE} was not written"))
}
