//! The page's entry: linked with the library, whose exports `element.js` calls.

#[cfg(target_arch = "wasm32")]
use atlas as _;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("The atlas runs in a browser: `cargo xtask serve`");
}
