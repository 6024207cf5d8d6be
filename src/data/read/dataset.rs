//! `data/dataset.toml`: what the data set is called and how old it is.

use super::desk::{Desk, Thing, order};
use super::diagnostic::Spot;
use super::entry::{At, Entry};
use super::lines::point;
use super::text::Style;
use crate::geo::LonLat;
use crate::i18n::{Lang, Names};
use crate::model::{
    atlas::{Change, Paper},
    id::Id,
};
use crate::units::PartialDate;
use std::collections::BTreeMap;

/// Version and date of the data.
#[derive(Debug)]
pub(super) struct Dataset {
    pub(super) version: String,
    pub(super) date: PartialDate,
    pub(super) paper: Paper,
    pub(super) region: Vec<LonLat>,
    pub(super) changes: Vec<Change>,
}

/// Reads the file, but for `same_names`, which needs the places.
pub(super) fn read(desk: &Desk<'_>) -> Option<Dataset> {
    let file = desk.file("data/dataset.toml")?;
    file.text("title");
    file.text("licence");
    let version = file.text("version");
    let date = file.date("date").map(|date| date.value);
    file.list("same_names");
    let paper = paper(desk, &file);
    let corners = file.list("region").unwrap_or_default();
    let region: Vec<LonLat> = corners.iter().filter_map(|raw| point(&file, raw)).collect();
    let changes = changes(desk, &file);
    file.finish();
    desk.date.set(date);
    let version = version?.value.to_owned();
    Some(Dataset { version, date: date?, paper: paper?, region, changes })
}

/// What changed in the data; each entry is as old as the one before it, or older.
fn changes(desk: &Desk<'_>, file: &Entry<'_>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for entry in file.tables("change") {
        let (date, version) = (entry.date("date"), entry.text("version"));
        let text = entry.names("text", Style::Prose);
        entry.finish();
        let (Some(date), Some(version), Some(text)) = (date, version, text) else { continue };
        if changes.last().is_some_and(|last| order(date.value, last.date).is_gt()) {
            desk.log.report(
                date.spot,
                "this change is newer than the one before it",
                "newest first",
            );
        }
        changes.push(Change { date: date.value, version: version.value.to_owned(), text });
    }
    changes
}

fn paper(desk: &Desk<'_>, file: &Entry<'_>) -> Option<Paper> {
    file.required("paper")?;
    let entry = file.inner("paper")?;
    let title = entry.text("title");
    let authors: Vec<String> =
        entry.texts("authors").into_iter().map(|author| author.value.to_owned()).collect();
    entry.finish();
    if authors.is_empty() {
        desk.log.report(entry.spot, "a paper has authors", "list their names under `authors`");
        return None;
    }
    Some(Paper { title: title?.value.to_owned(), authors })
}

/// Reports two things of a kind that a reader could not tell apart: the same name in a language.
/// `same_names` of `dataset.toml` lists the ids of places that may share one.
pub(super) fn check_names<'n>(
    desk: &Desk<'_>,
    thing: Thing,
    named: impl IntoIterator<Item = (&'n Id, &'n Names)>,
) {
    let allowed = if thing == Thing::Place { allowed(desk) } else { Vec::new() };
    let mut first: BTreeMap<(Lang, &str), &Id> = BTreeMap::new();
    for (id, names) in named {
        for lang in Lang::ALL {
            let Some(other) = first.insert((lang, names.get(lang)), id) else { continue };
            let pair =
                |group: &Vec<&str>| group.contains(&id.as_str()) && group.contains(&other.as_str());
            let Some(spot) = desk.spot_of(thing, id) else { continue };
            if !allowed.iter().any(pair) {
                let (name, code) = (names.get(lang), lang.code());
                let message = format!("`{other}` has the same name in `{code}`: {name}");
                let hint = match thing {
                    Thing::Place => {
                        "tell them apart, or list both ids under same_names in dataset.toml"
                    }
                    _ => "tell them apart",
                };
                desk.log.report(spot, message, hint);
            }
        }
    }
}

fn allowed<'a>(desk: &Desk<'a>) -> Vec<Vec<&'a str>> {
    let Some(file) = desk.files.iter().find(|file| file.document.file == "data/dataset.toml")
    else {
        return Vec::new();
    };
    let Some(entry) = Entry::of_file(file, desk.log) else { return Vec::new() };
    let groups = entry.list("same_names").unwrap_or_default();
    groups
        .into_iter()
        .map(|group| {
            let ids = group.value.as_array().into_iter().flatten();
            ids.filter_map(|id| {
                let spot = Spot { document: group.spot.document, offset: id.span().start };
                let value = id.get_ref().as_str()?;
                desk.refer(Thing::Place, At { value, spot })?;
                Some(value)
            })
            .collect()
        })
        .collect()
}
