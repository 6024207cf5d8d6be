//! Looking for programs.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::workspace;

/// A program's file name on this system.
pub fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// The directories of PATH.
pub fn path_dirs() -> Vec<PathBuf> {
    std::env::var_os("PATH").map_or_else(Vec::new, |path| std::env::split_paths(&path).collect())
}

/// Where `cargo install` puts programs unless told otherwise; it need not be on PATH.
pub fn cargo_bin() -> Option<PathBuf> {
    let root = std::env::var_os("CARGO_INSTALL_ROOT")
        .or_else(|| std::env::var_os("CARGO_HOME"))
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))?;
    Some(root.join("bin"))
}

/// Where the atlas's own copies of tools are.
pub fn own_bin() -> PathBuf {
    workspace::tools().join("bin")
}

/// Everywhere a cargo tool may be, in the order in which it is looked for, each place once.
pub fn tool_dirs() -> Vec<PathBuf> {
    let mut dirs = Vec::new();
    let all = path_dirs().into_iter().chain(cargo_bin()).chain([own_bin()]);
    for dir in all {
        if !dirs.contains(&dir) {
            dirs.push(dir);
        }
    }
    dirs
}

/// All programs of these names on PATH, names before places.
pub fn on_path(names: &[&str]) -> Vec<PathBuf> {
    let dirs = path_dirs();
    let mut found: Vec<PathBuf> = Vec::new();
    for name in names {
        for dir in &dirs {
            let file = dir.join(program(name));
            if file.is_file() && !found.contains(&file) {
                found.push(file);
            }
        }
    }
    found
}

/// PATH with one directory before all others.
pub fn path_with(dir: &Path) -> Result<OsString> {
    let dirs = [dir.to_path_buf()].into_iter().chain(path_dirs());
    std::env::join_paths(dirs).with_context(|| format!("{} cannot stand in PATH", dir.display()))
}
