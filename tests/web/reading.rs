//! The map without seeing it: the list of what shows, the description, the table.

use crate::host::{self, Host};
use wasm_bindgen_test::wasm_bindgen_test;

const LIST: &str = ".features";
const OPTION: &str = ".features [role=option]";
/// Pakistan's coast in the middle of the map.
const COAST: &str = "lang=en&map=6.5/25.110/64.500";

/// The name of the thing whose option has the focus.
fn focused(host: &Host) -> String {
    let option = host::query(&host.element, ".features [data-feature]:focus");
    option.and_then(|option| option.get_attribute("data-feature")).unwrap_or_default()
}

async fn listed(state: &str) -> Host {
    let host = Host::shown(&[("state", state)]).await;
    host.until("a list", |host| host::count(&host.element, OPTION) > 3).await;
    host
}

fn focus(host: &Host, name: &str) {
    let option = host::query(&host.element, &format!("[data-feature='{name}']"));
    option.expect("an option").focus().expect("focus");
}

fn press(host: &Host, key: &str) {
    host::key(&host.element, ".features :focus", key);
}

fn said(host: &Host) -> String {
    host::text(&host.element, ".atlas > [role=status]")
}

#[wasm_bindgen_test]
async fn the_list_is_one_stop_of_the_tab_key() {
    let host = listed(COAST).await;
    let stops = || host::count(&host.element, ".features [tabindex='0']");
    assert_eq!(stops(), 1);
    assert_eq!(host::count(&host.element, ".features button, .features a"), 0);
    focus(&host, "place:gwadar");
    let here = "[data-feature='place:gwadar'][tabindex='0']";
    host.until("the stop where the focus is", |host| host::count(&host.element, here) == 1).await;
    assert_eq!(stops(), 1);
    let words = host::text(&host.element, "[data-feature='place:gwadar']");
    for part in ["Gwadar", "Port", "Pakistan"] {
        assert!(words.contains(part), "{words}");
    }
    let of_project = host::text(&host.element, "[data-feature='project:cpec-west']");
    assert!(of_project.contains("Under construction"), "{of_project}");
}

#[wasm_bindgen_test]
async fn arrows_go_over_the_map_and_say_where_one_is() {
    let host = listed(COAST).await;
    focus(&host, "place:gwadar");
    press(&host, "ArrowRight");
    let first = focused(&host);
    assert!(!first.is_empty() && first != "place:gwadar", "{first}");
    host.until("the place in the list and the way", |host| {
        let total = host::count(&host.element, OPTION);
        said(host).contains(&format!("of {total}")) && said(host).contains("km")
    })
    .await;
    for _ in 0..60 {
        press(&host, "ArrowRight");
    }
    host.until("the edge", |host| said(host).contains("Nothing more")).await;
    assert!(!focused(&host).is_empty(), "the focus stays in the list");
    let option = |place: &str| {
        let option = host::query(&host.element, &format!("{OPTION}:{place}"));
        option.and_then(|option| option.get_attribute("data-feature")).expect("an option")
    };
    for (key, place) in [
        ("Home", "first-of-type"),
        ("PageDown", "nth-of-type(2)"),
        ("PageUp", "first-of-type"),
        ("End", "last-of-type"),
    ] {
        press(&host, key);
        assert_eq!(focused(&host), option(place), "{key}");
    }
    assert_eq!(host.part("select"), None, "walking chooses nothing");
}

#[wasm_bindgen_test]
async fn letters_lead_to_names_in_any_script() {
    for (lang, letters, id) in [
        ("en", "karac", "place:karachi"),
        ("ru", "гва", "place:gwadar"),
        ("ur", "کراچ", "place:karachi"),
        ("ur", "gwa", "place:gwadar"),
    ] {
        let host = listed(&COAST.replace("lang=en", &format!("lang={lang}"))).await;
        host::query(&host.element, &format!("{LIST} [tabindex='0']")).expect("a stop").focus().ok();
        for letter in letters.chars() {
            press(&host, &letter.to_string());
        }
        assert_eq!(focused(&host), id, "{letters}");
    }
}

#[wasm_bindgen_test]
async fn enter_and_space_choose_and_escape_returns_to_the_map() {
    let host = listed(COAST).await;
    for (key, id) in [("Enter", "gwadar"), (" ", "karachi")] {
        focus(&host, &format!("place:{id}"));
        press(&host, key);
        assert_eq!(host.part("select").as_deref(), Some(id));
        let chosen = format!("[data-feature='place:{id}'][aria-selected=true]:focus");
        host.until("chosen, and still in focus", |host| host::count(&host.element, &chosen) == 1)
            .await;
    }
    press(&host, "Escape");
    host.until("the map in focus", |host| host::count(&host.element, ".map-canvas:focus") == 1)
        .await;
    assert_eq!(host.part("select").as_deref(), Some("karachi"), "the card stays");
    // Voices and fingers click.
    host::query(&host.element, "[data-feature='place:gwadar']").expect("an option").click();
    assert_eq!(host.part("select").as_deref(), Some("gwadar"));
}

