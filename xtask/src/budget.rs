//! The size budget, `size-budget.toml`: what each part of the page may weigh after brotli. Growth is a
//! choice that shows in review, never an accident.

use std::{fmt::Write, fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// How much a part may grow before someone has to say so, bytes.
pub const SLACK: usize = 1_000;

/// A part that shrank by more than this is worth a new budget, else the gain is lost unseen, bytes.
const GAIN: usize = 4_000;

const HEAD: &str = "\
# What each part of the page may weigh: bytes after brotli, quality 11. `cargo xtask ci` fails when a
# part weighs over 1,000 bytes more. `cargo xtask size --update` writes what the built page weighs now;
# say in the commit what the bytes are spent on. `basemap` and `data` travel inside `wasm`,
# `later` is loaded when it is needed, `aside` is there for hosts, `single` is all of it as one file; `first-load` is
# the rest. `evidence` travels inside the later part of the program.
";

/// The file.
pub fn path() -> PathBuf {
    workspace::root().join("size-budget.toml")
}

/// Fails when a part is above its budget.
pub fn check(sizes: &[(&str, usize)]) -> Result<()> {
    let path = path();
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{} was not read", path.display()))
        .context("there is no size budget: `cargo xtask size --update` writes one")?;
    let report = compare(&read(&text)?, sizes);
    for line in &report.gains {
        println!("{line}");
    }
    if report.faults.is_empty() {
        println!("Every part keeps to its budget.");
        return Ok(());
    }
    bail!(
        "the page has grown beyond its budget:\n{}\nSave the bytes, or run `cargo xtask size --update` \
         and say in the commit what they are spent on",
        report.faults.join("\n")
    )
}

/// Writes the sizes as the new budget.
pub fn update(sizes: &[(&str, usize)]) -> Result<()> {
    let path = path();
    fs::write(&path, write(sizes))
        .with_context(|| format!("{} was not written", path.display()))?;
    println!("The budget is now what the page weighs.");
    Ok(())
}

/// Parts and bytes of a budget file.
pub fn read(text: &str) -> Result<Vec<(String, usize)>> {
    let table: toml::Table = toml::from_str(text).context("size-budget.toml is not readable")?;
    table
        .into_iter()
        .map(|(part, bytes)| {
            let bytes = bytes.as_integer().and_then(|bytes| usize::try_from(bytes).ok());
            let bytes = bytes.with_context(|| format!("`{part}` must be a number of bytes"))?;
            Ok((part, bytes))
        })
        .collect()
}

fn write(sizes: &[(&str, usize)]) -> String {
    let mut text = format!("{HEAD}\n");
    for (part, bytes) in sizes {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{part} = {bytes}");
    }
    text
}

#[derive(Debug, Default, PartialEq)]
struct Report {
    faults: Vec<String>,
    gains: Vec<String>,
}

fn compare(budget: &[(String, usize)], sizes: &[(&str, usize)]) -> Report {
    let mut report = Report::default();
    for &(part, bytes) in sizes {
        let Some(&(_, allowed)) = budget.iter().find(|(name, _)| name == part) else {
            report.faults.push(format!("  {part}: {bytes} bytes, and no budget at all"));
            continue;
        };
        if bytes > allowed + SLACK {
            let more = bytes - allowed;
            let line = format!("  {part}: {bytes} bytes, {more} above the budget of {allowed}");
            report.faults.push(line);
        } else if bytes + GAIN < allowed {
            let less = allowed - bytes;
            report.gains.push(format!(
                "{part} is {less} bytes below its budget: `cargo xtask size --update` keeps the gain"
            ));
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget() -> Vec<(String, usize)> {
        read("wasm = 400_000\njs = 15_000\n").expect("readable")
    }

    #[test]
    fn a_part_may_grow_by_a_thousand_bytes_and_no_more() {
        let fine = compare(&budget(), &[("wasm", 401_000), ("js", 14_000)]);
        assert_eq!(fine, Report::default());
        let grown = compare(&budget(), &[("wasm", 401_001), ("js", 15_000)]);
        assert_eq!(grown.faults, ["  wasm: 401001 bytes, 1001 above the budget of 400000"]);
    }

    #[test]
    fn a_part_without_a_budget_is_a_fault_and_a_gain_is_told() {
        let report = compare(&budget(), &[("css", 12), ("js", 10_000)]);
        assert_eq!(report.faults, ["  css: 12 bytes, and no budget at all"]);
        assert_eq!(report.gains.len(), 1);
        assert!(report.gains[0].starts_with("js is 5000 bytes below"), "{:?}", report.gains);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let sizes = [("wasm", 468_612), ("whole", 483_716)];
        let back = read(&write(&sizes)).expect("readable");
        let sizes = sizes.map(|(part, bytes)| (part.to_string(), bytes));
        assert!(sizes.iter().all(|size| back.contains(size)) && back.len() == 2, "{back:?}");
        assert!(read("wasm = \"much\"").is_err() && read("wasm = -1").is_err());
    }
}
