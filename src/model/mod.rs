//! The vocabulary of the atlas: what a place, a line, a corridor, a source is.
//!
//! Values are built by `data` from checked files only, so lookups by id cannot dangle.

pub mod atlas;
pub mod basemap;
pub mod corridor;
pub mod evidence;
pub mod fact;
pub mod id;
pub mod institution;
pub mod label;
pub mod line;
pub mod network;
pub mod place;
pub mod source;
pub mod study;
