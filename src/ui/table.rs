//! The map as a table: what shows, in rows that any column sorts, with the view in words above.

use super::icon::{Icon, IconView};
use super::store::{Store, use_store};
use crate::browser::collate;
use crate::i18n::Arg;
use crate::model::id::Ref;
use crate::present::rows::{Column, Row, everything, rows, sort};
use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// The button on the map that opens the table.
#[component]
pub fn TableButton() -> impl IntoView {
    let store = use_store();
    let label = move || store.t("table.open");
    view! {
        <button
            type="button"
            class="tool tool-map table-open furniture"
            aria-expanded=move || store.table.get().to_string()
            aria-label=label
            title=label
            on:click=move |_| store.table.set(true)
        >
            <IconView icon=Icon::Table/>
        </button>
    }
}

/// The table over the map, while it is open. The map under it takes no focus meanwhile; bar, search
/// and panel stay in reach, so it is no modal dialog.
#[component]
pub fn TablePane() -> impl IntoView {
    let store = use_store();
    let pane = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(pane) = pane.get() {
            let _ = pane.focus();
        }
    });
    // Closes the table, and hands the focus on to what it leads back to.
    let close = move |goal: &'static str| {
        let atlas = pane.get_untracked().and_then(|pane| pane.closest(".atlas").ok().flatten());
        store.table.set(false);
        request_animation_frame(move || {
            let goal = atlas.and_then(|atlas| atlas.query_selector(goal).ok().flatten());
            if let Some(goal) = goal.and_then(|goal| goal.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = goal.focus();
            }
        });
    };
    let leave = move || close(".table-open");
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            leave();
        }
    };
    let choose = Callback::new(move |target: Ref| {
        store.choose(target);
        close(".panel .card-start");
    });
    view! {
        <Show when=move || store.table.get()>
            <div
                class="table-pane"
                role="dialog"
                aria-labelledby="table-title"
                aria-describedby="table-description"
                tabindex="-1"
                node_ref=pane
                on:keydown=on_key
            >
                <div class="kicker">
                    <h2 class="title" id="table-title">{move || store.t("table.title")}</h2>
                    <button
                        type="button"
                        class="tool close"
                        aria-label=move || store.t("panel.close")
                        title=move || store.t("panel.close")
                        on:click=move |_| leave()
                    >
                        <IconView icon=Icon::Close/>
                    </button>
                </div>
                <p class="sub" id="table-description">{move || store.description.get()}</p>
                <Content choose/>
            </div>
        </Show>
    }
}

/// The switch between what shows and all, and the rows.
#[component]
fn Content(
    /// Acts on a row.
    choose: Callback<Ref>,
) -> impl IntoView {
    let store = use_store();
    let all = RwSignal::new(false);
    let order = RwSignal::new(None::<(Column, bool)>);
    let found = Memo::new(move |_| {
        let atlas = store.atlas();
        let targets = if all.get() { everything(&atlas) } else { store.visible.get() };
        let lang = store.lang.get();
        let mut rows = rows(&atlas, lang, &targets);
        if let Some((column, descending)) = order.get() {
            sort(&mut rows, column, descending, &collate::by_alphabet(lang));
        }
        rows
    });
    let filter = move |key: &'static str, on: bool| {
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (all.get() == on).to_string()
                on:click=move |_| all.set(on)
            >
                {move || store.t(key)}
            </button>
        }
    };
    let body = move || {
        let rows = found.get();
        if rows.is_empty() {
            return view! { <p class="table-empty">{store.t("table.empty")}</p> }.into_any();
        }
        let heads = Column::ALL.map(|column| head(store, column, order)).collect_view();
        view! {
            <div class="table-scroll">
                <table class="table" aria-labelledby="table-title">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows.into_iter().map(|row| line(row, choose)).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="table-tools">
            <div class="segments" role="group" aria-label=move || store.t("table.rows")>
                {filter("table.visible", false)}
                {filter("table.all", true)}
            </div>
            <p class="meta" role="status">
                {move || store.fill("table.count", &[("n", Arg::Number(found.with(Vec::len) as f64))])}
            </p>
        </div>
        {body}
    }
}

type Order = RwSignal<Option<(Column, bool)>>;

/// The head of a column: a button that sorts by it, and turns the order when pressed again.
fn head(store: Store, column: Column, order: Order) -> impl IntoView {
    let words = store.t(&format!("table.column.{}", column.name()));
    let own = move || order.get().filter(|(sorted, _)| *sorted == column).map(|(_, down)| down);
    let said = words.clone();
    let press = move |_| {
        let down = own() == Some(false);
        order.set(Some((column, down)));
        let key = if down { "table.descending" } else { "table.ascending" };
        store.said.set(store.fill_untracked(key, &[("column", Arg::Word(&said))]));
    };
    let arrow = move || {
        own().map(|down| {
            let icon = if down { Icon::Descending } else { Icon::Ascending };
            view! { <IconView icon/> }
        })
    };
    let sorted = move || own().map(|down| if down { "descending" } else { "ascending" });
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" class="table-sort" on:click=press>{words}{arrow}</button>
        </th>
    }
}

/// A row: its name is a button, and a click anywhere in it does the same.
fn line(row: Row, choose: Callback<Ref>) -> impl IntoView {
    let Row { target, cells } = row;
    let [name, rest @ ..] = cells.map(|cell| cell.text);
    let cells = rest.map(|text| view! { <td><bdi>{text}</bdi></td> }).collect_view();
    view! {
        <tr on:click=move |_| choose.run(target.clone())>
            <th scope="row"><button type="button" class="table-name"><bdi>{name}</bdi></button></th>
            {cells}
        </tr>
    }
}
