//! Menu, measuring, words beside the pointer, and clicks that take turns.

use crate::host::{self, Host};
use wasm_bindgen_test::wasm_bindgen_test;

const CANVAS: &str = ".map-canvas";
/// Gwadar in the middle of the map.
const AT_GWADAR: &str = "lang=en&map=6.5/25.110/62.330";
const MENU: &str = ".menu[role=menu]";
const ITEMS: &str = ".menu [role=menuitem]";
const FOCUSED: &str = ".menu [role=menuitem]:focus";
const SUM: &str = ".measure-sum";

async fn at_gwadar() -> Host {
    Host::shown(&[("state", AT_GWADAR), ("gestures", "direct")]).await
}

/// The size of the map.
fn size(host: &Host) -> (f64, f64) {
    let canvas = host::query(&host.element, CANVAS).expect("a canvas");
    let size = canvas.get_bounding_client_rect();
    (size.width(), size.height())
}

fn middle(host: &Host) -> (f64, f64) {
    let (width, height) = size(host);
    (width / 2.0, height / 2.0)
}

fn said(host: &Host) -> String {
    host::text(&host.element, "[role=status][aria-live]")
}

/// Opens the menu at a point.
async fn menu_at(host: &Host, x: f64, y: f64) {
    assert!(!host::right_click(&host.element, x, y), "the browser's own menu stays away");
    host.until("a menu in focus", |host| host::count(&host.element, FOCUSED) == 1).await;
}

/// Chooses the item of that place in the menu.
fn choose(host: &Host, row: u32) {
    let item = format!(".menu > [role=menuitem]:nth-child({row})");
    host::query(&host.element, &item).expect("an item").click();
}

async fn closed(host: &Host) {
    host.until("no menu", |host| host::count(&host.element, MENU) == 0).await;
}

#[wasm_bindgen_test]
async fn clicks_at_one_spot_take_turns_through_what_lies_there() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    let mut seen = Vec::new();
    for turn in 0..8 {
        host::click_at(&host.element, x, y, 10_000.0 + 1000.0 * f64::from(turn));
        let chosen = host.part("select").expect("a choice");
        // The second half of a double click chooses nothing else.
        host::click_at(&host.element, x, y, 10_100.0 + 1000.0 * f64::from(turn));
        assert_eq!(host.part("select").as_deref(), Some(chosen.as_str()));
        if seen.first() == Some(&chosen) {
            break;
        }
        assert!(!seen.contains(&chosen), "{chosen} again after {seen:?}");
        seen.push(chosen);
        host.frames(2).await;
    }
    assert_eq!(seen[0], "gwadar");
    assert!(seen.len() > 1, "corridors begin at Gwadar: {seen:?}");
}

#[wasm_bindgen_test]
async fn the_mouse_reads_name_and_kind_beside_the_pointer() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    let words = ".tooltip:not([hidden])";
    host.until("a name", |host| {
        host::point(&host.element, x, y);
        host::count(&host.element, words) == 1
    })
    .await;
    let text = host::text(&host.element, words);
    assert!(text.contains("Gwadar") && text.contains("Port"), "{text}");
    host::point(&host.element, 2.0, 2.0);
    host.until("nothing", |host| host::count(&host.element, words) == 0).await;
}

#[wasm_bindgen_test]
async fn the_menu_is_walked_by_arrows_and_closed_by_escape() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    menu_at(&host, x, y).await;
    let focused = || host::text(&host.element, FOCUSED);
    let first = focused();
    assert!(first.contains("25.11°\u{a0}N") && first.contains("62.33°\u{a0}E"), "{first}");
    let count = host::count(&host.element, ITEMS);
    assert!(count > 4, "what lies there is listed: {count}");
    host::key(&host.element, FOCUSED, "ArrowDown");
    assert_ne!(focused(), first);
    host::key(&host.element, FOCUSED, "Home");
    host::key(&host.element, FOCUSED, "ArrowUp");
    let last = focused();
    host::key(&host.element, FOCUSED, "ArrowDown");
    assert_eq!(focused(), first, "it goes round");
    host::key(&host.element, FOCUSED, "End");
    assert_eq!(focused(), last);
    host::key(&host.element, FOCUSED, "Escape");
    closed(&host).await;
    host.until("the map in focus", |host| host::count(&host.element, ".map-canvas:focus") == 1)
        .await;
    for key in ["ContextMenu", "Shift+F10"] {
        host::key(&host.element, CANVAS, key);
        host.until(key, |host| host::count(&host.element, FOCUSED) == 1).await;
        assert!(host::text(&host.element, FOCUSED).contains("25.11°"), "of the middle");
        host::key(&host.element, FOCUSED, "Tab");
        closed(&host).await;
    }
}

#[wasm_bindgen_test]
async fn the_menu_goes_away_when_the_reader_goes_on() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    menu_at(&host, x, y).await;
    host::scroll_page();
    closed(&host).await;
    menu_at(&host, x, y).await;
    host::query(&host.element, ".zoom button").expect("a button").focus().expect("focus");
    closed(&host).await;
    menu_at(&host, x, y).await;
    host::click(&host.element, x, y);
    closed(&host).await;
    assert_eq!(host.part("select"), None, "a click beside the menu only closes it");
}

