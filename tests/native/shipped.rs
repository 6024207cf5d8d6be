//! The data set as it ships, read from `data/` once for all tests.

use atlas::data::read;
use atlas::model::atlas::Atlas;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

/// A file or folder of the project.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The data set, from the files that people edit.
pub(crate) fn atlas() -> Arc<Atlas> {
    static ATLAS: OnceLock<Arc<Atlas>> = OnceLock::new();
    let read = || {
        let folder = read::Folder::open(&root("data")).unwrap();
        Arc::new(read::check(&folder).unwrap_or_else(|problems| {
            let listed: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
            panic!("data/ has problems:\n{listed}")
        }))
    };
    Arc::clone(ATLAS.get_or_init(read))
}
