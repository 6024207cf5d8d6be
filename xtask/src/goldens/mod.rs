//! `cargo xtask goldens`: a page that shows the golden pictures as they were, as they are, and what
//! differs.

pub mod difference;
pub mod files;
pub mod page;
#[cfg(feature = "raster")]
mod raster;
pub mod review;
#[cfg(feature = "raster")]
mod write;

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{process, workspace};

#[derive(Debug, PartialEq)]
struct Options {
    /// The commit whose pictures are the old ones.
    base: String,
    /// Where the page goes.
    out: PathBuf,
    /// Whether the pictures are drawn anew first.
    draw: bool,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    take(arguments, &options)
}

#[cfg(feature = "raster")]
fn take(_: &[String], options: &Options) -> Result<()> {
    // A test that fails for another reason is no reason not to show the pictures.
    let drawn = if options.draw { draw() } else { Ok(()) };
    write::page(&options.base, &options.out)?;
    drawn
}

/// This build cannot draw; the same command in one that can.
#[cfg(not(feature = "raster"))]
fn take(arguments: &[String], _: &Options) -> Result<()> {
    println!("Compiling the part that draws (about half a minute, once)");
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--package", "xtask", "--features", "raster"]);
    command.args(["--", "goldens"]).args(arguments);
    process::run(&mut command)
}

/// Has the tests write all pictures, and what else they compare of scenes, as they are now.
#[cfg(feature = "raster")]
fn draw() -> Result<()> {
    let mut command = process::cargo();
    command.args(["test", "--quiet", "--package", "connectivity-atlas", "--test", "native"]);
    process::run(command.args(["--", "scene::"]).env("INSTA_UPDATE", "always"))
}

fn parse(arguments: &[String]) -> Result<Options> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options =
        Options { base: "HEAD".into(), out: workspace::target().join("goldens"), draw: false };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("base") => {
                let base = parser.value()?.into_string();
                options.base = base.ok().context("--base is no name of a commit")?;
            }
            Long("out") => options.out = parser.value()?.into(),
            Long("draw") => options.draw = true,
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
        let plain = of("").expect("fine");
        assert_eq!((plain.base.as_str(), plain.draw), ("HEAD", false));
        assert!(plain.out.ends_with("goldens"));
        let all = of("--base v1 --out /tmp/x --draw").expect("fine");
        assert_eq!(all, Options { base: "v1".into(), out: "/tmp/x".into(), draw: true });
        assert!(of("--bas v1").is_err());
    }
}
