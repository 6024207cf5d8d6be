//! Quantities that look like bare numbers elsewhere: units of facts and dates of uneven precision.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What a number in the data counts. The name in `data/` is the kebab-case form; its words are in
/// the catalogs under `unit.<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Unit {
    /// Kilometres.
    Km,
    /// Metres.
    M,
    /// Millimetres; gauges of railways.
    Mm,
    /// Inches; diameters of pipelines.
    Inch,
    /// Billion cubic metres of gas a year.
    BcmPerYear,
    /// Million tonnes.
    MillionTonnes,
    /// Million tonnes a year.
    MillionTonnesPerYear,
    /// Tonnes; deadweight.
    Tonnes,
    /// Twenty-foot equivalent units.
    Teu,
    /// Million barrels of oil a day.
    MillionBarrelsPerDay,
    /// Million million United States dollars.
    UsdTrillion,
    /// Thousand million United States dollars.
    UsdBillion,
    /// Million United States dollars.
    UsdMillion,
    /// Thousand million euros.
    EurBillion,
    /// Parts of a hundred.
    Percent,
    /// Parts of a hundred each year.
    PercentPerYear,
    /// Kilometres an hour.
    KmPerHour,
    /// Days of 24 hours.
    Days,
    /// Hours.
    Hours,
    /// Things counted: locks, berths, ships.
    Count,
    /// A place in an order, from 1.
    Rank,
}

impl Unit {
    /// Every unit, in the order of the declaration.
    pub const ALL: [Self; 21] = [
        Self::Km,
        Self::M,
        Self::Mm,
        Self::Inch,
        Self::BcmPerYear,
        Self::MillionTonnes,
        Self::MillionTonnesPerYear,
        Self::Tonnes,
        Self::Teu,
        Self::MillionBarrelsPerDay,
        Self::UsdTrillion,
        Self::UsdBillion,
        Self::UsdMillion,
        Self::EurBillion,
        Self::Percent,
        Self::PercentPerYear,
        Self::KmPerHour,
        Self::Days,
        Self::Hours,
        Self::Count,
        Self::Rank,
    ];

    /// The name used in `data/` and in records given to hosts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Km => "km",
            Self::M => "m",
            Self::Mm => "mm",
            Self::Inch => "inch",
            Self::BcmPerYear => "bcm-per-year",
            Self::MillionTonnes => "million-tonnes",
            Self::MillionTonnesPerYear => "million-tonnes-per-year",
            Self::Tonnes => "tonnes",
            Self::Teu => "teu",
            Self::MillionBarrelsPerDay => "million-barrels-per-day",
            Self::UsdTrillion => "usd-trillion",
            Self::UsdBillion => "usd-billion",
            Self::UsdMillion => "usd-million",
            Self::EurBillion => "eur-billion",
            Self::Percent => "percent",
            Self::PercentPerYear => "percent-per-year",
            Self::KmPerHour => "km-per-hour",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Count => "count",
            Self::Rank => "rank",
        }
    }

    /// The unit of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// A date known to the year, the month or the day, in the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// Year, as written.
    pub year: i16,
    /// Month 1 to 12, where known.
    pub month: Option<u8>,
    /// Day 1 to 31, where known; never without a month.
    pub day: Option<u8>,
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date; write 2021, 2021-05 or 2021-05-28")]
pub struct DateError(pub String);

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let bad = || DateError(text.to_owned());
        let mut parts = text.split('-');
        let number = |part: Option<&str>, width: usize| -> Result<Option<u16>, DateError> {
            match part {
                None => Ok(None),
                Some(digits)
                    if digits.len() == width
                        && digits.bytes().all(|byte| byte.is_ascii_digit()) =>
                {
                    digits.parse().map(Some).map_err(|_| bad())
                }
                Some(_) => Err(bad()),
            }
        };
        let year = number(parts.next(), 4)?.ok_or_else(bad)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some()
            || month.is_some_and(|month| !(1..=12).contains(&month))
            || day.is_some_and(|day| !(1..=31).contains(&day))
        {
            return Err(bad());
        }
        Ok(Self {
            year: year.try_into().map_err(|_| bad())?,
            month: month.map(|month| month as u8),
            day: day.map(|day| day as u8),
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(out, "-{day:02}")?;
        }
        Ok(())
    }
}
