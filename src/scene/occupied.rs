//! What of the window is taken: boxes, asked exactly, and a mask of small cells for lines.

use super::{display::Box2, tilted::Tilted};

/// Side of a cell of the index of boxes, CSS pixels.
const CELL: f32 = 64.0;
/// Side of a cell of the mask, CSS pixels: finer than any gap that a name would fit into.
const GRAIN: f32 = 2.0;
/// Distance at which a turned box is probed, CSS pixels: no line is narrower in the mask.
const PROBE: f32 = 3.0;

/// Boxes by the cells of the frame that they touch. What lies outside the frame is not kept: nothing
/// is placed there.
#[derive(Debug)]
pub(super) struct Boxes {
    frame: Box2,
    columns: usize,
    boxes: Vec<Tilted>,
    cells: Vec<Vec<u32>>,
}

impl Boxes {
    /// No box in that frame.
    pub(super) fn new(frame: Box2) -> Self {
        let count = |length: f32| (length.max(0.0) / CELL) as usize + 1;
        let (columns, rows) = (count(frame.width), count(frame.height));
        Self { frame, columns, boxes: Vec::new(), cells: vec![Vec::new(); columns * rows] }
    }

    /// Adds a box.
    pub(super) fn insert(&mut self, item: Tilted) {
        let index = self.boxes.len() as u32;
        self.boxes.push(item);
        for cell in cells(self.frame, self.columns, CELL, &item.bounds()) {
            if let Some(kept) = self.cells.get_mut(cell) {
                kept.push(index);
            }
        }
    }

    /// Whether a box touches one that is there.
    pub(super) fn hits(&self, item: &Tilted) -> bool {
        cells(self.frame, self.columns, CELL, &item.bounds()).any(|cell| {
            self.cells.get(cell).is_some_and(|indices| {
                indices.iter().any(|&index| self.boxes[index as usize].overlaps(item))
            })
        })
    }
}

/// The numbers of the cells that a box touches, in rows.
fn cells(
    frame: Box2,
    columns: usize,
    side: f32,
    item: &Box2,
) -> impl Iterator<Item = usize> + use<> {
    let shares = item.overlaps(&frame);
    let span = |from: f32, length: f32, most: f32| {
        let end = (from + length).min(most);
        let (first, last) = ((from.max(0.0) / side) as usize, (end / side) as usize);
        if shares { first..last + 1 } else { 0..0 }
    };
    let across = span(item.x - frame.x, item.width, frame.width);
    let down = span(item.y - frame.y, item.height, frame.height);
    down.flat_map(move |row| across.clone().map(move |column| row * columns + column))
}

/// Small cells of the frame, taken or not: much is put in and asked, and a pixel more or less does
/// not matter.
#[derive(Debug)]
pub(super) struct Mask {
    frame: Box2,
    words: usize,
    bits: Vec<u64>,
}

impl Mask {
    /// Nothing taken in that frame.
    pub(super) fn new(frame: Box2) -> Self {
        let count = |length: f32| (length.max(0.0) / GRAIN) as usize + 1;
        let words = count(frame.width).div_ceil(64);
        Self { frame, words, bits: vec![0; words * count(frame.height)] }
    }

    /// Takes the cells inside a box.
    pub(super) fn insert(&mut self, item: &Box2) {
        for (word, bits) in self.spans(item) {
            if let Some(kept) = self.bits.get_mut(word) {
                *kept |= bits;
            }
        }
    }

    /// Whether a cell inside a box is taken.
    pub(super) fn hits(&self, item: &Tilted) -> bool {
        if item.along[1] != 0.0 {
            return item.lattice(PROBE).any(|at| self.takes(at));
        }
        self.spans(&item.bounds())
            .any(|(word, bits)| self.bits.get(word).is_some_and(|kept| kept & bits != 0))
    }

    /// How many cells inside a box are taken, or points of it where it is turned.
    pub(super) fn covered(&self, item: &Tilted) -> u32 {
        if item.along[1] != 0.0 {
            return item.lattice(PROBE).filter(|at| self.takes(*at)).count() as u32;
        }
        let taken = |(word, bits): (usize, u64)| {
            self.bits.get(word).map_or(0, |kept| (kept & bits).count_ones())
        };
        self.spans(&item.bounds()).map(taken).sum()
    }

    /// Whether the cell at a point is taken.
    fn takes(&self, [x, y]: [f32; 2]) -> bool {
        if !self.frame.holds([x, y]) {
            return false;
        }
        let cell = |along: f32| (along / GRAIN) as usize;
        let (column, row) = (cell(x - self.frame.x), cell(y - self.frame.y));
        let kept = self.bits.get(row * self.words + column / 64);
        kept.is_some_and(|kept| kept >> (column % 64) & 1 != 0)
    }

    /// The words of the cells inside a box, and which of their bits.
    fn spans(&self, item: &Box2) -> impl Iterator<Item = (usize, u64)> + use<> {
        let shares = item.overlaps(&self.frame);
        let span = |from: f32, length: f32, most: f32| {
            // A cell counts where its middle lies inside; the smallest box takes one.
            let first = (from.max(0.0) / GRAIN + 0.5) as usize;
            let end = ((from + length).clamp(0.0, most) / GRAIN + 0.5) as usize;
            (first, end.saturating_sub(1).max(first))
        };
        let (left, right) = span(item.x - self.frame.x, item.width, self.frame.width);
        let (top, bottom) = span(item.y - self.frame.y, item.height, self.frame.height);
        let rows = if shares { top..bottom + 1 } else { 0..0 };
        let words = self.words;
        rows.flat_map(move |row| {
            (left / 64..=right / 64).map(move |word| {
                let low = left.saturating_sub(word * 64).min(63);
                let high = (right - word * 64).min(63);
                let bits = (u64::MAX >> (63 - high)) & (u64::MAX << low);
                (row * words + word, bits)
            })
        })
    }
}
