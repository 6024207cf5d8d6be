//! Where things are, and copying them elsewhere.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use walkdir::WalkDir;

/// The repository's root.
///
/// Cargo names the package at run time, so a moved checkout works; a binary started by hand falls
/// back to the place where it was compiled.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(package.clone(), Path::to_path_buf)
}

/// Cargo's target directory.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// Everything that is built for readers.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The built page. The site tests may be pointed at another copy of it.
pub fn site() -> PathBuf {
    match std::env::var_os("ATLAS_SITE") {
        Some(dir) => root().join(dir),
        None => dist().join("site"),
    }
}

/// Tools of the atlas that must not touch those of the reader's other projects.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// Copies a folder with all that is in it.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let place = to.join(entry.path().strip_prefix(from)?);
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(&place)?,
            false => drop(fs::copy(entry.path(), &place)?),
        }
    }
    Ok(())
}
