//! The clipboard, where the page is allowed to write to it.

use wasm_bindgen_futures::JsFuture;

/// Copies a text; `false` where the browser or the embedding page does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Absent on pages served without encryption; web-sys would throw.
    let absent = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .map_or(true, |clipboard| clipboard.is_undefined());
    if absent {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
