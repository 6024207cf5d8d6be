//! axe-core, which finds faults of accessibility in a page: fetched for the site tests, never
//! shipped.

use std::fs;

use anyhow::{Context, Result};

use crate::{packages::Package, setup, workspace};

const AXE_CORE: Package = Package::npm(
    "axe-core@4.14.1",
    "axe-core-4.14.1.tgz",
    "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
);

/// The script that puts `axe` into a page.
///
/// # Errors
///
/// Where the package was not fetched before and npm is missing: a test without it has not run.
pub fn script() -> Result<String> {
    let folder = workspace::target().join("packages");
    fs::create_dir_all(&folder).with_context(|| format!("no {}", folder.display()))?;
    if !AXE_CORE.is_in(&folder) {
        setup::npm::set_up()?;
    }
    AXE_CORE.open(&folder)?.text("package/axe.min.js")
}
