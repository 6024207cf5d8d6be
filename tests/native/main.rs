//! Tests that need no browser.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as the tests do")]

mod contributor;
mod corpus;
mod data;
mod export;
mod fixture;
mod geo;
mod hash;
mod layers;
mod network;
mod numbers;
mod order;
mod records;
mod scene;
mod search;
mod shipped;
mod source;
mod state;
mod study;
mod style_rules;
mod table;
mod thread;
