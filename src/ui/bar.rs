//! The bar at the top: name, languages, theme, link.

use super::export::Export;
use super::icon::{Icon, IconView};
use super::store::use_store;
use crate::i18n::Lang;
use crate::state::{Action, Page, Theme};
use leptos::prelude::*;

/// Name of the atlas and the controls that hold for all of it.
#[component]
pub fn Bar() -> impl IntoView {
    let store = use_store();
    view! {
        <header class="bar" part="bar">
            <div class="brand">
                <IconView icon=Icon::Mark/>
                <h1 class="brand-name">{store.words("app.name")}</h1>
                <span class="brand-sub">{store.words("app.subtitle")}</span>
            </div>
            <Pages/>
            <div class="bar-end">
                <LangSwitch/>
                <ThemeSwitch/>
                <CopyLink/>
                <Export/>
                <About/>
            </div>
        </header>
    }
}

/// The way to what the atlas is; a second time the way back to the map.
#[component]
fn About() -> impl IntoView {
    let store = use_store();
    let open = move || store.page.get() == Page::About;
    let turn = move |_| {
        let page = if store.page.get_untracked() == Page::About { Page::Map } else { Page::About };
        store.dispatch(Action::Show(page));
    };
    let label = move || store.t("page.about");
    view! {
        <button
            type="button"
            class="tool about-tool"
            aria-current=move || open().then_some("page")
            aria-label=label
            title=label
            on:click=turn
        >
            <IconView icon=Icon::About/>
        </button>
    }
}

/// The way from page to page.
#[component]
fn Pages() -> impl IntoView {
    let store = use_store();
    let tab = move |page: Page| {
        let key = format!("page.{}", page.name());
        let current = move || (store.page.get() == page).then_some("page");
        view! {
            <button
                type="button"
                class="tab"
                aria-current=current
                on:click=move |_| store.dispatch(Action::Show(page))
            >
                <IconView icon=icon(page)/>
                <span>{move || store.t(&key)}</span>
            </button>
        }
    };
    view! {
        <nav class="pages" aria-label=store.words("nav.pages")>
            {Page::ALL.into_iter().filter(|page| page.has_tab() && page.is_in(&store.atlas())).map(tab).collect_view()}
        </nav>
    }
}

/// The sign of a page.
fn icon(page: Page) -> Icon {
    match page {
        Page::Map => Icon::Map,
        Page::Routes => Icon::Routes,
        Page::Tour => Icon::Tour,
        Page::Claims => Icon::Claims,
        Page::Timeline => Icon::Timeline,
        Page::Sources => Icon::Sources,
        Page::About => Icon::About,
    }
}

/// The three languages, each in its own script: side by side, or as a list in narrow bars.
#[component]
fn LangSwitch() -> impl IntoView {
    let store = use_store();
    let button = move |lang: Lang| {
        let key = format!("lang.{}", lang.code());
        let on = move || store.lang.get() == lang;
        view! {
            <button
                type="button"
                class="segment"
                lang=lang.code()
                dir=lang.direction().name()
                aria-pressed=move || on().to_string()
                on:click=move |_| store.dispatch(Action::SetLang(lang))
            >
                {move || store.t(&key)}
            </button>
        }
    };
    let option = move |lang: Lang| {
        let short = format!("lang.short.{}", lang.code());
        view! {
            <option value=lang.code() lang=lang.code() selected=move || store.lang.get() == lang>
                {move || store.t(&short)}
            </option>
        }
    };
    view! {
        <select
            class="lang-select"
            aria-label=store.words("lang.label")
            prop:value=move || store.lang.get().code()
            on:change=move |event| {
                if let Some(lang) = Lang::from_tag(&event_target_value(&event)) {
                    store.dispatch(Action::SetLang(lang));
                }
            }
        >
            {Lang::ALL.map(option).collect_view()}
        </select>
        <div class="segments" role="group" aria-label=store.words("lang.label")>
            {Lang::ALL.map(button).collect_view()}
        </div>
    }
}

/// Steps from the system's theme to the light and the dark one.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let store = use_store();
    let theme = move || store.theme.get();
    let next = move || match theme() {
        Theme::Auto => {
            if store.palette.get().is_dark() {
                Theme::Light
            } else {
                Theme::Dark
            }
        }
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Light,
    };
    let label = move || store.t(&format!("theme.{}", next().name()));
    view! {
        <button
            type="button"
            class="tool"
            aria-label=label
            title=label
            on:click=move |_| store.dispatch(Action::SetTheme(next()))
        >
            <IconView icon=Icon::Theme/>
        </button>
    }
}

/// Copies a link to the view on screen; shows the link where copying is refused.
#[component]
fn CopyLink() -> impl IntoView {
    let store = use_store();
    let by_hand = RwSignal::new(None::<String>);
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let Some(link) = store.link() else { return };
        // Before the wait: the atlas may be gone after it.
        let words = store.t("share.copied");
        leptos::task::spawn_local(async move {
            if crate::browser::clipboard::copy(&link).await {
                copied.set(true);
                store.say(words);
            } else {
                by_hand.set(Some(link));
            }
        });
    };
    // The word "copied" stands until the view changes.
    Effect::new(move |before: Option<()>| {
        store.state.track();
        // Told only where something changes: the state does with every step of a drag.
        if before.is_some() && (copied.get_untracked() || by_hand.with_untracked(Option::is_some)) {
            copied.set(false);
            by_hand.set(None);
        }
    });
    let label = move || {
        if copied.get() { store.t("share.copied") } else { store.t("share.copy_link") }
    };
    let offered = store.link().is_some();
    view! {
        <Show when=move || offered>
            <button type="button" class="tool" class:done=move || copied.get() aria-label=label title=label on:click=copy>
                <IconView icon=Icon::Link/>
            </button>
        </Show>
        <Show when=move || by_hand.with(Option::is_some)>
            <div class="card by-hand" role="alert">
                <p>{store.words("share.failed")}</p>
                <input
                    type="text"
                    class="field"
                    dir="ltr"
                    readonly=true
                    aria-label=store.words("share.copy_link")
                    prop:value=move || by_hand.get().unwrap_or_default()
                />
                <button type="button" class="button" on:click=move |_| by_hand.set(None)>
                    {store.words("panel.close")}
                </button>
            </div>
        </Show>
    }
}
