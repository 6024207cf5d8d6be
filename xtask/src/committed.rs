//! The committed artifacts, read as the page reads them.

use std::{fs, sync::Arc};

use anyhow::{Context, Result};
use atlas::data::{self, DecodeError};
use atlas::model::atlas::Atlas;
use atlas::network::Graph;
use atlas::scene::stage::Stage;

use crate::workspace;

/// The bytes of an artifact of that name.
///
/// # Errors
///
/// When there is none.
pub fn bytes(name: &str) -> Result<Vec<u8>> {
    let path = workspace::root().join("data/generated").join(name);
    fs::read(&path).with_context(|| format!("{} was not read", path.display()))
}

/// What a codec makes of an artifact.
fn decoded<T>(name: &str, codec: impl FnOnce(&[u8]) -> Result<T, DecodeError>) -> Result<T> {
    codec(&bytes(name)?).with_context(|| format!("data/generated/{name}"))
}

/// The data set with its evidence.
///
/// # Errors
///
/// When artifacts are missing or damaged; so for the others.
pub fn atlas() -> Result<Atlas> {
    let atlas = decoded("atlas.bin", data::decode)?;
    decoded("evidence.bin", |evidence| data::join(atlas, evidence))
}

/// The network, made ready.
pub fn graph() -> Result<Graph> {
    Ok(Graph::new(Arc::new(decoded("network.bin", data::decode_network)?)))
}

/// The stage with all of the ground.
pub fn stage() -> Result<Stage> {
    let basemap = decoded("basemap.bin", data::decode_basemap)?;
    let basemap = decoded("basemap-near.bin", |near| data::join_basemap(basemap, near))?;
    Ok(Stage::new(Arc::new(atlas()?), basemap))
}
