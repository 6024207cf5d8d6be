//! A browser and its driver: found, or installed where the system allows it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{
    others::Kind,
    search,
    system::{Rights, System, apt, rights},
    version,
};
use crate::process;

const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Places that are not on PATH.
const MORE_BROWSERS: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const MORE_DRIVERS: &[&str] = &[
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/snap/bin/chromium.chromedriver",
];

/// A browser and a driver that fits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserTools {
    /// Which browser it is.
    pub kind: Kind,
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

impl BrowserTools {
    /// What a WebDriver session is asked for: this browser, for Chromium with the flags of `webdriver.json`.
    ///
    /// The pipe among the flags lets the browser end with its driver, whatever ends the driver.
    pub fn capabilities(&self) -> Result<Value> {
        let binary = self.browser.display().to_string();
        Ok(match self.kind {
            Kind::Chromium => {
                let mut asked: Value =
                    serde_json::from_str(include_str!("../../../webdriver.json"))
                        .context("webdriver.json is not readable")?;
                asked["goog:chromeOptions"]["binary"] = binary.into();
                asked
            }
            // Fingers are tried, which a desk's Firefox does not know unless it is told.
            Kind::Firefox => json!({"moz:firefoxOptions": {
                "binary": binary,
                "args": ["-headless"],
                "prefs": {"dom.w3c_touch_events.enabled": 1},
            }}),
            Kind::WebKit => json!({"webkitgtk:browserOptions": {
                "binary": binary,
                "args": ["--automation"],
            }}),
        })
    }
}

/// A program and its major version.
type Candidate = (PathBuf, u32);

/// Find a fitting pair, or install one.
pub fn set_up() -> Result<BrowserTools> {
    let (browsers, drivers) = candidates();
    if let Some(pair) = fitting(&browsers, &drivers) {
        return Ok(pair);
    }
    let system = System::here();
    let found = problem(&browsers, &drivers);
    println!("{found}");
    let (Some(packages), rights) = (system.apt_packages(), rights()) else {
        bail!(by_hand(&found, system));
    };
    if rights == Rights::Not {
        bail!(by_hand(&found, system));
    }
    println!("Installing {} with apt-get (about 150 MB, 1 to 2 minutes)", packages.join(", "));
    apt(rights, packages).with_context(|| by_hand(&found, system))?;
    let (browsers, drivers) = candidates();
    fitting(&browsers, &drivers).with_context(|| by_hand(&problem(&browsers, &drivers), system))
}

fn by_hand(problem: &str, system: System) -> String {
    format!(
        "{problem}. The browser tests drive a headless Chromium. Do this once, then start again: \
         {}. Programs in other places can be named by the variables CHROME and CHROMEDRIVER",
        system.advice()
    )
}

/// Find a fitting pair, and install nothing.
pub fn find() -> Result<BrowserTools> {
    let (browsers, drivers) = candidates();
    match fitting(&browsers, &drivers) {
        Some(pair) => Ok(pair),
        None => bail!("{}: `cargo xtask test` sets them up", problem(&browsers, &drivers)),
    }
}

fn candidates() -> (Vec<Candidate>, Vec<Candidate>) {
    (
        versions(named("CHROME", BROWSERS, MORE_BROWSERS)),
        versions(named("CHROMEDRIVER", &["chromedriver"], MORE_DRIVERS)),
    )
}

/// A variable that names a program is the last word on it.
fn named(variable: &str, names: &[&str], more: &[&str]) -> Vec<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return vec![path.into()];
    }
    let mut found = search::on_path(names);
    found.extend(more.iter().map(PathBuf::from).filter(|path| path.is_file()));
    found
}

fn versions(paths: Vec<PathBuf>) -> Vec<Candidate> {
    let major = |path: &Path| version::parse_major(&process::output(path, ["--version"])?);
    paths.into_iter().filter_map(|path| major(&path).map(|major| (path, major))).collect()
}

fn fitting(browsers: &[Candidate], drivers: &[Candidate]) -> Option<BrowserTools> {
    drivers.iter().find_map(|(driver, wanted)| {
        let (browser, _) = browsers.iter().find(|(_, major)| major == wanted)?;
        let (browser, driver) = (browser.clone(), driver.clone());
        Some(BrowserTools { kind: Kind::Chromium, browser, driver })
    })
}

fn problem(browsers: &[Candidate], drivers: &[Candidate]) -> String {
    match (browsers.first(), drivers.first()) {
        (None, None) => "Neither Chromium (or Chrome) nor ChromeDriver was found".into(),
        (None, Some(_)) => "ChromeDriver is here, but no Chromium or Chrome was found".into(),
        (Some(_), None) => "A browser is here, but no ChromeDriver was found".into(),
        (Some(browser), Some(driver)) => format!(
            "{} is version {}, but {} is for version {}: both must have the same first number",
            browser.0.display(),
            browser.1,
            driver.0.display(),
            driver.1,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, major: u32) -> Candidate {
        (path.into(), major)
    }

    #[test]
    fn a_pair_of_one_major_version_is_taken() {
        let browsers = [at("/usr/bin/chromium", 155), at("/usr/bin/chrome", 156)];
        let drivers = [at("/usr/bin/chromedriver", 156)];
        let pair = fitting(&browsers, &drivers).expect("a pair");
        assert_eq!(pair.browser, Path::new("/usr/bin/chrome"));
        assert_eq!(fitting(&browsers[..1], &drivers), None);
        assert_eq!(fitting(&[], &drivers), None);
    }

    #[test]
    fn the_problem_is_named() {
        let browser = [at("/b", 155)];
        let driver = [at("/d", 156)];
        let text = problem(&browser, &driver);
        assert!(text.contains("155") && text.contains("156"), "{text}");
        assert!(problem(&browser, &[]).contains("no ChromeDriver"));
        assert!(problem(&[], &driver).contains("no Chromium"));
    }

    #[test]
    fn sessions_are_asked_for_the_program_that_was_found() {
        let asked = |kind, path: &str| {
            let tools = BrowserTools { kind, browser: path.into(), driver: "/d".into() };
            tools.capabilities().expect("capabilities")
        };
        let firefox = asked(Kind::Firefox, "/opt/fox");
        assert_eq!(firefox["moz:firefoxOptions"]["binary"], "/opt/fox");
        let webkit = asked(Kind::WebKit, "/opt/mini");
        assert_eq!(webkit["webkitgtk:browserOptions"]["args"], json!(["--automation"]));
        let chromium = asked(Kind::Chromium, "/opt/chromium");
        assert_eq!(chromium["goog:chromeOptions"]["binary"], "/opt/chromium");
    }
}
