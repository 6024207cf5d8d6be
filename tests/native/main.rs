//! Tests that need no browser.

mod data;
mod fixture;
mod records;
