//! The map: a canvas, the hands and keys on it, and its furniture.

mod bend;
mod camera;
pub mod features;
mod fingers;
pub mod furniture;
mod grip;
mod hover;
mod keys;
pub mod measure;
pub mod menu;
mod painter;
mod pointers;
pub mod tools;
pub mod tooltip;
mod zooming;

use super::key::Key;
use super::layers::Layers;
use super::notices::Notices;
use super::store::{Controls, Store, use_store};
use super::table::TableButton;
use crate::browser::{media, resize::SizeWatch};
use crate::scene::display::{Box2, Size};
use features::Features;
use furniture::{Scale, StatusDate, ZoomButtons};
use gloo::events::EventListener;
use leptos::{html, prelude::*};
use measure::{MeasureButton, Measured};
use menu::ContextMenu;
use painter::Painter;
use pointers::Pointers;
use std::rc::Rc;
use tools::Tools;
use tooltip::Tooltip;

/// All that lives as long as the canvas.
struct Live {
    painter: Rc<Painter>,
    pointers: Rc<Pointers>,
    /// Kept for their drop.
    _watches: (Option<SizeWatch>, Option<EventListener>, Vec<EventListener>, [EventListener; 2]),
}

/// The cross that aims at the middle of the map, drawn twice: its halo, and itself.
const AIM: &str = "M16 3v9M16 20v9M3 16h9M20 16h9";

type Slot = StoredValue<Option<Rc<Live>>, LocalStorage>;

/// The map and what stands on it.
#[component]
pub fn MapPane() -> impl IntoView {
    let store = use_store();
    let frame = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let tools = store.tools;
    let live: Slot = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let (Some(frame), Some(canvas)) = (frame.get(), canvas.get()) {
            let started = start(store, frame.into(), canvas);
            store.no_canvas.set(started.is_none());
            live.set_value(started);
        }
    });
    redraw_on_change(store, live);
    Effect::new(move |before: Option<()>| {
        store.to_map.track();
        if let (Some(()), Some(canvas)) = (before, canvas.get_untracked()) {
            let _ = canvas.focus();
        }
    });
    let with = move |act: &dyn Fn(&Live)| {
        // Cloned out: an action may end the atlas while it runs.
        if let Some(live) = live.get_value() {
            act(&live);
        }
    };
    let band = move || tools.band.get().filter(|[a, b]| a != b).map(Tools::band_box);
    let side = move |length: fn(Box2) -> f32| {
        move || band().map(|band| format!("{}px", length(band))).unwrap_or_default()
    };
    let furnished = move || store.controls.get() != Controls::None;
    let full = move || store.controls.get() == Controls::Full;
    view! {
        <div
            class="map"
            part="map"
            inert=move || store.table.get() && store.later.get().is_some()
            node_ref=frame
            on:keydown=move |event| measure::press(store, &event)
        >
            <canvas
                node_ref=canvas
                class="map-canvas"
                class:pointing=move || store.attention.with(|attention| attention.hover.is_some())
                class:holding=move || tools.holds.get()
                class:measuring=move || tools.measuring.get()
                class:cooperative=move || store.gestures.get() == super::store::Gestures::Cooperative
                tabindex="0"
                role="application"
                aria-label=store.words("map.label")
                aria-describedby="map-description map-help"
                on:pointerdown=move |event| with(&|live| live.pointers.press(&event))
                on:pointermove=move |event| with(&|live| live.pointers.moved(&event))
                on:pointerup=move |event| with(&|live| live.pointers.release(&event))
                on:pointercancel=move |event| with(&|live| live.pointers.cancel(&event))
                on:lostpointercapture=move |event| with(&|live| live.pointers.cancel(&event))
                on:pointerleave=move |event| with(&|live| live.pointers.leave(&event))
                on:dblclick=move |event| with(&|live| live.pointers.double(&event))
                on:wheel=move |event| with(&|live| live.pointers.wheel(&event))
                on:contextmenu=move |event| with(&|live| live.pointers.menu(&event))
                on:touchstart=move |event| with(&|live| live.pointers.touched(&event))
                on:touchmove=move |event| with(&|live| live.pointers.touched(&event))
                on:touchend=move |event| with(&|live| live.pointers.touched(&event))
                on:keydown=move |event| {
                    with(&|live| {
                        live.pointers.forget();
                        keys::press(store, &live.painter, &event);
                    })
                }
            ></canvas>
            <p id="map-description" class="sr-only">{move || store.description.get()}</p>
            <p id="map-help" class="sr-only">{store.words("map.instructions")}</p>
            <Features/>
            <Show when=move || store.no_canvas.get()>
                <div class="card fault" role="alert" data-notice="">
                    <strong>{store.words("error.title")}</strong>
                    <p>{store.words("error.canvas")}</p>
                </div>
            </Show>
            <div
                class="band"
                hidden=move || band().is_none()
                style:left=side(|band| band.x)
                style:top=side(|band| band.y)
                style:width=side(|band| band.width)
                style:height=side(|band| band.height)
            ></div>
            <svg class="aim" class:shown=move || tools.aim.get() viewBox="0 0 32 32" aria-hidden="true">
                <path d=AIM/>
                <path d=AIM/>
            </svg>
            <p class="gesture-hint" class:shown=move || tools.hint.with(Option::is_some) aria-hidden="true">
                {move || tools.hint.get()}
            </p>
            <Tooltip/>
            <Show when=furnished>
                <div class="map-start">
                    <Show when=full><Key/></Show>
                </div>
                <div class="map-tools">
                    <ZoomButtons/>
                    <Show when=full><MeasureButton/><Layers/><TableButton/></Show>
                </div>
            </Show>
            <Measured/>
            <div class="map-foot" dir="ltr">
                <Scale/>
                <StatusDate/>
            </div>
            <Notices/>
            <ContextMenu/>
        </div>
    }
}

