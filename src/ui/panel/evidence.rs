//! Figures with all that makes them checkable: value, date, sources, and where sources disagree.

use super::axis::Axis;
use crate::i18n::{Arg, date, number};
use crate::model::{
    fact::{Confidence, Fact, Value},
    id::Id,
    source::Source,
};
use crate::present;
use crate::state::Page;
use crate::ui::register;
use crate::ui::store::Store;
use crate::units::Unit;
use leptos::prelude::*;

/// A link to a source: who published it and when, or its title where no publisher is known.
/// `of` is the date of the figure, where it has one of its own.
pub(in crate::ui) fn source_line(
    store: Store,
    id: &Id,
    of: Option<String>,
) -> impl IntoView + use<> {
    let atlas = store.atlas();
    let source = atlas.source(id).cloned();
    source.map(|source| {
        let who = source.publisher.clone().unwrap_or_else(|| source.title.clone());
        let lang = lang_of(&who);
        let name = view! { <bdi lang=lang>{who}</bdi> };
        let label = source.title.clone();
        let link = match address(&source) {
            Some(url) => view! {
                <a class="source" href=url target="_blank" rel="noopener noreferrer" title=label>{name}</a>
            }
            .into_any(),
            None => view! { <span class="source" title=label>{name}</span> }.into_any(),
        };
        let of = of.or_else(|| source.date.map(|when| in_words(store, &when)));
        view! { <span class="cite">{link}{of.map(|of| view! { <span class="cite-date"><bdi>{of}</bdi></span> })}</span> }
    })
}

/// Only addresses of the web are links: data from elsewhere may hold anything.
pub(in crate::ui) fn address(source: &Source) -> Option<String> {
    let is_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    source.url.as_ref().filter(is_web).cloned()
}

/// The language of a title or name of the data, by its letters: they bear no mark of it.
pub(in crate::ui) fn lang_of(text: &str) -> &'static str {
    let cyrillic = text.chars().filter(|letter| ('\u{400}'..'\u{530}').contains(letter)).count();
    if cyrillic * 2 > text.chars().count() { "ru" } else { "en" }
}

/// Kind, publisher, date of a source, and when a copy was read.
pub(in crate::ui) fn notes(store: Store, source: &Source) -> Vec<String> {
    let mut notes = vec![store.t(&format!("source_kind.{}", source.kind.name()))];
    notes.extend(source.publisher.clone());
    notes.extend(source.date.map(|when| in_words(store, &when)));
    notes.extend(source.seen.map(|when| {
        let when = in_words(store, &when);
        store.fill("panel.seen", &[("date", Arg::Word(&when))])
    }));
    notes
}

fn in_words(store: Store, when: &crate::units::PartialDate) -> String {
    date::date(&store.atlas().catalogs, store.lang.get(), when)
}

/// All sources of a card in full: title, publisher, date, kind, and when a copy was read.
pub(super) fn source_list(store: Store, ids: Vec<Id>) -> impl IntoView {
    let atlas = store.atlas();
    let may_rest = store.has(Page::Sources);
    let rows: Vec<_> = ids
        .iter()
        .filter_map(|id| atlas.source(id))
        .map(|source| {
            let lang = lang_of(&source.title);
            let title = view! { <bdi lang=lang>{source.title.clone()}</bdi> };
            let title = match address(source) {
                Some(url) => view! {
                    <a class="source" href=url target="_blank" rel="noopener noreferrer">{title}</a>
                }
                .into_any(),
                None => title.into_any(),
            };
            let notes = notes(store, source);
            let notes = notes.into_iter().map(|note| view! { <bdi>{note}</bdi> }).collect_view();
            let place = register::place_of(&source.id);
            let rests = may_rest.then(|| {
                view! {
                    <button type="button" class="link" on:click=move |_| store.seek(Page::Sources, place.clone())>
                        {store.t("audit.rests")}
                    </button>
                }
            });
            view! { <li>{title}<span class="meta notes">{notes}</span>{rests}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <details class="sources">
                <summary class="rule-head">
                    {store.t("panel.sources")}<span class="count">{rows.len()}</span>
                </summary>
                <ol class="source-list">{rows}</ol>
            </details>
        }
    })
}

/// Figures that measure the same thing in the same unit.
struct Group {
    what: Id,
    unit: Unit,
    facts: Vec<Fact>,
}

