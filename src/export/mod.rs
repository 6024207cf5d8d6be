//! The atlas in forms for others: records for hosts.

pub mod records;
