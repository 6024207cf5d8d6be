//! `dist/element`: the custom element as a folder of its own, made from the built page.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::{digest, split, workspace};

/// What the folder is made of besides the program and the files that come later, below the root.
const FILES: [&str; 10] = [
    "src/embed/element.js",
    "src/embed/faults.js",
    "src/embed/loader.js",
    "src/embed/look.js",
    "src/embed/package/connectivity-atlas.d.ts",
    "src/embed/package/README.md",
    "data/generated/texts.js",
    "docs/own-data.schema.json",
    "data/PROVENANCE.md",
    "LICENSE-MIT",
];

/// The module that defines the element, and what stands in it for the names of the program and for digests.
const MODULE: &str = "connectivity-atlas.js";
const SOURCE: &str = include_str!("../../src/embed/package/connectivity-atlas.js");
const NAMES: &str = "[\"program.js\", \"program.wasm\"]";
const DIGESTS: &str = "const DIGESTS = {};";

/// Writes the module beside the program in `folder`, which has these names there.
///
/// # Errors
///
/// When the program or a file that comes later cannot be read, or the module cannot be written.
pub fn module(folder: &Path, js: &str, wasm: &str) -> Result<()> {
    ensure!(SOURCE.contains(NAMES) && SOURCE.contains(DIGESTS), "{MODULE} has nothing to fill in");
    let mut digests = Map::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == js || name == wasm || name.ends_with(".bin") {
            digests.insert(name, digest::integrity(&fs::read(entry.path())?).into());
        }
    }
    let digests = format!("const DIGESTS = {};", Value::from(digests));
    let text = SOURCE.replace(NAMES, &json!([js, wasm]).to_string()).replace(DIGESTS, &digests);
    fs::write(folder.join(MODULE), text).with_context(|| format!("{MODULE} was not written"))
}

/// Makes the folder anew in `folder` from the page in `site`.
///
/// # Errors
///
/// When the page has no program, or files cannot be read or written.
pub fn build(site: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} stays", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} was not made", folder.display()))?;
    for path in FILES.iter().chain(&["LICENSE-APACHE"]) {
        let name = Path::new(path).file_name().context("a file")?;
        copy(&workspace::root().join(path), &folder.join(name))?;
    }
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(site).with_context(|| format!("no page in {}", site.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    // Built names bear a hash; the module beside them names them plainly. The glue names the other part.
    copy(&split::file(site, ".js")?, &folder.join("program.js"))?;
    copy(&split::file(site, "_bg.wasm")?, &folder.join("program.wasm"))?;
    let beside = |name: &&String| name.ends_with(".bin") || name.starts_with(split::LATER);
    for name in names.iter().filter(beside) {
        copy(&site.join(name), &folder.join(name))?;
    }
    module(folder, "program.js", "program.wasm")?;
    let package = format!("{:#}\n", package());
    fs::write(folder.join("package.json"), package).context("package.json was not written")
}

/// What packers and bundlers read.
fn package() -> Value {
    json!({
        "name": "connectivity-atlas",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A sourced map of the corridors between Pakistan and Russia, as a custom element",
        "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
        "type": "module",
        "main": "connectivity-atlas.js",
        "types": "connectivity-atlas.d.ts",
        "exports": {
            ".": { "types": "./connectivity-atlas.d.ts", "default": "./connectivity-atlas.js" },
            "./*": "./*",
        },
        "sideEffects": ["./connectivity-atlas.js"],
    })
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .map(drop)
        .with_context(|| format!("{} was not copied to {}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_has_all_that_the_module_asks_for() {
        let (site, dist) = (tempfile::tempdir().expect("dir"), tempfile::tempdir().expect("dir"));
        for name in ["atlas-page-12.js", "atlas-page-12_bg.wasm", "network.bin", "index.html"] {
            fs::write(site.path().join(name), name).expect("file");
        }
        let folder = dist.path().join("element");
        build(site.path(), &folder).expect("built");
        let there = |name: &str| folder.join(name).is_file();
        let module = fs::read_to_string(folder.join("connectivity-atlas.js")).expect("module");
        let named = module.split('"').filter(|part| part.contains('.') && !part.contains(' '));
        for name in named {
            assert!(there(name.trim_start_matches("./")), "{name} is not in the folder");
        }
        assert!(there("network.bin") && there("README.md") && !there("index.html"));
        let package = fs::read_to_string(folder.join("package.json")).expect("package.json");
        let package: Value = serde_json::from_str(&package).expect("JSON");
        assert!(there(package["main"].as_str().expect("main")));
        assert!(there(package["types"].as_str().expect("types")));
        // Again over an older one.
        build(site.path(), &folder).expect("built");
    }

    #[test]
    fn a_page_without_a_program_is_told() {
        let (site, dist) = (tempfile::tempdir().expect("dir"), tempfile::tempdir().expect("dir"));
        let error = build(site.path(), &dist.path().join("element")).expect_err("no program");
        assert!(error.to_string().contains("no program"), "{error}");
    }
}
