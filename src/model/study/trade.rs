//! Figures of Russia's trade with one partner, each on its own base.

use super::{Origin, claim::named};
use crate::i18n::{Lang, Names};
use crate::model::id::Id;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

named! {
    /// What stretch of time a figure counts. Figures of different bases are never joined.
    Basis {
        /// January to December.
        CalendarYear = "calendar-year",
        /// The first ten months of a year.
        TenMonths = "ten-months",
        /// The first eleven months of a year.
        ElevenMonths = "eleven-months",
        /// July to June, or April to March in India.
        FiscalYear = "fiscal-year",
        /// The source does not say.
        Unclear = "unclear",
    }
}

/// One published figure, in million United States dollars.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TradePoint<T> {
    /// Its id.
    pub id: Id,
    /// Russia's partner, ISO 3166-1 alpha-3.
    pub partner: String,
    /// Whether the paper prints it.
    pub origin: Origin,
    /// The stretch of time as the source writes it; the paper gives none.
    pub period: Option<String>,
    /// First month, where it is clear.
    pub from: Option<PartialDate>,
    /// Last month, where it is clear.
    pub to: Option<PartialDate>,
    /// What stretch of time it counts.
    pub basis: Basis,
    /// Whose figure it is.
    pub reporter: T,
    /// Exports and imports together.
    pub total: f64,
    /// The partner's exports to Russia.
    pub exports: Option<f64>,
    /// The partner's imports from Russia.
    pub imports: Option<f64>,
    /// Whether the source rounds or says "above".
    pub about: bool,
    /// What a reader must know beside it.
    pub note: Option<T>,
    /// Where it was read; the paper's own figures have none.
    pub source: Option<Id>,
}

impl TradePoint<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> TradePoint<String> {
        let say = |names: &Names| names.get(lang).to_owned();
        TradePoint {
            id: self.id.clone(),
            partner: self.partner.clone(),
            origin: self.origin,
            period: self.period.clone(),
            from: self.from,
            to: self.to,
            basis: self.basis,
            reporter: say(&self.reporter),
            total: self.total,
            exports: self.exports,
            imports: self.imports,
            about: self.about,
            note: self.note.as_ref().map(say),
            source: self.source.clone(),
        }
    }
}
