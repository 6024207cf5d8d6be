//! `data/study/references.toml`: the paper's list of references.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use crate::i18n::Names;
use crate::model::study::{Author, Reference, ReferenceKind, Remark, RemarkKind};

/// All entries, in the order of the paper.
pub(super) fn read(desk: &Desk<'_>) -> Vec<Reference<Names>> {
    desk.entries(Thing::Reference, |file| file == "data/study/references.toml")
        .iter()
        .filter_map(|entry| reference(desk, entry))
        .collect()
}

fn reference<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Reference<Names>> {
    let id = desk.define(Thing::Reference, entry);
    let kind = entry.choice("kind", ReferenceKind::ALL, ReferenceKind::name);
    let authors: Option<Vec<_>> = entry.tables("authors").iter().map(author).collect();
    let date = entry.date("date");
    let title = entry.text("title");
    let more = ["container", "volume", "issue", "pages", "publisher", "url", "doi", "language"];
    let more =
        more.map(|key| entry.optional_text(key).map(|text| text.map(|at| at.value.to_owned())));
    let remarks: Option<Vec<_>> = entry.tables("remarks").iter().map(remark).collect();
    entry.finish();
    let [container, volume, issue, pages, publisher, url, doi, language] = more;
    Some(Reference {
        id: id?,
        kind: kind?,
        authors: authors?,
        date: date?.value,
        title: title?.value.to_owned(),
        container: container?,
        volume: volume?,
        issue: issue?,
        pages: pages?,
        publisher: publisher?,
        url: url?,
        doi: doi?,
        language: language?,
        remarks: remarks?,
    })
}

fn author(entry: &Entry<'_>) -> Option<Author> {
    if let Some(name) = entry.optional_text("literal")? {
        entry.finish();
        return Some(Author::Organisation(name.value.to_owned()));
    }
    let (family, given) = (entry.text("family"), entry.text("given"));
    entry.finish();
    Some(Author::Person { family: family?.value.to_owned(), given: given?.value.to_owned() })
}

fn remark(entry: &Entry<'_>) -> Option<Remark<Names>> {
    let kind = entry.choice("kind", RemarkKind::ALL, RemarkKind::name);
    let note = entry.wording("note");
    entry.finish();
    Some(Remark { kind: kind?, note: note? })
}
