//! The words of the interface: messages by key, with placeholders and plural forms.
//!
//! A message is looked up by its dotted key. `{name}` stands for an argument. A counted message
//! has one whole sentence per plural form, chosen by the number `n` as displayed; CLDR 48 gives
//! the rules: English and Urdu `one`, `other`; Russian `one`, `few`, `many`, `other`.

use super::{Lang, number};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A plural category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PluralForm {
    /// One thing (and, in Russian, 21, 31, …).
    One,
    /// Russian 2 to 4, 22 to 24, …
    Few,
    /// Russian 0, 5 to 20, …
    Many,
    /// Everything else, fractions included.
    Other,
}

impl PluralForm {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::One, Self::Few, Self::Many, Self::Other];

    /// The name in the catalogs.
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The forms that `lang` distinguishes.
    pub fn of(lang: Lang) -> &'static [Self] {
        match lang {
            Lang::En | Lang::Ur => &[Self::One, Self::Other],
            Lang::Ru => &Self::ALL,
        }
    }

    /// The form that a range takes in `lang`: in Russian that of its second number, elsewhere
    /// always `other`.
    pub fn of_range(lang: Lang, high: f64) -> Self {
        match lang {
            Lang::En | Lang::Ur => Self::Other,
            Lang::Ru => Self::select(lang, high),
        }
    }

    /// The form that `n` takes in `lang`.
    pub fn select(lang: Lang, n: f64) -> Self {
        let whole = n.fract() == 0.0;
        if !whole {
            return Self::Other;
        }
        let n = n.abs() as u64;
        match lang {
            Lang::En | Lang::Ur if n == 1 => Self::One,
            Lang::En | Lang::Ur => Self::Other,
            Lang::Ru => match (n % 10, n % 100) {
                (1, hundred) if hundred != 11 => Self::One,
                (2..=4, hundred) if !(12..=14).contains(&hundred) => Self::Few,
                _ => Self::Many,
            },
        }
    }
}

/// One message of one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// A text, placeholders in braces.
    Plain(String),
    /// A text for each plural form that the language has.
    Counted(BTreeMap<PluralForm, String>),
}

/// The messages of one language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Catalog {
    /// By key.
    pub messages: BTreeMap<String, Message>,
}

/// The catalogs of all languages, in the order of [`Lang::ALL`].
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Catalogs(pub [Catalog; 3]);

/// A value for a placeholder.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// A text, put in between isolates so that its direction does not spill over.
    Text(&'a str),
    /// Words or digits already in the language of the message, put in as they are.
    Word(&'a str),
    /// A number, formatted for the language; `n` also chooses the plural form.
    Number(f64),
    /// A number or range already formatted; as `n` it brings its plural form along.
    Counted {
        /// What is put in, as it is.
        text: &'a str,
        /// The form of the message.
        form: PluralForm,
    },
}

impl Catalogs {
    /// The message `key` in `lang`; in English where the language lacks it; else the key itself,
    /// which the tests on the catalogs keep from happening.
    pub fn text(&self, lang: Lang, key: &str) -> String {
        self.fill(lang, key, &[])
    }

    /// Whether `lang` has the message.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.0[lang as usize].messages.contains_key(key)
    }

    /// The message `key` in `lang` with its placeholders filled.
    pub fn fill(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let found = self.0[lang as usize]
            .messages
            .get(key)
            .map(|message| (lang, message))
            .or_else(|| self.0[0].messages.get(key).map(|message| (Lang::En, message)));
        let Some((lang, message)) = found else {
            return key.to_owned();
        };
        let template = match message {
            Message::Plain(text) => text,
            Message::Counted(forms) => {
                let form = args.iter().find_map(|(name, arg)| match arg {
                    Arg::Number(n) if *name == "n" => {
                        Some(PluralForm::select(lang, number::shown(*n)))
                    }
                    Arg::Counted { form, .. } if *name == "n" => Some(*form),
                    _ => None,
                });
                let form = form.unwrap_or(PluralForm::Other);
                match forms.get(&form).or_else(|| forms.get(&PluralForm::Other)) {
                    Some(text) => text,
                    None => return key.to_owned(),
                }
            }
        };
        fill_template(lang, template, args)
    }
}

fn fill_template(lang: Lang, template: &str, args: &[(&str, Arg<'_>)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else {
            break;
        };
        let name = &rest[open + 1..open + close];
        match args.iter().find(|(known, _)| *known == name) {
            // First-strong isolate … pop: a Latin id inside Urdu keeps its own direction.
            Some((_, Arg::Text(text))) => {
                filled.push('\u{2068}');
                filled.extend(text.chars().filter(|sign| !turns_direction(*sign)));
                filled.push('\u{2069}');
            }
            Some((_, Arg::Word(text) | Arg::Counted { text, .. })) => filled.push_str(text),
            Some((_, Arg::Number(n))) => filled.push_str(&number::plain(lang, *n)),
            None => filled.push_str(&rest[open..=open + close]),
        }
        rest = &rest[open + close + 1..];
    }
    filled.push_str(rest);
    filled
}

/// Whether the sign begins or ends an isolate, embedding or override. A text out of an address
/// may bring them along to break out of its isolate; no name needs them.
fn turns_direction(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// As much of what somebody wrote as a message can bear.
pub fn cut(text: &str) -> String {
    text.chars().take(64).collect()
}
