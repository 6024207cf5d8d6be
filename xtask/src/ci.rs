//! `cargo xtask ci`: all that must hold before a change is taken.

use anyhow::{Result, ensure};

use crate::{
    commands, process, setup,
    steps::{self, Step},
    supply, test,
};

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "`cargo xtask ci` takes no options");
    let mut plan = vec![
        Step::new("format", "seconds", || {
            setup::rust::components()?;
            cargo(&["fmt", "--all", "--check"])
        }),
        Step::new("lints, native", "about a minute from nothing", || {
            cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--features",
                "xtask/browser,xtask/raster",
                "--",
                "-D",
                "warnings",
            ])
        }),
        Step::new("lints, wasm", "about a minute from nothing", || {
            setup::rust::wasm_target()?;
            cargo(&[
                "clippy",
                "--target",
                setup::rust::TARGET,
                "--lib",
                "--bins",
                "--test",
                "web",
                "--",
                "-D",
                "warnings",
            ])
        }),
        Step::new("generated files", "seconds", || {
            commands::call("gen", &["--check".into()])?;
            commands::call("validate", &["--check".into()])
        }),
    ];
    plan.push(Step::new("licences and origins", "seconds", supply::check));
    plan.push(Step::new("fuzzing", "a minute", || {
        commands::call("fuzz", &["--minutes".into(), "1".into()])
    }));
    plan.extend(test::plan(&[])?);
    for words in ["web site --browser firefox", "site --browser webkit"] {
        let words: Vec<String> = words.split(' ').map(String::from).collect();
        plan.extend(test::plan(&words)?);
    }
    // Last, since the tests of the site have built the page by then.
    plan.push(Step::new("size budget", "seconds", || commands::call("size", &["--check".into()])));
    steps::run(plan)
}

fn cargo(words: &[&str]) -> Result<()> {
    process::run(process::cargo().args(words))
}
