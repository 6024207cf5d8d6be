//! A drawing written as SVG, as elements of the page.
//!
//! Not by `innerHTML`: pages under Trusted Types forbid it, and this reads no more than our own charts write.

use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Puts the drawing in the place of what `parent` holds.
pub fn show(parent: &Element, svg: &str) {
    parent.set_text_content(None);
    let Some(document) = parent.owner_document() else { return };
    // The last is the element that is open.
    let mut open = vec![parent.clone()];
    let mut rest = svg;
    while let Some((text, tail)) = rest.split_once('<') {
        let Some((tag, after)) = tail.split_once('>') else { return };
        let Some(at) = open.last() else { return };
        if !text.is_empty() {
            let _ = at.append_with_str_1(&plain(text));
        }
        if tag.starts_with('/') {
            open.pop();
        } else if let Some(element) = element(&document, tag.trim_end_matches('/')) {
            let _ = at.append_child(&element);
            if !tag.ends_with('/') {
                open.push(element);
            }
        }
        rest = after;
    }
}

/// The element that a tag opens, with its attributes.
fn element(document: &Document, tag: &str) -> Option<Element> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let element = document.create_element_ns(Some(SVG), name).ok()?;
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, tail) = after.split_once('"')?;
        if name.trim() != "xmlns" {
            let _ = element.set_attribute(name.trim(), &plain(value));
        }
        rest = tail;
    }
    Some(element)
}

/// The text without its escapes.
fn plain(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}
