//! `SHA256SUMS` of a built folder: what `sha256sum -c` checks after copying, and what `selftest.html` compares.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::digest;

/// The name of the list.
pub const FILE: &str = "SHA256SUMS";

/// Writes the list of all files of the folder.
///
/// # Errors
///
/// When files cannot be read, or the list cannot be written.
pub fn write(folder: &Path) -> Result<()> {
    let mut lines = String::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.context("the built folder could not be read")?;
        let inside = entry.path().strip_prefix(folder).context("a file outside of the folder")?;
        let name = inside.to_string_lossy().replace('\\', "/");
        if !entry.file_type().is_file() || name == FILE {
            continue;
        }
        let digest = digest::sha256(&fs::read(entry.path())?);
        lines.push_str(&format!("{digest}  {name}\n"));
    }
    fs::write(folder.join(FILE), lines).with_context(|| format!("{FILE} was not written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_but_the_list() {
        let folder = tempfile::tempdir().expect("dir");
        fs::create_dir(folder.path().join("b")).expect("dir");
        for (name, text) in [("a.js", ""), ("b/c.bin", "abc")] {
            fs::write(folder.path().join(name), text).expect("file");
        }
        for _ in 0..2 {
            write(folder.path()).expect("written");
        }
        let list = fs::read_to_string(folder.path().join(FILE)).expect("the list");
        assert_eq!(
            list,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.js\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b/c.bin\n"
        );
    }
}
