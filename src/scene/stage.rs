//! All that scenes are built from, prepared once: the data, and ground and courses in each
//! projection that is asked for.

use super::{
    arc::{Arc as Ready, Maker},
    course::{Course, SheetCourse},
    display::Size,
    fit,
    graticule::Graticule,
    ground::Ground,
    locator::SmallGlobe,
    rivers::{self, River},
    synthetic,
    viewport::Viewport,
};
use crate::geo::{LonLat, projection::ProjectionId};
use crate::model::{
    atlas::Atlas,
    basemap::Basemap,
    corridor::{Corridor, Family},
    id::{Kind, Ref},
    line::{Line, Mode},
};
use crate::state::{AppState, Layer, Layers, MapView};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The data, ready to be drawn; a copy shares all of it.
#[derive(Clone)]
pub struct Stage {
    /// The data set.
    pub atlas: Arc<Atlas>,
    basemap: Arc<Basemap>,
    owners: Arc<Vec<Owners>>,
    small_globe: Arc<OnceLock<SmallGlobe>>,
    sheets: Arc<[OnceLock<Sheet>; ProjectionId::ALL.len()]>,
}

/// What does not move in one projection, made ready when it is first shown.
pub struct Sheet {
    /// The basemap.
    pub ground: Ground,
    /// Meridians and parallels.
    pub graticule: Graticule,
    courses: Vec<SheetCourse>,
    maker: Maker,
    rivers: OnceLock<Vec<River>>,
    /// Synthetic lines, as many as were last asked for.
    synthetic: Mutex<Arc<Vec<Ready>>>,
}

/// What its corridors make of a line.
struct Owners {
    family: Family,
    corridors: Vec<usize>,
    ends: [bool; 2],
}

/// A line as the scene sees it.
#[derive(Clone, Copy)]
pub struct LineItem<'a> {
    /// The line.
    pub line: &'a Line,
    /// Its colour: that of the first corridor that uses it.
    pub family: Family,
    /// Whether nothing goes on at its first and its last point.
    pub ends: [bool; 2],
    index: usize,
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
        Self::on(atlas, Arc::new(basemap), Arc::default())
    }

    /// The same with more of its ground, made ready anew.
    pub fn with_ground(&self, basemap: Basemap) -> Self {
        let (small_globe, sheets) = Default::default();
        Self { basemap: Arc::new(basemap), small_globe, sheets, ..self.clone() }
    }

    /// The same with the evidence; what is ready to be drawn stays so.
    pub fn with_evidence(&self, atlas: Atlas) -> Self {
        Self { atlas: Arc::new(atlas), ..self.clone() }
    }

    /// Other data on the same ground.
    pub fn with_data(&self, atlas: Atlas) -> Self {
        let basemap = Arc::clone(&self.basemap);
        let small_globe = Arc::clone(&self.small_globe);
        Self::on(Arc::new(atlas), basemap, small_globe)
    }

    fn on(
        atlas: Arc<Atlas>,
        basemap: Arc<Basemap>,
        small_globe: Arc<OnceLock<SmallGlobe>>,
    ) -> Self {
        let owners = atlas.lines.iter().map(|line| owners(&atlas, line)).collect();
        Self { atlas, basemap, owners: Arc::new(owners), small_globe, sheets: Arc::default() }
    }

    /// Whether both were made of the same data, with more or less of it there.
    pub fn is_kin(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.owners, &other.owners)
    }

    /// Whether the window asks for the closest level of the ground, which has not come yet.
    pub fn lacks_near(&self, window: &Viewport) -> bool {
        let near = self.basemap.levels.last().filter(|_| self.basemap.lacks_near());
        near.is_some_and(|level| {
            let [west, south, east, north] = level.window.map(f64::from);
            let LonLat { lon, lat } = window.view.center;
            window.view.zoom >= f64::from(level.min_zoom)
                && (west..=east).contains(&lon)
                && (south..=north).contains(&lat)
        })
    }

    /// The ground as it was given.
    pub fn basemap(&self) -> &Basemap {
        &self.basemap
    }

    /// The land of the globe that shows where a close view lies.
    pub fn small_globe(&self) -> &SmallGlobe {
        self.small_globe.get_or_init(|| SmallGlobe::new(&self.basemap))
    }

    /// The courses of named rivers in a projection.
    pub fn rivers(&self, id: ProjectionId) -> &[River] {
        let sheet = self.sheet(id);
        sheet.rivers.get_or_init(|| rivers::ready(&self.atlas, &self.basemap, sheet.maker))
    }

    /// What is ready in a projection.
    pub fn sheet(&self, id: ProjectionId) -> &Sheet {
        self.sheets[id as usize].get_or_init(|| {
            let maker = Maker::new(id);
            let course = |line: &Line| SheetCourse::new(&line.course, maker);
            Sheet {
                ground: Ground::new(Arc::clone(&self.basemap), id),
                graticule: Graticule::new(maker),
                courses: self.atlas.lines.iter().map(course).collect(),
                maker,
                rivers: OnceLock::new(),
                synthetic: Mutex::default(),
            }
        })
    }

    /// All lines, in the order of the data.
    pub fn lines(&self) -> impl Iterator<Item = LineItem<'_>> {
        self.atlas.lines.iter().zip(&*self.owners).enumerate().map(|(index, (line, own))| {
            LineItem {
                line,
                index,
                family: own.family,
                ends: own.ends,
                owners: &own.corridors,
                corridors: &self.atlas.corridors,
            }
        })
    }

    /// The points that a view of the thing must show; empty where it has no place on the map.
    pub fn extent(&self, target: &Ref) -> Vec<LonLat> {
        match target.kind {
            Kind::Place => self.atlas.place(&target.id).map(|place| place.at).into_iter().collect(),
            Kind::Project | Kind::Waterway => {
                let corridor = self.atlas.corridors.iter().find(|one| one.reference() == *target);
                let lines = corridor.map(|corridor| corridor.lines.as_slice()).unwrap_or_default();
                let found = self.atlas.lines.iter().filter(|line| lines.contains(&line.id));
                found.flat_map(|line| line.course.iter().copied()).collect()
            }
            Kind::Institution => Vec::new(),
        }
    }

    /// The view of the whole region.
    pub fn home(&self, id: ProjectionId, window: Size, insets: fit::Insets) -> MapView {
        fit::fit(id, &self.atlas.region, window, insets)
            .unwrap_or(MapView { zoom: 4.4, center: LonLat { lon: 52.0, lat: 42.0 } })
    }

    /// The view of some things together, or `None` where none of them has a place on the map.
    ///
    /// `chosen` is the reader's own projection; without one, what is too wide for the conic is
    /// fitted in the projection that will then be shown.
    pub fn view_of(
        &self,
        targets: &[Ref],
        chosen: Option<ProjectionId>,
        window: Size,
        insets: fit::Insets,
    ) -> Option<MapView> {
        let points: Vec<LonLat> = targets.iter().flat_map(|target| self.extent(target)).collect();
        Self::view_of_points(&points, chosen, window, insets)
    }

    /// The same for points.
    pub fn view_of_points(
        points: &[LonLat],
        chosen: Option<ProjectionId>,
        window: Size,
        insets: fit::Insets,
    ) -> Option<MapView> {
        let first = chosen.unwrap_or(ProjectionId::Lambert);
        let view = fit::fit(first, points, window, insets)?;
        match fit::projection(chosen, view, window) {
            id if id == first => Some(view),
            wide => fit::fit(wide, points, window, insets),
        }
    }

    /// The window of that size that the state asks for.
    pub fn window(&self, state: &AppState, size: Size, insets: fit::Insets) -> Viewport {
        let home = || self.home(state.projection.unwrap_or(ProjectionId::Lambert), size, insets);
        let view = state.map.unwrap_or_else(home);
        Viewport::new(fit::projection(state.projection, view, size), view, size)
    }
}

