//! `data/i18n/*.toml`: the words of the interface.
//!
//! Nested tables are joined by dots: `key` in `[map]` is `map.key`. A table of plural forms is a
//! counted message.

use super::desk::Desk;
use super::diagnostic::{Log, Spot, nearest};
use super::entry::{At, Raw};
use super::text::{self, Style};
use crate::i18n::{Catalog, Catalogs, Lang, Message, PluralForm};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

/// The messages of one language with their places; `None` when its file cannot be read.
type Read<'a> = Option<BTreeMap<String, At<'a, Message>>>;

/// The three catalogs, compared with each other and with what the data need.
pub(super) fn read(desk: &Desk<'_>) -> Catalogs {
    let catalogs: [Read<'_>; 3] = Lang::ALL.map(|lang| {
        let file = desk.file(&format!("data/i18n/{}.toml", lang.code()))?;
        let mut messages = BTreeMap::new();
        for (key, value) in file.pairs() {
            message(desk.log, lang, key.value.to_owned(), key.spot, &value, &mut messages);
        }
        Some(messages)
    });
    let [english, others @ ..] = &catalogs;
    if let Some(english) = english {
        for (lang, other) in Lang::ALL[1..].iter().zip(others) {
            if let Some(other) = other {
                compare(desk.log, english, *lang, other);
            }
        }
        for (key, spot) in desk.needs.borrow().iter() {
            if !english.contains_key(key) {
                let message = format!("the catalogs have no message `{key}`, which this needs");
                desk.log.report(*spot, message, &*hint_for_need(key, english));
            }
        }
    }
    Catalogs(catalogs.map(|read| Catalog {
        messages: read.into_iter().flatten().map(|(key, message)| (key, message.value)).collect(),
    }))
}

/// The nearest message of the same group: `fact.draught` for `fact.draft`, never a country.
fn hint_for_need(key: &str, english: &BTreeMap<String, At<'_, Message>>) -> String {
    let add = "add it to the three catalogs in data/i18n/";
    let (group, name) = key.rsplit_once('.').unwrap_or(("", key));
    let others = english.keys().filter_map(|known| {
        known.rsplit_once('.').filter(|(other, _)| *other == group).map(|(_, name)| name)
    });
    let likely = others
        .map(|other| (strsim::jaro_winkler(name, other), other))
        .filter(|(likeness, _)| *likeness >= 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match likely {
        Some((_, other)) => format!("did you mean `{group}.{other}`? else {add}"),
        None => add.to_owned(),
    }
}

fn message<'a>(
    log: &Log,
    lang: Lang,
    key: String,
    spot: Spot<'a>,
    raw: &Raw<'a>,
    out: &mut BTreeMap<String, At<'a, Message>>,
) {
    let message = match raw.value {
        DeValue::String(value) => {
            check(log, lang, At { value, spot: raw.spot });
            Message::Plain(value.to_string())
        }
        DeValue::Table(table) if is_counted(table) => {
            Message::Counted(forms(log, lang, table, spot))
        }
        DeValue::Table(table) => {
            for (name, value) in table {
                let at = |offset| Spot { document: spot.document, offset };
                let value_at = At { value: value.get_ref(), spot: at(value.span().start) };
                let longer = format!("{key}.{}", name.get_ref());
                message(log, lang, longer, at(name.span().start), &value_at, out);
            }
            return;
        }
        other => {
            let message = format!("a message is a text, not {}", other.type_str());
            log.report(raw.spot, message, None);
            return;
        }
    };
    if out.insert(key.clone(), At { value: message, spot }).is_some() {
        log.report(spot, format!("the message `{key}` stands here twice"), None);
    }
}

fn is_counted(table: &DeTable<'_>) -> bool {
    let form = |name: &str| PluralForm::ALL.iter().any(|form| form.name() == name);
    !table.is_empty() && table.keys().all(|key| form(key.get_ref()))
}

