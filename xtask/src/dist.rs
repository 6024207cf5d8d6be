//! `cargo xtask dist`: the release page, and the element alone.

use anyhow::{Result, ensure};

use crate::{setup, site, size};

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "`cargo xtask dist` takes no options");
    site::build(&setup::build_tools()?)?;
    size::run(&[])
}
