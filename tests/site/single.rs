//! `dist/atlas.html`: the atlas as one file, opened from the disk in a fresh browser without a network.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use xtask::browser::{PAINTED, Page, READY};
use xtask::{digest, single, workspace};

use crate::host::{MAP_HAS_PICTURE, drive};

/// The file with a state, without a network.
async fn opened(page: &Page, state: &str) -> Result<()> {
    let path = workspace::dist().join(single::FILE);
    page.devtools("Network.enable", json!({})).await?;
    let offline = json!({
        "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0,
    });
    page.devtools("Network.emulateNetworkConditions", offline).await?;
    page.goto("about:blank").await?;
    page.goto(&format!("file://{}#{state}", path.display())).await?;
    page.mark(PAINTED).await?;
    page.mark(READY).await?;
    page.promise("await atlas.ready", vec![]).await.map(drop)
}

/// The length of what the promise gives, which is a blob.
async fn made(page: &Page, kind: &str) -> Result<u64> {
    let body = format!("return (await atlas.export('{kind}')).size");
    page.promise(&body, vec![]).await?.as_u64().with_context(|| format!("no file: {kind}"))
}

#[test]
fn it_runs_whole_from_a_disk() -> Result<()> {
    drive(async |page| {
        for lang in ["en", "ur", "ru"] {
            let state = format!("lang={lang}&view=claims&claim=C188&map=7/25.1/62.3");
            opened(page, &state).await.with_context(|| lang.to_owned())?;
            page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
            let verdict = "root.querySelector('.computed .verdict') !== null";
            page.until("the verdict of the claim", verdict).await?;
            assert_eq!(page.eval("return document.documentElement.lang", vec![]).await?, lang);
        }
        for kind in ["svg", "png", "geojson", "csv"] {
            assert!(made(page, kind).await? > 1000, "{kind}");
        }
        let from = page.promise(
            "atlas.setState('lang=en');
             atlas.select('karachi');
             const routes = await atlas.routes({ from: 'karachi', to: 'moscow' });
             return [location.hash.includes('select=karachi'), routes.routes.length > 0]",
            vec![],
        );
        assert_eq!(from.await?, json!([true, true]));
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        let asked = page.requests().await?;
        let away = asked.iter().filter(|address| address.starts_with("http"));
        assert_eq!(away.collect::<Vec<_>>(), Vec::<&String>::new());
        Ok(())
    })
}

#[test]
fn it_saves_itself() -> Result<()> {
    drive(async |page| {
        opened(page, "lang=en").await?;
        // Seen as the reader's own browser would: the file that a click brings is caught.
        let saved = page
            .promise(
                "const root = atlas.shadowRoot;
                 const caught = new Promise((resolve) => {
                     const make = URL.createObjectURL;
                     URL.createObjectURL = (file) => (resolve(file), make.call(URL, file));
                 });
                 root.querySelector('button[aria-haspopup=dialog]').click();
                 const found = async (selector) => {
                     while (!root.querySelector(selector)) await new Promise(requestAnimationFrame);
                     return root.querySelector(selector);
                 };
                 (await found('.export-whole button')).click();
                 const bytes = new Uint8Array(await (await caught).arrayBuffer());
                 const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
                 return [bytes.length, [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('')]",
                vec![],
            )
            .await?;
        let file = fs::read(workspace::dist().join(single::FILE))?;
        assert_eq!(saved, json!([file.len(), digest::sha256(&file)]));
        Ok(())
    })
}

#[test]
fn it_names_no_address_that_is_loaded() -> Result<()> {
    let file = fs::read(workspace::dist().join(single::FILE))?;
    let units: Vec<u16> =
        file.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let text = String::from_utf16(&units).context("half a letter")?;
    let text = text.strip_prefix('\u{feff}').context("no mark of byte order")?;
    assert!(text.contains("default-src 'none'"));
    let (head, rest) = text.split_once("id=\"parts\">").context("no parts")?;
    let (_, tail) = rest.split_once("</script>").context("endless parts")?;
    for part in [head, tail] {
        for word in ["src=", "import(", "fetch(", "http:", "https:", "@import", "url("] {
            assert!(!part.contains(word), "{word}");
        }
    }
    let links: Vec<&str> = head.matches("href=\"").collect();
    assert_eq!((links.len(), head.contains("href=\"data:image/svg+xml;base64,")), (1, true));
    Ok(())
}

#[test]
fn a_frame_that_may_only_run_scripts_shows_it() -> Result<()> {
    use xtask::server::{Files, Port, Server};
    let folder = tempfile::tempdir()?;
    fs::copy(workspace::dist().join(single::FILE), folder.path().join(single::FILE))?;
    let page = "<!doctype html><title>A host</title><link rel=\"icon\" href=\"data:,\">\
        <iframe sandbox=\"allow-scripts\" src=\"atlas.html#lang=ru\" width=\"640\" height=\"480\"></iframe>";
    fs::write(folder.path().join("index.html"), page)?;
    let server = Server::start(Files::new(folder.path())?.without_policy(), Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        page.enter_frame(0).await?;
        page.mark(PAINTED).await?;
        page.mark(READY).await?;
        let gestures: Value = page
            .eval(
                "return document.querySelector('connectivity-atlas').getAttribute('gestures')",
                vec![],
            )
            .await?;
        assert_eq!(gestures, "cooperative");
        Ok(())
    })
}
