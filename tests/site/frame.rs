//! The page in a frame of another one: its height, and who is heard.

use anyhow::Result;
use serde_json::json;
use std::fs;
use xtask::browser::{Page, READY};
use xtask::server::{Files, Port, Server};
use xtask::workspace;

use crate::host::drive;

/// Serves the page from one origin, and a host's page with frames from another.
fn framed(body: &str, work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let atlas = Server::start(Files::new(&workspace::site())?.shared(), Port::Any)?;
    let host = tempfile::tempdir()?;
    let body = body.replace("{atlas}", &atlas.origin());
    let page = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>A host</title>\
         <link rel=\"icon\" href=\"data:,\">{body}"
    );
    fs::write(host.path().join("index.html"), page)?;
    let server = Server::start(Files::new(host.path())?.without_policy(), Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        work(page).await
    })
}

/// True when each frame has the height that fits its width.
const FITS: &str = "[...document.querySelectorAll('iframe')].every((frame) =>
    frame.offsetHeight === (frame.clientWidth < 600 ? 560 : Math.round(frame.clientWidth * 0.6)))";

#[test]
fn frames_take_the_height_that_fits_their_width() -> Result<()> {
    let body = "<iframe src=\"{atlas}/#lang=en\" style=\"border: 0; width: 900px\"></iframe>\
        <iframe src=\"{atlas}/#lang=ur\" style=\"border: 0; width: 360px\"></iframe>\
        <iframe sandbox=\"allow-scripts\" src=\"{atlas}/#lang=ru\" style=\"border: 0; width: 820px\"></iframe>\
        <script async src=\"{atlas}/embed.js\"></script>";
    framed(body, async |page| {
        page.until("the heights", FITS).await?;
        // One in sight: browsers lay out no others.
        let narrower = "document.querySelector('iframe').style.width = '840px'";
        page.eval(narrower, vec![]).await?;
        page.until("the new height", FITS).await
    })
}

#[test]
fn only_the_frame_itself_is_heard() -> Result<()> {
    let body = "<iframe src=\"{atlas}/#lang=en\" style=\"border: 0; width: 900px\"></iframe>\
        <script async src=\"{atlas}/embed.js\"></script>";
    framed(body, async |page| {
        page.until("the height", FITS).await?;
        let heights = page
            .promise(
                "const frame = document.querySelector('iframe');
                 const heard = [];
                 const tell = async (message, origin, source) => {
                     window.dispatchEvent(new MessageEvent('message', { data: message, origin, source }));
                     heard.push(frame.offsetHeight);
                 };
                 const own = new URL(frame.src).origin;
                 const good = { type: 'atlas:height', v: 1, height: 333 };
                 await tell(good, location.origin, frame.contentWindow);
                 await tell(good, own, window);
                 await tell({ ...good, v: 2 }, own, frame.contentWindow);
                 await tell({ ...good, height: '333' }, own, frame.contentWindow);
                 await tell({ ...good, height: Infinity }, own, frame.contentWindow);
                 await tell(null, own, frame.contentWindow);
                 await tell(good, own, frame.contentWindow);
                 await tell({ ...good, height: 1e9 }, own, frame.contentWindow);
                 return heard;",
                vec![],
            )
            .await?;
        assert_eq!(heights, json!([540, 540, 540, 540, 540, 540, 333, 1200]));
        Ok(())
    })
}

#[test]
fn a_frame_leaves_the_wheel_to_the_page_around() -> Result<()> {
    let body = "<iframe src=\"{atlas}/#lang=en\" width=\"640\" height=\"480\"></iframe>";
    framed(body, async |page| {
        page.enter_frame(0).await?;
        page.mark(READY).await?;
        let gestures =
            "return document.querySelector('connectivity-atlas').getAttribute('gestures')";
        assert_eq!(page.eval(gestures, vec![]).await?, json!("cooperative"));
        Ok(())
    })
}
