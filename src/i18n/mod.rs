//! Words and digits: three languages, their directions, their catalogs, their numbers.

mod catalog;
mod date;
mod lang;
mod names;
pub mod number;

pub use catalog::{Arg, Catalog, Catalogs, Message, PluralForm};
pub use date::date;
pub use lang::{Direction, Lang};
pub use names::Names;
