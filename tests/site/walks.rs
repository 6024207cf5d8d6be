//! The walk-throughs of `docs/walkthroughs` go through to their ends.

use anyhow::Result;
use xtask::{walk, workspace};

#[test]
fn every_reader_gets_where_they_want() -> Result<()> {
    walk::run_all(&walk::chosen(&[])?, &workspace::target().join("walkthroughs"))
}
