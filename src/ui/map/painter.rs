//! The picture on the canvas: drawn when something changed, at most once per animation frame.

use super::furniture;
use super::{camera::Camera, grip::Grip};
use crate::browser::{
    bulk::Bulk,
    canvas,
    ghost::Ghost,
    measure::{CanvasMeasure, MeasureCache},
    media, timing,
};
use crate::geo::projection::ProjectionId;
use crate::model::id::Ref;
use crate::scene::{
    build,
    coast::Coast,
    description::{describe, first_sentence},
    display::{Shape, Size},
    flight::Way,
    picture::Scene,
    spots::spots,
    viewport::{Sight, Viewport},
};
use crate::state::{Action, AppState};
use crate::ui::store::{Flight, Store};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement};

/// The mark of the first whole picture.
const PAINTED: &str = "atlas-map-painted";

/// The picture is put into words when it has not changed for so long: a wheel turns in many small
/// steps, and neither list nor description is read while it does.
const REST_MS: u32 = 150;

/// Draws one map. Dropping it ends its frames.
pub(super) struct Painter {
    store: Store,
    frame: Element,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    inner: RefCell<Inner>,
    this: Weak<Self>,
}

/// What words of the view depend on: the state, the size, how many routes are drawn.
type Told = (AppState, Size, usize);

#[derive(Default)]
struct Inner {
    next: Option<AnimationFrame>,
    camera: Option<Camera>,
    measure: MeasureCache,
    scene: Scene,
    /// The projection of the last picture.
    projection: Option<ProjectionId>,
    /// The picture in the projection before, while it fades.
    ghost: Option<Ghost>,
    /// The reader's hand is on the map: its words wait until it rests.
    held: bool,
    /// The lines for measurement, while there are any.
    bulk: Option<Bulk>,
    /// The window of the last frame, and for how many frames it has been the same.
    last: Option<Viewport>,
    still: u32,
    /// Of what the words tell.
    told: Option<Told>,
    /// Until the picture counts as resting.
    rest: Option<Timeout>,
}

impl Painter {
    /// A painter for the canvas inside `frame`; `None` where the browser gives no surface.
    pub(super) fn new(store: Store, frame: Element, canvas: HtmlCanvasElement) -> Option<Rc<Self>> {
        let context = canvas::opaque_context(&canvas)?;
        Some(Rc::new_cyclic(|this| Self {
            store,
            frame,
            canvas,
            context,
            inner: RefCell::default(),
            this: this.clone(),
        }))
    }

    /// Asks for a picture in the next animation frame.
    pub(super) fn request(&self) {
        let mut inner = self.inner.borrow_mut();
        if inner.next.is_some() {
            return;
        }
        let this = self.this.clone();
        inner.next = Some(request_animation_frame(move |now| {
            if let Some(this) = this.upgrade() {
                this.tick(now);
            }
        }));
    }

    /// What lies under a point of the last picture, first what a click means.
    pub(super) fn pick_all(&self, at: [f32; 2], slack: f32) -> Vec<Ref> {
        self.inner.borrow().scene.pick_all(at, slack).into_iter().cloned().collect()
    }

    /// Tells whether the reader's hand is on the map; taking hold of it stops a flight.
    pub(super) fn hold(&self, held: bool) {
        self.inner.borrow_mut().held = held;
        if held {
            self.halt();
            // What the view passes on the way must not change the sheet under the hand.
            self.store.gripped.set_value(Some(self.store.window().id));
        } else {
            self.request();
        }
    }

    /// Ends a flight or throw where it is.
    pub(super) fn halt(&self) {
        self.store.goal.set_value(None);
        let moving = self.inner.borrow_mut().camera.take().is_some();
        if moving {
            self.request();
        }
    }

    /// Lets the map go on as the hand left it; not where the reader wants no motion.
    pub(super) fn throw(&self, grip: Grip, from: [f32; 2], coast: Coast) {
        if !self.store.wishes.with_untracked(|wishes| wishes.still) {
            self.store.goal.set_value(None);
            self.inner.borrow_mut().camera = Some(Camera::throw(grip, from, coast));
            self.request();
        }
    }

