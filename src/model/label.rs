//! Names of areas: countries, seas and rivers, which have no symbol of their own.

use crate::geo::LonLat;
use crate::i18n::Names;
use serde::{Deserialize, Serialize};

/// The class of an area label; decides size, colour and case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AreaClass {
    /// Pakistan and Russia.
    CountryStrong,
    /// A country.
    Country,
    /// A small country.
    CountrySmall,
    /// An ocean or large sea.
    SeaLarge,
    /// A sea, gulf or lake.
    Sea,
    /// A river, written along its course.
    River,
}

impl AreaClass {
    /// Every class.
    pub const ALL: [Self; 6] = [
        Self::CountryStrong,
        Self::Country,
        Self::CountrySmall,
        Self::SeaLarge,
        Self::Sea,
        Self::River,
    ];

    /// The name in `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::CountryStrong => "country-strong",
            Self::Country => "country",
            Self::CountrySmall => "country-small",
            Self::SeaLarge => "sea-large",
            Self::Sea => "sea",
            Self::River => "river",
        }
    }
}

/// The name of an area and where it may stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AreaLabel {
    /// What is named.
    pub class: AreaClass,
    /// The names; a line break is allowed at a `|`.
    pub names: Names,
    /// ISO 3166-1 alpha-3 code where it is a country.
    pub country: Option<String>,
    /// Points where the label's middle may stand, best first; of a river, points beside its course.
    pub at: Vec<LonLat>,
    /// Smallest zoom at which it is drawn (`z` of the fragment).
    pub min_zoom: f32,
}
