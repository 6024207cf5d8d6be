//! The atlas in forms for others: records for hosts, files for readers.

pub mod chart;
pub mod citation;
pub mod cite;
pub mod csv;
pub mod document;
pub mod embed;
pub mod format;
pub mod geojson;
mod json;
pub mod records;
pub mod sheet;
pub mod shown;
pub mod words;
