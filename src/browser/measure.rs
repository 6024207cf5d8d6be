//! Text measured in the reader's own fonts, each text once.

use super::canvas::{css_font, set_spacing};
use crate::i18n::Lang;
use crate::scene::{display::TextStyle, label::TextMeasure};
use std::collections::HashMap;
use web_sys::CanvasRenderingContext2d;

/// Widths by text and setting; forgotten when the language changes, since the fonts do.
#[derive(Debug, Default)]
pub struct MeasureCache {
    lang: Lang,
    widths: HashMap<(String, u32), f32>,
}

/// Measures with a canvas.
pub struct CanvasMeasure<'a> {
    /// The surface whose fonts count.
    pub context: &'a CanvasRenderingContext2d,
    /// The language, which chooses the fonts.
    pub lang: Lang,
    /// What is already known.
    pub cache: &'a mut MeasureCache,
}

impl TextMeasure for CanvasMeasure<'_> {
    fn width(&mut self, text: &str, style: &TextStyle) -> f32 {
        if self.cache.lang != self.lang {
            *self.cache = MeasureCache { lang: self.lang, widths: HashMap::new() };
        }
        let setting =
            u32::from(style.weight) << 16 | (style.size * 10.0) as u32 | (style.face as u32) << 15;
        if let Some(&known) = self.cache.widths.get(&(text.to_owned(), setting)) {
            return known;
        }
        self.context.set_font(&css_font(style, self.lang));
        set_spacing(self.context, style);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width()) as f32;
        self.cache.widths.insert((text.to_owned(), setting), width);
        width
    }
}
