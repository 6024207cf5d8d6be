//! Pan, zoom, choose, search, change the language: by pointer and by keyboard.

use crate::host::{self, Host};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const CANVAS: &str = ".map-canvas";
/// Gwadar in the middle of the map.
const AT_GWADAR: &str = "lang=en&map=6.5/25.110/62.330";

/// The middle of the map.
fn middle(host: &Host) -> (f64, f64) {
    let canvas = host::query(&host.element, CANVAS).expect("a canvas");
    let size = canvas.get_bounding_client_rect();
    (size.width() / 2.0, size.height() / 2.0)
}

#[wasm_bindgen_test]
async fn it_mounts_with_bar_search_panel_and_map() {
    let host = Host::shown(&[("lang", "en")]).await;
    for part in ["h1", "input[role=combobox]", ".panel .title", CANVAS, ".key", ".scale"] {
        assert_eq!(host::count(&host.element, part), 1, "{part}");
    }
    assert_eq!(host.state(), "v=1&lang=en");
}

#[wasm_bindgen_test]
async fn the_first_picture_has_its_symbols_in_the_key() {
    // Wide enough for the key to be open.
    let host = Host::put(&[("lang", "en")], 1400, 800);
    host.until("a picture", |host| host::colours(&host.element) > 8).await;
    assert!(host::count(&host.element, ".key-places li") > 3, "not some frames later");
}

#[wasm_bindgen_test]
async fn a_drag_moves_the_ground_with_the_hand() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50"), ("gestures", "direct")]).await;
    let [zoom, _, lon] = host.view().expect("a view");
    host::drag(&host.element, 300.0, 300.0, 120.0, 0.0);
    let [zoom_after, _, lon_after] = host.view().expect("a view");
    assert!((zoom - zoom_after).abs() < 0.1, "the ground keeps its size: {zoom} to {zoom_after}");
    assert!(lon_after < lon - 1.0, "dragged to the right, the west comes in: {lon} to {lon_after}");
    assert_eq!(host.part("select"), None, "a drag is no click");
}

/// The sheet that suits a view changes where the map is pulled far to the south. Under a hand it must not: it would
/// change with each step, and the map with it.
#[wasm_bindgen_test]
async fn the_sheet_stays_under_a_hand() {
    let state = ("state", "lang=en&map=3.48/26/50");
    let host = Host::shown(&[("gestures", "direct"), ("controls", "none"), state]).await;
    host.frames(3).await;
    host::press(&host.element, 500.0, 100.0, false);
    let mut zooms = Vec::new();
    for step in 1..=30 {
        host::pull(&host.element, 500.0, 100.0 + f64::from(step) * 12.0);
        host.frames(1).await;
        zooms.push(host.view().map_or(0.0, |[zoom, ..]| zoom));
    }
    // No step goes back on the one before: the scale changes evenly.
    let bend = |three: &[f64]| (three[2] - 2.0 * three[1] + three[0]).abs();
    assert!(zooms.windows(3).all(|three| bend(three) < 0.015), "{zooms:?}");
    host::let_go(&host.element, 500.0, 460.0);
}

#[wasm_bindgen_test]
async fn wheel_pinch_and_double_tap_zoom() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50"), ("gestures", "direct")]).await;
    let zoom = |host: &Host| host.view().expect("a view")[0];
    let (x, y) = middle(&host);
    assert!(!host::wheel(&host.element, x, y, -200.0, false), "the page must not scroll");
    let wheeled = zoom(&host);
    assert!(wheeled > 5.2, "{wheeled}");
    host::pinch(&host.element, x, y, 40.0, 80.0);
    let pinched = zoom(&host);
    assert!(
        (pinched - wheeled - 1.0).abs() < 0.05,
        "twice the spread is one level: {wheeled}, {pinched}"
    );
    host::twice(&host.element, x, y);
    host.until("one level closer", |host| zoom(host) > pinched + 0.99).await;
}

/// Gwadar is brought far from the middle, where a zoom about the middle would lose it: it must be there still after
/// the map was enlarged over it, by whatever means.
#[wasm_bindgen_test]
async fn what_lies_under_the_hand_stays_there() {
    for (name, zoom) in [
        ("wheel", (|element, x, y| assert!(!host::wheel(element, x, y, -300.0, false))) as Zoom),
        ("trackpad", |element, x, y| host::trackpad(element, x, y, 3.0)),
        ("fingers", |element, x, y| host::pinch(element, x, y, 30.0, 90.0)),
    ] {
        let host = Host::shown(&[("state", AT_GWADAR), ("gestures", "direct")]).await;
        let (x, y) = middle(&host);
        host::drag(&host.element, x, y, 110.0, -70.0);
        host.frames(2).await;
        let (x, y) = (x + 110.0, y - 70.0);
        zoom(&host.element, x, y);
        host.until(name, |host| host.view().is_some_and(|[zoom, ..]| zoom > 6.8)).await;
        host.frames(2).await;
        host::click(&host.element, x, y);
        assert_eq!(host.part("select").as_deref(), Some("gwadar"), "{name}");
    }
}

/// Something that enlarges the map at a point of it.
type Zoom = fn(&HtmlElement, f64, f64);

