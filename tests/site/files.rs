//! Files and paper, read back by libraries that are not the browser's.

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use lopdf::{Document, Object};
use serde_json::{Value, json};
use std::{collections::BTreeSet, io::Cursor};
use xtask::browser::Page;

use super::host::{MAP_HAS_PICTURE, loaded, visit};

/// Points per millimetre, in which PDF measures.
const POINT: f64 = 72.0 / 25.4;

/// Colours that a picture of a map has at least.
const COLOURS: usize = 200;

/// The bytes that a promise gives as a blob.
async fn bytes(page: &Page, promise: &str) -> Result<Vec<u8>> {
    let body = format!(
        "const blob = await {promise};
        const whole = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (let at = 0; at < whole.length; at += 8192) {{
            text += String.fromCharCode(...whole.subarray(at, at + 8192));
        }}
        return btoa(text);"
    );
    let text = page.promise(&body, vec![]).await?;
    Ok(BASE64_STANDARD.decode(text.as_str().context("bytes are text here")?)?)
}

/// Width, height and number of colours of a PNG.
fn picture(file: &[u8]) -> Result<(u32, u32, usize)> {
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a size")?];
    let frame = reader.next_frame(&mut pixels)?;
    let each = frame.color_type.samples();
    let pixels = &pixels[..frame.buffer_size()];
    let colours: BTreeSet<&[u8]> = pixels.chunks_exact(each).step_by(7).collect();
    Ok((frame.width, frame.height, colours.len()))
}

#[test]
fn pictures_are_read_pixel_by_pixel() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
        let mut sizes = Vec::new();
        for scale in [1, 2, 3, 4] {
            let promise = format!("atlas.export('png', {{ scale: {scale} }})");
            let (width, height, colours) = picture(&bytes(page, &promise).await?)?;
            assert!(colours > COLOURS, "{scale} ×: {colours} colours");
            sizes.push((f64::from(width) / f64::from(scale), f64::from(height) / f64::from(scale)));
        }
        let (width, height) = sizes[0];
        for (wide, high) in sizes {
            assert!((wide - width).abs() < 1.0 && (high - height).abs() < 1.0, "{wide} × {high}");
        }
        let slide = bytes(page, "atlas.export('png', { format: 'slide' })").await?;
        let (width, height, colours) = picture(&slide)?;
        assert_eq!((width, height), (1920, 1080));
        assert!(colours > COLOURS, "{colours} colours");
        Ok(())
    })
}

/// The number in an object.
fn number(object: &Object) -> Result<f64> {
    Ok(f64::from(object.as_float()?))
}

#[test]
fn paper_has_the_figure_and_its_size() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en&select=psgp").await?;
        // The figure needs what comes later.
        page.promise("return (await atlas.places()).length", vec![]).await?;
        for (paper, width, height) in [
            ("a4-landscape", 297.0, 210.0),
            ("a4-portrait", 210.0, 297.0),
            ("a3-landscape", 420.0, 297.0),
            ("a3-portrait", 297.0, 420.0),
        ] {
            let ask = "window.asked = false;
                window.print = () => {
                    window.dispatchEvent(new Event('beforeprint'));
                    window.asked = true;
                };
                const root = atlas.shadowRoot;
                root.querySelector('.bar [aria-haspopup=dialog]').click();";
            page.promise(ask, vec![]).await?;
            page.until("the choice of paper", "root.querySelector('.export-print select')").await?;
            let choose = "const print = atlas.shadowRoot.querySelector('.export-print');
                const field = print.querySelector('select');
                field.value = args[0];
                field.dispatchEvent(new Event('change', { bubbles: true }));
                print.querySelector('button').click();";
            page.promise(choose, vec![paper.into()]).await?;
            page.until("the window for printing", "window.asked").await?;
            let printed = page
                .devtools(
                    "Page.printToPDF",
                    json!({"preferCSSPageSize": true, "printBackground": true}),
                )
                .await?;
            let file = BASE64_STANDARD.decode(printed["data"].as_str().context("a file")?)?;
            read(&file, [width, height]).with_context(|| paper.to_owned())?;
        }
        assert_eq!(
            page.eval("return document.adoptedStyleSheets.length", vec![]).await?,
            Value::from(0)
        );
        Ok(())
    })
}

/// Looks into a PDF: the figure is on its first page, which is as large as the paper, in millimetres.
fn read(file: &[u8], paper: [f64; 2]) -> Result<()> {
    let document = Document::load_mem(file)?;
    let pages = document.get_pages();
    let first = *pages.get(&1).context("a page")?;
    let corners = document.get_dictionary(first)?.get(b"MediaBox")?.as_array()?;
    for (at, length) in paper.into_iter().enumerate() {
        let side = number(&corners[at + 2])? - number(&corners[at])?;
        ensure!((side - length * POINT).abs() < 1.5, "{side} points for {length} mm");
    }
    let images = document.get_page_images(first)?;
    let widest = images.iter().map(|image| image.width).max().context("a picture")?;
    // 288 pixels to the inch, within margins of 12 mm.
    let wanted = (paper[0] - 24.0) / 25.4 * 288.0;
    ensure!((widest as f64 - wanted).abs() < 8.0, "{widest} pixels for {wanted}");
    Ok(())
}
