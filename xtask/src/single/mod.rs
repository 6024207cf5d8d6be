//! `dist/atlas.html`: the built page with all that it ever loads, as one file that runs from a disk.

mod letters;

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use liblzma::{
    stream::{LzmaOptions, Stream},
    write::XzEncoder,
};
use serde_json::{Value, json};

use crate::{digest, split, workspace};

/// The name of the file.
pub const FILE: &str = "atlas.html";

const PAGE: &str = include_str!("../../../src/embed/single/index.html");
const UNPACK: &str = include_str!("../../../src/embed/single/unpack.js");
const START: &str = include_str!("../../../src/embed/single/start.js");
const MODULE: &str = "start.js";

/// Makes the file from the built page in `site`, beside that page and in `dist`.
///
/// # Errors
///
/// When a part of the page is missing or is not as expected, or the file cannot be written.
pub fn build(site: &Path, dist: &Path) -> Result<()> {
    let parts = parts(site)?;
    let list: Vec<Value> = parts.iter().map(|(name, bytes)| json!([name, bytes.len()])).collect();
    let module = &parts.iter().find(|(name, _)| name == MODULE).context("no module")?.1;
    let all: Vec<u8> = parts.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect();
    let style = bare(&fs::read_to_string(workspace::root().join("style/page.css"))?);
    let icon = fs::read(site.join("icon.svg")).context("the page has no icon")?;
    let unpack = bare(UNPACK).replace("{list}", &Value::from(list).to_string());
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        digest::policy(unpack.as_bytes()),
        digest::policy(module),
        digest::policy(style.as_bytes()),
    );
    let page = PAGE
        .trim_end()
        .replace("{policy}", &policy)
        .replace("{icon}", &STANDARD.encode(icon))
        .replace("{style}", &style)
        .replace("{unpack}", &unpack);
    let (before, after) = page.split_once("{parts}").context("the page has no place for parts")?;
    // A mark of byte order counts more than what a server says of the letters.
    let mut units = vec![0xfeff];
    units.extend(before.encode_utf16());
    units.extend(letters::write(&packed(&all)?));
    units.extend(after.encode_utf16());
    let bytes: Vec<u8> = units.into_iter().flat_map(u16::to_le_bytes).collect();
    for folder in [site, dist] {
        let file = folder.join(FILE);
        fs::write(&file, &bytes).with_context(|| format!("{} was not written", file.display()))?;
    }
    Ok(())
}

/// All parts, those alike beside each other.
fn parts(site: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("no {}", path.display()));
    let mut later = None;
    let mut data = Vec::new();
    for entry in fs::read_dir(site).with_context(|| format!("no page in {}", site.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(split::LATER) {
            later = Some(name);
        } else if name.ends_with(".bin") {
            data.push(name);
        }
    }
    data.sort();
    let later = later.context("the page has no later part")?;
    let mut parts = vec![
        ("program.wasm".to_owned(), read(&split::file(site, "_bg.wasm")?)?),
        (later.clone(), read(&site.join(&later))?),
    ];
    for name in data {
        let bytes = read(&site.join(&name))?;
        parts.push((name, bytes));
    }
    let text =
        |path: &Path| fs::read_to_string(path).with_context(|| format!("no {}", path.display()));
    let glue = text(&split::file(site, ".js")?)?;
    let own = ["faults.js", "loader.js", "look.js", "element.js", "texts.js"];
    let own: Vec<String> = own.iter().map(|name| text(&site.join(name))).collect::<Result<_>>()?;
    let own = own.iter().map(|module| bare(&inlined(module))).collect::<Vec<_>>().join("\n");
    let module = [program(&glue, &later)?, own, bare(START)].join("\n");
    parts.push((MODULE.to_owned(), module.into_bytes()));
    Ok(parts)
}

/// The glue as a function's body, with the other part taken from this file.
fn program(glue: &str, later: &str) -> Result<String> {
    const EXPORT: &str = "export { initSync, __wbg_init as default };";
    let fetched = format!("fetch(new URL(\"{later}\", import.meta.url), {{");
    let imports = glue.lines().any(|line| line.starts_with("import "));
    let known = glue.contains(EXPORT) && glue.contains(&fetched) && !imports;
    ensure!(known, "the glue is another than it was");
    let own = glue
        .replace(&fetched, &format!("new Response(atlasPart(\"{later}\"), {{"))
        .replace(EXPORT, "return { mount, styles, start: __wbg_init };");
    Ok(format!("const program = (() => {{\n{}\n}})();", inlined(&own)))
}

/// A module's text without its imports, which stand before it here, and without its exports.
fn inlined(module: &str) -> String {
    let lines = module.lines().filter(|line| !line.starts_with("import {"));
    let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// A script or style sheet without comments on lines of their own and without indentation.
fn bare(text: &str) -> String {
    let mut inside = false;
    let lines = text.lines().map(str::trim).filter(|line| {
        let comment = inside || line.starts_with("//") || line.starts_with("/*");
        inside = comment && !line.starts_with("//") && !line.ends_with("*/");
        !comment && !line.is_empty()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// LZMA's own format, with the settings that `unpack.js` expects.
fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::new_preset(9 | liblzma::stream::PRESET_EXTREME)?;
    options
        .dict_size(8 << 20)
        .literal_context_bits(3)
        .literal_position_bits(0)
        .position_bits(0)
        .nice_len(273);
    let mut encoder = XzEncoder::new_stream(Vec::new(), Stream::new_lzma_encoder(&options)?);
    encoder.write_all(bytes).context("LZMA")?;
    encoder.finish().context("LZMA")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let text = "// a\nlet b = 1; // stays\n/**\n * c\n */\n  let d = \"// e\";\n/* f */\n";
        assert_eq!(bare(text), "let b = 1; // stays\nlet d = \"// e\";");
    }

    #[test]
    fn the_glue_takes_the_other_part_from_the_file() {
        let glue = "let wasm;\nexport function mount() {}\n\
            const a = fetch(new URL(\"later.wasm\", import.meta.url), { b: 1 });\n\
            export { initSync, __wbg_init as default };";
        let own = program(glue, "later.wasm").expect("the glue");
        assert!(own.contains("new Response(atlasPart(\"later.wasm\"),") && !own.contains("export"));
        assert!(own.contains("\nfunction mount() {}") && own.contains("start: __wbg_init"));
        assert!(program("export default 1", "later.wasm").is_err());
    }
}
