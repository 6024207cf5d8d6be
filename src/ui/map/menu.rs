//! The menu of a point of the map: its coordinates, what to do there, and what lies there.

use super::{measure, painter::Painter, zooming};
use crate::geo::LonLat;
use crate::i18n::{Arg, Direction};
use crate::model::id::{Id, Kind, Ref};
use crate::state::MapView;
use crate::ui::later::{Awaited, View};
use crate::ui::plan::Role;
use crate::ui::store::{Flight, Store, use_store};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, Node};

/// Most things listed.
const MOST: usize = 6;

/// Space kept to the edges of the map, CSS pixels.
const EDGE: f32 = 4.0;

/// An open menu.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// Where on the map, CSS pixels.
    pub at: [f32; 2],
    /// What point of the globe lies there.
    pub ground: LonLat,
    /// What lies there, first what a click means.
    pub stack: Vec<Ref>,
}

/// What an item does.
#[derive(Debug, Clone)]
enum Act {
    Copy,
    Measure,
    ZoomIn,
    Center,
    Choose(Ref),
    Plan(Id, Role),
}

impl Store {
    /// The middle of the map, CSS pixels.
    pub fn middle(&self) -> [f32; 2] {
        let size = self.size.get_untracked();
        [size.width / 2.0, size.height / 2.0]
    }

    /// Closes the menu; tells whether it was open.
    pub fn close_menu(&self) -> bool {
        let open = self.tools.menu.with_untracked(Option::is_some);
        if open {
            self.tools.menu.set(None);
        }
        open
    }
}

/// Opens the menu of a pixel, where it lies on the globe; `reach` is how near things must lie.
pub(super) fn open(store: Store, painter: &Painter, at: [f32; 2], reach: f32) {
    painter.halt();
    let menu = store.window().invert(at).map(|ground| {
        let mut stack = painter.pick_all(at, reach);
        stack.truncate(MOST);
        Menu { at, ground, stack }
    });
    store.tools.menu.set(menu);
}

fn perform(store: Store, menu: &Menu, act: Act) {
    store.tools.menu.set(None);
    match act {
        Act::Copy => store.copy(measure::decimal(menu.ground)),
        Act::Measure => measure::begin(store, Some(menu.ground), false),
        Act::ZoomIn => zooming::come_closer(store, menu.at),
        Act::Center => {
            let zoom = store.window().view.zoom;
            store.flight.set(Some(Flight::To(MapView { zoom, center: menu.ground })));
        }
        Act::Choose(target) => store.choose(target),
        // The focus goes on to the panel.
        Act::Plan(place, role) => return store.plan_with(&place, role),
    }
    store.to_map.notify();
}

/// The menu, where it is open.
#[component]
pub fn ContextMenu() -> impl IntoView {
    let store = use_store();
    move || store.tools.menu.get().map(|menu| view! { <Awaited view=View::Menu(menu)/> })
}

/// An open menu.
#[component]
pub fn OpenMenu(
    /// Where, and what lies there.
    menu: Menu,
) -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Div>::new();
    let at = menu.at;
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            settle(&list, at, store.lang.get_untracked().direction());
            focus(&list, 0);
        }
    });
    // In the capturing phase: the page may scroll any of its parts.
    let scrolled = web_sys::window().map(|window| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, "scroll", options, move |_| {
            let _ = store.tools.menu.try_set(None);
        })
    });
    let _scrolled = StoredValue::new_local(scrolled);
    let keys = move |event: KeyboardEvent| {
        event.stop_propagation();
        let Some(list) = list.try_get_untracked().flatten() else { return };
        let items = items(&list);
        let count = items.len();
        let focused = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let at = items.iter().position(|item| focused.as_ref() == Some(item)).unwrap_or(0);
        match event.key().as_str() {
            "ArrowDown" => focus(&list, (at + 1) % count),
            "ArrowUp" => focus(&list, (at + count - 1) % count),
            "Home" => focus(&list, 0),
            "End" => focus(&list, count - 1),
            "Escape" | "Tab" => {
                store.close_menu();
                store.to_map.notify();
            }
            _ => return,
        }
        event.prevent_default();
    };
    let blur = move |event: FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let inside =
            list.try_get_untracked().flatten().is_some_and(|list| list.contains(to.as_ref()));
        if to.is_none() || !inside {
            store.close_menu();
        }
    };
    let position = measure::position(store, menu.ground);
    let here = menu.stack.clone();
    let menu = StoredValue::new(menu);
    let item = move |words: String, act: Act| {
        view! {
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class="menu-item"
                on:click=move |_| perform(store, &menu.get_value(), act.clone())
            >
                {words}
            </button>
        }
    };
    let routes = routes(store, &here).into_iter().map(|(words, act)| item(words, act));
    let routes = routes.collect_view();
    let things = (!here.is_empty()).then(|| {
        let rows =
            here.into_iter().map(|target| item(store.describe(&target), Act::Choose(target)));
        view! {
            <div role="group" class="menu-here" aria-label=store.t("menu.here")>
                {rows.collect_view()}
            </div>
        }
    });
    view! {
        <div
            node_ref=list
            class="card menu"
            role="menu"
            aria-label=store.t("menu.title")
            on:keydown=keys
            on:focusout=blur
            on:contextmenu=|event| event.prevent_default()
        >
            {item(store.fill("menu.copy", &[("position", Arg::Text(&position))]), Act::Copy)}
            {item(store.t("menu.measure"), Act::Measure)}
            {item(store.t("menu.zoom"), Act::ZoomIn)}
            {item(store.t("menu.center"), Act::Center)}
            {routes}
            {things}
        </div>
    }
}

/// What the first place that lies here can be in a question for routes.
fn routes(store: Store, here: &[Ref]) -> Vec<(String, Act)> {
    let atlas = store.atlas();
    let mut places = here.iter().filter(|target| target.kind == Kind::Place);
    let Some(place) = places.find_map(|target| atlas.place(&target.id)) else { return Vec::new() };
    let item = |&role: &Role| {
        let key = match role {
            Role::From => "menu.from",
            Role::To => "menu.to",
            Role::Closed => "route.close",
        };
        let words = store.fill(key, &[("name", Arg::Word(&store.name(&place.names)))]);
        (words, Act::Plan(place.id.clone(), role))
    };
    store.roles(place).iter().map(item).collect()
}

/// Puts the menu beside its point, inside the map: towards the end of the line where there is room.
fn settle(list: &HtmlElement, [x, y]: [f32; 2], direction: Direction) {
    let Some(map) = list.parent_element() else { return };
    let put = |property: &str, at: f32, length: i32, room: i32, backwards: bool| {
        let (length, room) = (length as f32, room as f32);
        let (before, after) = (at - length, at);
        let fits = |start: f32| start >= EDGE && start + length <= room - EDGE;
        let [first, second] = if backwards { [before, after] } else { [after, before] };
        let start = if fits(first) || !fits(second) { first } else { second };
        let start = start.min(room - EDGE - length).max(EDGE);
        let _ = list.style().set_property(property, &format!("{}px", start.round() as i32));
    };
    let rtl = direction == Direction::Rtl;
    put("left", x, list.offset_width(), map.client_width(), rtl);
    put("top", y, list.offset_height(), map.client_height(), false);
}

fn items(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("[role=menuitem]") else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.get(index))
        .filter_map(|node| node.dyn_into().ok())
        .collect()
}

/// Focuses an item without scrolling the page: a scroll closes the menu.
fn focus(list: &HtmlElement, index: usize) {
    if let Some(item) = items(list).get(index) {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = item.focus_with_options(&still);
    }
}
