//! Finding places, corridors and institutions by any of their names, in any script, as you type.

mod fold;
mod index;
mod matching;
mod typeahead;

pub use fold::fold;
pub use index::{Hit, Index};
pub use typeahead::jump;
