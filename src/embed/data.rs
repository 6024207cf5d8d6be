//! The embedded data, decoded and projected once for all elements of a page.

use super::error::{self, Code};
use crate::data::{DecodeError, decode, decode_basemap};
use crate::scene::stage::Stage;
use std::{cell::OnceCell, sync::Arc};
use wasm_bindgen::JsValue;

static ATLAS: &[u8] = include_bytes!("../../data/generated/atlas.bin");
static BASEMAP: &[u8] = include_bytes!("../../data/generated/basemap.bin");

thread_local! {
    static STAGE: OnceCell<Arc<Stage>> = const { OnceCell::new() };
}

/// The embedded data.
///
/// # Errors
///
/// `bad-artifact` when they cannot be read.
pub(super) fn stage() -> Result<Arc<Stage>, JsValue> {
    STAGE.with(|cell| {
        if let Some(stage) = cell.get() {
            return Ok(Arc::clone(stage));
        }
        let stage = stage_of(ATLAS, BASEMAP)?;
        Ok(Arc::clone(cell.get_or_init(|| stage)))
    })
}

/// The data in these artifacts.
///
/// # Errors
///
/// `bad-artifact` when they cannot be read.
pub(super) fn stage_of(atlas: &[u8], basemap: &[u8]) -> Result<Arc<Stage>, JsValue> {
    read(atlas, basemap).map_err(|reason| error::new(Code::BadArtifact, &reason.to_string()))
}

fn read(atlas: &[u8], basemap: &[u8]) -> Result<Arc<Stage>, DecodeError> {
    let (atlas, basemap) = (decode(atlas)?, decode_basemap(basemap)?);
    Ok(Arc::new(Stage::new(Arc::new(atlas), basemap)))
}
