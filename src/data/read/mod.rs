//! Reading and checking `data/`: every problem at once, with file, line and column.
//!
//! The files are read in an order in which ids are defined before they are used. Readers report
//! and go on; the data set is given only when nothing was reported, so what they put in place of
//! a wrong entry (nothing) never reaches the page.

mod boundaries;
mod catalogs;
mod corridors;
mod course;
mod dataset;
mod desk;
mod diagnostic;
mod document;
mod entry;
mod facts;
mod folder;
mod geojson;
mod ground;
mod institutions;
mod iso3166;
mod labels;
mod lines;
mod network;
mod places;
mod sources;
mod study;
mod text;
mod wording;

pub use diagnostic::Problem;
pub use folder::Folder;
pub use ground::coasts;
pub use network::{Figures, Published};

use crate::i18n::Names;
use crate::model::atlas::{Atlas, StudyOutline};
use crate::model::corridor::Corridor;
use crate::model::network::Network;
use crate::model::source::Source;
use crate::model::study::Study;
use desk::{Desk, Thing};
use diagnostic::{Log, Spot};
use document::{Document, Parsed};
use ground::Ground;
use toml::de::DeValue;

/// The basemap's artifact, below `data/`.
pub const BASEMAP: &str = "generated/basemap.bin";
/// Its closest level, below `data/`.
pub const BASEMAP_NEAR: &str = "generated/basemap-near.bin";

/// Files that stand alone for their kind and must be there.
const ALONE: [&str; 7] = [
    "dataset.toml",
    "boundaries.toml",
    "places.toml",
    "projects.toml",
    "waterways.toml",
    "institutions.toml",
    "labels.toml",
];

/// Files in folders, each read by its name; `sources/` alone takes any.
const BELOW: [&str; 18] = [
    "i18n/en.toml",
    "i18n/ur.toml",
    "i18n/ru.toml",
    "study/argument.toml",
    "study/claims.toml",
    "study/events.toml",
    "study/findings.toml",
    "study/paper.toml",
    "study/references.toml",
    "study/tour.toml",
    "study/trade.toml",
    "network/assumptions.toml",
    "network/events.toml",
    "network/hubs.toml",
    "network/published.toml",
    "network/rail.toml",
    "network/road.toml",
    "network/water.toml",
];

/// Files that others read: how `data/courses/` was made, and the words that translators keep to.
const ELSEWHERE: [&str; 2] = ["courses.toml", "glossary.toml"];

/// What the folder holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The data set that the page embeds. Its checksums of the study and of the network are those
    /// of no file yet: whoever encodes these fills them in.
    pub atlas: Atlas,
    /// What the paper says, in all languages.
    pub study: Study<Names>,
    /// What routes are computed from.
    pub network: Network,
    /// Journeys that others published.
    pub published: Vec<Published>,
    /// Texts in which only these journeys stand.
    pub published_sources: Vec<Source>,
}

/// The data set in the folder, or everything that is wrong with it.
///
/// # Errors
///
/// All problems, in the order of files and lines.
pub fn check(folder: &Folder) -> Result<Checked, Vec<Problem>> {
    let log = Log::default();
    let documents = documents(folder, &log);
    let files: Vec<Parsed<'_>> = documents.iter().map(|document| document.parse(&log)).collect();
    for file in &files {
        check_file(file, &log);
    }
    for name in ALONE.iter().filter(|name| folder.get(name).is_none()) {
        log.add(&format!("data/{name}"), 1, 1, "this file is missing", None);
    }
    let ground = ground(folder, &log);
    let checked = assemble(&Desk::new(&log, folder, &files, ground));
    drop(files);
    let problems = log.into_problems();
    match checked {
        Some(checked) if problems.is_empty() => Ok(checked),
        _ => Err(problems),
    }
}

