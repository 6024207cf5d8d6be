//! A copy of a canvas that lies over it and fades, so that one picture goes over into the next.

use super::canvas::context;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

/// The copy; it goes when its style sheet's animation ends, or when this is dropped.
pub struct Ghost {
    copy: HtmlCanvasElement,
    /// Kept for its drop.
    _faded: EventListener,
}

impl Ghost {
    /// A copy of what the canvas shows now; `None` where the browser refuses one.
    pub fn of(canvas: &HtmlCanvasElement) -> Option<Self> {
        let copy: HtmlCanvasElement = canvas.clone_node().ok()?.dyn_into().ok()?;
        for name in ["tabindex", "role", "aria-label", "aria-describedby"] {
            copy.remove_attribute(name).ok()?;
        }
        copy.set_attribute("aria-hidden", "true").ok()?;
        copy.set_class_name("map-canvas map-ghost");
        context(&copy)?.draw_image_with_html_canvas_element(canvas, 0.0, 0.0).ok()?;
        canvas.after_with_node_1(&copy).ok()?;
        let gone = copy.clone();
        let faded = EventListener::once(&copy, "animationend", move |_| gone.remove());
        Some(Self { copy, _faded: faded })
    }
}

impl Drop for Ghost {
    fn drop(&mut self) {
        self.copy.remove();
    }
}
