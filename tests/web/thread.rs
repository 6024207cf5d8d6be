//! One thread: from what was found to its claims, to the map, to routes and their corridors, and back by a link.

use crate::host::{self, Host};
use wasm_bindgen_test::wasm_bindgen_test;

const FIELD: &str = "input[role=combobox]";

async fn shown(state: &str) -> Host {
    let host = Host::put(&[("state", state), ("whole", ""), ("lang", "en")], 1280, 760);
    host.until("the bar", |host| host::count(&host.element, ".pages .tab") > 3).await;
    host
}

fn press(host: &Host, selector: &str) {
    host::query(&host.element, selector).expect(selector).click();
}

#[wasm_bindgen_test]
async fn the_search_leads_to_the_claims_that_hold_its_words() {
    let host = shown("lang=en").await;
    host::write(&host.element, FIELD, "chokepoints");
    // No thing is called so: the row of the claims is the only one.
    host.until("the row", |host| host::text(&host.element, "[role=option]").contains("claims"))
        .await;
    host::key(&host.element, FIELD, "Enter");
    host.until("their list", |host| {
        let rows = host::count(&host.element, ".claim-row");
        (1..9).contains(&rows)
    })
    .await;
    assert_eq!(host.part("view").as_deref(), Some("claims"));
    assert_eq!(host.part("q").as_deref(), Some("chokepoints"));
}

#[wasm_bindgen_test]
async fn on_a_page_of_text_the_search_leads_to_the_map() {
    let host = shown("lang=en&view=timeline").await;
    host::write(&host.element, FIELD, "Gwadar");
    host.until("hits", |host| host::count(&host.element, "[role=option]") > 0).await;
    host::key(&host.element, FIELD, "Enter");
    host.until("the card", |host| host::text(&host.element, ".panel .title") == "Gwadar").await;
    assert_eq!(host.part("select").as_deref(), Some("gwadar"));
    assert_eq!(host.part("view"), None);
}

#[wasm_bindgen_test]
async fn a_link_leads_to_a_part_of_a_page_and_to_what_of_it_is_listed() {
    let host = shown("lang=en&view=timeline&at=event:relations-1949&events=paper").await;
    host.until("the event", |host| {
        host::count(&host.element, "[data-at='event:relations-1949'][aria-current]") == 1
    })
    .await;
    let rows = |host: &Host| host::count(&host.element, ".events-table tr");
    let of_paper = rows(&host);
    assert!(host.state().contains("at=event:relations-1949&events=paper"), "{}", host.state());
    press(&host, ".check input");
    host.until("all events", |host| rows(host) > of_paper).await;
    assert!(!host.state().contains("events="), "{}", host.state());
    press(&host, ".table-tools .segment:last-child");
    host.until("later events", |host| host.part("since").as_deref() == Some("2013")).await;
    // Another page has no such part.
    press(&host, ".pages .tab:first-child");
    assert_eq!(host.part("at"), None);
}

#[wasm_bindgen_test]
async fn a_country_of_a_claim_leads_to_all_claims_that_name_it() {
    let host = shown("lang=en&view=claims&claim=C188").await;
    let chips = ".claim-pane .rows .chip";
    host.until("a card", |host| host::count(&host.element, chips) > 0).await;
    host::worded(&host.element, chips, "Pakistan").expect("a country").click();
    host.until("their list", |host| {
        host.state().contains("filter.country=PAK")
            && (1..289).contains(&host::count(&host.element, ".claim-row"))
    })
    .await;
    assert!(host.state().contains("claim=C188"), "{}", host.state());
}

#[wasm_bindgen_test]
async fn a_leg_leads_to_the_corridor_that_it_runs_along() {
    let host = shown("lang=en&view=routes&from=bandar-abbas&to=tehran&modes=rail").await;
    let corridor = ".legs .part-of button";
    host.until("a leg", |host| host::count(&host.element, corridor) > 0).await;
    let name = host::text(&host.element, corridor);
    assert!(name.contains("INSTC"), "{name}");
    press(&host, corridor);
    host.until("its card", |host| host::text(&host.element, ".panel .title") == name).await;
    assert_eq!(host.part("view"), None);
}

#[wasm_bindgen_test]
async fn the_menu_of_a_place_asks_for_routes_from_it() {
    // Not so close that the finer ground is asked for: another test counts how often it is.
    let host = shown("lang=en&map=5/25.110/62.330").await;
    host.until("the map", |host| host::count(&host.element, "[data-feature]") > 0).await;
    let map = host::query(&host.element, ".map-canvas").expect("a map");
    let (x, y) = (f64::from(map.client_width()) / 2.0, f64::from(map.client_height()) / 2.0);
    host::right_click(&host.element, x, y);
    let items = ".menu [role=menuitem]";
    host.until("a menu", |host| host::count(&host.element, items) > 4).await;
    host::worded(&host.element, items, "Route from Gwadar").expect("an item").click();
    host.until("the page of routes", |host| host.part("view").as_deref() == Some("routes")).await;
    assert_eq!(host.part("from").as_deref(), Some("gwadar"));
}

#[wasm_bindgen_test]
async fn an_element_with_little_room_has_its_key_in_one_line() {
    let host = Host::shown(&[("lang", "en"), ("controls", "compact")]).await;
    host.until("samples", |host| host::count(&host.element, ".key-strip li canvas") > 5).await;
    assert!(host::text(&host.element, ".key-strip").contains("Gas pipeline"));
    // Without `canonical` there is no link to give.
    assert_eq!(host::count(&host.element, ".key-strip a"), 0);
    let address = "https://atlas.example/";
    let attributes = [("lang", "en"), ("controls", "compact"), ("canonical", address)];
    let host = Host::shown(&attributes).await;
    let link = host::query(&host.element, ".key-strip a").expect("a link");
    let link = link.get_attribute("href").expect("an address");
    assert!(link.starts_with(&format!("{address}#v=1&lang=en")), "{link}");
}

#[wasm_bindgen_test]
async fn on_a_phone_the_list_comes_in_front_of_the_card_that_led_to_it() {
    let state = "lang=en&view=claims&claim=C188";
    let host = Host::put(&[("state", state), ("whole", ""), ("lang", "en")], 360, 740);
    let chips = ".claim-pane .rows .chip";
    host.until("a card", |host| host::count(&host.element, chips) > 0).await;
    host::worded(&host.element, chips, "Pakistan").expect("a country").click();
    host.until("the list", |host| {
        host::count(&host.element, ".claim-open") == 0
            && (1..289).contains(&host::count(&host.element, ".claim-row"))
    })
    .await;
    assert_eq!(host.part("claim"), None);
}

#[wasm_bindgen_test]
async fn each_figure_of_a_verdict_opens_its_own_question() {
    let host = shown("lang=en&view=claims&claim=C188").await;
    host.until("the figures", |host| host::count(&host.element, ".computed .hang .link") == 4)
        .await;
    // That of the way by sea alone.
    press(&host, ".computed .hang:nth-child(4) .link");
    host.until("its routes", |host| host::count(&host.element, ".answer") > 0).await;
    assert_eq!(host.part("view").as_deref(), Some("routes"));
    assert_eq!(host.part("modes").as_deref(), Some("sea"));
    assert!(host::text(&host.element, ".tests").contains("C188"), "the way back to the claim");
}
