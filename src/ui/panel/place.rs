//! The card of a place.

use super::{Close, OnMap, evidence};
use crate::i18n::Arg;
use crate::model::{
    id::{Kind, Ref},
    place::Place,
};
use crate::present;
use crate::ui::claims::{Happened, Said};
use crate::ui::plan::Role;
use crate::ui::store::{Store, use_store};
use crate::ui::swatch::{Sample, Swatch};
use leptos::prelude::*;

/// Everything known about a place, each figure with its source.
#[component]
pub fn PlaceCard(
    /// The place.
    place: Place,
) -> impl IntoView {
    let store = use_store();
    let atlas = store.atlas();
    let lang = store.lang.get();
    let kind = store.t(&format!("kind.{}", place.kind.name()));
    let country = place.country.as_ref().map(|iso| store.t(&format!("country.{iso}")));
    let others: Vec<_> = crate::i18n::Lang::ALL
        .into_iter()
        .filter(|other| *other != lang)
        .map(|other| {
            let name = place.names.get(other).to_owned();
            view! { <bdi lang=other.code() dir=other.direction().name()>{name}</bdi> }
        })
        .collect();
    let corridors = atlas
        .corridors
        .iter()
        .filter(|corridor| corridor.places.contains(&place.id))
        .map(|corridor| {
            let target = corridor.reference();
            let sample = Sample::Line(corridor.mode, corridor.status, corridor.family);
            view! {
                <li>
                    <button type="button" class="entry" on:click=move |_| store.choose(target.clone())>
                        <Swatch sample/>
                        <span class="entry-name">{store.name(&corridor.names)}</span>
                    </button>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let position = match &place.position {
        Some(source) => evidence::source_line(store, source, None).into_any(),
        None => view! { <span class="assumed">{store.t("panel.position_approximate")}</span> }
            .into_any(),
    };
    let where_ = present::coordinates(&atlas.catalogs, lang, place.at);
    let code = place.unlocode.clone().map(|code| {
        view! { <div class="row"><dt>{store.t("panel.unlocode")}</dt><dd><bdi class="value">{code}</bdi></dd></div> }
    });
    let nothing =
        place.facts.is_empty().then(|| view! { <p class="meta">{store.t("panel.no_facts")}</p> });
    let sources = present::sources::of_place(&place);
    view! {
        <div class="kicker">
            <Swatch sample=Sample::Symbol(place.kind)/>
            <span>{kind}</span>
            <Close/>
        </div>
        <h2 class="title">{place.names.get(lang).to_owned()}</h2>
        <p class="sub names">{country.map(|name| view! { <span>{name}</span> })}{others}</p>
        <div class="place-tools">
            <OnMap target=Ref { kind: Kind::Place, id: place.id.clone() }/>
            {routes(store, &place)}
        </div>
        <dl class="rows">
            {evidence::fact_rows(store, &place.facts, None)}
            <div class="row">
                <dt>{store.t("panel.position")}</dt>
                <dd><bdi class="value" dir="ltr">{where_}</bdi>{position}</dd>
            </div>
            {code}
        </dl>
        {nothing}
        {(!corridors.is_empty()).then(|| view! {
            <h3 class="rule-head">{store.t("panel.also_on")}</h3>
            <ul class="entries">{corridors}</ul>
        })}
        <Said thing=Ref { kind: Kind::Place, id: place.id.clone() }/>
        <Happened thing=Ref { kind: Kind::Place, id: place.id.clone() }/>
        {evidence::source_list(store, sources)}
    }
}

/// What a place can be in a question for routes.
fn routes(store: Store, place: &Place) -> impl IntoView + use<> {
    let button = |&role: &Role| {
        let key = match role {
            Role::From => "route.start_here",
            Role::To => "route.end_here",
            Role::Closed => "route.close",
        };
        let id = place.id.clone();
        let label = store.fill(key, &[("name", Arg::Word(&store.name(&place.names)))]);
        view! {
            <button type="button" class="button" on:click=move |_| store.plan_with(&id, role)>
                {label}
            </button>
        }
    };
    store.roles(place).iter().map(button).collect_view()
}
