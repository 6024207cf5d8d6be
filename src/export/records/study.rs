//! What the paper says, as plain records in one language.

use super::VerdictRecord;
use crate::export::{
    cite::{Style, Work},
    json::Json,
};
use crate::model::atlas::Atlas;
use crate::model::id::Id;
use crate::model::study::{Claim, Event, Study};
use serde::Serialize;

/// One thing that the paper says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimRecord {
    /// Its number, as `C076`.
    pub id: String,
    /// Key of the section it stands in.
    pub section: String,
    /// The paragraph of the section, from 1; not there where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u8>,
    /// `fact`, `figure`, `interpretation`, `causal`, `forecast`, `recommendation`, `objective`,
    /// `question` or `method`.
    pub kind: &'static str,
    /// What it says, in the atlas's own words.
    pub text: String,
    /// Language of the words: `en` where they are not translated yet.
    pub lang: &'static str,
    /// Who is said to say it, where it is not the authors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// Works named for it.
    pub citations: Vec<CitationRecord>,
    /// Ids of places.
    pub places: Vec<String>,
    /// Ids of projects.
    pub projects: Vec<String>,
    /// Ids of waterways.
    pub waterways: Vec<String>,
    /// Ids of institutions.
    pub institutions: Vec<String>,
    /// ISO 3166-1 alpha-3 codes.
    pub countries: Vec<String>,
    /// Names of those who act in it.
    pub people: Vec<String>,
    /// Dates, or two with a slash between them.
    pub dates: Vec<String>,
    /// Numbers that it states.
    pub quantities: Vec<QuantityRecord>,
    /// Numbers of earlier claims that it repeats.
    pub repeats: Vec<String>,
    /// What was found outside.
    pub check: CheckRecord,
    /// What the network says of it, where it can be put to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<VerdictRecord>,
}

/// A work named for a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CitationRecord {
    /// As the paper prints it.
    pub label: String,
    /// `listed`, `missing`, `date-impossible` or `off-topic`.
    pub state: &'static str,
    /// Key of the entry in the paper's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// A number in a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuantityRecord {
    /// The number.
    pub value: f64,
    /// Name of its unit.
    pub unit: &'static str,
    /// What it counts.
    pub what: String,
    /// `over` or `about`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<&'static str>,
    /// The year of which it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
}

/// What was found outside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckRecord {
    /// `agrees`, `partly`, `contested`, `disagrees`, `same-elsewhere`, `not-found` or `not-checked`.
    pub state: &'static str,
    /// What was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Ids of sources.
    pub sources: Vec<String>,
}

/// A dated event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventRecord {
    /// Its id.
    pub id: String,
    /// When: a date, or two with a slash between them.
    pub date: String,
    /// `paper` where the paper names it, else `outside`.
    pub origin: &'static str,
    /// What happened.
    pub text: String,
    /// Language of the words: `en` where they are not translated yet.
    pub lang: &'static str,
    /// Numbers of claims that speak of it.
    pub claims: Vec<String>,
    /// Ids of places.
    pub places: Vec<String>,
    /// Ids of projects.
    pub projects: Vec<String>,
    /// Ids of institutions.
    pub institutions: Vec<String>,
    /// Ids of sources.
    pub sources: Vec<String>,
}

/// A claim.
pub fn claim(study: &Study<String>, claim: &Claim<String>) -> ClaimRecord {
    let name = |id: &Id| study.people.iter().find(|person| person.id == *id);
    ClaimRecord {
        id: claim.id.to_string(),
        section: claim.section.to_string(),
        paragraph: (claim.paragraph > 0).then_some(claim.paragraph),
        kind: claim.kind.name(),
        text: claim.text.clone(),
        lang: claim.lang.code(),
        who: claim.who.clone(),
        citations: claim
            .citations
            .iter()
            .map(|citation| CitationRecord {
                label: citation.label.clone(),
                state: citation.state.name(),
                reference: citation.reference.as_ref().map(Id::to_string),
            })
            .collect(),
        places: texts(&claim.places),
        projects: texts(&claim.projects),
        waterways: texts(&claim.waterways),
        institutions: texts(&claim.institutions),
        countries: claim.countries.clone(),
        people: claim.people.iter().filter_map(name).map(|person| person.names.clone()).collect(),
        dates: texts(&claim.dates),
        quantities: claim
            .quantities
            .iter()
            .map(|quantity| QuantityRecord {
                value: quantity.value,
                unit: quantity.unit.name(),
                what: quantity.what.to_string(),
                bound: quantity.bound.map(|bound| bound.name()),
                year: quantity.year,
            })
            .collect(),
        repeats: texts(&claim.repeats),
        verdict: None,
        check: CheckRecord {
            state: claim.check.state.name(),
            note: claim.check.note.clone(),
            sources: texts(&claim.check.sources),
        },
    }
}

/// All events, oldest first.
pub fn events(study: &Study<String>) -> Vec<EventRecord> {
    let event = |event: &Event<String>| EventRecord {
        id: event.id.to_string(),
        date: event.period.to_string(),
        origin: event.origin.name(),
        text: event.text.clone(),
        lang: event.lang.code(),
        claims: texts(&event.claims),
        places: texts(&event.places),
        projects: texts(&event.projects),
        institutions: texts(&event.institutions),
        sources: texts(&event.sources),
    };
    study.events.iter().map(event).collect()
}

fn texts<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(T::to_string).collect()
}

/// A claim with its evidence as a file: its record, the entries of its citations, and the sources of
/// its check.
pub fn claim_file(atlas: &Atlas, study: &Study<String>, claim: &Claim<String>) -> String {
    let mut json = Json::default();
    json.open('{').pair("id", &claim.id.to_string()).pair("text", &claim.text);
    json.pair("lang", claim.lang.code()).pair("section", claim.section.as_str());
    json.key("paragraph").whole(claim.paragraph.into());
    json.pair("kind", claim.kind.name());
    json.pair("paper", &atlas.paper.title).pair("data", &atlas.version);
    json.pair("dataDate", &atlas.date.to_string());
    json.key("citations").open('[');
    for citation in &claim.citations {
        json.open('{').pair("label", &citation.label).pair("state", citation.state.name());
        let id = citation.reference.as_ref();
        let entry = id.and_then(|id| study.references.iter().find(|entry| entry.id == *id));
        if let Some(entry) = entry {
            json.pair("entry", &Work::of_reference(entry).cited(Style::Apa));
        }
        json.close('}');
    }
    json.close(']');
    json.key("check").open('{').pair("state", claim.check.state.name());
    if let Some(note) = &claim.check.note {
        json.pair("note", note);
    }
    json.key("sources").open('[');
    for source in claim.check.sources.iter().filter_map(|id| atlas.source(id)) {
        json.open('{').pair("id", source.id.as_str()).pair("title", &source.title);
        if let Some(url) = &source.url {
            json.pair("url", url);
        }
        json.close('}');
    }
    json.close(']').close('}').close('}');
    json.out
}
