//! The page of claims: filters, the list, and the card of the open claim beside the map.

pub mod card;
pub mod cite;
pub mod computed;
pub mod elsewhere;
pub mod filters;
pub mod list;
pub mod said;
pub mod words;

pub use card::ClaimCard;
pub use elsewhere::Happened;
pub use said::{Said, claim_chips, claim_list};

use super::store::use_store;
use crate::browser::dom;
use crate::model::study::ClaimId;
use leptos::{ev::MouseEvent, prelude::*};

/// The attribute that names the claim of a control.
pub const CLAIM: &str = "data-claim";

/// The claim of the control that was pressed.
pub fn named(event: &MouseEvent) -> Option<ClaimId> {
    dom::named(event, CLAIM)?.parse().ok()
}

/// The page; the map stands beside it.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let store = use_store();
    let open = move || store.paper.claim.get().is_some();
    view! {
        <section class="claims" class:claim-open=open aria-label=store.words("page.claims")>
            <filters::Filters/>
            <list::List/>
        </section>
        <Show when=open>
            <section class="claim-pane" aria-label=store.words("claim.title")>
                <ClaimCard/>
            </section>
        </Show>
    }
}

/// What stands where the paper's texts are still on their way, or could not be had.
#[component]
pub fn Waiting() -> impl IntoView {
    let store = use_store();
    view! {
        <Show
            when=move || store.paper.failed.get()
            fallback=move || view! { <p class="meta wait" role="status">{store.words("claims.loading")}</p> }
        >
            <div class="wait" role="alert">
                <p>{store.words("claims.failed")}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| store.load_paper(store.lang.get_untracked())
                >
                    {store.words("later.again")}
                </button>
            </div>
        </Show>
    }
}
