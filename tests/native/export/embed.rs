//! HTML to copy says what it was made of, whatever that was.

use atlas::export::embed::View;
use roxmltree::Document;

const LINK: &str =
    "https://example.edu/maps/atlas/index.html#v=1&lang=ur&select=place:gwadar&q=\"<'&>";

fn view() -> View<'static> {
    View { link: LINK, name: "Atlas \"of\" <ways> & more" }
}

/// The values of an attribute in a piece of HTML, which is written to be XML too.
fn values(html: &str, name: &str) -> Vec<String> {
    let page = format!("<page>{html}</page>");
    let page = Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {html}"));
    page.descendants().filter_map(|node| node.attribute(name)).map(str::to_owned).collect()
}

#[test]
fn the_element_bears_the_view_and_its_module_lies_beside_the_page() {
    let html = view().element("compact");
    assert_eq!(values(&html, "src"), ["https://example.edu/maps/atlas/connectivity-atlas.js"]);
    assert_eq!(values(&html, "state"), [LINK.split_once('#').unwrap().1]);
    assert_eq!(values(&html, "controls"), ["compact"]);
}

#[test]
fn the_frame_leads_to_the_view_and_brings_its_script() {
    let html = view().frame();
    assert_eq!(values(&html, "src"), [LINK, "https://example.edu/maps/atlas/embed.js"]);
    assert_eq!(values(&html, "title"), [view().name]);
}

#[test]
fn the_picture_leads_to_the_view_and_says_what_it_shows() {
    let html = view().picture("connectivity-atlas.png", "From \"Gwadar\" & on");
    assert_eq!(values(&html, "href"), [LINK]);
    assert_eq!(values(&html, "alt"), ["From \"Gwadar\" & on"]);
    assert_eq!(values(&html, "src"), ["connectivity-atlas.png"]);
}

#[test]
fn a_view_without_a_state_is_the_folder() {
    let html = View { link: "https://example.edu/", name: "A" }.element("full");
    assert_eq!(values(&html, "src"), ["https://example.edu/connectivity-atlas.js"]);
    assert_eq!(values(&html, "state"), [""]);
}
