//! What the first view can do without, as a part of its own.
//!
//! With the feature `split` the tables here stand in the other part, and `cargo xtask dist` cuts the program
//! there; without it, as in tests and under `serve --dev`, they are there at once.

use super::answers::{self, Asker};
use super::own;
use crate::data::{DecodeError, join, own::Problem};
use crate::i18n::Lang;
use crate::model::atlas::Atlas;
use crate::network::{Answer, Graph};
use crate::scene::stage::Stage;
use crate::ui::later::{LATER, Later};
use crate::ui::store::Store;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// What comes later.
pub(super) struct Part {
    /// Views, and what they need.
    pub(super) ui: &'static Later,
    /// Puts the evidence back into the embedded data.
    pub(super) join: fn(Atlas) -> Result<Atlas, DecodeError>,
    /// Reads the data in the text of a file, on the ground and with the words of the embedded ones.
    pub(super) own: fn(&Stage, &str) -> own::Read,
    /// The error for a file with problems.
    pub(super) refused: fn(Store, &[Problem]) -> JsValue,
    /// Answers a host's question.
    pub(super) answer: fn(Asker, &str, JsValue, JsValue) -> Result<JsValue, JsValue>,
    /// The record of routes that listeners are told.
    pub(super) routed: fn(&Atlas, Lang, &Graph, &Answer) -> JsValue,
}

static EVIDENCE: &[u8] = include_bytes!("../../data/generated/evidence.bin");

static PART: Part = Part {
    ui: &LATER,
    join: |atlas| join(atlas, EVIDENCE),
    own: own::read,
    refused: own::refused,
    answer: answers::answer,
    routed: answers::routed,
};

thread_local! {
    static THERE: Cell<Option<&'static Part>> = const { Cell::new(None) };
}

#[cfg(feature = "split")]
mod cut {
    use super::{PART, Part};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[allow(unsafe_code, reason = "the macro declares the function of the other part")]
    #[wasm_split(later, fallible)]
    pub(super) fn part() -> Result<&'static Part, SplitLoaderError> {
        Ok(&PART)
    }
}

/// The part, where it has come.
pub(super) fn there() -> Option<&'static Part> {
    #[cfg(not(feature = "split"))]
    THERE.set(Some(&PART));
    THERE.get()
}

/// The part, fetched if need be; `None` where it cannot be had. A second call tries again.
pub(super) async fn fetch() -> Option<&'static Part> {
    #[cfg(feature = "split")]
    if THERE.get().is_none() {
        THERE.set(cut::part().await.ok());
    }
    there()
}
