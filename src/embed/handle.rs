//! One mounted atlas, as JavaScript holds it.

use super::answers::Asker;
use super::data;
use super::error;
use super::host::{self, ElementHost};
use super::later;
use super::options::{BadOption, Choice, RawOptions};
use crate::browser::address;
use crate::scene::stage::Stage;
use crate::state::{Action, AppState, fragment};
use crate::ui::{app::App, store::Store};
use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use std::{any::Any, cell::Cell, rc::Rc, sync::Arc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::HtmlElement;

/// How long after its start the page fetches what it could do without at first, unless a reader asks earlier.
const SOON_MS: u32 = 4000;

/// A mounted atlas. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct AtlasHandle {
    store: Store,
    base: AppState,
    part: Option<Function>,
    /// Kept for their drop: the timer and the listener first, then the view with its signals.
    _soon: Option<Timeout>,
    _history: Option<EventListener>,
    _view: Box<dyn Any>,
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
        let atlas = Arc::clone(&stage.atlas);
        let teller = ElementHost::new(element.clone(), atlas, raw.page, part.clone());
        teller.name_page(&start);

        let made = Rc::new(Cell::new(None));
        let out = Rc::clone(&made);
        let told = if raw.page { Vec::new() } else { problems.clone() };
        let whole = later::there().and_then(|part| data::whole_with(Arc::clone(&stage), part));
        let view = mount_to(root, move || {
            let store = Store::new(stage, Rc::new(teller), start);
            if let Some(whole) = whole {
                store.take_over(whole);
            }
            store.controls.set(options.controls);
            store.gestures.set(options.gestures);
            store.notices.set(problems);
            provide_context(store);
            out.set(Some(store));
            view! { <App/> }
        });
        let store = made.take().ok_or_else(|| JsValue::from("the view was not built"))?;
        // Nobody called for these: listeners are told.
        for BadOption { name, value, allowed } in &options.bad {
            host::fire(&element, "atlas-error", &error::bad_option(store, name, value, allowed));
        }
        for problem in &told {
            host::fire(&element, "atlas-error", &error::bad_state(store, problem));
        }
        let base = options.base;
        let again = base.clone();
        let history =
            raw.page.then(|| address::watch(move || follow_address(store, &again))).flatten();
        // A page of its own is read, printed and asked for its files; an element may never be touched.
        let soon = raw.page.then(|| Timeout::new(SOON_MS, move || store.fetch_later()));
        Ok(Self { store, base, part, _soon: soon, _history: history, _view: Box::new(view) })
    }
}

/// Takes over what the reader's back button or hand put into the address.
fn follow_address(store: Store, base: &AppState) {
    let (state, problems) = fragment::read(&address::fragment(), base, &store.atlas());
    store.notices.set(problems);
    store.dispatch(Action::Replace(state));
}

#[wasm_bindgen]
impl AtlasHandle {
    /// The state as a fragment, without `#`.
    #[wasm_bindgen(js_name = getState)]
    pub fn get_state(&self) -> String {
        self.store.state.with_untracked(|state| fragment::write(state, &self.store.atlas()))
    }

    /// Takes over a fragment, with or without `#`. What it lacks takes the value it had at the start.
    ///
    /// # Errors
    ///
    /// An `AtlasError` for the first bad part; the state is then as before.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, text: &str) -> Result<(), JsValue> {
        let (state, problems) = fragment::read(text, &self.base, &self.store.atlas());
        if let Some(problem) = problems.first() {
            return Err(error::bad_state(self.store, problem));
        }
        self.store.dispatch(Action::Replace(state));
        Ok(())
    }

    /// Chooses a thing, or opens the claim of that number, and shows it.
    ///
    /// # Errors
    ///
    /// `unknown-id` when nothing bears the id.
    pub fn select(&self, id: &str) -> Result<(), JsValue> {
        let atlas = self.store.atlas();
        match (atlas.resolve(id), atlas.claim(id)) {
            (Ok(target), _) => self.store.choose(target),
            (Err(_), Some(claim)) => self.store.open_claim(claim),
            (Err(_), None) => return Err(error::unknown_id(self.store, id)),
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
        let choice = Choice::read(name, value).map_err(|BadOption { name, value, allowed }| {
            error::bad_option(self.store, name, &value, allowed)
        })?;
        match choice {
            Choice::Lang(lang) => self.store.dispatch(Action::SetLang(lang)),
            Choice::Theme(theme) => self.store.dispatch(Action::SetTheme(theme)),
            Choice::Controls(controls) => self.store.controls.set(controls),
            Choice::Gestures(gestures) => self.store.gestures.set(gestures),
        }
        Ok(())
    }

    /// A promise of whether all is there that [`Self::ask`] needs.
    pub fn later(&self) -> Promise {
        let (store, stage) = (self.store, self.store.stage());
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
        let part = later::there().ok_or_else(|| error::no_part(self.store, name))?;
        (part.answer)(Asker { store: self.store, part: self.part.clone() }, name, value, more)
    }
}
