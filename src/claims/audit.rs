//! What can be counted about the paper's evidence; every figure comes from the claims themselves.

use crate::model::id::Id;
use crate::model::study::{CheckState, CitationState, Claim, ClaimId, ClaimKind, Study};

/// A citation as it is printed, and the claims that it stands for.
pub type Cited = (String, Vec<ClaimId>);

/// How the claims that state a number are supported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Support {
    /// With a citation that is in the list and can bear it.
    pub cited: Vec<ClaimId>,
    /// With citations of which none can bear it.
    pub weak: Vec<ClaimId>,
    /// Without any.
    pub uncited: Vec<ClaimId>,
}

/// The counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// How many claims there are of each kind.
    pub kinds: Vec<(ClaimKind, usize)>,
    /// How many claims an outside check came to which state.
    pub checks: Vec<(CheckState, usize)>,
    /// How many citations there are of each state.
    pub citations: Vec<(CitationState, usize)>,
    /// How many claims name no work.
    pub uncited: usize,
    /// Citations that have no entry in the list.
    pub missing: Vec<Cited>,
    /// Citations older than what they are cited for, missing ones among them.
    pub too_old: Vec<Cited>,
    /// Citations of works about something else, by their titles.
    pub off_topic: Vec<Cited>,
    /// Entries of the list that nothing cites.
    pub never_cited: Vec<Id>,
    /// Entries with something odd about them.
    pub odd: Vec<Id>,
    /// The claims that state a number.
    pub numbers: Support,
}

impl Audit {
    /// Counts a study.
    pub fn of<T>(study: &Study<T>) -> Self {
        let mut audit = Self {
            kinds: tally(ClaimKind::ALL, study.claims.iter().map(|claim| claim.kind)),
            checks: tally(CheckState::ALL, study.claims.iter().map(|claim| claim.check.state)),
            citations: tally(
                CitationState::ALL,
                study.claims.iter().flat_map(|claim| &claim.citations).map(|cited| cited.state),
            ),
            ..Self::default()
        };
        for claim in &study.claims {
            audit.count(claim);
        }
        let entries = study.references.iter();
        let never = entries.clone().filter(|entry| study.citing(&entry.id).next().is_none());
        audit.never_cited = never.map(|entry| entry.id.clone()).collect();
        let odd = entries.filter(|entry| !entry.remarks.is_empty());
        audit.odd = odd.map(|entry| entry.id.clone()).collect();
        audit
    }

    fn count<T>(&mut self, claim: &Claim<T>) {
        if claim.citations.is_empty() {
            self.uncited += 1;
        }
        for citation in &claim.citations {
            let old = citation.too_old || citation.state == CitationState::DateImpossible;
            let lists = [
                (citation.state == CitationState::Missing, &mut self.missing),
                (old, &mut self.too_old),
                (citation.state == CitationState::OffTopic, &mut self.off_topic),
            ];
            for (_, list) in lists.into_iter().filter(|(belongs, _)| *belongs) {
                add(list, &citation.label, claim.id);
            }
        }
        if !claim.quantities.is_empty() {
            let bears = |state| state == CitationState::Listed;
            let list = match claim.citations.as_slice() {
                [] => &mut self.numbers.uncited,
                citations if citations.iter().any(|citation| bears(citation.state)) => {
                    &mut self.numbers.cited
                }
                _ => &mut self.numbers.weak,
            };
            list.push(claim.id);
        }
    }
}

fn add(list: &mut Vec<Cited>, label: &str, claim: ClaimId) {
    match list.iter_mut().find(|(known, _)| known == label) {
        Some((_, claims)) => claims.push(claim),
        None => list.push((label.to_owned(), vec![claim])),
    }
}

/// How often each occurs; those that do not are left out.
fn tally<K: Copy + PartialEq>(all: &[K], found: impl Iterator<Item = K>) -> Vec<(K, usize)> {
    let found: Vec<K> = found.collect();
    let count = |kind: &K| found.iter().filter(|one| *one == kind).count();
    all.iter().map(|kind| (*kind, count(kind))).filter(|(_, n)| *n > 0).collect()
}
