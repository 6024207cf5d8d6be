//! Files and paper: what hosts get, what the dialog does, what is printed.

use crate::host::{self, Host};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/tests/web/files.js")]
extern "C" {
    fn exported(element: &HtmlElement, kind: &str, options: &JsValue) -> Promise;
    #[wasm_bindgen(catch)]
    fn parsed(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = keepFiles)]
    fn keep_files() -> Array;
    #[wasm_bindgen(js_name = letFilesGo)]
    fn let_files_go();
    fn press(element: &HtmlElement, selector: &str);
    fn focused(element: &HtmlElement, selector: &str) -> bool;
    fn choose(element: &HtmlElement, selector: &str, value: &str);
    fn printing(name: &str);
    fn painted(element: &HtmlElement, selector: &str) -> Vec<f64>;
}

const BUTTON: &str = ".bar [aria-haspopup=dialog]";
const DIALOG: &str = "dialog[open]";

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).expect("a field")
}

fn text(value: &JsValue, name: &str) -> String {
    field(value, name).as_string().unwrap_or_default()
}

/// What `export` gives, with these options.
async fn file(host: &Host, kind: &str, options: &[(&str, JsValue)]) -> JsValue {
    let given = Object::new();
    for (key, value) in options {
        Reflect::set(&given, &(*key).into(), value).expect("set");
    }
    let given = if options.is_empty() { JsValue::UNDEFINED } else { given.into() };
    JsFuture::from(exported(&host.element, kind, &given)).await.expect("an answer")
}

