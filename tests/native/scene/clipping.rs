//! What is cut at the window, at the horizon, at the edge of the sheet and at the antimeridian leaves land where land
//! is: each picture is compared with one large map of the world in another projection, in which nothing is cut.

use super::speaking;
use crate::shipped;
use atlas::geo::{LonLat, projection::ProjectionId};
use atlas::i18n::Lang;
use atlas::scene::{
    build::{Attention, build},
    display::{Path, Shape, Size},
    label::FixedMeasure,
    palette::Ink,
    viewport::Viewport,
};
use atlas::state::MapView;
use proptest::prelude::*;
use std::sync::OnceLock;

const WINDOW: Size = Size { width: 400.0, height: 300.0 };
const WORLD: Size = Size { width: 8192.0, height: 4096.0 };
/// Nearer to a shore than this on the map of the world, projections bend it differently; its pixels.
const NEAR: f32 = 8.0;

/// The land in a window, on the coarsest ground; and the edge of sheet or globe, where it lies in the window.
fn land(window: &Viewport) -> (Path, Option<Path>) {
    let scene = build(
        shipped::coarse(),
        &speaking(Lang::En),
        window,
        &Attention::default(),
        &mut FixedMeasure,
    );
    let (mut land, mut edge) = (None, None);
    for shape in scene.shapes {
        match shape {
            Shape::Fill(path, paint) if paint.ink == Ink::Land && land.is_none() => {
                land = Some(path);
            }
            Shape::Clip(path) if edge.is_none() => edge = Some(path),
            _ => {}
        }
    }
    (land.expect("land"), edge)
}

struct World {
    window: Viewport,
    land: Path,
}

fn world() -> &'static World {
    static WORLD_MAP: OnceLock<World> = OnceLock::new();
    WORLD_MAP.get_or_init(|| {
        let view = MapView { zoom: 4.9, center: LonLat { lon: 0.0, lat: 0.0 } };
        let window = Viewport::new(ProjectionId::EqualEarth, view, WORLD);
        World { land: land(&window).0, window }
    })
}

/// Whether a pixel lies in the area, by the even-odd rule; and how far the nearest edge is.
fn inside(path: &Path, [x, y]: [f32; 2]) -> (bool, f32) {
    let (mut inside, mut gap) = (false, f32::INFINITY);
    for ring in path.subpaths() {
        let mut before = *ring.last().expect("points");
        for &after in ring {
            let [[ax, ay], [bx, by]] = [before, after];
            if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
                inside = !inside;
            }
            let (dx, dy) = (bx - ax, by - ay);
            let span = (dx * dx + dy * dy).max(1e-12);
            let t = (((x - ax) * dx + (y - ay) * dy) / span).clamp(0.0, 1.0);
            gap = gap.min((ax + t * dx - x).hypot(ay + t * dy - y));
            before = after;
        }
    }
    (inside, gap)
}

fn sheets() -> impl Strategy<Value = ProjectionId> {
    proptest::sample::select(ProjectionId::ALL.to_vec())
}

/// Compares some pixels; returns how many counted.
fn same_land(window: &Viewport, pixels: &[[f32; 2]]) -> Result<usize, TestCaseError> {
    let ((own, edge), world) = (land(window), world());
    let mut counted = 0;
    for &[x, y] in pixels {
        let pixel = [x * window.size.width, y * window.size.height];
        let Some(point) = window.invert(pixel).filter(|at| (-55.0..75.0).contains(&at.lat)) else {
            continue;
        };
        if edge.as_ref().is_some_and(|edge| !inside(edge, pixel).0) {
            continue;
        }
        let there = world.window.project(point).expect("all of the globe is on it");
        let (truth, gap) = inside(&world.land, there);
        let (here, own_gap) = inside(&own, pixel);
        if gap > NEAR && own_gap > 1.0 {
            prop_assert_eq!(here, truth, "{:?} at {:?} of {:?}", point, pixel, window.view);
            counted += 1;
        }
    }
    Ok(counted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn land_is_where_land_is(
        id in sheets(),
        zoom in 1.0_f64..6.5,
        lon in 20.0_f64..100.0,
        lat in 5.0_f64..65.0,
        pixels in proptest::collection::vec([0.0_f32..1.0, 0.0_f32..1.0], 24),
    ) {
        let view = MapView { zoom, center: LonLat { lon, lat } };
        same_land(&Viewport::new(id, view, WINDOW), &pixels)?;
    }

    /// The whole globe in sight, turned anyhow: the horizon cuts through everything.
    #[test]
    fn the_horizon_cuts_clean(
        lon in -180.0_f64..180.0,
        lat in -60.0_f64..80.0,
        pixels in proptest::collection::vec([0.0_f32..1.0, 0.0_f32..1.0], 24),
    ) {
        let view = MapView { zoom: 1.0, center: LonLat { lon, lat } };
        let window = Viewport::new(ProjectionId::Orthographic, view, WINDOW);
        same_land(&window, &pixels)?;
        // Nothing of the land lies beyond the rim of the globe.
        let radius = window.scale_at(view.center) as f32;
        let [x, y] = [WINDOW.width / 2.0, WINDOW.height / 2.0];
        for at in &land(&window).0.points {
            prop_assert!((at[0] - x).hypot(at[1] - y) < radius * 1.02 + 2.0, "{at:?}, {radius}");
        }
    }
}

/// From near only what is near is drawn: far parts of the coast are cut off before they cost anything.
#[test]
fn from_near_little_is_drawn() {
    let points = |zoom| {
        let view = MapView { zoom, center: LonLat { lon: 50.0, lat: 40.0 } };
        let window = Viewport::new(ProjectionId::Lambert, view, WINDOW);
        land(&window).0.points.len()
    };
    let (far, near) = (points(2.0), points(7.0));
    assert!(near * 20 < far, "{near} points from near, {far} from afar");
}

#[test]
fn enough_pixels_are_compared() {
    let view = MapView { zoom: 3.0, center: LonLat { lon: 55.0, lat: 40.0 } };
    let pixels: Vec<[f32; 2]> =
        (0..100).map(|n| [(n % 10) as f32 / 10.0 + 0.05, (n / 10) as f32 / 10.0 + 0.05]).collect();
    for id in ProjectionId::ALL {
        let counted = same_land(&Viewport::new(id, view, WINDOW), &pixels).expect("the same");
        assert!(counted > 40, "{id:?}: {counted}");
    }
}
