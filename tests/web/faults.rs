//! What goes wrong: each fault has its words, and none leaves a blank.

use crate::host::{self, Host};
use js_sys::Reflect;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_damaged_artifact_says_so() {
    let host = Host::put(&[("damaged", ""), ("lang", "ru")], 600, 400);
    let errors = host::heard(&host.element, "atlas-error");
    host.until("a notice", |host| host::count(&host.element, "[data-notice]") == 1).await;
    assert!(host::text(&host.element, "[data-notice]").contains("Не удалось прочитать"));
    assert_eq!(host::count(&host.element, "[data-notice] button"), 1);
    let code = Reflect::get(&errors.get(0), &"code".into()).expect("a code");
    assert_eq!(code.as_string().as_deref(), Some("bad-artifact"));
}

#[wasm_bindgen_test]
async fn without_a_canvas_the_panel_still_serves() {
    host::take_canvas();
    let host = Host::put(&[("lang", "en")], 900, 600);
    host.until("a notice", |host| host::count(&host.element, "[data-notice]") == 1).await;
    host::give_canvas();
    assert!(host::text(&host.element, "[data-notice]").contains("surface"));
    assert_eq!(host.code("select", "gwadar"), None);
    host.until("its card", |host| host::text(&host.element, ".panel .title") == "Gwadar").await;
}

#[wasm_bindgen_test]
async fn bad_parts_of_a_state_are_named_and_dismissed() {
    let state = "lang=en&colour=blue&select=gwadr&map=1/2";
    let host = Host::shown(&[("state", state)]).await;
    host.until("a notice", |host| host::count(&host.element, "[data-notice] li") == 3).await;
    let words = host::text(&host.element, "[data-notice]");
    for part in ["colour", "gwadr", "gwadar", "zoom/latitude/longitude"] {
        assert!(words.contains(part), "{part} in {words}");
    }
    host::query(&host.element, "[data-notice] button").expect("a button").click();
    host.until("no notice", |host| host::count(&host.element, "[data-notice]") == 0).await;
}
