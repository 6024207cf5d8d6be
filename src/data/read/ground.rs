//! Which country a point lies in, as the basemap draws them.

use super::folder::Folder;
use crate::geo::LonLat;
use crate::geo::great_circle::distance_km;
use crate::geo::land::Land;
use crate::model::basemap::{Basemap, Country, Level};
use std::{cell::RefCell, collections::HashMap, io, path::Path};

/// How far outside its country a place may lie: ports stand on moles, borders are simplified.
pub(super) const MARGIN_KM: f64 = 25.0;

/// Rings of a country, in degrees.
type Rings = Vec<Vec<LonLat>>;

/// The countries of the basemap, ready for questions.
#[derive(Debug)]
pub(super) struct Ground {
    basemap: Basemap,
    land: Land,
    /// Rings by level and country, decoded once each.
    rings: RefCell<HashMap<(usize, String), Rings>>,
}

impl Ground {
    pub(super) fn new(basemap: Basemap) -> Self {
        Self { land: land(&basemap), basemap, rings: RefCell::default() }
    }

    /// Where land is.
    pub(super) fn land(&self) -> &Land {
        &self.land
    }

    /// How far `at` lies outside the country with that alpha-3 code, kilometres, 0 inside;
    /// `None` when no level that covers the point draws the country.
    pub(super) fn distance_km(&self, at: LonLat, iso: &str) -> Option<f64> {
        // Finest last.
        let (index, level, country) = self
            .basemap
            .levels
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, level)| covers(level, at))
            .find_map(|(index, level)| Some((index, level, country(level, iso)?)))?;
        let mut cache = self.rings.borrow_mut();
        let rings = cache.entry((index, iso.to_owned())).or_insert_with(|| {
            country.rings.iter().map(|references| level.ring(references)).collect()
        });
        if inside(rings, at) {
            return Some(0.0);
        }
        let distances = rings.iter().flat_map(|ring| {
            ring.windows(2).map(|pair| distance_to_segment_km(at, pair[0], pair[1]))
        });
        distances.min_by(f64::total_cmp)
    }

    /// The country of the finest level in which the point lies, for hints.
    pub(super) fn country_at(&self, at: LonLat) -> Option<&str> {
        let level = self.basemap.levels.iter().rev().find(|level| covers(level, at))?;
        level
            .countries
            .iter()
            .find(|country| {
                let rings: Vec<_> =
                    country.rings.iter().map(|references| level.ring(references)).collect();
                inside(&rings, at)
            })
            .map(|country| country.iso.as_str())
    }
}

/// The coasts of the basemap in the folder `data/`, as fine as the clone has them.
///
/// # Errors
///
/// When the basemap is missing or cannot be read.
pub fn coasts(data: &Path) -> io::Result<Land> {
    let folder = Folder::open(data)?;
    let bytes = |name| folder.get(name).unwrap_or_default();
    let basemap = crate::data::decode_basemap(bytes(super::BASEMAP))
        .and_then(|basemap| crate::data::join_basemap(basemap, bytes(super::BASEMAP_NEAR)));
    Ok(land(&basemap.map_err(io::Error::other)?))
}

/// Land by all levels of the basemap.
pub(super) fn land(basemap: &Basemap) -> Land {
    let mut land = Land::default();
    for level in &basemap.levels {
        land.add(level.window.map(f64::from), level.land.iter().map(|ring| level.ring(ring)));
    }
    land
}

fn covers(level: &Level, at: LonLat) -> bool {
    let [west, south, east, north] = level.window.map(f64::from);
    (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat)
}

fn country<'l>(level: &'l Level, iso: &str) -> Option<&'l Country> {
    level.countries.iter().find(|country| country.iso == iso)
}

/// Even-odd rule over all rings, so holes count as outside. Rings do not cross the antimeridian:
/// Natural Earth cuts there.
fn inside(rings: &[Vec<LonLat>], at: LonLat) -> bool {
    let crossings = rings.iter().flat_map(|ring| ring.windows(2)).filter(|pair| {
        let (a, b) = (pair[0], pair[1]);
        let spans = (a.lat > at.lat) != (b.lat > at.lat);
        spans && at.lon < a.lon + (at.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
    });
    crossings.count() % 2 == 1
}

/// Great-circle distance to the nearest point of a side; that point is found in the plane that
/// touches the globe at `at`, which is exact enough within some hundred kilometres.
fn distance_to_segment_km(at: LonLat, a: LonLat, b: LonLat) -> f64 {
    let narrow = at.lat.to_radians().cos();
    let plane = |p: LonLat| ((p.lon - at.lon) * narrow, p.lat - at.lat);
    let ((ax, ay), (bx, by)) = (plane(a), plane(b));
    let (dx, dy) = (bx - ax, by - ay);
    let length2 = dx * dx + dy * dy;
    let share = if length2 > 0.0 { (-(ax * dx + ay * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
    let nearest =
        LonLat { lon: a.lon + share * (b.lon - a.lon), lat: a.lat + share * (b.lat - a.lat) };
    distance_km(at, nearest)
}
