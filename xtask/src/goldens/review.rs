//! What has become of each golden picture.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::{
    difference::{Difference, Picture, difference},
    files::Goldens,
};

/// What has become of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Added(Picture),
    /// It is there no more.
    Removed(Picture),
    /// Its file differs; its pixels may not.
    Changed {
        /// As it was.
        old: Picture,
        /// As it is.
        new: Picture,
        /// Between the two.
        difference: Difference,
    },
    /// Nothing.
    Same(Picture),
}

impl Change {
    /// Changed ones first, the largest change foremost; then those added, removed, and the rest.
    fn order(&self) -> (u8, usize) {
        match self {
            Self::Changed { difference, .. } => (0, usize::MAX - difference.pixels),
            Self::Added(_) => (1, 0),
            Self::Removed(_) => (2, 0),
            Self::Same(_) => (3, 0),
        }
    }
}

/// All that a reviewer has to know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// The pictures by name, changed ones first.
    pub pictures: Vec<(String, Change)>,
    /// Names of combinations whose display list differs, came or went.
    pub hashes: Vec<String>,
    /// How many combinations have a hash now.
    pub combinations: usize,
}

impl Review {
    /// How many pictures are not what they were.
    pub fn changed(&self) -> usize {
        self.pictures.iter().filter(|(_, change)| !matches!(change, Change::Same(_))).count()
    }
}

/// Compares; `draw` makes a picture of an SVG document.
pub fn review(
    old: &Goldens,
    new: &Goldens,
    draw: impl Fn(&str) -> Result<Picture>,
) -> Result<Review> {
    let names: BTreeSet<&String> = old.drawings.keys().chain(new.drawings.keys()).collect();
    let mut pictures = Vec::new();
    for name in names {
        let draw = |svg: &str| draw(svg).with_context(|| format!("{name} was not drawn"));
        let change = match (old.drawings.get(name), new.drawings.get(name)) {
            (Some(before), Some(after)) if before != after => {
                let (old, new) = (draw(before)?, draw(after)?);
                Change::Changed { difference: difference(&old, &new), old, new }
            }
            (Some(_), Some(same)) => Change::Same(draw(same)?),
            (Some(before), None) => Change::Removed(draw(before)?),
            (None, Some(after)) => Change::Added(draw(after)?),
            (None, None) => continue,
        };
        pictures.push((name.clone(), change));
    }
    pictures.sort_by_key(|(_, change)| change.order());
    let combinations: BTreeSet<&String> = old.hashes.keys().chain(new.hashes.keys()).collect();
    let differs = |name: &&String| old.hashes.get(*name) != new.hashes.get(*name);
    Ok(Review {
        pictures,
        hashes: combinations.into_iter().filter(differs).cloned().collect(),
        combinations: new.hashes.len(),
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// A "drawing" is its bytes, each a grey pixel of one row.
    pub(in crate::goldens) fn draw(text: &str) -> Result<Picture> {
        let rgba = text.bytes().flat_map(|byte| [byte, byte, byte, 255]).collect();
        Ok(Picture { width: text.len(), height: 1, rgba })
    }

    fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    pub(in crate::goldens) fn sample() -> Review {
        let old = Goldens {
            drawings: texts(&[("gone", "a"), ("little", "abc"), ("much", "abc"), ("same", "abc")]),
            hashes: texts(&[("x", "1"), ("y", "1"), ("z", "1")]),
        };
        let new = Goldens {
            drawings: texts(&[("come", "a"), ("little", "abd"), ("much", "xyc"), ("same", "abc")]),
            hashes: texts(&[("x", "1"), ("y", "2"), ("w", "1")]),
        };
        review(&old, &new, draw).expect("a review")
    }

    #[test]
    fn the_largest_change_comes_first_and_what_is_the_same_last() {
        let review = sample();
        let names: Vec<&str> = review.pictures.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["much", "little", "come", "gone", "same"]);
        assert_eq!(review.changed(), 4);
        let Change::Changed { difference, .. } = &review.pictures[0].1 else {
            panic!("it has changed")
        };
        assert_eq!((difference.pixels, difference.largest), (2, b'y' - b'b'));
    }

    #[test]
    fn hashes_that_differ_come_or_go_are_named() {
        let review = sample();
        assert_eq!(review.hashes, ["w", "y", "z"]);
        assert_eq!(review.combinations, 3);
    }

    #[test]
    fn a_drawing_that_cannot_be_drawn_is_named() {
        let new = Goldens { drawings: texts(&[("broken", "")]), ..Goldens::default() };
        let error = review(&Goldens::default(), &new, |_| anyhow::bail!("no")).expect_err("fails");
        assert!(error.to_string().contains("broken"), "{error}");
    }
}
