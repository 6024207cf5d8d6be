//! Reading versions out of what programs print and out of the lock file.

use std::path::Path;

use anyhow::{Context, Result};
use semver::Version;

use crate::process;

/// The first version in a program's answer: `trunk 0.21.14`, `wasm-bindgen 0.2.130 (a1b2c3)`.
pub fn parse(text: &str) -> Option<Version> {
    text.split_whitespace().find_map(|word| Version::parse(word.trim_start_matches('v')).ok())
}

/// The first number of a browser's or driver's version, which has four: `Chromium 156.0.8078.73`.
pub fn parse_major(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| {
        let (major, rest) = word.split_once('.')?;
        rest.starts_with(|digit: char| digit.is_ascii_digit()).then(|| major.parse().ok())?
    })
}

/// What a program says of its version.
pub fn of_program(program: &Path) -> Option<Version> {
    parse(&process::output(program, ["--version"])?)
}

/// The version of a package in a lock file's text.
pub fn locked(lock: &str, package: &str) -> Result<Version> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not readable")?;
    let version = lock
        .get("package")
        .and_then(|packages| packages.as_array())
        .and_then(|packages| {
            packages
                .iter()
                .find(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))
        })
        .and_then(|entry| entry.get("version")?.as_str())
        .with_context(|| format!("Cargo.lock does not name {package}"))?;
    Version::parse(version).with_context(|| format!("{package} has a strange version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_among_words() {
        let of = |text| parse(text).map(|version| version.to_string());
        assert_eq!(of("trunk 0.21.14\n").as_deref(), Some("0.21.14"));
        assert_eq!(of("wasm-bindgen 0.2.130 (3f5c2d1aa)").as_deref(), Some("0.2.130"));
        assert_eq!(of("trunk v0.22.0-beta.1").as_deref(), Some("0.22.0-beta.1"));
        assert_eq!(of("command not found: trunk"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn majors_of_browsers_are_found() {
        assert_eq!(
            parse_major("Chromium 156.0.8078.73 built on Debian GNU/Linux 12 (bookworm)"),
            Some(156)
        );
        assert_eq!(
            parse_major("ChromeDriver 99.0.1 (a21ce95c24ce-refs/branch-heads/8078@{#1704})"),
            Some(99)
        );
        assert_eq!(parse_major("Google Chrome 130.0.6723.58 "), Some(130));
        assert_eq!(parse_major("snap is not running. Start it."), None);
    }

    #[test]
    fn the_lock_file_tells_the_version() {
        let lock = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"
"#;
        let version = locked(lock, "wasm-bindgen").expect("there");
        assert_eq!(version, Version::new(0, 2, 130));
        let error = locked(lock, "trunk").expect_err("not there");
        assert!(error.to_string().contains("trunk"));
        assert!(locked("[[package", "trunk").is_err());
    }
}
