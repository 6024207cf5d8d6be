//! The artifact of the basemap: `data/generated/basemap.bin`.

use super::envelope::{self, DecodeError, Format};
use crate::model::basemap::Basemap;

const FORMAT: Format = Format { letters: *b"ATLB", version: 1 };

/// The basemap in `bytes`.
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
