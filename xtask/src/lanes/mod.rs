//! `cargo xtask lanes`: makes `data/generated/lanes.geojson`, the sea lanes between the ports of the
//! atlas, from the network of the package searoute.
//!
//! Of the package's lines only those are kept that some shortest way between two ports of the atlas
//! takes, with all straits open or with one of them closed. Lines that cut land are led around it. The
//! package's lines are few and meet at angles; where the way along them between two neighbours is longer
//! than the straight way over the same water, that is added. Lines that are one way are joined. The same
//! package, places and basemap give the same bytes.

mod detour;
mod net;
mod shorten;

use crate::artifact::put;
use crate::packages::Package;
use anyhow::{Context, bail};
use atlas::data::read::coasts;
use atlas::geo::{LonLat, land::Land};
use net::{Lane, Net};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{fs, path::Path};

const OUTPUT: &str = "data/generated/lanes.geojson";

const SEAROUTE: Package = Package::pypi(
    "searoute==1.6.0",
    "searoute-1.6.0.tar.gz",
    "a2f9827b0aa0f1216f4696aa9cd9d358e9950cba496e8445dc2a3d5691862697",
);

/// Waters whose lines are left out. West, south, east, north, degrees: the Caspian and the Sea of Azov with
/// the Don, for which the package has next to nothing and `data/network/water.toml` has links, and the Gulf
/// of Corinth, whose canal is too narrow for ships that trade between seas.
const LEFT_OUT: [[f64; 4]; 3] =
    [[45.0, 36.0, 56.0, 48.5], [34.7, 45.15, 45.0, 49.0], [21.9, 37.85, 23.1, 38.5]];

/// Straits and canals with one lane, which is led through their place: what ends there goes through half
/// of them.
const GATES: [&str; 3] = ["suez-canal", "bosphorus", "dardanelles"];

/// Lanes this near to the place of a strait with several of them pass it, kilometres. They part at the Cape
/// and in Hormuz further from the point that marks it.
const STRAITS: [(&str, f64); 7] = [
    ("hormuz", 70.0),
    ("bab-el-mandeb", 40.0),
    ("gibraltar", 60.0),
    ("malacca", 150.0),
    ("good-hope", 400.0),
    ("oresund", 25.0),
    ("great-belt", 30.0),
];

/// Runs the command.
///
/// # Errors
///
/// When the package cannot be had, or a committed file is missing or, under `--check`, stale.
pub fn run(args: &[String]) -> anyhow::Result<()> {
    let check = match args {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("usage: cargo xtask lanes [--check]"),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("target/lanes");
    fs::create_dir_all(&folder)?;
    let package = SEAROUTE.open(&folder)?;
    let lines = read(&package.text("searoute-1.6.0/searoute/data/marnet_searoute.geojson")?)?;
    // The artifact cannot be made without the lanes, so the places are read from their own file.
    let Places { place } = toml::from_str(&fs::read_to_string(root.join("data/places.toml"))?)?;
    let land = coasts(&root.join("data"))?;
    let lanes = lanes(&place, lines, &land);
    let text = write(&lanes);
    println!(
        "{} lanes, {} points, {} bytes",
        lanes.len(),
        lanes.iter().map(|lane| lane.course.len()).sum::<usize>(),
        text.len()
    );
    put(OUTPUT, text.as_bytes(), check, "lanes")
}

/// The package's lines, without those of the seas that the atlas draws itself.
fn read(text: &str) -> anyhow::Result<Vec<Vec<LonLat>>> {
    let root: Value = serde_json::from_str(text)?;
    let features = root["features"].as_array().context("no features")?;
    let mut lines = Vec::new();
    for feature in features {
        let geometry = &feature["geometry"];
        let parts = match geometry["type"].as_str() {
            Some("LineString") => vec![&geometry["coordinates"]],
            Some("MultiLineString") => {
                geometry["coordinates"].as_array().into_iter().flatten().collect()
            }
            other => bail!("a line of the package is {other:?}"),
        };
        for part in parts {
            let line = part.as_array().into_iter().flatten().map(|point| {
                let number = |index: usize| point[index].as_f64().unwrap_or(f64::NAN);
                LonLat::new(number(0), number(1))
            });
            // Lines across the antimeridian run on past 180°; no lane of the atlas goes there.
            lines.extend(line.collect::<Option<Vec<_>>>());
        }
    }
    let left_out = |at: &LonLat| {
        LEFT_OUT.iter().any(|[west, south, east, north]| {
            (*west..=*east).contains(&at.lon) && (*south..=*north).contains(&at.lat)
        })
    };
    lines.retain(|line| line.len() > 1 && !line.iter().any(left_out));
    Ok(lines)
}

/// What is needed of `data/places.toml`.
#[derive(Deserialize)]
struct Places {
    place: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    id: String,
    kind: String,
    lon: f64,
    lat: f64,
}

impl Place {
    fn at(&self) -> LonLat {
        LonLat { lon: self.lon, lat: self.lat }
    }
}

fn lanes(places: &[Place], lines: Vec<Vec<LonLat>>, land: &Land) -> Vec<Lane> {
    let mut net = Net::new(lines);
    let at = |id: &str| places.iter().find(|place| place.id == id).map(Place::at);
    for id in GATES {
        if let Some(at) = at(id) {
            net.gate(id, at);
        }
    }
    let joined = ["port", "chokepoint"];
    for place in places.iter().filter(|place| joined.contains(&&*place.kind)) {
        if !GATES.contains(&&*place.id) {
            net.attach(&place.id, place.at(), land);
        }
    }
    net.mark(STRAITS.into_iter().filter_map(|(id, near)| Some((id, at(id)?, near))));
    net.keep_shortest();
    net.lead_around(land);
    net.shorten(land);
    net.keep_shortest();
    let mut lanes = net.joined();
    for lane in &mut lanes {
        detour::around(lane, land);
    }
    lanes
}

fn write(lanes: &[Lane]) -> String {
    let feature = |lane: &Lane| {
        let point = |at: &LonLat| json!([rounded(at.lon), rounded(at.lat)]);
        json!({
            "type": "Feature",
            "properties": {
                "from": lane.ends[0],
                "to": lane.ends[1],
                "passes": lane.passes,
                "strait": lane.strait,
            },
            "geometry": {
                "type": "LineString",
                "coordinates": lane.course.iter().map(point).collect::<Vec<_>>(),
            },
        })
    };
    let rows: Vec<String> = lanes.iter().map(|lane| feature(lane).to_string()).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", rows.join(",\n"))
}

fn rounded(degrees: f64) -> f64 {
    (degrees * 1000.0).round() / 1000.0
}
