//! `cargo xtask walk`: the walk-throughs of `docs/walkthroughs`, done on the built page in a real browser, with a
//! picture after each step.

pub mod script;
#[cfg(feature = "browser")]
mod stage;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::workspace;

#[cfg(feature = "browser")]
pub use stage::{lay_out, run_all};

/// Pages of the folder that no browser walks: the list, and what is written into files.
const APART: [&str; 2] = ["README", "contributor"];

/// A walk-through and the name of its file.
pub type Named = (String, script::Walk);

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let walks = chosen(arguments)?;
    let out = workspace::target().join("walkthroughs");
    take(arguments, &walks, out)
}

#[cfg(feature = "browser")]
fn take(_: &[String], walks: &[Named], out: PathBuf) -> Result<()> {
    crate::site::ensure()?;
    run_all(walks, &out)
}

/// This build cannot drive a browser; the same command in one that can.
#[cfg(not(feature = "browser"))]
fn take(arguments: &[String], _: &[Named], _: PathBuf) -> Result<()> {
    println!("Compiling the part that drives a browser (about a minute, once)");
    let mut command = crate::test::with_browser(&["run", "--quiet"]);
    command.args(["--", "walk"]).args(arguments);
    crate::process::run(&mut command)
}

/// The walk-throughs of these names, or all, read.
///
/// # Errors
///
/// When there is none of that name, or one cannot be read.
pub fn chosen(names: &[String]) -> Result<Vec<Named>> {
    let folder = workspace::root().join("docs/walkthroughs");
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|end| end == "md") && !APART.contains(&name.as_str()) {
            found.push((name, path));
        }
    }
    found.sort();
    let mut walks = Vec::new();
    for name in names {
        // A page of one's own, to look at something once.
        if name.ends_with(".md") {
            let path = PathBuf::from(name);
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            walks.push((stem, path));
            continue;
        }
        let known = || found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let of_name = found.iter().find(|(known, _)| known == name);
        let walk = of_name
            .with_context(|| format!("there is no walk-through `{name}`; there are {}", known()))?;
        walks.push(walk.clone());
    }
    let walks = if names.is_empty() { found } else { walks };
    let read = |(name, path): (String, PathBuf)| {
        let text = fs::read_to_string(&path)?;
        let walk = script::read(&text).with_context(|| path.display().to_string())?;
        Ok((name, walk))
    };
    walks.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_can_be_read_and_an_unknown_one_is_named() {
        let all = chosen(&[]).expect("all can be read");
        assert!(all.len() >= 8, "{}", all.len());
        let error = chosen(&["nobody".into()]).expect_err("unknown").to_string();
        assert!(error.contains("lecturer"), "{error}");
    }
}
