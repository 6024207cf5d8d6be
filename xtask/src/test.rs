//! `cargo xtask test`: every test, with all that the tests need.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    axe, process,
    setup::{self, browser::BrowserTools},
    site,
    steps::{self, Step},
    workspace,
};

/// The kinds of tests, in the order in which they run: the quick ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Without a browser.
    Native,
    /// wasm-bindgen-test, in a browser.
    Web,
    /// The built page, driven from outside.
    Site,
}

#[derive(Debug, PartialEq, Eq)]
struct Options {
    kinds: Vec<Kind>,
    /// For the test programs.
    rest: Vec<String>,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    steps::run(plan(arguments)?)
}

/// The steps of the command, which `ci` runs after its own.
pub fn plan(arguments: &[String]) -> Result<Vec<Step<'static>>> {
    let Options { kinds, rest } = parse(arguments)?;
    let mut plan = Vec::new();
    if kinds != [Kind::Native] {
        let site = kinds.contains(&Kind::Site);
        let tools = Step::new("tools", "instant, or up to 10 minutes the first time", move || {
            setup::build_tools()?;
            setup::browser::set_up()?;
            if site { axe::script().map(drop) } else { Ok(()) }
        });
        plan.push(tools);
    }
    for kind in kinds {
        let rest = rest.clone();
        match kind {
            Kind::Native => plan.push(Step::new(
                "native tests",
                "about 2 minutes from nothing, else seconds",
                move || native(&rest),
            )),
            Kind::Web => plan.push(Step::new(
                "browser tests",
                "2 to 5 minutes from nothing, else under a minute",
                move || web(&rest),
            )),
            Kind::Site => {
                plan.push(Step::new(
                    "release page",
                    "about 2 minutes from nothing, else seconds",
                    site::ensure,
                ));
                plan.push(Step::new(
                    "site tests",
                    "about 2 minutes from nothing, else under a minute",
                    move || whole_page(&rest),
                ));
            }
        }
    }
    Ok(plan)
}

fn native(rest: &[String]) -> Result<()> {
    // What draws is compiled for the tests of the atlas anyway.
    let words = ["test", "--workspace", "--features", "xtask/raster", "--"];
    process::run(process::cargo().args(words).args(rest))
}

fn web(rest: &[String]) -> Result<()> {
    let path = setup::path_with(&setup::wasm_bindgen()?)?;
    let browser = setup::browser::find()?;
    let capabilities = capabilities_file(&browser)?;
    let mut command = process::cargo();
    command
        .args(["test", "--target", setup::rust::TARGET])
        .args(["--package", "connectivity-atlas", "--test", "web", "--"])
        .args(rest)
        .env("PATH", path)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    // Seconds for the whole run; the runner's 20 are too few for a debug build on a slow machine.
    if std::env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    }
    process::run(&mut command)
}

fn whole_page(rest: &[String]) -> Result<()> {
    // One page at a time: two browsers on a small machine disturb each other's clocks.
    process::run(
        with_browser(&["test"])
            .args(["--test", "harness", "--test", "site", "--"])
            .args(["--nocapture", "--test-threads", "1"])
            .args(rest),
    )
}

/// A cargo command on this package with its browser code compiled in.
pub fn with_browser(words: &[&str]) -> Command {
    let mut command = process::cargo();
    command.args(words).args(["--package", "xtask", "--features", "browser"]);
    command
}

/// `webdriver.json` with the browser that fits the driver; left to itself, the driver starts the
/// first one it finds.
fn capabilities_file(browser: &BrowserTools) -> Result<PathBuf> {
    let capabilities = browser.capabilities()?;
    let path = workspace::target().join("webdriver.json");
    std::fs::create_dir_all(workspace::target()).context("the target directory was not made")?;
    std::fs::write(&path, serde_json::to_string_pretty(&capabilities)?)
        .with_context(|| format!("{} was not written", path.display()))?;
    Ok(path)
}

fn parse(arguments: &[String]) -> Result<Options> {
    let (own, rest) = match arguments.iter().position(|word| word == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[][..]),
    };
    let mut kinds = Vec::new();
    for word in own {
        kinds.push(match word.as_str() {
            "native" => Kind::Native,
            "web" => Kind::Web,
            "site" => Kind::Site,
            _ => bail!("`{word}` is no kind of test; there are native, web and site"),
        });
    }
    if kinds.is_empty() {
        kinds = vec![Kind::Native, Kind::Web, Kind::Site];
    }
    Ok(Options { kinds, rest: rest.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Options> {
        let words: Vec<String> = text.split_whitespace().map(String::from).collect();
        parse(&words)
    }

    #[test]
    fn all_kinds_run_unless_some_are_named() {
        let all = of("").expect("fine");
        assert_eq!(all.kinds, [Kind::Native, Kind::Web, Kind::Site]);
        let some = of("web -- pan --nocapture").expect("fine");
        assert_eq!(some.kinds, [Kind::Web]);
        assert_eq!(some.rest, ["pan", "--nocapture"]);
        let error = of("nativ").expect_err("no kind").to_string();
        assert!(error.contains("native, web and site"), "{error}");
    }

    #[test]
    fn native_tests_alone_need_no_tools() {
        let names = |text: &str| -> Vec<_> {
            let words: Vec<String> = text.split_whitespace().map(String::from).collect();
            let plan = plan(&words).expect("a plan");
            plan.iter().map(|step| step.name).collect()
        };
        assert_eq!(names("native"), ["native tests"]);
        assert_eq!(names("site"), ["tools", "release page", "site tests"]);
        assert_eq!(names("").len(), 5);
    }
}
