//! Citations for programs: BibTeX, RIS, CSL-JSON. Each escapes what its format gives a meaning.

use super::Work;
use crate::export::json::Json;
use crate::model::study::{Author, ReferenceKind};
use std::fmt::Write;

/// An entry as biblatex and BibTeX read it (biblatex manual, 2.1 and 2.2).
pub(super) fn bibtex(work: &Work) -> String {
    let kind = match work.kind {
        ReferenceKind::Book => "book",
        ReferenceKind::Report => "techreport",
        ReferenceKind::ArticleJournal | ReferenceKind::ArticleNewspaper => "article",
        ReferenceKind::Chapter => "incollection",
        ReferenceKind::Webpage => "misc",
    };
    let mut out = format!("@{kind}{{{},\n", work.key);
    let name = |author: &Author| match author {
        Author::Organisation(name) => format!("{{{}}}", tex(name)),
        Author::Person { family, given } if given.is_empty() => format!("{{{}}}", tex(family)),
        Author::Person { family, given } => format!("{}, {}", tex(family), tex(given)),
    };
    let names: Vec<String> = work.authors.iter().map(name).collect();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(out, "  {name} = {{{value}}},");
        }
    };
    field("author", Some(names.join(" and ")));
    // Doubled: capitals stay as they are.
    field("title", Some(format!("{{{}}}", tex(&work.title))));
    field("date", work.date.map(|date| date.to_string()));
    field("year", work.date.map(|date| date.year.to_string()));
    let place = if kind == "incollection" { "booktitle" } else { "journal" };
    let place = if kind == "misc" { "howpublished" } else { place };
    let text = |text: &Option<String>| text.as_deref().map(tex);
    field(place, text(&work.container));
    field("volume", text(&work.volume));
    field("number", text(&work.issue));
    field("pages", work.pages.as_ref().map(|pages| tex(pages).replace('–', "--")));
    let publisher = if kind == "techreport" { "institution" } else { "publisher" };
    field(publisher, text(&work.publisher));
    field("doi", work.doi.as_deref().map(verbatim));
    field("url", work.url.as_deref().map(verbatim));
    field("langid", text(&work.language));
    field("note", text(&work.note));
    out.push_str("}\n");
    out
}

/// A text for TeX: its ten special signs escaped, control characters gone.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in plain(text).chars() {
        match sign {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(sign);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(sign),
        }
    }
    out
}

/// Fields that are not read as TeX must only not end too early.
fn verbatim(text: &str) -> String {
    plain(text).replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

/// One line: line ends and control characters become spaces.
fn plain(text: &str) -> String {
    text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}

/// A record of RIS: a tag of two signs, two spaces, a hyphen, a space, a value of one line
/// (specification of Research Information Systems, 2001).
pub(super) fn ris(work: &Work) -> String {
    let kind = match work.kind {
        ReferenceKind::Book => "BOOK",
        ReferenceKind::Report => "RPRT",
        ReferenceKind::ArticleJournal => "JOUR",
        ReferenceKind::ArticleNewspaper => "NEWS",
        ReferenceKind::Webpage => "ELEC",
        ReferenceKind::Chapter => "CHAP",
    };
    let mut out = String::new();
    let mut line = |tag: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = write!(out, "{tag}  - {}\r\n", plain(value));
        }
    };
    line("TY", Some(kind));
    line("ID", Some(&work.key));
    for author in &work.authors {
        let name = match author {
            Author::Organisation(name) => name.clone(),
            Author::Person { family, given } => format!("{family}, {given}"),
        };
        line("AU", Some(&name));
    }
    line("TI", Some(&work.title));
    let date = work.date.map(|date| {
        let part = |n: Option<u8>| n.map(|n| format!("{n:02}")).unwrap_or_default();
        format!("{}/{}/{}/", date.year, part(date.month), part(date.day))
    });
    line("PY", work.date.map(|date| date.year.to_string()).as_deref());
    line("DA", date.as_deref());
    line("T2", work.container.as_deref());
    line("VL", work.volume.as_deref());
    line("IS", work.issue.as_deref());
    let (first, last) = match work.pages.as_deref().and_then(|pages| pages.split_once('–')) {
        Some((first, last)) => (Some(first), Some(last)),
        None => (work.pages.as_deref(), None),
    };
    line("SP", first);
    line("EP", last);
    line("PB", work.publisher.as_deref());
    line("DO", work.doi.as_deref());
    line("UR", work.url.as_deref());
    line("LA", work.language.as_deref());
    line("N1", work.note.as_deref());
    out.push_str("ER  - \r\n");
    out
}

/// Items by the schema of CSL data 1.0.2.
pub(super) fn csl_json(works: &[Work]) -> String {
    let mut json = Json::default();
    json.open('[');
    for work in works {
        json.open('{').pair("id", &work.key).pair("type", work.kind.name());
        json.key("author").open('[');
        for author in &work.authors {
            json.open('{');
            match author {
                Author::Organisation(name) => json.pair("literal", name),
                Author::Person { family, given } => {
                    json.pair("family", family).pair("given", given)
                }
            };
            json.close('}');
        }
        json.close(']');
        if let Some(date) = work.date {
            json.key("issued").open('{').key("date-parts").open('[').open('[');
            json.whole(date.year.into());
            for part in [date.month, date.day].into_iter().map_while(|part| part) {
                json.whole(part.into());
            }
            json.close(']').close(']').close('}');
        }
        json.pair("title", &work.title);
        for (key, value) in [
            ("container-title", &work.container),
            ("volume", &work.volume),
            ("issue", &work.issue),
            ("page", &work.pages),
            ("publisher", &work.publisher),
            ("URL", &work.url),
            ("DOI", &work.doi),
            ("language", &work.language),
            ("note", &work.note),
        ] {
            if let Some(value) = value {
                json.pair(key, value);
            }
        }
        json.close('}');
    }
    json.close(']');
    json.out
}