/// Starts drawing; `None` where the browser gives no surface.
fn start(
    store: Store,
    frame: web_sys::Element,
    canvas: web_sys::HtmlCanvasElement,
) -> Option<Rc<Live>> {
    let painter = Painter::new(store, frame.clone(), canvas.clone())?;
    let whole = frame.closest(".atlas").ok().flatten().unwrap_or_else(|| frame.clone());
    let box_of = |element: &web_sys::Element| {
        let rect = element.get_bounding_client_rect();
        Size { width: rect.width() as f32, height: rect.height() as f32 }
    };
    // At once too: the host may ask for a view before the first frame.
    store.resized(box_of(&whole), box_of(&frame));
    let sizes = SizeWatch::new(&frame, move |width, height| {
        store.resized(box_of(&whole), Size { width, height });
    });
    let again = Rc::downgrade(&painter);
    // The pixel ratio changes with the browser's own zoom and from screen to screen.
    let ratio = web_sys::window().map(|window| {
        EventListener::new(&window, "resize", move |_| {
            if let Some(painter) = again.upgrade() {
                painter.request();
            }
        })
    });
    let wishes = media::watch(move || store.wishes.set(media::wishes()));
    let pointers = Rc::new(Pointers::new(store, Rc::clone(&painter)));
    let trackpad = zooming::trackpad(store, &pointers, &canvas);
    Some(Rc::new(Live { painter, pointers, _watches: (sizes.ok(), ratio, wishes, trackpad) }))
}

/// Asks for a picture whenever something that shows in it changes.
fn redraw_on_change(store: Store, live: Slot) {
    Effect::new(move |_| {
        store.state.track();
        store.attention.track();
        store.size.track();
        store.wishes.track();
        store.furniture.track();
        store.ground.track();
        if let Some(live) = live.get_value() {
            live.painter.request();
        }
    });
    Effect::new(move |_| {
        if let (Some(flight), Some(live)) = (store.flight.get(), live.get_value()) {
            store.flight.set(None);
            live.painter.fly(flight);
        }
    });
}
