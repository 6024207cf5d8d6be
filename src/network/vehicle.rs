//! What cargo travels on.

use crate::model::line::Mode;
use crate::model::network::{Gauge, Link, Vessel};

/// A kind of carrier; cargo that changes between two of them is transhipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vehicle {
    /// A ship of the oceans.
    SeaShip,
    /// A ship for rivers and sheltered seas.
    RiverShip,
    /// A ferry for wagons and lorries.
    Ferry,
    /// A train on one of the gauges.
    Train(Gauge),
    /// A lorry.
    Lorry,
}

impl Vehicle {
    /// Every kind, in a fixed order.
    pub const ALL: [Self; 7] = [
        Self::SeaShip,
        Self::RiverShip,
        Self::Ferry,
        Self::Train(Gauge::ALL[0]),
        Self::Train(Gauge::ALL[1]),
        Self::Train(Gauge::ALL[2]),
        Self::Lorry,
    ];

    /// Where it stands in [`Self::ALL`].
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|vehicle| *vehicle == self).unwrap_or_default()
    }

    /// The class of ship, where it is one.
    pub fn vessel(self) -> Option<Vessel> {
        match self {
            Self::SeaShip => Some(Vessel::SeaGoing),
            Self::RiverShip => Some(Vessel::RiverSea),
            Self::Ferry | Self::Train(_) | Self::Lorry => None,
        }
    }

    /// The modes that it serves.
    pub fn modes(self) -> &'static [Mode] {
        match self {
            Self::SeaShip => &[Mode::Sea],
            Self::RiverShip => &[Mode::Sea, Mode::River],
            Self::Ferry => &[Mode::Ferry],
            Self::Train(_) => &[Mode::Rail],
            Self::Lorry => &[Mode::Road],
        }
    }

    /// Whether it can use the link.
    pub fn fits(self, link: &Link) -> bool {
        let deep = self
            .vessel()
            .is_none_or(|vessel| link.draught.is_none_or(|draught| draught >= vessel.draught_m()));
        let own = match (self, link.mode) {
            (Self::RiverShip, Mode::Sea) => link.sheltered,
            (Self::Train(gauge), Mode::Rail) => link.gauge.is_none_or(|found| found == gauge),
            (vehicle, mode) => vehicle.modes().contains(&mode),
        };
        deep && own
    }
}
