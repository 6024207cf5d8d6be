//! The golden pictures as files: those of the work tree, and those of a commit.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

/// Where they stand, from the repository's root.
pub const FOLDER: &str = "tests/native/scene/goldens";

/// The end of a drawing's file name.
const DRAWING: &str = ".snap.svg";

/// The snapshot of the hashes.
const HASHES: &str = "hashes.snap";

/// All golden pictures of one time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Goldens {
    /// SVG by name.
    pub drawings: BTreeMap<String, String>,
    /// Hash by name of a combination.
    pub hashes: BTreeMap<String, String>,
}

impl Goldens {
    fn add(&mut self, file: &str, text: String) {
        if file == HASHES {
            self.hashes = hashes(&text);
        } else if let Some(name) = file.strip_suffix(DRAWING) {
            self.drawings.insert(name.to_owned(), text);
        }
    }
}

/// The pictures in the work tree.
pub fn in_tree(root: &Path) -> Result<Goldens> {
    let folder = root.join(FOLDER);
    let mut found = Goldens::default();
    let entries = fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        if file.ends_with(DRAWING) || file == HASHES {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} was not read", path.display()))?;
            found.add(&file, text);
        }
    }
    Ok(found)
}

/// The pictures as a commit has them; none where it has no such folder.
pub fn at(root: &Path, revision: &str) -> Result<Goldens> {
    let commit = git(root, &["rev-parse", "--verify", &format!("{revision}^{{commit}}")])
        .with_context(|| format!("there is no commit `{revision}` here"))?;
    let commit = commit.trim();
    let mut found = Goldens::default();
    // From the root by name: the command may be run anywhere.
    let listed =
        git(root, &["ls-tree", "--full-tree", "--name-only", commit, &format!("{FOLDER}/")])?;
    for path in listed.lines() {
        let file = path.rsplit('/').next().unwrap_or(path);
        if file.ends_with(DRAWING) || file == HASHES {
            found.add(file, git(root, &["show", &format!("{commit}:{path}")])?);
        }
    }
    Ok(found)
}

fn git(root: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.context("git did not start")?;
    if !output.status.success() {
        bail!("git says: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).context("git gave something else than UTF-8")
}

/// The lines `name hash` of the snapshot, without its head.
fn hashes(text: &str) -> BTreeMap<String, String> {
    let pairs = text.lines().filter_map(|line| line.split_once(' '));
    let is_hash =
        |hash: &str| hash.len() == 16 && hash.bytes().all(|sign| sign.is_ascii_hexdigit());
    pairs
        .filter(|(_, hash)| is_hash(hash))
        .map(|(name, hash)| (name.to_owned(), hash.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_snapshot_holds_no_hashes() {
        let text =
            "---\nsource: tests/a.rs\n---\na-light 0123456789abcdef\nb-dark fedcba9876543210\n";
        let found = hashes(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found["b-dark"], "fedcba9876543210");
    }

    #[test]
    fn a_commit_keeps_what_the_work_tree_has_lost() {
        let dir = tempfile::tempdir().expect("temp dir");
        let root = dir.path();
        let folder = root.join(FOLDER);
        fs::create_dir_all(&folder).expect("folder");
        let write = |file: &str, text: &str| fs::write(folder.join(file), text).expect("file");
        let run = |arguments: &[&str]| git(root, arguments).expect("git");
        run(&["init", "--quiet"]);
        write("a.snap.svg", "<svg>old</svg>");
        write("a.snap", "extension: svg");
        write("gone.snap.svg", "<svg/>");
        write("hashes.snap", "a 0123456789abcdef\n");
        run(&["add", "."]);
        let author = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
        run(&[&author[..], &["commit", "--quiet", "--message", "one"]].concat());
        write("a.snap.svg", "<svg>new</svg>");
        fs::remove_file(folder.join("gone.snap.svg")).expect("removed");

        let (old, new) = (at(root, "HEAD").expect("old"), in_tree(root).expect("new"));
        assert_eq!(old.drawings.keys().collect::<Vec<_>>(), ["a", "gone"]);
        assert_eq!(old.drawings["a"], "<svg>old</svg>");
        assert_eq!(new.drawings.keys().collect::<Vec<_>>(), ["a"]);
        assert_eq!(new.drawings["a"], "<svg>new</svg>");
        assert_eq!(old.hashes, new.hashes);
        let error = at(root, "no-such-name").expect_err("no commit").to_string();
        assert!(error.contains("no-such-name"), "{error}");
    }
}
