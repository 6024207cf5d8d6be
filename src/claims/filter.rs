//! Narrowing the claims down by what they have in common.

use super::kind_of;
use crate::model::study::{CheckState, CitationState, Claim, ClaimId, ClaimKind, Study};
use crate::model::{atlas::Atlas, id::Id};
use crate::order;
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
    /// A country that it names.
    Country,
    /// Somebody whom it names.
    Person,
    /// Ten years that a date of it falls in.
    Decade,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 11] = [
        Self::Check,
        Self::Section,
        Self::Citation,
        Self::Kind,
        Self::Project,
        Self::Place,
        Self::Waterway,
        Self::Institution,
        Self::Country,
        Self::Person,
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
            Self::Country => "country",
            Self::Person => "person",
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

/// What a claim has of a facet: ids, codes of countries, names of states, first years of decades.
fn values<T>(claim: &Claim<T>, facet: Facet) -> Vec<String> {
    let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect();
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
        Facet::Country => claim.countries.clone(),
        Facet::Person => ids(&claim.people),
        Facet::Decade => {
            let decades = claim.dates.iter().flat_map(|period| period.decades());
            once(decades.map(|decade| decade.to_string()).collect())
        }
    }
}

fn once(mut values: Vec<String>) -> Vec<String> {
    order::sort(&mut values);
    values.dedup();
    values
}

impl Facet {
    /// The names of its values in their own order, where it has a fixed few; else none.
    pub fn names(self) -> Vec<&'static str> {
        match self {
            Self::Kind => ClaimKind::ALL.iter().map(|kind| kind.name()).collect(),
            Self::Check => CheckState::ALL.iter().map(|state| state.name()).collect(),
            Self::Citation => {
                let states = CitationState::ALL.iter().map(|state| state.name());
                states.chain([UNCITED]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The values that are accepted, as a list or a pattern; the same in all languages.
    pub fn accepted(self) -> &'static str {
        match self {
            Self::Kind => {
                "fact, figure, interpretation, causal, forecast, recommendation, objective, question, method"
            }
            Self::Check => {
                "agrees, partly, contested, disagrees, same-elsewhere, not-found, not-checked"
            }
            Self::Citation => "none, listed, missing, date-impossible, off-topic",
            Self::Decade => "1950, 1960, …",
            Self::Country => "PAK, RUS, …",
            Self::Section
            | Self::Place
            | Self::Waterway
            | Self::Project
            | Self::Institution
            | Self::Person => "a–z, 0–9, -",
        }
    }

    /// Whether a claim may have that value: the name of a state, an id, a code, the first year of ten.
    pub fn accepts(self, value: &str) -> bool {
        match self {
            Self::Kind | Self::Check | Self::Citation => self.names().contains(&value),
            Self::Decade => value.parse::<i16>().is_ok_and(|year| year % 10 == 0),
            Self::Country => {
                value.len() == 3 && value.bytes().all(|sign| sign.is_ascii_uppercase())
            }
            Self::Section
            | Self::Place
            | Self::Waterway
            | Self::Project
            | Self::Institution
            | Self::Person => Id::new(value).is_some(),
        }
    }
}

/// How many of the claims that answer `query` have each value of a facet, whatever the query itself
/// asks of that facet; in the order of first appearance. `found` are the claims that its search finds.
pub fn counts<T>(
    study: &Study<T>,
    filter: &Filter,
    found: &dyn Fn(ClaimId) -> bool,
    facet: Facet,
) -> Vec<(String, usize)> {
    let mut others = filter.clone();
    others.0.remove(&facet);
    let mut counts: Vec<(String, usize)> = Vec::new();
    for claim in study.claims.iter().filter(|claim| found(claim.id) && others.holds(claim)) {
        for value in values(claim, facet) {
            match counts.iter_mut().find(|(known, _)| *known == value) {
                Some((_, n)) => *n += 1,
                None => counts.push((value, 1)),
            }
        }
    }
    counts
}

/// What was chosen of the facets, one value of each at most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter(pub BTreeMap<Facet, String>);

/// Why a part of a question is not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no such key.
    Key,
    /// No claim can have the value; what is accepted, as a list or a pattern.
    Value(&'static str),
    /// Nothing of that kind bears the id.
    Id,
}

impl Filter {
    /// Asks for a value of the facet of that name. The id of a thing is taken as `kind:id` too.
    ///
    /// # Errors
    ///
    /// Nothing changes where there is no such facet, no such thing, or where no claim can have the value.
    pub fn set(&mut self, name: &str, value: &str, atlas: &Atlas) -> Result<(), Refused> {
        let facet = Facet::from_name(name).ok_or(Refused::Key)?;
        let value = match kind_of(facet) {
            Some(kind) => atlas.resolve_as(kind, value).ok_or(Refused::Id)?.id.to_string(),
            None if facet.accepts(value) => value.to_owned(),
            None => return Err(Refused::Value(facet.accepted())),
        };
        self.0.insert(facet, value);
        Ok(())
    }

    /// Whether a claim has all that was chosen.
    pub fn holds<T>(&self, claim: &Claim<T>) -> bool {
        self.0.iter().all(|(facet, value)| values(claim, *facet).contains(value))
    }
}
