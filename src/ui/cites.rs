//! Sources below what they are for, as a line of links, where elements are written straight into the page.

use super::panel::evidence;
use super::store::Store;
use crate::browser::dom;
use crate::model::id::Id;
use crate::model::source::Source;
use leptos::prelude::*;
use web_sys::Element;

/// A source of the atlas or of the network.
pub(super) fn source(store: Store, id: &Id) -> Option<Source> {
    let own = store.atlas().source(id).cloned();
    own.or_else(|| {
        store.plan.graph.with_untracked(|graph| {
            let sources = &graph.as_ref()?.network.sources;
            sources.iter().find(|source| source.id == *id).cloned()
        })
    })
}

/// A line with links to the sources.
pub(super) fn cite(store: Store, parent: &Element, ids: &[Id]) {
    let found: Vec<Source> = ids.iter().filter_map(|id| source(store, id)).collect();
    if found.is_empty() {
        return;
    }
    let Some(line) = dom::append(parent, "span", &[("class", "cites")], "") else { return };
    for source in found {
        let name = source.publisher.as_ref().unwrap_or(&source.title);
        match evidence::address(&source) {
            Some(url) => outside(&line, &url, name, ("title", &source.title)),
            None => {
                dom::append(&line, "span", &[("class", "source"), ("title", &source.title)], name)
            }
        };
    }
}

/// A link out of the atlas, with one attribute more.
pub(super) fn outside(
    parent: &Element,
    url: &str,
    words: &str,
    more: (&str, &str),
) -> Option<Element> {
    let link = [
        ("href", url),
        ("class", "source"),
        ("target", "_blank"),
        ("rel", "noopener noreferrer"),
        more,
    ];
    dom::append(parent, "a", &link, words)
}
