//! What the network says of a claim: the verdicts of the checks that are about it, and the way to each
//! computation.

use crate::i18n::Arg;
use crate::model::study::ClaimId;
use crate::network::Query;
use crate::present::routes as words;
use crate::state::{Action, Page, Trip};
use crate::ui::routes::NoNetwork;
use crate::ui::store::{Store, use_store};
use crate::verdicts::{Check, Measured, Number, Verdict};
use leptos::prelude::*;

/// The verdicts of a claim; nothing where no check is about it.
#[component]
pub fn Computed(
    /// Its number.
    claim: ClaimId,
) -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    if !Check::is_about(claim) {
        return ().into_any();
    }
    store.load_graph();
    let shown = move || match plan.verdicts.get() {
        Some(verdicts) => verdicts
            .about(claim)
            .map(|found| verdict(store, claim, found))
            .collect_view()
            .into_any(),
        None => view! { <NoNetwork/> }.into_any(),
    };
    view! {
        <h3 class="rule-head">{store.words("verdict.head")}</h3>
        {shown}
    }
    .into_any()
}

fn verdict(store: Store, claim: ClaimId, found: &Verdict) -> impl IntoView {
    let state = found.state.name();
    let [title, how] = ["title", "how"]
        .map(|part| [found.id, part].join("."))
        .map(|part| store.t(&format!("verdict.{part}")));
    let open = move |query: &Query| {
        let trip = Trip { query: query.clone(), ..Trip::default() };
        store.plan.tested.set(Some((claim, query.clone())));
        store.dispatch_all(vec![Action::Plan(trip), Action::Show(Page::Routes)]);
    };
    let rows = found.numbers.iter().map(|number| {
        let name = store.t(&format!("verdict.number.{}", number.what));
        let name = match number.query.clone() {
            Some(query) => {
                let ask = move |_| open(&query);
                view! { <button type="button" class="link" on:click=ask>{name}</button> }.into_any()
            }
            None => view! { <span>{name}</span> }.into_any(),
        };
        view! { <li class="hang">{name}<bdi class="value small">{figure(store, number)}</bdi></li> }
    });
    let rows = rows.collect_view();
    let query = found.query.clone();
    view! {
        <div class="computed">
            <p class="status-line">
                <span class="verdict" data-state=state>
                    <span class="mark" data-state=state></span>
                    {store.t(&format!("verdict.state.{state}"))}
                </span>
                <b>{title}</b>
            </p>
            <p class="meta">{how}</p>
            <ul class="hangs">{rows}</ul>
            <button type="button" class="button" on:click=move |_| open(&query)>{store.t("verdict.open")}</button>
        </div>
    }
}

fn figure(store: Store, number: &Number) -> String {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let catalogs = &atlas.catalogs;
    let (mid, span) = match number.value {
        None => return store.t("route.none"),
        Some(Measured::Count(n)) => return crate::i18n::number::plain(lang, n as f64),
        Some(Measured::Hours(hours)) => {
            (words::duration(catalogs, lang, hours.mid), words::durations(catalogs, lang, hours))
        }
        Some(Measured::Usd(usd)) => {
            (words::money(catalogs, lang, usd.mid), words::moneys(catalogs, lang, usd))
        }
    };
    store.fill("verdict.figure", &[("mid", Arg::Word(&mid)), ("range", Arg::Word(&span))])
}
