//! The built page: built aside and put in place whole, and built again only when something that
//! goes into it is newer.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

use crate::{
    element, picture, process,
    setup::{self, BuildTools},
    single, split, sums, supply, worker, workspace,
};

/// Top-level names that do not go into the page; what of `docs` is shipped, `gen` makes from `src`.
const NOT_INPUTS: &[&str] =
    &["target", "dist", "benches", "docs", "examples", "tests", "xtask", "node_modules"];

/// What of `xtask/src` has a hand in the page after all.
const PACKERS: &[&str] = &[
    "digest.rs",
    "element.rs",
    "picture.rs",
    "single",
    "site.rs",
    "split.rs",
    "sums.rs",
    "supply.rs",
    "worker.rs",
];

/// The file whose time is the start of the last finished build. It stands beside the site and not
/// in it, because all that is in it is shipped.
const STAMP: &str = ".site-built";

/// Make sure that the page is built from what is there now.
pub fn ensure() -> Result<()> {
    if is_fresh(&workspace::root(), &workspace::dist()) {
        return Ok(());
    }
    build(&setup::build_tools()?)
}

/// Build the release page into `dist/site`, and the element alone into `dist/element`.
pub fn build(tools: &BuildTools) -> Result<()> {
    println!("Building the release page (about 2 minutes from nothing on two cores, else seconds)");
    let dist = workspace::dist();
    fs::create_dir_all(&dist).with_context(|| format!("{} was not made", dist.display()))?;
    // Two commands at once would build into the same place; the second waits here.
    let lock = File::create(dist.join(".lock")).context("dist/.lock was not made")?;
    lock.lock().context("dist/.lock was not locked")?;

    let staging = dist.join(".staging");
    let start = dist.join(".site-building");
    clear(&staging)?;
    File::create(&start).context("dist/.site-building was not made")?;
    let mut command = trunk(tools, "build")?;
    command.args(["--release", "--features", "split"]).arg("--dist").arg(&staging);
    process::run(&mut command).context(
        "The page was not built. If wasm-bindgen and its library disagree, `cargo xtask dist` \
         again sets up the right one; else the lines above name the place in the source",
    )?;
    split::cut(&staging, &tools.wasm_bindgen)?;
    let name = |ending| -> Result<String> {
        let file = split::file(&staging, ending)?;
        Ok(file.file_name().unwrap_or_default().to_string_lossy().into_owned())
    };
    element::module(&staging, &name(".js")?, &name("_bg.wasm")?)?;
    picture::write(&staging)?;
    single::build(&staging, &dist)?;
    worker::write(&staging)?;
    supply::bill(&staging)?;
    sums::write(&staging)?;
    element::build(&staging, &dist.join("element"))?;
    sums::write(&dist.join("element"))?;
    put_in_place(&dist, &staging, &start)
}

/// A trunk command that finds the fitting wasm-bindgen and asks nothing of the network.
pub fn trunk(tools: &BuildTools, subcommand: &str) -> Result<Command> {
    let mut command = Command::new(&tools.trunk);
    command
        .arg(subcommand)
        .args(["--offline", "true", "--skip-version-check"])
        .current_dir(workspace::root())
        .env("PATH", tools.path()?);
    // NO_COLOR means "if it is there at all"; trunk takes nothing but true and false for it.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// The directories here that do not go into the page.
pub fn not_inputs() -> Vec<PathBuf> {
    let root = workspace::root();
    let dirs = NOT_INPUTS.iter().map(|name| root.join(name));
    dirs.filter(|dir| dir.is_dir()).collect()
}

/// Swap the finished page in. Interrupted between two lines, the next build starts from nothing
/// and removes what is left over.
fn put_in_place(dist: &Path, staging: &Path, start: &Path) -> Result<()> {
    let (site, old) = (dist.join("site"), dist.join(".site-old"));
    clear(&old)?;
    if site.exists() {
        fs::rename(&site, &old).context("dist/site could not be moved away")?;
    }
    fs::rename(staging, &site).context("the new page could not be moved to dist/site")?;
    fs::rename(start, dist.join(STAMP)).context("the time of the build was not kept")?;
    clear(&old)
}

fn clear(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("{} stays in the way", dir.display()))?;
    }
    Ok(())
}

