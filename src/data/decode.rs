//! The artifact of the data set: `data/generated/atlas.bin`.

use super::envelope::{self, DecodeError, Format};
use crate::model::atlas::Atlas;

const FORMAT: Format = Format { letters: *b"ATLD", version: 2 };

/// The data set in `bytes`.
///
/// # Errors
///
/// [`DecodeError`] when the bytes are of another kind or format, damaged, or do not fit the model.
pub fn decode(bytes: &[u8]) -> Result<Atlas, DecodeError> {
    envelope::unwrap(FORMAT, bytes)
}

/// The bytes of which [`decode`] makes `atlas` again; equal for equal data sets.
pub fn encode(atlas: &Atlas) -> Vec<u8> {
    envelope::wrap(FORMAT, atlas)
}
