//! The parts of the page about the atlas: in which order they stand, and how many paragraphs each has. Their words are
//! in the catalogs under `about.<part>.title` and `about.<part>.<n>`.

/// The parts with their numbers of paragraphs.
pub const PARTS: [(&str, u8); 12] = [
    ("what", 3),
    ("method", 3),
    ("verdicts", 4),
    ("routes", 5),
    ("borders", 2),
    ("limits", 3),
    ("data", 2),
    ("cite", 2),
    ("errors", 2),
    ("access", 2),
    ("licences", 2),
    ("privacy", 3),
];
