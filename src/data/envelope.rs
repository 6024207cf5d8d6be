//! The frame around an artifact: what it is, in which format, and whether it arrived whole.
//!
//! Four letters, a format number (u16), a checksum of the payload (u32), all little-endian, then
//! the payload in postcard. A damaged or stale file is so told apart from a fault in the program.

use serde::{Serialize, de::DeserializeOwned};

const HEADER: usize = 10;

/// The kind of an artifact, and the number of its present format.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format {
    pub(super) letters: [u8; 4],
    /// Raised whenever the shape of the model changes: postcard holds no names of fields.
    pub(super) version: u16,
}

/// Why bytes are no artifact of the atlas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Fewer bytes than the header takes.
    #[error("the file holds {length} bytes, fewer than its header takes")]
    TooShort {
        /// How many there are.
        length: usize,
    },
    /// Another kind of file.
    #[error("the file begins with {found:02x?}, not with {expected:02x?}: it is of another kind")]
    WrongKind {
        /// The first four bytes.
        found: [u8; 4],
        /// Those of the kind asked for.
        expected: [u8; 4],
    },
    /// Written for another version of the program.
    #[error("the file has format {found}, this program reads format {expected}; make it anew")]
    WrongVersion {
        /// The format of the file.
        found: u16,
        /// The format of the program.
        expected: u16,
    },
    /// The payload is not the one that was written.
    #[error("the file is damaged or cut short: its checksum is {found:08x}, not {expected:08x}")]
    Damaged {
        /// The checksum of the bytes that are there.
        found: u32,
        /// The checksum of the bytes that were written.
        expected: u32,
    },
    /// The payload is whole, but does not fit the model.
    #[error("the file does not fit the model: {reason}")]
    Malformed {
        /// What the decoder says.
        reason: String,
    },
}

/// FNV-1a of 32 bits: each step is one-to-one, so no change of a single byte goes unseen.
fn checksum(payload: &[u8]) -> u32 {
    payload
        .iter()
        .fold(0x811c_9dc5, |hash: u32, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The checksum in the frame, where there is one.
pub(super) fn checksum_of(bytes: &[u8]) -> Option<u32> {
    let header = bytes.first_chunk::<HEADER>()?;
    header.last_chunk::<4>().copied().map(u32::from_le_bytes)
}

/// `value` in its frame.
pub(super) fn wrap<T: Serialize>(format: Format, value: &T) -> Vec<u8> {
    // Postcard fails only for sequences of unknown length and for full buffers; the model has
    // none, and a vector grows. An empty payload would be caught by every reader.
    let payload = postcard::to_allocvec(value).unwrap_or_default();
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.extend(format.letters);
    bytes.extend(format.version.to_le_bytes());
    bytes.extend(checksum(&payload).to_le_bytes());
    bytes.extend(payload);
    bytes
}

/// The value in the frame.
pub(super) fn unwrap<T: DeserializeOwned>(format: Format, bytes: &[u8]) -> Result<T, DecodeError> {
    let Some((&[a, b, c, d, v0, v1, s0, s1, s2, s3], payload)) =
        bytes.split_first_chunk::<HEADER>()
    else {
        return Err(DecodeError::TooShort { length: bytes.len() });
    };
    let letters = [a, b, c, d];
    if letters != format.letters {
        return Err(DecodeError::WrongKind { found: letters, expected: format.letters });
    }
    let version = u16::from_le_bytes([v0, v1]);
    if version != format.version {
        return Err(DecodeError::WrongVersion { found: version, expected: format.version });
    }
    let (found, expected) = (checksum(payload), u32::from_le_bytes([s0, s1, s2, s3]));
    if found != expected {
        return Err(DecodeError::Damaged { found, expected });
    }
    match postcard::take_from_bytes(payload) {
        Ok((value, [])) => Ok(value),
        Ok((_, rest)) => {
            Err(DecodeError::Malformed { reason: format!("{} bytes are left over", rest.len()) })
        }
        Err(error) => Err(DecodeError::Malformed { reason: error.to_string() }),
    }
}
