//! One mounted atlas, as JavaScript holds it.

use super::data;
use super::error;
use super::host::{self, ElementHost, plain};
use super::options::{BadOption, Choice, FileOptions, RawOptions};
use super::query;
use super::trip;
use crate::browser::address;
use crate::claims::Reading;
use crate::export::records;
use crate::i18n::Lang;
use crate::model::study::Claim;
use crate::network::{self, Graph, QueryError};
use crate::scene::stage::Stage;
use crate::state::{Action, AppState, fragment};
use crate::ui::{app::App, export::job, store::Store};
use gloo::events::EventListener;
use js_sys::{Function, Object, Promise};
use leptos::prelude::*;
use std::{any::Any, cell::Cell, rc::Rc, sync::Arc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::HtmlElement;

/// A mounted atlas. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct AtlasHandle {
    store: Store,
    base: AppState,
    part: Option<Function>,
    /// Kept for their drop: the listener first, then the view with its signals.
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
        let view = mount_to(root, move || {
            let store = Store::new(stage, Rc::new(teller), start);
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
        Ok(Self { store, base, part, _history: history, _view: Box::new(view) })
    }
}

impl AtlasHandle {
    /// A promise of what `answer` makes of what the paper says in that language.
    fn read(&self, lang: Lang, answer: impl FnOnce(&Reading) -> JsValue + 'static) -> Promise {
        let (store, part, outline) = (self.store, self.part.clone(), self.store.atlas().study);
        future_to_promise(async move {
            match data::reading(outline, lang, part.as_ref()).await {
                Ok(reading) => Ok(answer(&reading)),
                Err(name) => Err(error::no_part(store, &name)),
            }
        })
    }
}

impl AtlasHandle {
    /// A promise of what `answer` finds in the network.
    fn searched(
        &self,
        answer: impl FnOnce(&Graph) -> Result<JsValue, QueryError> + 'static,
    ) -> Promise {
        let (store, part, version) = (self.store, self.part.clone(), self.store.atlas().network);
        future_to_promise(async move {
            match data::graph(version, part.as_ref()).await {
                Ok(graph) => answer(&graph).map_err(|refusal| error::refused(store, &refusal)),
                Err(name) => Err(error::no_part(store, &name)),
            }
        })
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

    /// Makes a file of what shows; gives a promise of a `Blob`. `options` are those of
    /// [`FileOptions`], or nothing.
    ///
    /// # Errors
    ///
    /// `bad-option` for a kind, key or value that there is not; the promise is broken with
    /// `no-canvas` where the browser cannot draw the file.
    pub fn export(&self, kind: &str, options: JsValue) -> Result<Promise, JsValue> {
        let store = self.store;
        let refused =
            |BadOption { name, value, allowed }| error::bad_option(store, name, &value, allowed);
        let unknown = Object::try_from(&options).and_then(FileOptions::unknown);
        if let Some(unknown) = unknown {
            return Err(refused(unknown));
        }
        let raw = match options.is_undefined() || options.is_null() {
            true => FileOptions::default(),
            false => serde_wasm_bindgen::from_value(options)
                .map_err(|reason| error::new(error::Code::BadOption, &reason.to_string()))?,
        };
        let order = raw.order(kind).map_err(refused)?;
        Ok(future_to_promise(async move {
            match job::make(store, order).await {
                Some(made) => Ok(made.file.into()),
                None => Err(error::no_canvas(store)),
            }
        }))
    }

    /// A promise of the claims of the paper that answer a question: an object with any of `lang`,
    /// `search` and the names of facets, or nothing.
    ///
    /// # Errors
    ///
    /// `bad-query`; the promise is broken with `load-failed` where the file of the language cannot be
    /// had.
    pub fn claims(&self, query: JsValue) -> Result<Promise, JsValue> {
        let (lang, query) = query::read(self.store, &query)?;
        let (store, part) = (self.store, self.part.clone());
        let (outline, version) = (store.atlas().study, store.atlas().network);
        Ok(future_to_promise(async move {
            let reading = data::reading(outline, lang, part.as_ref()).await;
            let reading = reading.map_err(|name| error::no_part(store, &name))?;
            // Without the network the claims come all the same, without verdicts.
            let graph = data::graph(version, part.as_ref()).await.ok();
            let verdicts = graph.map(|graph| data::verdicts(&graph));
            let record = |claim: &Claim<String>| {
                let mut record = records::claim(&reading.study, claim);
                record.verdict =
                    verdicts.as_ref().and_then(|verdicts| records::verdict(verdicts, claim.id));
                record
            };
            Ok(plain(&reading.answer(&query).into_iter().map(record).collect::<Vec<_>>()))
        }))
    }

    /// A promise of the events of the timeline, in the language of the element.
    ///
    /// # Errors
    ///
    /// As [`Self::claims`].
    pub fn events(&self) -> Promise {
        let lang = self.store.state.with_untracked(|state| state.lang);
        self.read(lang, |reading| plain(&records::events(&reading.study)))
    }

    /// A promise of routes: the answer to a question, as docs/embedding.md describes it.
    ///
    /// # Errors
    ///
    /// `bad-query` and `unknown-id`; the promise is broken with `load-failed` where the network cannot be
    /// had.
    pub fn routes(&self, query: JsValue) -> Result<Promise, JsValue> {
        let (query, _) = trip::read(self.store, &query, false)?;
        let store = self.store;
        Ok(self.searched(move |graph| {
            let answer = network::routes(graph, &query)?;
            let lang = store.state.with_untracked(|state| state.lang);
            Ok(plain(&records::routes::answer(&store.atlas().catalogs, lang, graph, &answer)))
        }))
    }

    /// A promise of the places within a limit from one, and of the links on the way in bands.
    ///
    /// # Errors
    ///
    /// As [`Self::routes`].
    pub fn reach(&self, query: JsValue) -> Result<Promise, JsValue> {
        let (query, limit) = trip::read(self.store, &query, true)?;
        Ok(self.searched(move |graph| {
            let (places, bands) = network::reach(graph, &query, limit)?;
            Ok(plain(&records::routes::reach(&places, &bands)))
        }))
    }

    /// A promise of what the best route loses without each of its links and places.
    ///
    /// # Errors
    ///
    /// As [`Self::routes`].
    pub fn critical(&self, query: JsValue) -> Result<Promise, JsValue> {
        let (query, _) = trip::read(self.store, &query, false)?;
        Ok(self.searched(move |graph| {
            let losses = network::critical(graph, &query)?;
            Ok(plain(&records::routes::losses(query.by, &losses)))
        }))
    }

    /// The data set as a whole.
    pub fn dataset(&self) -> JsValue {
        plain(&records::dataset(&self.store.atlas()))
    }

    /// All places.
    pub fn places(&self) -> JsValue {
        plain(&records::places(&self.store.atlas()))
    }

    /// All projects and waterways.
    pub fn corridors(&self) -> JsValue {
        plain(&records::corridors(&self.store.atlas()))
    }

    /// All institutions.
    pub fn institutions(&self) -> JsValue {
        plain(&records::institutions(&self.store.atlas()))
    }

    /// All sources.
    pub fn sources(&self) -> JsValue {
        plain(&records::sources(&self.store.atlas()))
    }
}
