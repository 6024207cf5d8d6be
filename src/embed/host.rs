//! The two kinds of host: the page, whose address and title are the atlas's own, and an element in
//! somebody else's page, which touches neither.

use super::data;
use super::desk::{self, Brought, Desk};
use super::later;
use crate::browser::{address, parts};
use crate::claims::Reading;
use crate::i18n::{Lang, Names};
use crate::model::{
    atlas::Atlas,
    id::{Id, Ref},
    study::Study,
};
use crate::network::{Answer, Graph};
use crate::present::dash;
use crate::scene::stage::Stage;
use crate::state::{AppState, History, Page, fragment};
use crate::ui::{
    host::{Host, Whole},
    own::Refusal,
};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Reflect};
use serde::Serialize;
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    sync::Arc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, CustomEvent, CustomEventInit, HtmlElement};

/// Pans and zooms reach address and host when they pause for this long; browsers refuse more than
/// a few changes of address a second.
const PAUSE_MS: u32 = 200;

/// A value as plain objects and arrays, never a `Map`.
pub(super) fn plain(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Records hold nothing that cannot be written.
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// Fires an event that bubbles out of shadow roots.
pub(super) fn fire(element: &HtmlElement, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init)
        && element.is_connected()
    {
        let _ = element.dispatch_event(&event);
    }
}

#[derive(Serialize)]
struct Selected<'a> {
    kind: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct Changed<'a> {
    state: &'a str,
}

/// Tells the element's listeners, and the page where the atlas owns it.
pub(super) struct ElementHost {
    inner: Rc<Inner>,
    waiting: RefCell<Option<Timeout>>,
    part: Option<Function>,
    /// Whether the closest level of the ground was asked for. It is asked for once: a network that
    /// refused is not asked again with each frame.
    asked: Cell<bool>,
    /// The claims of data that somebody brought.
    study: Option<Rc<Study<Names>>>,
    desk: Weak<Desk>,
}

struct Inner {
    element: HtmlElement,
    atlas: Arc<Atlas>,
    page: bool,
    canonical: Option<String>,
}

impl ElementHost {
    /// A host for what a desk shows: these data, with claims of their own where somebody brought them.
    pub(super) fn new(desk: &Rc<Desk>, atlas: Arc<Atlas>, study: Option<Rc<Study<Names>>>) -> Self {
        let inner = Rc::new(Inner {
            element: desk.element.clone(),
            atlas,
            page: desk.page,
            canonical: desk.canonical.clone(),
        });
        Self {
            inner,
            waiting: RefCell::default(),
            part: desk.part.clone(),
            asked: Cell::new(false),
            study,
            desk: Rc::downgrade(desk),
        }
    }

    /// Gives the page the title and language of a state.
    pub(super) fn name_page(&self, state: &AppState) {
        self.inner.name_page(state);
    }
}

impl Inner {
    /// What the page's start left on the element, where the browser offers to install the page.
    fn install(&self) -> Option<Function> {
        Reflect::get(&self.element, &"_install".into()).ok()?.dyn_into().ok()
    }

    fn name_page(&self, state: &AppState) {
        if !self.page {
            return;
        }
        let name = self.atlas.catalogs.text(state.lang, "app.name");
        let chosen = state.select.as_ref().and_then(|target| self.atlas.names(target));
        let page = self.atlas.catalogs.text(state.lang, &format!("page.{}", state.page.name()));
        let end =
            |id: &str| Some(self.atlas.place(&Id::new(id)?)?.names.get(state.lang).to_owned());
        let ends = [&state.trip.query.from, &state.trip.query.to].map(|id| end(id));
        // What shows on the page, before the page.
        let first = match (state.page, state.claim, chosen, ends) {
            (Page::Map | Page::Claims, Some(claim), ..) => Some(format!("{claim} · {page}")),
            (Page::Map, None, Some(names), _) => Some(names.get(state.lang).to_owned()),
            (Page::Map, None, None, _) => None,
            (Page::Tour, ..) => Some(format!("{} · {page}", state.step)),
            (Page::Routes, .., [Some(from), Some(to)]) => {
                Some(format!("{} · {page}", [from, to].join(dash(state.lang))))
            }
            _ => Some(page),
        };
        let title = first.map_or_else(|| name.clone(), |first| format!("{first} · {name}"));
        address::set_page(&title, state.lang.code(), state.lang.direction().name());
    }

