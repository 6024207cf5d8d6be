//! Rules of the house that a compiler does not know.

use crate::shipped;
use crate::source::{self, flat, is, line};
use proc_macro2::TokenTree;
use std::process::Command;

mod css;
mod glossary;
mod keys;
mod views;

/// The most lines of a file: what one can keep in mind while reading it.
const MOST_LINES: usize = 350;

#[test]
fn each_file_says_what_it_is_for_and_is_short() {
    let mut wrong = String::new();
    for (folders, ending, opening) in [
        (&["src", "tests", "xtask"][..], ".rs", "//! "),
        (&["src", "tests", "xtask"], ".js", "// "),
        (&["style"], ".css", "/* "),
    ] {
        for file in source::files(folders, ending) {
            if !file.text.starts_with(opening) {
                wrong +=
                    &file.complaint(1, "a file opens with a comment that says why it is there");
            }
            let lines = file.text.lines().count();
            if lines > MOST_LINES {
                wrong += &file.complaint(lines, "the file is longer than 350 lines; split it");
            }
        }
    }
    assert_eq!(wrong, "");
}

/// Crates and types that reach for the window, the clock or chance.
const AMBIENT: [&str; 11] = [
    "Instant",
    "SystemTime",
    "chrono",
    "getrandom",
    "gloo",
    "js_sys",
    "leptos",
    "rand",
    "thread_rng",
    "wasm_bindgen",
    "web_sys",
];

/// Modules of the standard library that do.
const AMBIENT_STD: [&str; 5] = ["env", "net", "process", "thread", "time"];

/// The tokens by which a file reaches for something other than its arguments.
fn ambient(tokens: &[TokenTree]) -> Vec<&TokenTree> {
    let of_std = |index: usize| {
        let before = |back: usize| index.checked_sub(back).and_then(|index| tokens.get(index));
        is(before(1), ":") && is(before(2), ":") && is(before(3), "std")
    };
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if AMBIENT.contains(&name.as_str())
                    || of_std(index) && AMBIENT_STD.contains(&name.as_str())
                {
                    found.push(token);
                }
            }
            // `use std::{fmt, time::Duration}`: what stands first or after a comma.
            TokenTree::Group(group) if of_std(index) => {
                let inside = group.stream().into_iter().count();
                let mut first = true;
                for token in tokens.iter().skip(index + 1).take(inside) {
                    let name = token.to_string();
                    if first && AMBIENT_STD.contains(&name.as_str()) {
                        found.push(token);
                    }
                    first = is(Some(token), ",");
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn nothing_below_the_browser_reads_window_clock_or_chance() {
    let mut wrong = String::new();
    for file in source::files(&["src"], ".rs") {
        let layer = source::layer(&file.path).unwrap_or_default();
        if ["browser", "ui", "embed", "lib", "main"].contains(&layer) {
            continue;
        }
        for token in ambient(&flat(file.tokens())) {
            let message = format!("`{token}` belongs to the layer `browser` or above");
            wrong += &file.complaint(line(token), &message);
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn all_ways_of_reaching_out_are_seen() {
    let text = "use std::{fmt, time::Duration}; use std::env; fn f() { let time = web_sys::window(); \
                std::thread::sleep(time); rand::random(); Instant::now() }";
    let tokens = flat(text.parse().unwrap());
    let names: Vec<String> = ambient(&tokens).into_iter().map(ToString::to_string).collect();
    assert_eq!(names, ["time", "env", "web_sys", "thread", "rand", "Instant"]);
}

/// Marks of one machine or workplace, in two pieces each: this file is committed too.
const LOCAL: [[&str; 2]; 9] = [
    ["/wo", "rk/"],
    ["../sh", "ared"],
    ["/tmp", "/wt"],
    ["/ro", "ot/"],
    ["index.cra", "tes.io"],
    ["static.cra", "tes.io"],
    ["registry.npm", "js.org"],
    ["files.python", "hosted.org"],
    ["proxy.go", "lang.org"],
];

#[test]
fn nothing_committed_tells_of_the_machine_it_was_made_on() {
    let listed =
        Command::new("git").args(["ls-files", "-z"]).current_dir(shipped::root(".")).output();
    let listed = listed.expect("git lists the committed files");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let paths = String::from_utf8(listed.stdout).unwrap();
    let mut wrong = String::new();
    for path in paths.split('\0').filter(|path| !path.is_empty()) {
        // A file deleted but not yet committed so has nothing to tell.
        let Ok(content) = std::fs::read(shipped::root(path)) else { continue };
        for mark in LOCAL.map(|pieces| pieces.concat()) {
            if let Some(line) = find(&content, &mark) {
                wrong += &format!("{path}:{line}: {mark}\n");
            }
        }
    }
    assert_eq!(wrong, "");
}

/// The line on which a mark first stands; in the middle of a longer path it is none.
fn find(content: &[u8], mark: &str) -> Option<usize> {
    let inside =
        |at: usize| mark.starts_with('/') && at > 0 && content[at - 1].is_ascii_alphanumeric();
    let at = content
        .windows(mark.len())
        .enumerate()
        .position(|(at, window)| window == mark.as_bytes() && !inside(at))?;
    Some(content[..at].iter().filter(|byte| **byte == b'\n').count() + 1)
}
