//! Narrowing the claims down by what they have in common.

use crate::model::study::{Claim, Study};
use std::collections::BTreeMap;

/// A property by which claims can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The section it stands in.
    Section,
    /// What sort of statement it is.
    Kind,
    /// What an outside check came to.
    Check,
    /// Whether its citations lead anywhere.
    Citation,
    /// A place that it is about.
    Place,
    /// A waterway that it is about.
    Waterway,
    /// A project that it is about.
    Project,
    /// An organisation that it is about.
    Institution,
    /// Ten years that a date of it falls in.
    Decade,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Check,
        Self::Section,
        Self::Citation,
        Self::Kind,
        Self::Project,
        Self::Place,
        Self::Waterway,
        Self::Institution,
        Self::Decade,
    ];

    /// The name in fragments, after `filter.`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Kind => "kind",
            Self::Check => "check",
            Self::Citation => "citation",
            Self::Place => "place",
            Self::Waterway => "waterway",
            Self::Project => "project",
            Self::Institution => "institution",
            Self::Decade => "decade",
        }
    }

    /// The facet of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }
}

/// What a claim without any citation has for [`Facet::Citation`].
const UNCITED: &str = "none";

/// What a claim has of a facet: ids, names of states, first years of decades.
pub fn values<T>(claim: &Claim<T>, facet: Facet) -> Vec<String> {
    let ids = |ids: &[crate::model::id::Id]| ids.iter().map(ToString::to_string).collect();
    match facet {
        Facet::Section => vec![claim.section.to_string()],
        Facet::Kind => vec![claim.kind.name().to_owned()],
        Facet::Check => vec![claim.check.state.name().to_owned()],
        Facet::Citation if claim.citations.is_empty() => vec![UNCITED.to_owned()],
        Facet::Citation => {
            let states = claim.citations.iter().map(|citation| citation.state.name().to_owned());
            once(states.collect())
        }
        Facet::Place => ids(&claim.places),
        Facet::Waterway => ids(&claim.waterways),
        Facet::Project => ids(&claim.projects),
        Facet::Institution => ids(&claim.institutions),
        Facet::Decade => {
            let decades = claim.dates.iter().flat_map(|period| period.decades());
            once(decades.map(|decade| decade.to_string()).collect())
        }
    }
}

fn once(mut values: Vec<String>) -> Vec<String> {
    values.sort();
    values.dedup();
    values
}

/// What was chosen of the facets, one value of each at most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter(pub BTreeMap<Facet, String>);

impl Filter {
    /// Longest value, in bytes.
    pub const MAX_VALUE: usize = 64;

    /// What is chosen of a facet.
    pub fn get(&self, facet: Facet) -> Option<&str> {
        self.0.get(&facet).map(String::as_str)
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same with that value chosen, or none.
    #[must_use]
    pub fn with(&self, facet: Facet, value: Option<String>) -> Self {
        let mut next = self.clone();
        match value {
            Some(value) => next.0.insert(facet, value),
            None => next.0.remove(&facet),
        };
        next
    }

    /// Whether a claim has all that was chosen, one facet left out of account.
    fn lets_through<T>(&self, claim: &Claim<T>, but: Option<Facet>) -> bool {
        self.0
            .iter()
            .filter(|(facet, _)| Some(**facet) != but)
            .all(|(facet, value)| values(claim, *facet).contains(value))
    }

    /// Whether a claim has all that was chosen.
    pub fn holds<T>(&self, claim: &Claim<T>) -> bool {
        self.lets_through(claim, None)
    }
}

/// How many claims each value of a facet would leave, given what else is chosen and `among` which
/// claims (those that a search found). Values are in order of first appearance; those that would
/// leave none are not there, but for the chosen one.
pub fn counts<T>(
    study: &Study<T>,
    filter: &Filter,
    among: &dyn Fn(&Claim<T>) -> bool,
    facet: Facet,
) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    let left = study.claims.iter().filter(|claim| filter.lets_through(claim, Some(facet)));
    for value in left.filter(|claim| among(claim)).flat_map(|claim| values(claim, facet)) {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, n)) => *n += 1,
            None => counts.push((value, 1)),
        }
    }
    if let Some(chosen) = filter.get(facet)
        && !counts.iter().any(|(value, _)| value == chosen)
    {
        counts.push((chosen.to_owned(), 0));
    }
    counts
}
