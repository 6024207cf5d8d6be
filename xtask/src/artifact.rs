//! Files that commands make and that are committed.

use anyhow::{Context, ensure};
use std::{fs, path::Path};

/// Writes a file of the project, or under `check` only asks whether the committed one is the same.
///
/// # Errors
///
/// When it cannot be written; under `check` when it is missing or stale, with the command that mends that.
pub fn put(name: &str, bytes: &[u8], check: bool, command: &str) -> anyhow::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    let fresh = fs::read(&path).is_ok_and(|old| old == bytes);
    ensure!(fresh || !check, "{name} is stale: run `cargo xtask {command}` and commit it");
    if !fresh {
        fs::create_dir_all(path.parent().context("a file in a folder")?)?;
        fs::write(&path, bytes).with_context(|| format!("{name} cannot be written"))?;
    }
    let state = if fresh { "is fresh" } else { "was written" };
    println!("{name} {state}: {} bytes", bytes.len());
    Ok(())
}
