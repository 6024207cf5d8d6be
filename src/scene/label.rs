//! Labels that never overlap: each takes the first free of its possible places, or none.

use super::{
    display::{Box2, Text, TextStyle},
    occupied::{Boxes, Mask},
};

/// Measures text. The browser asks its own fonts; tests use [`FixedMeasure`].
pub trait TextMeasure {
    /// Width of one line in CSS pixels, letter spacing included.
    fn width(&mut self, text: &str, style: &TextStyle) -> f32;
}

/// Fixed advance widths per script, a little wider than common fonts, for runs without a browser.
#[derive(Debug, Clone, Copy, Default)]
pub struct FixedMeasure;

impl TextMeasure for FixedMeasure {
    fn width(&mut self, text: &str, style: &TextStyle) -> f32 {
        text.chars()
            .map(|letter| {
                let em = match letter {
                    ' ' | '.' | ',' | 'i' | 'l' | '\'' => 0.3,
                    'A'..='Z' | 'А'..='Я' => 0.7,
                    'а'..='я' | 'ё' => 0.58,
                    '\u{600}'..='\u{6ff}' => 0.5,
                    _ => 0.56,
                };
                (em + style.spacing) * style.size
            })
            .sum()
    }
}

/// Height of a line box over the size of its text: Arabic script needs more room.
pub fn line_height(text: &str) -> f32 {
    if text.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)) { 1.5 } else { 1.2 }
}

/// The map's taken ground while labels are placed.
#[derive(Debug)]
pub struct Placer {
    frame: Box2,
    /// Symbols, tags, labels: never to be touched.
    taken: Boxes,
    /// Corridors on land and rivers: avoided where possible.
    lines: Mask,
    /// Sea lanes: avoided where possible, crossed before corridors are.
    lanes: Mask,
    /// Boxes of the labels placed, in order.
    pub placed: Vec<Box2>,
}

/// A label with all the places it may take, best first.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Lines of the text, top first.
    pub lines: Vec<String>,
    /// Setting.
    pub style: TextStyle,
    /// Middles of the whole block, best first.
    pub centers: Vec<[f32; 2]>,
    /// Turn, degrees clockwise.
    pub angle: f32,
    /// What it may lie on when no place is free.
    pub crossing: Crossing,
}

/// Lines that a label may lie on when it finds no place beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// None: it is dropped instead.
    None,
    /// Sea lanes, which cross every sea from shore to shore.
    Lanes,
    /// All lines.
    Lines,
}

impl Placer {
    /// An empty map of that frame; labels stay inside it.
    pub fn new(frame: Box2) -> Self {
        Self {
            frame,
            taken: Boxes::new(frame),
            lines: Mask::new(frame),
            lanes: Mask::new(frame),
            placed: Vec::new(),
        }
    }

    /// Keeps labels off a box.
    pub fn block(&mut self, item: Box2) {
        self.taken.insert(item);
    }

    /// Keeps labels off a line where possible.
    pub fn block_line(&mut self, points: &[[f32; 2]], half: f32, lane: bool) {
        let step = 7.0_f32;
        for pair in points.windows(2) {
            let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
            let pieces = (dx.hypot(dy) / step).ceil().clamp(1.0, 400.0) as usize;
            for i in 0..pieces {
                let share = i as f32 / pieces as f32;
                let at = [pair[0][0] + dx * share, pair[0][1] + dy * share];
                if self.frame.overlaps(&Box2::around(at, 1.0, 1.0)) {
                    let mask = if lane { &mut self.lanes } else { &mut self.lines };
                    mask.insert(&Box2::around(at, half * 2.0, half * 2.0));
                }
            }
        }
    }

    /// Whether a box touches nothing that is taken and lies in the frame.
    pub fn free(&self, item: &Box2) -> bool {
        self.frame.contains(item) && !self.taken.hits(item)
    }

    /// Whether a box is free and off all lines but those that may be crossed.
    pub fn clear(&self, item: &Box2, crossing: Crossing) -> bool {
        let lines = crossing == Crossing::Lines || !self.lines.hits(item);
        let lanes = crossing != Crossing::None || !self.lanes.hits(item);
        self.free(item) && lines && lanes
    }

    /// Takes a box for something that is no label.
    pub fn take(&mut self, item: Box2) {
        self.placed.push(item);
        self.taken.insert(item);
    }

    /// Places a label and gives its texts, or nothing when every place is taken.
    pub fn place(&mut self, label: &Candidate, measure: &mut dyn TextMeasure) -> Option<Vec<Text>> {
        let widths: Vec<f32> =
            label.lines.iter().map(|line| measure.width(line, &label.style)).collect();
        let height = label.lines.first().map_or(1.2, |line| line_height(line)) * label.style.size;
        let width = widths.iter().copied().fold(0.0, f32::max);
        let (sin, cos) = label.angle.to_radians().sin_cos();
        let block = [width, height * label.lines.len() as f32];
        let upright = [
            block[0] * cos.abs() + block[1] * sin.abs(),
            block[0] * sin.abs() + block[1] * cos.abs(),
        ];
        let boxed = |center: &[f32; 2]| Box2::around(*center, upright[0], upright[1]);
        // Two names never come closer than 4 px: each keeps half of that.
        let roomy = |center: &[f32; 2]| boxed(center).grown(2.0);
        let clear = |crossing: Crossing| {
            label.centers.iter().find(|center| self.clear(&roomy(center), crossing))
        };
        let found = clear(Crossing::None).or_else(|| clear(label.crossing))?;
        self.taken.insert(roomy(found));
        self.placed.push(boxed(found));
        let first = -(label.lines.len() as f32 - 1.0) / 2.0;
        let texts = label.lines.iter().zip(widths).enumerate().map(|(i, (line, width))| {
            let down = (first + i as f32) * height;
            Text {
                content: line.clone(),
                center: [found[0] - sin * down, found[1] + cos * down],
                width,
                angle: label.angle,
                style: label.style,
            }
        });
        Some(texts.collect())
    }
}

/// Where a label may stand beside a symbol, by look.md: end, start, above end, below end, below,
/// above; then the start side's corners.
pub fn beside(at: [f32; 2], radius: f32, width: f32, height: f32) -> Vec<[f32; 2]> {
    let gap = radius + 3.0 + width / 2.0;
    let lift = height * 0.62 + radius * 0.35;
    // The margin around a label must clear the symbol's own box.
    let over = radius + height / 2.0 + 2.5;
    [
        [gap, 0.0],
        [-gap, 0.0],
        [gap, -lift],
        [gap, lift],
        [0.0, over],
        [0.0, -over],
        [-gap, -lift],
        [-gap, lift],
    ]
    .iter()
    .map(|[x, y]| [at[0] + x, at[1] + y])
    .collect()
}
