//! Citations as sentences. Their connecting words are English: they belong to the styles.

use super::Work;
use crate::model::study::{Author, ReferenceKind};
use crate::units::PartialDate;
use std::fmt::Write;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Publication Manual of the APA, 7th edition, chapters 9 and 10.
pub(super) fn apa(work: &Work) -> String {
    let names: Vec<String> = work.authors.iter().map(|author| turned(author, true)).collect();
    let mut out = series(&names, ", ", ", & ");
    let date = work.date.map_or("n.d.".to_owned(), |date| match day(date) {
        Some(day) => format!("{}, {day}", date.year),
        None => date.year.to_string(),
    });
    let _ = write!(out, " ({date}). {}.", bare(&work.title));
    let number = match (&work.volume, &work.issue) {
        (Some(volume), Some(issue)) => Some(format!("{volume}({issue})")),
        (volume, _) => volume.clone(),
    };
    sentence(&mut out, &[work.container.clone(), number, work.pages.clone()]);
    if work.kind != ReferenceKind::ArticleJournal {
        sentence(&mut out, std::slice::from_ref(&work.publisher));
    }
    sentence(&mut out, std::slice::from_ref(&work.note));
    address(&mut out, work);
    out
}

/// Chicago Manual of Style, 17th edition, chapter 15.
pub(super) fn chicago(work: &Work) -> String {
    let turn = |(index, author)| turned_in_full(author, index == 0);
    let names: Vec<String> = work.authors.iter().enumerate().map(turn).collect();
    let mut out = series(&names, ", ", ", and ");
    if !out.ends_with('.') {
        out.push('.');
    }
    let year = work.date.map_or("n.d".to_owned(), |date| date.year.to_string());
    let _ = write!(out, " {year}. “{}.”", bare(&work.title));
    let journal = work.container.clone().map(|container| {
        let volume = work.volume.as_ref().map(|volume| format!(" {volume}")).unwrap_or_default();
        let issue = work.issue.as_ref().map(|issue| format!(", no. {issue}")).unwrap_or_default();
        let pages = work.pages.as_ref().map(|pages| format!(": {pages}")).unwrap_or_default();
        format!("{container}{volume}{issue}{pages}")
    });
    sentence(&mut out, &[journal, work.date.and_then(day)]);
    sentence(&mut out, std::slice::from_ref(&work.publisher));
    sentence(&mut out, std::slice::from_ref(&work.note));
    address(&mut out, work);
    out
}

/// Family first, then initials.
fn turned(author: &Author, initials: bool) -> String {
    match author {
        Author::Organisation(name) => name.clone(),
        Author::Person { family, given } if given.is_empty() => family.clone(),
        Author::Person { family, given } if initials => {
            let letters = given.split_whitespace().filter_map(|name| name.chars().next());
            let initials: Vec<String> = letters.map(|letter| format!("{letter}.")).collect();
            format!("{family}, {}", initials.join(" "))
        }
        Author::Person { family, given } => format!("{family}, {given}"),
    }
}

/// Family first for the first author, as people are called for the others.
fn turned_in_full(author: &Author, first: bool) -> String {
    match author {
        Author::Person { family, given } if !first && !given.is_empty() => {
            format!("{given} {family}")
        }
        _ => turned(author, false),
    }
}

fn series(names: &[String], comma: &str, last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{}{last}{end}", first.join(comma)),
    }
}

fn day(date: PartialDate) -> Option<String> {
    let month = MONTHS.get(usize::from(date.month?).checked_sub(1)?)?;
    Some(date.day.map_or_else(|| (*month).to_owned(), |day| format!("{month} {day}")))
}

/// A title without the stop that the sentence puts.
fn bare(title: &str) -> &str {
    title.trim_end_matches('.')
}

fn sentence(out: &mut String, parts: &[Option<String>]) {
    let said: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    if !said.is_empty() {
        let text = said.join(", ");
        let stop = if text.ends_with(['.', '?', '!', '۔', '؟']) { "" } else { "." };
        let _ = write!(out, " {text}{stop}");
    }
}

fn address(out: &mut String, work: &Work) {
    let doi = work.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
    if let Some(address) = doi.or_else(|| work.url.clone()) {
        let _ = write!(out, " {address}");
    }
}