#[wasm_bindgen_test]
async fn focus_on_what_leaves_the_view_goes_to_the_map() {
    let host = listed(COAST).await;
    focus(&host, "place:gwadar");
    assert_eq!(host.code("setState", "lang=en&map=6.5/59.900/30.300"), None);
    host.until("the map in focus", |host| host::count(&host.element, ".map-canvas:focus") == 1)
        .await;
    let stop = format!("{LIST} [tabindex='0']");
    host.until("another stop", |host| host::count(&host.element, &stop) == 1).await;
    assert_eq!(host::count(&host.element, "[data-feature='place:gwadar']"), 0);
}

#[wasm_bindgen_test]
async fn the_description_follows_the_map_and_the_language() {
    let host = listed(COAST).await;
    let words = |host: &Host| host::text(&host.element, "#map-description");
    host.until("Pakistan", |host| words(host).contains("In view: Pakistan")).await;
    let map = host::query(&host.element, ".map-canvas").expect("a canvas");
    let described = map.get_attribute("aria-describedby").unwrap_or_default();
    assert!(described.split(' ').any(|id| id == "map-description"), "{described}");
    assert_eq!(
        host.code("setState", "lang=ru&map=6.5/59.900/30.300&select=saint-petersburg"),
        None
    );
    host.until("the same in Russian", |host| words(host).contains("Выбрано: ")).await;
    assert!(words(&host).contains("Россия"), "{}", words(&host));
}

/// What a column says, row by row.
fn column(host: &Host, index: usize) -> Vec<String> {
    let rows = host::count(&host.element, ".table tbody tr");
    let cell = |row: u32| {
        let cell = format!(".table tbody tr:nth-child({}) > :nth-child({index})", row + 1);
        host::text(&host.element, &cell)
    };
    (0..rows).map(cell).collect()
}

fn click(host: &Host, selector: &str) {
    host::query(&host.element, selector).expect(selector).click();
}

#[wasm_bindgen_test]
async fn a_table_that_a_link_opens_leaves_the_focus_to_its_host() {
    let host = listed(&format!("{COAST}&table=open")).await;
    host.until("rows", |host| host::count(&host.element, ".table tbody tr") > 3).await;
    assert_eq!(host::count(&host.element, ".table-pane:focus"), 0);
    click(&host, ".table-name");
    // What is chosen shows on the map.
    host.until("the map", |host| host::count(&host.element, ".table-pane") == 0).await;
    assert_eq!(host.part("table"), None);
    assert!(host.part("select").is_some());
}

async fn table(state: &str) -> Host {
    let host = listed(state).await;
    click(&host, ".table-open");
    host.until("rows", |host| host::count(&host.element, ".table tbody tr") > 3).await;
    host
}

#[wasm_bindgen_test]
async fn the_table_shows_what_the_map_shows_and_takes_the_focus() {
    let host = table(COAST).await;
    host.until("the focus", |host| host::count(&host.element, ".table-pane:focus") == 1).await;
    assert_eq!(host::count(&host.element, ".table tbody tr"), host::count(&host.element, OPTION));
    assert_eq!(
        host::text(&host.element, "#table-description"),
        host::text(&host.element, "#map-description")
    );
    assert_eq!(host::count(&host.element, ".map[inert]"), 1, "what it covers takes no focus");
    assert_eq!(host.part("table").as_deref(), Some("open"), "a link leads to it");
    click(&host, ".table-tools .segment:last-of-type");
    host.until("all of it", |host| host::count(&host.element, ".table tbody tr") > 250).await;
    host::key(&host.element, ".table-pane .close", "Escape");
    host.until("the button in focus", |host| {
        host::count(&host.element, ".table-open:focus") == 1
            && host::count(&host.element, ".table-pane, .map[inert]") == 0
    })
    .await;
    assert_eq!(host.part("table"), None);
}

