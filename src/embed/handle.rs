//! One mounted atlas, as JavaScript holds it.

use super::answers::Asker;
use super::data;
use super::desk::{self, Brought, Desk, Scene};
use super::error;
use super::host;
use super::later;
use super::options::{BadOption, Choice, RawOptions};
use crate::browser::address;
use crate::scene::stage::Stage;
use crate::state::{Action, fragment};
use crate::ui::{
    own::Refusal,
    store::{Flight, Store},
};
use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use std::{
    rc::{Rc, Weak},
    sync::Arc,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::HtmlElement;

/// How long after its start the page fetches what it could do without at first, unless a reader asks earlier.
const SOON_MS: u32 = 4000;

/// A mounted atlas. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct AtlasHandle {
    /// Kept for their drop: the timer and the listener first, then what shows.
    _soon: Option<Timeout>,
    _history: Option<EventListener>,
    desk: Rc<Desk>,
    store: Store,
}

impl AtlasHandle {
    /// Shows the atlas inside `root`.
    pub(super) fn mount(
        stage: Arc<Stage>,
        element: HtmlElement,
        root: HtmlElement,
        options: JsValue,
        part: Option<Function>,
    ) -> Result<Self, JsValue> {
        let raw: RawOptions = serde_wasm_bindgen::from_value(options)
            .map_err(|reason| error::new(error::Code::BadOption, &reason.to_string()))?;
        let options = raw.checked();
        let text =
            if raw.page { address::fragment() } else { raw.state.clone().unwrap_or_default() };
        let (start, problems) = fragment::read(&text, &options.base, &stage.atlas);
        let desk = Desk::new(
            element.clone(),
            root,
            raw.page,
            options.canonical.clone(),
            part,
            options.base.clone(),
            Arc::clone(&stage),
        );
        desk.show(Scene {
            stage,
            study: None,
            start,
            notices: problems.clone(),
            controls: options.controls,
            gestures: options.gestures,
        });
        let store = desk.store().ok_or_else(|| JsValue::from("the view was not built"))?;
        // Nobody called for these: listeners are told.
        for BadOption { name, value, allowed } in &options.bad {
            host::fire(&element, "atlas-error", &error::bad_option(store, name, value, allowed));
        }
        for problem in problems.iter().filter(|_| !raw.page) {
            host::fire(&element, "atlas-error", &error::bad_state(store, problem));
        }
        let weak = Rc::downgrade(&desk);
        let history =
            raw.page.then(|| address::watch(move |own| follow_address(&weak, own))).flatten();
        // A page of its own is read, printed and asked for its files; an element may never be touched.
        let weak = Rc::downgrade(&desk);
        let soon = move || {
            if let Some(store) = weak.upgrade().and_then(|desk| desk.store()) {
                store.fetch_later();
            }
        };
        let soon = raw.page.then(|| Timeout::new(SOON_MS, soon));
        Ok(Self { _soon: soon, _history: history, desk, store })
    }

    /// The signals of what shows now.
    fn store(&self) -> Store {
        self.desk.store().unwrap_or(self.store)
    }
}

/// Takes over what the reader's back button or hand put into the address.
///
/// Going `back` to a step of the atlas's own undoes what was done, not how its reader wishes to read: language and theme
/// stay.
fn follow_address(desk: &Weak<Desk>, back: bool) {
    let Some(desk) = desk.upgrade() else { return };
    let Some(store) = desk.store() else { return };
    let (mut state, problems) = fragment::read(&address::fragment(), &desk.base, &store.atlas());
    if back {
        (state.lang, state.theme) = (store.lang.get_untracked(), store.theme.get_untracked());
    }
    store.flight.set(Some(Flight::Halt));
    store.notices.set(problems);
    store.dispatch(Action::Replace(state));
}

#[wasm_bindgen]
impl AtlasHandle {
    /// The state as a fragment, without `#`.
    #[wasm_bindgen(js_name = getState)]
    pub fn get_state(&self) -> String {
        let store = self.store();
        store.state.with_untracked(|state| fragment::write(state, &store.atlas()))
    }

