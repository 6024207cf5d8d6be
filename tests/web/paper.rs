//! The pages of what the paper says: claims, sources, timeline, tour.

use crate::host::{self, Host};
use wasm_bindgen_test::wasm_bindgen_test;

const ROW: &str = ".claim-row";

async fn shown(state: &str) -> Host {
    let host = Host::put(&[("state", state), ("whole", ""), ("lang", "en")], 1280, 760);
    host.until("the bar", |host| host::count(&host.element, ".pages .tab") > 3).await;
    host
}

async fn listed(state: &str) -> Host {
    let host = shown(state).await;
    host.until("a list of claims", |host| host::count(&host.element, ROW) > 0).await;
    host
}

fn press(host: &Host, selector: &str) {
    host::query(&host.element, selector).expect(selector).click();
}

fn rows(host: &Host) -> u32 {
    host::count(&host.element, ROW)
}

fn state(host: &Host) -> String {
    host.state()
}

#[wasm_bindgen_test]
async fn the_page_of_claims_lists_all_of_them_under_the_headings_of_the_paper() {
    let host = listed("lang=en&view=claims").await;
    assert_eq!(rows(&host), 289);
    assert_eq!(host::count(&host.element, ".claims-section"), 16);
    assert!(host::text(&host.element, ".claims-count").contains("289"));
}

#[wasm_bindgen_test]
async fn a_filter_leaves_as_many_claims_as_it_says() {
    let host = listed("lang=en&view=claims").await;
    let value = ".facet-value[data-value='disagrees']";
    let says: u32 =
        host::text(&host.element, &format!("{value} .facet-count")).parse().expect("a number");
    press(&host, value);
    host.until("as many claims", |host| rows(host) == says).await;
    assert!(state(&host).contains("filter.check=disagrees"), "{}", state(&host));
    assert_eq!(host::count(&host.element, &format!("{value}[aria-pressed='true']")), 1);
    press(&host, value);
    host.until("all claims again", |host| rows(host) == 289).await;
}

#[wasm_bindgen_test]
async fn a_search_sets_off_what_was_found_and_goes_into_the_link() {
    let host = listed("lang=en&view=claims").await;
    host::write(&host.element, ".claims-search input", "chokepoint");
    host.until("fewer claims", |host| rows(host) < 9).await;
    assert!(host::text(&host.element, ".claim-text mark").starts_with("chokepoint"));
    assert!(state(&host).contains("q=chokepoint"), "{}", state(&host));
    host::write(&host.element, ".claims-search input", "no such word at all");
    host.until("no claim", |host| rows(host) == 0).await;
    press(&host, ".claims-count .chip");
    host.until("all claims again", |host| rows(host) == 289).await;
}

#[wasm_bindgen_test]
async fn hostile_searches_find_nothing_and_break_nothing() {
    let host = listed("lang=en&view=claims").await;
    for text in
        ["((((*?[\\", "\u{202e}\u{2066}\u{0}\u{7f}", &"x".repeat(10_000), "<img src=x onerror=1>"]
    {
        host::write(&host.element, ".claims-search input", text);
        host.until("an answer", |host| rows(host) == 0 || rows(host) == 289).await;
        assert_eq!(host::count(&host.element, ".claims-list img"), 0);
    }
}

#[wasm_bindgen_test]
async fn an_open_claim_has_its_card_its_row_and_its_things_on_the_map() {
    let host = listed("lang=en&view=claims").await;
    let before = host.picture_at_rest().await;
    press(&host, ".claim-row[data-claim='C188']");
    let card = ".claim-pane .claim-said";
    host.until("the card", |host| host::text(&host.element, card).contains("chokepoints")).await;
    assert!(state(&host).contains("claim=C188"), "{}", state(&host));
    assert_eq!(host::count(&host.element, ".claim-row[aria-current]"), 1);
    for part in ["Sources disagree", "Bosphorus", "Analysis in context"] {
        assert!(host::text(&host.element, ".claim-pane").contains(part), "{part}");
    }
    host.until("another picture", |host| host::picture(&host.element) != before).await;
    press(&host, ".claim-pane .close");
    host.until("no card", |host| host::count(&host.element, ".claim-pane") == 0).await;
    assert!(!state(&host).contains("claim="), "{}", state(&host));
}

