//! `data/study/argument.toml`: the argument as a diagram.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use super::super::text::Style;
use super::claim_ids;
use crate::i18n::Names;
use crate::model::study::Node;

/// The thoughts, in the order of the file; each supports only what ranks above it.
pub(super) fn read(desk: &Desk<'_>, claims: usize) -> Vec<Node<Names>> {
    let entries = desk.entries(Thing::Node, |file| file == "data/study/argument.toml");
    let nodes: Vec<Node<Names>> =
        entries.iter().filter_map(|entry| node(desk, entry, claims)).collect();
    for (entry, node) in entries.iter().zip(&nodes).filter(|_| entries.len() == nodes.len()) {
        for support in &node.supports {
            let above = nodes.iter().any(|other| other.id == *support && other.rank > node.rank);
            if !above {
                let message = format!("`{support}` is no node of a higher rank");
                entry.log.report(entry.spot, message, "an argument leads from evidence upwards");
            }
        }
    }
    nodes
}

fn node<'a>(desk: &Desk<'a>, entry: &Entry<'a>, claims: usize) -> Option<Node<Names>> {
    let id = desk.define(Thing::Node, entry);
    let rank = entry.whole_in("rank", [1.0, 4.0], None);
    let text = entry.names("text", Style::Prose);
    let claims = claim_ids(entry, "claims", claims);
    let supports = entry.texts("supports").into_iter().filter_map(|text| desk.well_formed(text));
    let supports = supports.collect();
    entry.finish();
    Some(Node { id: id?, rank: u8::try_from(rank?).ok()?, text: text?, claims, supports })
}
