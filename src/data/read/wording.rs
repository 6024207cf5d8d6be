//! Texts in the languages of the readers.

use super::entry::{At, Entry};
use super::text::{self, Style};
use crate::i18n::Names;

impl<'a> Entry<'a> {
    /// A text in all three languages that must be there.
    pub(super) fn names(&self, key: &'static str, style: Style) -> Option<Names> {
        self.required(key)?;
        self.optional_names(key, style)?
    }

    /// A text in all three languages that may be left out; the outer `None` is a wrong one.
    pub(super) fn optional_names(&self, key: &'static str, style: Style) -> Option<Option<Names>> {
        if self.raw(key).is_none() {
            return Some(None);
        }
        let inner = self.inner(key)?;
        let [en, ur, ru] = ["en", "ur", "ru"].map(|lang| {
            let text = inner.text(lang)?;
            text::check(self.log, text, lang, style);
            Some(text.value.to_owned())
        });
        inner.finish();
        Some(Some(Names { en: en?, ur: ur?, ru: ru? }))
    }

    /// A text in English that must be there, with what translations there are. A language that lacks
    /// one has the English words: a reader then sees what is true, and is told that it is not
    /// translated.
    pub(super) fn wording(&self, key: &'static str) -> Option<Names> {
        self.required(key)?;
        self.optional_wording(key)?
    }

    /// The same, where it may be left out; the outer `None` is a wrong one.
    pub(super) fn optional_wording(&self, key: &'static str) -> Option<Option<Names>> {
        if self.raw(key).is_none() {
            return Some(None);
        }
        let inner = self.inner(key)?;
        let checked = |lang, text: At<'a, &'a str>| {
            text::check(self.log, text, lang, Style::Prose);
            text.value.to_owned()
        };
        let en = inner.text("en").map(|text| checked("en", text));
        let [ur, ru] = ["ur", "ru"]
            .map(|lang| Some(inner.optional_text(lang)?.map(|text| checked(lang, text))));
        inner.finish();
        let (en, ur, ru) = (en?, ur?, ru?);
        Some(Some(Names {
            ur: ur.unwrap_or_else(|| en.clone()),
            ru: ru.unwrap_or_else(|| en.clone()),
            en,
        }))
    }
}
