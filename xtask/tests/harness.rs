//! The server and the driven browser, tried on a page of a few lines: when these tests fail, the
//! machine or the harness is at fault and not the atlas.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::json;
use xtask::{
    browser::{self, Driver, PAINTED, Page, Rejected},
    screenshots::views::Screen,
    server::{Files, Port, Server},
    setup,
};

const HTML: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Stub</title><link rel="icon" href="data:,"><script type="module" src="stub.js"></script>
</head><body><connectivity-atlas></connectivity-atlas></body></html>"#;

const SCRIPT: &str = r#"
class Stub extends HTMLElement {
    connectedCallback() {
        this.attachShadow({ mode: "open" }).append(document.createElement("canvas"));
        this.ready = Promise.resolve();
        requestAnimationFrame(() => performance.mark("atlas-map-painted"));
    }
    async fail() {
        throw Object.assign(new Error("no such place"), { code: "unknown-id" });
    }
}
customElements.define("connectivity-atlas", Stub);
"#;

/// Serve the stub, open it in a browser and try something on it.
fn with_stub(html: &str, work: impl AsyncFnOnce(&Page, &str) -> Result<()>) -> Result<()> {
    let site = tempfile::tempdir()?;
    write(site.path(), "index.html", html)?;
    write(site.path(), "stub.js", SCRIPT)?;
    let server = Server::start(Files::new(site.path())?, Port::Any)?;
    let tools = setup::browser::find()?;
    browser::block_on(async {
        let driver = Driver::start(&tools)?;
        let page = driver.open().await?;
        work(&page, &server.origin()).await?;
        page.close().await
    })
}

fn write(dir: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(dir.join(name), text).with_context(|| name.to_string())
}

#[test]
fn marks_values_and_rejections_come_out_of_the_page() -> Result<()> {
    with_stub(HTML, async |page, origin| {
        page.goto(&format!("{origin}/")).await?;
        assert!(page.mark(PAINTED).await? > 0.0);
        page.rest().await?;
        assert_eq!(page.title().await?, "Stub");
        let sum = page
            .promise("await atlas.ready; return args[0] + args[1]", vec![1.into(), 2.into()])
            .await?;
        assert_eq!(sum, 3);
        page.until("a canvas", "root.querySelector('canvas')").await?;
        let error = page.promise("await atlas.fail()", vec![]).await.expect_err("rejected");
        let rejected = error.downcast_ref::<Rejected>().context("a rejection")?;
        assert_eq!(rejected.code, "unknown-id");
        assert_eq!(rejected.message, "no such place");
        Ok(())
    })
}

#[test]
fn a_clean_page_has_no_complaints_and_stays_at_home() -> Result<()> {
    with_stub(HTML, async |page, origin| {
        page.goto(&format!("{origin}/")).await?;
        page.mark(PAINTED).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        let requests = page.requests().await?;
        assert!(requests.contains(&format!("{origin}/stub.js")), "{requests:?}");
        Ok(())
    })
}

#[test]
fn what_the_policy_forbids_is_heard_of() -> Result<()> {
    let html = HTML.replace("</head>", "<script>document.title = 'Broken'</script></head>");
    with_stub(&html, async |page, origin| {
        page.goto(&format!("{origin}/")).await?;
        page.mark(PAINTED).await?;
        assert_eq!(page.title().await?, "Stub");
        let complaints = page.complaints().await?;
        assert!(
            complaints.iter().any(|line| line.contains("Content Security Policy")),
            "{complaints:?}"
        );
        Ok(())
    })
}

#[test]
fn pictures_have_the_screens_size_down_to_320_pixels() -> Result<()> {
    with_stub(HTML, async |page, origin| {
        let screens = [
            Screen::new(320, 568),
            Screen::new(360, 740).at(2.0).dark(),
            Screen::new(3840, 2160).forced(),
        ];
        for screen in screens {
            page.screen(&screen).await?;
            page.goto("about:blank").await?;
            page.goto(&format!("{origin}/")).await?;
            let seen = page
                .eval(
                    "const asks = (query) => matchMedia(query).matches;
                    return [innerWidth, innerHeight, devicePixelRatio,
                        asks('(prefers-color-scheme: dark)'), asks('(forced-colors: active)')]",
                    vec![],
                )
                .await?;
            let Screen { width, height, ratio, dark, forced_colours } = screen;
            let ratio_number = if ratio == 1.0 { json!(1) } else { json!(2) };
            assert_eq!(seen, json!([width, height, ratio_number, dark, forced_colours]));
            let picture = page.screenshot().await?;
            let pixels = |side: u32| (f64::from(side) * ratio) as u32;
            assert_eq!(size_of_png(&picture)?, (pixels(width), pixels(height)));
        }
        Ok(())
    })
}

/// A PNG file begins with a signature, then the header chunk with its width and height.
fn size_of_png(bytes: &[u8]) -> Result<(u32, u32)> {
    let number = |at: usize| -> Result<u32> {
        let four = bytes.get(at..at + 4).context("too short for a PNG")?;
        Ok(u32::from_be_bytes(four.try_into()?))
    };
    assert_eq!(bytes.get(1..4), Some(&b"PNG"[..]));
    Ok((number(16)?, number(20)?))
}
