//! What can be counted of the paper's evidence. Everything here is computed from the claims.

use crate::model::id::Id;
use crate::model::study::{CheckState, CitationState, ClaimId, ClaimKind, Study};

/// The counts, with the claims behind each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Audit {
    /// Number of claims.
    pub claims: usize,
    /// Claims by what an outside check came to, in the order of [`CheckState::ALL`].
    pub checks: Vec<(CheckState, Vec<ClaimId>)>,
    /// Claims that a citation stands beside, by the state of the citation, in the order of
    /// [`CitationState::ALL`]; a claim with several may stand in several.
    pub citations: Vec<(CitationState, Vec<ClaimId>)>,
    /// Claims without any citation that could bear one: facts and figures.
    pub unsupported: Vec<ClaimId>,
    /// Labels of citations without an entry in the list, each with its claims.
    pub missing: Vec<(String, Vec<ClaimId>)>,
    /// Labels of citations older than what they are cited for, each with its claims.
    pub impossible: Vec<(String, Vec<ClaimId>)>,
    /// Labels of citations whose entry is about something else by its title, with its claims.
    pub off_topic: Vec<(String, Vec<ClaimId>)>,
    /// Entries of the list that are never cited.
    pub uncited: Vec<Id>,
    /// Numbers with an outside check that agrees at least partly.
    pub numbers_supported: Vec<ClaimId>,
    /// Numbers without.
    pub numbers_unsupported: Vec<ClaimId>,
}

/// Counts the paper's evidence.
pub fn audit<T>(study: &Study<T>) -> Audit {
    let claims = || study.claims.iter();
    let by_check = |state: &CheckState| {
        let ids = claims().filter(|claim| claim.check.state == *state).map(|claim| claim.id);
        (*state, ids.collect())
    };
    let by_citation = |state: &CitationState| {
        let has = |claim: &&crate::model::study::Claim<T>| {
            claim.citations.iter().any(|citation| citation.state == *state)
        };
        (*state, claims().filter(has).map(|claim| claim.id).collect())
    };
    let supported = |state| matches!(state, CheckState::Agrees | CheckState::Partly);
    let (numbers_supported, numbers_unsupported): (Vec<_>, Vec<_>) = claims()
        .filter(|claim| !claim.quantities.is_empty())
        .partition(|claim| supported(claim.check.state));
    let plain = |claims: Vec<&crate::model::study::Claim<T>>| {
        claims.into_iter().map(|claim| claim.id).collect()
    };
    let uncited = study.references.iter().filter(|entry| study.citing(&entry.id).next().is_none());
    let bare = claims().filter(|claim| {
        claim.citations.is_empty() && matches!(claim.kind, ClaimKind::Fact | ClaimKind::Figure)
    });
    Audit {
        claims: study.claims.len(),
        checks: CheckState::ALL.iter().map(by_check).collect(),
        citations: CitationState::ALL.iter().map(by_citation).collect(),
        unsupported: bare.map(|claim| claim.id).collect(),
        missing: labels(study, |state, _| state == CitationState::Missing),
        impossible: labels(study, |state, too_old| {
            state == CitationState::DateImpossible || too_old
        }),
        off_topic: labels(study, |state, _| state == CitationState::OffTopic),
        uncited: uncited.map(|entry| entry.id.clone()).collect(),
        numbers_supported: plain(numbers_supported),
        numbers_unsupported: plain(numbers_unsupported),
    }
}

/// The labels of the citations that `wanted` picks, each with the claims that bear it.
fn labels<T>(
    study: &Study<T>,
    wanted: impl Fn(CitationState, bool) -> bool,
) -> Vec<(String, Vec<ClaimId>)> {
    let mut labels: Vec<(String, Vec<ClaimId>)> = Vec::new();
    for claim in &study.claims {
        for citation in claim.citations.iter().filter(|found| wanted(found.state, found.too_old)) {
            match labels.iter_mut().find(|(label, _)| *label == citation.label) {
                Some((_, ids)) => ids.push(claim.id),
                None => labels.push((citation.label.clone(), vec![claim.id])),
            }
        }
    }
    labels
}
