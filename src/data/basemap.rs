//! The artifacts of the basemap: `data/generated/basemap.bin`, which the page embeds, and
//! `basemap-near.bin` beside it, the closest level, which readers load when they come near.

use super::envelope::{self, DecodeError, Format};
use crate::model::basemap::{Basemap, Level};

const FORMAT: Format = Format { letters: *b"ATLB", version: 2 };
const NEAR: Format = Format { letters: *b"ATLN", version: 1 };

/// The basemap in `bytes`; where it lacks its closest level, [`join_basemap`] brings the two together.
///
/// # Errors
///
/// [`DecodeError`] when the bytes are of another kind or format, damaged, or do not fit the model.
pub fn decode_basemap(bytes: &[u8]) -> Result<Basemap, DecodeError> {
    envelope::unwrap(FORMAT, bytes)
}

/// The bytes of which [`decode_basemap`] makes `basemap` again.
pub fn encode_basemap(basemap: &Basemap) -> Vec<u8> {
    envelope::wrap(FORMAT, basemap)
}

/// The basemap without its last level, and that level, as two files.
pub fn split_basemap(mut basemap: Basemap) -> [Vec<u8>; 2] {
    let near = basemap.levels.last().map(|level| envelope::wrap(NEAR, level)).unwrap_or_default();
    basemap.near = envelope::checksum_of(&near);
    if let Some(last) = basemap.levels.last_mut() {
        *last = last.bare();
    }
    [encode_basemap(&basemap), near]
}

/// The basemap with the last level that `near` holds; as it is where it lacks none.
///
/// # Errors
///
/// As [`decode_basemap`], and [`DecodeError::Damaged`] where the file belongs to another basemap.
pub fn join_basemap(mut basemap: Basemap, near: &[u8]) -> Result<Basemap, DecodeError> {
    if !basemap.lacks_near() {
        return Ok(basemap);
    }
    let level: Level = envelope::unwrap(NEAR, near)?;
    let expected = basemap.near.unwrap_or_default();
    let found = envelope::checksum_of(near).unwrap_or_default();
    if found != expected {
        return Err(DecodeError::Damaged { found, expected });
    }
    if let Some(last) = basemap.levels.last_mut() {
        *last = level;
    }
    Ok(basemap)
}
