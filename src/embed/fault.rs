//! A panic ends the program; before it does, the page is told, so that no reader sees a blank.

use std::sync::Once;
use web_sys::{CustomEvent, CustomEventInit};

/// The event on the window that `element.js` waits for.
const EVENT: &str = "atlas-panic";

/// Reports panics from now on.
pub(super) fn report_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let init = CustomEventInit::new();
            init.set_detail(&info.to_string().into());
            let event = CustomEvent::new_with_event_init_dict(EVENT, &init);
            if let (Some(window), Ok(event)) = (web_sys::window(), event) {
                // Nothing is left to do where even this fails.
                let _ = window.dispatch_event(&event);
            }
        }));
    });
}
