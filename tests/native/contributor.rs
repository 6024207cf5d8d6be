//! What the guides tell contributors to write is taken by the checker, and comes out on the map.

use atlas::data::read::{Checked, Folder, check};
use atlas::model::atlas::Atlas;
use std::path::Path;

/// The data of the atlas with the pieces of a guide at the ends of the files that the guide names.
fn with_pieces_of(guide: &str) -> Checked {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join(guide)).unwrap();
    let mut folder = Folder::open(&root.join("data")).unwrap();
    let mut pieces = 0;
    for fence in text.split("```toml data/").skip(1) {
        let (path, rest) = fence.split_once('\n').unwrap();
        let (piece, _) = rest.split_once("\n```").unwrap();
        let before = String::from_utf8(folder.get(path).unwrap().to_vec()).unwrap();
        folder.insert(path, format!("{before}\n{piece}\n"));
        pieces += 1;
    }
    assert!(pieces >= 5, "{guide} has {pieces} pieces");
    check(&folder).unwrap_or_else(|problems| panic!("{guide}: {problems:#?}"))
}

/// A place, its corridor and a claim about both are there and know each other.
fn holds(atlas: &Checked, place: &str, project: &str) {
    let Checked { atlas, study, .. } = atlas;
    let find = |atlas: &Atlas| {
        let corridor = atlas.corridors.iter().find(|one| one.id.as_str() == project).unwrap();
        assert!(corridor.places.iter().any(|one| one.as_str() == place), "{:?}", corridor.places);
    };
    find(atlas);
    let claim = study.claims.last().unwrap();
    assert!(claim.places.iter().any(|one| one.as_str() == place), "{:?}", claim.places);
}

#[test]
fn the_worked_example_of_the_guide_is_taken() {
    holds(&with_pieces_of("CONTRIBUTING.md"), "larkana", "larkana-road");
}

#[test]
fn a_contributor_adds_a_port_a_corridor_and_a_claim() {
    holds(&with_pieces_of("docs/walkthroughs/contributor.md"), "pasni-exercise", "coast-exercise");
}
