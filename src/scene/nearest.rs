//! The nearest thing in a direction of the screen: how arrow keys walk over what shows.

/// A direction on the screen. The map never mirrors, so left is left in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// To the upper edge.
    Up,
    /// To the lower edge.
    Down,
    /// To the left edge.
    Left,
    /// To the right edge.
    Right,
}

impl Heading {
    /// The heading of an arrow key, by the name that browsers give it.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            _ => return None,
        })
    }

    /// How far `to` lies ahead of `from`, and how far beside the way; CSS pixels.
    fn ahead(self, from: [f32; 2], to: [f32; 2]) -> (f32, f32) {
        let (right, down) = (to[0] - from[0], to[1] - from[1]);
        match self {
            Self::Up => (-down, right.abs()),
            Self::Down => (down, right.abs()),
            Self::Left => (-right, down.abs()),
            Self::Right => (right, down.abs()),
        }
    }
}

/// Nearer than this ahead, two things stand side by side, CSS pixels.
const BESIDE: f32 = 0.5;

/// The index of the nearest of `spots` from the one at `from` in that direction: within a right
/// angle about the way, where a step aside counts twice, and only where nothing lies there, of all
/// that is ahead at all. So no key leads back, and a key does nothing only at the edge. Of two
/// equally near, the first.
pub fn nearest(spots: &[[f32; 2]], from: usize, heading: Heading) -> Option<usize> {
    let start = *spots.get(from)?;
    let mut best: Option<(bool, f32, usize)> = None;
    for (index, &spot) in spots.iter().enumerate() {
        let (along, aside) = heading.ahead(start, spot);
        if along < BESIDE {
            continue;
        }
        let found = (aside > along, along + 2.0 * aside, index);
        if best.is_none_or(|best| (found.0, found.1) < (best.0, best.1)) {
            best = Some(found);
        }
    }
    best.map(|(_, _, index)| index)
}
