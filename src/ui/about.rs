//! The page about the atlas: what it is, how it comes to what it says, what changed, how to cite it.

use super::cite_box::CiteBox;
use super::print_foot::PrintFoot;
use super::store::{Store, use_store};
use crate::browser::scroll;
use crate::claims::Audit;
use crate::export::{citation::LICENCE_URL, cite::Work};
use crate::i18n::{Arg, date, number};
use crate::model::study::CheckState;
use crate::present::about::PARTS;
use crate::state::{Action, Page};
use leptos::{html, prelude::*};
use web_sys::wasm_bindgen::JsCast;

/// The page.
#[component]
pub fn AboutPage() -> impl IntoView {
    let store = use_store();
    let page = NodeRef::<html::Article>::new();
    Effect::new(move |_| {
        if let Some(page) = page.get() {
            store.arrive(Page::About, &page);
        }
    });
    let go = move |part: &str| {
        let Some(page) = page.get_untracked() else { return };
        let heading = page.query_selector(&format!("[data-part={part}] h3")).ok().flatten();
        if let Some(heading) =
            heading.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        {
            scroll::to_top(&page, &heading);
            let _ = heading.focus();
        }
    };
    let entry = move |(part, _): (&'static str, u8)| {
        let title = move || store.t(&format!("about.{part}.title"));
        view! {
            <li><button type="button" class="chip" on:click=move |_| go(part)>{title}</button></li>
        }
    };
    let part = move |(part, count): (&'static str, u8)| {
        let title = move || store.t(&format!("about.{part}.title"));
        let paragraph = move |n: u8| {
            let text = move || words(store, &format!("about.{part}.{n}"));
            view! { <p>{text}</p> }
        };
        view! {
            <section class="about-part" data-part=part>
                <h3 class="rule-head" tabindex="-1">{title}</h3>
                {(1..=count).map(paragraph).collect_view()}
                {more(store, part)}
            </section>
        }
    };
    view! {
        <article class="page" tabindex="-1" node_ref=page on:scroll=move |event| store.leave(Page::About, &event_target::<web_sys::Element>(&event))>
            <div class="page-body about">
                <h2 class="title">{store.words("about.title")}</h2>
                <p class="lead">{store.words("about.lead")}</p>
                <nav aria-label=store.words("about.contents")>
                    <ul class="chips">{PARTS.map(entry).collect_view()}</ul>
                </nav>
                {PARTS.map(part).collect_view()}
                <PrintFoot/>
            </div>
        </article>
    }
}

/// A paragraph with what it counts.
fn words(store: Store, key: &str) -> String {
    let (atlas, lang) = (store.atlas(), store.lang.get());
    let count = |of: fn(&Audit) -> usize| {
        let audit = store.paper.reading.with(|reading| Some(Audit::of(&reading.as_ref()?.study)));
        audit.map_or_else(|| "…".to_owned(), |audit| number::plain(lang, of(&audit) as f64))
    };
    let unchecked = count(|audit| {
        let state = audit.checks.iter().find(|(state, _)| *state == CheckState::NotChecked);
        state.map_or(0, |(_, count)| *count)
    });
    let claims = number::plain(lang, f64::from(atlas.study.claims));
    let date = date::date(&atlas.catalogs, lang, &atlas.date);
    let given = [
        ("unchecked", Arg::Word(&unchecked)),
        ("claims", Arg::Word(&claims)),
        ("title", Arg::Text(&atlas.paper.title)),
        ("data", Arg::Text(&atlas.version)),
        ("date", Arg::Word(&date)),
        ("program", Arg::Text(env!("CARGO_PKG_VERSION"))),
    ];
    store.fill(key, &given)
}

/// What a part leads to, or has beside its words.
fn more(store: Store, part: &str) -> AnyView {
    let to = move |page: Page| {
        let key = format!("page.{}", page.name());
        view! {
            <button type="button" class="button" on:click=move |_| store.dispatch(Action::Show(page))>
                {move || store.t(&key)}
            </button>
        }
        .into_any()
    };
    match part {
        "what" => to(Page::Tour),
        "method" => to(Page::Sources),
        "verdicts" => to(Page::Claims),
        "routes" => to(Page::Routes),
        "data" => changes(store).into_any(),
        "cite" => citations(store).into_any(),
        "licences" => {
            view! { <p><a class="source" href=LICENCE_URL target="_blank" rel="noopener noreferrer" dir="ltr">{LICENCE_URL}</a></p> }
                .into_any()
        }
        _ => ().into_any(),
    }
}

/// What changed in the data.
fn changes(store: Store) -> impl IntoView {
    let rows = move || {
        let (atlas, lang) = (store.atlas(), store.lang.get());
        let row = |change: &crate::model::atlas::Change| {
            let date = date::date(&atlas.catalogs, lang, &change.date);
            view! { <li><b>{date}</b>" "{change.text.get(lang).to_owned()}</li> }
        };
        atlas.changes.iter().map(row).collect_view()
    };
    let any = !store.atlas().changes.is_empty();
    any.then(|| {
        view! {
            <h4>{store.words("about.changelog")}</h4>
            <ul class="about-changes">{rows}</ul>
        }
    })
}

/// The paper and the atlas, each in the form that a reader chooses.
fn citations(store: Store) -> impl IntoView {
    let paper = move || Some(Work::of_paper(&store.atlas()));
    let atlas = move || {
        store.state.track();
        let (name, link) = (store.t("app.name"), store.link());
        // The address alone: what is cited is the atlas, not this view.
        let address = link.as_deref().and_then(|link| link.split('#').next());
        Some(Work::of_atlas(&store.atlas(), &name, address))
    };
    view! {
        <h4>{store.words("about.paper")}</h4>
        <CiteBox work=paper label="about.paper"/>
        <h4>{store.words("app.name")}</h4>
        <CiteBox work=atlas label="app.name"/>
    }
}
