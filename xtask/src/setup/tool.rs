//! The cargo tools that build the page and drive Firefox, and how each is found or installed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use semver::{Version, VersionReq};

use super::{search, version};
use crate::{process, workspace};

/// A program that comes as a crate.
struct Tool {
    /// The crate.
    package: &'static str,
    /// The programs that must be there, side by side, in a version that fits.
    programs: &'static [&'static str],
    /// The versions that fit.
    fits: VersionReq,
    /// The version that is installed when none fits.
    version: Version,
    /// What `cargo install` is told beside the version.
    flags: &'static [&'static str],
    /// What makes the build quicker.
    environment: &'static [(&'static str, &'static str)],
    /// How long compiling it takes on two cores.
    takes: &'static str,
}

/// For tools that only start other programs or talk to them: as it comes, trunk is optimised for a quarter of an hour.
const QUICK: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "false"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// What a search for a tool came to.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// All programs fit in this directory.
    Here(PathBuf),
    /// Nothing fits; these do not.
    Nothing(Vec<(PathBuf, Option<Version>)>),
}

/// The directory of a wasm-bindgen that equals the library in Cargo.lock, as it must.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let path = workspace::root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: run `cargo metadata` once", path.display()))?;
    let version = version::locked(&lock, "wasm-bindgen")?;
    let fits = VersionReq::parse(&format!("={version}")).context("a version is a requirement")?;
    Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        fits,
        version,
        // Without --locked: the lock file inside the crate names a version that was withdrawn.
        flags: &["--no-default-features"],
        environment: &[],
        takes: "2 to 3 minutes",
    }
    .ensure()
}

/// The directory of a trunk that fits.
pub fn trunk() -> Result<PathBuf> {
    Tool {
        package: "trunk",
        programs: &["trunk"],
        fits: VersionReq::parse(">=0.21.0").context("a requirement")?,
        version: Version::new(0, 21, 14),
        flags: &["--locked", "--no-default-features"],
        environment: QUICK,
        takes: "about 5 minutes",
    }
    .ensure()
}

/// The directory of a geckodriver that fits, which drives Firefox; Debian has no package of it.
pub fn geckodriver() -> Result<PathBuf> {
    Tool {
        package: "geckodriver",
        programs: &["geckodriver"],
        fits: VersionReq::parse(">=0.36.0").context("a requirement")?,
        version: Version::new(0, 37, 1),
        flags: &["--locked"],
        environment: QUICK,
        takes: "about 2 minutes",
    }
    .ensure()
}

impl Tool {
    fn ensure(&self) -> Result<PathBuf> {
        let found = self.find(&search::tool_dirs(), version::of_program);
        let unfit = match found {
            Found::Here(dir) => return Ok(dir),
            Found::Nothing(unfit) => unfit,
        };
        for (file, version) in &unfit {
            let version =
                version.as_ref().map_or_else(|| "an unknown version".into(), Version::to_string);
            println!("{} is {version}; needed: {}", file.display(), self.fits);
        }
        if unfit.is_empty() {
            println!("{} is not installed", self.package);
        }
        let root = install_root(&unfit, search::cargo_bin().as_deref());
        self.install(root.as_deref())?;
        match self.find(&search::tool_dirs(), version::of_program) {
            Found::Here(dir) => Ok(dir),
            Found::Nothing(_) => bail!(
                "{} {} was installed, yet its programs are not found. Install it by hand: `{}`, \
                 and put cargo's directory for programs on PATH",
                self.package,
                self.version,
                self.by_hand(),
            ),
        }
    }

    /// The first directory in which every program fits.
    fn find(&self, dirs: &[PathBuf], ask: impl Fn(&Path) -> Option<Version>) -> Found {
        let mut unfit = Vec::new();
        for dir in dirs {
            let files: Vec<PathBuf> =
                self.programs.iter().map(|name| dir.join(search::program(name))).collect();
            let there: Vec<&PathBuf> = files.iter().filter(|file| file.is_file()).collect();
            let mut wrong: Vec<_> = there
                .iter()
                .map(|file| (file.to_path_buf(), ask(file)))
                .filter(|(_, version)| {
                    !version.as_ref().is_some_and(|version| self.fits.matches(version))
                })
                .collect();
            if wrong.is_empty() && there.len() == files.len() {
                return Found::Here(dir.clone());
            }
            if wrong.is_empty() {
                // Some programs of the package are missing; those that are there stand in the way.
                wrong.extend(there.iter().map(|file| (file.to_path_buf(), ask(file))));
            }
            unfit.append(&mut wrong);
        }
        Found::Nothing(unfit)
    }

    fn install(&self, root: Option<&Path>) -> Result<()> {
        if process::output("cargo-binstall", ["-V"]).is_some() {
            println!(
                "Fetching {} {} with cargo binstall (under a minute)",
                self.package, self.version
            );
            let result = process::run(process::cargo().args(self.binstall_arguments(root)));
            match result {
                Ok(()) => return Ok(()),
                Err(error) => println!("{error}; compiling it instead"),
            }
        }
        println!(
            "Compiling {} {} ({} on two cores, once; interrupted, it goes on where it stopped)",
            self.package, self.version, self.takes
        );
        // A directory that stays makes an interrupted build worth continuing; cargo copies the
        // finished programs only in the end, so there is never half a tool.
        let scratch = workspace::tools().join("build").join(self.package);
        let mut command = process::cargo();
        command
            .args(self.install_arguments(root))
            .env("CARGO_TARGET_DIR", &scratch)
            .envs(self.environment.iter().copied());
        process::run(&mut command).with_context(|| {
            format!(
                "{} {} was not installed. If the lines above speak of the network, go online \
                 and start again; if they speak of space, free about 1 GB; else do it by hand: `{}`",
                self.package,
                self.version,
                self.by_hand()
            )
        })?;
        // What cannot be removed only takes space.
        let _ = std::fs::remove_dir_all(&scratch);
        Ok(())
    }

