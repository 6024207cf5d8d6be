//! Named inputs of the route search, each a range with its source.

use crate::i18n::Names;
use crate::model::fact::Confidence;
use crate::model::id::Id;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// What an assumption measures, as its source prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Kilometres an hour.
    KmPerHour,
    /// Nautical miles an hour.
    Knots,
    /// Kilometres a day.
    KmPerDay,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Hours in a thousand kilometres.
    HoursPer1000Km,
    /// US dollars for one TEU.
    Usd,
    /// US dollars for one TEU over one kilometre.
    UsdPerTeuKm,
    /// US dollars for 20 t, one TEU here, over 500 km.
    UsdPer500Km,
    /// A ratio.
    Factor,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 10] = [
        Self::KmPerHour,
        Self::Knots,
        Self::KmPerDay,
        Self::Hours,
        Self::Days,
        Self::HoursPer1000Km,
        Self::Usd,
        Self::UsdPerTeuKm,
        Self::UsdPer500Km,
        Self::Factor,
    ];

    /// The name in `data/`; its words are the message `input.<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::KmPerHour => "km-per-hour",
            Self::Knots => "knots",
            Self::KmPerDay => "km-per-day",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::HoursPer1000Km => "hours-per-1000-km",
            Self::Usd => "usd",
            Self::UsdPerTeuKm => "usd-per-teu-km",
            Self::UsdPer500Km => "usd-per-500-km",
            Self::Factor => "factor",
        }
    }

    /// Whether a larger figure makes a journey shorter.
    pub fn is_speed(self) -> bool {
        matches!(self, Self::KmPerHour | Self::Knots | Self::KmPerDay)
    }

    /// How many km/h, hours, dollars or dollars a kilometre one unit is. A nautical mile is 1.852 km
    /// (BIPM, The International System of Units, 8th edition, table 8).
    pub fn scale(self) -> f64 {
        match self {
            Self::Knots => 1.852,
            Self::KmPerDay => 1.0 / 24.0,
            Self::Days => 24.0,
            Self::HoursPer1000Km => 1.0 / 1000.0,
            Self::UsdPer500Km => 1.0 / 500.0,
            Self::KmPerHour | Self::Hours | Self::Usd | Self::UsdPerTeuKm | Self::Factor => 1.0,
        }
    }
}

/// A speed, delay or price that routes rest on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// Its id; `as.<id>` in a link changes it.
    pub id: Id,
    /// What it is: the words in [`Network::words`](super::Network::words), where `{country}` and
    /// `{place}` are filled from here.
    pub what: Id,
    /// The country of which it holds.
    pub country: Option<String>,
    /// The place of which it holds.
    pub place: Option<Id>,
    /// The unit of the figures.
    pub measure: Measure,
    /// Low, middle and high, in that unit; low ≤ middle ≤ high.
    pub range: [f64; 3],
    /// How far to trust it.
    pub basis: Confidence,
    /// Where it stands.
    pub source: Option<Id>,
    /// Of when it is true.
    pub date: Option<PartialDate>,
    /// What a reader must know beside it.
    pub note: Option<Names>,
}

/// A part of the time or price of a step: so many kilometres, or times, of one assumption.
///
/// Time along a way is kilometres divided by a speed; all else is a multiple of the assumption.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Index into [`Network::assumptions`](super::Network::assumptions).
    pub assumption: u16,
    /// Kilometres of a speed or of a price per kilometre; else how often.
    pub amount: f32,
}
