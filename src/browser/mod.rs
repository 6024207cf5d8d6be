//! Raw browser plumbing: the one place that touches `web_sys` beyond components.
//!
//! Every listener, observer and timer here is a value whose drop ends it.

pub mod address;
pub mod bulk;
pub mod canvas;
pub mod clipboard;
pub mod collate;
pub mod dom;
pub mod download;
pub mod drawing;
pub mod ghost;
pub mod measure;
pub mod media;
pub mod parts;
pub mod print;
pub mod resize;
pub mod scroll;
pub mod timing;
