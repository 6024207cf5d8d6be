//! What the figures were measured on, without anything that names the machine.

use std::path::Path;

use crate::process;

/// A machine and a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Machine {
    /// `2026-11-24`, in universal time.
    pub date: String,
    /// Processor cores that the bench may use.
    pub cores: usize,
    /// The processor's own name for itself; empty where it has none.
    pub processor: String,
    /// The browser and its version.
    pub browser: String,
}

/// The machine that this runs on.
pub fn here(browser: &Path) -> Machine {
    let said = |text: Option<String>| text.map(|text| text.trim().to_string()).unwrap_or_default();
    Machine {
        date: said(process::output("date", ["-u", "+%F"])),
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        processor: std::fs::read_to_string("/proc/cpuinfo")
            .map(|text| model(&text))
            .unwrap_or_default(),
        browser: version(&said(process::output(browser, ["--version"]))),
    }
}

fn model(cpuinfo: &str) -> String {
    let line = cpuinfo.lines().find_map(|line| line.strip_prefix("model name"));
    line.and_then(|line| line.split_once(':')).map_or(String::new(), |(_, name)| name.trim().into())
}

/// Name and number; some browsers add the system that they were packed for.
fn version(said: &str) -> String {
    let words: Vec<&str> = said.split_whitespace().collect();
    let number =
        words.iter().position(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    words[..number.map_or(words.len(), |at| at + 1)].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_named_without_its_packager() {
        let said = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)";
        assert_eq!(version(said), "Chromium 156.0.8078.79");
        assert_eq!(version("Chromium"), "Chromium");
    }

    #[test]
    fn the_processor_is_named_where_it_names_itself() {
        assert_eq!(
            model("processor\t: 0\nmodel name\t: A CPU @ 2 GHz\nmodel name\t: B\n"),
            "A CPU @ 2 GHz"
        );
        assert_eq!(model("processor\t: 0\n"), "");
    }
}
