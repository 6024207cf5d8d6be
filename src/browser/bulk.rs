//! Bulk lines as a copy that moves with the map: drawn anew when the map rests, shifted, turned and
//! scaled while it moves.

use super::canvas::context;
use crate::scene::{
    display::{Path, Stroke},
    viewport::{Sight, Viewport},
};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// How much of a window the copy holds beyond each of its edges.
const BEYOND: f64 = 0.25;

/// The copy.
pub struct Bulk {
    surface: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// The window that it was drawn for, device pixels to a CSS pixel, and a mark that tells one set
    /// of lines from another.
    drawn: Option<(Viewport, f64, u64)>,
}

impl Bulk {
    /// No copy yet; `None` where the browser gives no surface.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Self> {
        let document = canvas.owner_document()?;
        let surface: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        let context = context(&surface)?;
        Some(Self { surface, context, drawn: None })
    }

    /// Whether the copy can stand for lines of that mark in that window: the globe turns, so there it
    /// cannot.
    pub fn stands_for(&self, window: &Viewport, (ratio, mark): (f64, u64)) -> bool {
        let same = |(drawn, at, lines): &(Viewport, f64, u64)| {
            drawn.id == window.id && drawn.size == window.size && *at == ratio && *lines == mark
        };
        self.drawn.as_ref().is_some_and(same) && matches!(window.sight(), Sight::Sheet(_))
    }

    /// Draws the copy anew in that colour.
    pub fn draw(
        &mut self,
        (path, stroke): (&Path, &Stroke),
        color: &str,
        window: &Viewport,
        (ratio, mark): (f64, u64),
    ) {
        let (width, height) = (f64::from(window.size.width), f64::from(window.size.height));
        let device = |css: f64| (css * (1.0 + 2.0 * BEYOND) * ratio).ceil() as u32;
        self.surface.set_width(device(width));
        self.surface.set_height(device(height));
        let [x, y] = [width * BEYOND * ratio, height * BEYOND * ratio];
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, x, y);
        self.context.set_stroke_style_str(color);
        self.context.set_line_width(f64::from(stroke.width));
        // In small parts: one path of so many lines takes browsers far longer.
        for (index, line) in path.subpaths().enumerate() {
            if index % PART == 0 {
                self.context.stroke();
                self.context.begin_path();
            }
            let Some((&[x, y], rest)) = line.split_first() else { continue };
            self.context.move_to(f64::from(x), f64::from(y));
            for &[x, y] in rest {
                self.context.line_to(f64::from(x), f64::from(y));
            }
        }
        self.context.stroke();
        self.context.begin_path();
        self.drawn = Some((*window, ratio, mark));
    }

    /// Lays the copy where its lines lie in the window now.
    pub fn lay(&self, onto: &CanvasRenderingContext2d, window: &Viewport, ratio: f64) {
        let Some((drawn, ..)) = &self.drawn else { return };
        let (Sight::Sheet(before), Sight::Sheet(now)) = (drawn.sight(), window.sight()) else {
            return;
        };
        let [a, b, e, f] = now.after(&before);
        let _ =
            onto.set_transform(a * ratio, b * ratio, -b * ratio, a * ratio, e * ratio, f * ratio);
        let (width, height) = (f64::from(window.size.width), f64::from(window.size.height));
        let _ = onto.draw_image_with_html_canvas_element_and_dw_and_dh(
            &self.surface,
            -width * BEYOND,
            -height * BEYOND,
            f64::from(self.surface.width()) / ratio,
            f64::from(self.surface.height()) / ratio,
        );
        let _ = onto.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    }
}

/// Lines in one stroke.
const PART: usize = 200;
