//! The few words that `element.js` needs without the program, taken from the catalogs.

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
    ("wasm", "error.wasm"),
    ("later", "later.failed"),
    ("not_ready", "api.not_ready"),
];

/// The module `texts.js`.
pub fn module(atlas: &Atlas) -> String {
    let of = |lang: Lang| {
        let frame = [("lang", lang.code()), ("dir", lang.direction().name())];
        let frame = frame.into_iter().map(|(name, value)| (name, value.to_owned()));
        let words = WORDS.iter().map(|(name, key)| (*name, atlas.catalogs.text(lang, key)));
        let entries = frame.chain(words).map(|(name, text)| (name.to_owned(), Value::from(text)));
        Value::Object(entries.collect::<Map<_, _>>())
    };
    let all: Map<_, _> =
        Lang::ALL.map(|lang| (lang.code().to_owned(), of(lang))).into_iter().collect();
    let json = serde_json::to_string_pretty(&Value::Object(all)).unwrap_or_default();
    format!("// Written by `cargo xtask gen` from data/i18n.\nexport const texts = {json};\n")
}
