//! The atlas as others use it: mounted into an element, spoken to from JavaScript.
//!
//! `element.js` beside this file defines the custom element; it calls [`mount`] for each element of
//! a page and keeps the [`AtlasHandle`]. One instance of the program and one [`Stage`] serve all.
//!
//! [`Stage`]: crate::scene::stage::Stage

mod answers;
mod data;
mod desk;
mod error;
mod fault;
mod handle;
mod host;
mod later;
mod options;
mod own;
mod query;
mod trip;

pub use handle::AtlasHandle;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The style sheet of the atlas, for the shadow root of each element; `build.rs` joins it.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!(concat!(env!("OUT_DIR"), "/styles.css")).to_owned()
}

/// Shows the atlas inside `root`, which lies in the shadow root of `element`. `part` gives a promise of
/// the bytes of a file beside the program, by its name; without it the map stays as coarse as the
/// program alone can draw it.
///
/// # Errors
///
/// An `AtlasError`: `bad-artifact` when the embedded data cannot be read.
#[wasm_bindgen]
pub fn mount(
    element: HtmlElement,
    root: HtmlElement,
    options: JsValue,
    part: Option<Function>,
) -> Result<AtlasHandle, JsValue> {
    fault::report_panics();
    let stage = data::stage()?;
    AtlasHandle::mount(stage, element, root, options, part)
}

/// The same with artifacts given by the caller instead of the embedded ones.
///
/// # Errors
///
/// As [`mount`].
pub fn mount_data(
    atlas: &[u8],
    basemap: &[u8],
    element: HtmlElement,
    root: HtmlElement,
    options: JsValue,
) -> Result<AtlasHandle, JsValue> {
    fault::report_panics();
    AtlasHandle::mount(data::stage_of(atlas, basemap)?, element, root, options, None)
}
