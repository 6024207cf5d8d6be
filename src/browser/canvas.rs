//! Paints a scene on a 2D canvas, in CSS pixels; device pixels are handled in one line.

use crate::export::format::ratio_within;
use crate::i18n::{Direction, Lang};
use crate::order;
use crate::scene::{
    display::{Cap, Face, MITER_LIMIT, Paint, Path, Shape, Size, Stroke, Text, TextStyle},
    palette::{Ink, Palette},
    picture::Scene,
    svg::font_stack,
};
use js_sys::{Array, Object, Reflect};
use std::{cell::Cell, cmp::Ordering};
use wasm_bindgen::{JsCast, JsValue, intern};
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement};

/// The drawing surface of a canvas, or `None` where the browser gives none.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// The same for a map, which covers all of its canvas: the browser need not blend it with the page.
pub fn opaque_context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let options = Object::new();
    Reflect::set(&options, &"alpha".into(), &false.into()).ok()?;
    let found = canvas.get_context_with_context_options("2d", &options);
    found.ok().flatten()?.dyn_into().ok()
}

/// Sizes the canvas for that many CSS pixels at the ratio, and gives the ratio really used: less where
/// browsers would refuse so many pixels.
pub fn resize(canvas: &HtmlCanvasElement, width: f32, height: f32, ratio: f64) -> f64 {
    let wished = ratio;
    let ratio = ratio_within(Size { width, height }, wished);
    // Where it is less than was wished, a pixel more would be one too many.
    let round = if ratio < wished { f64::floor } else { f64::round };
    let device = |css: f32| round(f64::from(css) * ratio).max(1.0) as u32;
    if canvas.width() != device(width) {
        canvas.set_width(device(width));
    }
    if canvas.height() != device(height) {
        canvas.set_height(device(height));
    }
    ratio
}

/// Copies the canvas that the selector finds in the same atlas, as large as it is.
pub fn copy(canvas: &HtmlCanvasElement, selector: &str) {
    let atlas = canvas.closest(".atlas").ok().flatten();
    let found = atlas.and_then(|atlas| atlas.query_selector(selector).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlCanvasElement>().ok()) {
        canvas.set_width(found.width());
        canvas.set_height(found.height());
        if let Some(context) = context(canvas) {
            let _ = context.draw_image_with_html_canvas_element(&found, 0.0, 0.0);
        }
    }
}

/// Paints the scene over whatever was there; its first shape covers everything.
pub fn paint(
    context: &CanvasRenderingContext2d,
    scene: &Scene,
    palette: Palette,
    lang: Lang,
    ratio: f64,
) {
    paint_around(context, scene, palette, lang, ratio, None);
}

/// The same, where the bulk of lines is painted by other means.
pub fn paint_around(
    context: &CanvasRenderingContext2d,
    scene: &Scene,
    palette: Palette,
    lang: Lang,
    ratio: f64,
    bulk: Option<&dyn Fn()>,
) {
    let brush = Brush { context, palette, lang, font: Cell::new(None) };
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    context.set_line_join("miter");
    context.set_miter_limit(MITER_LIMIT);
    context.set_text_align("center");
    context.set_text_baseline("middle");
    let direction = if lang.direction() == Direction::Rtl { "rtl" } else { "ltr" };
    let _ = Reflect::set(context, &"direction".into(), &direction.into());
    let mut clips = 0;
    let mut texts = Vec::new();
    for (index, shape) in scene.shapes.iter().enumerate() {
        if let Some(draw) = bulk.filter(|_| scene.bulk == Some(index)) {
            draw();
            continue;
        }
        match shape {
            Shape::Fill(path, paint) => brush.fill(path, *paint),
            Shape::Stroke(path, stroke) => brush.stroke(path, stroke),
            // Nothing lies over a text, so all of one setting are written together: browsers read a
            // font anew each time it is set.
            Shape::Text(text) => texts.push(text),
            Shape::Clip(path) => {
                context.save();
                clips += 1;
                brush.trace(path);
                context.clip();
            }
            Shape::Unclip => {
                context.restore();
                clips -= 1;
            }
        }
    }
    for _ in 0..clips {
        context.restore();
    }
    context.set_line_join("round");
    order::sort_by(&mut texts, |a, b| font_order(&a.style, &b.style));
    texts.into_iter().for_each(|text| brush.text(text));
}

/// The CSS font of a text style.
pub fn css_font(style: &TextStyle, lang: Lang) -> String {
    let slant = if style.face == Face::SerifItalic { "italic " } else { "" };
    format!("{slant}{} {}px {}", style.weight, style.size, font_stack(style.face, lang))
}