    /// Starts a flight, or jumps where the reader wants no motion.
    pub(super) fn fly(&self, flight: Flight) {
        let (size, insets) = (self.store.size.get_untracked(), self.store.insets());
        let (goal, arrival) = match flight {
            Flight::To(view) => (view, Action::MoveMap(view)),
            Flight::Halt => return self.halt(),
            Flight::Home => {
                let id = self.store.projection().unwrap_or(ProjectionId::Lambert);
                (self.store.stage().home(id, size, insets), Action::ShowRegion)
            }
        };
        if self.store.wishes.with_untracked(|wishes| wishes.still) || size.width < 1.0 {
            self.halt();
            return self.store.dispatch(arrival);
        }
        let way = Way::new(self.store.window().view, goal, size.width.max(size.height));
        self.store.goal.set_value(Some(goal));
        self.inner.borrow_mut().camera = Some(Camera::flight(way, arrival));
        self.request();
    }

    fn tick(&self, now: f64) {
        let window = self.store.window();
        let step = {
            let mut inner = self.inner.borrow_mut();
            inner.next = None;
            let step = inner.camera.as_mut().map(|camera| camera.step(now, &window));
            if step.as_ref().is_some_and(|(_, arrived)| *arrived) {
                inner.camera = None;
                self.store.goal.set_value(None);
            }
            step
        };
        if let Some((action, arrived)) = step {
            self.store.dispatch(action);
            if !arrived {
                self.request();
            }
        }
        self.draw();
    }

    fn draw(&self) {
        let size = self.store.size.get_untracked();
        if size.width < 1.0 || size.height < 1.0 {
            return;
        }
        let resting = {
            let inner = self.inner.borrow();
            !inner.held && inner.camera.is_none()
        };
        if resting {
            self.store.gripped.set_value(None);
            self.find_furniture();
        }
        let ratio = canvas::resize(&self.canvas, size.width, size.height, media::pixel_ratio());
        let window = self.store.window();
        self.store.come_near(&window);
        self.fade_from_other(window.id, ratio);
        let moving = !resting || self.has_moved(&window);
        let mut again = false;
        let palette = self.store.palette.get_untracked();
        let stage = self.store.stage();
        let mut inner = self.inner.borrow_mut();
        let scene = self.store.state.with_untracked(|state| {
            let mut attention = self.store.attention.get_untracked();
            let kept = inner.bulk.take().filter(|_| state.extra > 0 && is_sheet(&window));
            let mut bulk = kept.or_else(|| bulk_of(&self.canvas, state.extra, &window));
            let lines = (ratio, u64::from(state.extra) << 8 | palette as u64);
            attention.bulk_apart =
                moving && bulk.as_ref().is_some_and(|bulk| bulk.stands_for(&window, lines));
            let mut measure = CanvasMeasure {
                context: &self.context,
                lang: state.lang,
                cache: &mut inner.measure,
            };
            let scene = build::build(&stage, state, &window, &attention, &mut measure);
            if let (Some(bulk), Some(index), false) = (&mut bulk, scene.bulk, attention.bulk_apart)
                && let Some(Shape::Stroke(path, stroke)) = scene.shapes.get(index)
            {
                bulk.draw((path, stroke), palette.color(stroke.paint.ink), &window, lines);
            }
            let lay = bulk.as_ref().map(|bulk| || bulk.lay(&self.context, &window, ratio));
            let lay = lay.as_ref().map(|lay| lay as &dyn Fn());
            canvas::paint_around(&self.context, &scene, palette, state.lang, ratio, lay);
            inner.bulk = bulk;
            // A copy stands for the lines until the map has rested for two frames.
            if attention.bulk_apart && resting {
                again = true;
            }
            scene
        });
        inner.scene = scene;
        timing::mark_once(PAINTED);
        if again {
            drop(inner);
            self.request();
            inner = self.inner.borrow_mut();
        }
        let trails = self.store.attention.with_untracked(|attention| attention.trails.len());
        let now = self.store.state.with_untracked(|state| (state.clone(), size, trails));
        if !resting || inner.told.as_ref() == Some(&now) {
            return;
        }
        if inner.told.is_none() {
            // The key lists what shows: nobody sees it grow.
            drop(inner);
            return self.tell(now);
        }
        let this = self.this.clone();
        inner.rest = Some(Timeout::new(REST_MS, move || {
            if let Some(this) = this.upgrade() {
                this.tell(now);
            }
        }));
    }

