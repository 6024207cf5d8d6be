//! The views of the golden pictures.

use crate::{fixture, shipped};
use Kind::{Place, Project, Waterway};
use Lang::{En, Ru, Ur};
use Palette::{Dark, DarkContrast, Forced, Light, LightContrast};
use ProjectionId::{Albers, EqualEarth, Lambert, Mercator, Orthographic};
use atlas::geo::{LonLat, projection::ProjectionId};
use atlas::i18n::Lang;
use atlas::model::{
    basemap::BoundaryView,
    id::{Kind, Ref},
    line::{Mode, Status},
};
use atlas::scene::{
    build::{Attention, build},
    display::Size,
    fit::Insets,
    label::FixedMeasure,
    palette::Palette,
    picture::Scene,
    svg,
    trail::{Trail, TrailLeg},
};
use atlas::state::{AppState, MapView};

/// The levels of detail of the ground: their names here, and the zoom from which each is drawn.
pub(super) const LEVELS: [(&str, f64); 3] = [("far", 0.0), ("middle", 3.0), ("near", 5.2)];

/// The themes of which every pair is pictured; the palettes for other wishes have a view each.
pub(super) const THEMES: [Palette; 2] = [Light, Dark];

/// A column of a page.
const COLUMN: Size = Size { width: 480.0, height: 320.0 };
/// A phone.
const PHONE: Size = Size { width: 360.0, height: 640.0 };

/// What the map shows beside the data.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Asked {
    Nothing,
    /// Two computed routes; the first is looked at and passes a strait.
    Routes,
    /// What a claim is about, how far one comes from a place, and a distance.
    Claim,
}

/// One golden picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Golden {
    id: ProjectionId,
    zoom: f64,
    lon: f64,
    lat: f64,
    lang: Lang,
    /// Colours.
    pub(super) palette: Palette,
    size: Size,
    /// What is special about it.
    what: &'static str,
    select: Option<(Kind, &'static str)>,
    hover: Option<(Kind, &'static str)>,
    boundaries: BoundaryView,
    /// What was asked of the map.
    asked: Asked,
    /// Whether the ground is that of its level; else it is the coarsest one.
    pub(super) ground: bool,
}

impl Golden {
    /// A view of the column: zoom as in a link, longitude, latitude.
    pub(super) const fn new(
        id: ProjectionId,
        zoom: f64,
        lon: f64,
        lat: f64,
        lang: Lang,
        palette: Palette,
    ) -> Self {
        Self {
            id,
            zoom,
            lon,
            lat,
            lang,
            palette,
            size: COLUMN,
            what: "",
            select: None,
            hover: None,
            boundaries: BoundaryView::Neutral,
            asked: Asked::Nothing,
            ground: false,
        }
    }

    const fn on_a_phone(self, what: &'static str) -> Self {
        Self { size: PHONE, what, ..self }
    }

    const fn choosing(self, kind: Kind, id: &'static str) -> Self {
        Self { select: Some((kind, id)), what: id, ..self }
    }

    const fn pointing_at(self, kind: Kind, id: &'static str) -> Self {
        Self { hover: Some((kind, id)), what: id, ..self }
    }

    const fn as_drawn_in(self, boundaries: BoundaryView) -> Self {
        Self { boundaries, ..self }
    }

    const fn asking(self, asked: Asked, what: &'static str) -> Self {
        Self { asked, what, ..self }
    }

    /// The same on the ground of its own level.
    pub(super) const fn with_ground(self) -> Self {
        Self { ground: true, ..self }
    }

    /// The same on the coarsest ground.
    pub(super) const fn without_ground(self) -> Self {
        Self { ground: false, ..self }
    }

    /// The index of its level.
    pub(super) fn level(&self) -> usize {
        LEVELS.iter().rposition(|(_, from)| self.zoom >= *from).unwrap()
    }

    /// Projection, level, language and theme.
    pub(super) fn values(&self) -> [&'static str; 4] {
        [self.id.name(), LEVELS[self.level()].0, self.lang.code(), theme_name(self.palette)]
    }

    /// The name of its file.
    pub(super) fn name(&self) -> String {
        let name = self.values().join("-");
        if self.what.is_empty() { name } else { format!("{name}-{}", self.what) }
    }

    fn state(&self) -> AppState {
        let center = LonLat { lon: self.lon, lat: self.lat };
        AppState {
            lang: self.lang,
            map: Some(MapView { zoom: self.zoom, center }),
            projection: Some(self.id),
            select: self.select.map(reference),
            boundaries: self.boundaries,
            ..AppState::default()
        }
    }

    /// The picture.
    pub(super) fn scene(&self) -> Scene {
        let stage = if self.ground { shipped::stage() } else { shipped::coarse() };
        let state = self.state();
        let touch = self.size == PHONE;
        let hover = self.hover.map(reference);
        let attention = Attention { hover, touch, ..self.asked.attention() };
        let window = stage.window(&state, self.size, Insets::default());
        build(stage, &state, &window, &attention, &mut FixedMeasure)
    }

    /// The picture as an SVG document.
    pub(super) fn drawing(&self) -> String {
        svg::write(&self.scene(), self.palette, self.lang)
    }
}

impl Asked {
    fn attention(self) -> Attention {
        let leg = |mode, course: &[LonLat]| TrailLeg {
            mode,
            status: Status::Operational,
            course: course.to_vec(),
        };
        let trail = |letter: &str, badge, legs: &[TrailLeg]| Trail {
            letter: letter.to_owned(),
            chosen: letter == "A",
            badge: Some(badge),
            legs: legs.to_vec(),
        };
        match self {
            Self::Nothing => Attention::default(),
            Self::Routes => {
                let trails = vec![
                    trail(
                        "A",
                        TEHRAN,
                        &[
                            leg(Mode::Sea, &[KARACHI, HORMUZ, BANDAR_ABBAS]),
                            leg(Mode::Rail, &[BANDAR_ABBAS, TEHRAN, ASTRAKHAN]),
                        ],
                    ),
                    trail(
                        "B",
                        HERAT,
                        &[leg(Mode::Road, &[KARACHI, HERAT]), leg(Mode::Rail, &[HERAT, ASTRAKHAN])],
                    ),
                ];
                Attention { trails, passed: vec![fixture::id("hormuz")], ..Attention::default() }
            }
            Self::Claim => Attention {
                lit: vec![reference((Place, "gwadar")), reference((Project, "cpec-west"))],
                bands: vec![vec![vec![KARACHI, BANDAR_ABBAS]], vec![vec![BANDAR_ABBAS, TEHRAN]]],
                measure: vec![KARACHI, HERAT, TEHRAN],
                ..Attention::default()
            },
        }
    }
}

const KARACHI: LonLat = LonLat { lon: 66.98, lat: 24.83 };
const HORMUZ: LonLat = LonLat { lon: 56.5, lat: 26.5 };
const BANDAR_ABBAS: LonLat = LonLat { lon: 56.2, lat: 27.15 };
const TEHRAN: LonLat = LonLat { lon: 51.42, lat: 35.67 };
const ASTRAKHAN: LonLat = LonLat { lon: 48.03, lat: 46.35 };
const HERAT: LonLat = LonLat { lon: 62.2, lat: 34.35 };

fn reference((kind, id): (Kind, &str)) -> Ref {
    Ref { kind, id: fixture::id(id) }
}

/// The name of a palette in files.
pub(super) fn theme_name(palette: Palette) -> &'static str {
    match palette {
        Light => "light",
        Dark => "dark",
        LightContrast => "light-contrast",
        DarkContrast => "dark-contrast",
        Forced => "forced",
    }
}

