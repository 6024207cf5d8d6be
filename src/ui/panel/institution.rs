//! The card of an organisation.

use super::{Close, evidence};
use crate::i18n::{Arg, date, number};
use crate::model::{
    id::{Kind, Ref, each_once},
    institution::Institution,
};
use crate::order;
use crate::state::Action;
use crate::ui::claims::{Happened, Said};
use crate::ui::store::use_store;
use leptos::prelude::*;

/// What an organisation is, and who belongs to it since when.
#[component]
pub fn InstitutionCard(
    /// The organisation.
    institution: Institution,
) -> impl IntoView {
    let store = use_store();
    let chosen = Memo::new(move |_| store.state.with(|state| state.year));
    let atlas = store.atlas();
    let lang = store.lang.get();
    let mut members = institution.members.clone();
    order::sort_by_key(&mut members, |member| (member.from, member.country.clone()));
    // The year that is shown: the reader's, else that of the data.
    let this_year = atlas.date.year;
    let year = move || chosen.get().unwrap_or(this_year);
    let first = members.iter().map(|member| member.from.year).min().unwrap_or(this_year);
    let counted = members.clone();
    let said = move || {
        let count = counted.iter().filter(|member| member.counts_in(year())).count() as f64;
        let year = number::ungrouped(store.lang.get(), f64::from(year()));
        store.fill("panel.members_in", &[("n", Arg::Number(count)), ("year", Arg::Word(&year))])
    };
    let label = said.clone();
    let turn = move |event| {
        if let Ok(year) = event_target_value(&event).parse::<i16>() {
            store.dispatch(Action::SetYear((year != this_year).then_some(year)));
        }
    };
    let rows = members
        .iter()
        .map(|member| {
            let country = store.t(&format!("country.{}", member.country));
            let when = date::span(&atlas.catalogs, lang, &member.from, member.to.as_ref());
            let counted = member.clone();
            let counts = move || counted.counts_in(year());
            let now = {
                let counts = counts.clone();
                move || counts().then_some("true")
            };
            view! {
                <tr data-now=now>
                    <th scope="row">{country}</th>
                    <td>{store.t(&format!("standing.{}", member.standing.name()))}</td>
                    <td>
                        <bdi>{when}</bdi>
                        {move || (!counts()).then(|| view! { " "<span class="sr-only">{store.t("panel.not_member")}</span> })}
                    </td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    let sources =
        each_once(institution.sources.iter().chain(members.iter().map(|member| &member.source)));
    view! {
        <div class="kicker">
            <span>{store.t("kind.institution")}</span>
            <Close/>
        </div>
        <h2 class="title">{institution.names.get(lang).to_owned()}</h2>
        <p class="sub">{institution.summary.get(lang).to_owned()}</p>
        {(!rows.is_empty()).then(|| view! {
            <h3 class="rule-head">{store.t("panel.members")}</h3>
            <div class="years">
                <input
                    type="range"
                    dir="ltr"
                    min=first.to_string()
                    max=this_year.to_string()
                    prop:value=move || year().to_string()
                    aria-label=label
                    on:input=turn
                />
                <p class="meta" role="status">{said}</p>
            </div>
            <table class="members">
                <tbody>{rows}</tbody>
            </table>
        })}
        <Said thing=Ref { kind: Kind::Institution, id: institution.id.clone() }/>
        <Happened thing=Ref { kind: Kind::Institution, id: institution.id.clone() }/>
        {evidence::source_list(store, sources)}
    }
}
