//! Signals around the state of one atlas: one writer, [`Store::dispatch`], and many readers.

use super::export::print::Print;
use super::host::Whole;
pub use super::host::{Controls, Gestures, Host};
use super::later::Later;
use super::own::OwnData;
use super::paper::Paper;
use super::places::Places;
use super::plan::Plan;
use super::theme::palette;
use crate::browser::media::Wishes;
use crate::geo::projection::ProjectionId;
use crate::i18n::Lang;
use crate::model::{atlas::Atlas, id::Ref};
use crate::scene::build::Attention;
use crate::scene::{display::Size, palette::Palette, stage::Stage, viewport::Viewport};
use crate::state::{Action, AppState, History, Layers, MapView, Page, Problem, Theme, apply};
use crate::ui::map::tools::Tools;
use leptos::prelude::*;
use std::{rc::Rc, sync::Arc};

/// Where the camera is asked to go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flight {
    /// To that view.
    To(MapView),
    /// To the whole region, whatever view that is in the present window.
    Home,
    /// Nowhere: a flight under way ends where it is.
    Halt,
}

/// The signals of one atlas; handed down through context.
#[derive(Clone, Copy)]
pub struct Store {
    stage: StoredValue<Arc<Stage>>,
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    /// What the reader has chosen.
    pub state: RwSignal<AppState>,
    /// The language, apart: most words follow it alone.
    pub lang: Memo<Lang>,
    /// The chosen thing, apart: the panel follows it alone.
    pub select: Memo<Option<Ref>>,
    /// The layers that are on, apart: the state itself changes with every step of a drag.
    pub layers: Memo<Layers>,
    /// The theme that was chosen, apart.
    pub theme: Memo<Theme>,
    /// The colours, apart.
    pub palette: Memo<Palette>,
    /// What the first view can do without, once it is there.
    pub later: RwSignal<Option<&'static Later>>,
    /// Whether it could not be had.
    pub later_failed: RwSignal<bool>,
    /// What the paper says.
    pub paper: Paper,
    /// Routes.
    pub plan: Plan,
    /// What the reader points at.
    pub attention: RwSignal<Attention>,
    /// What the reader's system asks for.
    pub wishes: RwSignal<Wishes>,
    /// The size of the map.
    pub size: RwSignal<Size>,
    /// Whether the panel is a sheet over the map: narrow, by the same rule as style/layout.css.
    pub narrow: RwSignal<bool>,
    /// Parts of an address that could not be used.
    pub notices: RwSignal<Vec<Problem>>,
    /// What shows on the map, for the keyboard and screen readers.
    pub visible: RwSignal<Vec<Ref>>,
    /// Where each of these stands in the picture, CSS pixels.
    pub spots: StoredValue<Vec<[f32; 2]>>,
    /// The view in words, as of the last rest of the map.
    pub description: RwSignal<String>,
    /// Letters typed at the list of what shows, and when the last one was, milliseconds.
    pub typed: StoredValue<(String, f64)>,
    /// Whether the map shows as a table; elements without the bar show the map.
    pub table: Memo<bool>,
    /// Whether the reader has just asked for the table, which then takes the focus; one that a link opens does not.
    pub table_asked: StoredValue<bool>,
    /// Where the camera is asked to go.
    pub flight: RwSignal<Option<Flight>>,
    /// The view to which a flight is under way.
    pub goal: StoredValue<Option<MapView>>,
    /// The projection in which a hand took hold of the map: it stays until the map rests.
    pub gripped: StoredValue<Option<ProjectionId>>,
    /// Whether the browser gave no surface to draw on.
    pub no_canvas: RwSignal<bool>,
    /// Told when furniture on the map took another size.
    pub furniture: Trigger,
    /// Told when a finer ground has come.
    pub ground: Trigger,
    /// Told when the map should take the focus.
    pub to_map: Trigger,
    /// What screen readers are told.
    pub said: RwSignal<String>,
    /// Whether the panel's sheet stands open on narrow screens.
    pub sheet: RwSignal<bool>,
    /// Paper, and whether the page is being printed.
    pub print: Print,
    /// The host's wish for furniture.
    pub controls: RwSignal<Controls>,
    /// The host's wish for gestures.
    pub gestures: RwSignal<Gestures>,
    /// What stands on the map for a moment.
    pub tools: Tools,
    /// Data that the reader brings along.
    pub own: OwnData,
    /// What of a page its reader was sent to, and where each page was left.
    pub places: Places,
    /// The page that shows: without the bar there is no way to any but the map.
    pub page: Memo<Page>,
}

