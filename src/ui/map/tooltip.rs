//! Name and status of what the mouse points at, beside the pointer.

use crate::model::id::{Kind, Ref};
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;

/// Beyond this share of the map the words stand on the other side of the pointer.
const FAR: f32 = 0.62;

/// The words beside the pointer. Screen readers have the list of features instead.
#[component]
pub fn Tooltip() -> impl IntoView {
    let store = use_store();
    let hover = Memo::new(move |_| store.attention.with(|attention| attention.hover.clone()));
    let words = move || hover.get().map(|target| about(store, &target));
    let at = store.tools.pointer;
    let beside = move || {
        let size = store.size.get();
        let [x, y] = at.get();
        let side = |far| if far { "calc(-100% - 10px)" } else { "14px" };
        format!("{} {}", side(x > size.width * FAR), side(y > size.height * FAR))
    };
    view! {
        <p
            class="card tooltip"
            hidden=move || hover.with(Option::is_none)
            aria-hidden="true"
            style:left=move || format!("{}px", at.get()[0])
            style:top=move || format!("{}px", at.get()[1])
            style:translate=beside
        >
            <bdi>{move || words().map(|words| words.0)}</bdi>
            <span class="meta">{move || words().map(|words| words.1)}</span>
        </p>
    }
}

/// The name of a thing, and its status or, where it has none, its kind.
fn about(store: Store, target: &Ref) -> (String, String) {
    let atlas = store.atlas();
    let name = atlas.names(target).map(|names| store.name(names)).unwrap_or_default();
    let place = atlas.place(&target.id).filter(|_| target.kind == Kind::Place);
    let more = match (place, atlas.corridor(&target.id)) {
        (Some(place), _) => store.t(&format!("kind.{}", place.kind.name())),
        (None, Some(corridor)) => store.t(&format!("status.{}", corridor.status.name())),
        (None, None) => String::new(),
    };
    (name, more)
}
