//! Drawings as pixels, without a browser. It knows no other fonts than those of the crate `dejavu`
//! and, for Urdu, of `tests/fonts`, so a drawing looks the same on every machine. The native tests of
//! the atlas use this file too.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Error, Options, Tree, fontdb::Database},
};
use std::sync::{Arc, OnceLock};

/// What the system's colours are in pictures: those of a dark theme of high contrast.
pub(super) const SYSTEM_COLOURS: [(&str, &str); 5] = [
    ("Canvas", "#000000"),
    ("CanvasText", "#FFFFFF"),
    ("GrayText", "#3FF23F"),
    ("Highlight", "#1AEBFF"),
    ("LinkText", "#FFFF00"),
];

/// DejaVu lacks some letters of Urdu: ہ, ے.
const URDU: [&[u8]; 2] = [
    include_bytes!("../../../tests/fonts/NotoNaskhArabic_400Regular.ttf"),
    include_bytes!("../../../tests/fonts/NotoNaskhArabic_700Bold.ttf"),
];

/// The condensed faces of DejaVu are about as wide as the fonts that readers have, and as the widths
/// that are taken for them where there is no browser.
fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        let latin_and_cyrillic = [
            dejavu::sans_condensed::regular(),
            dejavu::sans_condensed::bold(),
            dejavu::serif_condensed::italic(),
        ];
        for face in latin_and_cyrillic.into_iter().chain(URDU) {
            fonts.load_font_data(face.to_vec());
        }
        let family = |face: &str| {
            let found = fonts.faces().find(|found| found.post_script_name.starts_with(face));
            found.and_then(|found| found.families.first()).map(|(name, _)| name.clone())
        };
        let (sans, serif) = (family("DejaVuSans"), family("DejaVuSerif"));
        fonts.set_sans_serif_family(sans.unwrap_or_default());
        fonts.set_serif_family(serif.unwrap_or_default());
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(load))
}

/// The drawing, read and with its texts set.
pub(super) fn read(svg: &str) -> Result<Tree, Error> {
    let mut svg = svg.to_owned();
    for (name, colour) in SYSTEM_COLOURS {
        svg = svg.replace(&format!("=\"{name}\""), &format!("=\"{colour}\""));
    }
    Tree::from_str(&svg, &Options { fontdb: fonts(), ..Options::default() })
}

/// The drawing as pixels, one for each of its units.
pub(super) fn paint(tree: &Tree) -> Option<Pixmap> {
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    resvg::render(tree, Transform::identity(), &mut pixels.as_mut());
    Some(pixels)
}
