//! How the view on screen comes into another page: code to copy, with a look at what it gives.

use super::{Outcome, Report, hand_over};
use crate::browser::{dom, download::FileUrl};
use crate::export::embed::View;
use crate::export::format::{FileKind, Format, file_name};
use crate::ui::host::Controls;
use crate::ui::radio::Radio;
use crate::ui::store::use_store;
use leptos::{html, prelude::*};
use web_sys::Blob;

/// The ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Element,
    Frame,
    Picture,
}

impl Way {
    const ALL: [Self; 3] = [Self::Element, Self::Frame, Self::Picture];

    fn name(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Frame => "frame",
            Self::Picture => "picture",
        }
    }
}

/// The code for the view, where the atlas has an address that others can load it from.
#[component]
pub fn Embed() -> impl IntoView {
    let store = use_store();
    let Some(link) = store.link().filter(|_| store.owns_page()) else { return ().into_any() };
    let way = RwSignal::new(Way::Element);
    let controls = RwSignal::new(Controls::Full);
    let copied = RwSignal::new(false);
    let shown = RwSignal::new(false);
    let code = {
        let link = link.clone();
        Memo::new(move |_| {
            let name = store.t("app.name");
            let view = View { link: &link, name: &name };
            match way.get() {
                Way::Element => view.element(controls.get().name()),
                Way::Frame => view.frame(),
                Way::Picture => {
                    let (atlas, state) = (store.atlas(), store.state.get_untracked());
                    let date = atlas.date.to_string();
                    let file =
                        file_name(FileKind::Png, Format::Screen, state.select.as_ref(), &date);
                    view.picture(&file, &store.description.get_untracked())
                }
            }
        })
    };
    Effect::new(move |_| {
        code.track();
        copied.set(false);
    });
    let copy = move |_| {
        let text = code.get_untracked();
        leptos::task::spawn_local(async move {
            let done = crate::browser::clipboard::copy(&text).await;
            copied.try_set(done);
        });
    };
    let choice = move |one: Way| {
        view! {
            <Radio
                group="way"
                value=one.name()
                key=format!("embed.{}", one.name())
                chosen=Signal::derive(move || way.get() == one)
                choose=move || way.set(one)
            />
        }
    };
    let option = move |one: Controls| {
        let key = format!("embed.{}", one.name());
        view! {
            <option value=one.name() selected=move || controls.get() == one>
                {move || store.t(&key)}
            </option>
        }
    };
    let note = move || match way.get() {
        Way::Element => Some(store.t("embed.element_note")),
        Way::Frame => None,
        Way::Picture => Some(store.t("embed.picture_first")),
    };
    let state = link.split_once('#').map(|(_, state)| state.to_owned()).unwrap_or_default();
    view! {
        <details class="export-embed">
            <summary class="card-title">{store.words("embed.title")}</summary>
            <fieldset class="plain">
                <legend class="sr-only">{store.words("embed.how")}</legend>
                {Way::ALL.map(choice).collect_view()}
            </fieldset>
            <Show when=move || way.get() == Way::Element>
                <label class="export-choice">
                    <span>{store.words("embed.controls")}</span>
                    <select
                        class="field"
                        on:change=move |event| {
                            if let Some(one) = Controls::from_name(&event_target_value(&event)) {
                                controls.set(one);
                            }
                        }
                    >
                        {Controls::ALL.map(option).collect_view()}
                    </select>
                </label>
            </Show>
            <label class="export-code">
                <span>{store.words("embed.code")}</span>
                <textarea class="field" dir="ltr" rows="5" readonly=true spellcheck="false" prop:value=code></textarea>
            </label>
            <p class="meta">{note}</p>
            <div class="export-ways">
                <button type="button" class="button" on:click=copy>
                    {move || store.t(if copied.get() { "export.copied" } else { "embed.copy" })}
                </button>
                <Show when=move || way.get() != Way::Picture>
                    <button
                        type="button"
                        class="button"
                        aria-expanded=move || shown.get().to_string()
                        on:click=move |_| shown.update(|shown| *shown = !*shown)
                    >
                        {store.words("embed.preview")}
                    </button>
                </Show>
            </div>
            {move || {
                (shown.get() && way.get() != Way::Picture)
                    .then(|| {
                        let controls = match way.get() {
                            Way::Element => controls.get(),
                            _ => Controls::Full,
                        };
                        view! { <Preview state=state.clone() controls/> }
                    })
            }}
        </details>
    }
    .into_any()
}

/// The element as the other page would show it.
#[component]
fn Preview(
    /// The view.
    state: String,
    /// Its furniture.
    controls: Controls,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        place.set_text_content(None);
        let named = [("state", state.as_str()), ("controls", controls.name())];
        dom::append(&place, "connectivity-atlas", &named, "");
    });
    view! { <div class="export-preview" node_ref=place></div> }
}

/// The whole atlas as one file, where the page has it.
#[component]
pub fn Whole() -> impl IntoView {
    let store = use_store();
    if !store.owns_page() {
        return ().into_any();
    }
    let url = StoredValue::new_local(None::<FileUrl>);
    let outcome = RwSignal::new(Outcome::None);
    let save = move |_| {
        outcome.set(Outcome::Making);
        let there = move |file: Option<Blob>| {
            let Some(file) = file else {
                outcome.try_set(Outcome::Failed);
                return;
            };
            let name = "connectivity-atlas.html".to_owned();
            let done = Outcome::Done { name, text: None, lowered: None };
            hand_over(&file, done, outcome, url);
        };
        store.host().single(Box::new(there));
    };
    let offered = RwSignal::new(store.host().installs());
    let install = move |_| {
        offered.set(false);
        store.host().install();
    };
    view! {
        {move || offered.get().then(|| view! {
            <div class="export-print export-install">
                <p><b>{store.words("embed.install")}</b>" "<span class="meta">{store.words("embed.install_note")}</span></p>
                <button type="button" class="button" on:click=install>{store.words("embed.install_do")}</button>
            </div>
        })}
        <div class="export-print export-whole">
            <p><b>{store.words("embed.whole")}</b>" "<span class="meta">{store.words("embed.whole_note")}</span></p>
            <button
                type="button"
                class="button"
                disabled=move || outcome.with(|outcome| *outcome == Outcome::Making)
                on:click=save
            >
                {store.words("export.download")}
            </button>
            <Report outcome url/>
        </div>
    }
    .into_any()
}
