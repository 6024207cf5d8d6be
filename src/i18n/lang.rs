//! The languages of the atlas.

use serde::{Deserialize, Serialize};

/// A language that the whole atlas speaks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Urdu.
    Ur,
    /// Russian.
    Ru,
}

/// The direction in which a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Lang {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::En, Self::Ur, Self::Ru];

    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ur => "ur",
            Self::Ru => "ru",
        }
    }

    /// The language of a BCP 47 tag, by its primary subtag: `ru-RU` is Russian.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The direction of its script.
    pub fn direction(self) -> Direction {
        match self {
            Self::Ur => Direction::Rtl,
            Self::En | Self::Ru => Direction::Ltr,
        }
    }
}
