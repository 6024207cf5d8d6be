//! Elements written straight into the page: for lists and tables of many equal rows, where a typed
//! view of each would cost many times the bytes.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// A new element of that tag with these attributes and that text, as the last child of `parent`.
pub fn append(
    parent: &Element,
    tag: &str,
    attributes: &[(&str, &str)],
    text: &str,
) -> Option<Element> {
    let child = parent.owner_document()?.create_element(tag).ok()?;
    for (name, value) in attributes {
        child.set_attribute(name, value).ok()?;
    }
    if !text.is_empty() {
        child.set_text_content(Some(text));
    }
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Makes the children of a list those that are `wanted`, by the value of their attribute `key`, in
/// that order and with those words. `make` gives one that is new. What stays is moved only where its
/// order changed, for a child that is moved loses the focus.
pub fn reconcile(
    list: &Element,
    key: &str,
    wanted: &[(String, String)],
    make: &dyn Fn(&str) -> Option<Element>,
) {
    let named = |child: &Element| child.get_attribute(key).unwrap_or_default();
    let mut next = list.first_element_child();
    while let Some(child) = next {
        next = child.next_element_sibling();
        if wanted.iter().all(|(name, _)| *name != named(&child)) {
            child.remove();
        }
    }
    let mut next = list.first_element_child();
    for (name, words) in wanted {
        let child = match &next {
            Some(child) if named(child) == *name => {
                let child = child.clone();
                next = child.next_element_sibling();
                Some(child)
            }
            _ => {
                let known = list.query_selector(&format!("[{key}=\"{name}\"]")).ok().flatten();
                let child = known.or_else(|| make(name));
                if let Some(child) = &child {
                    let _ = list.insert_before(child, next.as_deref());
                }
                child
            }
        };
        if let Some(child) = child
            && child.text_content().as_ref() != Some(words)
        {
            child.set_text_content(Some(words));
        }
    }
}

/// The target of an event, or the nearest element around it, that fits the selector.
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

/// The value of an attribute at the target of an event, or at the nearest element around it.
pub fn named(event: &Event, attribute: &str) -> Option<String> {
    around(event, &format!("[{attribute}]"))?.get_attribute(attribute)
}

/// Gives the focus to the first element inside `root` that fits the selector; tells whether there is
/// one.
pub fn focus(root: &Element, selector: &str) -> bool {
    let found = root.query_selector(selector).ok().flatten();
    let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|found| found.focus().is_ok())
}

/// Writes a list anew; where an item of it had the focus, the one that bears the same value of `key` has it then.
pub fn rewrite(list: &Element, key: &str, write: impl FnOnce()) {
    let held = list.query_selector(":focus").ok().flatten();
    let held = held.and_then(|held| held.get_attribute(key));
    list.set_text_content(None);
    write();
    if let Some(value) = held {
        focus(list, &format!("[{key}=\"{value}\"]"));
    }
}

/// Sets a property of an element's own style. A policy that forbids styles in markup allows this.
pub fn set_style(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(property, value);
    }
}
