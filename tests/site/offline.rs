//! The page without a network, and with a newer build on the server.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    fs,
    time::{Duration, Instant},
};
use xtask::browser::{Page, READY};
use xtask::server::{Files, Port, Server};
use xtask::workspace;

use crate::host::{MAP_HAS_PICTURE, drive, loaded, visit};

/// Keeping begins late, or when the reader leaves; until the page is kept.
async fn kept(page: &Page) -> Result<()> {
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    page.until("the page is kept", "navigator.serviceWorker.controller !== null").await
}

/// Only Chromium asks of itself, and not in tests; the page is told as it would be.
#[test]
fn it_is_installed_only_when_the_reader_asks() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        let prevented = "window.asked = 0;
            const event = new Event('beforeinstallprompt', { cancelable: true });
            event.prompt = () => { window.asked += 1 };
            window.dispatchEvent(event);
            return event.defaultPrevented && window.asked === 0";
        assert_eq!(page.eval(prevented, vec![]).await?, true);
        let open = "document.querySelector('connectivity-atlas').shadowRoot
            .querySelector('.bar [aria-haspopup=dialog]').click()";
        page.eval(open, vec![]).await?;
        page.until("a button", "root.querySelector('.export-install button')").await?;
        page.promise("atlas.shadowRoot.querySelector('.export-install button').click()", vec![])
            .await?;
        page.until("the question", "window.asked === 1").await?;
        page.until("no button any more", "!root.querySelector('.export-install')").await
    })
}

#[test]
fn a_page_that_was_visited_once_runs_without_its_server() -> Result<()> {
    let server = Server::start(Files::new(&workspace::site())?, Port::Any)?;
    drive(async |page| {
        let origin = server.origin();
        loaded(page, &origin, "lang=en").await?;
        kept(page).await?;
        drop(server);
        for lang in ["en", "ur", "ru"] {
            let fragment = format!("lang={lang}&view=claims&claim=C188&map=7/25.1/62.3");
            loaded(page, &origin, &fragment).await.context("without the server")?;
            page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
            page.until(
                "the verdict of the claim",
                "root.querySelector('.computed .verdict') !== null",
            )
            .await?;
        }
        Ok(())
    })
}

#[test]
fn a_newer_build_is_offered_and_taken_when_the_reader_says_so() -> Result<()> {
    let site = tempfile::tempdir()?;
    workspace::copy(&workspace::site(), site.path())?;
    let server = Server::start(Files::new(site.path())?, Port::Any)?;
    drive(async |page| {
        loaded(page, &server.origin(), "lang=en&select=gwadar").await?;
        kept(page).await?;
        let worker = site.path().join("sw.js");
        let newer =
            fs::read_to_string(&worker)?.replacen("const BUILD = \"", "const BUILD = \"new-", 1);
        fs::write(&worker, newer)?;
        page.promise("await (await navigator.serviceWorker.getRegistration()).update()", vec![])
            .await?;
        page.until("the offer", "root.querySelector('.offer button') !== null").await?;
        let before =
            page.promise("return [atlas.getState(), performance.timeOrigin]", vec![]).await?;
        assert!(
            before[0].as_str().is_some_and(|state| state.contains("select=gwadar")),
            "{before}"
        );
        page.eval(
            "document.querySelector('connectivity-atlas').shadowRoot.querySelector('.offer button').click()",
            vec![],
        )
        .await?;
        reloaded(page, before[1].as_f64().context("a time")?).await?;
        page.mark(READY).await?;
        let kept = page.promise("return caches.keys()", vec![]).await?;
        let names: Vec<&str> =
            kept.as_array().context("names")?.iter().filter_map(Value::as_str).collect();
        assert!(
            names.len() == 1 && names[0].contains("new-"),
            "only its files are kept: {names:?}"
        );
        let state = page.promise("return atlas.getState()", vec![]).await?;
        assert_eq!(state, before[0], "the reader is where they were");
        Ok(())
    })
}

/// Waits for the page to be another one than that of the time. A script that waited in the page would end with
/// it, so the page is asked again and again.
async fn reloaded(page: &Page, before: f64) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(20) {
        let now = page.eval("return performance.timeOrigin", vec![]).await;
        if now.is_ok_and(|now| now.as_f64().is_some_and(|now| now > before)) {
            return Ok(());
        }
    }
    bail!("the page was not loaded again")
}
