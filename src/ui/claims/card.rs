//! The card of a claim: what it says, where, on what authority, and what was found outside.

use super::{Waiting, cite::Cite, claim_chips, computed::Computed, elsewhere, words};
use crate::claims::{Facet, Reading, things};
use crate::model::study::{CheckState, Citation, Claim};
use crate::state::{Action, Page};
use crate::ui::icon::{Icon, IconView};
use crate::ui::panel::evidence;
use crate::ui::print_foot::PrintFoot;
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;

/// The card of the open claim.
#[component]
pub fn ClaimCard() -> impl IntoView {
    let store = use_store();
    let card = move || match store.paper.with_claim(|reading, claim| card(store, reading, claim)) {
        Some(card) => card.into_any(),
        None => view! { <Waiting/> }.into_any(),
    };
    view! { <div class="claim-card card-start" tabindex="-1">{card}</div> }
}

fn card(store: Store, reading: &Reading, claim: &Claim<String>) -> impl IntoView + use<> {
    let place = words::place(store, reading, claim);
    let state = claim.check.state;
    let label = store.words("panel.close");
    let who = claim.who.clone().map(|who| {
        let words = store.fill("claim.who", &[("who", crate::i18n::Arg::Word(&who))]);
        view! { <p class="sub">{words}</p> }
    });
    let ours = if claim.lang == reading.lang { "claim.ours" } else { "claim.untranslated" };
    let numbers = claim.quantities.iter().map(|quantity| words::quantity(store, quantity));
    let dates = claim.dates.iter().map(|period| words::period(store, period));
    let people: Vec<String> = claim.people.iter().map(ToString::to_string).collect();
    let repeats = (!claim.repeats.is_empty()).then(|| {
        view! {
            <div class="row">
                <dt>{store.t("claim.repeats")}</dt>
                <dd>{claim_chips(store, &claim.repeats)}</dd>
            </div>
        }
    });
    let (lang, dir) = (claim.lang.code(), claim.lang.direction().name());
    view! {
        <div class="kicker">
            <span><bdi class="claim-id">{claim.id.to_string()}</bdi>" "{place}</span>
            <button
                type="button"
                class="tool close"
                aria-label=label
                title=label
                on:click=move |_| store.dispatch(Action::CloseClaim)
            >
                <IconView icon=Icon::Close/>
            </button>
        </div>
        <h2 class="claim-said" lang=lang dir=dir>{claim.text.clone()}</h2>
        {who}
        <p class="status-line">
            <span class="verdict" data-state=state.name()>
                <span class="mark" data-state=state.name()></span>
                {store.t(&format!("check.{}", state.name()))}
            </span>
            <span class="badge quiet">{store.t(&format!("claim_kind.{}", claim.kind.name()))}</span>
            <span class="meta">{store.t(ours)}</span>
        </p>
        <Computed claim=claim.id/>
        <dl class="rows">
            {check(store, claim)}
            <div class="row">
                <dt>{store.t("claim.citations")}</dt>
                <dd>{citations(store, reading, claim)}</dd>
            </div>
            {texts(store, "claim.numbers", numbers.collect())}
            {texts(store, "claim.dates", dates.collect())}
            {alike(store, reading, "claim.people", (Facet::Person, &people))}
            {about(store, claim)}
            {alike(store, reading, "claim.countries", (Facet::Country, &claim.countries))}
            {repeats}
            {elsewhere::of_claim(store, reading, claim)}
        </dl>
        <Cite/>
        <PrintFoot/>
    }
}

fn texts(store: Store, key: &'static str, items: Vec<String>) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let items =
            items.into_iter().map(|text| view! { <li><bdi class="value small">{text}</bdi></li> });
        view! {
            <div class="row">
                <dt>{store.t(key)}</dt>
                <dd><ul class="figures">{items.collect_view()}</ul></dd>
            </div>
        }
    })
}

/// What the claim names that has no card: each the way to all claims that name it.
fn alike(
    store: Store,
    reading: &Reading,
    key: &'static str,
    (facet, values): (Facet, &[String]),
) -> impl IntoView + use<> {
    let chip = |value: &String| {
        let name = words::value(store, reading, facet, value);
        let value = value.clone();
        view! {
            <li>
                <button type="button" class="chip" on:click=move |_| store.list_alike(facet, value.clone())>
                    {name}
                </button>
            </li>
        }
    };
    let chips: Vec<_> = values.iter().map(chip).collect();
    (!chips.is_empty()).then(|| {
        view! {
            <div class="row">
                <dt>{store.t(key)}</dt>
                <dd><ul class="chips">{chips}</ul></dd>
            </div>
        }
    })
}

/// What was found outside; nothing is said where nobody looked.
fn check(store: Store, claim: &Claim<String>) -> impl IntoView + use<> {
    let check = &claim.check;
    let note = match (&check.note, check.state) {
        (Some(note), _) => note.clone(),
        (None, CheckState::NotChecked) => store.t("claim.not_checked"),
        (None, state) => store.t(&format!("check.{}", state.name())),
    };
    let sources = check.sources.iter().map(|id| {
        view! { <li>{evidence::source_line(store, id, None)}</li> }
    });
    let sources = sources.collect_view();
    view! {
        <div class="row">
            <dt>{store.t("claim.check")}</dt>
            <dd>
                <p>{note}</p>
                <ul class="check-sources">{sources}</ul>
            </dd>
        </div>
    }
}

fn citations(store: Store, reading: &Reading, claim: &Claim<String>) -> impl IntoView + use<> {
    if claim.citations.is_empty() {
        return view! { <p class="meta">{store.t("claim.uncited")}</p> }.into_any();
    }
    let row = |citation: &Citation| {
        let entry = citation.reference.as_ref();
        let entry = entry.and_then(|id| reading.study.references.iter().find(|one| one.id == *id));
        let title = entry.map(|entry| {
            let lang = entry.language.clone().unwrap_or_else(|| "en".to_owned());
            let place = format!("reference:{}", entry.id);
            view! {
                <button type="button" class="link note" lang=lang on:click=move |_| store.seek(Page::Sources, place.clone())>
                    <bdi>{entry.title.clone()}</bdi>
                </button>
            }
        });
        let state = store.t(&format!("citation.{}", citation.state.name()));
        let old = citation.too_old.then(|| {
            view! { <span class="badge quiet">{store.t("claim.too_old")}</span> }
        });
        view! {
            <li>
                <bdi class="value small">{citation.label.clone()}</bdi>
                <span class="badge quiet">{state}</span>
                {old}
                {title}
            </li>
        }
    };
    let rows = claim.citations.iter().map(row).collect_view();
    view! { <ul class="figures">{rows}</ul> }.into_any()
}

/// The things that the map shows for it, and the way there.
fn about(store: Store, claim: &Claim<String>) -> impl IntoView + use<> {
    let things = things(claim);
    let atlas = store.atlas();
    let chips = things
        .iter()
        .filter_map(|thing| Some((thing.clone(), store.name(atlas.names(thing)?))))
        .map(|(thing, name)| {
            view! {
                <li>
                    <button type="button" class="chip" on:click=move |_| store.go_to(thing.clone())>
                        {name}
                    </button>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!chips.is_empty()).then(|| {
        view! {
            <div class="row">
                <dt>{store.t("claim.about")}</dt>
                <dd>
                    <ul class="chips">{chips}</ul>
                    <button type="button" class="button on-map" on:click=move |_| store.show_on_map(&things)>
                        {store.t("panel.on_map")}
                    </button>
                </dd>
            </div>
        }
    })
}
