//! The browsers beside Chromium that the tests run in, and their drivers: found, or installed where the
//! system allows it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::{
    browser::BrowserTools,
    search,
    system::{Rights, System, apt, rights},
    tool,
};

/// The variable that names the browser which the site tests run in.
pub const VARIABLE: &str = "ATLAS_BROWSER";

/// A browser that the tests run in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome.
    #[default]
    Chromium,
    /// Firefox, the one with long support where there is one.
    Firefox,
    /// The browser that WebKitGTK brings for tests.
    WebKit,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in commands.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.with_context(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("`{name}` is no browser that the tests know; there are {names}")
        })
    }

    /// The one that [`VARIABLE`] names, else Chromium.
    pub fn chosen() -> Result<Self> {
        std::env::var(VARIABLE).map_or(Ok(Self::Chromium), |name| Self::from_name(&name))
    }

    /// What has to be installed from Debian's packages.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }
}

/// Find the browser that is chosen, and install nothing.
pub fn find() -> Result<BrowserTools> {
    match Kind::chosen()? {
        Kind::Chromium => super::browser::find(),
        kind => look(kind).with_context(|| {
            format!("`cargo xtask test site --browser {}` sets it up", kind.name())
        }),
    }
}

/// Find a browser, or install it.
pub fn set_up(kind: Kind) -> Result<BrowserTools> {
    if kind == Kind::Chromium {
        return super::browser::set_up();
    }
    if kind == Kind::Firefox {
        tool::geckodriver()?;
    }
    if let Ok(tools) = look(kind) {
        return Ok(tools);
    }
    let packages = kind.packages();
    let by_hand = format!("install {} with your system's package manager", packages.join(", "));
    let rights = rights();
    if System::here() != System::Debian || rights == Rights::Not {
        bail!("{:#}; {by_hand}", look(kind).err().context("just now it was not there")?);
    }
    println!("Installing {} with apt-get (about 100 MB, a minute)", packages.join(", "));
    apt(rights, packages).with_context(|| by_hand.clone())?;
    look(kind).context(by_hand)
}

fn look(kind: Kind) -> Result<BrowserTools> {
    let (browser, driver) = match kind {
        Kind::Chromium => return super::browser::find(),
        Kind::Firefox => (
            first("FIREFOX", search::on_path(&["firefox-esr", "firefox"])),
            first("GECKODRIVER", in_dirs(search::tool_dirs(), "geckodriver")),
        ),
        Kind::WebKit => (
            first("MINIBROWSER", minibrowsers()),
            first("WEBKITDRIVER", search::on_path(&["WebKitWebDriver"])),
        ),
    };
    if kind == Kind::WebKit && search::on_path(&["Xvfb"]).is_empty() {
        bail!("WebKitGTK needs a screen, and Xvfb, which makes one, was not found");
    }
    Ok(BrowserTools {
        kind,
        browser: browser.with_context(|| format!("there is no {}", kind.name()))?,
        driver: driver.with_context(|| format!("there is no driver for {}", kind.name()))?,
    })
}

/// The program that the variable names, else the first that was found.
fn first(variable: &str, found: Vec<PathBuf>) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).or_else(|| found.into_iter().next())
}

fn in_dirs(dirs: Vec<PathBuf>, name: &str) -> Vec<PathBuf> {
    let files = dirs.into_iter().map(|dir| dir.join(search::program(name)));
    files.filter(|file| file.is_file()).collect()
}

/// WebKitGTK keeps its browser among its libraries, in a folder named after the machine.
fn minibrowsers() -> Vec<PathBuf> {
    let machines = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut places: Vec<PathBuf> = machines.map(|entry| entry.path()).collect();
    places.push(Path::new("/usr/libexec").to_path_buf());
    let programs = places.iter().map(|place| place.join("webkit2gtk-4.1/MiniBrowser"));
    programs.filter(|file| file.is_file()).collect()
}

/// What a session is asked for.
pub(super) fn capabilities(kind: Kind, browser: &Path) -> serde_json::Value {
    let binary = browser.display().to_string();
    match kind {
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
        Kind::Chromium => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_have_names() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()).expect("its name"), kind);
        }
        let error = Kind::from_name("lynx").expect_err("unknown").to_string();
        assert!(error.contains("chromium, firefox, webkit"), "{error}");
    }

    #[test]
    fn sessions_are_asked_for_the_program_that_was_found() {
        let asked = capabilities(Kind::Firefox, Path::new("/opt/fox"));
        assert_eq!(asked["moz:firefoxOptions"]["binary"], "/opt/fox");
        let asked = capabilities(Kind::WebKit, Path::new("/opt/mini"));
        assert_eq!(asked["webkitgtk:browserOptions"]["args"], json!(["--automation"]));
    }
}