    fn install_arguments(&self, root: Option<&Path>) -> Vec<String> {
        let mut words = vec!["install".into(), self.package.into()];
        words.extend(["--version".into(), self.version.to_string()]);
        words.extend(self.flags.iter().map(|flag| flag.to_string()));
        words.extend(root_arguments(root));
        words
    }

    fn binstall_arguments(&self, root: Option<&Path>) -> Vec<String> {
        let mut words: Vec<String> =
            ["binstall", "--no-confirm", "--disable-strategies", "compile"]
                .map(String::from)
                .into();
        words.push(format!("{}@{}", self.package, self.version));
        words.extend(root_arguments(root));
        words
    }

    fn by_hand(&self) -> String {
        format!("cargo {}", self.install_arguments(None).join(" "))
    }
}

/// Our own directory is ours to overwrite.
fn root_arguments(root: Option<&Path>) -> Vec<String> {
    root.map_or_else(Vec::new, |root| {
        vec!["--force".into(), "--root".into(), root.display().to_string()]
    })
}

/// Cargo's usual place, unless a version that another project may need is there already.
fn install_root(unfit: &[(PathBuf, Option<Version>)], cargo_bin: Option<&Path>) -> Option<PathBuf> {
    let taken = unfit.iter().any(|(file, _)| file.parent().is_some() && file.parent() == cargo_bin);
    taken.then(workspace::tools)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bindgen() -> Tool {
        Tool {
            package: "wasm-bindgen-cli",
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            fits: VersionReq::parse("=0.2.130").expect("requirement"),
            version: Version::new(0, 2, 130),
            flags: &["--no-default-features"],
            environment: &[],
            takes: "a while",
        }
    }

    fn put(dir: &Path, names: &[&str]) -> PathBuf {
        std::fs::create_dir_all(dir).expect("dir");
        for name in names {
            std::fs::write(dir.join(search::program(name)), "").expect("file");
        }
        dir.to_path_buf()
    }

    #[test]
    fn the_first_directory_that_fits_is_taken() {
        let temp = tempfile::tempdir().expect("temp dir");
        let both = ["wasm-bindgen", "wasm-bindgen-test-runner"];
        let old = put(&temp.path().join("old"), &both);
        let half = put(&temp.path().join("half"), &both[..1]);
        let good = put(&temp.path().join("good"), &both);
        let ask = |file: &Path| {
            let patch = if file.starts_with(&old) { 100 } else { 130 };
            Some(Version::new(0, 2, patch))
        };
        let dirs = [old.clone(), half.clone(), good.clone()];
        assert_eq!(bindgen().find(&dirs, ask), Found::Here(good));

        let Found::Nothing(unfit) = bindgen().find(&dirs[..2], ask) else {
            panic!("nothing fits");
        };
        let files: Vec<_> = unfit.iter().map(|found| found.0.clone()).collect();
        assert_eq!(
            files,
            [
                old.join(search::program("wasm-bindgen")),
                old.join(search::program("wasm-bindgen-test-runner")),
                half.join(search::program("wasm-bindgen")),
            ]
        );
    }

    #[test]
    fn a_program_that_does_not_answer_does_not_fit() {
        let temp = tempfile::tempdir().expect("temp dir");
        let dir = put(temp.path(), &["wasm-bindgen", "wasm-bindgen-test-runner"]);
        let found = bindgen().find(&[dir], |_| None);
        assert!(matches!(found, Found::Nothing(unfit) if unfit.len() == 2));
    }

    #[test]
    fn another_version_in_cargos_directory_is_left_alone() {
        let cargo = Path::new("/home/reader/.cargo/bin");
        let there = [(cargo.join("trunk"), Some(Version::new(0, 17, 0)))];
        let elsewhere = [(PathBuf::from("/usr/bin/trunk"), None)];
        assert_eq!(install_root(&there, Some(cargo)), Some(workspace::tools()));
        assert_eq!(install_root(&elsewhere, Some(cargo)), None);
        assert_eq!(install_root(&[], Some(cargo)), None);
        assert_eq!(install_root(&elsewhere, None), None);
    }

    #[test]
    fn the_exact_version_is_asked_for() {
        assert_eq!(
            bindgen().by_hand(),
            "cargo install wasm-bindgen-cli --version 0.2.130 --no-default-features"
        );
        let own = bindgen().install_arguments(Some(Path::new("/t")));
        assert_eq!(own[5..], ["--force", "--root", "/t"]);
        let fetched = bindgen().binstall_arguments(None);
        assert_eq!(fetched.last().map(String::as_str), Some("wasm-bindgen-cli@0.2.130"));
    }
}
