//! The Connectivity Atlas: a paper's corridors between Pakistan and Russia, drawn, sourced and
//! checked in the reader's browser.
//!
//! The modules form layers; each may use only those named before it (ARCHITECTURE.md has the
//! table, and the test `layers` reads it). Everything from [`units`] to [`export`] is pure: it
//! compiles and is tested without a browser. `browser`, `ui` and `embed` exist on wasm32 only.

pub mod claims;
pub mod data;
pub mod export;
pub mod geo;
pub mod i18n;
pub mod model;
pub mod network;
pub mod order;
pub mod present;
pub mod scene;
pub mod search;
pub mod state;
pub mod units;
pub mod verdicts;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;
