//! `cargo xtask size`: what a reader's browser has to load, by part.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::workspace;

/// The parts in the order of the table, with the endings of their files.
const PARTS: &[(&str, &[&str])] = &[
    ("wasm", &["wasm"]),
    ("js", &["js", "mjs"]),
    ("css", &["css"]),
    ("html", &["html"]),
    ("other", &[]),
];

/// What the wasm part carries inside.
const EMBEDDED: &[&str] = &["data/generated/basemap.bin", "data/generated/atlas.bin"];

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Size {
    files: usize,
    raw: usize,
    brotli: usize,
}

impl Size {
    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.raw += other.raw;
        self.brotli += other.brotli;
    }
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "`cargo xtask size` takes no options");
    let site = workspace::site();
    ensure!(
        site.join("index.html").is_file(),
        "there is no built page at {}: run `cargo xtask dist`",
        site.display()
    );
    println!("\nSizes in bytes, each file after brotli (quality 11):");
    let parts = measure(&site)?;
    let mut total = Size::default();
    for ((name, _), size) in PARTS.iter().zip(&parts) {
        print_row(name, *size);
        total.add(*size);
    }
    print_row("total", total);
    for name in EMBEDDED {
        let path = workspace::root().join(name);
        if path.is_file() {
            print_row(&format!("inside wasm: {name}"), of_file(&path)?);
        }
    }
    Ok(())
}

fn print_row(name: &str, size: Size) {
    println!("  {name:<42} {:>3} files {:>9} raw {:>8} brotli", size.files, size.raw, size.brotli);
}

fn measure(site: &Path) -> Result<Vec<Size>> {
    let mut sizes = vec![Size::default(); PARTS.len()];
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = entry.context("the built page could not be read")?;
        if entry.file_type().is_file() {
            sizes[part_of(entry.path())].add(of_file(entry.path())?);
        }
    }
    Ok(sizes)
}

fn part_of(path: &Path) -> usize {
    let ending = path.extension().and_then(|ending| ending.to_str());
    PARTS
        .iter()
        .position(|(_, endings)| ending.is_some_and(|ending| endings.contains(&ending)))
        .unwrap_or(PARTS.len() - 1)
}

fn of_file(path: &Path) -> Result<Size> {
    let bytes = fs::read(path).with_context(|| format!("{} was not read", path.display()))?;
    Ok(Size { files: 1, raw: bytes.len(), brotli: brotli(&bytes)? })
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let (buffer, quality, window) = (1 << 16, 11, 22);
    let mut writer = brotli::CompressorWriter::new(Vec::new(), buffer, quality, window);
    writer.write_all(bytes).context("brotli")?;
    writer.flush().context("brotli")?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_go_to_their_part() {
        let name = |path: &str| PARTS[part_of(Path::new(path))].0;
        assert_eq!(name("a-0123_bg.wasm"), "wasm");
        assert_eq!(name("boot.js"), "js");
        assert_eq!(name("snippets/x/inline.mjs"), "js");
        assert_eq!(name("icon.svg"), "other");
        assert_eq!(name("LICENSE"), "other");
    }

    #[test]
    fn sizes_add_up() {
        let dir = tempfile::tempdir().expect("temp dir");
        fs::write(dir.path().join("a.js"), "a".repeat(1000)).expect("file");
        fs::write(dir.path().join("b.js"), "b".repeat(500)).expect("file");
        let js = measure(dir.path()).expect("measured")[1];
        assert_eq!((js.files, js.raw), (2, 1500));
        assert!(js.brotli > 0 && js.brotli < 100, "{js:?}");
    }
}
