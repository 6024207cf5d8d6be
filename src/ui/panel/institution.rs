//! The card of an organisation.

use super::{Close, evidence};
use crate::i18n::{Arg, date};
use crate::model::{
    id::{Kind, Ref, each_once},
    institution::Institution,
};
use crate::ui::claims::Said;
use crate::ui::store::use_store;
use leptos::prelude::*;

/// What an organisation is, and who belongs to it since when.
#[component]
pub fn InstitutionCard(
    /// The organisation.
    institution: Institution,
) -> impl IntoView {
    let store = use_store();
    let atlas = store.atlas();
    let lang = store.lang.get();
    let mut members = institution.members.clone();
    members.sort_by_key(|member| (member.from, member.country.clone()));
    let rows = members
        .iter()
        .map(|member| {
            let country = store.t(&format!("country.{}", member.country));
            let from = date::date(&atlas.catalogs, lang, &member.from);
            let when = match &member.to {
                Some(to) => {
                    let to = date::date(&atlas.catalogs, lang, to);
                    store.fill("date.range", &[("from", Arg::Word(&from)), ("to", Arg::Word(&to))])
                }
                None => from,
            };
            view! {
                <tr>
                    <th scope="row">{country}</th>
                    <td>{store.t(&format!("standing.{}", member.standing.name()))}</td>
                    <td><bdi>{when}</bdi></td>
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
            <table class="members">
                <tbody>{rows}</tbody>
            </table>
        })}
        <Said thing=Ref { kind: Kind::Institution, id: institution.id.clone() }/>
        {evidence::source_list(store, sources)}
    }
}
