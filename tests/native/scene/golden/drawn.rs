//! The golden pictures as pixels: another library reads and draws them, and each is a map.

#[path = "../../../../xtask/src/goldens/raster.rs"]
mod raster;

use super::views::{GOLDENS, Golden};
use atlas::scene::palette::Ink;
use resvg::{
    tiny_skia::Pixmap,
    usvg::{Group, Node, Text, Tree},
};

/// Colours of corridors.
const LINES: [Ink; 6] = [Ink::Gas, Ink::Cpec, Ink::Instc, Ink::Water, Ink::Rail, Ink::Context];

fn tree_of(golden: &Golden) -> (String, Tree) {
    let svg = golden.drawing();
    let tree = raster::read(&svg).unwrap_or_else(|error| panic!("{}: {error}", golden.name()));
    (svg, tree)
}

/// Red, green and blue of a colour of the palette.
fn rgb(golden: &Golden, ink: Ink) -> [u8; 3] {
    let name = golden.palette.color(ink);
    let system = raster::SYSTEM_COLOURS.into_iter().find(|(system, _)| *system == name);
    let hex = system.map_or(name, |(_, colour)| colour).strip_prefix('#').unwrap();
    [0, 2, 4].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
}

/// The share of a picture that has exactly that colour, in percent.
fn share(pixels: &Pixmap, wanted: [u8; 3]) -> f64 {
    let all = pixels.pixels();
    let of_colour =
        all.iter().filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == wanted).count();
    100.0 * of_colour as f64 / all.len() as f64
}

#[test]
fn each_is_a_map_with_sea_land_and_lines() {
    for golden in GOLDENS {
        let name = golden.name();
        let (svg, tree) = tree_of(&golden);
        let pixels = raster::paint(&tree).unwrap();
        let size = format!(" width=\"{}\" height=\"{}\"", pixels.width(), pixels.height());
        assert!(svg.contains(&size), "{name}: {size}");
        assert!(pixels.pixels().iter().all(|pixel| pixel.is_opaque()), "{name} has holes");
        let of = |ink| share(&pixels, rgb(&golden, ink));
        let (sea, land) = (of(Ink::Sea), of(Ink::Land));
        assert!((2.0..95.0).contains(&sea), "{name}: {sea} % sea");
        assert!((5.0..95.0).contains(&land), "{name}: {land} % land");
        // Lines are thin, and most of their pixels are mixed with what lies below.
        let lines: f64 = LINES.map(of).iter().sum();
        assert!((0.1..20.0).contains(&lines), "{name}: {lines} % lines");
    }
}

fn texts<'a>(group: &'a Group, found: &mut Vec<&'a Text>) {
    for node in group.children() {
        match node {
            Node::Text(text) => found.push(text),
            Node::Group(group) => texts(group, found),
            _ => {}
        }
    }
}

/// Whether something in the group is drawn.
fn draws(group: &Group) -> bool {
    group.children().iter().any(|node| match node {
        Node::Path(path) => path.data().bounds().width() > 0.0,
        Node::Group(group) => draws(group),
        _ => false,
    })
}

#[test]
fn each_letter_has_a_glyph() {
    for golden in GOLDENS {
        let (svg, tree) = tree_of(&golden);
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        let name = golden.name();
        assert_eq!(found.len(), svg.matches("<text ").count(), "{name} lost texts");
        assert!(found.len() > 5, "{name} says nothing");
        for text in found {
            let said: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
            let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            // Glyph 0 is what a font shows for letters that it lacks.
            let missing: Vec<&str> =
                glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| glyph.text.as_str()).collect();
            assert!(missing.is_empty(), "{name}: no glyph for {missing:?} in {said}");
            assert!(draws(text.flattened()), "{name}: {said} is not drawn");
        }
    }
}
