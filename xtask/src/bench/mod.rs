//! `cargo xtask bench`: the built page measured beside pages that other libraries draw from the same
//! data, on the same machine and in the same run.
//!
//! `peers` makes those pages, `session` measures one page once, `plan` says what is measured how often,
//! `report` writes the tables. `peers/` holds the sources of the pages.

#[cfg(feature = "browser")]
mod drive;
#[cfg(feature = "browser")]
mod endurance;
pub mod frames;
pub mod gesture;
pub mod machine;
pub mod native;
pub mod overlay;
pub mod peers;
pub mod plan;
pub mod processes;
#[cfg(feature = "browser")]
mod questions;
pub mod report;
pub mod sample;
#[cfg(feature = "browser")]
mod session;
pub mod stats;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::workspace;
use plan::Subject;

/// Where the figures go unless `--out` says otherwise.
#[cfg(feature = "browser")]
const FILE: &str = "docs/benchmarks.md";

/// How often each setting is measured; the median counts.
const RUNS: usize = 3;

#[derive(Debug, PartialEq)]
struct Options {
    runs: usize,
    /// Names of pages; all of them where it is empty.
    only: Vec<String>,
    /// One run of few settings, to see whether everything works.
    quick: bool,
    out: Option<PathBuf>,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    let subjects = chosen(&options.only)?;
    measure(arguments, &options, &subjects)
}

#[cfg(feature = "browser")]
fn measure(_: &[String], options: &Options, subjects: &[Subject]) -> Result<()> {
    let whole = !options.quick && options.only.is_empty();
    let text = drive::all(options, subjects)?;
    println!("\n{text}");
    // A table with holes is for the eyes only.
    let out = options.out.clone().or_else(|| whole.then(|| workspace::root().join(FILE)));
    if let Some(path) = out {
        std::fs::write(&path, text)?;
        println!("Written to {}", path.display());
    }
    Ok(())
}

/// This build cannot drive a browser; the same command in one that can.
#[cfg(not(feature = "browser"))]
fn measure(arguments: &[String], _: &Options, _: &[Subject]) -> Result<()> {
    println!("Compiling the part that drives a browser (about a minute, once)");
    let mut command = crate::test::with_browser(&["run", "--quiet"]);
    command.args(["--", "bench"]).args(arguments).current_dir(workspace::root());
    crate::process::run(&mut command)
}

fn chosen(only: &[String]) -> Result<Vec<Subject>> {
    let all = Subject::all();
    if let Some(name) = only.iter().find(|name| all.iter().all(|subject| subject.name() != **name))
    {
        let names: Vec<_> = all.iter().map(Subject::name).collect();
        bail!("there is no page `{name}`; there are {}", names.join(", "));
    }
    let wanted =
        |subject: &Subject| only.is_empty() || only.iter().any(|name| name == subject.name());
    Ok(all.into_iter().filter(wanted).collect())
}

fn parse(arguments: &[String]) -> Result<Options> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options = Options { runs: RUNS, only: Vec::new(), quick: false, out: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("runs") => options.runs = parser.value()?.parse()?,
            Long("only") => options.only.push(parser.value()?.string()?),
            Long("quick") => options.quick = true,
            Long("out") => options.out = Some(parser.value()?.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if options.runs == 0 {
        bail!("--runs takes a number from 1 on");
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Options> {
        parse(&crate::commands::words(text))
    }

    #[test]
    fn options_are_read() {
        let options = of("--runs 5 --only atlas --only leaflet --quick").expect("fine");
        assert_eq!((options.runs, options.quick, options.out), (5, true, None));
        assert_eq!(options.only, ["atlas", "leaflet"]);
        assert_eq!(of("").expect("fine").runs, RUNS);
        assert!(of("--runs 0").is_err() && of("--runs many").is_err() && of("--fast").is_err());
    }

    #[test]
    fn an_unknown_page_is_named() {
        let error = chosen(&["leeflet".into()]).expect_err("unknown").to_string();
        assert!(error.contains("leeflet") && error.contains("leaflet, openlayers"), "{error}");
        assert_eq!(chosen(&["atlas".into()]).expect("one"), [Subject::Atlas]);
    }
}
