//! Numbers and points: the globe, its projections, and lines on it.
//!
//! The module knows no ports or pipelines. Points on the globe are [`LonLat`], **longitude
//! first**, degrees; points on the sheet are [`Xy`].

pub mod antimeridian;
pub mod clip;
pub mod great_circle;
pub mod land;
pub mod lonlat;
pub mod projection;
pub mod resample;
pub mod smooth;

pub use lonlat::{LonLat, Xy};