fn assemble(desk: &Desk<'_>) -> Option<Checked> {
    let dataset = dataset::read(desk);
    boundaries::read(desk);
    let sources = sources::read(desk);
    let places = places::read(desk);
    let lines = lines::read(desk);
    let corridors = corridors::read(desk, &lines);
    let institutions = institutions::read(desk);
    let labels = labels::read(desk);
    let study = study::read(desk);
    let own_sources = sources::of_network(desk);
    let published_sources = sources::of_published(desk);
    let (network, published) =
        network::read(desk, &places, &lines, own_sources, &published_sources);
    let catalogs = catalogs::read(desk);

    let of = |waterway| move |corridor: &&Corridor| corridor.waterway == waterway;
    let named = |corridor| -> (_, _) {
        let corridor: &Corridor = corridor;
        (&corridor.id, &corridor.names)
    };
    dataset::check_names(desk, Thing::Place, places.iter().map(|place| (&place.id, &place.names)));
    dataset::check_names(desk, Thing::Project, corridors.iter().filter(of(false)).map(named));
    dataset::check_names(desk, Thing::Waterway, corridors.iter().filter(of(true)).map(named));
    let organisations = institutions.iter().map(|found| (&found.id, &found.names));
    dataset::check_names(desk, Thing::Institution, organisations);

    let dataset = dataset?;
    let claims = study.claims.len().try_into().unwrap_or(u16::MAX);
    let events = study.events.len().try_into().unwrap_or(u16::MAX);
    let steps = study.tour.len().try_into().unwrap_or(u8::MAX);
    let network = network?;
    let network_sources = network.sources.len().try_into().unwrap_or(u16::MAX);
    let atlas = Atlas {
        version: dataset.version,
        date: dataset.date,
        paper: dataset.paper,
        region: dataset.region,
        sources,
        places,
        lines,
        corridors,
        institutions,
        labels,
        catalogs,
        study: StudyOutline { claims, events, steps, parts: [0; 3] },
        network: 0,
        network_sources,
        apart: None,
        changes: dataset.changes,
        brought: None,
    };
    Some(Checked { atlas, study, network, published, published_sources })
}

/// The TOML files of the folder; those that are no UTF-8 are reported.
fn documents(folder: &Folder, log: &Log) -> Vec<Document> {
    let mut documents = Vec::new();
    for path in folder.paths().filter(|path| path.ends_with(".toml")) {
        let file = format!("data/{path}");
        let bytes = folder.get(path).unwrap_or_default();
        match str::from_utf8(bytes) {
            Ok(text) => documents.push(Document { file, text: text.to_owned() }),
            Err(error) => {
                let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count();
                log.add(&file, line, 1, "this line is no UTF-8", "save the file as UTF-8");
            }
        }
    }
    documents
}

/// What holds for every file: a reader knows it, and nothing in it is from memory.
fn check_file(file: &Parsed<'_>, log: &Log) {
    let name = &file.document.file;
    let alone = name.strip_prefix("data/").unwrap_or(name);
    let known = ALONE.contains(&alone)
        || ELSEWHERE.contains(&alone)
        || BELOW.contains(&alone)
        || lines::is_lines_file(name)
        || alone.starts_with("sources/");
    if !known {
        log.report(
            file.document.start(),
            "nothing reads this file",
            "data/README.md lists the files",
        );
    }
    if let Some(table) = &file.table {
        for value in table.get_ref().values() {
            find_recall(log, file.document, value);
        }
    }
}

/// RECALL is the research's mark for unchecked memory; nothing that bears it may reach a reader.
fn find_recall(log: &Log, document: &Document, value: &toml::Spanned<DeValue<'_>>) {
    match value.get_ref() {
        DeValue::String(text) if text.contains("RECALL") => {
            report_recall(log, Spot { document, offset: value.span().start });
        }
        DeValue::Array(items) => items.iter().for_each(|item| find_recall(log, document, item)),
        DeValue::Table(table) => {
            table.values().for_each(|value| find_recall(log, document, value));
        }
        _ => {}
    }
}

fn report_recall(log: &Log, spot: Spot<'_>) {
    log.report(
        spot,
        "what is recalled is no fact",
        "find a text that says so, or leave it out; a position from memory has no `position`",
    );
}

fn ground(folder: &Folder, log: &Log) -> Option<Ground> {
    let file = format!("data/{BASEMAP}");
    let Some(bytes) = folder.get(BASEMAP) else {
        log.add(
            &file,
            1,
            1,
            "this file is missing: no place can be checked against its country",
            "make it with `cargo xtask basemap`",
        );
        return None;
    };
    let near = folder.get(BASEMAP_NEAR).unwrap_or_default();
    match super::decode_basemap(bytes).and_then(|basemap| super::join_basemap(basemap, near)) {
        Ok(basemap) => Some(Ground::new(basemap)),
        Err(error) => {
            let hint = "make it anew with `cargo xtask basemap`";
            log.add(&file, 1, 1, error.to_string(), hint);
            None
        }
    }
}
