//! The map as a table: what shows, in rows that any column sorts, with the view in words above.

use super::icon::{Icon, IconView};
use super::segments::Segments;
use super::store::{Store, use_store};
use crate::browser::{collate, dom};
use crate::i18n::Arg;
use crate::model::id::Ref;
use crate::present::rows::{Column, Row, everything, rows, sorted};
use crate::state::Action;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::{html, prelude::*};
use web_sys::Element;

/// The button on the map that opens the table.
#[component]
pub fn TableButton() -> impl IntoView {
    let store = use_store();
    let label = store.words("table.open");
    view! {
        <button
            type="button"
            class="tool tool-map table-open furniture"
            aria-expanded=move || store.table.get().to_string()
            aria-label=label
            title=label
            on:click=move |_| {
                // A second time only while the table is still on its way: then it covers nothing.
                let asked = !store.table.get_untracked();
                store.table_asked.set_value(asked);
                store.dispatch(Action::ShowTable(asked));
            }
        >
            <IconView icon=Icon::Table/>
        </button>
    }
}

/// The table over the map. The map under it takes no focus meanwhile; bar, search
/// and panel stay in reach, so it is no modal dialog.
#[component]
pub fn Table() -> impl IntoView {
    let store = use_store();
    let pane = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(pane) = pane.get()
            && store.table_asked.get_value()
        {
            store.table_asked.set_value(false);
            let _ = pane.focus();
        }
    });
    // Closes the table, and hands the focus on to what it leads back to.
    let close = move |goal: &'static str| {
        let atlas = pane.get_untracked().and_then(|pane| pane.closest(".atlas").ok().flatten());
        store.dispatch(Action::ShowTable(false));
        request_animation_frame(move || {
            if let Some(atlas) = atlas {
                dom::focus(&atlas, goal);
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
    let choose = move |target: Ref| {
        store.choose(target);
        close(".panel .card-start");
    };
    view! {
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
                    <h2 class="title" id="table-title">{store.words("table.title")}</h2>
                    <button
                        type="button"
                        class="tool close"
                        aria-label=store.words("panel.close")
                        title=store.words("panel.close")
                        on:click=move |_| leave()
                    >
                        <IconView icon=Icon::Close/>
                    </button>
                </div>
                <p class="sub" id="table-description">{move || store.description.get()}</p>
                {content(store, choose)}
            </div>
    }
}

/// The switch between what shows and all, and the rows; `choose` acts on one.
fn content(store: Store, choose: impl Fn(Ref) + 'static) -> impl IntoView {
    let head = NodeRef::<html::Thead>::new();
    let body = NodeRef::<html::Tbody>::new();
    let all = RwSignal::new(false);
    let order = RwSignal::new(None::<(Column, bool)>);
    let targets = Memo::new(move |_| match all.get() {
        true => everything(&store.atlas()),
        false => store.visible.get(),
    });
    Effect::new(move |_| {
        if let Some(head) = head.get() {
            write_head(&head, store);
            untrack(|| mark(&head, order.get()));
        }
    });
    Effect::new(move |_| {
        let order = order.get();
        if let Some(head) = head.get() {
            mark(&head, order);
        }
    });
    Effect::new(move |_| {
        let Some(body) = body.get() else { return };
        let lang = store.lang.get();
        let rows = targets.with(|targets| rows(&store.atlas(), lang, targets));
        let sorted = match order.get() {
            Some((column, down)) => sorted(&rows, column, down, &collate::by_alphabet(lang)),
            None => (0..rows.len()).collect(),
        };
        body.set_text_content(None);
        for row in sorted.into_iter().filter_map(|index| rows.get(index)) {
            write_row(&body, row);
        }
    });
    let press = move |event: MouseEvent| {
        if let Some(column) = dom::named(&event, COLUMN) {
            let column = Column::ALL.into_iter().find(|known| known.name() == column);
            if let Some(column) = column {
                let down = order.get_untracked() == Some((column, false));
                order.set(Some((column, down)));
                store.say(untrack(|| said(store, column, down)));
            }
        } else if let Some(name) = dom::named(&event, ROW)
            && let Ok(target) = store.atlas().resolve(&name)
        {
            choose(target);
        }
    };
    let names = ["table.visible", "table.all"].map(|key| Signal::derive(move || store.t(key)));
    let count = move || targets.with(Vec::len);
    view! {
        <div class="table-tools">
            <Segments
                label="table.rows"
                names=names.to_vec()
                chosen=Signal::derive(move || usize::from(all.get()))
                choose=Callback::new(move |index| all.set(index == 1))
            />
            <p class="meta" role="status">
                {move || store.fill("table.count", &[("n", Arg::Number(count() as f64))])}
            </p>
        </div>
        <p class="table-empty" hidden=move || count() != 0>{store.words("table.empty")}</p>
        <div class="table-scroll" hidden=move || count() == 0 on:click=press>
            <table class="table" aria-labelledby="table-title">
                <thead node_ref=head></thead>
                <tbody node_ref=body></tbody>
            </table>
        </div>
    }
}

/// The attributes that name the column of a head and the thing of a row.
const COLUMN: &str = "data-column";
const ROW: &str = "data-row";

/// The heads of the columns: buttons that sort by them, and turn the order when pressed again.
fn write_head(head: &Element, store: Store) {
    head.set_text_content(None);
    let Some(row) = dom::append(head, "tr", &[], "") else { return };
    for column in Column::ALL {
        let named = [("scope", "col"), (COLUMN, column.name())];
        if let Some(cell) = dom::append(&row, "th", &named, "") {
            let button = [("type", "button"), ("class", "table-sort")];
            dom::append(&cell, "button", &button, &words(store, column));
        }
    }
}

/// A row: its name is a button, and a click anywhere in it does the same.
fn write_row(body: &Element, row: &Row) {
    let thing = row.target.to_string();
    let Some(line) = dom::append(body, "tr", &[(ROW, &thing)], "") else { return };
    let [name, rest @ ..] = &row.cells;
    let button = dom::append(&line, "th", &[("scope", "row")], "").and_then(|cell| {
        dom::append(&cell, "button", &[("type", "button"), ("class", "table-name")], "")
    });
    if let Some(button) = button {
        dom::append(&button, "bdi", &[], &name.text);
    }
    for cell in rest {
        if let Some(place) = dom::append(&line, "td", &[], "") {
            dom::append(&place, "bdi", &[], &cell.text);
        }
    }
}

/// Tells by which column the rows are sorted, and how.
fn mark(head: &Element, order: Option<(Column, bool)>) {
    let mut next = head.first_element_child().and_then(|row| row.first_element_child());
    while let Some(cell) = next {
        let name = cell.get_attribute(COLUMN);
        let _ = match order {
            Some((column, down)) if name.as_deref() == Some(column.name()) => {
                cell.set_attribute("aria-sort", if down { "descending" } else { "ascending" })
            }
            _ => cell.remove_attribute("aria-sort"),
        };
        next = cell.next_element_sibling();
    }
}

fn words(store: Store, column: Column) -> String {
    store.t(&format!("table.column.{}", column.name()))
}

fn said(store: Store, column: Column, down: bool) -> String {
    let key = if down { "table.descending" } else { "table.ascending" };
    store.fill(key, &[("column", Arg::Word(&words(store, column)))])
}
