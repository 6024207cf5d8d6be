//! What went wrong without harm: parts of an address that could not be used.

use super::store::{Store, use_store};
use crate::i18n::Arg;
use crate::state::{MAX_EXTRA, Problem};
use leptos::prelude::*;

/// A card that lists the problems until the reader dismisses it.
#[component]
pub fn Notices() -> impl IntoView {
    let store = use_store();
    let list = move || {
        store
            .notices
            .get()
            .into_iter()
            .map(|problem| view! { <li>{text(store, &problem)}</li> })
            .collect_view()
    };
    let dismiss = move |_| {
        store.notices.set(Vec::new());
        store.to_map.notify();
    };
    view! {
        <Show when=move || store.notices.with(|all| !all.is_empty())>
            <div class="card notice furniture" role="alert" data-notice="">
                <strong>{store.words("notice.title")}</strong>
                <ul>{list}</ul>
                <button type="button" class="button" on:click=dismiss>
                    {store.words("notice.dismiss")}
                </button>
            </div>
        </Show>
    }
}

/// A problem in the reader's words.
fn text(store: Store, problem: &Problem) -> String {
    match problem {
        Problem::UnknownKey { key } => {
            store.fill("notice.unknown_key", &[("part", Arg::Text(key))])
        }
        Problem::BadValue { key, value, expected } => {
            let hint = match key.as_str() {
                "map" => store.t("hint.map"),
                "extra" => {
                    let (low, high) = (Arg::Number(0.0), Arg::Number(f64::from(MAX_EXTRA)));
                    store.fill("hint.number", &[("low", low), ("high", high)])
                }
                _ => store.fill("hint.one_of", &[("values", Arg::Text(expected))]),
            };
            bad_value(store, key, value, &hint)
        }
        Problem::UnknownId { given, nearest: Some(nearest) } => store.fill(
            "notice.unknown_id",
            &[("id", Arg::Text(given)), ("nearest", Arg::Text(nearest))],
        ),
        Problem::UnknownId { given, nearest: None } => {
            bad_value(store, "select", given, &store.t("hint.id"))
        }
        Problem::TooLong => store.t("notice.too_long"),
    }
}

fn bad_value(store: Store, key: &str, value: &str, hint: &str) -> String {
    let args = [("part", Arg::Text(key)), ("value", Arg::Text(value)), ("hint", Arg::Word(hint))];
    store.fill("notice.bad_value", &args)
}