#[wasm_bindgen_test]
async fn the_menu_copies_zooms_centres_and_chooses() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    let kept = host::keep_copies();
    menu_at(&host, x, y).await;
    choose(&host, 1);
    host.until("a copy", |_| kept.length() == 1).await;
    assert_eq!(kept.get(0).as_string().as_deref(), Some("25.11000, 62.33000"));
    host.until("a word on it", |host| said(host) == "Copied").await;
    host::give_clipboard();

    menu_at(&host, x, y).await;
    choose(&host, 3);
    host.until("one level closer", |host| host.view().is_some_and(|[zoom, ..]| zoom > 7.49)).await;
    menu_at(&host, x + 100.0, y).await;
    choose(&host, 4);
    host.until("the east", |host| host.view().is_some_and(|[_, _, lon]| lon > 63.18)).await;

    host::key(&host.element, CANVAS, "Escape");
    let gwadar = "[data-feature='place:gwadar']";
    host.until("Gwadar", |host| host::count(&host.element, gwadar) == 1).await;
    menu_at(&host, middle(&host).0 - 100.0, y).await;
    host::query(&host.element, ".menu-here [role=menuitem]").expect("a thing").click();
    host.until("Gwadar's card", |host| host.part("select").as_deref() == Some("gwadar")).await;
}

#[wasm_bindgen_test]
async fn the_menu_stays_inside_the_map_and_opens_along_the_line() {
    for (lang, rtl) in [("en", false), ("ur", true)] {
        let state = format!("lang={lang}&map=6.5/25.110/62.330");
        let host = Host::shown(&[("state", &state)]).await;
        let (width, height) = size(&host);
        for (x, y) in
            [(1.0, 1.0), (width - 1.0, 1.0), (1.0, height - 1.0), (width - 1.0, height - 1.0)]
        {
            menu_at(&host, x, y).await;
            let [left, top, right, bottom] = host::edges(&host.element, MENU)[..] else { return };
            let inside = left >= 0.0 && top >= 0.0 && right <= width && bottom <= height;
            assert!(inside, "{left} {top} {right} {bottom} in {width} {height}");
            host::scroll_page();
            closed(&host).await;
        }
        let (x, y) = (width / 2.0, height / 2.0);
        menu_at(&host, x, y).await;
        let [left, _, right, _] = host::edges(&host.element, MENU)[..] else { return };
        let side = if rtl { right } else { left };
        assert!((side - x).abs() < 1.5, "{left} to {right} beside {x} in {lang}");
    }
}

#[wasm_bindgen_test]
async fn a_finger_that_rests_opens_the_menu() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    host::touch(&host.element, "pointerdown", 2, x, y);
    host.until("a menu", |host| host::count(&host.element, MENU) == 1).await;
    host::touch(&host.element, "pointerup", 2, x, y);
    assert_eq!(host.part("select"), None, "lifting it is no click");
    assert_eq!(host::count(&host.element, MENU), 1);
}

#[wasm_bindgen_test]
async fn clicks_measure_a_distance_and_choose_nothing() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    host::query(&host.element, ".measure-tool button").expect("a button").click();
    host.until("the card", |host| host::count(&host.element, ".measure") == 1).await;
    host::click(&host.element, x + 1.0, y);
    host.until("the place itself", |host| said(host).contains("25.1")).await;
    host::click(&host.element, x + 200.0, y);
    host.until("a distance", |host| host::text(&host.element, SUM).ends_with("km")).await;
    let one = host::text(&host.element, SUM);
    host.until("it is told", |host| said(host).contains("in all")).await;
    host::click(&host.element, x + 200.0, y + 100.0);
    host.until("two legs", |host| host::text(&host.element, ".measure-legs").contains(" + ")).await;
    assert_ne!(host::text(&host.element, SUM), one);
    host::key(&host.element, CANVAS, "Backspace");
    host.until("one leg again", |host| host::text(&host.element, SUM) == one).await;
    let kept = host::keep_copies();
    host::query(&host.element, ".measure-acts button:nth-child(2)").expect("copy").click();
    host.until("a copy", |_| kept.length() == 1).await;
    host::give_clipboard();
    let copy = kept.get(0).as_string().expect("a text");
    assert!(copy.lines().count() == 3 && copy.ends_with(&one), "{copy}");
    assert_eq!(host.part("select"), None);
    host::key(&host.element, CANVAS, "Escape");
    host.until("no card", |host| host::count(&host.element, ".measure") == 0).await;
    host::click(&host.element, x, y);
    assert_eq!(host.part("select").as_deref(), Some("gwadar"), "clicks choose again");
}

#[wasm_bindgen_test]
async fn a_distance_is_measured_by_keyboard_alone() {
    let host = at_gwadar().await;
    // Browsers turn Enter on a button into a click without a count.
    host::query(&host.element, ".measure-tool button").expect("a button").click();
    host.until("the middle marked", |host| host::count(&host.element, ".aim.shown") == 1).await;
    host.until("the map in focus", |host| host::count(&host.element, ".map-canvas:focus") == 1)
        .await;
    host::key(&host.element, CANVAS, "Enter");
    host::key(&host.element, CANVAS, "ArrowRight");
    host.until("where it is", |host| said(host).contains("°\u{a0}E")).await;
    let moved = |host: &Host| host.view().is_some_and(|[_, _, lon]| lon > 63.0);
    host.until("the east", moved).await;
    host::key(&host.element, CANVAS, "Enter");
    host.until("a distance", |host| host::text(&host.element, SUM).ends_with("km")).await;
    host::key(&host.element, CANVAS, "Escape");
    host.until("the end", |host| host::count(&host.element, ".measure, .aim.shown") == 0).await;
}

#[wasm_bindgen_test]
async fn the_menu_measures_from_its_point() {
    let host = at_gwadar().await;
    let (x, y) = middle(&host);
    menu_at(&host, x + 50.0, y).await;
    choose(&host, 2);
    host::click(&host.element, x + 250.0, y);
    host.until("a distance", |host| host::text(&host.element, SUM).ends_with("km")).await;
}
