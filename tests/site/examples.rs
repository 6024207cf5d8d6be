//! Every page of `examples/embedding` shows what it says.

use anyhow::{Context, Result};
use std::fs;
use xtask::browser::{Page, READY};
use xtask::server::{Files, Port, Server};
use xtask::{walk, workspace};

use crate::host::drive;

const READY_ALL: &str = "[...document.querySelectorAll('connectivity-atlas')].every((one) =>
    one.shadowRoot?.querySelector('.map-canvas')?.width > 100)";

async fn shown(page: &Page, text: &str) -> Result<()> {
    if text.contains("<iframe") {
        page.enter_frame(0).await?;
        return page.mark(READY).await.map(drop);
    }
    page.until("all elements", READY_ALL).await?;
    if text.contains(" src=\"/own-data/") {
        let places =
            page.promise("return (await atlas.places()).map(({ id }) => id)", vec![]).await?;
        let places = places.as_array().context("places")?;
        assert!(places.iter().any(|id| id == "mombasa"), "{places:?}");
    }
    if text.contains("<output>") {
        let said = "document.querySelector('output').textContent.includes(' km')";
        page.until("the route", said).await?;
        page.eval("document.querySelector('button').click()", vec![]).await?;
        let chosen = "document.querySelector('output').textContent === 'gwadar'";
        page.until("what was chosen", chosen).await?;
    }
    Ok(())
}

#[test]
fn every_example_shows_what_it_says() -> Result<()> {
    let host = tempfile::tempdir()?;
    walk::lay_out(host.path())?;
    let examples = workspace::root().join("examples/embedding");
    let server = Server::start(Files::new(host.path())?.without_policy(), Port::Any)?;
    let mut names: Vec<String> = fs::read_dir(&examples)?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.ends_with(".html"))
        .collect();
    names.sort();
    assert!(names.len() >= 5, "{names:?}");
    for name in names {
        let text = fs::read_to_string(examples.join(&name))?;
        drive(async |page| {
            page.goto(&format!("{}/examples/{name}", server.origin())).await?;
            shown(page, &text).await.with_context(|| name.clone())
        })?;
    }
    Ok(())
}
