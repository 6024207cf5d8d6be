//! From files that people edit to the artifact that the page embeds.
//!
//! Three parts. The codecs ([`decode`], [`decode_basemap`]) exist on every target and turn the
//! artifact's bytes into the model. [`read`] exists on the desk only: it reads the folder `data/`,
//! reports every problem with its file, line and column, and gives an [`Atlas`] only when there is
//! none. [`own`] reads the data set that a reader brings along.
//!
//! [`Atlas`]: crate::model::atlas::Atlas

mod basemap;
mod decode;
mod envelope;
pub mod own;

#[cfg(not(target_arch = "wasm32"))]
pub mod read;

pub use basemap::{decode_basemap, encode_basemap, join_basemap, split_basemap};
pub use decode::{
    checksum, decode, decode_network, decode_study, encode, encode_network, encode_study, join,
    split,
};
pub use envelope::DecodeError;
