//! npm, which fetches packages of its registry: found, or installed where the system allows it.

use anyhow::{Context, Result, bail};

use super::{
    search,
    system::{Rights, System, apt, rights},
};

/// Find npm, or install it.
pub fn set_up() -> Result<()> {
    if !search::on_path(&["npm"]).is_empty() {
        return Ok(());
    }
    let problem = "npm was not found. It fetches axe-core, by which the site tests check \
        accessibility. Do this once, then start again: install Node.js with npm";
    let (system, rights) = (System::here(), rights());
    if !matches!(system, System::Debian | System::Ubuntu) || rights == Rights::Not {
        bail!(problem);
    }
    println!("npm was not found. Installing it with apt-get (about 100 MB, a minute)");
    apt(rights, &["npm"]).context(problem)
}