/// Width and height in the header of a PNG file (PNG 3, 11.2.1).
fn size(file: &JsValue) -> [u32; 2] {
    let bytes = Uint8Array::from(field(file, "bytes")).to_vec();
    assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(bytes[12..16], *b"IHDR");
    [16, 20].map(|at| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes")))
}

#[wasm_bindgen_test]
async fn each_kind_gives_a_file_of_its_type() {
    let host = Host::shown(&[("state", "lang=ru&select=psgp")]).await;
    let svg = file(&host, "svg", &[]).await;
    assert_eq!(text(&svg, "type"), "image/svg+xml");
    let written = text(&svg, "text");
    assert!(written.starts_with("<?xml") && written.contains("role=\"img\""), "{written:.200}");
    assert!(written.contains("<metadata>") && written.contains("Nizamani"));
    let geojson = file(&host, "geojson", &[]).await;
    assert_eq!(text(&geojson, "type"), "application/geo+json");
    let read = parsed(&text(&geojson, "text")).expect("JSON");
    assert!(Array::from(&field(&read, "features")).length() > 50);
    assert!(text(&read, "citation").contains("Nizamani"), "{}", text(&read, "citation"));
    let csv = file(&host, "csv", &[]).await;
    assert_eq!(text(&csv, "type"), "text/csv;charset=utf-8");
    assert!(text(&csv, "text").lines().count() > 50);
    for (kind, begins) in [("bibtex", "@"), ("ris", "TY  - ")] {
        let cited = text(&file(&host, kind, &[]).await, "text");
        assert!(cited.starts_with(begins) && cited.contains("Nizamani"), "{cited}");
        assert_eq!(cited.lines().filter(|line| line.starts_with(begins)).count(), 2, "{cited}");
    }
    let works = parsed(&text(&file(&host, "csl-json", &[]).await, "text")).expect("JSON");
    assert_eq!(Array::from(&works).length(), 2);
}

#[wasm_bindgen_test]
async fn links_in_files_lead_where_the_host_says() {
    let link = async |canonical: &str| {
        let host = Host::shown(&[("state", "lang=en&select=psgp"), ("canonical", canonical)]).await;
        let read = parsed(&text(&file(&host, "geojson", &[]).await, "text")).expect("JSON");
        field(&read, "permalink").as_string()
    };
    let there = "https://atlas.example/map/#v=1&lang=en&select=psgp";
    assert_eq!(link("https://atlas.example/map/").await.as_deref(), Some(there));
    assert_eq!(link("https://atlas.example/map/#old").await.as_deref(), Some(there));
    assert_eq!(link("file:///home/somebody/atlas.html").await, None, "no path of a machine");
}

#[wasm_bindgen_test]
async fn a_picture_has_the_pixels_that_were_asked_for() {
    let host = Host::shown(&[("lang", "en")]).await;
    let once = size(&file(&host, "png", &[]).await);
    let twice = size(&file(&host, "png", &[("scale", 2.into())]).await);
    assert!(once[0] >= 600 && once[1] > 600, "{once:?}");
    for axis in [0, 1] {
        assert!(twice[axis].abs_diff(2 * once[axis]) <= 1, "{once:?}, {twice:?}");
    }
    let slide = |scale: f64| [("format", "slide".into()), ("scale", scale.into())];
    assert_eq!(size(&file(&host, "png", &slide(1.0)).await), [1920, 1080]);
    // Four times as wide and high would be more than browsers draw.
    let largest = size(&file(&host, "png", &slide(4.0)).await);
    let pixels = largest[0] * largest[1];
    assert!((15_000_000..16_777_216).contains(&pixels), "{largest:?}");
}

#[wasm_bindgen_test]
async fn what_there_is_not_is_refused() {
    let host = Host::shown(&[("lang", "en")]).await;
    for kind in ["pdf", "docx", ""] {
        let refused = file(&host, kind, &[]).await;
        assert_eq!(text(&refused, "code"), "bad-option", "{kind}");
        assert_eq!(text(&refused, "name"), "AtlasError");
        assert!(text(&refused, "message").contains("geojson"), "{}", text(&refused, "message"));
    }
    for options in [
        ("scale", 9.into()),
        ("scale", f64::NAN.into()),
        ("format", "a5".into()),
        ("colour", "red".into()),
    ] {
        let refused = file(&host, "png", std::slice::from_ref(&options)).await;
        assert_eq!(text(&refused, "code"), "bad-option", "{options:?}");
    }
}

#[wasm_bindgen_test]
async fn without_a_surface_pictures_are_refused_and_data_are_not() {
    let host = Host::shown(&[("lang", "en")]).await;
    host::take_canvas();
    let (png, csv) = (file(&host, "png", &[]).await, file(&host, "csv", &[]).await);
    host::give_canvas();
    assert_eq!(text(&png, "code"), "no-canvas");
    assert_eq!(text(&csv, "type"), "text/csv;charset=utf-8");
}

#[wasm_bindgen_test]
async fn the_dialog_makes_a_file_and_closes_without_closing_the_card() {
    let host = Host::shown(&[("state", "lang=en&select=psgp")]).await;
    let saved = keep_files();
    press(&host.element, BUTTON);
    assert_eq!(host::count(&host.element, DIALOG), 1);
    host.until("the choices", |host| host::count(&host.element, "dialog [name=kind]") == 7).await;
    press(&host.element, "dialog [value=csv]");
    host.until("no sizes of a table", |host| host::count(&host.element, "dialog select") == 0)
        .await;
    press(&host.element, "dialog [value=png]");
    host.until("sizes again", |host| host::count(&host.element, "dialog select") == 2).await;
    choose(&host.element, "dialog select", "slide");
    press(&host.element, "dialog .export-go");
    host.until("a file", |_| saved.length() == 1).await;
    let_files_go();
    assert!(text(&saved.get(0), "name").starts_with("connectivity-atlas-psgp-slide-20"));
    assert!(text(&saved.get(0), "name").ends_with(".png"));
    assert!(text(&saved.get(0), "href").starts_with("blob:"));
    host.until("its name", |host| {
        host::text(&host.element, ".export-outcome").contains("connectivity-atlas-psgp-slide-20")
    })
    .await;
    host::key(&host.element, "dialog .export-go", "Escape");
    assert_eq!(host.part("select").as_deref(), Some("psgp"), "the card stays open");
    press(&host.element, "dialog .export-head button");
    host.until("no dialog", |host| host::count(&host.element, DIALOG) == 0).await;
    assert!(focused(&host.element, BUTTON), "the focus goes back");
}

#[wasm_bindgen_test]
async fn an_embedded_atlas_prints_no_page_of_another() {
    let host = Host::shown(&[("lang", "en")]).await;
    press(&host.element, BUTTON);
    host.until("the choices", |host| host::count(&host.element, "dialog [name=kind]") == 7).await;
    assert_eq!(host::count(&host.element, ".export-print"), 0);
}

#[wasm_bindgen_test]
async fn on_paper_stands_a_figure_on_white_whatever_the_theme() {
    let host = Host::shown(&[("lang", "ur"), ("theme", "dark")]).await;
    let figure = ".print-figure";
    assert!(painted(&host.element, figure)[1] < 2.0, "nothing before");
    printing("beforeprint");
    let now = painted(&host.element, figure);
    assert!(now[0] > 3000.0, "288 pixels to the inch of A4: {now:?}");
    assert!(now[1] > 8.0, "{now:?}");
    assert_eq!(now[2..], [255.0, 255.0, 255.0], "the corner of the paper");
    host.until("light words", |host| host::count(&host.element, "[data-theme=light]") == 1).await;
    printing("afterprint");
    assert_eq!(painted(&host.element, figure)[0], 0.0);
    host.until("dark again", |host| host::count(&host.element, "[data-theme=dark]") == 1).await;
    assert_eq!(host.part("theme").as_deref(), Some("dark"));
}
