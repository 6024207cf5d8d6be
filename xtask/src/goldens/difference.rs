//! What differs between two pictures, pixel by pixel.

/// A picture: rows of pixels from the top, four bytes each (red, green, blue, alpha).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// `width · height · 4` bytes.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// A pixel, or `None` outside.
    fn pixel(&self, x: usize, y: usize) -> Option<[u8; 4]> {
        let start = (y * self.width + x) * 4;
        let inside = x < self.width && y < self.height;
        inside.then(|| self.rgba.get(start..start + 4)?.try_into().ok()).flatten()
    }
}

/// How two pictures differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// How many pixels do.
    pub pixels: usize,
    /// The largest distance between two pixels in one channel, of 255.
    pub largest: u8,
    /// The new picture, pale and grey, with what differs in [`MARK`].
    pub marked: Picture,
}

/// The colour of what differs: none of the map's, in any theme.
pub const MARK: [u8; 4] = [255, 0, 200, 255];

/// Compares two pictures. Where only one of them is, all differs.
pub fn difference(old: &Picture, new: &Picture) -> Difference {
    let (width, height) = (old.width.max(new.width), old.height.max(new.height));
    let mut rgba = Vec::with_capacity(width * height * 4);
    let (mut pixels, mut largest) = (0, 0);
    for y in 0..height {
        for x in 0..width {
            let pair = (old.pixel(x, y), new.pixel(x, y));
            let distance = match pair {
                (Some(before), Some(after)) => {
                    before.iter().zip(after).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
                }
                (None, None) => 0,
                _ => u8::MAX,
            };
            largest = largest.max(distance);
            pixels += usize::from(distance > 0);
            rgba.extend(match (distance, pair.1) {
                (0, Some(after)) => paled(after),
                (0, None) => [255; 4],
                _ => MARK,
            });
        }
    }
    Difference { pixels, largest, marked: Picture { width, height, rgba } }
}

/// Grey by the weights of Rec. 601, and three quarters of the way to white.
fn paled([red, green, blue, _]: [u8; 4]) -> [u8; 4] {
    let [red, green, blue] = [red, green, blue].map(u32::from);
    let grey = (299 * red + 587 * green + 114 * blue) / 1000;
    let pale = u8::try_from(191 + grey / 4).unwrap_or(u8::MAX);
    [pale, pale, pale, 255]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(width: usize, height: usize, colour: [u8; 4]) -> Picture {
        Picture { width, height, rgba: colour.repeat(width * height) }
    }

    #[test]
    fn a_picture_does_not_differ_from_itself() {
        let picture = plain(4, 3, [10, 200, 30, 255]);
        let same = difference(&picture, &picture);
        assert_eq!((same.pixels, same.largest), (0, 0));
        assert!(same.marked.rgba.chunks(4).all(|pixel| pixel != MARK));
    }

    #[test]
    fn what_differs_is_counted_measured_and_marked() {
        let old = plain(4, 3, [100, 100, 100, 255]);
        let mut new = old.clone();
        new.rgba[4] = 103;
        new.rgba[(2 * 4 + 3) * 4 + 2] = 60;
        let found = difference(&old, &new);
        assert_eq!((found.pixels, found.largest), (2, 40));
        let marked: Vec<usize> = (0..12)
            .filter(|&index| found.marked.pixel(index % 4, index / 4) == Some(MARK))
            .collect();
        assert_eq!(marked, [1, 11]);
        assert_eq!(difference(&new, &old).pixels, 2);
    }

    #[test]
    fn where_one_picture_ends_all_differs() {
        let found = difference(&plain(2, 4, [9; 4]), &plain(3, 3, [9; 4]));
        assert_eq!((found.marked.width, found.marked.height), (3, 4));
        // A column of three, a row of two; the corner that neither has is the same.
        assert_eq!((found.pixels, found.largest), (5, 255));
    }
}
