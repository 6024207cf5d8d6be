//! What a reader takes along: a dialog that makes files, and the way to the printer.

pub mod embed;
pub mod job;
pub mod print;

use super::icon::{Icon, IconView};
use super::later::{Awaited, View};
use super::radio::Radio;
use super::store::use_store;
use crate::browser::{clipboard, download::FileUrl};
use crate::export::format::{FileKind, Format};
use crate::i18n::Arg;

use job::{Made, Order};
use leptos::{html, prelude::*};
use web_sys::Blob;

/// What became of the last order.
#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    None,
    Making,
    Done {
        name: String,
        /// The file as text, where it is one.
        text: Option<String>,
        /// The resolution, where it had to be lowered.
        lowered: Option<f64>,
    },
    Failed,
}

/// The button of the bar, and its dialog.
#[component]
pub fn Export() -> impl IntoView {
    let store = use_store();
    let dialog = NodeRef::<html::Dialog>::new();
    let open = RwSignal::new(false);
    let label = store.words("export.title");
    let show = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            open.set(true);
            let _ = dialog.show_modal();
        }
    };
    let close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    view! {
        <button type="button" class="tool" aria-haspopup="dialog" aria-label=label title=label on:click=show>
            <IconView icon=Icon::Export/>
        </button>
        <dialog
            class="card export"
            aria-labelledby="export-title"
            node_ref=dialog
            on:close=move |_| open.set(false)
            // Escape closes the dialog alone, not the card behind it too.
            on:keydown=move |event| event.stop_propagation()
        >
            <div class="export-head">
                <h2 class="card-title" id="export-title">{label}</h2>
                <button
                    type="button"
                    class="tool"
                    aria-label=store.words("panel.close")
                    title=store.words("panel.close")
                    on:click=move |_| close.run(())
                >
                    <IconView icon=Icon::Close/>
                </button>
            </div>
            <Show when=move || open.get()>
                <Awaited view=View::Export(close)/>
            </Show>
        </dialog>
    }
}

/// Kind, size and resolution of a file, and what became of it.
#[component]
pub fn Files() -> impl IntoView {
    let store = use_store();
    let order = RwSignal::new(Order { kind: FileKind::Png, format: Format::Screen, times: 2.0 });
    let outcome = RwSignal::new(Outcome::None);
    let url = StoredValue::new_local(None::<FileUrl>);
    let kind = move |choice: FileKind| {
        view! {
            <Radio
                group="kind"
                value=choice.name()
                key=format!("export.kind.{}", choice.name())
                chosen=Signal::derive(move || order.get().kind == choice)
                choose=move || order.update(|order| order.kind = choice)
            />
        }
    };
    let times = move |times: u8| {
        let n = f64::from(times);
        view! {
            <option value=times.to_string() selected=move || order.get().times == n>
                {move || store.fill("export.times", &[("n", Arg::Number(n))])}
            </option>
        }
    };
    let make = move |_| {
        let wanted = order.get_untracked();
        outcome.set(Outcome::Making);
        leptos::task::spawn_local(async move {
            let Some(Made { name, file, text, times }) = job::make(store, wanted).await else {
                outcome.try_set(Outcome::Failed);
                return;
            };
            let lowered = (times < wanted.times - 0.01).then_some(times);
            hand_over(&file, Outcome::Done { name, text, lowered }, outcome, url);
        });
    };
    view! {
        <fieldset class="plain">
            <legend class="card-title">{store.words("export.file")}</legend>
            {FileKind::ALL.map(kind).collect_view()}
        </fieldset>
        <Show when=move || order.get().kind.is_figure()>
            <FormatChoice
                label="export.size"
                formats=Format::ALL.to_vec()
                chosen=Signal::derive(move || order.get().format)
                choose=move |format| order.update(|order| order.format = format)
            />
        </Show>
        <Show when=move || order.get().kind == FileKind::Png>
            <label class="export-choice">
                <span>{store.words("export.resolution")}</span>
                <select
                    class="field"
                    on:change=move |event| {
                        if let Ok(times) = event_target_value(&event).parse() {
                            order.update(|order| order.times = times);
                        }
                    }
                >
                    {(1..=4).map(times).collect_view()}
                </select>
            </label>
        </Show>
        <button
            type="button"
            class="button export-go"
            disabled=move || outcome.with(|outcome| *outcome == Outcome::Making)
            on:click=make
        >
            {store.words("export.download")}
        </button>
        <Report outcome url/>
    }
}

