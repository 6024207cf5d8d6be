//! `cargo xtask screenshots`: pictures of the built page, for eyes and for the README.

#[cfg(feature = "browser")]
mod shoot;
pub mod views;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::workspace;
use views::{VIEWS, View};

/// The view that the README shows.
pub const README_VIEW: &str = "readme";

/// Where the README looks for it.
pub const README_PICTURE: &str = "docs/screenshot.png";

#[derive(Debug, PartialEq)]
struct Options {
    /// Where the pictures go; by default into the target directory, and one beside the README.
    out: Option<PathBuf>,
    only: Vec<String>,
    list: bool,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    if options.list {
        for view in VIEWS {
            println!("{}", view.describe());
        }
        return Ok(());
    }
    let views = chosen(&options.only)?;
    let out = match &options.out {
        Some(dir) => dir.clone(),
        None => workspace::target().join("screenshots"),
    };
    take(arguments, &views, &out, options.out.is_none())
}

#[cfg(feature = "browser")]
fn take(_: &[String], views: &[&View], out: &std::path::Path, readme: bool) -> Result<()> {
    shoot::all(views, out, readme)
}

/// This build cannot drive a browser; the same command in one that can.
#[cfg(not(feature = "browser"))]
fn take(arguments: &[String], _: &[&View], _: &std::path::Path, _: bool) -> Result<()> {
    println!("Compiling the part that drives a browser (about a minute, once)");
    let mut command = crate::test::with_browser(&["run", "--quiet"]);
    command.args(["--", "screenshots"]).args(arguments);
    crate::process::run(&mut command)
}

fn chosen(only: &[String]) -> Result<Vec<&'static View>> {
    if only.is_empty() {
        return Ok(VIEWS.iter().collect());
    }
    let find = |name: &String| {
        VIEWS
            .iter()
            .find(|view| view.name == name)
            .with_context(|| format!("there is no view `{name}`; --list names them"))
    };
    only.iter().map(find).collect()
}

fn parse(arguments: &[String]) -> Result<Options> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options = Options { out: None, only: Vec::new(), list: false };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("only") => match parser.value()?.into_string() {
                Ok(name) => options.only.push(name),
                Err(name) => bail!("there is no view {name:?}; --list names them"),
            },
            Long("list") => options.list = true,
            _ => return Err(argument.unexpected().into()),
        }
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
        let options = of("--out /tmp/x --only dark --only urdu").expect("fine");
        assert_eq!(options.out, Some("/tmp/x".into()));
        assert_eq!(options.only, ["dark", "urdu"]);
        assert!(of("--list").expect("fine").list);
        assert!(of("--outt x").is_err());
    }

    #[test]
    fn an_unknown_view_is_named() {
        let error = chosen(&["nope".into()]).expect_err("unknown").to_string();
        assert!(error.contains("nope") && error.contains("--list"), "{error}");
        assert_eq!(chosen(&[]).expect("all").len(), VIEWS.len());
    }
}
