//! The list of files that the page keeps for times without a network, written into its `sw.js`.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::{digest, size};

/// The worker, which does not keep itself: the browser asks the server for it.
const WORKER: &str = "sw.js";
/// What stands in its source for the build and for the files.
const BUILD: &str = "{build}";
const FILES: &str = "\"{files}\"";

/// Fills in the worker of the built page in `site`: every file, the page itself by its folder, and a name for
/// the build that changes with any byte of them.
///
/// # Errors
///
/// When the page has no worker to fill in, or files cannot be read or written.
pub fn write(site: &Path) -> Result<()> {
    let path = site.join(WORKER);
    let source = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
    ensure!(source.contains(BUILD) && source.contains(FILES), "{WORKER} has nothing to fill in");
    let mut build = Sha256::new();
    build.update(&source);
    let mut names = vec!["./".to_owned()];
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = entry.context("the built page could not be read")?;
        let inside = entry.path().strip_prefix(site).context("a file outside of the page")?;
        let name = inside.to_string_lossy().replace('\\', "/");
        if !entry.file_type().is_file() || name == WORKER || !size::is_loaded(&name) {
            continue;
        }
        build.update(&name);
        build.update(fs::read(entry.path())?);
        if name != "index.html" {
            names.push(name);
        }
    }
    let build = digest::hex(&build.finalize()[..8]);
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    let filled = source.replace(BUILD, &build).replace(FILES, &names.join(", "));
    fs::write(&path, filled).with_context(|| format!("{} was not written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(data: &str) -> tempfile::TempDir {
        let site = tempfile::tempdir().expect("dir");
        let source = include_str!("../../src/embed/sw.js");
        for (name, text) in [("sw.js", source), ("index.html", "page"), ("network.bin", data)] {
            fs::write(site.path().join(name), text).expect("file");
        }
        site
    }

    fn filled(data: &str) -> String {
        let site = page(data);
        write(site.path()).expect("filled in");
        fs::read_to_string(site.path().join("sw.js")).expect("the worker")
    }

    #[test]
    fn every_file_is_listed_and_any_byte_makes_another_build() {
        let worker = filled("one");
        assert!(worker.contains(r#"const FILES = ["./", "network.bin"];"#), "{worker}");
        assert_eq!(worker, filled("one"));
        assert_ne!(worker, filled("two"));
        assert!(!worker.contains('{') || !worker.contains(BUILD));
    }

    #[test]
    fn a_worker_that_was_filled_in_is_not_filled_in_again() {
        let site = page("one");
        write(site.path()).expect("filled in");
        assert!(write(site.path()).is_err());
    }
}