    /// Whether the view has changed within the last two frames.
    fn has_moved(&self, window: &Viewport) -> bool {
        let mut inner = self.inner.borrow_mut();
        let same = inner.last.as_ref() == Some(window);
        inner.still = if same { inner.still + 1 } else { 0 };
        inner.last = Some(*window);
        inner.still < 2
    }

    /// Where the projection changes, the picture before lies over the new one and fades; without its
    /// names, which would stand beside those of the new one.
    fn fade_from_other(&self, id: ProjectionId, ratio: f64) {
        let before = self.inner.borrow_mut().projection.replace(id);
        let changed = before.is_some_and(|before| before != id);
        if changed && !self.store.wishes.with_untracked(|wishes| wishes.still) {
            let (palette, lang) =
                (self.store.palette.get_untracked(), self.store.lang.get_untracked());
            let mut inner = self.inner.borrow_mut();
            inner.scene.shapes.retain(|shape| !matches!(shape, Shape::Text(_)));
            canvas::paint(&self.context, &inner.scene, palette, lang, ratio);
            inner.ghost = Ghost::of(&self.canvas);
        }
    }

    /// Puts the last picture into words.
    fn tell(&self, now: Told) {
        let stage = self.store.stage();
        let mut inner = self.inner.borrow_mut();
        if inner.held || inner.camera.is_some() {
            return;
        }
        let spots = spots(&inner.scene, &stage.atlas);
        let words = self.store.attention.with_untracked(|attention| {
            describe(&stage, &now.0, &self.store.window(), &spots, &attention.trails)
        });
        inner.told = Some(now);
        drop(inner);
        if self.store.tools.by_key.get_value() {
            self.store.tools.by_key.set_value(false);
            self.store.say(first_sentence(&words).to_owned());
        }
        if self.store.description.with_untracked(|before| *before != words) {
            self.store.description.set(words);
        }
        let (visible, places) = spots.into_iter().map(|spot| (spot.target, spot.at)).unzip();
        self.store.spots.set_value(places);
        if self.store.visible.with_untracked(|before| *before != visible) {
            self.list(visible);
        }
    }

    /// Lists what shows. The list moves its options about, and browsers take the focus from one that
    /// is moved: it is given back, or goes to the map where the thing is out of sight.
    fn list(&self, visible: Vec<Ref>) {
        let focused = self.frame.query_selector("[data-feature]:focus").ok().flatten();
        let focused = focused.and_then(|option| option.get_attribute("data-feature"));
        let lost = |name: &String| visible.iter().all(|target| target.to_string() != *name);
        if focused.as_ref().is_some_and(lost) {
            // Not every browser tells an element that is taken away that it lost the focus.
            self.store.attention.update(|attention| attention.focus = None);
        }
        self.store.visible.set(visible);
        let Some(name) = focused else { return };
        let (frame, canvas) = (self.frame.clone(), self.canvas.clone());
        leptos::prelude::request_animation_frame(move || {
            let again = frame.query_selector(&format!("[data-feature=\"{name}\"]")).ok().flatten();
            let again = again.and_then(|option| option.dyn_into::<HtmlElement>().ok());
            let _ = again.map_or_else(|| canvas.focus(), |option| option.focus());
        });
    }

    /// Where furniture stands on the map now; names keep off it.
    fn find_furniture(&self) {
        let boxes = furniture::boxes(&self.frame);
        if self.store.attention.with_untracked(|attention| attention.furniture != boxes) {
            self.store.attention.update_untracked(|attention| attention.furniture = boxes);
        }
    }
}

/// A copy for bulk lines, where there are any and the sheet keeps its shape.
fn bulk_of(canvas: &HtmlCanvasElement, count: u32, window: &Viewport) -> Option<Bulk> {
    (count > 0 && is_sheet(window)).then(|| Bulk::new(canvas)).flatten()
}

fn is_sheet(window: &Viewport) -> bool {
    matches!(window.sight(), Sight::Sheet(_))
}
