//! Routes: what hosts get, and what a reader sees and does on their page.

use crate::host::{self, Host};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const CARD: &str = ".answer";

async fn shown(state: &str) -> Host {
    let host = Host::put(&[("state", state), ("whole", ""), ("lang", "en")], 1280, 760);
    host.until("the panel of routes", |host| host::count(&host.element, ".routes .end") > 1).await;
    host
}

async fn answered(state: &str) -> Host {
    let host = shown(state).await;
    host.until("routes", |host| host::count(&host.element, CARD) > 0).await;
    host
}

fn press(host: &Host, selector: &str) {
    host::query(&host.element, selector).expect(selector).click();
}

fn object(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn number(value: &JsValue, path: &str) -> f64 {
    let at = path.split('.').fold(value.clone(), |value, key| {
        Reflect::get(&value, &key.into()).unwrap_or(JsValue::UNDEFINED)
    });
    at.as_f64().unwrap_or(f64::NAN)
}

fn list(value: &JsValue, key: &str) -> Array {
    Reflect::get(value, &key.into()).expect("a list").unchecked_into()
}

#[wasm_bindgen_test]
async fn hosts_get_routes_as_plain_objects_whose_legs_add_up() {
    let host = Host::shown(&[("whole", "")]).await;
    let query = object(r#"{"from": "karachi", "to": "moscow", "alternatives": 2}"#);
    let answer = host.settled("routes", &query).await.expect("an answer");
    let routes = list(&answer, "routes");
    assert_eq!(routes.length(), 2);
    for route in routes.iter() {
        let legs = list(&route, "legs");
        for key in ["km", "hours.mid", "usd.mid"] {
            let sum: f64 = legs.iter().map(|leg| number(&leg, key)).sum();
            let total = number(&route, key);
            assert!((sum - total).abs() < 1e-6, "{key}: {sum} and {total}");
        }
        for key in ["borders", "gaugeBreaks", "transhipments", "evidence.hours", "evidence.usd"] {
            assert!(number(&route, key) >= 0.0, "{key}");
        }
        assert!(route.is_instance_of::<Object>());
    }
}

#[wasm_bindgen_test]
async fn what_is_no_question_is_refused_with_its_code() {
    let host = Host::shown(&[("whole", "")]).await;
    for (json, code) in [
        (r#"{"from": "karachi", "to": "atlantis"}"#, "unknown-id"),
        (r#"{"from": "karachi", "to": "karachi"}"#, "bad-query"),
        (r#"{"from": "karachi", "to": "moscow", "month": 13}"#, "bad-query"),
        (r#"{"from": "karachi", "to": "moscow", "modes": ["camel"]}"#, "bad-query"),
        (r#"{"from": "karachi", "to": "moscow", "speed": 3}"#, "bad-query"),
        (r#"{"from": "karachi", "to": "moscow", "closed": ["nowhere"]}"#, "unknown-id"),
        (
            r#"{"from": "karachi", "to": "moscow", "via": ["gwadar"], "closed": ["gwadar"]}"#,
            "bad-query",
        ),
        (
            r#"{"from": "karachi", "to": "moscow", "assumptions": {"speed-rail": {"low": 3, "mid": 2, "high": 1}}}"#,
            "bad-query",
        ),
        (r#"{"from": "karachi", "to": "moscow", "alternatives": 99}"#, "bad-query"),
        (r#"[]"#, "unknown-id"),
    ] {
        let refused = host.settled("routes", &object(json)).await;
        assert_eq!(refused.expect_err(json), code, "{json}");
    }
    let many: Vec<String> = (0..10_000).map(|n| format!("\"link-{n}\"")).collect();
    let json = format!(r#"{{"from": "karachi", "to": "moscow", "closed": [{}]}}"#, many.join(","));
    assert_eq!(host.settled("routes", &object(&json)).await.expect_err("too many"), "bad-query");
}

#[wasm_bindgen_test]
async fn no_way_through_says_what_blocks() {
    let host = Host::shown(&[("whole", "")]).await;
    let query = object(r#"{"from": "karachi", "to": "rotterdam", "modes": ["road"]}"#);
    let answer = host.settled("routes", &query).await.expect("an answer");
    assert_eq!(list(&answer, "routes").length(), 0);
    let blocked = Reflect::get(&answer, &"blocked".into()).expect("blocked");
    assert_eq!(list(&blocked, "by").get(0).as_string().as_deref(), Some("modes"));
}

#[wasm_bindgen_test]
async fn reach_gives_places_and_bands() {
    let host = Host::shown(&[("whole", "")]).await;
    let query = object(r#"{"from": "gwadar", "limit": 96}"#);
    let answer = host.settled("reach", &query).await.expect("an answer");
    let places = list(&answer, "places");
    assert!(places.length() > 3, "{}", places.length());
    assert!(places.iter().all(|place| number(&place, "hours") <= 96.0));
    let bands = Reflect::get(&answer, &"bands".into()).expect("bands");
    assert_eq!(list(&bands, "features").length(), 4);
    let without = host.settled("reach", &object(r#"{"from": "gwadar"}"#)).await;
    assert_eq!(without.expect_err("no limit"), "bad-query");
}

#[wasm_bindgen_test]
async fn a_link_shows_routes_and_one_of_them_in_front() {
    let host = answered("lang=en&view=routes&from=karachi&to=moscow").await;
    assert!(host::count(&host.element, CARD) >= 2);
    assert_eq!(host::count(&host.element, ".answer[aria-pressed='true']"), 1);
    host.until("legs", |host| host::count(&host.element, ".legs tbody tr") > 0).await;
    press(&host, ".answer[data-pick='2']");
    let second = ".answer[data-pick='2'][aria-pressed='true']";
    host.until("the second", |host| host::count(&host.element, second) == 1).await;
    assert_eq!(host.part("pick").as_deref(), Some("2"));
}

#[wasm_bindgen_test]
async fn closing_what_a_route_needs_changes_the_answer() {
    let host = answered("lang=en&view=routes&from=karachi&to=rotterdam&modes=sea").await;
    let before = host::text(&host.element, ".answer-days");
    press(&host, ".scenario [data-scenario='suez-avoided'], .scenario [data-scenario*='suez']");
    host.until("another time", |host| host::text(&host.element, ".answer-days") != before).await;
    assert!(host.part("closed").is_some_and(|closed| closed.contains("suez-canal")));
}

#[wasm_bindgen_test]
async fn an_assumption_that_is_changed_stands_in_the_link_and_can_be_put_back() {
    let host = answered("lang=en&view=routes&from=karachi&to=rotterdam&modes=sea").await;
    let before = host::text(&host.element, ".answer-days");
    host::write(&host.element, "[data-input='speed-sea-going'][data-part='low']", "5");
    host::write(&host.element, "[data-input='speed-sea-going'][data-part='mid']", "6");
    host.until("a slower ship", |host| host::text(&host.element, ".answer-days") != before).await;
    assert!(host.part("as.speed-sea-going").is_some_and(|range| range.starts_with("5~6~")));
    press(&host, "[data-reset='speed-sea-going']");
    host.until("as before", |host| host::text(&host.element, ".answer-days") == before).await;
    assert_eq!(host.part("as.speed-sea-going"), None);
}

/// A mouse takes hold of the route in the middle of the map and lets go at Gwadar; Escape lets it spring back.
#[wasm_bindgen_test]
async fn a_route_is_dragged_onto_a_place_that_it_then_passes() {
    let ends = "lang=en&view=routes&from=karachi&to=chabahar&modes=sea";
    let host = answered(&format!("{ends}&proj=mercator&map=5/24.9/64")).await;
    let canvas = host::query(&host.element, "canvas.map-canvas").expect("the map");
    let (x, y) = (f64::from(canvas.client_width()) / 2.0, f64::from(canvas.client_height()) / 2.0);
    let view = host.view();
    let gwadar = (x - 38.0, y - 5.0);
    for escapes in [true, false] {
        host::press(&host.element, x, y, false);
        host::pull(&host.element, x - 40.0, y - 30.0);
        host::pull(&host.element, gwadar.0, gwadar.1);
        host.until("its name", |host| host::text(&host.element, ".tooltip").contains("Gwadar"))
            .await;
        if escapes {
            host::key(&host.element, "canvas.map-canvas", "Escape");
            // The hand goes on, and holds nothing.
            host::pull(&host.element, gwadar.0 + 1.0, gwadar.1);
            host::pull(&host.element, gwadar.0, gwadar.1);
        }
        host::let_go(&host.element, gwadar.0, gwadar.1);
        host.frames(2).await;
        let via = (!escapes).then_some("gwadar");
        assert_eq!(host.part("via").as_deref(), via);
    }
    assert_eq!(host.view(), view, "the map stays where it is");
    host.until("the chip", |host| host::count(&host.element, ".chips.via .chip") == 1).await;
}

#[wasm_bindgen_test]
async fn bad_ends_are_answered_in_words() {
    let host = shown("lang=en&view=routes&from=karachi&to=karachi").await;
    host.until("a refusal", |host| host::count(&host.element, ".refusal") == 1).await;
    assert!(host::text(&host.element, ".refusal").contains("Karachi"));
}

#[wasm_bindgen_test]
async fn a_claim_shows_its_verdict_and_opens_the_computation() {
    let host = Host::put(
        &[("state", "lang=en&view=claims&claim=C188"), ("whole", ""), ("lang", "en")],
        1280,
        760,
    );
    host.until("a verdict", |host| host::count(&host.element, ".computed .verdict") == 1).await;
    press(&host, ".computed .button");
    host.until("routes", |host| host::count(&host.element, CARD) > 0).await;
    assert_eq!(host.part("via").as_deref(), Some("astrakhan"));
}

#[wasm_bindgen_test]
async fn routes_are_told_to_the_host() {
    let host = shown("lang=en&view=routes").await;
    let heard = host::heard(&host.element, "atlas-route");
    press(&host, ".routes .entry");
    host.until("the event", |_| heard.length() > 0).await;
}

#[wasm_bindgen_test]
async fn a_start_alone_shows_how_far_one_comes() {
    let host = shown("lang=en&view=routes&from=gwadar").await;
    host.until("places", |host| host::count(&host.element, "[data-place]") > 3).await;
    press(&host, "[data-place='karachi']");
    host.until("a route", |host| host::count(&host.element, CARD) > 0).await;
    assert_eq!(host.part("to").as_deref(), Some("karachi"));
}
