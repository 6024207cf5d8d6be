//! Words and digits: three languages, their directions, their catalogs, their numbers.

mod catalog;
pub mod date;
mod lang;
mod names;
pub mod number;

pub use catalog::{Arg, Catalog, Catalogs, Message, PluralForm, cut};

pub use lang::{Direction, Lang};
pub use names::Names;
