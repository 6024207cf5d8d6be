//! The words that scripts need without the program, taken from the catalogs: a few for `element.js`, and those
//! of the page `selftest.html`.

use atlas::i18n::Lang;
use atlas::model::atlas::Atlas;
use serde_json::{Map, Value};

/// Names in `element.js`, and the keys of their words.
const WORDS: &[(&str, &str)] = &[
    ("loading", "app.loading"),
    ("title", "error.title"),
    ("panic", "error.panic"),
    ("reload", "error.reload"),
    ("update", "app.update"),
    ("close", "panel.close"),
    ("data", "error.data"),
    ("load", "error.load"),
    ("blocked", "error.blocked"),
    ("old", "error.old"),
    ("missing", "error.missing"),
    ("type", "error.type"),
    ("changed", "error.changed"),
    ("later", "later.failed"),
    ("not_ready", "api.not_ready"),
];

/// Names in `selftest.js`, and the keys of their words.
const SELFTEST: &[(&str, &str)] = &[
    ("title", "selftest.title"),
    ("lead", "selftest.lead"),
    ("what", "selftest.what"),
    ("outcome", "selftest.outcome"),
    ("running", "selftest.running"),
    ("all_good", "selftest.all_good"),
    ("some_bad", "selftest.some_bad"),
    ("stopped", "selftest.stopped"),
    ("good", "selftest.good"),
    ("files", "selftest.files"),
    ("all", "selftest.all"),
    ("status", "selftest.status"),
    ("type", "selftest.type"),
    ("changed", "selftest.changed"),
    ("missing", "selftest.missing"),
    ("missing_bad", "selftest.missing_bad"),
    ("packed", "selftest.packed"),
    ("packed_bad", "selftest.packed_bad"),
    ("cache", "selftest.cache"),
    ("cache_short", "selftest.cache_short"),
    ("cache_long", "selftest.cache_long"),
    ("wasm_bad", "selftest.wasm_bad"),
    ("secure_bad", "selftest.secure_bad"),
    ("shared", "selftest.shared"),
    ("shared_yes", "selftest.shared_yes"),
    ("shared_no", "selftest.shared_no"),
    ("frames", "selftest.frames"),
    ("frames_all", "selftest.frames_all"),
    ("frames_some", "selftest.frames_some"),
];

/// The module `texts.js`.
pub fn module(atlas: &Atlas) -> String {
    written(atlas, "texts", WORDS, &[])
}

/// The module `selftest-texts.js`; its words travel in no other file.
pub fn selftest(atlas: &Atlas) -> String {
    written(atlas, "words", SELFTEST, &[("name", "lang")])
}

/// Whether the words of a key travel in a module of their own.
pub fn is_apart(key: &str) -> bool {
    key.starts_with("selftest.")
}

/// A module that exports the words by language; `by_code` names groups with an entry for each language.
fn written(
    atlas: &Atlas,
    export: &str,
    words: &[(&str, &str)],
    by_code: &[(&str, &str)],
) -> String {
    let of = |lang: Lang| {
        let frame = [("lang", lang.code()), ("dir", lang.direction().name())];
        let frame = frame.into_iter().map(|(name, value)| (name, value.to_owned()));
        let own = by_code.iter().map(|(name, group)| {
            (*name, atlas.catalogs.text(lang, &format!("{group}.{}", lang.code())))
        });
        let words = words.iter().map(|(name, key)| (*name, atlas.catalogs.text(lang, key)));
        let words = words.chain(own);
        let entries = frame.chain(words).map(|(name, text)| (name.to_owned(), Value::from(text)));
        Value::Object(entries.collect::<Map<_, _>>())
    };
    let all: Map<_, _> =
        Lang::ALL.map(|lang| (lang.code().to_owned(), of(lang))).into_iter().collect();
    let json = serde_json::to_string_pretty(&Value::Object(all)).unwrap_or_default();
    format!("// Written by `cargo xtask gen` from data/i18n.\nexport const {export} = {json};\n")
}
