//! The data set and the ground as they ship, read from `data/` once for all tests.

use atlas::data::{decode_basemap, join_basemap, read};
use atlas::i18n::Names;
use atlas::model::{atlas::Atlas, basemap::Basemap, network::Network, study::Study};
use atlas::network::Graph;
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
    Arc::clone(&checked().0)
}

/// What the paper says, from the same files.
pub(crate) fn study() -> &'static Study<Names> {
    &checked().1
}

/// The network, made ready.
pub(crate) fn graph() -> &'static Graph {
    static GRAPH: OnceLock<Graph> = OnceLock::new();
    GRAPH.get_or_init(|| Graph::new(Arc::new(checked().2.clone())))
}

/// What the files hold.
type Shipped = (Arc<Atlas>, Study<Names>, Network);

fn checked() -> &'static Shipped {
    static CHECKED: OnceLock<Shipped> = OnceLock::new();
    CHECKED.get_or_init(|| {
        let folder = read::Folder::open(&root("data")).unwrap();
        let read::Checked { mut atlas, study, network, .. } =
            read::check(&folder).unwrap_or_else(|problems| {
                let listed: String =
                    problems.iter().map(|problem| format!("{problem}\n")).collect();
                panic!("data/ has problems:\n{listed}")
            });
        // As where the network lies beside the page.
        atlas.network = 1;
        (Arc::new(atlas), study, network)
    })
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
