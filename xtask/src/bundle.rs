//! Packages of npm laid out as `node_modules`, and pages bundled from them: those of the bench's peers, and those
//! that try the element in other people's frameworks.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::packages::Package;

/// A package, and its name below `node_modules`.
pub type Named = (&'static str, Package);

/// What bundles; it has to be among the packages.
pub const ESBUILD: Named = (
    "esbuild-wasm",
    Package::npm(
        "esbuild-wasm@0.28.2",
        "esbuild-wasm-0.28.2.tgz",
        "61594de12ce998652be2aa0ab72dda54bfa49407fb37ee3464468a2aac306baa",
    ),
);

/// Fetches what is missing and lays all of it out below `folder`; returns the `node_modules` there.
pub fn lay_out(packages: &'static [Named], folder: &Path) -> Result<PathBuf> {
    let archives = folder.join("packages");
    let modules = folder.join("node_modules");
    fs::create_dir_all(&archives).with_context(|| format!("no {}", archives.display()))?;
    for (name, package) in packages {
        let place = modules.join(name);
        // A note written last tells a whole package of that version from one cut short.
        let note = place.join(".unpacked");
        if fs::read_to_string(&note).is_ok_and(|spec| spec == package.spec()) {
            continue;
        }
        if place.exists() {
            fs::remove_dir_all(&place).with_context(|| format!("no {}", place.display()))?;
        }
        package.open(&archives)?.unpack(&place)?;
        fs::write(&note, package.spec()).with_context(|| format!("no {}", note.display()))?;
    }
    Ok(modules)
}

/// Bundles a script with all that it imports into a folder, under its own name.
pub fn bundle(modules: &Path, script: &Path, folder: &Path, more: &[&str]) -> Result<()> {
    let words = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=error"];
    let mut command = node(modules);
    command
        .arg(modules.join("esbuild-wasm/bin/esbuild"))
        .arg(script)
        .args(words)
        .args(more)
        .arg(format!("--outdir={}", folder.display()));
    run(&mut command).with_context(|| format!("{} could not be bundled", script.display()))
}

/// Node.js, where scripts find these packages.
pub fn node(modules: &Path) -> Command {
    let mut command = Command::new("node");
    command.env("NODE_PATH", modules);
    command
}

/// Run a command of [`node`], and give in the error what it said.
pub fn run(command: &mut Command) -> Result<()> {
    let output = command.output().context("`node` does not run: install Node.js")?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        bail!("{}", String::from_utf8_lossy(&said).trim());
    }
    Ok(())
}
