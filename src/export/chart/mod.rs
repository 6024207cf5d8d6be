//! Charts as SVG: events in time, figures of trade, and the argument. The same text stands in the page, where the
//! theme gives the colours, and in a file, which brings its own.

mod argument;
mod timeline;
mod trade;

pub use argument::argument;
pub use timeline::{Span, timeline};
pub use trade::{Words, trade};

use crate::scene::svg::escape;
use std::fmt::Write;

/// What a file needs that the page has: the light theme's colours (style/tokens.css) and a face.
const OWN_STYLE: &str = "svg{--ink:#15191e;--ink-2:#48515a;--ink-3:#666f78;--hairline:#dce0e3;--panel:#ffffff;--one:#bf5311;--two:#6b1f9e;--three:#005b8f;background:#ffffff;font-family:system-ui,sans-serif}";

/// A drawing in the making.
struct Svg {
    out: String,
}

impl Svg {
    /// A drawing of that size that says what it shows.
    fn new([width, height]: [f64; 2], title: &str) -> Self {
        let mut out = String::new();
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {width} {height}\" direction=\"ltr\" role=\"img\"><title>{}</title>",
            escape(title)
        );
        Self { out }
    }

    fn line(&mut self, [x1, y1]: [f64; 2], [x2, y2]: [f64; 2], more: &str) {
        let _ = write!(
            self.out,
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" {more}/>"
        );
    }

    /// A text; `anchor` is `start`, `middle` or `end` of a line that runs left to right.
    fn label(&mut self, [x, y]: [f64; 2], anchor: &str, ink: &str, text: &str) {
        let _ = write!(
            self.out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"var(--{ink})\" font-size=\"12\">{}</text>",
            escape(text)
        );
    }

    fn end(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// The drawing as a file of its own.
pub fn file(svg: &str) -> String {
    let (head, rest) = svg.split_once('>').unwrap_or((svg, ""));
    format!("{head}><style>{OWN_STYLE}</style>{rest}\n")
}
