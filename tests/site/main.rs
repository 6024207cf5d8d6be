//! The built page in `dist/site`, driven from outside in a real browser, under the strict policy of
//! the project's own server. `cargo xtask test site` builds the page and runs these.

mod axe;
mod clipped;
mod element;
mod everywhere;
mod examples;
mod faults;
mod files;
mod frame;
mod frameworks;
mod host;
mod later;
mod media;
mod narrow;
mod offline;
mod selftest;
mod single;
mod soak;
mod views;
mod walks;
