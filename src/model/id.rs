//! Names by which the parts of the data set refer to each other.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A short lower-case name: letters a to z, digits and hyphens, starting with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(String);

impl Id {
    /// The id spelt `text`, or `None` when it holds anything but a–z, 0–9 and inner hyphens.
    pub fn new(text: &str) -> Option<Self> {
        let inner = !text.is_empty() && !text.starts_with('-') && !text.ends_with('-');
        let plain = text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        (inner && plain && text.len() <= 64).then(|| Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What an id may name. The order is the one in which a bare id is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A port, city, crossing, lock or strait.
    Place,
    /// A planned or built corridor.
    Project,
    /// A river, canal or sea that carries ships.
    Waterway,
    /// An organisation of states.
    Institution,
}

impl Kind {
    /// Every kind, in the order of resolution.
    pub const ALL: [Self; 4] = [Self::Place, Self::Project, Self::Waterway, Self::Institution];

    /// The word in `kind:id`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Project => "project",
            Self::Waterway => "waterway",
            Self::Institution => "institution",
        }
    }
}

/// One thing of the data set, named without doubt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    /// What it is.
    pub kind: Kind,
    /// Its id among its kind.
    pub id: Id,
}

impl fmt::Display for Ref {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.kind.name(), self.id)
    }
}

/// Each id once, in the order of first appearance.
pub fn each_once<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<Id> {
    let mut seen: Vec<Id> = Vec::new();
    for id in ids {
        if !seen.contains(id) {
            seen.push(id.clone());
        }
    }
    seen
}

/// The one of the `known` names that is spelt most like `given`, if any is: at most a third of the letters differ.
pub fn nearest<'k>(given: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let letters = given.chars().count();
    if letters > 64 {
        return None;
    }
    let all = known.into_iter().map(|name| (strsim::osa_distance(given, name), name));
    all.filter(|(distance, _)| *distance * 3 <= letters)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}
