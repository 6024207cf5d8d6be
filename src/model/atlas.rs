//! The whole checked data set.

use super::{
    corridor::Corridor,
    evidence::Apart,
    id::{Id, Kind, Ref},
    institution::Institution,
    label::AreaLabel,
    line::Line,
    place::Place,
    source::Source,
    study::ClaimId,
};
use crate::geo::LonLat;
use crate::i18n::{Catalogs, Names, cut};
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// Everything that the page embeds, but for the basemap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Atlas {
    /// Version of the data, as `data/dataset.toml` gives it.
    pub version: String,
    /// The date of which the data are true; the default year of the map.
    pub date: PartialDate,
    /// The paper that the atlas follows.
    pub paper: Paper,
    /// What the first view shows: points at its edges.
    pub region: Vec<LonLat>,
    /// Texts read.
    pub sources: Vec<Source>,
    /// Points.
    pub places: Vec<Place>,
    /// Stretches that are drawn.
    pub lines: Vec<Line>,
    /// Projects first, then waterways.
    pub corridors: Vec<Corridor>,
    /// Organisations.
    pub institutions: Vec<Institution>,
    /// Names of areas.
    pub labels: Vec<AreaLabel>,
    /// Words for people, in three languages.
    pub catalogs: Catalogs,
    /// What of the paper's claims must be known before they are loaded.
    pub study: StudyOutline,
    /// The checksum of the file with the network.
    pub network: u32,
    /// How many sources come with the network.
    pub network_sources: u16,
    /// What it lacks while its evidence lies apart: sources, facts, and the words of cards and pages.
    pub apart: Option<Apart>,
    /// What changed in the data, newest first.
    pub changes: Vec<Change>,
    /// There where a reader or a host brought the data along.
    pub brought: Option<Brought>,
}

/// A change of the data that their readers should know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The day.
    pub date: PartialDate,
    /// The version of the data from which on it holds.
    pub version: String,
    /// What was added or corrected.
    pub text: Names,
}

/// What is known of data that are not the atlas's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Their licence, in words.
    pub licence: Option<String>,
}

/// The paper's claims from outside: how many there are, and which files hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StudyOutline {
    /// Claims are numbered from 1 to this.
    pub claims: u16,
    /// How many events there are.
    pub events: u16,
    /// Steps of the guided tour are numbered from 1 to this.
    pub steps: u8,
    /// The checksum of the file of each language, in the order of [`Lang::ALL`](crate::i18n::Lang::ALL).
    pub parts: [u32; 3],
}

/// A paper as a citation names it; its title stays in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Title.
    pub title: String,
    /// Full names of its authors, in its order.
    pub authors: Vec<String>,
}

/// Why a text names nothing in the data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nothing is called `{given}`")]
pub struct UnknownId {
    /// What was asked for.
    pub given: String,
}

impl Atlas {
    /// The claim of that number, bare or as `claim:C076`, if there is one.
    pub fn claim(&self, text: &str) -> Option<ClaimId> {
        let number = text.strip_prefix("claim:").unwrap_or(text).parse().ok();
        number.filter(|id: &ClaimId| (1..=self.study.claims).contains(&id.0))
    }

    /// How many sources there are, those of the network included, also while they lie apart.
    pub fn source_count(&self) -> usize {
        let own = self.apart.map_or(self.sources.len(), |apart| usize::from(apart.sources));
        own + usize::from(self.network_sources)
    }

    /// The source of that id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The place of that id.
    pub fn place(&self, id: &Id) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// The line of that id.
    pub fn line(&self, id: &Id) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// The project or waterway of that id.
    pub fn corridor(&self, id: &Id) -> Option<&Corridor> {
        self.corridors.iter().find(|corridor| corridor.id == *id)
    }

    /// The organisation of that id.
    pub fn institution(&self, id: &Id) -> Option<&Institution> {
        self.institutions.iter().find(|institution| institution.id == *id)
    }

    /// The names of a thing, if it exists.
    pub fn names(&self, target: &Ref) -> Option<&Names> {
        match target.kind {
            Kind::Place => self.place(&target.id).map(|place| &place.names),
            Kind::Project | Kind::Waterway => {
                self.corridor(&target.id).map(|corridor| &corridor.names)
            }
            Kind::Institution => self.institution(&target.id).map(|found| &found.names),
        }
    }

    /// Whether the thing exists.
    pub fn has(&self, target: &Ref) -> bool {
        match target.kind {
            Kind::Place => self.place(&target.id).is_some(),
            Kind::Project => self.corridor(&target.id).is_some_and(|found| !found.waterway),
            Kind::Waterway => self.corridor(&target.id).is_some_and(|found| found.waterway),
            Kind::Institution => self.institution(&target.id).is_some(),
        }
    }

    /// Resolves `id` or `kind:id`; a bare id is tried in the order of [`Kind::ALL`].
    ///
    /// # Errors
    ///
    /// [`UnknownId`] when nothing bears the name.
    pub fn resolve(&self, text: &str) -> Result<Ref, UnknownId> {
        let found = Kind::ALL.into_iter().find_map(|kind| self.resolve_as(kind, text));
        found.ok_or_else(|| UnknownId { given: cut(text) })
    }

    /// Resolves `id` or `kind:id` among the things of one kind.
    pub fn resolve_as(&self, kind: Kind, text: &str) -> Option<Ref> {
        let name = match text.split_once(':') {
            Some((word, name)) => Some(name).filter(|_| word == kind.name())?,
            None => text,
        };
        Some(Ref { kind, id: Id::new(name)? }).filter(|target| self.has(target))
    }
}