impl Group {
    fn of(facts: &[Fact]) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for fact in facts {
            match groups.iter_mut().find(|group| group.what == fact.what && group.unit == fact.unit)
            {
                Some(group) => group.facts.push(fact.clone()),
                None => groups.push(Self {
                    what: fact.what.clone(),
                    unit: fact.unit,
                    facts: vec![fact.clone()],
                }),
            }
        }
        groups
    }

    /// The figures that speak of the whole. Notes say of what part or year a figure is true, and
    /// figures of different things make no range.
    fn comparable(&self) -> Vec<Value> {
        self.facts.iter().filter(|fact| fact.note.is_none()).map(|fact| fact.value).collect()
    }

    /// From the lowest to the highest comparable figure, where there are several.
    fn headline(&self) -> Option<Value> {
        let values = self.comparable();
        let ends = values.iter().map(|value| value.ends());
        let (low, high) = ends
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (from, to)| {
                (low.min(from), high.max(to))
            });
        let value = if low == high { Value::One(low) } else { Value::Range(low, high) };
        (values.len() > 1).then_some(value)
    }

    /// Whether comparable figures differ.
    fn disagrees(&self) -> bool {
        let values = self.comparable();
        values.iter().any(|value| Some(value) != values.first())
    }
}

/// A row for each thing measured. `drawn` is the length of the line on the map in kilometres: it
/// stands as a hollow dot among the sources' lengths.
pub(super) fn fact_rows(store: Store, facts: &[Fact], drawn: Option<f64>) -> impl IntoView + use<> {
    Group::of(facts)
        .into_iter()
        .map(|group| {
            let drawn = drawn.filter(|_| group.what.as_str() == "length" && group.unit == Unit::Km);
            row(store, &group, drawn)
        })
        .collect_view()
}

fn row(store: Store, group: &Group, drawn: Option<f64>) -> impl IntoView + use<> {
    let atlas = store.atlas();
    let lang = store.lang.get();
    let words = |value: &Value| present::quantity(&atlas.catalogs, lang, value, group.unit);
    let headline = group.headline().map(|value| view! { <bdi class="value">{words(&value)}</bdi> });
    let axis = (headline.is_some() && (group.disagrees() || drawn.is_some())).then(|| {
        let dots = group.comparable().into_iter().map(Value::ends).collect();
        view! { <Axis dots hollow=drawn say=|n| number::plain(lang, n)/> }
    });
    let disagree = group.disagrees().then(|| {
        let count = group.comparable().len() as f64;
        let text = store.fill("panel.sources_disagree", &[("n", Arg::Number(count))]);
        view! { <span class="meta">{text}</span> }
    });
    let same_for_all = group.headline().filter(|_| !group.disagrees());
    let has_headline = headline.is_some();
    let items: Vec<_> = group
        .facts
        .iter()
        .map(|fact| {
            let class = if has_headline { "value small" } else { "value" };
            let note = fact.note.as_ref().map(|note| {
                view! { <span class="note">{store.name(note)}</span> }
            });
            let class_of_mark = match fact.confidence {
                Confidence::Sourced => None,
                Confidence::Computed => Some("badge quiet"),
                Confidence::Assumed => Some("badge hatched"),
            };
            let confidence = store.t(&format!("confidence.{}", fact.confidence.name()));
            let mark = class_of_mark.map(|class| view! { <span class=class>{confidence}</span> });
            let of = fact.date.map(|when| in_words(store, &when));
            let figure = words(&fact.value);
            let figure = match fact.about {
                true => store.fill("number.about", &[("n", Arg::Word(&figure))]),
                false => figure,
            };
            // A headline that all sources give is not said again for each.
            let repeats = fact.note.is_none() && !fact.about && same_for_all == Some(fact.value);
            let figure = (!repeats).then(|| view! { <bdi class=class>{figure}</bdi> });
            view! {
                <li>
                    {figure}
                    {note}
                    {mark}
                    {source_line(store, &fact.source, of)}
                </li>
            }
        })
        .collect();
    view! {
        <div class="row">
            <dt>{store.t(&format!("fact.{}", group.what))}</dt>
            <dd>
                {headline}
                {axis}
                {disagree}
                <ul class="figures">{items}</ul>
            </dd>
        </div>
    }
}
