//! Data that a reader brings along: a file that is dropped or chosen, and what is wrong with it.

pub mod views;

use super::store::{Controls, Store};
use crate::data::own::{Fault, MAX_BYTES, Problem};
use crate::i18n::Names;
use crate::model::study::Study;
use crate::state::{AppState, History};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

/// Why a file does not show.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The browser could not read it.
    Unread,
    /// What reads it could not be loaded.
    NoPart,
    /// What is wrong with it.
    Problems(Vec<Problem>),
}

/// The signals.
#[derive(Clone, Copy)]
pub struct OwnData {
    /// The name of the file that shows, where a reader opened one.
    pub file: StoredValue<Option<String>>,
    /// Whether a file is being dragged over the atlas.
    pub dragged: RwSignal<bool>,
    /// A file that was not taken, by its name, and why.
    pub refused: RwSignal<Option<(String, Refusal)>>,
}

impl Default for OwnData {
    fn default() -> Self {
        Self {
            file: StoredValue::new(None),
            dragged: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }
}

/// The file that is dragged, if it is one, and if there is furniture to say what becomes of it.
fn carries_file(store: Store, event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    let file = types.is_some_and(|types| types.includes(&"Files".into(), 0));
    file && store.controls.get_untracked() == Controls::Full
}

/// A file is dragged over the atlas.
pub fn drag(store: Store, event: &DragEvent) {
    if carries_file(store, event) {
        // Else the browser would open it in place of the page.
        event.prevent_default();
        if !store.own.dragged.get_untracked() {
            store.own.dragged.set(true);
        }
    }
}

/// A file was let go over the atlas.
pub fn dropped(store: Store, event: &DragEvent) {
    store.own.dragged.set(false);
    if carries_file(store, event) {
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            open(store, file);
        }
    }
}

/// Shows the data in a file, or says why not.
pub fn open(store: Store, file: File) {
    let name = file.name();
    let of = name.clone();
    let refuse = move |refusal: Refusal| {
        // The element may be gone by then.
        store.own.refused.try_set(Some((of, refusal)));
    };
    if file.size() > MAX_BYTES as f64 {
        let problem = Problem { path: String::new(), fault: Fault::TooLarge };
        return refuse(Refusal::Problems(vec![problem]));
    }
    leptos::task::spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        match text {
            None => refuse(Refusal::Unread),
            Some(text) => store.host().bring(name, text, Box::new(refuse)),
        }
    });
}

impl Store {
    /// The claims of data that somebody brought.
    pub fn study(&self) -> Option<Rc<Study<Names>>> {
        self.host().study()
    }

    /// Tells the host of a state that came with other data.
    pub fn tell_host(&self, state: &AppState) {
        self.host().changed(state, History::Replace);
    }
}
