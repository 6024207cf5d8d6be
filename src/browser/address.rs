//! The page's address and title. Only the page uses these; an embedded element never does.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

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
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
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

/// Calls `on_change` when the reader goes back or forward or edits the fragment.
pub fn watch(on_change: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| on_change()))
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

/// The languages the browser prefers, best first.
pub fn languages() -> Vec<String> {
    web_sys::window()
        .map(|window| window.navigator().languages())
        .map(|tags| tags.iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}
