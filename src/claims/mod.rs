//! Finding one's way among the claims of the paper: filters and search, what a claim is about, and what
//! a careful reader counts.

mod audit;
mod filter;
mod find;
mod highlight;
mod mentions;
mod query;
mod reading;
mod things;

pub use audit::{Audit, Cited, Support};
pub use filter::{Facet, Filter, Refused, counts};
pub use find::Finder;
pub use highlight::{Piece, highlighted};
pub use mentions::{Mentions, happened, mentions};
pub use query::Query;
pub use reading::Reading;
pub use things::{about, facet_of, kind_of, things};