#[wasm_bindgen_test]
async fn any_column_sorts_both_ways() {
    let host = table("lang=en").await;
    let head = |index: usize| format!(".table thead th:nth-child({index})");
    let press = |index: usize| click(&host, &format!("{} button", head(index)));
    let turned = async |index: usize, way: &str| {
        let sorted = format!("{}[aria-sort={way}]", head(index));
        host.until(way, |host| host::count(&host.element, &sorted) == 1).await;
        assert_eq!(host::count(&host.element, ".table [aria-sort]"), 1);
    };
    press(8);
    turned(8, "ascending").await;
    let numbers = |host: &Host| -> Vec<u32> {
        column(host, 8).iter().map(|text| text.parse().expect("a number")).collect()
    };
    assert!(numbers(&host).is_sorted());
    press(8);
    turned(8, "descending").await;
    assert!(numbers(&host).is_sorted_by(|a, b| a >= b));
    press(1);
    turned(1, "ascending").await;
    host.until("a word on it", |host| said(host).contains("Name")).await;
    let names = column(&host, 1);
    assert!(names.is_sorted_by_key(|name| name.to_lowercase()), "{names:?}");
}

#[wasm_bindgen_test]
async fn names_follow_the_readers_alphabet() {
    // Of code points, Ё comes before А and ٹ after the whole alphabet of Arabic.
    for (lang, alphabet) in
        [("ru", "АБВГДЕЁЖЗИКЛМНОПРСТУФХЧШЭЯ"), ("ur", "ابپتٹجچحخدڈرزسشعغفقکگلمنوہی")]
    {
        let host = table(&format!("lang={lang}")).await;
        click(&host, ".table-tools .segment:last-of-type");
        host.until("all", |host| host::count(&host.element, ".table tbody tr") > 250).await;
        click(&host, ".table thead th button");
        let sorted = ".table thead th:first-child[aria-sort=ascending]";
        host.until("an order", |host| host::count(&host.element, sorted) == 1).await;
        let letters: Vec<usize> = column(&host, 1)
            .iter()
            .filter_map(|name| name.replace('آ', "ا").replace('Ё', "Е").chars().next())
            .filter_map(|letter| alphabet.find(letter))
            .collect();
        assert!(letters.len() > 200, "{} names", letters.len());
        assert!(letters.is_sorted(), "{lang}: {:?}", column(&host, 1));
    }
}

#[wasm_bindgen_test]
async fn a_row_chooses_and_shows_its_thing() {
    let host = table("lang=en").await;
    click(&host, ".table-tools .segment:last-of-type");
    host.until("all", |host| host::count(&host.element, ".table tbody tr") > 250).await;
    let place = column(&host, 1).iter().position(|name| name == "Qingdao").unwrap_or(40) + 1;
    let name = column(&host, 1)[place - 1].clone();
    click(&host, &format!(".table tbody tr:nth-child({place}) button"));
    host.until("its card, in focus", |host| {
        host::text(&host.element, ".panel .title") == name
            && host::count(&host.element, ".panel .card-start:focus") == 1
    })
    .await;
    assert_eq!(host::count(&host.element, ".table-pane"), 0);
    assert!(host.part("select").is_some());
}

#[wasm_bindgen_test]
async fn an_empty_table_says_how_to_fill_it() {
    let host = Host::shown(&[("state", "lang=en&map=7/-25.000/78.000")]).await;
    click(&host, ".table-open");
    host.until("a word on it", |host| {
        host::text(&host.element, ".table-empty:not([hidden])").contains("Nothing shows")
    })
    .await;
    assert_eq!(host::count(&host.element, ".table-scroll[hidden]"), 1);
}

#[wasm_bindgen_test]
async fn a_narrow_table_scrolls_in_its_own_box() {
    for lang in ["en", "ur", "ru"] {
        let host = Host::put(&[("state", &format!("lang={lang}"))], 360, 640);
        host.until("a list", |host| host::count(&host.element, OPTION) > 3).await;
        click(&host, ".table-open");
        host.until("rows", |host| host::count(&host.element, ".table tbody tr") > 3).await;
        let wide = |selector: &str| {
            let found = host::query(&host.element, selector).expect(selector);
            (found.scroll_width(), found.client_width())
        };
        let (content, seen) = wide(".table-scroll");
        assert!(content > seen, "{lang}: the table is wider than a phone");
        let (content, seen) = wide(".table-pane");
        assert!(content <= seen, "{lang}: {content} in {seen}");
        assert_eq!(host::count(&host.element, ".panel[inert]"), 1, "the sheet lies under it");
    }
}

#[wasm_bindgen_test]
async fn a_map_moved_by_keys_says_where_it_came_to() {
    let host = Host::shown(&[("lang", "en"), ("state", "map=5/30/66")]).await;
    host::key(&host.element, ".map-canvas", "-");
    let said = |host: &Host| host::text(&host.element, ".atlas > .sr-only[role=status]");
    host.until("where it is", |host| said(host).starts_with("In view: ")).await;
    assert!(said(&host).ends_with("from side to side."), "{}", said(&host));
    let before = said(&host);
    host::key(&host.element, ".map-canvas", "+");
    host.until("something else", |host| said(host) != before).await;
}
