//! `cargo xtask test`: every test, with all that the tests need.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    axe, process,
    setup::{
        self,
        browser::BrowserTools,
        others::{self, Kind as Browser},
    },
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
    /// In which browser those run that take one.
    browser: Browser,
    /// For the test programs.
    rest: Vec<String>,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    steps::run(plan(arguments)?)
}

/// The steps of the command, which `ci` runs after its own.
pub fn plan(arguments: &[String]) -> Result<Vec<Step<'static>>> {
    let Options { kinds, browser, rest } = parse(arguments)?;
    let mut plan = Vec::new();
    if kinds != [Kind::Native] {
        let site = kinds.contains(&Kind::Site);
        let tools = Step::new("tools", "instant, or up to 10 minutes the first time", move || {
            setup::build_tools()?;
            others::set_up(browser)?;
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
                match browser {
                    Browser::Chromium => "browser tests",
                    Browser::Firefox => "browser tests, Firefox",
                    Browser::WebKit => "browser tests, WebKitGTK",
                },
                "2 to 5 minutes from nothing, else under a minute",
                move || web(browser, &rest),
            )),
            Kind::Site => {
                plan.push(Step::new(
                    "release page",
                    "about 2 minutes from nothing, else seconds",
                    site::ensure,
                ));
                plan.push(Step::new(
                    match browser {
                        Browser::Chromium => "site tests",
                        Browser::Firefox => "site tests, Firefox",
                        Browser::WebKit => "site tests, WebKitGTK",
                    },
                    "about 8 minutes in Chromium, a minute in others",
                    move || whole_page(browser, &rest),
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

fn web(browser: Browser, rest: &[String]) -> Result<()> {
    let path = setup::path_with(&setup::wasm_bindgen()?)?;
    let tools = others::find(browser)?;
    let capabilities = capabilities_file(&tools)?;
    let mut command = process::cargo();
    command
        .args(["test", "--target", setup::rust::TARGET])
        .args(["--package", "connectivity-atlas", "--test", "web", "--"])
        .args(rest)
        .env("PATH", path)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    // The runner takes the first driver that it is told of, in an order of its own.
    for (kind, variable) in [(Browser::Chromium, "CHROMEDRIVER"), (Browser::Firefox, "GECKODRIVER")]
    {
        match kind == browser {
            true => command.env(variable, &tools.driver),
            false => command.env_remove(variable),
        };
    }
    // Seconds for the whole run; the runner's 20 are too few for a debug build on a slow machine.
    if std::env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    }
    process::run(&mut command)
}

fn whole_page(browser: Browser, rest: &[String]) -> Result<()> {
    // One page at a time: two browsers on a small machine disturb each other's clocks.
    let mut command = with_browser(&["test"]);
    if browser == Browser::Chromium {
        command.args(["--test", "harness"]);
    }
    command.args(["--test", "site", "--", "--nocapture", "--test-threads", "1"]).args(rest);
    // What emulates screens and networks, or counts memory, is Chromium's own.
    if browser != Browser::Chromium {
        command.arg("everywhere::");
    }
    process::run(command.env(others::VARIABLE, browser.name()))
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
    let mut browser = Browser::default();
    let mut words = own.iter();
    while let Some(word) = words.next() {
        kinds.push(match word.as_str() {
            "--browser" => {
                let name = words.next().context("--browser takes the name of one")?;
                browser = Browser::from_name(name)?;
                continue;
            }
            "native" => Kind::Native,
            "web" => Kind::Web,
            "site" => Kind::Site,
            _ => bail!("`{word}` is no kind of test; there are native, web and site"),
        });
    }
    if kinds.is_empty() {
        kinds = vec![Kind::Native, Kind::Web, Kind::Site];
    }
    if browser != Browser::Chromium && kinds.contains(&Kind::Native) {
        bail!("native tests take no browser: name `web` or `site` before --browser");
    }
    if browser == Browser::WebKit && kinds.contains(&Kind::Web) {
        bail!("wasm-bindgen's runner of tests does not know WebKitGTK: name `site` alone");
    }
    Ok(Options { kinds, browser, rest: rest.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Options> {
        parse(&crate::commands::words(text))
    }

    #[test]
    fn all_kinds_run_unless_some_are_named() {
        let all = of("").expect("fine");
        assert_eq!(all.kinds, [Kind::Native, Kind::Web, Kind::Site]);
        let some = of("web -- pan --nocapture").expect("fine");
        assert_eq!(some.kinds, [Kind::Web]);
        assert_eq!(some.rest, ["pan", "--nocapture"]);
        let other = of("site --browser webkit").expect("fine");
        assert_eq!((other.kinds, other.browser), (vec![Kind::Site], Browser::WebKit));
        assert!(of("--browser firefox").is_err() && of("web --browser webkit").is_err());
        assert!(of("site --browser").is_err() && of("site --browser lynx").is_err());
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
        let firefox = names("web site --browser firefox");
        assert_eq!(firefox[1..], ["browser tests, Firefox", "release page", "site tests, Firefox"]);
    }
}
