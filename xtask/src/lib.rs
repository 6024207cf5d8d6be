//! The commands around the atlas: set up the tools, build the page, serve it, test it.
//!
//! One file per command. What several commands share stands in `setup` (tools that may be missing),
//! `site` (the built page), `server` (a static server) and `browser` (a driven Chromium, only with
//! the feature of that name).

pub mod artifact;
pub mod axe;
pub mod basemap;
pub mod bench;
#[cfg(feature = "browser")]
pub mod browser;
pub mod budget;
pub mod bundle;
pub mod ci;
pub mod commands;
pub mod committed;
pub mod compress;
pub mod courses;
pub mod digest;
pub mod dist;
pub mod element;
pub mod fuzz;
pub mod r#gen;
pub mod goldens;
pub mod lanes;
pub mod packages;
pub mod picture;
pub mod process;
pub mod routes;
pub mod screenshots;
pub mod serve;
pub mod server;
pub mod setup;
pub mod single;
pub mod site;
pub mod size;
pub mod split;
pub mod steps;
pub mod sums;
pub mod supply;
pub mod test;
pub mod texts;
pub mod topojson;
pub mod validate;
pub mod walk;
pub mod worker;
pub mod workspace;
