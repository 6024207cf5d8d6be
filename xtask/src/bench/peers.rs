//! The pages of the peers: libraries fetched at fixed versions, bundled, and laid beside the data.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::overlay;
use crate::{
    bundle::{self, ESBUILD, Named},
    committed,
    packages::{Package, WORLD_ATLAS},
    workspace,
};

/// The same middle for all first views, degrees.
pub const START: (f64, f64) = (50.0, 42.0);

/// Zoom on Mercator at level 0 = 256 px, which all peers on Mercator share; `common.js` has the same.
const MERCATOR_ZOOM: f64 = 4.0;

/// The zoom of the atlas at the first view: Mercator stretches its middle by 1 / cos(latitude), and all
/// pages show the same scale on the ground there.
pub fn start_zoom() -> f64 {
    MERCATOR_ZOOM - START.1.to_radians().cos().log2()
}

/// A page that a library draws.
#[derive(Debug, PartialEq)]
pub struct Peer {
    /// Its folder and its name on the command line.
    pub name: &'static str,
    /// Its name in the tables.
    pub title: &'static str,
    /// Files of its package that are loaded beside the bundle, below `node_modules`.
    beside: &'static [&'static str],
}

/// The peers, as the tables have them.
pub const PEERS: &[Peer] = &[
    Peer { name: "d3-canvas", title: "d3-geo 3.1.2 on canvas", beside: &[] },
    Peer { name: "d3-svg", title: "d3-geo 3.1.2 on SVG", beside: &[] },
    Peer { name: "leaflet", title: "Leaflet 1.9.4 on canvas", beside: &[] },
    Peer { name: "openlayers", title: "OpenLayers 10.11.0", beside: &[] },
    Peer {
        name: "maplibre",
        title: "MapLibre GL 6.17.0 (software GL)",
        beside: &["maplibre-gl/dist/maplibre-gl-worker.mjs"],
    },
];

/// Name below `node_modules`, and where it comes from.
const PACKAGES: &[Named] = &[
    (
        "d3-geo",
        Package::npm(
            "d3-geo@3.1.2",
            "d3-geo-3.1.2.tgz",
            "e0ffa43f5a2134cf03d2797e985025250d8d3608b1d90336938c9dd4d4b97dc7",
        ),
    ),
    (
        "d3-array",
        Package::npm(
            "d3-array@3.2.5",
            "d3-array-3.2.5.tgz",
            "90139c20a9a7678badb0ddeb9aafd504c935dc24f5a53c3e61ccf866e4479572",
        ),
    ),
    (
        "internmap",
        Package::npm(
            "internmap@2.0.3",
            "internmap-2.0.3.tgz",
            "39d1936831a4d3f2bd6e088db28a10de4458d823f652c36b2c808bf5b978c48d",
        ),
    ),
    (
        "leaflet",
        Package::npm(
            "leaflet@1.9.4",
            "leaflet-1.9.4.tgz",
            "84c65a256e50657896f54c33bd857b6849ebe94c817803be818bf32a3dde0b77",
        ),
    ),
    (
        "maplibre-gl",
        Package::npm(
            "maplibre-gl@6.17.0",
            "maplibre-gl-6.17.0.tgz",
            "587807d8d6c99349022e027fa310c16cfaa55392131f6263df080306db6809b0",
        ),
    ),
    (
        "ol",
        Package::npm(
            "ol@10.11.0",
            "ol-10.11.0.tgz",
            "9e8377871c10e1299a8a302be847de3b8f1060a6d31063b90e84363c7e060477",
        ),
    ),
    (
        "quickselect",
        Package::npm(
            "quickselect@3.0.0",
            "quickselect-3.0.0.tgz",
            "2cf90a3c6f9eb7ccb618bc31e362a615f9f46de593b8465176d883e66b5f8c84",
        ),
    ),
    (
        "rbush",
        Package::npm(
            "rbush@4.0.1",
            "rbush-4.0.1.tgz",
            "a014b9d13d72b4cb657badb2961fc24429324b9db0dc1aa13f83d8dde81da410",
        ),
    ),
    (
        "topojson-client",
        Package::npm(
            "topojson-client@3.1.0",
            "topojson-client-3.1.0.tgz",
            "889fadb422f6236d0f8337a236ce6499f258b75e44b81733b13bd971067322bf",
        ),
    ),
    ESBUILD,
];

/// The bench's own folder, below the target directory.
pub fn folder() -> PathBuf {
    workspace::target().join("bench")
}

/// Everything that the peers need, fetched and written once for all of them.
pub struct Workshop {
    modules: PathBuf,
    world: Vec<u8>,
    overlay: Vec<u8>,
}

impl Workshop {
    /// Fetches packages that are missing, and writes the data.
    pub fn open() -> Result<Self> {
        let modules = bundle::lay_out(PACKAGES, &folder())?;
        let world =
            WORLD_ATLAS.open(&folder().join("packages"))?.file("package/countries-50m.json")?;
        let overlay = overlay::overlay(&committed::stage()?, start_zoom());
        Ok(Self { modules, world, overlay: serde_json::to_vec(&overlay)? })
    }

    /// Builds the page and returns its folder, with a file of synthetic lines for each count.
    pub fn build(&self, peer: &Peer, extras: &[u32]) -> Result<PathBuf> {
        let page = folder().join("pages").join(peer.name);
        if page.exists() {
            fs::remove_dir_all(&page).with_context(|| format!("no {}", page.display()))?;
        }
        fs::create_dir_all(&page).with_context(|| format!("no {}", page.display()))?;
        self.bundle(peer, &page)?;
        fs::copy(sources().join("index.html"), page.join("index.html")).context("index.html")?;
        fs::write(page.join("world.json"), &self.world).context("world.json")?;
        fs::write(page.join("overlay.json"), &self.overlay).context("overlay.json")?;
        for file in peer.beside {
            let from = self.modules.join(file);
            let name = from.file_name().context("a file without a name")?;
            fs::copy(&from, page.join(name)).with_context(|| file.to_string())?;
        }
        for &count in extras {
            overlay::write_synthetic(count, &page.join(format!("extra-{count}.bin")))?;
        }
        Ok(page)
    }

    fn bundle(&self, peer: &Peer, page: &Path) -> Result<()> {
        let script = sources().join(peer.name).join("page.js");
        // Pictures of buttons that no peer page has.
        bundle::bundle(&self.modules, &script, page, &["--external:*.png"])
    }
}

fn sources() -> PathBuf {
    workspace::root().join("xtask/src/bench/peers")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_its_sources_and_its_version_in_its_title() {
        for peer in PEERS {
            assert!(sources().join(peer.name).join("page.js").is_file(), "{}", peer.name);
            let version = peer.title.split(' ').find(|word| word.contains('.')).unwrap_or("none");
            let spec = format!("@{version}");
            let known = PACKAGES.iter().any(|(_, package)| package.spec().ends_with(&spec));
            assert!(known, "{}", peer.title);
        }
    }

    #[test]
    fn all_pages_begin_with_the_same_view() {
        let text = fs::read_to_string(sources().join("common.js")).expect("common.js");
        let (lon, lat) = START;
        let start = format!("START = {{ lon: {lon}, lat: {lat}, zoom: {MERCATOR_ZOOM} }}");
        assert!(text.contains(&start), "{start}");
        assert!((start_zoom() - 4.4283).abs() < 1e-3, "{}", start_zoom());
    }
}
