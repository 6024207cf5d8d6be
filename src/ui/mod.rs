//! Components: one a file, no arithmetic, every word from the catalogs.

pub mod app;
pub mod audit;
pub mod bar;
pub mod cites;
pub mod claims;
pub mod export;
pub mod host;
pub mod icon;
pub mod key;
pub mod later;
pub mod layers;
pub mod map;
pub mod notices;
pub mod panel;
pub mod paper;
pub mod plan;
pub mod routes;
pub mod search;
pub mod segments;
pub mod speech;
pub mod store;
pub mod swatch;
pub mod table;
pub mod theme;
pub mod timeline;
pub mod tour;
