//! Golden pictures: drawings of a set of views that has every pair of projection, level of detail,
//! language and theme; the display list of each whole combination as a hash; wide maps in words.
//!
//! After a wanted change accept what differs with `cargo xtask goldens --draw`, which shows it too.

mod drawn;
mod views;

use super::{WIDE, choosing, description, picture, speaking};
use crate::hash::fnv1a;
use crate::shipped;
use atlas::geo::projection::ProjectionId;
use atlas::i18n::Lang;
use atlas::model::id::Kind;
use atlas::scene::{palette::Palette, picture::Scene, svg};
use std::collections::BTreeSet;
use views::{GOLDENS, Golden, LEVELS, THEMES, theme_name};

/// Beside this file, so that drawings lie by themselves.
const FOLDER: &str = "goldens";

/// The snapshot of all hashes.
const HASHES: &str = "hashes";

/// Compares under a short name, in a folder next to this file.
fn bind(folder: &str, assertion: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(folder);
    settings.bind(assertion);
}

fn assert_described(name: &str, scene: &Scene, palette: Palette) {
    bind("snapshots", || insta::assert_snapshot!(name, description::of(scene, palette)));
}

#[test]
fn the_region_on_a_desk() {
    for lang in Lang::ALL {
        let scene = picture(&speaking(lang), WIDE);
        for palette in THEMES {
            let name = format!("wide-{}-{}", lang.code(), theme_name(palette));
            assert_described(&name, &scene, palette);
        }
    }
}

#[test]
fn a_chosen_pipeline() {
    let scene = picture(&choosing(Kind::Project, "psgp", speaking(Lang::En)), WIDE);
    assert_described("wide-en-light-psgp", &scene, Palette::Light);
}

#[test]
fn the_golden_pictures() {
    for golden in GOLDENS {
        let name = format!("{}.svg", golden.name());
        bind(FOLDER, || insta::assert_binary_snapshot!(&name, golden.drawing().into_bytes()));
    }
    let mut expected: BTreeSet<String> = GOLDENS.iter().map(Golden::name).collect();
    assert_eq!(expected.len(), GOLDENS.len(), "two pictures of one name");
    expected.insert(HASHES.to_owned());
    let left: Vec<String> = stems().difference(&expected).cloned().collect();
    assert!(left.is_empty(), "no picture is called so any more; delete {left:?}");
}

/// The names of the files in the folder, without their endings.
fn stems() -> BTreeSet<String> {
    let folder = shipped::root("tests/native/scene").join(FOLDER);
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names
        .map(|name| name.to_string_lossy().split('.').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn all_combinations_by_hash() {
    let mut lines = String::new();
    for id in ProjectionId::ALL {
        for (zoom, lon, lat) in [(2.4, 55.0, 35.0), (4.4, 55.0, 42.0), (5.8, 66.0, 29.0)] {
            for lang in Lang::ALL {
                let [light, dark] =
                    THEMES.map(|theme| Golden::new(id, zoom, lon, lat, lang, theme).with_ground());
                let scene = light.scene();
                for golden in [light, dark] {
                    let text = svg::write(&scene, golden.palette, lang);
                    lines += &format!("{} {:016x}\n", golden.name(), fnv1a(text.as_bytes()));
                }
            }
        }
    }
    let combinations = ProjectionId::ALL.len() * LEVELS.len() * Lang::ALL.len() * THEMES.len();
    assert_eq!(lines.lines().collect::<BTreeSet<_>>().len(), combinations, "{lines}");
    bind(FOLDER, || insta::assert_snapshot!(HASHES, lines));
}

/// Every pair of values of two dimensions occurs in some golden picture.
#[test]
fn every_pair_is_pictured() {
    let dimensions: [Vec<&str>; 4] = [
        ProjectionId::ALL.iter().map(|id| id.name()).collect(),
        LEVELS.iter().map(|(name, _)| *name).collect(),
        Lang::ALL.iter().map(|lang| lang.code()).collect(),
        THEMES.iter().map(|palette| theme_name(*palette)).collect(),
    ];
    let values = GOLDENS.map(|golden| golden.values());
    for first in 0..dimensions.len() {
        for second in first + 1..dimensions.len() {
            for one in &dimensions[first] {
                for other in &dimensions[second] {
                    let pictured =
                        |golden: &[&str; 4]| golden[first] == *one && golden[second] == *other;
                    assert!(values.iter().any(pictured), "{one} with {other}");
                }
            }
        }
    }
}

#[test]
fn every_palette_is_pictured() {
    use Palette::{Dark, DarkContrast, Forced, Light, LightContrast};
    for palette in [Light, Dark, LightContrast, DarkContrast, Forced] {
        assert!(GOLDENS.iter().any(|golden| golden.palette == palette), "{palette:?}");
    }
}

#[test]
fn the_levels_are_those_of_the_ground() {
    let zooms: Vec<f64> =
        shipped::basemap().levels.iter().map(|level| f64::from(level.min_zoom)).collect();
    for (level, (zoom, (name, from))) in zooms.iter().zip(LEVELS).enumerate() {
        assert!((zoom - from).abs() < 1e-6, "level {level} is not {name}: {zoom}");
    }
    assert_eq!(zooms.len(), LEVELS.len());
}

/// Each level of the ground is drawn as it is in one picture, and that picture shows it.
#[test]
fn each_level_has_one_picture_with_its_own_ground() {
    for (level, (name, _)) in LEVELS.into_iter().enumerate() {
        let own = GOLDENS.iter().filter(|golden| golden.ground && golden.level() == level);
        let [golden] = own.collect::<Vec<_>>()[..] else { panic!("one picture with {name}") };
        let coarse = golden.without_ground();
        assert_eq!(golden.drawing() != coarse.drawing(), level > 0, "{}", golden.name());
    }
}
