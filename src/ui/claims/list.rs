//! The claims that answer, under the headings of the paper.

use super::{CLAIM, Waiting, named, words};
use crate::browser::{dom, scroll};
use crate::claims::{Facet, Query, Reading, highlighted};
use crate::i18n::{Arg, Lang};
use crate::model::study::{CheckState, Claim};
use crate::state::Action;
use crate::ui::icon::{Icon, IconView};
use crate::ui::print_foot::PrintFoot;
use crate::ui::store::{Store, use_store};
use crate::verdicts::Check;
use leptos::{ev::MouseEvent, html, prelude::*};
use web_sys::Element;

/// The search field, how many answer, and the list.
#[component]
pub fn List() -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Div>::new();
    let found = Memo::new(move |_| {
        let query = store.paper.query.get();
        let reading = store.paper.reading.get();
        reading.map(|reading| {
            reading.answer(&query).into_iter().map(|claim| claim.id).collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| {
        let (Some(list), Some(reading)) = (list.get(), store.paper.reading.get()) else { return };
        let query = store.paper.query.get();
        write(store, &list, &reading, &query);
        list.set_scroll_top(0);
        mark(&list, store.paper.claim.get_untracked().map(|id| id.to_string()));
    });
    Effect::new(move |_| {
        let open = store.paper.claim.get().map(|id| id.to_string());
        if let Some(list) = list.get() {
            mark(&list, open);
        }
    });
    let press = move |event: MouseEvent| {
        if let Some(id) = named(&event) {
            store.open_claim(id);
            // On narrow screens the card takes the place of the list; by keyboard it is far behind it.
            let goes = store.narrow.get_untracked() || event.detail() == 0;
            if let Some(atlas) = dom::around(&event, ".atlas").filter(|_| goes) {
                request_animation_frame(move || {
                    dom::focus(&atlas, ".claim-pane .card-start");
                });
            }
        }
    };
    let count = move || found.with(|found| found.as_ref().map_or(0, Vec::len));
    let waits = move || found.with(Option::is_none);
    let none = move || !waits() && count() == 0;
    let narrowed = move || store.paper.query.with(|query| !query.is_open());
    // On paper the filters and the field do not stand beside the list.
    let narrowing = move || {
        let reading = store.paper.reading.get()?;
        let query = store.paper.query.get();
        let filters = query.filter.0.iter().map(|(facet, value)| {
            let name = store.t(&format!("facet.{}", facet.name()));
            format!("{name}: {}", words::value(store, &reading, *facet, value))
        });
        let search = (!query.search.is_empty()).then(|| format!("“{}”", query.search));
        Some(filters.chain(search).collect::<Vec<_>>().join(" · "))
    };
    let words = move || {
        let total = f64::from(store.atlas().study.claims);
        let key = if narrowed() { "claims.found" } else { "claims.all" };
        let n = if narrowed() { count() as f64 } else { total };
        let total = crate::i18n::number::plain(store.lang.get(), total);
        store.fill(key, &[("n", Arg::Number(n)), ("total", Arg::Word(&total))])
    };
    view! {
        <div class="claims-main">
            <div class="claims-head">
                <h2 class="title">{store.words("claims.title")}</h2>
                <p class="meta">{store.words("claims.ours")}</p>
                <div class="claims-search">
                    <IconView icon=Icon::Search/>
                    <input
                        type="search"
                        class="field"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength="100"
                        aria-label=store.words("claims.search")
                        placeholder=store.words("claims.search")
                        prop:value=move || store.paper.query.with(|query| query.search.clone())
                        on:input=move |event| store.dispatch(Action::Find(event_target_value(&event)))
                        on:keydown=|event| event.stop_propagation()
                    />
                </div>
                <p class="print-only meta">{narrowing}</p>
                <div class="claims-count">
                    <p class="meta" role="status">{words}</p>
                    <Show when=narrowed>
                        <button type="button" class="chip" on:click=move |_| store.dispatch(Action::ListAll)>
                            {store.words("claims.list_all")}
                        </button>
                    </Show>
                </div>
            </div>
            <Show when=waits><Waiting/></Show>
            <p class="wait" hidden=move || !none()>{store.words("claims.none")}</p>
            <div class="claims-list" node_ref=list on:click=press></div>
            <PrintFoot/>
        </div>
    }
}

fn write(store: Store, list: &Element, reading: &Reading, query: &Query) {
    list.set_text_content(None);
    let found = reading.answer(query);
    let searched = !query.search.trim().is_empty();
    if searched {
        // The best first: headings would tear them apart.
        let Some(group) = dom::append(list, "ul", &[], "") else { return };
        found.into_iter().for_each(|claim| row(store, &group, reading, claim, query));
        return;
    }
    for section in &reading.study.sections {
        let own: Vec<_> = found.iter().filter(|claim| claim.section == section.id).collect();
        if own.is_empty() {
            continue;
        }
        let heading = words::value(store, reading, Facet::Section, section.id.as_str());
        // A box of its own: its heading stays in sight no longer than its claims.
        let Some(part) = dom::append(list, "div", &[], "") else { return };
        dom::append(&part, "h3", &[("class", "claims-section")], &heading);
        let Some(group) = dom::append(&part, "ul", &[], "") else { return };
        own.into_iter().for_each(|claim| row(store, &group, reading, claim, query));
    }
}

fn row(store: Store, list: &Element, reading: &Reading, claim: &Claim<String>, query: &Query) {
    let id = claim.id.to_string();
    let Some(item) = dom::append(list, "li", &[], "") else { return };
    let attributes = [("type", "button"), ("class", "claim-row"), (CLAIM, id.as_str())];
    let Some(button) = dom::append(&item, "button", &attributes, "") else { return };
    if let Some(text) = dom::append(&button, "span", &[("class", "claim-text")], "") {
        if claim.lang != reading.lang {
            foreign(&text, claim.lang);
        }
        for piece in highlighted(&claim.text, &query.search) {
            dom::append(&text, if piece.found { "mark" } else { "span" }, &[], piece.text);
        }
    }
    let Some(foot) = dom::append(&button, "span", &[("class", "claim-foot")], "") else { return };
    let state = claim.check.state.name();
    if claim.check.state != CheckState::NotChecked {
        let class = [("class", "verdict"), ("data-state", state)];
        if let Some(badge) = dom::append(&foot, "span", &class, "") {
            dom::append(&badge, "span", &[("class", "mark"), ("data-state", state)], "");
            dom::append(&badge, "span", &[], &store.t(&format!("check.{state}")));
        }
    }
    if Check::is_about(claim.id) {
        dom::append(&foot, "span", &[("class", "badge quiet")], &store.t("confidence.computed"));
    }
    let cited = match claim.citations.as_slice() {
        [] => store.t("citation.none"),
        citations => {
            citations.iter().map(|cited| cited.label.as_str()).collect::<Vec<_>>().join("; ")
        }
    };
    dom::append(&foot, "bdi", &[("class", "claim-cited")], &cited);
    dom::append(&foot, "bdi", &[("class", "claim-id")], &id);
}

/// Words that are not in the reader's language say in which they are.
fn foreign(element: &Element, lang: Lang) {
    let _ = element.set_attribute("lang", lang.code());
    let _ = element.set_attribute("dir", lang.direction().name());
}

fn mark(list: &Element, open: Option<String>) {
    if let Ok(Some(before)) = list.query_selector("[aria-current]") {
        let _ = before.remove_attribute("aria-current");
    }
    let row =
        open.and_then(|id| list.query_selector(&format!("[{CLAIM}=\"{id}\"]")).ok().flatten());
    if let Some(row) = row {
        let _ = row.set_attribute("aria-current", "true");
        scroll::within(list, &row);
    }
}
