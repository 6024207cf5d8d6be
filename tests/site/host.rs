//! Serving the built page and opening it: what every test begins with.

use anyhow::{Context, Result, ensure};
use std::fs;
use xtask::{
    browser::{self, Driver, LISTENER, PAINTED, Page, READY},
    server::{Files, Port, Server},
    setup::others::{self, Kind},
    workspace,
};

/// True when a canvas of the map shows more than one colour. It is copied small into another
/// canvas, so that reading it back does not change how the map is drawn.
pub const MAP_HAS_PICTURE: &str = "[...root.querySelectorAll('canvas')].some((canvas) => {
    if (!canvas.width || !canvas.height) return false;
    const copy = new OffscreenCanvas(64, 64).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0, 64, 64);
    const pixels = new Uint32Array(copy.getImageData(0, 0, 64, 64).data.buffer);
    return new Set(pixels).size > 8;
})";

/// True when the reader can see a notice.
pub const NOTICE_SHOWS: &str = "[...root.querySelectorAll('[data-notice]')].some((notice) =>
    notice.checkVisibility() && notice.getBoundingClientRect().height > 0
    && notice.textContent.trim() !== '')";

/// Serve the built page and drive a fresh browser over it.
pub fn visit(work: impl AsyncFnOnce(&Page, &str) -> Result<()>) -> Result<()> {
    let site = workspace::site();
    ensure!(
        site.join("index.html").is_file(),
        "there is no built page at {}: run `cargo xtask dist`",
        site.display()
    );
    if Kind::chosen()? == Kind::Chromium {
        let server = Server::start(Files::new(&site)?, Port::Any)?;
        return drive(async |page| work(page, &server.origin()).await);
    }
    // Other browsers tell nobody what a page complains of: a copy of the page hears it itself.
    let heard = tempfile::tempdir()?;
    workspace::copy(&site, heard.path())?;
    fs::write(heard.path().join("listener.js"), LISTENER)?;
    let index = fs::read_to_string(site.join("index.html"))?;
    let first = index.replacen("<head>", "<head><script src=\"listener.js\"></script>", 1);
    ensure!(first != index, "the page has no head");
    fs::write(heard.path().join("index.html"), first)?;
    let server = Server::start(Files::new(heard.path())?, Port::Any)?;
    drive(async |page| work(page, &server.origin()).await)
}

/// Load the page anew with a fragment, and wait until it serves input; not every view paints the map.
pub async fn opened(page: &Page, origin: &str, fragment: &str) -> Result<()> {
    // From elsewhere: a change of fragment alone would not load the page again.
    page.goto("about:blank").await?;
    page.goto(&format!("{origin}/#{fragment}")).await?;
    page.mark(READY).await.map(drop)
}

/// The same, and wait until the map is drawn.
pub async fn loaded(page: &Page, origin: &str, fragment: &str) -> Result<()> {
    opened(page, origin, fragment).await?;
    page.mark(PAINTED).await?;
    page.promise("await atlas.ready", vec![]).await.map(drop).context("`ready` of the element")
}

/// Drive a fresh browser.
pub fn drive(work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let tools = others::find(Kind::chosen()?)?;
    browser::block_on(async {
        let driver = Driver::start(&tools)?;
        let page = driver.open().await?;
        work(&page).await?;
        page.close().await
    })
}