fn forms<'a>(
    log: &Log,
    lang: Lang,
    table: &'a DeTable<'a>,
    spot: Spot<'a>,
) -> BTreeMap<PluralForm, String> {
    let wanted = PluralForm::of(lang);
    let names =
        |forms: &[PluralForm]| forms.iter().map(|form| form.name()).collect::<Vec<_>>().join(", ");
    let mut forms = BTreeMap::new();
    for form in PluralForm::ALL {
        let Some(value) = table.get(form.name()) else {
            if wanted.contains(&form) {
                let hint = format!("this language has the forms {}", names(wanted));
                let message = format!("the plural form `{}` is missing", form.name());
                log.report(spot, message, &*hint);
            }
            continue;
        };
        let at = Spot { document: spot.document, offset: value.span().start };
        if !wanted.contains(&form) {
            let hint = format!("this language has the forms {}", names(wanted));
            log.report(at, format!("the plural form `{}` is never used", form.name()), &*hint);
        }
        match value.get_ref().as_str() {
            Some(text) => {
                check(log, lang, At { value: text, spot: at });
                forms.insert(form, text.to_owned());
            }
            None => log.report(at, "a plural form is a text", None),
        }
    }
    forms
}

fn check(log: &Log, lang: Lang, text: At<'_, &str>) {
    if text.value.trim().is_empty() {
        log.report(text.spot, "this message is empty", None);
    }
    if placeholders(text.value).is_none() {
        let hint = "a placeholder is {name}, in small letters, digits and _";
        log.report(text.spot, "a brace stands alone in this message", hint);
    }
    text::check(log, text, lang.code(), Style::Prose);
}

/// The names in braces, or `None` when a brace has no partner or holds no name.
fn placeholders(text: &str) -> Option<BTreeSet<&str>> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let inside = rest[open..].strip_prefix('{')?;
        let (name, after) = inside.split_once('}')?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if name.is_empty() || !name.bytes().all(plain) {
            return None;
        }
        found.insert(name);
        rest = after;
    }
    Some(found)
}

fn all_placeholders(message: &Message) -> BTreeSet<&str> {
    let texts: Vec<&String> = match message {
        Message::Plain(text) => vec![text],
        Message::Counted(forms) => forms.values().collect(),
    };
    texts.into_iter().filter_map(|text| placeholders(text)).flatten().collect()
}

/// Keys, kinds of message and placeholders of a translation are those of the English catalog.
fn compare<'a>(
    log: &Log,
    english: &BTreeMap<String, At<'a, Message>>,
    lang: Lang,
    other: &BTreeMap<String, At<'a, Message>>,
) {
    let code = lang.code();
    for (key, message) in english {
        let Some(translated) = other.get(key) else {
            let text = format!("the message `{key}` has no translation in {code}.toml");
            log.report(message.spot, text, &*format!("add it to data/i18n/{code}.toml"));
            continue;
        };
        let counted = |message: &Message| matches!(message, Message::Counted(_));
        if counted(&message.value) != counted(&translated.value) {
            let text = format!("`{key}` is counted in one of en.toml and {code}.toml only");
            log.report(translated.spot, text, "give plural forms in both, or in neither");
        }
        let (wanted, found) =
            (all_placeholders(&message.value), all_placeholders(&translated.value));
        if wanted != found {
            let list = |names: &BTreeSet<&str>| {
                names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ")
            };
            let text = format!(
                "the placeholders of `{key}` are `{}`, but `{}` in English",
                list(&found),
                list(&wanted)
            );
            log.report(translated.spot, text, None);
        }
    }
    for (key, translated) in other.iter().filter(|(key, _)| !english.contains_key(*key)) {
        let text = format!("the message `{key}` does not exist in en.toml");
        let hint = nearest(key, english.keys().map(String::as_str));
        log.report(translated.spot, text, hint.as_deref());
    }
}
