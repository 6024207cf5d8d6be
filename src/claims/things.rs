//! What claims are about, and which claims are about a thing.

use super::Facet;
use crate::model::id::{Id, Kind, Ref};
use crate::model::study::{Claim, Study};

/// The things of the data that a claim is about, in the order of the map: places first.
pub fn things<T>(claim: &Claim<T>) -> Vec<Ref> {
    let of = |kind: Kind, ids: &[Id]| {
        ids.iter().map(move |id| Ref { kind, id: id.clone() }).collect::<Vec<_>>()
    };
    [
        of(Kind::Place, &claim.places),
        of(Kind::Project, &claim.projects),
        of(Kind::Waterway, &claim.waterways),
        of(Kind::Institution, &claim.institutions),
    ]
    .concat()
}

/// The claims that are about a thing, in the paper's order.
pub fn about<'a, T>(study: &'a Study<T>, thing: &Ref) -> Vec<&'a Claim<T>> {
    let of = |claim: &&Claim<T>| {
        let ids = match thing.kind {
            Kind::Place => &claim.places,
            Kind::Project => &claim.projects,
            Kind::Waterway => &claim.waterways,
            Kind::Institution => &claim.institutions,
        };
        ids.contains(&thing.id)
    };
    study.claims.iter().filter(of).collect()
}

/// The kind of things that a facet asks for, where it asks for things.
pub fn kind_of(facet: Facet) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| facet_of(*kind) == facet)
}

/// The facet that asks for things of a kind.
pub fn facet_of(kind: Kind) -> Facet {
    match kind {
        Kind::Place => Facet::Place,
        Kind::Project => Facet::Project,
        Kind::Waterway => Facet::Waterway,
        Kind::Institution => Facet::Institution,
    }
}
