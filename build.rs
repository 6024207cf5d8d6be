//! Joins the style sheets into one, and keeps the relocations of a program that `cargo xtask dist` will cut in two.

use std::{env, fs, path::Path};

/// In the order in which they count.
const STYLES: &[&str] = &[
    "tokens", "base", "layout", "bar", "search", "facts", "sources", "panel", "verdicts", "claims",
    "tour", "dock", "answers", "routes", "timeline", "about", "pages", "key", "map", "table",
    "export", "tools", "adapt", "print",
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=style");
    let wasm = env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32");
    if wasm && env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is");
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    let sheets = STYLES.iter().map(|name| {
        let path = Path::new(&root).join("style").join(name).with_extension("css");
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    });
    let all = bare(&sheets.collect::<String>());
    fs::write(Path::new(&out).join("styles.css"), all).expect("the style sheet is written");
}

/// Without comments and indentation, which no browser needs.
fn bare(css: &str) -> String {
    let mut text = String::new();
    for (index, part) in css.split("/*").enumerate() {
        text += if index == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) };
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
