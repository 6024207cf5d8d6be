//! Draws the golden pictures and writes the page.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use resvg::tiny_skia::{IntSize, Pixmap};

use super::{
    difference::Picture,
    files,
    page::{self, PICTURES},
    raster,
    review::review,
};
use crate::workspace;

/// Compares the work tree with the commit `base` and writes the page into the folder `out`.
pub(super) fn page(base: &str, out: &Path) -> Result<()> {
    let root = workspace::root();
    let review = review(&files::at(&root, base)?, &files::in_tree(&root)?, draw)?;
    let folder = out.join(PICTURES);
    fs::create_dir_all(&folder).with_context(|| format!("{} was not made", folder.display()))?;
    for (file, picture) in page::pictures(&review) {
        write(&folder.join(file), &png(picture)?)?;
    }
    let index = out.join("index.html");
    write(&index, page::html(&review, base).as_bytes())?;
    println!("{}\n{}", page::summary(&review), index.display());
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} was not written", path.display()))
}

fn draw(svg: &str) -> Result<Picture> {
    let pixels = raster::paint(&raster::read(svg)?).context("it has no size")?;
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    Ok(Picture { width, height, rgba: pixels.take_demultiplied() })
}

/// Both have opaque pixels only, so it does not matter that `Pixmap` multiplies colours by alpha.
fn png(picture: &Picture) -> Result<Vec<u8>> {
    let [width, height] = [picture.width, picture.height].map(u32::try_from);
    let size = IntSize::from_wh(width?, height?).context("a picture without pixels")?;
    let pixels = Pixmap::from_vec(picture.rgba.clone(), size).context("pixels that do not fit")?;
    pixels.encode_png().context("a picture was not written as PNG")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path fill="#D9E6EC" d="M0 0L40 0L40 20L0 20Z"/><path fill="CanvasText" d="M0 0L20 0L20 20L0 20Z"/></svg>"##;

    #[test]
    fn a_drawing_becomes_pixels_and_a_file_that_gives_them_back() {
        let picture = draw(DRAWING).expect("a picture");
        assert_eq!((picture.width, picture.height), (40, 20));
        assert_eq!(picture.rgba[..4], [0xff, 0xff, 0xff, 0xff]);
        assert_eq!(picture.rgba[39 * 4..40 * 4], [0xd9, 0xe6, 0xec, 0xff]);
        let again = Pixmap::decode_png(&png(&picture).expect("a file")).expect("a PNG");
        assert_eq!(again.take_demultiplied(), picture.rgba);
    }
}
