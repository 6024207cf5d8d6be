//! Narrowing the claims down by what they have in common.

use crate::model::study::Claim;
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
    /// Every facet.
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

    /// The name in queries.
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
fn values<T>(claim: &Claim<T>, facet: Facet) -> Vec<String> {
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
    /// Whether a claim has all that was chosen.
    pub fn holds<T>(&self, claim: &Claim<T>) -> bool {
        self.0.iter().all(|(facet, value)| values(claim, *facet).contains(value))
    }
}