/// All of them: first each projection at each level, then what readers do and wish.
pub(super) const GOLDENS: [Golden; 24] = [
    Golden::new(Lambert, 2.4, 55.0, 38.0, En, Light).with_ground(),
    Golden::new(Lambert, 4.3, 55.0, 42.0, Ur, Dark),
    Golden::new(Lambert, 5.6, 47.0, 45.0, Ru, Light),
    Golden::new(Albers, 2.4, 60.0, 30.0, Ur, Dark),
    Golden::new(Albers, 4.4, 58.0, 44.0, Ru, Light),
    Golden::new(Albers, 5.8, 66.5, 27.5, En, Dark),
    Golden::new(EqualEarth, 1.5, 50.0, 15.0, Ru, Light),
    Golden::new(EqualEarth, 4.2, 57.0, 36.0, En, Dark),
    Golden::new(EqualEarth, 5.6, 56.0, 27.0, Ur, Light),
    Golden::new(Mercator, 1.6, 55.0, 35.0, En, Dark),
    Golden::new(Mercator, 4.2, 50.0, 45.0, Ur, Light),
    Golden::new(Mercator, 5.6, 31.0, 45.5, Ru, Dark),
    Golden::new(Orthographic, 1.7, 60.0, 35.0, Ur, Light),
    Golden::new(Orthographic, 3.6, 50.0, 50.0, Ru, Dark),
    Golden::new(Orthographic, 5.4, 51.0, 40.0, En, Light),
    Golden::new(Lambert, 4.0, 56.0, 38.0, En, Light).on_a_phone("phone").with_ground(),
    Golden::new(Lambert, 5.6, 71.0, 31.5, Ur, Light)
        .on_a_phone("borders")
        .as_drawn_in(BoundaryView::Pakistan)
        .with_ground(),
    Golden::new(Lambert, 6.4, 63.0, 25.5, Ur, Dark).choosing(Place, "gwadar"),
    Golden::new(Lambert, 5.2, 69.5, 28.5, En, Light).choosing(Project, "psgp"),
    Golden::new(Albers, 4.2, 45.0, 50.0, Ru, LightContrast).choosing(Waterway, "volga"),
    Golden::new(Orthographic, 4.0, 55.0, 38.0, En, DarkContrast).pointing_at(Project, "instc-west"),
    Golden::new(EqualEarth, 4.4, 66.0, 32.0, Ru, Forced).choosing(Project, "psgp"),
    Golden::new(Lambert, 3.9, 58.0, 35.0, En, Light).asking(Asked::Routes, "routes"),
    Golden::new(Lambert, 4.6, 60.0, 30.0, Ur, Dark).asking(Asked::Claim, "claim"),
];
