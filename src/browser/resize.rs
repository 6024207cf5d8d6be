//! The size of an element while it lives, from hidden to full screen.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches an element's content box; dropping it ends the watch.
pub struct SizeWatch {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

impl SizeWatch {
    /// Calls `on_size` with width and height in CSS pixels, at once and at each change.
    ///
    /// # Errors
    ///
    /// What the browser throws where it has no `ResizeObserver`.
    pub fn new(
        element: &Element,
        mut on_size: impl FnMut(f32, f32) + 'static,
    ) -> Result<Self, JsValue> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            if let Ok(entry) = last.dyn_into::<ResizeObserverEntry>() {
                let rect = entry.content_rect();
                on_size(rect.width() as f32, rect.height() as f32);
            }
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(Self { observer, _closure: closure })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
