//! What an element shows: a data set with the signals and the view of it. Another data set takes the place of
//! all three; what the host and the reader chose of language, theme and furniture stays.

use super::data;
use super::host::ElementHost;
use super::later;
use crate::i18n::Names;
use crate::model::study::Study;
use crate::scene::stage::Stage;
use crate::state::{AppState, Problem};
use crate::ui::{
    app::App,
    host::{Controls, Gestures},
    own::Refusal,
    store::Store,
};
use js_sys::Function;
use leptos::prelude::*;
use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    sync::Arc,
};
use web_sys::HtmlElement;

/// A data set that somebody brought.
pub(super) struct Brought {
    /// The name of the file, where a reader opened one.
    pub(super) name: Option<String>,
    /// The text of the file, from which the element shows it again when it comes back to the page.
    pub(super) text: String,
}

/// What there is to show, and how.
pub(super) struct Scene {
    pub(super) stage: Arc<Stage>,
    pub(super) study: Option<Rc<Study<Names>>>,
    pub(super) start: AppState,
    pub(super) notices: Vec<Problem>,
    pub(super) controls: Controls,
    pub(super) gestures: Gestures,
}

pub(super) struct Desk {
    pub(super) element: HtmlElement,
    root: HtmlElement,
    /// Whether the page is the atlas's own.
    pub(super) page: bool,
    /// The address that links lead to, where the host names one.
    pub(super) canonical: Option<String>,
    /// What loads files beside the program.
    pub(super) part: Option<Function>,
    /// What holds where a fragment says nothing.
    pub(super) base: AppState,
    embedded: Arc<Stage>,
    shown: Cell<Option<Store>>,
    view: RefCell<Option<Box<dyn Any>>>,
    brought: RefCell<Option<Brought>>,
}

impl Desk {
    /// A desk with nothing on it.
    pub(super) fn new(
        element: HtmlElement,
        root: HtmlElement,
        page: bool,
        canonical: Option<String>,
        part: Option<Function>,
        base: AppState,
        embedded: Arc<Stage>,
    ) -> Rc<Self> {
        Rc::new(Self {
            element,
            root,
            page,
            canonical,
            part,
            base,
            embedded,
            shown: Cell::new(None),
            view: RefCell::new(None),
            brought: RefCell::new(None),
        })
    }

    /// The signals of what shows; `None` only before the first scene.
    pub(super) fn store(&self) -> Option<Store> {
        self.shown.get()
    }

    /// The text of the file that somebody brought.
    pub(super) fn text(&self) -> Option<String> {
        self.brought.borrow().as_ref().map(|brought| brought.text.clone())
    }

    /// Shows a scene in the place of the one before.
    pub(super) fn show(self: &Rc<Self>, scene: Scene) {
        let Scene { stage, study, start, notices, controls, gestures } = scene;
        let file = self.brought.borrow().as_ref().and_then(|brought| brought.name.clone());
        let host = ElementHost::new(self, Arc::clone(&stage.atlas), study);
        host.name_page(&start);
        let whole = later::there().and_then(|part| data::whole_with(Arc::clone(&stage), part));
        // Taken out first: what ends with the view may ask for it.
        let before = self.view.borrow_mut().take();
        drop(before);
        let made = Rc::new(Cell::new(None));
        let out = Rc::clone(&made);
        let view = mount_to(self.root.clone(), move || {
            let store = Store::new(stage, Rc::new(host), start);
            if let Some(whole) = whole {
                store.take_over(whole);
            }
            store.controls.set(controls);
            store.gestures.set(gestures);
            store.notices.set(notices);
            store.own.file.set_value(file);
            provide_context(store);
            out.set(Some(store));
            view! { <App/> }
        });
        self.shown.set(made.take());
        *self.view.borrow_mut() = Some(Box::new(view));
    }

    /// The same choices for other data.
    fn replace(self: &Rc<Self>, stage: Arc<Stage>, study: Option<Rc<Study<Names>>>) {
        let Some(store) = self.store() else { return };
        let before = store.state.get_untracked();
        let start = AppState {
            lang: before.lang,
            theme: before.theme,
            projection: before.projection,
            layers: before.layers,
            boundaries: before.boundaries,
            ..self.base.clone()
        };
        self.show(Scene {
            stage,
            study,
            start: start.clone(),
            notices: Vec::new(),
            controls: store.controls.get_untracked(),
            gestures: store.gestures.get_untracked(),
        });
        if let Some(store) = self.store() {
            store.tell_host(&start);
        }
    }

    /// Shows the embedded data again.
    pub(super) fn go_back(self: &Rc<Self>) {
        if self.brought.borrow_mut().take().is_some() {
            self.replace(Arc::clone(&self.embedded), None);
        }
    }
}

/// Shows data that somebody brought, where the element is still there when they have been read.
pub(super) async fn bring(desk: Weak<Desk>, brought: Brought) -> Result<(), Refusal> {
    let Some(embedded) = desk.upgrade().map(|desk| Arc::clone(&desk.embedded)) else {
        return Ok(());
    };
    let whole = data::whole(embedded).await.zip(later::there());
    let ((_, stage), part) = whole.ok_or(Refusal::NoPart)?;
    let (stage, study) = (part.own)(&stage, &brought.text).map_err(Refusal::Problems)?;
    if let Some(desk) = desk.upgrade() {
        *desk.brought.borrow_mut() = Some(brought);
        desk.replace(Arc::new(stage), Some(Rc::new(study)));
    }
    Ok(())
}
