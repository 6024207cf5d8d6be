//! What is drawn, as data: a display list in CSS pixels, with several writers.
//!
//! The same [`picture::Scene`] is painted on a canvas in the browser and written as SVG for tests
//! and for export, so the two cannot drift apart.

pub mod along;
pub mod arc;
pub mod area_labels;
pub mod bend;
pub mod box_zoom;
pub mod build;
pub mod coast;
pub mod course;
pub mod description;
pub mod display;
pub mod fit;
pub mod flight;
pub mod graticule;
pub mod ground;
pub mod key;
pub mod label;
pub mod lanes;
pub mod leader;
pub mod line_style;
pub mod locator;
pub mod nearest;
mod occupied;
pub mod palette;
mod pen;
pub mod pick;
pub mod picture;
pub mod place_labels;
pub mod rivers;
pub mod sample;
pub mod scale_bar;
mod simplify;
pub mod spots;
pub mod stage;
pub mod svg;
pub mod symbol;
pub mod synthetic;
pub mod tag;
pub mod tilted;
pub mod trail;
pub mod viewport;
