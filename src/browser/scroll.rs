//! Scrolling inside the atlas, never the page around it.

use web_sys::Element;

/// Scrolls the parent of an element so far that the element shows.
pub fn into_view(element: &Element) {
    if let Some(parent) = element.parent_element() {
        within(&parent, element);
    }
}

/// Scrolls an element around another so that the inner one stands at its top.
pub fn to_top(around: &Element, element: &Element) {
    let (outer, inner) = (around.get_bounding_client_rect(), element.get_bounding_client_rect());
    around.set_scroll_top(around.scroll_top() + (inner.top() - outer.top()) as i32);
}

/// Scrolls an element around another so far that the inner one shows.
pub fn within(around: &Element, element: &Element) {
    let (outer, inner) = (around.get_bounding_client_rect(), element.get_bounding_client_rect());
    let above = (outer.top() - inner.top()).max(0.0);
    let below = (inner.bottom() - outer.bottom()).max(0.0);
    around.set_scroll_top(around.scroll_top() + (below - above) as i32);
}
