//! The words of the field: what `data/glossary.toml` settles holds in every text that people read.

use crate::shipped;
use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::Path};
use toml::{Table, Value};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    en: String,
    find: Vec<String>,
    ur: String,
    ru: String,
    ur_any: Vec<String>,
    ru_any: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(rename = "note")]
    _note: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Glossary {
    term: Vec<Term>,
}

/// One text in the three languages; a counted message has several forms.
struct Texts {
    place: String,
    forms: [Vec<String>; 3],
}

fn glossary() -> Vec<Term> {
    let text = fs::read_to_string(shipped::root("data/glossary.toml")).unwrap();
    toml::from_str::<Glossary>(&text).unwrap().term
}

fn table(path: &Path) -> Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The messages of a catalog by their keys.
fn messages(table: &Table, before: &str, found: &mut Vec<(String, Vec<String>)>) {
    for (name, value) in table {
        let key = format!("{before}{name}");
        match value {
            Value::String(text) => found.push((key, vec![text.clone()])),
            Value::Table(forms) if forms.contains_key("other") && forms.contains_key("one") => {
                let forms = forms.values().filter_map(Value::as_str).map(str::to_owned);
                found.push((key, forms.collect()));
            }
            Value::Table(inner) => messages(inner, &format!("{key}."), found),
            _ => {}
        }
    }
}

/// The texts that stand in all three languages in one place of a file.
fn inline(value: &Value, place: &str, found: &mut Vec<Texts>) {
    match value {
        Value::Table(table) => {
            let words = ["en", "ur", "ru"].map(|lang| table.get(lang).and_then(Value::as_str));
            if let [Some(_), Some(_), Some(_)] = words {
                let forms = words.map(|text| text.into_iter().map(str::to_owned).collect());
                found.push(Texts { place: place.to_owned(), forms });
            }
            table.values().for_each(|value| inline(value, place, found));
        }
        Value::Array(items) => items.iter().for_each(|value| inline(value, place, found)),
        _ => {}
    }
}

fn texts() -> Vec<Texts> {
    let data = shipped::root("data");
    let catalogs = ["en", "ur", "ru"].map(|lang| {
        let mut found = Vec::new();
        messages(&table(&data.join(format!("i18n/{lang}.toml"))), "", &mut found);
        found.sort();
        found
    });
    let [en, ur, ru] = catalogs;
    let mut found = Vec::new();
    for ((en, ur), ru) in en.into_iter().zip(ur).zip(ru) {
        assert!(en.0 == ur.0 && en.0 == ru.0, "{} {} {}", en.0, ur.0, ru.0);
        found.push(Texts { place: en.0, forms: [en.1, ur.1, ru.1] });
    }
    for folder in ["", "study", "network"] {
        for entry in fs::read_dir(data.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "toml") && !path.ends_with("glossary.toml")
            {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                inline(&Value::Table(table(&path)), &name, &mut found);
            }
        }
    }
    found
}

/// A text for comparison: small letters, plain spaces, no placeholders.
fn fold(text: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for letter in text.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase().chars() {
        inside = inside || letter == '{';
        plain.push(if inside { ' ' } else { letter });
        inside = inside && letter != '}';
    }
    plain
}

/// Whether the words stand in the text as words of their own, in the singular or the plural.
fn uses(text: &str, words: &str) -> bool {
    let apart =
        |letter: Option<char>| !letter.is_some_and(|one| one.is_alphanumeric() || one == '_');
    text.match_indices(words).any(|(at, _)| {
        let rest = &text[at + words.len()..];
        apart(text[..at].chars().next_back())
            && ["", "s", "es"]
                .iter()
                .any(|end| rest.strip_prefix(end).is_some_and(|after| apart(after.chars().next())))
    })
}

fn holds_one(text: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| text.contains(stem.as_str()))
}

#[test]
fn texts_use_the_words_of_the_glossary() {
    let (terms, texts) = (glossary(), texts());
    let folded: Vec<[Vec<String>; 3]> = texts
        .iter()
        .map(|texts| {
            texts.forms.each_ref().map(|forms| forms.iter().map(|form| fold(form)).collect())
        })
        .collect();
    let mut wrong = Vec::new();
    for term in &terms {
        let mut excused = BTreeSet::new();
        let mut used = false;
        for (texts, [en, ur, ru]) in texts.iter().zip(&folded) {
            if !en.iter().any(|text| term.find.iter().any(|words| uses(text, words))) {
                continue;
            }
            used = true;
            let fits = ur.iter().all(|text| holds_one(text, &term.ur_any))
                && ru.iter().all(|text| holds_one(text, &term.ru_any));
            let excuse = term.except.iter().find(|excuse| {
                texts.place == **excuse
                    || texts.forms[0].iter().any(|text| text.starts_with(excuse.as_str()))
            });
            match excuse {
                Some(excuse) if !fits => drop(excused.insert(excuse)),
                _ if !fits => {
                    wrong.push(format!("“{}” in {}: {:?}", term.en, texts.place, texts.forms))
                }
                _ => {}
            }
        }
        if !used {
            wrong.push(format!("“{}” stands in no text", term.en));
        }
        for excuse in term.except.iter().filter(|excuse| !excused.contains(excuse)) {
            wrong.push(format!("“{}” needs no exception for {excuse}", term.en));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn terms_are_found_by_their_own_words() {
    let terms = glossary();
    assert!(terms.len() >= 150, "{}", terms.len());
    let names: BTreeSet<&str> = terms.iter().map(|term| term.en.as_str()).collect();
    assert_eq!(names.len(), terms.len(), "a term stands twice");
    for term in &terms {
        assert!(term.find.iter().any(|words| uses(&fold(&term.en), words)), "{}", term.en);
        assert!(holds_one(&fold(&term.ur), &term.ur_any), "{}", term.ur);
        assert!(holds_one(&fold(&term.ru), &term.ru_any), "{}", term.ru);
    }
}

#[test]
fn words_are_found_as_words() {
    assert!(uses("three locks here", "lock") && uses("a lock", "lock"));
    assert!(!uses("unlocked clocks", "lock") && !uses("blockade", "lock"));
    assert_eq!(fold("A\u{a0}{country} Lock"), "a           lock");
}
