//! What a host can get wrong: each fault is told inside the element, in the reader's language, with its cause
//! and what to do; the host's own script hears its code.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{fs, path::Path};
use xtask::browser::Page;
use xtask::server::{Files, Port, Server};
use xtask::{split, workspace};

use crate::host::{MAP_HAS_PICTURE, drive};

/// A page of a host with an element that notes what it is told.
const HOST: &str = "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><title>A host</title>\
    <link rel=\"icon\" href=\"data:,\"><script src=\"note.js\"></script>\
    <script type=\"module\" src=\"connectivity-atlas.js\"></script>\
    <connectivity-atlas></connectivity-atlas>";
const NOTE: &str = "globalThis.told = [];
    addEventListener('atlas-error', (event) => told.push(event.detail.code), true);";

/// The element's folder with a host's page in it.
fn folder(lang: &str) -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    workspace::copy(&workspace::dist().join("element"), folder.path())?;
    fs::write(folder.path().join("index.html"), HOST.replace("{lang}", lang))?;
    fs::write(folder.path().join("note.js"), NOTE)?;
    Ok(folder)
}

/// What the element says, and the codes that the host heard.
async fn said(page: &Page) -> Result<(String, Value)> {
    page.until("a fault", "root?.querySelector('.fault') && told.length > 0").await?;
    let text = page
        .eval(
            "return document.querySelector('connectivity-atlas').shadowRoot.querySelector('.fault').textContent",
            vec![],
        )
        .await?;
    let codes = page.eval("return told", vec![]).await?;
    Ok((text.as_str().context("words")?.to_owned(), codes))
}

fn served(files: &Path) -> Result<Files> {
    Ok(Files::new(files)?.without_policy())
}

#[test]
fn a_missing_file_is_named_in_every_language() -> Result<()> {
    for (lang, word) in [("en", "does not give"), ("ur", "نہیں ملی"), ("ru", "отдаёт")]
    {
        let folder = folder(lang)?;
        fs::remove_file(folder.path().join("program.wasm"))?;
        let server = Server::start(served(folder.path())?, Port::Any)?;
        drive(async |page| {
            page.goto(&server.origin()).await?;
            let (text, codes) = said(page).await?;
            for part in [word, "program.wasm", "404"] {
                assert!(text.contains(part), "{lang}: {text}");
            }
            assert_eq!(codes, json!(["missing-part"]));
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_script_of_the_wrong_type_is_named() -> Result<()> {
    let folder = folder("en")?;
    let files = served(folder.path())?.with_type("program.js", "text/plain");
    let server = Server::start(files, Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        let (text, codes) = said(page).await?;
        for part in ["program.js", "text/plain", "text/javascript"] {
            assert!(text.contains(part), "{text}");
        }
        assert_eq!(codes, json!(["wrong-type"]));
        Ok(())
    })
}

#[test]
fn wasm_of_the_wrong_type_runs_and_the_host_is_told() -> Result<()> {
    let folder = folder("en")?;
    let files = served(folder.path())?.with_type(".wasm", "application/octet-stream");
    let server = Server::start(files, Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
        page.until("the host is told", "told.includes('wrong-type')").await?;
        page.until("no fault is shown", "root.querySelector('.fault') === null").await
    })
}

#[test]
fn a_policy_that_forbids_wasm_is_named() -> Result<()> {
    const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";
    let folder = folder("en")?;
    let server = Server::start(Files::new(folder.path())?.under(POLICY), Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        let (text, codes) = said(page).await?;
        assert!(text.contains("'wasm-unsafe-eval'") && text.contains("script-src"), "{text}");
        assert_eq!(codes, json!(["blocked"]));
        Ok(())
    })
}

#[test]
fn an_old_browser_is_told_what_it_lacks() -> Result<()> {
    for (without, feature) in [
        ("delete globalThis.WebAssembly", "WebAssembly"),
        ("WebAssembly.validate = () => false", "WebAssembly reference types"),
        ("delete Document.prototype.adoptedStyleSheets", "adoptedStyleSheets"),
        ("delete globalThis.ResizeObserver", "ResizeObserver"),
        ("CSS.supports = () => false", "CSS container queries"),
    ] {
        let folder = folder("en")?;
        let server = Server::start(served(folder.path())?, Port::Any)?;
        drive(async |page| {
            let script = json!({ "source": without });
            page.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
            page.goto(&server.origin()).await?;
            let (text, codes) = said(page).await?;
            assert!(text.contains("too old") && text.contains(feature), "{feature}: {text}");
            assert_eq!(codes, json!(["old-browser"]), "{feature}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_file_of_another_build_is_named() -> Result<()> {
    for name in ["program.wasm", "program.js"] {
        let folder = folder("en")?;
        let path = folder.path().join(name);
        let mut bytes = fs::read(&path)?;
        // Harmless by itself, but not what was built.
        bytes.extend(if name.ends_with("js") { b"\n//".as_slice() } else { &[0, 1, 0] });
        fs::write(&path, bytes)?;
        let server = Server::start(served(folder.path())?, Port::Any)?;
        drive(async |page| {
            page.goto(&server.origin()).await?;
            let (text, codes) = said(page).await?;
            assert!(text.contains(name), "{text}");
            assert_eq!(codes, json!(["changed-part"]));
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_later_part_of_another_build_is_refused() -> Result<()> {
    let folder = folder("en")?;
    let entry = fs::read_dir(folder.path())?
        .filter_map(Result::ok)
        .find(|entry| entry.file_name().to_string_lossy().starts_with(split::LATER))
        .context("no later part")?;
    let mut bytes = fs::read(entry.path())?;
    bytes.extend([0, 1, 0]);
    fs::write(entry.path(), bytes)?;
    let server = Server::start(served(folder.path())?, Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
        let code = "return document.querySelector('connectivity-atlas').places()
            .then(() => null, (error) => error.code)";
        assert_eq!(page.promise(code, vec![]).await?, json!("load-failed"));
        Ok(())
    })
}
