//! Finding one's way among the claims of the paper: filters with counts, and search.

mod audit;
mod filter;
mod find;

pub use audit::{Audit, audit};
pub use filter::{Facet, Filter, counts, values};
pub use find::{Finder, marks};
