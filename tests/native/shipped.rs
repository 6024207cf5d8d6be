//! The data set and the ground as they ship, read from `data/` once for all tests.

use atlas::data::{decode_basemap, join_basemap, read};
use atlas::model::{atlas::Atlas, basemap::Basemap};
use atlas::scene::stage::Stage;
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

/// The ground of the map.
pub(crate) fn basemap() -> Basemap {
    let file = |name| std::fs::read(root("data").join(name)).unwrap();
    let basemap = decode_basemap(&file(read::BASEMAP)).unwrap();
    join_basemap(basemap, &file(read::BASEMAP_NEAR)).unwrap()
}

/// All that scenes are built from, prepared anew.
pub(crate) fn prepared() -> Stage {
    Stage::new(atlas(), basemap())
}

/// The same with the ground at its coarsest level whatever the zoom: its pictures are small files.
pub(crate) fn coarse() -> &'static Stage {
    static STAGE: OnceLock<Stage> = OnceLock::new();
    STAGE.get_or_init(|| {
        let mut ground = basemap();
        ground.levels.truncate(1);
        Stage::new(atlas(), ground)
    })
}

/// All that scenes are built from.
pub(crate) fn stage() -> &'static Stage {
    static STAGE: OnceLock<Stage> = OnceLock::new();
    STAGE.get_or_init(prepared)
}
