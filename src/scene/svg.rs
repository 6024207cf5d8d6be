//! The scene as an SVG document: for export and for tests that need no browser.

use super::{
    display::{Cap, Face, MITER_LIMIT, Paint, Path, Shape, Stroke, Text},
    palette::Palette,
    picture::Scene,
};
use crate::i18n::{Direction, Lang};
use std::fmt::Write;

/// Font stacks of the map by language and face.
pub fn font_stack(face: Face, lang: Lang) -> &'static str {
    match (face, lang) {
        (_, Lang::Ur) => {
            "\"Noto Naskh Arabic\", \"Geeza Pro\", \"Segoe UI\", Tahoma, \"Noto Sans Arabic\", sans-serif"
        }
        (Face::Sans, _) => {
            "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif"
        }
        (Face::SerifItalic, Lang::En) => {
            "Charter, \"Bitstream Charter\", \"Sitka Text\", Cambria, \"Noto Serif\", serif"
        }
        (Face::SerifItalic, Lang::Ru) => {
            "\"PT Serif\", \"Sitka Text\", Cambria, Georgia, \"Noto Serif\", serif"
        }
    }
}

/// What an exported document says of itself before its shapes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Front<'a> {
    /// Attribute `width`, with its unit.
    pub width: &'a str,
    /// Attribute `height`, with its unit.
    pub height: &'a str,
    /// What the picture is.
    pub title: &'a str,
    /// The picture in words, for those who do not see it.
    pub description: &'a str,
    /// What stands in `metadata`: elements, already escaped.
    pub metadata: &'a str,
}

/// Writes the scene. The same scene gives the same bytes.
pub fn write(scene: &Scene, palette: Palette, lang: Lang) -> String {
    let (width, height) = (scene.size.width, scene.size.height);
    let open = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" lang=\"{}\">\n",
        lang.code()
    );
    shapes(open, scene, palette, lang, false)
}

/// Writes the scene as a document that stands alone: it names and describes itself, and each text
/// keeps the width that it was measured at, whatever fonts the reader has.
pub fn document(scene: &Scene, palette: Palette, lang: Lang, front: &Front<'_>) -> String {
    let (code, direction) = (lang.code(), lang.direction().name());
    let [width, height] = [scene.size.width, scene.size.height].map(short);
    let mut open = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = write!(
        open,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" lang=\"{code}\" xml:lang=\"{code}\" direction=\"{direction}\" role=\"img\" aria-labelledby=\"title\" aria-describedby=\"desc\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<metadata>{}</metadata>\n",
        front.width,
        front.height,
        escape(front.title),
        escape(front.description),
        front.metadata
    );
    shapes(open, scene, palette, lang, true)
}

/// Writes the shapes after what opens the document, and closes it.
fn shapes(out: String, scene: &Scene, palette: Palette, lang: Lang, fit: bool) -> String {
    let mut svg = Writer { out, palette, lang, fit, clips: 0, open: 0 };
    for shape in &scene.shapes {
        svg.shape(shape);
    }
    for _ in 0..svg.open {
        svg.out.push_str("</g>\n");
    }
    svg.out.push_str("</svg>\n");
    svg.out
}

struct Writer {
    out: String,
    palette: Palette,
    lang: Lang,
    /// Whether texts are fitted to their measured widths.
    fit: bool,
    clips: u32,
    open: u32,
}

