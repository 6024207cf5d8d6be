//! Finding one's way among the claims of the paper: filters and search.

mod filter;
mod find;
mod query;

pub use filter::{Facet, Filter};
pub use find::Finder;
pub use query::Query;
