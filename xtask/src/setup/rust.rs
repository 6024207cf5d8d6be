//! What Rust itself needs: the wasm target, and for `ci` the formatter and the linter.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// The page's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Add the wasm target when it is missing.
pub fn wasm_target() -> Result<()> {
    if has_target() {
        return Ok(());
    }
    println!("Rust's target {TARGET} is missing: rustup adds it (a download, about 20 seconds)");
    let fix = format!(
        "The page is compiled for {TARGET}. Without rustup, install the standard library for it \
         from your system: `apt-get install libstd-rust-dev-wasm32` (Debian, Ubuntu), `dnf install \
         rust-std-static-{TARGET}` (Fedora), `pacman -S rust-wasm` (Arch); or get rustup"
    );
    if process::output("rustup", ["--version"]).is_none() {
        bail!(fix);
    }
    process::run(Command::new("rustup").args(["target", "add", TARGET]))
        .context("The target was not added; check that this machine is online and start again")?;
    if !has_target() {
        bail!("rustup added {TARGET} to another toolchain than the one in use. {fix}");
    }
    Ok(())
}

/// Asking rustc works with and without rustup, and takes no time.
fn has_target() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    process::output(rustc, ["--print", "target-libdir", "--target", TARGET]).is_some_and(|dir| {
        std::fs::read_dir(dir.trim()).is_ok_and(|mut files| files.next().is_some())
    })
}

/// Add rustfmt and clippy when they are missing.
pub fn components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = || process::cargo().args([subcommand, "--version"]).output();
        if there().is_ok_and(|output| output.status.success()) {
            continue;
        }
        println!("{component} is missing: rustup adds it (a download, about 10 seconds)");
        process::run(Command::new("rustup").args(["component", "add", component])).with_context(
            || {
                format!(
                    "{component} was not added; by hand: `rustup component add {component}`, or \
                     your system's package of that name"
                )
            },
        )?;
    }
    Ok(())
}