/// Sets the letter spacing where the browser knows it.
pub fn set_spacing(context: &CanvasRenderingContext2d, style: &TextStyle) {
    let spacing = JsValue::from(format!("{}px", style.spacing * style.size));
    let _ = Reflect::set(context, &"letterSpacing".into(), &spacing);
}

/// Texts of one setting next to each other.
fn font_order(a: &TextStyle, b: &TextStyle) -> Ordering {
    let whole = |style: &TextStyle| (style.face == Face::Sans, style.weight);
    whole(a).cmp(&whole(b)).then(a.size.total_cmp(&b.size)).then(a.spacing.total_cmp(&b.spacing))
}

struct Brush<'a> {
    context: &'a CanvasRenderingContext2d,
    palette: Palette,
    lang: Lang,
    /// The setting that the context has now.
    font: Cell<Option<TextStyle>>,
}

impl Brush<'_> {
    /// A colour; its name crosses into the browser once.
    fn color(&self, ink: Ink) -> &'static str {
        intern(self.palette.color(ink))
    }

    fn set_font(&self, style: &TextStyle) {
        let setting = |style: &TextStyle| (style.face, style.size, style.weight, style.spacing);
        if self.font.get().as_ref().map(setting) != Some(setting(style)) {
            self.context.set_font(&css_font(style, self.lang));
            set_spacing(self.context, style);
            self.font.set(Some(*style));
        }
    }

    fn trace(&self, path: &Path) {
        self.context.begin_path();
        for subpath in path.subpaths() {
            let Some((&[x, y], rest)) = subpath.split_first() else { continue };
            self.context.move_to(f64::from(x), f64::from(y));
            for &[x, y] in rest {
                self.context.line_to(f64::from(x), f64::from(y));
            }
            if path.closed {
                self.context.close_path();
            }
        }
    }

    /// Sets what covers how, draws, and puts it back.
    fn covering(&self, paint: Paint, draw: impl FnOnce()) {
        let (alpha, darkens) = self.palette.covering(paint);
        let plain = alpha >= 1.0 && !darkens;
        if plain {
            return draw();
        }
        self.context.set_global_alpha(f64::from(alpha));
        if darkens {
            let _ = self.context.set_global_composite_operation("multiply");
        }
        draw();
        self.context.set_global_alpha(1.0);
        if darkens {
            let _ = self.context.set_global_composite_operation("source-over");
        }
    }

    fn fill(&self, path: &Path, paint: Paint) {
        if path.is_empty() {
            return;
        }
        self.context.set_fill_style_str(self.color(paint.ink));
        self.trace(path);
        self.covering(paint, || {
            self.context.fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
        });
    }

    fn stroke(&self, path: &Path, stroke: &Stroke) {
        if path.is_empty() {
            return;
        }
        self.context.set_stroke_style_str(self.color(stroke.paint.ink));
        self.context.set_line_width(f64::from(stroke.width));
        self.context.set_line_cap(if stroke.cap == Cap::Round { "round" } else { "butt" });
        let broken = !stroke.dash.is_empty();
        if broken {
            let dash: Array = stroke.dash.iter().map(|&length| JsValue::from(length)).collect();
            let _ = self.context.set_line_dash(&dash);
            self.context.set_line_dash_offset(f64::from(stroke.dash_offset));
        }
        self.trace(path);
        self.covering(stroke.paint, || self.context.stroke());
        if broken {
            let _ = self.context.set_line_dash(&Array::new());
        }
    }

    fn text(&self, text: &Text) {
        let style = &text.style;
        self.set_font(style);
        let [mut x, mut y] = text.center.map(f64::from);
        // Spacing follows each letter, the last one too: move by half of it to stay in the middle.
        x += f64::from(style.spacing * style.size) / 2.0;
        let turned = text.angle != 0.0;
        if turned {
            self.context.save();
            let _ = self.context.translate(x, y);
            let _ = self.context.rotate(f64::from(text.angle).to_radians());
            (x, y) = (0.0, 0.0);
        }
        if style.halo_width > 0.0 {
            self.context.set_stroke_style_str(self.color(style.halo));
            self.context.set_line_width(f64::from(style.halo_width * 2.0));
            let _ = self.context.stroke_text(&text.content, x, y);
        }
        self.context.set_fill_style_str(self.color(style.ink));
        let _ = self.context.fill_text(&text.content, x, y);
        if turned {
            self.context.restore();
        }
    }
}
