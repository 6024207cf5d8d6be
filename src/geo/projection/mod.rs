//! The five ways in which the atlas lays the globe flat, on a sphere of radius 1.

pub mod albers;
pub mod equal_earth;
pub mod lambert;
pub mod mercator;
pub mod orthographic;

use super::{LonLat, Xy};
use albers::AlbersConic;
use equal_earth::EqualEarth;
use lambert::LambertConic;
use mercator::Mercator;
use orthographic::Orthographic;
use std::f64::consts::{FRAC_PI_4, PI, TAU};

/// The meridian in the middle of every sheet, degrees east: that of the Caspian and of Iran. The
/// sheets are cut at the one opposite, in the Pacific.
pub const MIDDLE_MERIDIAN: f64 = 50.0;

/// Names a projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProjectionId {
    /// Lambert's conformal conic.
    Lambert,
    /// Albers' equal-area conic.
    Albers,
    /// Equal Earth.
    EqualEarth,
    /// Mercator.
    Mercator,
    /// The globe.
    Orthographic,
}

impl ProjectionId {
    /// Every projection, the first one that readers see first.
    pub const ALL: [Self; 5] =
        [Self::Lambert, Self::Albers, Self::EqualEarth, Self::Mercator, Self::Orthographic];

    /// The name in fragments; its words are in the catalogs under `projection.<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lambert => "lambert",
            Self::Albers => "albers",
            Self::EqualEarth => "equal-earth",
            Self::Mercator => "mercator",
            Self::Orthographic => "orthographic",
        }
    }

    /// The projection of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }

    /// The part of the globe that its sheet shows: west, south, east, north, degrees. Longitudes run
    /// on past 180°. The conics open without limit to the south, so they end with the region.
    pub fn domain(self) -> [f64; 4] {
        let (west, east) = (MIDDLE_MERIDIAN - 180.0, MIDDLE_MERIDIAN + 180.0);
        match self {
            Self::Lambert | Self::Albers => [-35.0, -45.0, 160.0, 84.0],
            Self::Mercator => [west, -78.0, east, 84.0],
            Self::EqualEarth | Self::Orthographic => [west, -90.0, east, 90.0],
        }
    }
}

/// A projection, ready to compute with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Projection {
    /// Lambert's conformal conic.
    Lambert(LambertConic),
    /// Albers' equal-area conic.
    Albers(AlbersConic),
    /// Equal Earth.
    EqualEarth(EqualEarth),
    /// Mercator.
    Mercator(Mercator),
    /// The globe, turned to a point.
    Orthographic(Orthographic),
}

impl Projection {
    /// The projection as the atlas uses it; the globe is turned to `center`, which the others, whose
    /// sheets are fixed, do not regard.
    pub fn new(id: ProjectionId, center: LonLat) -> Self {
        match id {
            ProjectionId::Lambert => Self::Lambert(LambertConic::atlas()),
            ProjectionId::Albers => Self::Albers(AlbersConic::atlas()),
            ProjectionId::EqualEarth => Self::EqualEarth(EqualEarth),
            ProjectionId::Mercator => Self::Mercator(Mercator),
            ProjectionId::Orthographic => Self::Orthographic(Orthographic::new(center)),
        }
    }

    /// Where the point lies on the sheet, in radii of the globe, y down; `None` behind the globe.
    pub fn project(&self, point: LonLat) -> Option<Xy> {
        match self {
            Self::Lambert(own) => Some(own.project(point)),
            Self::Albers(own) => Some(own.project(point)),
            Self::EqualEarth(own) => Some(own.project(point)),
            Self::Mercator(own) => Some(own.project(point)),
            Self::Orthographic(own) => own.project(point),
        }
    }

    /// The point of the globe at a place on the sheet, or `None` where there is none.
    pub fn invert(&self, xy: Xy) -> Option<LonLat> {
        match self {
            Self::Lambert(own) => own.invert(xy),
            Self::Albers(own) => own.invert(xy),
            Self::EqualEarth(own) => own.invert(xy),
            Self::Mercator(own) => own.invert(xy),
            Self::Orthographic(own) => own.invert(xy),
        }
    }

    /// Length on the sheet over length on the globe: for the conformal ones in every direction, for
    /// those of true area, where it is 1, the mean of two directions; for the globe in its middle.
    pub fn scale_at(&self, point: LonLat) -> f64 {
        match self {
            Self::Lambert(own) => own.scale_at(point.lat),
            Self::Mercator(own) => own.scale_at(point.lat),
            Self::Albers(_) | Self::EqualEarth(_) | Self::Orthographic(_) => 1.0,
        }
    }

    /// The angle by which north leans from straight up, radians, clockwise; for the globe in its
    /// middle.
    pub fn north_rad(&self, point: LonLat) -> f64 {
        match self {
            Self::Lambert(own) => own.north_rad(point.lon),
            Self::Albers(own) => own.north_rad(point.lon),
            Self::EqualEarth(own) => own.north_rad(point),
            Self::Mercator(_) | Self::Orthographic(_) => 0.0,
        }
    }
}

/// tan(π/4 + φ/2), which runs through many of Snyder's formulas.
fn half_angle_tan(phi: f64) -> f64 {
    (FRAC_PI_4 + phi / 2.0).tan()
}

/// The angle in −π to π.
fn wrap_rad(angle: f64) -> f64 {
    let wrapped = (angle + PI).rem_euclid(TAU) - PI;
    if wrapped == -PI && angle > 0.0 { PI } else { wrapped }
}
