//! The map under hands and by itself: throws, boxes, fingers beside a page that scrolls, flights.

use crate::host::{self, Host};
use wasm_bindgen_test::wasm_bindgen_test;

const CANVAS: &str = ".map-canvas";
const BAND: &str = ".band:not([hidden])";

async fn direct() -> Host {
    Host::shown(&[("state", "lang=en&map=5/40/50"), ("gestures", "direct")]).await
}

fn zoom(host: &Host) -> f64 {
    host.view().expect("a view")[0]
}

fn lon(host: &Host) -> f64 {
    host.view().expect("a view")[2]
}

#[wasm_bindgen_test]
async fn a_thrown_map_goes_on_until_a_hand_stops_it() {
    let host = direct().await;
    host::fling(&host.element, 300.0, 300.0, 60.0);
    let released = lon(&host);
    assert!(released < 50.0, "the hand moved it: {released}");
    host.until("the throw going on", |host| lon(host) < released - 0.3).await;
    host::press(&host.element, 300.0, 300.0, false);
    let stopped = lon(&host);
    host.frames(10).await;
    assert_eq!(lon(&host), stopped, "a hand on the map holds it");
    host::let_go(&host.element, 300.0, 300.0);
}

#[wasm_bindgen_test]
async fn a_throw_ends_by_itself_and_the_wheel_ends_it_too() {
    let host = direct().await;
    host::fling(&host.element, 300.0, 300.0, 40.0);
    let last = std::cell::Cell::new((f64::NAN, 0));
    host.until("rest", |host| {
        let now = lon(host);
        let (before, calm) = last.get();
        last.set((now, if now == before { calm + 1 } else { 0 }));
        calm > 20
    })
    .await;
    host::fling(&host.element, 300.0, 300.0, 60.0);
    host::wheel(&host.element, 300.0, 300.0, -100.0, false);
    let wheeled = host.view();
    host.frames(10).await;
    assert_eq!(host.view(), wheeled);
}

#[wasm_bindgen_test]
async fn without_motion_flights_jump_and_nothing_is_thrown() {
    host::still();
    let host = direct().await;
    host::moving();
    host::key(&host.element, CANVAS, "+");
    host.frames(1).await;
    assert_eq!(zoom(&host), 6.0);
    host::fling(&host.element, 300.0, 300.0, 60.0);
    let released = lon(&host);
    host.frames(10).await;
    assert_eq!(lon(&host), released);
}

#[wasm_bindgen_test]
async fn a_box_drawn_with_shift_fills_the_map() {
    let host = direct().await;
    let canvas = host::query(&host.element, CANVAS).expect("a canvas").get_bounding_client_rect();
    let (x, y) = (canvas.width() / 2.0, canvas.height() / 2.0);
    host::press(&host.element, x - 80.0, y - 60.0, true);
    host::pull(&host.element, x + 80.0, y + 60.0);
    host.until("the box", |host| host::count(&host.element, BAND) == 1).await;
    let edges = host::edges(&host.element, BAND);
    let wanted = [x - 80.0, y - 60.0, x + 80.0, y + 60.0];
    let off = edges.iter().zip(wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(off < 1.5, "{edges:?} for {wanted:?}");
    assert_eq!(zoom(&host), 5.0, "drawing moves nothing");
    host::let_go(&host.element, x + 80.0, y + 60.0);
    host.until("a closer view", |host| zoom(host) > 6.2).await;
    host.until("no box", |host| host::count(&host.element, BAND) == 0).await;
    let [_, lat, lon] = host.view().expect("a view");
    assert!((lat - 40.0).abs() < 1.0 && (lon - 50.0).abs() < 1.0, "{lat} {lon}");
}

#[wasm_bindgen_test]
async fn escape_takes_the_box_away() {
    let host = direct().await;
    host::press(&host.element, 200.0, 200.0, true);
    host::pull(&host.element, 320.0, 300.0);
    host.until("the box", |host| host::count(&host.element, BAND) == 1).await;
    host::key(&host.element, CANVAS, "Escape");
    host.until("no box", |host| host::count(&host.element, BAND) == 0).await;
    host::pull(&host.element, 330.0, 310.0);
    host::let_go(&host.element, 330.0, 310.0);
    host.frames(3).await;
    assert_eq!(host.part("map").as_deref(), Some("5.00/40.000/50.000"), "nothing has moved");
}

#[wasm_bindgen_test]
async fn one_finger_moves_the_page_and_two_move_the_map() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50")]).await;
    let touch = |kind: &str, id: i32, x: f64| host::touch(&host.element, kind, id, x, 300.0);
    touch("pointerdown", 2, 300.0);
    touch("pointermove", 2, 360.0);
    assert_eq!(host.part("map").as_deref(), Some("5.00/40.000/50.000"), "one finger is the page's");
    assert!(host::touch_scrolls(&host.element));
    let hint = ".gesture-hint.shown";
    host.until("a word on fingers", |host| host::count(&host.element, hint) == 1).await;
    let said = host::text(&host.element, "[role=status][aria-live]");
    assert!(said.contains("two fingers"), "{said}");
    touch("pointerdown", 3, 500.0);
    assert!(!host::touch_scrolls(&host.element), "two fingers are the map's");
    touch("pointermove", 2, 400.0);
    touch("pointermove", 3, 540.0);
    let [zoom, _, lon] = host.view().expect("a view");
    assert!(lon < 49.0, "two fingers move the map: {lon}");
    assert!((zoom - 5.0).abs() < 0.2, "as far apart as before: {zoom}");
    touch("pointermove", 3, 680.0);
    assert!(self::zoom(&host) > 5.8, "and pinch it: {}", self::zoom(&host));
    touch("pointerup", 2, 400.0);
    touch("pointerup", 3, 680.0);
    assert_eq!(host.part("select"), None);
}

#[wasm_bindgen_test]
async fn a_page_that_takes_the_finger_to_scroll_leaves_a_word() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50")]).await;
    host::touch(&host.element, "pointerdown", 2, 300.0, 300.0);
    host::touch(&host.element, "pointercancel", 2, 300.0, 300.0);
    host.until("a word on fingers", |host| host::count(&host.element, ".gesture-hint.shown") == 1)
        .await;
}

#[wasm_bindgen_test]
async fn a_pinch_on_a_trackpad_zooms_in_safari_too() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50")]).await;
    host::trackpad(&host.element, 300.0, 300.0, 2.0);
    assert!((zoom(&host) - 6.0).abs() < 0.1, "twice as large is one level: {}", zoom(&host));
}
