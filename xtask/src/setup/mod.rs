//! Setting up what is missing: said before it is done, silent when there is nothing to do, and safe
//! to interrupt and start again.

pub mod browser;
pub mod npm;
pub mod others;
pub mod rust;
mod search;
mod system;
mod tool;
mod version;

pub use tool::{trunk, wasm_bindgen};

use std::{ffi::OsString, path::PathBuf};

use anyhow::Result;

/// What building the page takes.
#[derive(Debug, Clone)]
pub struct BuildTools {
    /// The trunk program.
    pub trunk: PathBuf,
    /// The directory of the fitting wasm-bindgen.
    pub wasm_bindgen: PathBuf,
}

impl BuildTools {
    /// PATH for the programs that look for wasm-bindgen themselves.
    pub fn path(&self) -> Result<OsString> {
        search::path_with(&self.wasm_bindgen)
    }
}

/// Find or install all that building the page takes.
pub fn build_tools() -> Result<BuildTools> {
    rust::wasm_target()?;
    Ok(BuildTools { wasm_bindgen: wasm_bindgen()?, trunk: trunk()?.join(search::program("trunk")) })
}

/// PATH with one directory before all others.
pub fn path_with(dir: &std::path::Path) -> Result<OsString> {
    search::path_with(dir)
}
