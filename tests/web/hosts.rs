//! What hosts do with the element: attributes, methods, events, several on a page, moved, hidden.

use crate::host::{self, Host};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn field(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

#[wasm_bindgen_test]
async fn methods_give_plain_records() {
    let host = Host::shown(&[("lang", "en")]).await;
    for (method, least) in
        [("places", 200), ("corridors", 20), ("institutions", 10), ("sources", 100)]
    {
        let records = host.promised(method).await;
        assert!(records.length() >= least, "{method}: {}", records.length());
        let plain = JsValue::from(js_sys::Object::new()).is_object();
        assert!(plain && records.get(0).is_object(), "{method}");
        assert!(field(&records.get(0), "id").is_some(), "{method}");
    }
    let dataset: JsValue = host.promised("dataset").await.into();
    assert!(field(&dataset, "date").is_some());
}

#[wasm_bindgen_test]
async fn selecting_tells_the_host_once() {
    let host = Host::shown(&[("lang", "en")]).await;
    let (selected, changed) =
        (host::heard(&host.element, "atlas-select"), host::heard(&host.element, "atlas-change"));
    assert_eq!(host.code("select", "place:gwadar"), None);
    assert_eq!(selected.length(), 1);
    assert_eq!(field(&selected.get(0), "kind").as_deref(), Some("place"));
    assert_eq!(field(&selected.get(0), "id").as_deref(), Some("gwadar"));
    assert!(field(&changed.get(0), "state").is_some_and(|state| state.contains("select=gwadar")));
}

#[wasm_bindgen_test]
async fn bad_calls_are_refused_with_a_code_and_change_nothing() {
    let host = Host::shown(&[("lang", "en")]).await;
    let before = host.state();
    assert_eq!(host.code("select", "nowhere").as_deref(), Some("unknown-id"));
    assert_eq!(host.code("setState", "select=nowhere").as_deref(), Some("unknown-id"));
    assert_eq!(host.code("setState", "map=NaN/1/1").as_deref(), Some("bad-state"));
    assert_eq!(host.code("setState", "colour=blue").as_deref(), Some("bad-state"));
    assert_eq!(host.state(), before);
    assert_eq!(host.code("setState", "#lang=ru&select=gwadar"), None);
    assert_eq!(host.state(), "v=1&lang=ru&select=gwadar");
}

#[wasm_bindgen_test]
async fn attributes_are_read_at_the_start_and_later() {
    let host = Host::shown(&[("lang", "ru"), ("theme", "dark"), ("controls", "compact")]).await;
    assert_eq!(
        host::count(&host.element, ".atlas[lang=ru][data-theme=dark][data-controls=compact]"),
        1
    );
    assert_eq!(host::count(&host.element, ".bar"), 0);
    let errors = host::heard(&host.element, "atlas-error");
    host.element.set_attribute("theme", "light").expect("set");
    host.until("light", |host| host::count(&host.element, "[data-theme=light]") == 1).await;
    host.element.set_attribute("controls", "many").expect("set");
    assert_eq!(field(&errors.get(0), "code").as_deref(), Some("bad-option"));
    assert_eq!(host::count(&host.element, "[data-controls=compact]"), 1);
}

#[wasm_bindgen_test]
async fn two_elements_share_nothing_but_the_program() {
    let one = Host::shown(&[("lang", "en")]).await;
    let two = Host::shown(&[("lang", "ur")]).await;
    assert_eq!(one.code("select", "gwadar"), None);
    assert_eq!(one.part("lang").as_deref(), Some("en"));
    assert_eq!(two.state(), "v=1&lang=ur");
}

#[wasm_bindgen_test]
async fn a_question_of_the_host_leaves_what_the_reader_has_open() {
    let host = Host::shown(&[("lang", "en")]).await;
    host::query(&host.element, ".table-open").expect("the button").click();
    host.until("the table", |host| host::count(&host.element, ".table-pane tbody tr") > 0).await;
    let all = ".table-tools .segment:last-child";
    host::query(&host.element, all).expect("the switch to all").click();
    host.until("all rows", |host| host::count(&host.element, ".table-pane tbody tr") > 200).await;
    assert!(host.promised("places").await.length() > 200);
    host.frames(2).await;
    assert!(host::count(&host.element, ".table-pane tbody tr") > 200, "the table was made anew");
}

#[wasm_bindgen_test]
async fn an_element_moved_or_taken_off_keeps_its_state() {
    let host = Host::shown(&[("state", "lang=en&select=gwadar")]).await;
    let first = host::query(&host.element, ".atlas").expect("the atlas");
    let elsewhere = Host::put(&[], 600, 400);
    elsewhere.parent.append_child(&host.element).expect("moved");
    host.until("the same view, after the move", |host| {
        host::query(&host.element, ".atlas").is_some_and(|atlas| atlas == first)
    })
    .await;
    host.element.remove();
    host.until("nothing left inside", |host| host::count(&host.element, ".atlas") == 0).await;
    host.parent.append_child(&host.element).expect("back");
    host.until("a picture again", |host| host::colours(&host.element) > 8).await;
    assert_eq!(host.state(), "v=1&lang=en&select=gwadar");
}

#[wasm_bindgen_test]
async fn a_map_first_hidden_is_drawn_when_it_shows() {
    let host = Host::put(&[("lang", "en")], 800, 500);
    host.parent.style().set_property("display", "none").expect("hidden");
    host.until("the atlas", |host| host::count(&host.element, ".atlas") == 1).await;
    assert_eq!(host::colours(&host.element), 1, "nothing is drawn while hidden");
    host.parent.style().set_property("display", "block").expect("shown");
    host.until("a picture", |host| host::colours(&host.element) > 8).await;
    host.parent.style().set_property("width", "320px").expect("narrow");
    host.until("a canvas as narrow", |host| {
        host::query(&host.element, ".map-canvas")
            .is_some_and(|canvas| canvas.get_bounding_client_rect().width() <= 320.0)
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_page_that_resets_everything_leaves_size_and_words_alone() {
    let document = web_sys::window().and_then(|window| window.document()).expect("document");
    let rules = document.create_element("style").expect("style");
    rules
        .set_text_content(Some("* { all: unset; letter-spacing: 1em; text-transform: uppercase }"));
    document.head().expect("head").append_child(&rules).expect("append");
    let host = Host::put(&[("lang", "en")], 700, 600);
    host.element.remove_attribute("style").expect("no height of its own");
    host.parent.set_attribute("style", "position: absolute; width: 700px").expect("nor around it");
    host.until("a picture", |host| host::colours(&host.element) > 8).await;
    let title = host::query(&host.element, "h1").expect("a title");
    let canvas = host::query(&host.element, ".map-canvas").expect("a canvas");
    let height = canvas.get_bounding_client_rect().height();
    let look = web_sys::window()
        .expect("window")
        .get_computed_style(&title)
        .expect("style")
        .expect("style");
    let transform = look.get_property_value("text-transform").expect("a value");
    rules.remove();
    assert!((150.0..=480.0).contains(&height), "{height}");
    assert_eq!(transform, "none");
}

#[wasm_bindgen_test]
async fn a_call_right_after_ready_moves_the_map() {
    let host = Host::put(&[("lang", "en")], 1000, 700);
    let ready = Reflect::get(&host.element, &"ready".into()).expect("a promise");
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(ready)).await.expect("ready");
    assert_eq!(host.code("select", "psgp"), None);
    host.until("a closer view", |host| host.view().is_some_and(|[zoom, ..]| zoom > 5.0)).await;
}

#[wasm_bindgen_test]
async fn a_bad_state_before_ready_is_told_and_harms_nothing() {
    let host = Host::put(&[("lang", "en")], 800, 600);
    let errors = host::heard(&host.element, "atlas-error");
    assert_eq!(host.code("setState", "colour=blue"), None, "kept for the start");
    host.until("the error", |_| errors.length() == 1).await;
    assert_eq!(field(&errors.get(0), "code").as_deref(), Some("bad-state"));
    host.until("a picture", |host| host::colours(&host.element) > 8).await;
    assert_eq!(host::count(&host.element, "[data-notice]"), 0);
    assert!(host.promised("places").await.length() > 200);
}

#[wasm_bindgen_test]
async fn close_by_the_finer_ground_is_asked_for_once_and_drawn() {
    let near = ("state", "lang=en&map=7/25.100/62.300");
    let coarse = Host::shown(&[near]).await.picture_at_rest().await;
    let far = Host::shown(&[("lang", "en"), ("whole", "")]).await;
    far.picture_at_rest().await;
    assert_eq!(asked_for("basemap-near.bin?"), 0, "nobody needs it from afar");
    assert_eq!(far.code("setState", near.1), None);
    far.until("it is asked for", |_| asked_for("basemap-near.bin?") == 1).await;
    far.until("another picture", |host| host::picture(&host.element) != coarse).await;
    let fine = far.picture_at_rest().await;
    assert_ne!(fine, coarse, "it is drawn");
    // What came for one element serves all.
    let other = Host::shown(&[near, ("whole", "")]).await;
    assert_eq!(other.picture_at_rest().await, fine);
    assert_eq!(asked_for("basemap-near.bin?"), 1);
}

/// How often a part whose name begins so was asked for.
fn asked_for(beginning: &str) -> usize {
    let asked = host::asked();
    let names = asked.iter().filter_map(|name| name.as_string());
    names.filter(|name| name.starts_with(beginning)).count()
}

fn question(parts: &[(&str, &str)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in parts {
        Reflect::set(&object, &(*key).into(), &(*value).into()).expect("set");
    }
    object.into()
}

#[wasm_bindgen_test]
async fn claims_come_in_the_language_that_was_asked_for() {
    let host = Host::shown(&[("lang", "en"), ("whole", "")]).await;
    let ask = async |parts: &[(&str, &str)]| -> js_sys::Array {
        let found = host.settled("claims", &question(parts)).await;
        found.expect("claims").unchecked_into()
    };
    let all = ask(&[]).await;
    assert!(all.length() >= 180, "{}", all.length());
    assert_eq!(field(&all.get(0), "id").as_deref(), Some("C001"));
    let found = ask(&[("search", "gwadar"), ("section", "ctx")]).await;
    assert!(found.length() > 0);
    let text = field(&found.get(0), "text").expect("a text");
    assert!(text.contains("Gwadar"), "{text}");
    let urdu = ask(&[("lang", "ur"), ("place", "gwadar")]).await;
    assert!(field(&urdu.get(0), "text").is_some_and(|text| text.contains("گوادر")));
    assert_eq!(ask(&[("search", "zzzz")]).await.length(), 0);
    assert_eq!(ask(&[("decade", "1230")]).await.length(), 0);
    assert_eq!(asked_for("study-en.bin?"), 1, "a file is loaded once");
    let events: js_sys::Array =
        host.settled("events", &JsValue::UNDEFINED).await.expect("events").unchecked_into();
    assert!(events.length() > 40);
}

#[wasm_bindgen_test]
async fn bad_questions_and_missing_files_have_codes_of_their_own() {
    let host = Host::shown(&[("lang", "en"), ("whole", "")]).await;
    for bad in [
        question(&[("colour", "blue")]),
        question(&[("lang", "xx")]),
        question(&[("decade", "1234")]),
        JsValue::from("gwadar"),
        JsValue::from(5),
    ] {
        let code = host.settled("claims", &bad).await.expect_err("refused");
        assert_eq!(code, "bad-query", "{bad:?}");
    }
    let number = js_sys::Object::new();
    Reflect::set(&number, &"section".into(), &5.into()).expect("set");
    assert_eq!(host.settled("claims", &number).await.expect_err("no text"), "bad-query");
    let nowhere = host.settled("claims", &question(&[("place", "gwadr")])).await;
    assert_eq!(nowhere.expect_err("no such place"), "unknown-id");
    // The tests have no Russian file.
    let code = host.settled("claims", &question(&[("lang", "ru")])).await.expect_err("no file");
    assert_eq!(code, "load-failed");
}