#[wasm_bindgen_test]
async fn a_finger_reaches_further_than_a_mouse() {
    // A place by itself.
    let astana = ("state", "lang=en&map=6.5/51.169/71.449");
    let host = Host::shown(&[astana, ("gestures", "direct")]).await;
    let (x, y) = middle(&host);
    // Beside the symbol: out of reach for a pointer that one sees.
    let y = y - 17.0;
    host::click(&host.element, x, y);
    assert_eq!(host.part("select"), None);
    host::touch(&host.element, "pointerdown", 7, x, y);
    host::touch(&host.element, "pointerup", 7, x, y);
    assert_eq!(host.part("select").as_deref(), Some("astana"));
}

#[wasm_bindgen_test]
async fn cooperative_gestures_leave_the_wheel_to_the_page() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50")]).await;
    let (x, y) = middle(&host);
    assert!(host::wheel(&host.element, x, y, -200.0, false), "the page scrolls");
    assert_eq!(host.view().expect("a view")[0], 5.0);
    host.until("a word on how to zoom", |host| {
        host::count(&host.element, ".gesture-hint.shown") == 1
    })
    .await;
    assert!(!host::wheel(&host.element, x, y, -200.0, true), "with the key it is the map's");
    assert!(host.view().expect("a view")[0] > 5.0);
}

#[wasm_bindgen_test]
async fn keys_move_zoom_and_return() {
    let host = Host::shown(&[("state", "lang=en&map=5/40/50")]).await;
    host::key(&host.element, CANVAS, "ArrowRight");
    // Before the flight has ended: keys do not add up what it climbs on its way.
    for _ in 0..5 {
        host::key(&host.element, CANVAS, "ArrowRight");
        host.frames(1).await;
    }
    host.until("the east", |host| host.view().is_some_and(|[_, _, lon]| lon > 51.0)).await;
    host::key(&host.element, CANVAS, "+");
    host.until("a closer view", |host| host.view().is_some_and(|[zoom, ..]| zoom > 5.99)).await;
    host::key(&host.element, CANVAS, "-");
    host.until("the view before", |host| host.view().is_some_and(|[zoom, ..]| zoom < 5.01)).await;
    host::key(&host.element, CANVAS, "Home");
    host.until("the whole region", |host| host.view().is_none()).await;
}

#[wasm_bindgen_test]
async fn a_click_on_a_symbol_opens_its_card() {
    let host = Host::shown(&[("state", AT_GWADAR)]).await;
    let (x, y) = middle(&host);
    host::point(&host.element, x, y);
    host.until("a hand", |host| host::count(&host.element, ".map-canvas.pointing") == 1).await;
    host::click(&host.element, x, y);
    assert_eq!(host.part("select").as_deref(), Some("gwadar"));
    host.until("its card", |host| host::text(&host.element, ".panel .title") == "Gwadar").await;
    host::key(&host.element, CANVAS, "Escape");
    assert_eq!(host.part("select"), None);
}

#[wasm_bindgen_test]
async fn languages_switch_with_words_and_direction() {
    let host = Host::shown(&[("lang", "en")]).await;
    let english = host::text(&host.element, "h1");
    for (lang, dir) in [("ur", "rtl"), ("ru", "ltr")] {
        host::query(&host.element, &format!(".segment[lang={lang}]")).expect("a switch").click();
        let atlas = format!(".atlas[lang={lang}][dir={dir}]");
        host.until(lang, |host| host::count(&host.element, &atlas) == 1).await;
        assert_eq!(host.part("lang").as_deref(), Some(lang));
        assert_ne!(host::text(&host.element, "h1"), english);
    }
}

#[wasm_bindgen_test]
async fn search_finds_in_any_language_and_enter_chooses() {
    let host = Host::shown(&[("lang", "en")]).await;
    let field = "input[role=combobox]";
    for (words, id) in [("Волга", "volga"), ("gwadr", "gwadar"), ("پورٹ قاسم", "port-qasim")]
    {
        host::write(&host.element, field, words);
        host.until("hits", |host| host::count(&host.element, "[role=option]") > 0).await;
        host::key(&host.element, field, "Enter");
        assert_eq!(host.part("select").as_deref(), Some(id), "{words}");
        host.until("an empty field", |host| host::count(&host.element, ".hits") == 0).await;
    }
    host::write(&host.element, field, "qqqqqqqq");
    host.until("a word on nothing found", |host| {
        host::text(&host.element, ".hit-none").contains("qqqqqqqq")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_layer_switched_off_is_gone_from_map_and_state() {
    let host = Host::shown(&[("lang", "en")]).await;
    host.until("features", |host| host::count(&host.element, "[data-feature]") > 0).await;
    host::query(&host.element, ".layers > button").expect("layers").click();
    host.until("switches", |host| {
        host::count(&host.element, ".layers-card input[type=checkbox]") == 8
    })
    .await;
    host::query(&host.element, ".layers-card input[type=checkbox]").expect("a switch").click();
    assert!(host.part("layers").is_some_and(|layers| !layers.contains("projects")));
    host.until("no project to choose", |host| {
        host::count(&host.element, "[data-feature^='project:']") == 0
    })
    .await;
}

#[wasm_bindgen_test]
async fn closing_a_card_by_keyboard_leaves_the_focus_in_the_panel() {
    let host = Host::shown(&[("state", "lang=en&select=gwadar")]).await;
    let close = host::query(&host.element, ".panel .close").expect("a button");
    close.focus().expect("focus");
    close.click();
    host.until("the welcome in focus", |host| host::count(&host.element, ".welcome:focus") == 1)
        .await;
}
