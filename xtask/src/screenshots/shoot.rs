//! Taking the pictures: serve the page, drive a browser over it, write what it shows.

use std::{fs, path::Path, time::Instant};

use anyhow::{Context, Result};

use super::{README_PICTURE, README_VIEW, View};
use crate::{
    browser::{self, Driver, Page, READY},
    server::{Files, Port, Server},
    setup, site,
    steps::seconds,
    workspace,
};

/// A map that shows is painted; on phones a list may cover it, and then it is not.
const MAP: &str = "performance.getEntriesByName('atlas-map-painted').length
    || !root.querySelector('.map-canvas')?.checkVisibility()";

/// Take all pictures of the built page.
pub(super) fn all(views: &[&View], out: &Path, readme: bool) -> Result<()> {
    if std::env::var_os("ATLAS_SITE").is_none() {
        site::ensure()?;
    }
    let tools = setup::browser::set_up()?;
    let server = Server::start(Files::new(&workspace::site())?, Port::Any)?;
    fs::create_dir_all(out).with_context(|| format!("{} was not made", out.display()))?;
    println!("Taking {} pictures (about 2 seconds each)", views.len());
    browser::block_on(async {
        let driver = Driver::start(&tools)?;
        let page = driver.open().await?;
        for view in views {
            let start = Instant::now();
            let picture = shoot(&page, &server.origin(), view)
                .await
                .with_context(|| format!("no picture of the view `{}`", view.name))?;
            let path = out.join(format!("{}.png", view.name));
            write(&path, &picture)?;
            let kilobytes = picture.len() / 1000;
            println!("  {} ({kilobytes} kB, {})", path.display(), seconds(start.elapsed()));
            if readme && view.name == README_VIEW {
                write(&workspace::root().join(README_PICTURE), &picture)?;
                println!("  {README_PICTURE}");
            }
        }
        page.close().await
    })
}

async fn shoot(page: &Page, origin: &str, view: &View) -> Result<Vec<u8>> {
    page.screen(&view.screen).await?;
    // From elsewhere, so that every view is a fresh load and not a change of fragment.
    page.goto("about:blank").await?;
    page.goto(&format!("{origin}/#{}", view.fragment)).await?;
    page.mark(READY).await?;
    page.until("the map, or that a list covers it", MAP).await?;
    page.rest().await?;
    page.screenshot().await
}

fn write(path: &Path, picture: &[u8]) -> Result<()> {
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).with_context(|| format!("{} was not made", dir.display()))?;
    }
    fs::write(path, picture).with_context(|| format!("{} was not written", path.display()))
}
