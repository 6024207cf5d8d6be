//! Cuts the built program in two: what the first view needs, and what comes when a reader first asks for it
//! (`src/embed/later.rs` has the place of the cut).
//!
//! Trunk has built the page with a program that still bears the relocations of its linker; the library of
//! wasm-split moves what only the other part reaches, code and data, into a module of its own, and
//! wasm-bindgen then makes the glue of the first.

use std::{
    convert::Infallible,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, anyhow};
use wasm_encoder::{
    Module,
    reencode::{self, Reencode},
};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{CustomSectionReader, Parser};

use crate::{digest, process, workspace};

/// The name of the program before anything was made of it.
const PROGRAM: &str = "atlas-page";
/// What begins the name of the other part.
pub const LATER: &str = "atlas-later-";
/// The glue's way to the other part, as wasm-bindgen writes it, and ours.
const LINK: &str = "./__wasm_split.js";
const GLUE: &str = include_str!("../../src/embed/later.js");

/// Cuts the program of the page in `site`.
///
/// # Errors
///
/// When there is no program to cut, when it has other parts than one, or when files cannot be written.
pub fn cut(site: &Path, wasm_bindgen: &Path) -> Result<()> {
    let built = workspace::target()
        .join("wasm32-unknown-unknown/release")
        .join(PROGRAM)
        .with_extension("wasm");
    let program = fs::read(&built).with_context(|| format!("no {}", built.display()))?;
    let work = tempfile::tempdir().context("no room for the parts")?;
    let first = work.path().join("first.wasm");
    let mut options = Options::new(&program);
    options.output_dir = work.path();
    options.main_out_path = &first;
    options.link_name = LINK;
    let parts =
        transform(options).map_err(|error| anyhow!("the program was not cut: {error:#}"))?;
    let [later] = parts.split_modules.as_slice() else {
        anyhow::bail!("the program has {} parts to cut off, not one", parts.split_modules.len());
    };
    let later = bare(&fs::read(later)?)?;
    let name = format!("{LATER}{}.wasm", digest::short(&later));
    let integrity = digest::integrity(&later);
    fs::write(site.join(&name), later).with_context(|| format!("{name} was not written"))?;

    let made = work.path().join("made");
    process::run(
        Command::new(wasm_bindgen.join("wasm-bindgen"))
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--remove-name-section", "--remove-producers-section", "--out-name", "first"])
            .arg("--out-dir")
            .arg(&made)
            .arg(&first),
    )?;
    let glue = glue(&fs::read_to_string(made.join("first.js"))?, &name, &integrity)?;
    fs::write(file(site, ".js")?, glue).context("the glue was not written")?;
    fs::copy(made.join("first_bg.wasm"), file(site, "_bg.wasm")?)
        .map(drop)
        .context("the first part was not written")
}

/// The page's file of the program with that ending.
///
/// # Errors
///
/// When there is none.
pub fn file(site: &Path, ending: &str) -> Result<PathBuf> {
    let mut files = fs::read_dir(site).with_context(|| format!("no page in {}", site.display()))?;
    let ours = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&format!("{PROGRAM}-")) && name.ends_with(ending)
    };
    let found =
        files.find_map(|entry| entry.ok().map(|entry| entry.path()).filter(|path| ours(path)));
    found.with_context(|| format!("the page has no program (`*{ending}`)"))
}

/// The glue with our way to the other part in the place of an import.
fn glue(made: &str, name: &str, digest: &str) -> Result<String> {
    let from = format!(" from \"{LINK}\"");
    let line = made.lines().find(|line| line.ends_with(&from)).context("the glue has no link")?;
    let import = line.strip_prefix("import * as ").and_then(|rest| rest.strip_suffix(&from));
    let import = import.context("the glue imports its link in an unknown way")?;
    let own = GLUE.replace("{file}", name).replace("{digest}", digest);
    let linked = format!("{own}const {import} = {{ __wasm_split_load_later }};");
    Ok(made.replacen(line, &linked, 1))
}

/// A module without its custom sections, which only name things, and with its numbers as short as they can be: the
/// cut leaves room in each for any address.
fn bare(module: &[u8]) -> Result<Vec<u8>> {
    let mut shorter = Module::new();
    Bare.parse_core_module(&mut shorter, Parser::new(0), module)
        .map_err(|error| anyhow!("the other part is no module: {error}"))?;
    Ok(shorter.finish())
}

/// Writes a module as it is, but for its custom sections.
struct Bare;

impl Reencode for Bare {
    type Error = Infallible;

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_numbers_are_short() {
        let head = b"\0asm\x01\0\0\0".as_slice();
        let types = [1, 4, 1, 0x60, 0, 0];
        let functions = [3, 2, 1, 0];
        // A body that calls itself, by a number of five bytes.
        let long = [10, 10, 1, 8, 0, 0x10, 0x80, 0x80, 0x80, 0x80, 0, 0x0b];
        let short = [10, 6, 1, 4, 0, 0x10, 0, 0x0b];
        let named = [0, 3, 1, b'a', 9];
        let module = [head, &named, &types, &functions, &long, &named].concat();
        let wanted = [head, &types, &functions, &short].concat();
        assert_eq!(bare(&module).expect("bare"), wanted);
        assert!(bare(b"\0asm").is_err());
        assert!(bare(b"\0asm\x01\0\0\0\x01\x09\x07").is_err());
    }

    #[test]
    fn the_glue_finds_the_other_part() {
        let made = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n";
        let glue = glue(made, "atlas-later-12.wasm", "sha384-x").expect("glue");
        assert!(glue.contains("new URL(\"atlas-later-12.wasm\", import.meta.url)"));
        assert!(glue.contains("{ integrity: \"sha384-x\" }"));
        assert!(glue.contains("const import1 = { __wasm_split_load_later };"));
        assert!(!glue.contains("import * as") && glue.ends_with("let wasm;\n"));
        assert!(super::glue("let wasm;", "a", "b").is_err());
    }
}