impl Store {
    /// The signals for a start state; call inside an owner.
    pub fn new(stage: Arc<Stage>, host: Rc<dyn Host>, start: AppState) -> Self {
        let state = RwSignal::new(start);
        let wishes = RwSignal::new(crate::browser::media::wishes());
        let print = Print::default();
        let later = RwSignal::new(None);
        let theme = Memo::new(move |_| state.with(|state| state.theme));
        let controls = RwSignal::new(Controls::default());
        let page = Memo::new(move |_| match controls.get() {
            Controls::Full => state.with(|state| state.page),
            _ => Page::Map,
        });
        Self {
            stage: StoredValue::new(stage),
            host: StoredValue::new_local(host),
            state,
            lang: Memo::new(move |_| state.with(|state| state.lang)),
            select: Memo::new(move |_| state.with(|state| state.select.clone())),
            layers: Memo::new(move |_| state.with(|state| state.layers)),
            theme,
            later,
            later_failed: RwSignal::new(false),
            paper: Paper::new(state),
            plan: Plan::new(state, later),
            palette: Memo::new(move |_| palette(theme.get(), wishes.get(), print.under_way.get())),
            attention: RwSignal::new(Attention::default()),
            wishes,
            size: RwSignal::new(Size::default()),
            narrow: RwSignal::new(false),
            notices: RwSignal::new(Vec::new()),
            visible: RwSignal::new(Vec::new()),
            spots: StoredValue::new(Vec::new()),
            description: RwSignal::new(String::new()),
            typed: StoredValue::new((String::new(), f64::NEG_INFINITY)),
            table: Memo::new(move |_| {
                controls.get() == Controls::Full && state.with(|state| state.table)
            }),
            table_asked: StoredValue::new(false),
            flight: RwSignal::new(None),
            goal: StoredValue::new(None),
            gripped: StoredValue::new(None),
            no_canvas: RwSignal::new(false),
            furniture: Trigger::new(),
            ground: Trigger::new(),
            to_map: Trigger::new(),
            said: RwSignal::new(String::new()),
            sheet: RwSignal::new(false),
            print,
            controls,
            gestures: RwSignal::new(Gestures::default()),
            tools: Tools::default(),
            own: OwnData::default(),
            places: Places::default(),
            page,
        }
    }

    /// Whom the atlas tells.
    pub(super) fn host(&self) -> Rc<dyn Host> {
        self.host.get_value()
    }

    /// The data, projected.
    pub fn stage(&self) -> Arc<Stage> {
        self.stage.get_value()
    }

    /// Takes over what the first view could do without, and the data as a whole.
    pub fn take_over(&self, (later, stage): Whole) {
        // The element may be gone by then. Asked for by several at once it comes several times: what it made
        // the first time stays as the reader left it.
        if self.later.try_with_untracked(Option::is_none) == Some(true) {
            self.stage.set_value(stage);
            self.later.set(Some(later));
            self.ground.notify();
            // What could not be read without it is asked for again.
            if self.paper.failed.get_untracked() {
                self.load_paper(self.lang.get_untracked());
            }
            if self.plan.failed.get_untracked() {
                self.load_graph();
            }
        }
    }

    /// Asks for the closest level of the ground, where the window needs it and it has not come.
    pub fn come_near(&self, window: &Viewport) {
        let stage = self.stage();
        if !stage.lacks_near(window) {
            return;
        }
        let store = *self;
        let there = move |ready| {
            // The element may be gone by then.
            if store.stage.try_set_value(ready).is_none() {
                store.ground.notify();
            }
        };
        self.host().near(stage, Box::new(there));
    }

    /// The data.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.stage.with_value(|stage| Arc::clone(&stage.atlas))
    }

    /// The one way in which the state changes; hosts hear of it only when it did.
    pub fn dispatch(&self, action: Action) {
        self.dispatch_all(vec![action]);
    }

    /// The same for changes that are one step to the reader: going back undoes all of them.
    pub fn dispatch_all(&self, actions: Vec<Action>) {
        let Some(before) = self.state.try_get_untracked() else { return };
        let pushes = actions.iter().any(|action| action.history() == History::Push);
        let history = if pushes { History::Push } else { History::Replace };
        let next = actions.into_iter().fold(before.clone(), |state, action| apply(&state, action));
        if next == before {
            return;
        }
        let chosen = next.select.clone().filter(|_| next.select != before.select);
        self.state.set(next.clone());
        if let Some(target) = &chosen {
            self.sheet.set(true);
            self.say(untrack(|| self.describe(target)));
        }
        // The host may call back: it is called last, with nothing borrowed.
        let host = self.host();
        host.changed(&next, history);
        if let Some(target) = chosen
            && self.state.try_with_untracked(|state| state.select.as_ref() == Some(&target))
                == Some(true)
        {
            host.selected(&target);
        }
    }

    /// The reader's own projection, if one was chosen.
    pub fn projection(&self) -> Option<ProjectionId> {
        self.state.with_untracked(|state| state.projection)
    }

    /// Asks the camera for so many levels more, from where it is going.
    pub fn zoom_by(&self, levels: f64) {
        let view = self.heading();
        let goal = MapView { zoom: view.zoom + levels, ..view }.clamped();
        self.flight.set(Some(Flight::To(goal)));
    }

    /// The view that shows once a flight under way has ended.
    pub fn heading(&self) -> MapView {
        self.goal.get_value().unwrap_or_else(|| self.window().view)
    }

    /// The window that shows now.
    pub fn window(&self) -> Viewport {
        let (size, insets) = (self.size.get_untracked(), self.insets());
        let window = self.state.with_untracked(|state| self.stage().window(state, size, insets));
        match self.gripped.get_value() {
            Some(id) if id != window.id => Viewport::new(id, window.view, size),
            _ => window,
        }
    }

    /// Takes over the sizes of the whole element and of the map in it.
    pub fn resized(&self, whole: Size, map: Size) {
        let narrow = whole.width < 600.0 || (whole.width < 900.0 && whole.height >= 480.0);
        self.narrow.set(narrow);
        self.size.set(map);
        if map.width >= 1.0 {
            let awaited = self.paper.awaited.try_update_value(std::mem::take).unwrap_or_default();
            self.fly_to_all(&awaited);
        }
    }
}

/// The store of the atlas that a component is part of.
pub fn use_store() -> Store {
    expect_context::<Store>()
}
