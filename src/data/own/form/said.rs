//! What is said: institutions, claims and events.

use crate::data::own::fields::fields;
use crate::data::own::word::{Country, Date, Name, Word, Words};
use crate::model::{
    institution::Standing,
    study::{CheckState, ClaimKind},
};
use schemars::JsonSchema;

/// An organisation of states.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Institution {
    /// Its id.
    pub(in crate::data::own) id: Name,
    /// Full names.
    pub(in crate::data::own) names: Words,
    /// Short forms.
    pub(in crate::data::own) short: Option<Words>,
    /// One sentence on what it is.
    pub(in crate::data::own) summary: Option<Words>,
    /// Members and their dates.
    #[schemars(default)]
    #[schemars(length(max = 500))]
    pub(in crate::data::own) members: Vec<Member>,
    /// Ids of its sources; the first is that of members that name none.
    #[schemars(length(min = 1, max = 200))]
    pub(in crate::data::own) sources: Vec<Name>,
}

fields!(Institution { id = "id", names = "names", short = "short", summary = "summary", members = "members", sources = "sources" });

/// One country's time in an organisation.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Member {
    /// The country.
    pub(in crate::data::own) country: Country,
    /// Since when.
    pub(in crate::data::own) from: Date,
    /// Until when, if it ended.
    pub(in crate::data::own) to: Option<Date>,
    /// As what.
    pub(in crate::data::own) status: Word<Standing>,
    /// Id of the source.
    pub(in crate::data::own) source: Option<Name>,
}

fields!(Member { country = "country", from = "from", to = "to", status = "status", source = "source" });

/// One thing that the paper says.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Claim {
    /// Its number: C001 for the first, C002 for the second.
    #[schemars(length(equal = 4))]
    pub(in crate::data::own) id: String,
    /// The part of the paper that it stands in.
    pub(in crate::data::own) section: Name,
    /// The paragraph of that part, from 1; not there where paragraphs cannot be counted.
    #[schemars(range(min = 1, max = 255))]
    pub(in crate::data::own) paragraph: Option<u8>,
    /// What sort of statement it is.
    pub(in crate::data::own) kind: Word<ClaimKind>,
    /// What it says, in words of your own.
    pub(in crate::data::own) text: Words,
    /// Who is said to say it, where it is not the authors.
    pub(in crate::data::own) who: Option<Words>,
    /// Ids of places that it is about.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) places: Vec<Name>,
    /// Ids of corridors that it is about.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) corridors: Vec<Name>,
    /// Ids of institutions that it is about.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) institutions: Vec<Name>,
    /// Countries that it is about.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) countries: Vec<Country>,
    /// What was found outside of the paper.
    pub(in crate::data::own) check: Option<Check>,
}

fields!(Claim { id = "id", section = "section", paragraph = "paragraph", kind = "kind", text = "text", who = "who", places = "places", corridors = "corridors", institutions = "institutions", countries = "countries", check = "check" });

/// What was found outside of the paper.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Check {
    /// What it came to.
    pub(in crate::data::own) state: Word<CheckState>,
    /// What was found.
    pub(in crate::data::own) note: Option<Words>,
    /// Ids of sources.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) sources: Vec<Name>,
}

fields!(Check { state = "state", note = "note", sources = "sources" });

/// A dated event.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::data::own) struct Event {
    /// Its id.
    pub(in crate::data::own) id: Name,
    /// When, or since when.
    pub(in crate::data::own) date: Date,
    /// Until when, where it took its time.
    pub(in crate::data::own) until: Option<Date>,
    /// What happened, as one short sentence.
    pub(in crate::data::own) text: Words,
    /// Whether the paper names it.
    #[schemars(default)]
    pub(in crate::data::own) paper: bool,
    /// Numbers of claims that speak of it.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) claims: Vec<String>,
    /// Ids of places that it is about.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) places: Vec<Name>,
    /// Ids of corridors that it is about.
    #[schemars(default)]
    #[schemars(length(max = 100))]
    pub(in crate::data::own) corridors: Vec<Name>,
    /// Ids of sources.
    #[schemars(length(min = 1, max = 100))]
    pub(in crate::data::own) sources: Vec<Name>,
}

fields!(Event { id = "id", date = "date", until = "until", text = "text", paper = "paper", claims = "claims", places = "places", corridors = "corridors", sources = "sources" });
