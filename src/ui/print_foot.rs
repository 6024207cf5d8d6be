//! What stands at the end of a page of text on paper: where it is from. The screen does not show it.

use super::store::use_store;
use crate::export::citation;
use leptos::prelude::*;

/// The line of citation with the link to the view.
#[component]
pub fn PrintFoot() -> impl IntoView {
    let store = use_store();
    let line = move || {
        store.state.track();
        citation::line(&store.atlas(), store.lang.get(), store.link().as_deref())
    };
    // Only while it is printed: the state changes with each step of a drag.
    let shown = move || store.print.under_way.get().then(line);
    view! { <p class="print-only meta">{shown}</p> }
}
