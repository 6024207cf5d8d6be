//! The card of a project or waterway.

use super::{Close, OnMap, evidence, place_links};
use crate::i18n::{Arg, date};
use crate::model::{corridor::Corridor, fact::Value, line::Accuracy};
use crate::present;
use crate::ui::claims::{Happened, Said};
use crate::ui::store::{Store, use_store};
use crate::ui::swatch::{Sample, Swatch};
use crate::units::Unit;
use leptos::prelude::*;

/// Everything known about a corridor, each figure with its source.
#[component]
pub fn CorridorCard(
    /// The corridor.
    corridor: Corridor,
) -> impl IntoView {
    let store = use_store();
    let atlas = store.atlas();
    let lang = store.lang.get();
    let catalogs = &atlas.catalogs;
    let family = store.t(&format!("mode.{}", corridor.mode.name()));
    let status = store.t(&format!("status.{}", corridor.status.name()));
    let as_of = date::date(catalogs, lang, &corridor.status_date);
    let known = store.fill("panel.status_known", &[("date", Arg::Word(&as_of))]);
    let status_source = match &corridor.status_source {
        Some(source) => evidence::source_line(store, source, None).into_any(),
        None => view! { <span class="assumed">{store.t("panel.status_assumed")}</span> }.into_any(),
    };
    let milestones = corridor
        .milestones
        .iter()
        .map(|milestone| {
            let when = date::date(catalogs, lang, &milestone.date);
            view! {
                <li>
                    <span class="event-date">{when}</span>
                    <span class="event-text">
                        {milestone.text.get(lang).to_owned()}
                        {evidence::source_line(store, &milestone.source, None)}
                    </span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let drawn = present::length::drawn(&atlas, &corridor);
    let sources = present::sources::of_corridor(&atlas, &corridor);
    view! {
        <div class="kicker">
            <Swatch sample=Sample::Line(corridor.mode, corridor.status, corridor.family)/>
            <span>{family}</span>
            <Close/>
        </div>
        <h2 class="title">{corridor.names.get(lang).to_owned()}</h2>
        <p class="sub">{corridor.summary.get(lang).to_owned()}</p>
        <p class="status-line">
            <span class="badge"><Swatch sample=Sample::Status(corridor.status)/>{status}</span>
            <span class="meta">{known}</span>
            {status_source}
        </p>
        <OnMap target=corridor.reference()/>
        <dl class="rows">
            {evidence::fact_rows(store, &corridor.facts, drawn.as_ref().map(|(km, _)| *km))}
            {drawn.map(|(km, accuracy)| drawn_row(store, km, accuracy))}
        </dl>
        {(!milestones.is_empty()).then(|| view! {
            <h3 class="rule-head">{store.t("panel.events")}</h3>
            <ol class="events">{milestones}</ol>
        })}
        {(!corridor.places.is_empty()).then(|| view! {
            <h3 class="rule-head">{store.t("panel.places_along")}</h3>
            {place_links(store, &corridor.places)}
        })}
        <Said thing=corridor.reference()/>
        <Happened thing=corridor.reference()/>
        {evidence::source_list(store, sources)}
    }
}

fn drawn_row(store: Store, km: f64, accuracy: Accuracy) -> impl IntoView {
    let atlas = store.atlas();
    let value = Value::One(km);
    let lang = store.lang.get();
    let text = present::quantity(&atlas.catalogs, lang, &value, Unit::Km);
    view! {
        <div class="row">
            <dt>{store.t("fact.length")}</dt>
            <dd class="stack">
                <bdi class="value">{text}</bdi>
                <span class="meta">
                    <span class={"hollow"} aria-hidden="true"></span>
                    {store.t("panel.length_drawn")}
                </span>
                <span class="meta">{store.t(&format!("accuracy.{}", accuracy.name()))}</span>
            </dd>
        </div>
    }
}
