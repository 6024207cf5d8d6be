//! The layers of ARCHITECTURE.md: the table there is what the code does, and nothing below the
//! browser's layer can reach the web.

use crate::shipped;
use crate::source::{self, Source, flat, is, line};
use proc_macro2::{Delimiter, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

type Table = BTreeMap<String, BTreeSet<String>>;

/// The rows of the table under `## Layers`: a module and those that it may use.
fn table() -> Table {
    let text = source::file("ARCHITECTURE.md").text;
    let (_, section) = text.split_once("\n## Layers\n").expect("there is a heading Layers");
    let section = section.split("\n## ").next().unwrap_or_default();
    let cells = |row: &str| -> Vec<String> {
        row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let rows: Vec<_> = section.lines().filter(|row| row.starts_with('|')).map(cells).collect();
    assert_eq!(rows[0], ["module", "may use"]);
    rows[2..]
        .iter()
        .map(|row| {
            let may = row[1].split(", ").filter(|name| *name != "–");
            (row[0].clone(), may.map(str::to_owned).collect())
        })
        .collect()
}

/// The modules that `src/lib.rs` declares.
fn modules() -> BTreeSet<String> {
    let tokens = flat(source::file("src/lib.rs").tokens());
    let declared = tokens.windows(2).filter(|pair| is(pair.first(), "mod"));
    declared.map(|pair| pair[1].to_string()).collect()
}

/// The modules that follow `crate::`, alone or in braces, with their lines.
fn used(source: &Source) -> Vec<(String, usize)> {
    let tokens = flat(source.tokens());
    let mut found = Vec::new();
    for window in tokens.windows(4) {
        let path = is(window.first(), "crate") && is(window.get(1), ":") && is(window.get(2), ":");
        match &window[3] {
            TokenTree::Ident(name) if path => found.push((name.to_string(), line(&window[0]))),
            TokenTree::Group(group) if path && group.delimiter() == Delimiter::Brace => {
                let mut first = true;
                for token in group.stream() {
                    if first {
                        found.push((token.to_string(), line(&token)));
                    }
                    first = is(Some(&token), ",");
                }
            }
            _ => {}
        }
    }
    found
}

/// How many `super::` in a row lead out of the layer: as many as the file lies deep in it.
fn out_of_layer(path: &str) -> usize {
    path.trim_start_matches("src/")
        .trim_end_matches("/mod.rs")
        .trim_end_matches(".rs")
        .split('/')
        .count()
}

fn longest_run_of_super(source: &Source) -> usize {
    let (mut longest, mut run) = (0, 0);
    for token in flat(source.tokens()) {
        run = match &token {
            TokenTree::Ident(ident) if ident == "super" => run + 1,
            TokenTree::Punct(punct) if punct.as_char() == ':' => run,
            _ => 0,
        };
        longest = longest.max(run);
    }
    longest
}

#[test]
fn each_module_has_a_row_and_each_row_a_module() {
    let rows: BTreeSet<String> = table().into_keys().collect();
    assert_eq!(rows, modules());
}

#[test]
fn a_row_names_rows_above_it_only() {
    let text = source::file("ARCHITECTURE.md").text;
    let row = |name: &str| text.find(&format!("\n| {name} |")).expect("a named module has a row");
    for (module, may) in table() {
        for lower in may {
            assert!(
                row(&lower) < row(&module),
                "{module} may not use {lower}, which is not below it"
            );
        }
    }
}

#[test]
fn imports_follow_the_table() {
    let (table, modules) = (table(), modules());
    let mut wrong = String::new();
    for file in source::files(&["src"], ".rs") {
        let Some(module) = source::layer(&file.path).filter(|name| modules.contains(*name)) else {
            assert!(["src/lib.rs", "src/main.rs"].contains(&file.path.as_str()), "{}", file.path);
            continue;
        };
        for (other, line) in used(&file) {
            if other != module && !table[module].contains(&other) {
                wrong += &file.complaint(line, &format!("`{module}` may not use `{other}`"));
            }
        }
        if longest_run_of_super(&file) >= out_of_layer(&file.path) {
            wrong += &file.complaint(1, "`super` leads out of the layer; write `crate::`");
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn all_ways_of_writing_a_path_are_seen() {
    let text = "
        use crate::{geo::LonLat, i18n::{Lang, Names}, units};
        use crate::state;
        /// [`crate::ui`]
        pub(crate) fn f() -> crate::scene::Size { m!(crate::browser::x()) }
        // crate::embed
    ";
    let source = Source { path: "src/a/b.rs".to_owned(), text: text.to_owned() };
    let names: Vec<String> = used(&source).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["geo", "i18n", "units", "state", "scene", "browser"]);
    assert_eq!(
        ["src/units.rs", "src/geo/mod.rs", "src/ui/panel/mod.rs", "src/ui/panel/place.rs"]
            .map(out_of_layer),
        [1, 1, 2, 3]
    );
}

/// Crates that need a browser, each with those whose names go on after a hyphen or underscore.
const WEB: [&str; 8] = [
    "gloo",
    "js-sys",
    "leptos",
    "reactive_graph",
    "serde-wasm-bindgen",
    "tachys",
    "wasm-bindgen",
    "web-sys",
];

fn is_web(name: &str) -> bool {
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(['-', '_']);
    WEB.iter().any(|web| name.strip_prefix(web).is_some_and(goes_on))
}

fn output_of(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(shipped::root(".")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn native_builds_have_no_web_crate() {
    let rustc = output_of("rustc", &["-vV"]);
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let atlas = ["tree", "--locked", "--package", "connectivity-atlas", "--target", host];
    let names = ["--edges", "normal,build", "--prefix", "none", "--format", "{p}"];
    let tree = output_of(env!("CARGO"), &[atlas, names].concat());
    let crates: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains(&"serde"), "{tree}");
    assert_eq!(crates.into_iter().filter(|name| is_web(name)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_page_is_built_of_the_crates_that_count_as_web() {
    let lock = source::file("Cargo.lock").text;
    for name in WEB {
        assert!(lock.contains(&format!("\nname = \"{name}\"\n")), "{name} is not in Cargo.lock");
    }
    assert!(is_web("leptos_dom") && is_web("wasm-bindgen-futures") && !is_web("gloom"));
}
