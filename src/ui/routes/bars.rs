//! Bars for ranges, shares and kinds of travel. Number axes keep their physical side in every language.

use crate::browser::dom;
use crate::network::{Range, Share};
use web_sys::Element;

/// A bar from low to high with a mark at the middle, on an axis from 0 to `most`; hatched where more than
/// half of it is estimated.
pub(super) fn range(parent: &Element, range: Range, most: f64, firm: bool) {
    let Some(axis) = dom::append(parent, "div", &[("class", "range"), ("dir", "ltr")], "") else {
        return;
    };
    let percent =
        |value: f64| format!("{:.2}%", (value / most.max(1e-9) * 100.0).clamp(0.0, 100.0));
    let class = if firm { "range-bar" } else { "range-bar hatched" };
    if let Some(bar) = dom::append(&axis, "span", &[("class", class)], "") {
        dom::set_style(&bar, "left", &percent(range.low));
        dom::set_style(&bar, "width", &percent(range.high - range.low));
    }
    if let Some(mark) = dom::append(&axis, "span", &[("class", "range-mid")], "") {
        dom::set_style(&mark, "left", &percent(range.mid));
    }
}

/// Ten cells: filled for what is read in sources, half filled for what is worked out.
pub(super) fn share(parent: &Element, share: Share) {
    let Some(row) = dom::append(parent, "span", &[("class", "cells"), ("aria-hidden", "true")], "")
    else {
        return;
    };
    let sourced = (share.sourced * 10.0).round() as usize;
    let known = ((share.sourced + share.computed) * 10.0).round() as usize;
    for cell in 0..10 {
        let class = match cell {
            cell if cell < sourced => "cell full",
            cell if cell < known => "cell half",
            _ => "cell",
        };
        dom::append(&row, "span", &[("class", class)], "");
    }
}

/// Whether at least half of a total rests on sources or on calculations.
pub(super) fn is_firm(share: Share) -> bool {
    share.sourced + share.computed >= 0.5
}
