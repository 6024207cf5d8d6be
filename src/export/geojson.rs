//! What shows as GeoJSON (RFC 7946): places are points, stretches of corridors lines.

use super::citation::LICENCE_URL;
use super::json::Json;
use super::shown::{Shown, of_line};
use crate::geo::{LonLat, antimeridian};
use crate::i18n::Names;
use crate::model::{
    atlas::Atlas,
    id::{Id, each_once},
    place::Place,
};
use crate::present::sources::of_place;
use crate::scene::{
    stage::LineItem,
    trail::{Trail, TrailLeg},
};

/// The features with what is known of them, each leg of computed routes among them, and in the collection itself citation, licence, and
/// version and date of the data. `link` is the one to the view, where there is one.
pub fn write(
    atlas: &Atlas,
    shown: &Shown<'_>,
    trails: &[Trail],
    citation: &str,
    link: Option<&str>,
) -> String {
    let mut json = Json::default();
    json.open('{').pair("type", "FeatureCollection").pair("citation", citation);
    let licence = match &atlas.brought {
        None => Some(LICENCE_URL),
        Some(brought) => brought.licence.as_deref(),
    };
    if let Some(licence) = licence {
        json.pair("license", licence);
    }
    json.pair("dataVersion", &atlas.version);
    json.pair("dataDate", &atlas.date.to_string());
    if let Some(link) = link {
        json.pair("permalink", link);
    }
    let lines: Vec<Vec<Vec<LonLat>>> =
        shown.lines.iter().map(|item| antimeridian::cut(&item.line.course)).collect();
    if let Some(bounds) = bounds(shown, &lines) {
        json.key("bbox").open('[');
        for degrees in bounds {
            json.degrees(degrees);
        }
        json.close(']');
    }
    json.key("features").open('[');
    for (item, pieces) in shown.lines.iter().zip(&lines) {
        line(&mut json, atlas, item, pieces);
    }
    for shown in &shown.places {
        place(&mut json, atlas, shown);
    }
    for trail in trails {
        for (at, found) in trail.legs.iter().enumerate() {
            leg(&mut json, trail, at, found);
        }
    }
    json.close(']').close('}');
    json.out.push('\n');
    json.out
}

/// West, south, east, north; west is greater than east where a line crosses the antimeridian
/// (RFC 7946, 5.2).
fn bounds(shown: &Shown<'_>, lines: &[Vec<Vec<LonLat>>]) -> Option<[f64; 4]> {
    let points = || {
        let places = shown.places.iter().map(|place| place.at);
        places.chain(lines.iter().flatten().flatten().copied())
    };
    points().next()?;
    let least = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::INFINITY, f64::min);
    let most = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::NEG_INFINITY, f64::max);
    let (south, north) =
        (least(&mut points().map(|at| at.lat)), most(&mut points().map(|at| at.lat)));
    let crosses = lines.iter().any(|pieces| pieces.len() > 1);
    let through_zero = |piece: &Vec<LonLat>| {
        piece.iter().any(|at| at.lon < 0.0) && piece.iter().any(|at| at.lon > 0.0)
    };
    let (west, east) = if !crosses {
        (least(&mut points().map(|at| at.lon)), most(&mut points().map(|at| at.lon)))
    } else if lines.iter().flatten().any(through_zero) {
        (-180.0, 180.0)
    } else {
        let lons = || points().map(|at| at.lon);
        (least(&mut lons().filter(|lon| *lon > 0.0)), most(&mut lons().filter(|lon| *lon <= 0.0)))
    };
    Some([west, south, east, north])
}

fn line(json: &mut Json, atlas: &Atlas, item: &LineItem<'_>, pieces: &[Vec<LonLat>]) {
    let line = item.line;
    json.open('{').pair("type", "Feature");
    json.key("id").text(&format!("line:{}", line.id));
    course(json, pieces);
    json.key("properties").open('{');
    json.pair("id", line.id.as_str()).pair("kind", "line");
    json.key("corridors").open('[');
    for corridor in item.corridors() {
        json.text(&corridor.reference().to_string());
    }
    json.close(']');
    // Its own name: that of the corridor whose colour it has.
    if let Some(corridor) = item.corridors().next() {
        names(json, &corridor.names);
    }
    json.pair("mode", line.mode.name()).pair("status", line.status.name());
    json.pair("statusDate", &line.status_date.to_string());
    let sourced = line.status_source.is_some();
    json.pair("statusConfidence", if sourced { "sourced" } else { "assumed" });
    json.pair("accuracy", line.accuracy.name());
    sources(json, atlas, of_line(line));
    json.close('}').close('}');
}

/// A leg of a computed route: no record of the data, and so without sources of its own.
fn leg(json: &mut Json, trail: &Trail, at: usize, leg: &TrailLeg) {
    json.open('{').pair("type", "Feature");
    json.key("id").text(&format!("route:{}", trail.leg_id(at)));
    course(json, &antimeridian::cut(&leg.course));
    json.key("properties").open('{');
    json.pair("kind", "route").pair("route", &trail.letter);
    json.key("leg").whole(at as i64 + 1);
    json.pair("mode", leg.mode.name()).pair("status", leg.status.name());
    json.close('}').close('}');
}

/// One line, or several where it crosses the antimeridian.
fn course(json: &mut Json, pieces: &[Vec<LonLat>]) {
    json.key("geometry").open('{');
    match pieces {
        [piece] => {
            json.pair("type", "LineString").key("coordinates");
            positions(json, piece);
        }
        _ => {
            json.pair("type", "MultiLineString").key("coordinates").open('[');
            for piece in pieces {
                positions(json, piece);
            }
            json.close(']');
        }
    }
    json.close('}');
}

fn place(json: &mut Json, atlas: &Atlas, place: &Place) {
    json.open('{').pair("type", "Feature").key("id").text(&format!("place:{}", place.id));
    json.key("geometry").open('{').pair("type", "Point").key("coordinates");
    position(json, place.at);
    json.close('}').key("properties").open('{');
    json.pair("id", place.id.as_str()).pair("kind", place.kind.name());
    names(json, &place.names);
    for (key, value) in [("country", &place.country), ("unlocode", &place.unlocode)] {
        if let Some(value) = value {
            json.pair(key, value);
        }
    }
    let sourced = place.position.is_some();
    json.pair("position", if sourced { "sourced" } else { "approximate" });
    sources(json, atlas, &of_place(place));
    json.close('}').close('}');
}

fn positions(json: &mut Json, line: &[LonLat]) {
    json.open('[');
    for &at in line {
        position(json, at);
    }
    json.close(']');
}

fn position(json: &mut Json, at: LonLat) {
    json.open('[').degrees(at.lon).degrees(at.lat).close(']');
}

fn names(json: &mut Json, names: &Names) {
    json.key("names").open('{');
    json.pair("en", &names.en).pair("ur", &names.ur).pair("ru", &names.ru).close('}');
}

fn sources<'a>(json: &mut Json, atlas: &Atlas, ids: impl IntoIterator<Item = &'a Id>) {
    json.key("sources").open('[');
    for source in each_once(ids).iter().filter_map(|id| atlas.source(id)) {
        json.open('{').pair("id", source.id.as_str()).pair("title", &source.title);
        if let Some(url) = &source.url {
            json.pair("url", url);
        }
        json.close('}');
    }
    json.close(']');
}
