//! What one sees before anything is chosen: what this is, and where to start.

use crate::i18n::Arg;
use crate::model::id::{Kind, Ref};
use crate::state::{Action, Page};
use crate::ui::later::{Awaited, View};
use crate::ui::store::use_store;
use crate::ui::swatch::{Sample, Swatch};
use leptos::prelude::*;

/// The welcome and the list of corridors.
#[component]
pub fn Welcome() -> impl IntoView {
    let store = use_store();
    let atlas = store.atlas();
    let rows = move || {
        atlas
            .corridors
            .iter()
            .map(|corridor| {
                let target = corridor.reference();
                let sample = Sample::Line(corridor.mode, corridor.status, corridor.family);
                let status = store.t(&format!("status.{}", corridor.status.name()));
                view! {
                    <li>
                        <button type="button" class="entry" on:click=move |_| store.choose(target.clone())>
                            <Swatch sample/>
                            <span class="entry-name">{store.name(&corridor.names)}</span>
                            <span class="entry-meta">{status}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let institutions = {
        let atlas = store.atlas();
        move || {
            atlas
                .institutions
                .iter()
                .map(|institution| {
                    let target = Ref { kind: Kind::Institution, id: institution.id.clone() };
                    view! {
                        <li>
                            <button type="button" class="chip" on:click=move |_| store.choose(target.clone())>
                                {store.name(&institution.short)}
                            </button>
                        </li>
                    }
                })
                .collect_view()
        }
    };
    let totals = move || {
        let count = store.atlas().source_count() as f64;
        store.fill("panel.source_count", &[("n", Arg::Number(count))])
    };
    let versions = move || {
        let (data, program) = (store.atlas().version.clone(), env!("CARGO_PKG_VERSION"));
        store.fill("panel.versions", &[("data", Arg::Text(&data)), ("program", Arg::Text(program))])
    };
    let brought = store.own.file.with_value(Option::is_some);
    let [has_corridors, has_institutions] = {
        let atlas = store.atlas();
        [!atlas.corridors.is_empty(), !atlas.institutions.is_empty()]
    };
    view! {
        <div class="welcome card-start" tabindex="-1">
            <h2 class="title">{store.words("panel.welcome_title")}</h2>
            <p>{store.words("panel.welcome")}</p>
            <p class="meta">
                <Show when=move || store.has(Page::Sources) fallback=move || totals()>
                    <button type="button" class="link" on:click=move |_| store.seek(Page::Sources, "sources".to_owned())>
                        {totals}
                    </button>
                </Show>
            </p>
            <p class="meta">
                {versions}
                <Show when=move || store.has(Page::About)>
                    " "
                    <button type="button" class="link" on:click=move |_| store.dispatch(Action::Show(Page::About))>
                        {store.words("page.about")}
                    </button>
                </Show>
            </p>
            <Show when=move || brought><Awaited view=View::Brought/></Show>
            <Show when=move || has_corridors>
                <h3 class="rule-head">{store.words("panel.start_with")}</h3>
                <ul class="entries">{rows.clone()}</ul>
            </Show>
            <Show when=move || has_institutions>
                <h3 class="rule-head">{store.words("panel.institutions")}</h3>
                <ul class="chips">{institutions.clone()}</ul>
            </Show>
        </div>
    }
}
