//! Data that a host or a reader brings along.

use crate::host::{self, Host};
use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/tests/web/files.js")]
extern "C" {
    fn drop(element: &HtmlElement, name: &str, text: &str);
    #[wasm_bindgen(js_name = addressOf)]
    fn address_of(text: &str) -> String;
    fn refusal(promise: &JsValue) -> Promise;
    fn press(element: &HtmlElement, selector: &str);
}

const FILE: &str = r#"{
    "title": { "en": "Two ports", "ru": "Два порта" },
    "date": "2026-11",
    "sources": [{ "id": "list", "title": "A list of ports", "kind": "dataset" }],
    "places": [
        { "id": "east", "kind": "port", "names": "East", "lon": 66.9, "lat": 24.8 },
        { "id": "west", "kind": "port", "names": "West", "lon": 62.3, "lat": 25.1 }
    ],
    "corridors": [{
        "id": "coast", "kind": "project", "names": "Coast road", "mode": "road",
        "status": "planned", "places": ["west", "east"], "sources": ["list"]
    }],
    "claims": [{
        "id": "C001", "section": "intro", "paragraph": 1, "kind": "fact",
        "text": { "en": "The road is planned.", "ru": "Дорога запланирована." }, "corridors": ["coast"]
    }]
}"#;

const BAD: &str = r#"{ "title": "Bad", "date": "soon", "sources": [], "places": [{ "id": "a" }] }"#;

async fn load(host: &Host, data: &JsValue) -> Result<JsValue, String> {
    host.settled("load", data).await
}

async fn names(host: &Host, method: &str) -> Vec<String> {
    let records = host.promised(method).await;
    let id = |record| Reflect::get(&record, &"id".into()).ok()?.as_string();
    records.iter().filter_map(id).collect()
}

fn heading(host: &Host) -> String {
    host::text(&host.element, ".panel h2")
}

#[wasm_bindgen_test]
async fn a_host_shows_its_own_data_and_takes_them_back() {
    let host = Host::shown(&[("lang", "ru"), ("theme", "dark")]).await;
    let changed = host::heard(&host.element, "atlas-change");
    let object = JSON::parse(FILE).expect("JSON");
    let about = load(&host, &object).await.expect("taken");
    assert_eq!(Reflect::get(&about, &"places".into()).expect("a record"), JsValue::from(2));
    assert_eq!(names(&host, "places").await, ["east", "west"]);
    assert_eq!(host.code("select", "coast"), None);
    assert_eq!(host.code("select", "karachi").as_deref(), Some("unknown-id"));
    host.until("the corridor's card", |host| heading(host) == "Coast road").await;
    // What was chosen of the rest stays.
    assert_eq!(host::count(&host.element, ".atlas[lang=ru][data-theme=dark]"), 1);
    assert!(changed.length() > 0);
    // The claims are there in the reader's language; a network of routes is not.
    let claims = load_claims(&host).await;
    assert_eq!(claims, ["Дорога запланирована."]);
    let query = JSON::parse(r#"{ "from": "east", "to": "west" }"#).expect("JSON");
    assert!(host.settled("routes", &query).await.is_err());
    assert_eq!(host::count(&host.element, ".pages .tab"), 3);
    load(&host, &JsValue::NULL).await.expect("taken back");
    assert!(names(&host, "places").await.len() > 200);
    assert_eq!(host::count(&host.element, ".pages .tab"), 6);
}

async fn load_claims(host: &Host) -> Vec<String> {
    let claims = host.settled("claims", &JsValue::UNDEFINED).await.expect("claims");
    let text = |record| Reflect::get(&record, &"text".into()).ok()?.as_string();
    js_sys::Array::from(&claims).iter().filter_map(text).collect()
}

#[wasm_bindgen_test]
async fn bad_data_are_refused_with_each_problem_and_nothing_is_lost() {
    let host = Host::shown(&[("lang", "en"), ("state", "select=gwadar")]).await;
    let before = (host.state(), host.picture_at_rest().await);
    let answer = host.value("load", BAD);
    let said = JsFuture::from(refusal(&answer)).await.expect("an answer").as_string();
    assert_eq!(
        said.as_deref(),
        Some("AtlasError bad-data: date places[0] places[0] places[0] places[0]")
    );
    for data in ["no JSON", "", "[]", "{}"] {
        assert_eq!(load(&host, &data.into()).await, Err("bad-data".to_owned()), "{data}");
    }
    // What holds itself cannot be written as JSON.
    let round = js_sys::Object::new();
    Reflect::set(&round, &"self".into(), &round).expect("set");
    assert_eq!(load(&host, &round).await, Err("bad-data".to_owned()));
    assert_eq!((host.state(), host.picture_at_rest().await), before);
}

#[wasm_bindgen_test]
async fn an_element_begins_with_the_data_at_its_address() {
    let address = address_of(FILE);
    let host = Host::shown(&[("lang", "en"), ("src", &address), ("state", "select=coast")]).await;
    host.until("the corridor's card", |host| heading(host) == "Coast road").await;
    // Taken off and put back it shows the same.
    host.element.remove();
    host.frames(2).await;
    host.parent.append_child(&host.element).expect("append");
    host.until("the card again", |host| heading(host) == "Coast road").await;
    host.element.remove_attribute("src").expect("removed");
    host.until("the atlas's own", |host| heading(host) == "Corridors between Pakistan and Russia")
        .await;
}

#[wasm_bindgen_test]
async fn an_address_without_data_is_told_and_the_atlas_shows_its_own() {
    let host = Host::put(&[("lang", "en"), ("src", &address_of(BAD))], 1000, 700);
    let errors = host::heard(&host.element, "atlas-error");
    host.until("an error", |_| errors.length() > 0).await;
    let code = Reflect::get(&errors.get(0), &"code".into()).expect("a code").as_string();
    assert_eq!(code.as_deref(), Some("bad-data"));
    host.until("its own data", |host| heading(host).starts_with("Corridors")).await;
    host.element.set_attribute("src", "/nowhere.json").expect("set");
    host.until("another error", |_| errors.length() > 1).await;
    let code = Reflect::get(&errors.get(1), &"code".into()).expect("a code").as_string();
    assert_eq!(code.as_deref(), Some("load-failed"));
}

#[wasm_bindgen_test]
async fn a_file_that_is_dropped_shows_and_leads_back() {
    let host = Host::shown(&[("lang", "en")]).await;
    drop(&host.element, "ports.json", FILE);
    host.until("the file's title", |host| heading(host) == "Two ports").await;
    assert!(host::text(&host.element, ".brought").contains("ports.json"));
    press(&host.element, ".brought .button");
    host.until("the atlas's own", |host| heading(host).starts_with("Corridors")).await;
    assert_eq!(host::count(&host.element, ".brought"), 0);
}

#[wasm_bindgen_test]
async fn a_file_with_problems_is_listed_and_the_map_stays() {
    let host = Host::shown(&[("lang", "en"), ("state", "select=gwadar")]).await;
    let before = host.picture_at_rest().await;
    drop(&host.element, "bad.json", BAD);
    host.until("the problems", |host| host::count(&host.element, ".problems li") == 5).await;
    let said = host::text(&host.element, ".refused");
    assert!(said.contains("bad.json") && said.contains("There are 5 problems"), "{said}");
    assert!(said.contains("places[0]") && said.contains("This is no date."), "{said}");
    press(&host.element, ".refused .button");
    host.until("no dialog", |host| host::count(&host.element, ".refused") == 0).await;
    assert_eq!(heading(&host), "Gwadar");
    assert_eq!(host.picture_at_rest().await, before);
}
