//! The page while the part that comes later is missing, and when it has come.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use xtask::server::{Files, Port, Server};
use xtask::{split, workspace};

use crate::host::{MAP_HAS_PICTURE, drive, loaded};

/// All that can be read or heard in the atlas and looks like the key of a message.
const KEYS: &str = "
    const root = document.querySelector('connectivity-atlas').shadowRoot;
    const texts = [...root.querySelectorAll('*')].flatMap((element) => [
        ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name)),
        ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
    ]);
    return texts.filter((text) => /^[a-z_]+(\\.[a-z_-]+)+$/.test(text?.trim()));";

#[test]
fn without_its_later_part_the_page_shows_the_map_and_tries_again_when_asked() -> Result<()> {
    let site = tempfile::tempdir()?;
    workspace::copy(&workspace::site(), site.path())?;
    let entry = fs::read_dir(site.path())?
        .filter_map(Result::ok)
        .find(|entry| entry.file_name().to_string_lossy().starts_with(split::LATER))
        .context("the page has no later part")?;
    let away = site.path().join("away");
    fs::rename(entry.path(), &away)?;
    let server = Server::start(Files::new(site.path())?, Port::Any)?;
    drive(async |page| {
        for lang in ["en", "ur", "ru"] {
            loaded(page, &server.origin(), &format!("lang={lang}")).await?;
            page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
            assert_eq!(page.eval(KEYS, vec![]).await?, json!([]), "in {lang}");
        }
        let code = "return atlas.places().then(() => null, (error) => error.code)";
        assert_eq!(page.promise(code, vec![]).await?, json!("load-failed"));

        loaded(page, &server.origin(), "lang=en&view=claims").await?;
        let failed = "root.querySelector('.wait[role=alert] button') !== null";
        page.until("the way to try again", failed).await?;
        fs::rename(&away, entry.path())?;
        let press = "document.querySelector('connectivity-atlas').shadowRoot
            .querySelector('.wait[role=alert] button').click()";
        page.eval(press, vec![]).await?;
        page.until("the claims", "root.querySelector('.claim-row') !== null").await?;
        let places = page.promise("return (await atlas.places()).length", vec![]).await?;
        assert!(places.as_u64().is_some_and(|count| count > 200), "{places}");
        Ok(())
    })
}

#[test]
fn the_later_part_does_not_come_before_the_map() -> Result<()> {
    let server = Server::start(Files::new(&workspace::site())?, Port::Any)?;
    drive(async |page| {
        loaded(page, &server.origin(), "lang=en").await?;
        let before: Value = page
            .eval(
                "const ready = performance.getEntriesByName('atlas-ready')[0].startTime;
                 return performance.getEntriesByType('resource')
                     .filter((entry) => entry.startTime < ready).map((entry) => entry.name)",
                vec![],
            )
            .await?;
        let names = before.as_array().context("names")?.iter().filter_map(Value::as_str);
        let names: Vec<&str> = names.collect();
        assert!(names.iter().any(|name| name.ends_with(".wasm")), "{names:?}");
        assert!(!names.iter().any(|name| name.contains(split::LATER)), "{names:?}");
        Ok(())
    })
}