impl Sheet {
    /// The course of a line in the window.
    pub fn course(&self, item: &LineItem, window: &Viewport) -> Vec<Course> {
        let course = self.courses.get(item.index);
        course.map(|course| course.in_window(window)).unwrap_or_default()
    }

    /// The first `count` synthetic lines, made once per count.
    pub fn synthetic(&self, count: u32) -> Arc<Vec<Ready>> {
        let mut kept = self.synthetic.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() != count as usize {
            *kept = Arc::new(synthetic::ready(count, self.maker));
        }
        Arc::clone(&kept)
    }
}

fn owners(atlas: &Atlas, line: &Line) -> Owners {
    let uses = |(_, corridor): &(usize, &Corridor)| corridor.lines.contains(&line.id);
    let found = atlas.corridors.iter().enumerate().filter(uses);
    let corridors: Vec<usize> = found.map(|(index, _)| index).collect();
    let first = corridors.first().and_then(|&index| atlas.corridors.get(index));
    let family = first.map_or(Family::Context, |corridor| corridor.family);
    let ends = [line.course.first(), line.course.last()];
    Owners { family, corridors, ends: ends.map(|at| at.is_some_and(|at| is_end(atlas, line, *at))) }
}

/// Degrees within which two lines meet.
const TOUCH: f64 = 0.05;

/// Whether no other line passes that end of a line. Waterways end in water, and are not looked at.
fn is_end(atlas: &Atlas, line: &Line, at: LonLat) -> bool {
    let dry = |mode| !matches!(mode, Mode::Sea | Mode::Ferry | Mode::River);
    let near = |on: &LonLat| (on.lon - at.lon).abs() + (on.lat - at.lat).abs() < TOUCH;
    let others = atlas.lines.iter().filter(|other| dry(other.mode) && other.id != line.id);
    dry(line.mode) && !others.flat_map(|other| &other.course).any(near)
}
