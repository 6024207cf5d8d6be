//! Printing: when it begins and ends, and on which paper.

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

/// Calls `before` when the browser is about to print, by whatever command, and `after` when it has.
pub fn watch(
    before: impl Fn() + 'static,
    after: impl Fn() + 'static,
) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    Some([
        EventListener::new(&window, "beforeprint", move |_| before()),
        EventListener::new(&window, "afterprint", move |_| after()),
    ])
}

/// Opens the browser's window for printing.
pub fn start() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The paper that the page asks for, until it is dropped. Rules for pages count in the document only,
/// not in a shadow root.
#[derive(Debug)]
pub struct Paper {
    sheet: CssStyleSheet,
}

impl Paper {
    /// Asks for paper of that size in millimetres with that margin on each side.
    pub fn ask([width, height]: [f32; 2], margin: f32) -> Option<Self> {
        let sheet = CssStyleSheet::new().ok()?;
        let rule = format!("@page {{ size: {width}mm {height}mm; margin: {margin}mm }}");
        sheet.replace_sync(&rule).ok()?;
        let sheets = adopted()?;
        sheets.push(&sheet);
        adopt(&sheets);
        Some(Self { sheet })
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        if let Some(sheets) = adopted() {
            let own: &JsValue = &self.sheet;
            adopt(&sheets.filter(&mut |sheet, _, _| sheet != *own));
        }
    }
}

const ADOPTED: &str = "adoptedStyleSheets";

/// A copy of the list of the document's own style sheets.
fn adopted() -> Option<Array> {
    let document = web_sys::window()?.document()?;
    Reflect::get(&document, &ADOPTED.into()).ok().map(|list| Array::from(&list))
}

fn adopt(sheets: &Array) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let _ = Reflect::set(&document, &ADOPTED.into(), sheets);
    }
}
