//! Routes: the search against slower ones, and what must hold for every answer.

mod books;
mod plain;
mod random;
mod search;
mod shipped;