/// Saves a file that was made, and tells what became of it.
fn hand_over(
    file: &Blob,
    done: Outcome,
    outcome: RwSignal<Outcome>,
    url: StoredValue<Option<FileUrl>, LocalStorage>,
) {
    let (Some(address), Outcome::Done { name, .. }) = (FileUrl::new(file), &done) else {
        outcome.try_set(Outcome::Failed);
        return;
    };
    address.save(name);
    // Gone where the dialog was closed meanwhile: the file is saved all the same.
    if url.try_set_value(Some(address)).is_none() {
        outcome.try_set(done);
    }
}

/// What became of an order.
#[component]
fn Report(
    /// The outcome.
    outcome: RwSignal<Outcome>,
    /// The address of the file, once there is one.
    url: StoredValue<Option<FileUrl>, LocalStorage>,
) -> impl IntoView {
    let store = use_store();
    view! {
        <div class="export-outcome" role="status">
            {move || match outcome.get() {
                Outcome::None => ().into_any(),
                Outcome::Making => view! { <p>{store.t("export.making")}</p> }.into_any(),
                Outcome::Failed => view! { <p>{store.t("export.failed")}</p> }.into_any(),
                Outcome::Done { name, text, lowered } => {
                    let href = url.with_value(|url| url.as_ref().map(|url| url.as_str().to_owned()));
                    view! { <Done name text lowered href/> }.into_any()
                }
            }}
        </div>
    }
}

/// What was made, and ways to it where the browser could not save it.
#[component]
fn Done(
    /// The name of the file.
    name: String,
    /// What it says, where it is text.
    text: Option<String>,
    /// The resolution, where it had to be lowered.
    lowered: Option<f64>,
    /// Its address.
    href: Option<String>,
) -> impl IntoView {
    let store = use_store();
    let copied = RwSignal::new(None::<bool>);
    let copy = text.map(|text| {
        let copy = move |_| {
            let text = text.clone();
            leptos::task::spawn_local(async move {
                let done = clipboard::copy(&text).await;
                copied.try_set(Some(done));
            });
        };
        let label = move || match copied.get() {
            Some(true) => store.t("export.copied"),
            _ => store.t("export.copy"),
        };
        view! { <button type="button" class="button" on:click=copy>{label}</button> }
    });
    let lowered = lowered.map(|n| {
        // One decimal, rounded down: never more than it is.
        let n = (n * 10.0).floor() / 10.0;
        view! { <p>{store.fill("export.reduced", &[("n", Arg::Number(n))])}</p> }
    });
    view! {
        {lowered}
        <p>{store.fill("export.saved", &[("file", Arg::Text(&name))])}</p>
        <div class="export-ways">
            <a class="button" href=href target="_blank" rel="noopener">{store.t("export.show")}</a>
            {copy}
        </div>
        <Show when=move || copied.get() == Some(false)>
            <p>{store.words("export.copy_failed")}</p>
        </Show>
    }
}

/// The paper and the way to the printer, where the page is the atlas's own.
#[component]
pub fn Paper(
    /// Closes the dialog, which would be printed too.
    close: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    if !store.owns_page() {
        return ().into_any();
    }
    view! {
        <div class="export-print">
            <FormatChoice
                label="export.paper"
                formats=Format::PAPERS.to_vec()
                chosen=store.print.paper
                choose=move |paper| store.print.paper.set(paper)
            />
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    close.run(());
                    store.print.asked.notify();
                }
            >
                {store.words("export.print")}
            </button>
        </div>
    }
    .into_any()
}

/// A choice between sizes.
#[component]
fn FormatChoice(
    /// The message that names it.
    label: &'static str,
    /// What there is to choose from.
    formats: Vec<Format>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Format>,
    /// Takes a choice.
    choose: impl Fn(Format) + 'static,
) -> impl IntoView {
    let store = use_store();
    let option = move |format: Format| {
        let key = format!("export.format.{}", format.name());
        view! {
            <option value=format.name() selected=move || chosen.get() == format>
                {move || store.t(&key)}
            </option>
        }
    };
    view! {
        <label class="export-choice">
            <span>{move || store.t(label)}</span>
            <select
                class="field"
                on:change=move |event| {
                    if let Some(format) = Format::from_name(&event_target_value(&event)) {
                        choose(format);
                    }
                }
            >
                {formats.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
