//! The whole way from a small topology to a level, and what the committed file promises.

use super::*;
use atlas::model::basemap::BoundaryView;

/// Two countries side by side on one island, cut by a disputed line, and a speck beside them.
const ISLAND: &str = r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[70,30]},
    "arcs":[[[0,0],[0,2],[0,2],[0,2]],[[0,6],[-6,0],[0,-6],[6,0]],[[0,6],[6,0],[0,-6],[-6,0]],
            [[20,0],[1,0],[0,1],[-1,0],[0,-1]]],
    "objects":{
      "countries":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","id":"586","arcs":[[0,1]],"properties":{"name":"Pakistan"}},
        {"type":"MultiPolygon","id":"356","arcs":[[[2,0]],[[3]]],"properties":{"name":"India"}}]},
      "land":{"type":"GeometryCollection","geometries":[
        {"type":"MultiPolygon","arcs":[[[1,2]],[[3]]]}]}}}"#;

const LINE: &str = r#"
    [[stretch]]
    id = "line"
    note = { en = "a", ur = "b", ru = "c" }
    between = [["IND", "PAK"]]
    boxes = [[69.0, 32.0, 71.0, 34.0]]
    styles = { neutral = "dashed", pakistan = "dashed", india = "hidden", russia = "dashed", iso = "dashed" }
    basis = "a test"
"#;

fn island() -> Level {
    let window = Area([60.0, 20.0, 80.0, 40.0]);
    let plan = Plan {
        min_zoom: 0.0,
        window,
        step: 0.01,
        tolerance: Tolerance { area: window, inside: 0.01, outside: 1.0 },
        island: 2.0,
        lake: 0.1,
        river: 1.0,
    };
    let topology = Topology::read(ISLAND).unwrap();
    let boundaries = Boundaries::read(LINE).unwrap();
    let claims = [(0, vec![[66.0, 31.0], [66.0, 35.0]])];
    let rivers = [vec![[65.0, 31.0], [65.0, 33.0]]];
    let ground = Ground {
        topology: &topology,
        boundaries: &boundaries,
        claims: &claims,
        lakes: &[],
        rivers: &rivers,
    };
    level::build(&plan, &ground).unwrap()
}

#[test]
fn a_disputed_piece_of_the_border_is_an_arc_of_its_own() {
    let level = island();
    let stretches: Vec<Option<u8>> = level.borders.iter().map(|border| border.stretch).collect();
    // The border is cut in three; the claim line comes last.
    assert_eq!(stretches, [None, Some(0), None, Some(0)]);
    let disputed = level.arc(level.borders[1].arc as usize);
    assert_eq!((disputed[0].lat, disputed[1].lat), (32.0, 34.0));
}

#[test]
fn rings_still_close_after_the_cut() {
    let level = island();
    for country in &level.countries {
        for ring in &country.rings {
            let points = level.ring(ring);
            // A ring around a pole ends a whole turn from where it began.
            let (first, last) = (points[0], points[points.len() - 1]);
            let turns = (last.lon - first.lon) / 360.0;
            assert!(first.lat == last.lat && turns.fract() == 0.0, "{first:?} to {last:?}");
            assert!(points.len() >= 4);
        }
    }
    assert_eq!(level.coast.len(), 2);
}

#[test]
fn a_speck_is_left_out() {
    let level = island();
    assert_eq!(level.land.len(), 1);
    assert_eq!(level.countries.iter().find(|c| c.iso == "IND").unwrap().rings.len(), 1);
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    assert_eq!(postcard::to_allocvec(&island()), postcard::to_allocvec(&island()));
}

fn committed() -> Basemap {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let [bytes, near] = OUTPUTS.map(|name| fs::read(root.join(name)).unwrap());
    let basemap = atlas::data::decode_basemap(&bytes).unwrap();
    assert!(basemap.lacks_near(), "the closest level travels apart");
    atlas::data::join_basemap(basemap, &near).unwrap()
}

#[test]
fn the_neutral_view_draws_every_stretch_of_the_committed_map_dashed() {
    let basemap = committed();
    assert!(basemap.stretches.iter().any(|stretch| stretch.id == "kashmir-loc"));
    let neutral = BoundaryView::ALL.iter().position(|view| *view == BoundaryView::Neutral).unwrap();
    for stretch in &basemap.stretches {
        assert_eq!(stretch.styles[neutral], atlas::model::basemap::BorderStyle::Dashed);
    }
}

#[test]
fn the_committed_levels_are_sound() {
    for level in committed().levels {
        // Neither a line along the 180th meridian nor one back across the whole map.
        for arc in level.coast.iter().chain(level.borders.iter().map(|border| &border.arc)) {
            let points = level.arc(*arc as usize);
            assert!(points.windows(2).all(|w| (w[1].lon - w[0].lon).abs() < 60.0));
            assert!(!points.iter().all(|point| (point.lon.abs() - 180.0).abs() < 0.1));
        }
        let rings = level.land.iter().chain(level.countries.iter().flat_map(|c| &c.rings));
        for ring in rings.chain(&level.lakes) {
            let points = level.ring(ring);
            // A ring around a pole ends a whole turn from where it began.
            let (first, last) = (points[0], points[points.len() - 1]);
            let turns = (last.lon - first.lon) / 360.0;
            assert!(first.lat == last.lat && turns.fract() == 0.0, "{first:?} to {last:?}");
        }
        for name in ["PAK", "RUS", "IRN", "KAZ"] {
            assert!(level.countries.iter().any(|country| country.iso == name), "{name}");
        }
    }
}
