//! All that scenes are built from, prepared once: the data, the ground and the courses on the
//! sheet.

use super::{course::SheetCourse, fit, ground::Ground, synthetic, viewport::Viewport};
use crate::geo::{LonLat, Xy, projection::LambertConic};
use crate::model::{
    atlas::Atlas,
    basemap::Basemap,
    corridor::{Corridor, Family},
    id::{Kind, Ref},
    line::{Line, Mode},
};
use crate::state::{AppState, Layer, Layers};
use std::sync::{Arc, Mutex, PoisonError};

/// The data, projected.
pub struct Stage {
    /// The data set.
    pub atlas: Arc<Atlas>,
    /// The projection of the sheet.
    pub projection: LambertConic,
    /// The basemap.
    pub ground: Ground,
    courses: Vec<StageLine>,
    /// Synthetic lines, as many as were last asked for.
    synthetic: Mutex<Arc<Vec<Xy>>>,
}

/// A line with what its corridors make of it.
struct StageLine {
    course: SheetCourse,
    family: Family,
    owners: Vec<usize>,
}

/// A line as the scene sees it.
#[derive(Clone, Copy)]
pub struct LineItem<'a> {
    /// The line.
    pub line: &'a Line,
    /// Its course on the sheet.
    pub course: &'a SheetCourse,
    /// Its colour: that of the first corridor that uses it.
    pub family: Family,
    owners: &'a [usize],
    corridors: &'a [Corridor],
}

impl<'a> LineItem<'a> {
    /// The corridors that use the line.
    pub fn corridors(&self) -> impl Iterator<Item = &'a Corridor> + use<'a> {
        let corridors = self.corridors;
        self.owners.iter().filter_map(move |&index| corridors.get(index))
    }

    /// Whether the layers that are on show it.
    pub fn shows(&self, layers: Layers) -> bool {
        let layer = match (self.line.mode, self.family) {
            (Mode::Sea | Mode::Ferry, Family::Water) => Layer::Sea,
            (_, Family::Water) => Layer::Waterways,
            _ => Layer::Projects,
        };
        layers.contains(layer)
    }

    /// Whether the chosen thing is a corridor that uses the line.
    pub fn belongs_to(&self, target: &Ref) -> bool {
        matches!(target.kind, Kind::Project | Kind::Waterway)
            && self.corridors().any(|corridor| corridor.id == target.id)
    }
}

impl Stage {
    /// Prepares the data for drawing.
    pub fn new(atlas: Arc<Atlas>, basemap: Basemap) -> Self {
        let projection = LambertConic::atlas();
        let courses = atlas
            .lines
            .iter()
            .map(|line| {
                let owners: Vec<usize> = atlas
                    .corridors
                    .iter()
                    .enumerate()
                    .filter(|(_, corridor)| corridor.lines.contains(&line.id))
                    .map(|(index, _)| index)
                    .collect();
                let family = owners
                    .first()
                    .and_then(|&index| atlas.corridors.get(index))
                    .map_or(Family::Context, |corridor| corridor.family);
                StageLine { course: SheetCourse::new(&line.course, projection), family, owners }
            })
            .collect();
        Self {
            atlas,
            projection,
            ground: Ground::new(basemap, projection),
            courses,
            synthetic: Mutex::default(),
        }
    }

    /// All lines, in the order of the data.
    pub fn lines(&self) -> impl Iterator<Item = LineItem<'_>> {
        self.atlas.lines.iter().zip(&self.courses).map(|(line, own)| LineItem {
            line,
            course: &own.course,
            family: own.family,
            owners: &own.owners,
            corridors: &self.atlas.corridors,
        })
    }

    /// The first `count` synthetic lines on the sheet, made once per count.
    pub fn synthetic(&self, count: u32) -> Arc<Vec<Xy>> {
        let mut kept = self.synthetic.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() != count as usize * synthetic::POINTS {
            *kept = Arc::new(synthetic::lines(count, self.projection));
        }
        Arc::clone(&kept)
    }

    /// The points that a view of the thing must show; empty where it has no place on the map.
    pub fn extent(&self, target: &Ref) -> Vec<LonLat> {
        match target.kind {
            Kind::Place => self.atlas.place(&target.id).map(|place| place.at).into_iter().collect(),
            Kind::Project | Kind::Waterway => self
                .lines()
                .filter(|item| item.belongs_to(target))
                .flat_map(|item| item.line.course.iter().copied())
                .collect(),
            Kind::Institution => Vec::new(),
        }
    }

    /// The view of the whole region: from the Baltic to the Arabian Sea.
    pub fn home(&self, window: super::display::Size, insets: fit::Insets) -> crate::state::MapView {
        let corners = [
            LonLat { lon: 28.0, lat: 60.3 },
            LonLat { lon: 75.5, lat: 37.0 },
            LonLat { lon: 28.5, lat: 41.0 },
            LonLat { lon: 75.0, lat: 31.5 },
            LonLat { lon: 62.0, lat: 23.6 },
            LonLat { lon: 67.5, lat: 23.6 },
        ];
        fit::fit(self.projection, &corners, window, insets)
            .unwrap_or(crate::state::MapView { zoom: 4.4, center: LonLat { lon: 52.0, lat: 42.0 } })
    }

    /// The view of one thing, or `None` where it has no place on the map.
    pub fn view_of(
        &self,
        target: &Ref,
        window: super::display::Size,
        insets: fit::Insets,
    ) -> Option<crate::state::MapView> {
        fit::fit(self.projection, &self.extent(target), window, insets)
    }

    /// The window of that size that the state asks for.
    pub fn window(
        &self,
        state: &AppState,
        size: super::display::Size,
        insets: fit::Insets,
    ) -> Viewport {
        let view = state.map.unwrap_or_else(|| self.home(size, insets));
        Viewport::new(self.projection, view, size)
    }
}
