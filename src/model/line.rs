//! Lines on the map: one stretch of one mode and one status, shared by all corridors that use it.

use super::id::Id;
use crate::geo::LonLat;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// How goods move along a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mode {
    /// Over open sea.
    Sea,
    /// On rivers, canals and lakes.
    River,
    /// By railway.
    Rail,
    /// By lorry.
    Road,
    /// By ferry, wagons or lorries aboard.
    Ferry,
    /// Gas in a pipe; never freight.
    Pipeline,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 6] =
        [Self::Sea, Self::River, Self::Rail, Self::Road, Self::Ferry, Self::Pipeline];

    /// The name in `data/`, fragments and records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sea => "sea",
            Self::River => "river",
            Self::Rail => "rail",
            Self::Road => "road",
            Self::Ferry => "ferry",
            Self::Pipeline => "pipeline",
        }
    }
}

/// Whether the infrastructure exists and is in service at the date of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// In service.
    Operational,
    /// Being built.
    UnderConstruction,
    /// Agreed or studied, not begun.
    Planned,
    /// Given up or long untouched.
    Shelved,
    /// Built, but out of service.
    Suspended,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 5] =
        [Self::Operational, Self::UnderConstruction, Self::Planned, Self::Shelved, Self::Suspended];

    /// The name in `data/`, fragments and records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operational => "operational",
            Self::UnderConstruction => "under-construction",
            Self::Planned => "planned",
            Self::Shelved => "shelved",
            Self::Suspended => "suspended",
        }
    }
}

/// Which lane a line takes where it shares its ground with another. How far aside it is drawn
/// follows from the widths of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Lane {
    /// Its true place; others give way.
    #[default]
    Own,
    /// To the right of its direction.
    Right,
    /// To the left of its direction.
    Left,
}

impl Lane {
    /// Every lane.
    pub const ALL: [Self; 3] = [Self::Own, Self::Right, Self::Left];

    /// The name in `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Right => "right",
            Self::Left => "left",
        }
    }
}

/// How true to the ground a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accuracy {
    /// From survey or a map data set, within some 2 km.
    Surveyed,
    /// Through the right towns or along the right river, generalised.
    Indicative,
    /// Only the ends and the order of the points are meant.
    Schematic,
}

impl Accuracy {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Surveyed, Self::Indicative, Self::Schematic];

    /// The name in `data/` and in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Surveyed => "surveyed",
            Self::Indicative => "indicative",
            Self::Schematic => "schematic",
        }
    }
}

/// Degrees to which courses are rounded: about 100 m, finer than any course is known.
pub const COURSE_STEP: f64 = 0.001;

/// One drawn stretch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its id.
    pub id: Id,
    /// How goods move on it.
    pub mode: Mode,
    /// Whether it exists.
    pub status: Status,
    /// The date up to which the status is known.
    pub status_date: PartialDate,
    /// Where the status was read; `None` marks it as assumed.
    pub status_source: Option<Id>,
    /// How true the drawing is.
    pub accuracy: Accuracy,
    /// To which side it gives way where it shares its ground with another.
    pub lane: Lane,
    /// Where the course was read, or how it was drawn.
    pub course_source: Id,
    /// The course, in order, degrees rounded to [`COURSE_STEP`], ready to draw.
    #[serde(with = "course_code")]
    pub course: Vec<LonLat>,
    /// Places on the course, in order.
    pub places: Vec<Id>,
}

/// A course as whole numbers of [`COURSE_STEP`]: the first point, then differences, as in the arcs
/// of the basemap. A point takes some four bytes instead of sixteen, and they compress better.
pub(super) mod course_code {
    use super::{COURSE_STEP, LonLat};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(course: &[LonLat], out: S) -> Result<S::Ok, S::Error> {
        let mut before = [0; 2];
        let mut code = Vec::with_capacity(course.len() * 2);
        for point in course {
            let now = [point.lon, point.lat].map(|degrees| (degrees / COURSE_STEP).round() as i32);
            code.extend([now[0] - before[0], now[1] - before[1]]);
            before = now;
        }
        out.collect_seq(code)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<LonLat>, D::Error> {
        let code = Vec::<i32>::deserialize(from)?;
        let (mut x, mut y) = (0_i32, 0_i32);
        let (pairs, rest) = code.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(D::Error::custom("a longitude without its latitude"));
        }
        // Divided, not multiplied by the step: 62.33 comes back as 62.33.
        let degrees = |steps: i32| f64::from(steps) / (1.0 / COURSE_STEP);
        pairs
            .iter()
            .map(|&[dx, dy]| {
                (x, y) = (x.wrapping_add(dx), y.wrapping_add(dy));
                LonLat::new(degrees(x), degrees(y))
                    .ok_or_else(|| D::Error::custom("a point beyond the globe"))
            })
            .collect()
    }
}
