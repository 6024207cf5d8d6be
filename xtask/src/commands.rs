//! The table of commands: help and dispatch read the same one.

use anyhow::{Result, bail};

use crate::{
    basemap, bench, ci, dist, fuzz, r#gen, goldens, lanes, routes, screenshots, serve, size, test,
    validate, walk, workspace,
};

/// One command of `cargo xtask`.
pub struct Entry {
    /// The word after `cargo xtask`.
    pub name: &'static str,
    /// Its options.
    pub usage: &'static str,
    /// What it does, in one line.
    pub about: &'static str,
    /// Runs it with the arguments after its name.
    pub run: fn(&[String]) -> Result<()>,
}

/// All commands, in the order of the help. A new one is a new row.
pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "serve",
        usage: "[--port N] [--dev]",
        about: "set up what is missing, build the page and serve it on this machine; --dev rebuilds and reloads on every change",
        run: serve::run,
    },
    Entry {
        name: "test",
        usage: "[native|web|site] [--browser chromium|firefox|webkit] [-- ARGS]",
        about: "set up what is missing and run all tests, or one kind; ARGS go to the test program",
        run: test::run,
    },
    Entry {
        name: "gen",
        usage: "[--check]",
        about: "check data/ as a whole and write what the page embeds; --check only asks whether it is fresh",
        run: r#gen::run,
    },
    Entry {
        name: "fuzz",
        usage: "[--minutes N] [--seed N]",
        about: "throw changed fragments, questions and artifacts at whatever reads them; what ends in a panic is kept in tests/corpus",
        run: fuzz::run,
    },
    Entry {
        name: "basemap",
        usage: "[--check]",
        about: "make the basemap and the courses of rivers anew from the packages they come from",
        run: basemap::run,
    },
    Entry {
        name: "lanes",
        usage: "[--check]",
        about: "make the sea lanes between the ports of the atlas anew from the package they come from",
        run: lanes::run,
    },
    Entry {
        name: "routes",
        usage: "[--from ID --to ID] [--via IDS] [--by time|cost|distance] [--month N] [--closed IDS] [--modes …] [--statuses …] [--vessel …] [--cargo …] [--n N] [--front] [--critical] [--json] [--verdicts]",
        about: "answer a question for routes as the page does; the options are the parts of a link; --verdicts puts the paper's claims to the network",
        run: routes::run,
    },
    Entry {
        name: "validate",
        usage: "[--check]",
        about: "set the routes against published journeys and write docs/validation.md",
        run: validate::run,
    },
    Entry {
        name: "dist",
        usage: "",
        about: "build the release page into dist/site and the element alone into dist/element, and print the sizes",
        run: dist::run,
    },
    Entry {
        name: "size",
        usage: "[--check|--update]",
        about: "print the sizes of dist/site by part, after brotli; --check compares them with size-budget.toml, --update writes it",
        run: size::run,
    },
    Entry {
        name: "screenshots",
        usage: "[--out DIR] [--only NAME] [--list]",
        about: "take pictures of the page in many sizes, themes and languages",
        run: screenshots::run,
    },
    Entry {
        name: "walk",
        usage: "[NAME|FILE.md …]",
        about: "do the walk-throughs of docs/walkthroughs in a browser, all or these, with a picture of each step",
        run: walk::run,
    },
    Entry {
        name: "goldens",
        usage: "[--draw] [--base REV] [--out DIR]",
        about: "a page of the golden pictures: old (HEAD, or REV), new, difference; --draw draws and accepts them anew first",
        run: goldens::run,
    },
    Entry {
        name: "bench",
        usage: "[--runs N] [--only NAME] [--quick] [--out FILE]",
        about: "measure the built page beside pages drawn by other libraries, and write docs/benchmarks.md",
        run: bench::run,
    },
    Entry {
        name: "ci",
        usage: "",
        about: "format, lints, freshness of generated files, all tests, and the size budget",
        run: ci::run,
    },
];

/// Run the command that the arguments name.
pub fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", help());
        return Ok(());
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") || asks_for_help(rest) {
        println!("{}", help());
        return Ok(());
    }
    std::env::set_current_dir(workspace::root())?;
    call(name, rest)
}

/// Run one command by name, as `ci` does.
pub fn call(name: &str, arguments: &[String]) -> Result<()> {
    match ENTRIES.iter().find(|entry| entry.name == name) {
        Some(entry) => (entry.run)(arguments),
        None => bail!("there is no command `{name}`; `cargo xtask help` lists them"),
    }
}

fn asks_for_help(arguments: &[String]) -> bool {
    arguments
        .iter()
        .take_while(|argument| *argument != "--")
        .any(|argument| argument == "--help" || argument == "-h")
}

fn help() -> String {
    let mut text = String::from("The commands of the Connectivity Atlas\n");
    for entry in ENTRIES {
        let call = format!("cargo xtask {} {}", entry.name, entry.usage);
        text.push_str(&format!("\n  {}\n      {}\n", call.trim_end(), entry.about));
    }
    text.push_str("\n  cargo xtask help\n      print this list");
    text
}

/// The arguments of a command line, for tests.
#[cfg(test)]
pub(crate) fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_command_once() {
        let help = help();
        for entry in ENTRIES {
            let line = format!("  cargo xtask {}", entry.name);
            let count =
                help.lines().filter(|row| row.split(" [").next() == Some(line.as_str())).count();
            assert_eq!(count, 1, "{}", entry.name);
        }
    }

    #[test]
    fn an_unknown_command_points_to_help() {
        let error = call("srve", &[]).expect_err("unknown");
        assert!(error.to_string().contains("cargo xtask help"));
    }

    #[test]
    fn help_after_two_dashes_belongs_to_the_test_program() {
        let words = |text: &str| text.split(' ').map(String::from).collect::<Vec<_>>();
        assert!(asks_for_help(&words("site --help")));
        assert!(!asks_for_help(&words("site -- --help")));
    }
}
