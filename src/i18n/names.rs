//! A text in all three languages.

use super::Lang;
use serde::{Deserialize, Serialize};

/// One name or sentence of the data, in every language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Names {
    /// English.
    pub en: String,
    /// Urdu.
    pub ur: String,
    /// Russian.
    pub ru: String,
}

impl Names {
    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ur => &self.ur,
            Lang::Ru => &self.ru,
        }
    }
}
