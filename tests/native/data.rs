//! What the checker finds in broken data, and what the codecs do with broken bytes.
//!
//! Each test breaks one thing in a small data set that is otherwise without problems. A position
//! is asserted by what stands there in the file, as well as by its line and column.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as the tests do")]

use atlas::data::encode_basemap;
use atlas::data::read::{self, Folder, Problem};
use atlas::model::atlas::Atlas;
use atlas::model::basemap::{Basemap, Country, Level};
use std::path::Path;

mod artifact;
mod entries;
mod own;
mod study;
mod texts;

/// Pakistan as a square from 60 to 78° E and from 24 to 37° N.
fn basemap() -> Basemap {
    let square = vec![6000, 2400, 1800, 0, 0, 1300, -1800, 0, 0, -1300];
    Basemap {
        levels: vec![Level {
            min_zoom: 0.0,
            window: [0.0, 0.0, 180.0, 80.0],
            step: 0.01,
            arcs: vec![square],
            land: vec![vec![0]],
            coast: vec![0],
            borders: Vec::new(),
            countries: vec![Country { iso: "PAK".to_owned(), rings: vec![vec![0]] }],
            lakes: Vec::new(),
            rivers: Vec::new(),
        }],
        stretches: Vec::new(),
        near: None,
    }
}

fn sound() -> Folder {
    let mut folder = Folder::default();
    for (path, text) in [
        ("dataset.toml", include_str!("sound/dataset.toml")),
        ("sources/read.toml", include_str!("sound/sources.toml")),
        ("places.toml", include_str!("sound/places.toml")),
        ("lines.toml", include_str!("sound/lines.toml")),
        ("projects.toml", include_str!("sound/projects.toml")),
        ("waterways.toml", include_str!("sound/waterways.toml")),
        ("institutions.toml", include_str!("sound/institutions.toml")),
        ("labels.toml", include_str!("sound/labels.toml")),
        ("boundaries.toml", include_str!("sound/boundaries.toml")),
        ("courses/indus.geojson", include_str!("sound/indus.geojson")),
        ("i18n/en.toml", include_str!("sound/en.toml")),
        ("i18n/ur.toml", include_str!("sound/ur.toml")),
        ("i18n/ru.toml", include_str!("sound/ru.toml")),
    ] {
        folder.insert(path, text);
    }
    folder.insert(read::BASEMAP, encode_basemap(&basemap()));
    folder
}

fn atlas() -> Atlas {
    read::check(&sound()).unwrap_or_else(|problems| panic!("{}", listed(&problems))).atlas
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

fn text_of(folder: &Folder, path: &str) -> String {
    String::from_utf8(folder.get(path).unwrap().to_vec()).unwrap()
}

/// The sound folder with the only `from` in one file made `to`.
fn broken(path: &str, from: &str, to: &str) -> Folder {
    let mut folder = sound();
    let text = text_of(&folder, path);
    assert_eq!(text.matches(from).count(), 1, "`{from}` must stand once in {path}");
    folder.insert(path, text.replace(from, to));
    folder
}

fn problems(folder: &Folder) -> Vec<Problem> {
    read::check(folder).expect_err("the broken data must not pass")
}

/// Asserts that the only problem is at the first `at` of the file, with that message and hint.
fn assert_only(folder: &Folder, path: &str, at: &str, message: &str, hint: &str) {
    let found = problems(folder);
    let [problem] = &found[..] else { panic!("one problem expected:\n{}", listed(&found)) };
    assert_problem(problem, folder, path, at, message, hint);
}

fn assert_problem(
    problem: &Problem,
    folder: &Folder,
    path: &str,
    at: &str,
    message: &str,
    hint: &str,
) {
    let text = text_of(folder, path);
    let before = &text[..text.find(at).unwrap()];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    assert_eq!(
        problem.to_string().lines().next().unwrap(),
        format!("data/{path}:{line}:{column}: {message}")
    );
    assert_eq!(problem.hint.as_deref().unwrap_or_default(), hint);
}

#[test]
fn a_sound_folder_gives_the_data_set() {
    let atlas = atlas();
    assert_eq!(atlas.places.len(), 4);
    assert_eq!(atlas.corridors.len(), 2);
    assert!(!atlas.corridors[0].waterway && atlas.corridors[1].waterway);
    let names: Vec<&str> = atlas.corridors[0].places.iter().map(|id| id.as_str()).collect();
    assert_eq!(names, ["gwadar", "quetta", "kasur"]);
    assert!(atlas.catalogs.has(atlas::i18n::Lang::Ur, "fact.draught"));
}

#[test]
fn the_data_of_the_atlas_have_no_problems() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let folder = Folder::open(&root).unwrap();
    if let Err(problems) = read::check(&folder) {
        panic!("{} problems\n{}", problems.len(), listed(&problems));
    }
}

#[test]
fn a_file_that_is_no_toml_hides_nothing_in_the_others() {
    let mut folder = broken("lines.toml", "\"quetta\", ", "\"queta\", ");
    let sources = text_of(&folder, "sources/read.toml");
    folder
        .insert("sources/read.toml", sources.replace("title = \"First text\"", "title = \"First"));
    let found = problems(&folder);
    assert_eq!(found.len(), 2, "{}", listed(&found));
    assert_eq!((found[0].file.as_str(), found[0].column > 1), ("data/lines.toml", true));
    assert_eq!((found[1].file.as_str(), found[1].line), ("data/sources/read.toml", 3));
}

#[test]
fn a_line_left_out_anywhere_never_stops_the_checker() {
    let sound = sound();
    let paths: Vec<String> = sound.paths().map(str::to_owned).collect();
    for path in paths.iter().filter(|path| !path.ends_with(".bin")) {
        let text = text_of(&sound, path);
        for left_out in 0..text.lines().count() {
            let rest = text.lines().enumerate().filter(|(index, _)| *index != left_out);
            let rest: Vec<&str> = rest.map(|(_, line)| line).collect();
            let mut folder = sound.clone();
            folder.insert(path, rest.join("\n"));
            // Some lines may be missing; nothing refused goes without a reason.
            if let Err(problems) = read::check(&folder) {
                assert!(!problems.is_empty(), "{path} without line {}", left_out + 1);
            }
        }
    }
}

#[test]
fn a_file_that_nothing_reads_is_reported() {
    for path in ["place.toml", "study/claim.toml", "network/rails.toml", "i18n/de.toml"] {
        let mut folder = sound();
        folder.insert(path, "");
        let found = problems(&folder);
        let expected =
            format!("data/{path}:1:1: nothing reads this file\n    data/README.md lists the files");
        assert!(found.iter().any(|problem| problem.to_string() == expected), "{path}: {found:?}");
    }
}

#[test]
fn a_straight_line_at_sea_follows_great_circles() {
    let atlas = atlas();
    let lane = &atlas.lines[1];
    let long = atlas::geo::great_circle::distance_km(lane.course[0], lane.course[1]);
    assert!(lane.course.len() > 10 && long < 101.0, "{} of {long} km", lane.course.len());
}
