//! Words in the reader's language, for components.

use super::store::Store;
use crate::i18n::{Arg, Names};
use crate::model::id::Ref;
use crate::present;
use leptos::prelude::*;

impl Store {
    /// The words of a key, in the reader's language.
    pub fn t(&self, key: &str) -> String {
        let lang = self.lang.get();
        self.atlas().catalogs.text(lang, key)
    }

    /// The words of a key, for views. A signal, so that views with words are compiled once and not once
    /// for each place where words stand.
    pub fn words(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || self.t(key))
    }

    /// The words of a key with its placeholders filled.
    pub fn fill(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let lang = self.lang.get();
        self.atlas().catalogs.fill(lang, key, args)
    }

    /// As [`Self::fill`], where nothing follows the language.
    pub fn fill_untracked(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        untrack(|| self.fill(key, args))
    }

    /// A name of the data in the reader's language.
    pub fn name(&self, names: &Names) -> String {
        names.get(self.lang.get()).to_owned()
    }

    /// Has screen readers say something; the same a second time too.
    pub fn say(&self, words: String) {
        let again = self.said.with_untracked(|said| *said == words);
        // Only what changes is read: a space that nobody hears.
        self.said.set(if again { words + "\u{a0}" } else { words });
    }

    /// What a thing is, as a screen reader hears it.
    pub fn describe(&self, target: &Ref) -> String {
        let lang = self.lang.get();
        present::thing(&self.atlas(), lang, target)
    }
}
