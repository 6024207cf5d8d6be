//! The page's entry: all work is done when the element is defined.

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("The atlas runs in a browser: `cargo xtask serve`");
}