#[wasm_bindgen_test]
async fn a_claim_is_cited_in_five_forms() {
    let host = listed("lang=en&view=claims&claim=C011").await;
    host.until("a card", |host| host::count(&host.element, ".cite-text") == 1).await;
    let text = |host: &Host| {
        let area = host::query(&host.element, ".cite-text").expect("a text");
        js_sys::Reflect::get(&area, &"value".into()).expect("value").as_string().expect("a text")
    };
    host.until("a citation", |host| text(host).starts_with("Nizamani, S. A.")).await;
    for (form, begins) in
        [(2, "Nizamani, Siraj"), (3, "@misc{atlas-c011"), (4, "TY  - ELEC"), (5, "[{\"id\"")]
    {
        press(&host, &format!(".cite-box .segment:nth-of-type({form})"));
        host.until(begins, |host| text(host).starts_with(begins)).await;
        assert!(text(&host).contains("C011"), "{}", text(&host));
    }
}

#[wasm_bindgen_test]
async fn the_card_of_a_place_says_what_the_paper_says_of_it() {
    let host = shown("lang=en&select=gwadar").await;
    host.until("claims on the card", |host| host::count(&host.element, ".panel .said") > 0).await;
    press(&host, ".panel .said");
    host.until("the claim in the panel", |host| {
        host::count(&host.element, ".panel .claim-said") == 1
    })
    .await;
    // It lies over the card that it was opened from, which comes back when it is closed.
    press(&host, ".claim-card .close");
    host.until("the card of the place", |host| {
        host::count(&host.element, ".panel .claim-said") == 0
            && host::count(&host.element, ".panel .place-tools") == 1
    })
    .await;
}

#[wasm_bindgen_test]
async fn on_the_page_of_claims_a_choice_asks_for_the_claims_about_it() {
    let host = listed("lang=en&view=claims").await;
    host.value("select", "gwadar");
    host.until("the claims about it", |host| (1..20).contains(&rows(host))).await;
    assert!(state(&host).contains("filter.place=gwadar"), "{}", state(&host));
}

#[wasm_bindgen_test]
async fn the_audit_leads_from_each_total_to_its_claims() {
    let host = shown("lang=en&view=sources").await;
    host.until("totals", |host| host::count(&host.element, ".total") > 8).await;
    assert_eq!(host::count(&host.element, ".references > li"), 29);
    assert!(host::count(&host.element, ".finding") >= 20);
    assert_eq!(host::count(&host.element, ".no-figure"), 2);
    let says: u32 =
        host::text(&host.element, "[data-facet='check=contested'] b").parse().expect("a number");
    press(&host, "[data-facet='check=contested']");
    host.until("its claims", |host| rows(host) == says).await;
}

#[wasm_bindgen_test]
async fn a_claim_that_rests_on_a_source_opens_from_its_row() {
    let host = shown("lang=en&view=sources").await;
    host.until("the sources, folded", |host| host::count(&host.element, ".register summary") == 1)
        .await;
    press(&host, ".register summary");
    let chip = ".register [data-claim]";
    host.until("a claim", |host| host::count(&host.element, chip) > 20).await;
    let id = host::text(&host.element, chip);
    press(&host, chip);
    host.until("the claim", |host| state(host).contains(&format!("claim={id}"))).await;
}

#[wasm_bindgen_test]
async fn the_timeline_shows_as_many_dots_as_rows() {
    let host = shown("lang=ur&view=timeline").await;
    let (dots, lines) = (".chart-box circle[data-event]", "tr[data-event]");
    host.until("dots", |host| host::count(&host.element, dots) > 60).await;
    assert_eq!(host::count(&host.element, dots), host::count(&host.element, lines));
    press(&host, ".page .check input");
    host.until("those of the paper", |host| host::count(&host.element, dots) < 20).await;
    assert_eq!(host::count(&host.element, dots), host::count(&host.element, lines));
    assert!(host::count(&host.element, "[data-point]") > 30);
}

#[wasm_bindgen_test]
async fn the_tour_moves_on_and_the_map_with_it() {
    let host = shown("lang=en&view=tour&step=1").await;
    host.until("a step", |host| host::text(&host.element, ".tour .kicker").contains("1")).await;
    host.until("a view", |host| state(host).contains("map=")).await;
    let (title, view) = (host::text(&host.element, ".tour .title"), host.part("map"));
    press(&host, ".tour-steps .button:last-child");
    host.until("the next step", |host| state(host).contains("step=2")).await;
    host.until("its title", |host| host::text(&host.element, ".tour .title") != title).await;
    host.until("a view of its own", |host| host.part("map") != view).await;
}

#[wasm_bindgen_test]
async fn a_paper_that_cannot_be_had_says_so_and_the_map_goes_on() {
    // The tests have no file for Russian.
    let host = shown("lang=ru&view=claims").await;
    host.until("what happened", |host| host::count(&host.element, ".wait [type=button]") == 1)
        .await;
    press(&host, ".pages .tab:first-child");
    host.until("the map", |host| host::count(&host.element, ".panel .welcome") == 1).await;
    host.until("a picture", |host| host::colours(&host.element) > 8).await;
}
