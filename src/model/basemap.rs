//! The ground of the map: land, lakes, rivers and borders, at several levels of detail.
//!
//! Neighbours share arcs, as in TopoJSON, so a border is stored once, simplified once and can be
//! styled on its own. Coordinates are whole numbers of [`Level::step`] degrees, each arc as its
//! first point and then differences: small numbers compress well.

use crate::geo::LonLat;
use serde::{Deserialize, Serialize};

/// All levels, coarse first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Basemap {
    /// Levels of detail, coarse first.
    pub levels: Vec<Level>,
    /// Stretches of border that are disputed; [`Border::stretch`] points here.
    pub stretches: Vec<Stretch>,
    /// Where the shapes of the last level stand in a file of their own: its checksum.
    pub near: Option<u32>,
}

impl Basemap {
    /// Whether the last level still lacks its shapes.
    pub fn lacks_near(&self) -> bool {
        self.near.is_some() && self.levels.last().is_some_and(Level::is_bare)
    }
}

/// A way of showing disputed borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BoundaryView {
    /// Every disputed stretch dashed.
    Neutral,
    /// As official maps of Pakistan draw it.
    Pakistan,
    /// As official maps of India draw it.
    India,
    /// As official maps of Russia draw it.
    Russia,
    /// As ISO 3166 lists countries.
    Iso,
}

impl BoundaryView {
    /// Every view, the default first.
    pub const ALL: [Self; 5] =
        [Self::Neutral, Self::Pakistan, Self::India, Self::Russia, Self::Iso];

    /// The name in `data/` and in the fragment.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Pakistan => "pakistan",
            Self::India => "india",
            Self::Russia => "russia",
            Self::Iso => "iso",
        }
    }
}

/// How a border is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BorderStyle {
    /// As any border.
    Solid,
    /// As disputed.
    Dashed,
    /// Not at all.
    Hidden,
}

/// A stretch of border or claim that is disputed, and how each view draws it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stretch {
    /// Its id in `data/boundaries.toml`.
    pub id: String,
    /// Style by view, in the order of [`BoundaryView::ALL`].
    pub styles: [BorderStyle; 5],
}

/// One level of detail.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Smallest zoom (`z` of the fragment) at which this level is the right one.
    pub min_zoom: f32,
    /// West, south, east, north of the area in which this level is complete, degrees.
    pub window: [f32; 4],
    /// Degrees per unit of the arcs.
    pub step: f64,
    /// Arcs: x0, y0, then dx, dy of each further point, in units of [`Self::step`]. Longitudes run
    /// on past 180° where land crosses that meridian.
    pub arcs: Vec<Vec<i32>>,
    /// Rings of all land, holes included, as signed references to arcs (see [`Level::ring`]).
    pub land: Vec<Vec<i32>>,
    /// Arcs of the coast.
    pub coast: Vec<u32>,
    /// Arcs between two countries, or claimed as such.
    pub borders: Vec<Border>,
    /// Countries by ISO 3166-1 alpha-3 code, as rings like [`Self::land`].
    pub countries: Vec<Country>,
    /// Rings of lakes, by arcs.
    pub lakes: Vec<Vec<i32>>,
    /// Rivers, by arcs.
    pub rivers: Vec<u32>,
}

/// A border arc.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Border {
    /// Index into [`Level::arcs`].
    pub arc: u32,
    /// Index into [`Basemap::stretches`] where disputed.
    pub stretch: Option<u8>,
}

/// The shape of a country, de facto, as the data set draws it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code, or an empty text where the area has none.
    pub iso: String,
    /// Rings as signed references to arcs.
    pub rings: Vec<Vec<i32>>,
}

impl Level {
    /// Whether it has no shapes: they are in another file.
    pub fn is_bare(&self) -> bool {
        self.arcs.is_empty()
    }

    /// What a file without its shapes says of it.
    pub fn bare(&self) -> Self {
        Self {
            min_zoom: self.min_zoom,
            window: self.window,
            step: self.step,
            arcs: Vec::new(),
            land: Vec::new(),
            coast: Vec::new(),
            borders: Vec::new(),
            countries: Vec::new(),
            lakes: Vec::new(),
            rivers: Vec::new(),
        }
    }

    /// The points of arc `index`, in degrees; empty when there is no such arc.
    pub fn arc(&self, index: usize) -> Vec<LonLat> {
        let Some(deltas) = self.arcs.get(index) else {
            return Vec::new();
        };
        let (mut x, mut y) = (0_i64, 0_i64);
        deltas
            .chunks_exact(2)
            .map(|pair| {
                x += i64::from(pair[0]);
                y += i64::from(pair[1]);
                LonLat { lon: x as f64 * self.step, lat: y as f64 * self.step }
            })
            .collect()
    }

    /// The points of a ring: each reference is an arc's index, or its bitwise complement for the
    /// arc walked backwards (as in TopoJSON); the point shared by two arcs stands once.
    pub fn ring(&self, references: &[i32]) -> Vec<LonLat> {
        let mut points: Vec<LonLat> = Vec::new();
        for &reference in references {
            let backwards = reference < 0;
            let index = if backwards { !reference } else { reference };
            let mut arc = self.arc(index as usize);
            if backwards {
                arc.reverse();
            }
            let skip = usize::from(!points.is_empty());
            points.extend(arc.into_iter().skip(skip));
        }
        points
    }
}
