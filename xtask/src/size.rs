//! `cargo xtask size`: what a reader's browser has to load, by part, and whether it keeps to the budget.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use walkdir::WalkDir;

use crate::{budget, compress, single, split, sums, supply, workspace};

/// The parts in the order of the table, with the endings of their files.
const PARTS: &[(&str, &[&str])] = &[
    ("wasm", &["wasm"]),
    ("js", &["js", "mjs"]),
    ("css", &["css"]),
    ("html", &["html"]),
    ("later", &["bin"]),
    ("aside", &[]),
    ("single", &[]),
    ("other", &[]),
];

/// Files whose part their names tell, by how these begin.
const NAMED: &[(&str, &str)] = &[
    (split::LATER, LATER),
    ("frame.js", LATER),
    ("offline.js", LATER),
    ("sw.js", LATER),
    ("connectivity-atlas.js", ASIDE),
    ("embed.js", ASIDE),
    ("selftest", ASIDE),
    ("own-data", ASIDE),
    ("picture.svg", ASIDE),
    (supply::FILE, ASIDE),
    (sums::FILE, ASIDE),
    (single::FILE, SINGLE),
];

/// What the wasm carries inside: the evidence its later part, the others the first.
const EMBEDDED: &[(&str, &str)] = &[
    ("basemap", "data/generated/basemap.bin"),
    ("data", "data/generated/atlas.bin"),
    ("evidence", "data/generated/evidence.bin"),
];

/// The part that is loaded when it is needed, and not with the page.
const LATER: &str = "later";

/// What the page itself never loads: it is there for hosts.
const ASIDE: &str = "aside";

/// The page as one file, which readers take along: it holds all of the others once more.
const SINGLE: &str = "single";

/// What comes with the page, and all parts together.
const FIRST: &str = "first-load";
const WHOLE: &str = "whole";

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
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let sizes = match words[..] {
        [] | ["--check"] | ["--update"] => table()?,
        _ => bail!("usage: cargo xtask size [--check|--update]"),
    };
    println!("\nSizes in bytes, each file after brotli (quality 11):");
    for (name, size) in &sizes {
        let inside = if EMBEDDED.iter().any(|(part, _)| part == name) { " (in wasm)" } else { "" };
        println!(
            "  {:<20} {:>3} files {:>9} raw {:>8} brotli",
            format!("{name}{inside}"),
            size.files,
            size.raw,
            size.brotli
        );
    }
    let sizes: Vec<(&str, usize)> =
        sizes.into_iter().map(|(name, size)| (name, size.brotli)).collect();
    match words[..] {
        ["--check"] => budget::check(&sizes),
        ["--update"] => budget::update(&sizes),
        _ => Ok(()),
    }
}

/// Every part, then what the wasm carries, then the whole.
fn table() -> Result<Vec<(&'static str, Size)>> {
    let site = workspace::site();
    ensure!(
        site.join("index.html").is_file(),
        "there is no built page at {}: run `cargo xtask dist`",
        site.display()
    );
    let mut sizes: Vec<(&str, Size)> =
        PARTS.iter().map(|(name, _)| *name).zip(measure(&site)?).collect();
    let (mut first, mut whole) = (Size::default(), Size::default());
    for (name, size) in &sizes {
        if *name == SINGLE {
            continue;
        }
        whole.add(*size);
        if *name != LATER && *name != ASIDE {
            first.add(*size);
        }
    }
    for (name, path) in EMBEDDED {
        sizes.push((name, of_file(&workspace::root().join(path))?));
    }
    sizes.extend([(FIRST, first), (WHOLE, whole)]);
    Ok(sizes)
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
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let named = NAMED.iter().find(|(start, _)| name.starts_with(start)).map(|(_, part)| *part);
    if let Some(part) = named {
        return PARTS.iter().position(|(name, _)| *name == part).unwrap_or_default();
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    PARTS
        .iter()
        .position(|(_, endings)| ending.is_some_and(|ending| endings.contains(&ending)))
        .unwrap_or(PARTS.len() - 1)
}

/// Whether the page itself ever loads the file of that name.
pub fn is_loaded(name: &str) -> bool {
    ![ASIDE, SINGLE].contains(&PARTS[part_of(Path::new(name))].0)
}

fn of_file(path: &Path) -> Result<Size> {
    let bytes = fs::read(path).with_context(|| format!("{} was not read", path.display()))?;
    Ok(Size { files: 1, raw: bytes.len(), brotli: compress::brotli(&bytes)?.len() })
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
        assert_eq!(name("basemap-near.bin"), "later");
        assert_eq!(name("atlas-later-0123.wasm"), "later");
        assert_eq!(name("site/atlas.html"), "single");
        assert_eq!(name("site/index.html"), "html");
        assert_eq!(name("offline.js"), "later");
        assert_eq!(name("selftest.html"), "aside");
        assert_eq!(name("element.js"), "js");
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

    #[test]
    fn the_budget_has_every_part_and_no_other() {
        let text = fs::read_to_string(budget::path()).expect("the budget");
        let mut named: Vec<String> =
            budget::read(&text).expect("readable").into_iter().map(|(part, _)| part).collect();
        let mut parts: Vec<&str> =
            PARTS.iter().chain(&[(FIRST, &[][..]), (WHOLE, &[])]).map(|(name, _)| *name).collect();
        parts.extend(EMBEDDED.iter().map(|(name, _)| *name));
        named.sort();
        parts.sort_unstable();
        assert_eq!(named, parts);
    }
}
