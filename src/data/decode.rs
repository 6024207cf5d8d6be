//! The artifacts of the data set, `data/generated/atlas.bin` and `evidence.bin`, of the study in each language,
//! `study-en.bin` and so on, and of the network, `network.bin`, beside it.

use super::envelope::{self, DecodeError, Format};
use crate::model::{
    atlas::Atlas,
    evidence::{Apart, Evidence},
    network::Network,
    study::Study,
};

const FORMAT: Format = Format { letters: *b"ATLD", version: 7 };
const EVIDENCE: Format = Format { letters: *b"ATLE", version: 1 };
const STUDY: Format = Format { letters: *b"ATLS", version: 2 };
const NETWORK: Format = Format { letters: *b"ATLN", version: 2 };

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

/// The data set without its evidence, and the evidence, as two files.
pub fn split(mut atlas: Atlas) -> [Vec<u8>; 2] {
    let evidence = Evidence::take(&mut atlas);
    let bytes = envelope::wrap(EVIDENCE, &evidence);
    let sources = u16::try_from(evidence.sources()).unwrap_or(u16::MAX);
    atlas.apart = checksum(&bytes).map(|checksum| Apart { sources, checksum });
    [encode(&atlas), bytes]
}

/// The data set with the evidence that the bytes hold; as it is where it lacks none.
///
/// # Errors
///
/// As [`decode`], and [`DecodeError::Damaged`] where the evidence belongs to another data set.
pub fn join(mut atlas: Atlas, bytes: &[u8]) -> Result<Atlas, DecodeError> {
    let Some(Apart { checksum: expected, .. }) = atlas.apart else { return Ok(atlas) };
    let evidence: Evidence = envelope::unwrap(EVIDENCE, bytes)?;
    let found = checksum(bytes).unwrap_or_default();
    if found != expected {
        return Err(DecodeError::Damaged { found, expected });
    }
    evidence.give(&mut atlas);
    Ok(atlas)
}

/// The study in `bytes`, in the language that it was written in.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_study(bytes: &[u8]) -> Result<Study<String>, DecodeError> {
    envelope::unwrap(STUDY, bytes)
}

/// The bytes of which [`decode_study`] makes `study` again.
pub fn encode_study(study: &Study<String>) -> Vec<u8> {
    envelope::wrap(STUDY, study)
}

/// The network in `bytes`.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_network(bytes: &[u8]) -> Result<Network, DecodeError> {
    envelope::unwrap(NETWORK, bytes)
}

/// The bytes of which [`decode_network`] makes `network` again.
pub fn encode_network(network: &Network) -> Vec<u8> {
    envelope::wrap(NETWORK, network)
}

/// The checksum that an artifact bears, where it is long enough to bear one. It tells two versions of
/// a file apart; [`decode`] and [`decode_study`] check that the rest agrees with it.
pub fn checksum(bytes: &[u8]) -> Option<u32> {
    envelope::checksum_of(bytes)
}
