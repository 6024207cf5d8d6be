//! An entry of the paper's list of references, in the terms of CSL.

use super::claim::named;
use crate::i18n::{Lang, Names};
use crate::model::id::Id;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

named! {
    /// The kind of work, by its name in CSL 1.0.2.
    ReferenceKind {
        /// A book.
        Book = "book",
        /// A report.
        Report = "report",
        /// An article in a journal.
        ArticleJournal = "article-journal",
        /// An article in a newspaper.
        ArticleNewspaper = "article-newspaper",
        /// A page of a site.
        Webpage = "webpage",
        /// A part of a book.
        Chapter = "chapter",
    }
}

named! {
    /// What is odd about an entry.
    RemarkKind {
        /// The DOI does not look like one of its publisher.
        DoiIrregular = "doi-irregular",
        /// The DOI is broken.
        DoiBroken = "doi-broken",
        /// Family and given names seem to be swapped.
        NameOrder = "name-order",
        /// Pages are missing.
        PagesMissing = "pages-missing",
        /// About its date.
        DateNote = "date-note",
    }
}

/// Who wrote a work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// A person.
    Person {
        /// Family name.
        family: String,
        /// Given names or initials.
        given: String,
    },
    /// An organisation.
    Organisation(String),
}

/// What is odd about an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark<T> {
    /// The sort of oddity.
    pub kind: RemarkKind,
    /// In words.
    pub note: T,
}

/// An entry of the list. Titles and names stand in the language of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reference<T> {
    /// Its key.
    pub id: Id,
    /// The kind of work.
    pub kind: ReferenceKind,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it appeared.
    pub date: PartialDate,
    /// Its title.
    pub title: String,
    /// The journal, newspaper or site.
    pub container: Option<String>,
    /// Volume.
    pub volume: Option<String>,
    /// Issue.
    pub issue: Option<String>,
    /// Pages, with an en dash.
    pub pages: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// DOI, bare.
    pub doi: Option<String>,
    /// Language of the work, where it is not English.
    pub language: Option<String>,
    /// What is odd about it.
    pub remarks: Vec<Remark<T>>,
}

impl Reference<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> Reference<String> {
        let remark =
            |of: &Remark<Names>| Remark { kind: of.kind, note: of.note.get(lang).to_owned() };
        Reference {
            id: self.id.clone(),
            kind: self.kind,
            authors: self.authors.clone(),
            date: self.date,
            title: self.title.clone(),
            container: self.container.clone(),
            volume: self.volume.clone(),
            issue: self.issue.clone(),
            pages: self.pages.clone(),
            publisher: self.publisher.clone(),
            url: self.url.clone(),
            doi: self.doi.clone(),
            language: self.language.clone(),
            remarks: self.remarks.iter().map(remark).collect(),
        }
    }
}
