//! Words of the model as they stand in a file: enumerations by their names, and texts that have a form.

use super::fields::{Read, fields};
use crate::i18n::Names;
use crate::model::{
    fact::Confidence,
    id::Id,
    institution::Standing,
    line::{Accuracy, Lane, Mode, Status},
    place::PlaceKind,
    source::SourceKind,
    study::{CheckState, ClaimKind},
};
use crate::units::{PartialDate, Unit};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// An enumeration whose values have names.
pub(super) trait Named: Copy + 'static {
    /// What the enumeration is called in the schema.
    const TITLE: &'static str;

    /// Every value.
    fn all() -> &'static [Self];

    /// The name of a value.
    fn word(self) -> &'static str;
}

macro_rules! named {
    ($($name:ident),+) => {$(
        impl Named for $name {
            const TITLE: &'static str = stringify!($name);

            fn all() -> &'static [Self] {
                &Self::ALL
            }

            fn word(self) -> &'static str {
                self.name()
            }
        }
    )+};
}

named!(
    Accuracy, CheckState, ClaimKind, Confidence, Lane, Mode, PlaceKind, SourceKind, Standing,
    Status, Unit
);

/// A value of an enumeration, by its name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word<T>(pub(super) T);

impl<T: Named> Read for Word<T> {
    fn read(value: &Value) -> Option<Self> {
        let text = value.as_str()?;
        T::all().iter().find(|one| one.word() == text).map(|one| Self(*one))
    }
}

impl<T: Named> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::TITLE.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::all().iter().map(|value| value.word()).collect();
        json_schema!({ "enum": words })
    }
}

/// A text that has a form of its own: what it is read as, and how its schema describes it.
macro_rules! text {
    ($(#[$doc:meta])* $name:ident($of:ty), $read:expr, $pattern:literal, $words:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) struct $name(pub(super) $of);

        impl $name {
            /// The text as such a value.
            pub(super) fn of(text: &str) -> Option<Self> {
                let read: fn(&str) -> Option<$of> = $read;
                read(text).map(Self)
            }
        }

        impl Read for $name {
            fn read(value: &Value) -> Option<Self> {
                value.as_str().and_then(Self::of)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": $words })
            }
        }
    };
}

text!(
    /// An id.
    Name(Id),
    Id::new,
    "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$",
    "An id: lower-case letters a to z, digits and inner hyphens, at most 64."
);
text!(
    /// A year, month or day.
    Date(PartialDate),
    |text| text.parse().ok(),
    "^\\d{4}(-\\d\\d(-\\d\\d)?)?$",
    "A year, month or day: 2021, 2021-05 or 2021-05-28."
);
text!(
    /// The code of a country.
    Country(String),
    |text| {
        let fits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        fits.then(|| text.to_owned())
    },
    "^[A-Z]{3}$",
    "A country by its three letters of ISO 3166-1, as PAK."
);
text!(
    /// An address on the web. No other scheme: a link must not run a program.
    Address(String),
    |text| {
        let web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let plain = text.chars().all(|sign| !sign.is_whitespace() && !sign.is_control());
        (web && plain && text.len() <= 2000).then(|| text.to_owned())
    },
    "^https?://\\S{1,1990}$",
    "An address that begins with https:// or http://."
);

/// A text for people: one for all languages, or one for each that there is.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(untagged)]
pub(super) enum Words {
    /// The same in all languages.
    Plain(#[schemars(length(min = 1, max = 2000))] String),
    /// By language; readers of one that is missing get another.
    Each(Each),
}

/// A text by language.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub(super) struct Each {
    /// English.
    #[schemars(length(min = 1, max = 2000))]
    en: Option<String>,
    /// Urdu.
    #[schemars(length(min = 1, max = 2000))]
    ur: Option<String>,
    /// Russian.
    #[schemars(length(min = 1, max = 2000))]
    ru: Option<String>,
}

fields!(Each { en = "en", ur = "ur", ru = "ru" });

impl Read for Words {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Plain(text.clone())),
            value => Each::read(value).map(Self::Each),
        }
    }
}

impl Words {
    /// The text in all languages: what is missing is English, or whatever there is.
    pub(super) fn names(&self) -> Names {
        match self {
            Self::Plain(text) => Names { en: text.clone(), ur: text.clone(), ru: text.clone() },
            Self::Each(Each { en, ur, ru }) => {
                let first = [en, ru, ur].into_iter().flatten().next().cloned().unwrap_or_default();
                let or = |text: &Option<String>| text.clone().unwrap_or_else(|| first.clone());
                Names { en: or(en), ur: or(ur), ru: or(ru) }
            }
        }
    }
}