impl Writer {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Fill(path, _) | Shape::Stroke(path, _) if path.is_empty() => {}
            Shape::Fill(path, paint) => {
                self.out.push_str("<path fill-rule=\"evenodd\"");
                self.paint("fill", *paint);
                self.path(path);
                self.out.push_str("/>\n");
            }
            Shape::Stroke(path, stroke) => {
                self.out.push_str("<path fill=\"none\"");
                self.stroke(stroke);
                self.path(path);
                self.out.push_str("/>\n");
            }
            Shape::Text(text) => self.text(text),
            Shape::Clip(path) => {
                self.clips += 1;
                let id = self.clips;
                let _ = write!(self.out, "<clipPath id=\"clip{id}\"><path");
                self.path(path);
                let _ = writeln!(self.out, "/></clipPath><g clip-path=\"url(#clip{id})\">");
                self.open += 1;
            }
            Shape::Unclip => {
                self.open = self.open.saturating_sub(1);
                self.out.push_str("</g>\n");
            }
        }
    }

    fn paint(&mut self, what: &str, paint: Paint) {
        let _ = write!(self.out, " {what}=\"{}\"", self.palette.color(paint.ink));
        let (alpha, darkens) = self.palette.covering(paint);
        if alpha < 1.0 {
            let _ = write!(self.out, " {what}-opacity=\"{}\"", short(alpha));
        }
        if darkens {
            self.out.push_str(" style=\"mix-blend-mode:multiply\"");
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        self.paint("stroke", stroke.paint);
        let _ = write!(self.out, " stroke-width=\"{}\"", short(stroke.width));
        let _ = write!(self.out, " stroke-miterlimit=\"{MITER_LIMIT}\"");
        if stroke.cap == Cap::Round {
            self.out.push_str(" stroke-linecap=\"round\"");
        }
        if !stroke.dash.is_empty() {
            let lengths: Vec<String> = stroke.dash.iter().map(|&length| short(length)).collect();
            let _ = write!(self.out, " stroke-dasharray=\"{}\"", lengths.join(" "));
            if stroke.dash_offset != 0.0 {
                let _ = write!(self.out, " stroke-dashoffset=\"{}\"", short(stroke.dash_offset));
            }
        }
    }

    fn path(&mut self, path: &Path) {
        self.out.push_str(" d=\"");
        for subpath in path.subpaths() {
            for (index, [x, y]) in subpath.iter().enumerate() {
                let command = if index == 0 { 'M' } else { 'L' };
                let _ = write!(self.out, "{command}{} {}", short(*x), short(*y));
            }
            if path.closed {
                self.out.push('Z');
            }
        }
        self.out.push('"');
    }

    fn text(&mut self, text: &Text) {
        let style = &text.style;
        let [x, y] = text.center.map(short);
        let _ = write!(
            self.out,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" dominant-baseline=\"central\""
        );
        if text.angle != 0.0 {
            let _ = write!(self.out, " transform=\"rotate({} {x} {y})\"", short(text.angle));
        }
        if self.lang.direction() == Direction::Rtl {
            self.out.push_str(" direction=\"rtl\"");
        }
        let family = font_stack(style.face, self.lang).replace('"', "'");
        let _ = write!(
            self.out,
            " font-family=\"{family}\" font-size=\"{}\" font-weight=\"{}\"",
            short(style.size),
            style.weight
        );
        if style.face == Face::SerifItalic {
            self.out.push_str(" font-style=\"italic\"");
        }
        if style.spacing != 0.0 {
            let _ = write!(self.out, " letter-spacing=\"{}\"", short(style.spacing * style.size));
        }
        if self.fit && text.width > 0.0 {
            let width = short(text.width);
            let _ = write!(self.out, " textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        self.paint("fill", style.ink.into());
        if style.halo_width > 0.0 {
            self.paint("stroke", style.halo.into());
            let _ = write!(
                self.out,
                " stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                short(style.halo_width * 2.0)
            );
        }
        self.out.push('>');
        self.out.push_str(&escape(&text.content));
        self.out.push_str("</text>\n");
    }
}

/// Two decimals, no trailing zeros, never "-0".
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The text with the five characters that XML reserves written out, without those that XML 1.0
/// forbids (<https://www.w3.org/TR/xml/#charsets>) and without carriage returns, which it changes.
pub fn escape(text: &str) -> String {
    let allowed = |sign: &char| !matches!(sign, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(allowed).collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}