    /// Takes over a fragment, with or without `#`. What it lacks takes the value it had at the start.
    ///
    /// # Errors
    ///
    /// An `AtlasError` for the first bad part; the state is then as before.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, text: &str) -> Result<(), JsValue> {
        let store = self.store();
        let (state, problems) = fragment::read(text, &self.desk.base, &store.atlas());
        if let Some(problem) = problems.first() {
            return Err(error::bad_state(store, problem));
        }
        store.dispatch(Action::Replace(state));
        Ok(())
    }

    /// Chooses a thing, or opens the claim of that number, and shows it.
    ///
    /// # Errors
    ///
    /// `unknown-id` when nothing bears the id.
    pub fn select(&self, id: &str) -> Result<(), JsValue> {
        let store = self.store();
        let atlas = store.atlas();
        match (atlas.resolve(id), atlas.claim(id)) {
            (Ok(target), _) => store.choose(target),
            (Err(_), Some(claim)) => store.open_claim(claim),
            (Err(_), None) => return Err(error::unknown_id(store, id)),
        }
        Ok(())
    }

    /// Changes an option by its attribute's name.
    ///
    /// # Errors
    ///
    /// `bad-option` when it cannot have that value.
    #[wasm_bindgen(js_name = setOption)]
    pub fn set_option(&self, name: &str, value: &str) -> Result<(), JsValue> {
        let store = self.store();
        let choice = Choice::read(name, value).map_err(|BadOption { name, value, allowed }| {
            error::bad_option(store, name, &value, allowed)
        })?;
        match choice {
            Choice::Lang(lang) => store.dispatch(Action::SetLang(lang)),
            Choice::Theme(theme) => store.dispatch(Action::SetTheme(theme)),
            Choice::Controls(controls) => store.controls.set(controls),
            Choice::Gestures(gestures) => store.gestures.set(gestures),
        }
        Ok(())
    }

    /// A promise of whether all is there that [`Self::ask`] needs.
    pub fn later(&self) -> Promise {
        let store = self.store();
        let stage = store.stage();
        future_to_promise(async move {
            let whole = data::whole(stage).await;
            let there = whole.is_some();
            if let Some(whole) = whole {
                store.take_over(whole);
            }
            Ok(there.into())
        })
    }

    /// What a question gives, at once or as a promise; [`Self::later`] must have come before. The names are
    /// those of the element's methods, and so are the values.
    ///
    /// # Errors
    ///
    /// As docs/embedding.md lists them for each method.
    pub fn ask(&self, name: &str, value: JsValue, more: JsValue) -> Result<JsValue, JsValue> {
        let store = self.store();
        let part = later::there().ok_or_else(|| error::no_part(store, name))?;
        (part.answer)(Asker { store, part: self.desk.part.clone() }, name, value, more)
    }

    /// Shows the data in the text of a file instead of the embedded ones, which come back without a text.
    /// `name` is that of the file where a reader should be told of it. A promise of nothing.
    ///
    /// # Errors
    ///
    /// The promise is broken with `bad-data`, which lists each problem, and with `load-failed` where what reads
    /// the file could not be had; what shows stays.
    pub fn load(&self, text: Option<String>, name: Option<String>) -> Promise {
        let weak = Rc::downgrade(&self.desk);
        let Some(text) = text else {
            return future_to_promise(async move {
                if let Some(desk) = weak.upgrade() {
                    desk.go_back();
                }
                Ok(JsValue::UNDEFINED)
            });
        };
        let store = self.store();
        future_to_promise(async move {
            match (desk::bring(weak, Brought { name, text }).await, later::there()) {
                (Ok(()), _) => Ok(JsValue::UNDEFINED),
                (Err(Refusal::Problems(problems)), Some(part)) => {
                    Err((part.refused)(store, &problems))
                }
                (Err(_), _) => Err(error::no_part(store, "atlas-later")),
            }
        })
    }

    /// The text of the file that shows instead of the embedded data.
    #[wasm_bindgen(js_name = getData)]
    pub fn get_data(&self) -> Option<String> {
        self.desk.text()
    }
}
