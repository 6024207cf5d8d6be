//! The element in a real browser: what readers' hands do, and what the host hears of it.
#![cfg(target_arch = "wasm32")]

mod export;
mod faults;
mod hands;
mod host;
mod hosts;
mod motion;
mod own;
mod paper;
mod reading;
mod routes;
mod thread;
mod tools;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
