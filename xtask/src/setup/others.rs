//! The browsers beside Chromium that the tests run in, and their drivers: found, or installed where the
//! system allows it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

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
}

/// Find a browser, and install nothing.
pub fn find(kind: Kind) -> Result<BrowserTools> {
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
    let advice = format!("`cargo xtask test site --browser {}` sets it up", kind.name());
    if kind == Kind::WebKit && search::on_path(&["Xvfb"]).is_empty() {
        bail!("WebKitGTK needs a screen, and Xvfb, which makes one, was not found: {advice}");
    }
    let missing = |what: &str| format!("there is no {what} for {}: {advice}", kind.name());
    Ok(BrowserTools {
        kind,
        browser: browser.with_context(|| missing("program"))?,
        driver: driver.with_context(|| missing("driver"))?,
    })
}

/// Find a browser, or install it.
pub fn set_up(kind: Kind) -> Result<BrowserTools> {
    let packages = match kind {
        Kind::Chromium => return super::browser::set_up(),
        Kind::Firefox => {
            tool::geckodriver()?;
            ["firefox-esr"].as_slice()
        }
        Kind::WebKit => &["webkit2gtk-driver", "xvfb"],
    };
    let missing = match find(kind) {
        Ok(tools) => return Ok(tools),
        Err(missing) => missing,
    };
    let by_hand = format!("install {} with your system's package manager", packages.join(", "));
    let rights = rights();
    if System::here() != System::Debian || rights == Rights::Not {
        return Err(missing.context(by_hand));
    }
    println!("Installing {} with apt-get (about 100 MB, a minute)", packages.join(", "));
    apt(rights, packages).with_context(|| by_hand.clone())?;
    find(kind).context(by_hand)
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
}
