//! Labels that never overlap: each takes the first free of its possible places, or none; some may lie on lines.

use super::{
    display::{Box2, Text, TextStyle},
    occupied::{Boxes, Mask},
    tilted::Tilted,
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

/// Width of the strip that a leader keeps free of names and symbols, CSS pixels.
const LEADER_ROOM: f32 = 3.0;

/// A seat is better than one before it where it covers so many cells of lines less.
const STEP: u32 = 24;

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
    pub placed: Vec<Tilted>,
}

/// A label with all the places it may take, best first.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Lines of the text, top first.
    pub lines: Vec<String>,
    /// Setting.
    pub style: TextStyle,
    /// Where it may stand, best first.
    pub seats: Vec<Seat>,
    /// What it may lie on when no place is free.
    pub crossing: Crossing,
}

/// A place that a label may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seat {
    /// Middle of the whole block.
    pub center: [f32; 2],
    /// Turn, degrees clockwise.
    pub angle: f32,
    /// The line that joins it to what it names, where it stands further off: from there, to here.
    pub leader: Option<[[f32; 2]; 2]>,
}

impl From<[f32; 2]> for Seat {
    fn from(center: [f32; 2]) -> Self {
        Self { center, angle: 0.0, leader: None }
    }
}

/// A label that found its place.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its lines of text.
    pub texts: Vec<Text>,
    /// Where it stands.
    pub seat: Seat,
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
        self.taken.insert(item.into());
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
    pub fn free(&self, item: &Tilted) -> bool {
        self.frame.contains(&item.bounds()) && !self.taken.hits(item)
    }

    /// Whether a box is free and off all lines but those that may be crossed.
    pub fn clear(&self, item: &Tilted, crossing: Crossing) -> bool {
        self.free(item)
            && (crossing == Crossing::Lines || !self.lines.hits(item))
            && (crossing != Crossing::None || !self.lanes.hits(item))
    }

    /// Takes a box for something that is no label.
    pub fn take(&mut self, item: Box2) {
        self.placed.push(item.into());
        self.taken.insert(item.into());
    }

    /// Places a label, or nothing when every place is taken. A place beside the thing comes before
    /// one that needs a leader, and that before one on a corridor.
    pub fn place(&mut self, label: &Candidate, measure: &mut dyn TextMeasure) -> Option<Placed> {
        let widths: Vec<f32> =
            label.lines.iter().map(|line| measure.width(line, &label.style)).collect();
        let height = label.lines.first().map_or(1.2, |line| line_height(line)) * label.style.size;
        let width = widths.iter().copied().fold(0.0, f32::max);
        let block = height * label.lines.len() as f32;
        let boxed = |seat: &Seat| Tilted::around(seat.center, width, block, seat.angle);
        // Two names never come closer than 4 px: each keeps half of that.
        let roomy = |seat: &Seat| boxed(seat).grown(2.0);
        let find = |far: bool, crossing: Crossing| {
            label.seats.iter().find(|seat| {
                let joined = seat.leader.is_none_or(|[from, to]| {
                    !self.taken.hits(&Tilted::strip(from, to, LEADER_ROOM))
                });
                seat.leader.is_some() == far && joined && self.clear(&roomy(seat), crossing)
            })
        };
        // Where it must lie on lines it covers as little of them as it can.
        let least = || {
            let free = label
                .seats
                .iter()
                .filter(|seat| seat.leader.is_none() && self.clear(&roomy(seat), label.crossing));
            free.min_by_key(|seat| {
                let area = boxed(seat);
                // In steps: it must not change its seat with each pixel that the map is dragged.
                (self.lines.covered(&area) + self.lanes.covered(&area)) / STEP
            })
        };
        let lanes = label.crossing != Crossing::None;
        let seat = *find(false, Crossing::None)
            .or_else(|| find(false, Crossing::Lanes).filter(|_| lanes))
            .or_else(|| find(true, Crossing::Lanes))
            .or_else(least)?;
        self.taken.insert(roomy(&seat));
        if let Some([from, to]) = seat.leader {
            self.taken.insert(Tilted::strip(from, to, LEADER_ROOM));
        }
        self.placed.push(boxed(&seat));
        let (sin, cos) = seat.angle.to_radians().sin_cos();
        let first = -(label.lines.len() as f32 - 1.0) / 2.0;
        let texts = label.lines.iter().zip(widths).enumerate().map(|(i, (line, width))| {
            let down = (first + i as f32) * height;
            Text {
                content: line.clone(),
                center: [seat.center[0] - sin * down, seat.center[1] + cos * down],
                width,
                angle: seat.angle,
                style: label.style,
            }
        });
        Some(Placed { texts: texts.collect(), seat })
    }
}

/// Where a label may stand beside a symbol: end, start, above end, below end, below,
/// above; then the start side's corners.
pub fn beside(at: [f32; 2], radius: f32, width: f32, height: f32) -> Vec<Seat> {
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
    .map(|[x, y]| [at[0] + x, at[1] + y].into())
    .collect()
}
