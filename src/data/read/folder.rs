//! The files of `data/`, read at once, so that checking them touches no disk.

use std::{collections::BTreeMap, fs, io, path::Path};

/// The files by their path below `data/`, with `/` between the parts.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reads the TOML and GeoJSON files below `root` and the basemap.
    ///
    /// # Errors
    ///
    /// The first file or folder that cannot be read.
    pub fn open(root: &Path) -> io::Result<Self> {
        let mut folder = Self::default();
        folder.collect(root, "")?;
        Ok(folder)
    }

    /// Puts a file in, over one of the same path.
    pub fn insert(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), content.into());
    }

    /// The content of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    fn collect(&mut self, at: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(at)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                self.collect(&entry.path(), &format!("{path}/"))?;
            } else if [".toml", ".geojson"].iter().any(|end| name.ends_with(end))
                || [super::BASEMAP, super::BASEMAP_NEAR].contains(&path.as_str())
            {
                self.files.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }
}