/// Whether the last build began after the last change of anything that goes into the page.
fn is_fresh(root: &Path, dist: &Path) -> bool {
    let parts = ["site/index.html", "element/package.json", single::FILE];
    if !parts.iter().all(|part| dist.join(part).is_file()) {
        return false;
    }
    let built = fs::metadata(dist.join(STAMP)).and_then(|stamp| stamp.modified());
    match (built, newest_input(root)) {
        (Ok(built), Some(changed)) => changed < built,
        _ => false,
    }
}

/// When the last input changed. A file that went away shows in the time of its folder; the root's
/// own time does not count, since `dist` and `target` come and go in it.
fn newest_input(root: &Path) -> Option<SystemTime> {
    let config: PathBuf = root.join(".cargo/config.toml");
    let config = fs::metadata(config).and_then(|file| file.modified()).ok();
    let packers = PACKERS.iter().flat_map(|name| WalkDir::new(root.join("xtask/src").join(name)));
    WalkDir::new(root)
        .min_depth(1)
        .into_iter()
        .filter_entry(is_input)
        .chain(packers)
        .filter_map(|entry| entry.ok()?.metadata().ok()?.modified().ok())
        .chain(config)
        .max()
}

fn is_input(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let outside = entry.depth() == 1 && (NOT_INPUTS.contains(&&*name) || name.ends_with(".md"));
    entry.depth() == 0 || !(outside || name.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(path: &Path, seconds: u64) {
        let file = File::open(path).expect("opens");
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        file.set_modified(time).expect("time is set");
    }

    fn write(root: &Path, name: &str, seconds: u64) {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("parent")).expect("dirs");
        fs::write(&path, name).expect("file");
        at(&path, seconds);
        for dir in path.ancestors().skip(1).take_while(|dir| *dir != root) {
            at(dir, 1);
        }
    }

    fn built() -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("temp dir");
        for name in ["src/ui/map.rs", "style/a.css", "Cargo.toml", ".cargo/config.toml"] {
            write(root.path(), name, 100);
        }
        write(root.path(), "dist/site/index.html", 300);
        write(root.path(), "dist/element/package.json", 300);
        write(root.path(), "dist/atlas.html", 300);
        write(root.path(), "dist/.site-built", 200);
        root
    }

    fn fresh(root: &Path) -> bool {
        is_fresh(root, &root.join("dist"))
    }

    #[test]
    fn an_untouched_page_is_fresh() {
        let root = built();
        assert!(fresh(root.path()));
        for name in [
            "docs/a.md",
            "examples/a.html",
            "target/x",
            "tests/a.rs",
            "src/.a.rs.swp",
            "xtask/src/fuzz.rs",
        ] {
            write(root.path(), name, 900);
        }
        assert!(fresh(root.path()));
    }

    #[test]
    fn a_change_during_or_after_the_build_counts() {
        let inputs = [
            "src/ui/map.rs",
            "data/generated/atlas.bin",
            "boot.js",
            ".cargo/config.toml",
            "xtask/src/split.rs",
            "xtask/src/single/letters.rs",
        ];
        for name in inputs {
            let root = built();
            write(root.path(), name, 250);
            assert!(!fresh(root.path()), "{name}");
        }
    }

    #[test]
    fn a_removed_file_counts() {
        let root = built();
        fs::remove_file(root.path().join("src/ui/map.rs")).expect("removed");
        assert!(!fresh(root.path()));
    }

    #[test]
    fn without_page_or_stamp_nothing_is_fresh() {
        for name in ["dist/site/index.html", "dist/atlas.html", "dist/.site-built"] {
            let root = built();
            fs::remove_file(root.path().join(name)).expect("removed");
            assert!(!fresh(root.path()), "{name}");
        }
    }

    #[test]
    fn a_new_page_replaces_the_old_one_whole() {
        let root = built();
        let dist = root.path().join("dist");
        write(&dist, "site/old.js", 1);
        write(&dist, ".site-old/left-over.js", 1);
        write(&dist, ".staging/index.html", 1);
        write(&dist, ".site-building", 400);
        put_in_place(&dist, &dist.join(".staging"), &dist.join(".site-building")).expect("put");
        assert!(!dist.join("site/old.js").exists() && !dist.join(".site-old").exists());
        let page = fs::read_to_string(dist.join("site/index.html")).expect("page");
        assert_eq!(page, ".staging/index.html");
        assert!(fresh(root.path()));
    }
}
