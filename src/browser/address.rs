//! The page's address and title. Only the page uses these; an embedded element never does.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

/// What marks an entry of the history as one of the atlas's own steps, not one that a reader typed.
const OWN: JsValue = JsValue::TRUE;

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.map(|hash| hash.trim_start_matches('#').to_owned()).unwrap_or_default()
}

/// Puts the fragment into the address: as a new step of the history, or in place of the present.
pub fn set_fragment(fragment: &str, push: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let address = format!("#{fragment}");
    // Refused in sandboxed frames and after too many calls; the map works without.
    let _ = if push {
        history.push_state_with_url(&OWN, "", Some(&address))
    } else {
        history.replace_state_with_url(&OWN, "", Some(&address))
    };
}

/// The address that the page declares as its own (`link rel="canonical"`), else the one it was loaded
/// from. `None` for a file of this machine.
pub fn canonical() -> Option<String> {
    let window = web_sys::window()?;
    let declared = window.document()?.query_selector("link[rel=canonical]").ok().flatten();
    let declared = declared.and_then(|link| link.get_attribute("href"));
    declared.or_else(|| window.location().href().ok()).filter(|href| href.starts_with("http"))
}

/// The address with that fragment in place of its own, for a link to share.
pub fn link(address: &str, fragment: &str) -> String {
    let base = address.split('#').next().unwrap_or_default();
    format!("{base}#{fragment}")
}

/// Calls `on_change` when the reader goes back or forward or edits the fragment, and tells it whether the entry of the
/// history is one of the atlas's own steps.
pub fn watch(on_change: impl Fn(bool) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    if let Ok(history) = window.history()
        && history.state().is_ok_and(|state| state.is_null())
    {
        // The first entry is a step too, to which one goes back.
        let _ = history.replace_state_with_url(&OWN, "", None);
    }
    Some(EventListener::new(&window, "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
        on_change(state.is_some_and(|state| state.is_truthy()));
    }))
}

/// Sets the page's title, language and direction.
pub fn set_page(title: &str, lang: &str, dir: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    // Only what changes: browsers work out all styles anew when an attribute of the root is set.
    if document.title() != title {
        document.set_title(title);
    }
    let Some(root) = document.document_element() else { return };
    for (name, value) in [("lang", lang), ("dir", dir)] {
        if root.get_attribute(name).as_deref() != Some(value) {
            let _ = root.set_attribute(name, value);
        }
    }
}
