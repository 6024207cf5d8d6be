//! Scrolling inside the atlas, never the page around it.

use web_sys::Element;

/// Scrolls the parent of an element so far that the element shows.
pub fn into_view(element: &Element) {
    let Some(parent) = element.parent_element() else { return };
    let (outer, inner) = (parent.get_bounding_client_rect(), element.get_bounding_client_rect());
    let above = (outer.top() - inner.top()).max(0.0);
    let below = (inner.bottom() - outer.bottom()).max(0.0);
    parent.set_scroll_top(parent.scroll_top() + (below - above) as i32);
}
