//! Claims on other cards and pages: what the paper says of a thing, and claims by their numbers.

use super::{CLAIM, Waiting, named};
use crate::browser::dom;
use crate::claims::{Reading, about, facet_of};
use crate::i18n::number;
use crate::model::{
    id::Ref,
    study::{Claim, ClaimId},
};
use crate::state::{Action, Page};
use crate::ui::store::{Store, use_store};
use leptos::{ev::MouseEvent, html, prelude::*};

/// Claims that are listed before the reader asks for all.
const FIRST: usize = 4;

/// What the paper says of a thing; nothing where it says nothing.
#[component]
pub fn Said(
    /// The thing.
    thing: Ref,
) -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Ul>::new();
    let all = RwSignal::new(false);
    let thing = StoredValue::new(thing);
    let found = Memo::new(move |_| {
        let reading = store.paper.reading.get();
        let of = |thing: &Ref| {
            let claims = reading.as_ref().map(|reading| about(&reading.study, thing));
            let rows = claims.unwrap_or_default().into_iter();
            rows.map(|claim| (claim.id.to_string(), claim.text.clone())).collect::<Vec<_>>()
        };
        thing.with_value(of)
    });
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        list.set_text_content(None);
        let most = if all.get() { usize::MAX } else { FIRST };
        found.with(|found| {
            for (id, text) in found.iter().take(most) {
                let attributes = [("type", "button"), ("class", "said"), (CLAIM, id.as_str())];
                let button = dom::append(&list, "li", &[], "")
                    .and_then(|item| dom::append(&item, "button", &attributes, ""));
                if let Some(button) = button {
                    dom::append(&button, "span", &[], text);
                    dom::append(&button, "bdi", &[("class", "claim-id")], id);
                }
            }
        });
    });
    let press = move |event: MouseEvent| {
        if let Some(id) = named(&event) {
            store.open_claim(id);
        }
    };
    let listed = move |_| {
        let (facet, value) = thing.with_value(|thing| (facet_of(thing.kind), thing.id.to_string()));
        let narrow = Action::Narrow(facet, Some(value));
        store.dispatch_all(vec![Action::ListAll, narrow, Action::Show(Page::Claims)]);
    };
    let count = move || found.with(Vec::len);
    view! {
        <Show when=move || store.paper.failed.get()><Waiting/></Show>
        <Show when=move || count() != 0>
            <h3 class="rule-head">
                {store.words("panel.paper_says")}
                " "<span class="count">{move || number::plain(store.lang.get(), count() as f64)}</span>
            </h3>
            <ul class="said-list" node_ref=list on:click=press></ul>
            <p class="said-more">
                <Show when=move || { count() > FIRST && !all.get() }>
                    <button type="button" class="chip" on:click=move |_| all.set(true)>
                        {store.words("panel.all_claims")}
                    </button>
                </Show>
                <Show when=move || store.has(Page::Claims)>
                    <button type="button" class="chip" on:click=listed>
                        {store.words("panel.in_claims")}
                    </button>
                </Show>
            </p>
        </Show>
    }
}

/// Claims in their words, as buttons that open them.
pub fn claim_list(store: Store, reading: &Reading, claims: &[ClaimId]) -> impl IntoView + use<> {
    let row = |claim: &Claim<String>| {
        let id = claim.id;
        view! {
            <li>
                <button type="button" class="said" on:click=move |_| store.read_claim(id)>
                    <span lang=claim.lang.code()>{claim.text.clone()}</span>
                    <bdi class="claim-id">{id.to_string()}</bdi>
                </button>
            </li>
        }
    };
    let claims = claims.iter().filter_map(|id| reading.study.claim(*id));
    let rows = claims.map(row).collect_view();
    view! { <ul class="said-list">{rows}</ul> }
}

/// Claims as buttons that open them.
pub fn claim_chips(store: Store, claims: &[ClaimId]) -> impl IntoView + use<> {
    let chip = |id: &ClaimId| {
        let id = *id;
        view! {
            <li>
                <button type="button" class="chip claim-chip" on:click=move |_| store.read_claim(id)>
                    <bdi>{id.to_string()}</bdi>
                </button>
            </li>
        }
    };
    let chips = claims.iter().map(chip).collect_view();
    view! { <ul class="chips">{chips}</ul> }
}