    fn tell(&self, state: &str, push: bool) {
        if self.page {
            address::set_fragment(state, push);
        }
        fire(&self.element, "atlas-change", &plain(&Changed { state }));
    }
}

impl Host for ElementHost {
    fn changed(&self, state: &AppState, history: History) {
        let text = fragment::write(state, &self.inner.atlas);
        self.inner.name_page(state);
        match history {
            History::Push => {
                // What waited belongs to the entry that is left behind.
                self.waiting.borrow_mut().take();
                self.inner.tell(&text, true);
            }
            History::Replace => {
                let inner = Rc::clone(&self.inner);
                let later = Timeout::new(PAUSE_MS, move || inner.tell(&text, false));
                *self.waiting.borrow_mut() = Some(later);
            }
        }
    }

    fn selected(&self, target: &Ref) {
        let detail = Selected { kind: target.kind.name(), id: target.id.as_str() };
        fire(&self.inner.element, "atlas-select", &plain(&detail));
    }

    fn near(&self, stage: Arc<Stage>, there: Box<dyn FnOnce(Arc<Stage>)>) {
        let Some(part) = self.part.clone().filter(|_| !self.asked.replace(true)) else { return };
        spawn_local(async move {
            if let Some(ready) = data::with_near(stage, &part).await {
                there(ready);
            }
        });
    }

    fn later(&self, stage: Arc<Stage>, there: Box<dyn FnOnce(Option<Whole>)>) {
        spawn_local(async move { there(data::whole(stage).await) });
    }

    fn reading(&self, lang: Lang, there: Box<dyn FnOnce(Option<Rc<Reading>>)>) {
        let (outline, part, study) =
            (self.inner.atlas.study, self.part.clone(), self.study.clone());
        spawn_local(async move {
            there(match study {
                Some(study) => data::reading_of(&study, lang).await,
                None => data::reading(outline, lang, part.as_ref()).await.ok(),
            });
        });
    }

    fn graph(&self, there: Box<dyn FnOnce(Option<Arc<Graph>>)>) {
        let (version, part) = (self.inner.atlas.network, self.part.clone());
        spawn_local(async move {
            there(data::graph(version, part.as_ref()).await.ok());
        });
    }

    fn single(&self, there: Box<dyn FnOnce(Option<Blob>)>) {
        let part = self.part.clone();
        spawn_local(async move {
            let file = match part {
                Some(part) => parts::file(&part, "atlas.html", "text/html").await,
                None => None,
            };
            there(file);
        });
    }

    fn installs(&self) -> bool {
        self.inner.install().is_some()
    }

    fn install(&self) {
        if let Some(install) = self.inner.install() {
            let _ = install.call0(&JsValue::UNDEFINED);
        }
    }

    fn routed(&self, lang: Lang, answer: &Answer, graph: &Graph) {
        // Whoever has an answer has the part that found it.
        if let Some(part) = later::there() {
            let record = (part.routed)(&self.inner.atlas, lang, graph, answer);
            fire(&self.inner.element, "atlas-route", &record);
        }
    }

    fn bring(&self, name: String, text: String, refused: Box<dyn FnOnce(Refusal)>) {
        let desk = self.desk.clone();
        spawn_local(async move {
            if let Err(refusal) = desk::bring(desk, Brought { name: Some(name), text }).await {
                refused(refusal);
            }
        });
    }

    fn go_back(&self) {
        let desk = self.desk.clone();
        // Not in the middle of a click on what then is gone.
        spawn_local(async move {
            if let Some(desk) = desk.upgrade() {
                desk.go_back();
            }
        });
    }

    fn study(&self) -> Option<Rc<Study<Names>>> {
        self.study.clone()
    }

    fn owns_page(&self) -> bool {
        self.inner.page
    }

    fn link(&self, state: &AppState) -> Option<String> {
        // A link does not bring along what somebody brought.
        if self.inner.atlas.brought.is_some() {
            return None;
        }
        let page = || address::canonical().filter(|_| self.inner.page);
        let base = self.inner.canonical.clone().or_else(page)?;
        Some(address::link(&base, &fragment::write(state, &self.inner.atlas)))
    }
}
