//! What a host asks for, read once.

use crate::export::format::{FileKind, Format};
use crate::i18n::Lang;
use crate::state::{AppState, Theme};
use crate::ui::export::job::{Order, TIMES};
use crate::ui::store::{Controls, Gestures};
use js_sys::Object;
use serde::Deserialize;

/// As it comes from `element.js`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawOptions {
    lang: Option<String>,
    theme: Option<String>,
    pub(super) state: Option<String>,
    controls: Option<String>,
    gestures: Option<String>,
    canonical: Option<String>,
    /// Languages of the page around and of the browser, best first.
    languages: Vec<String>,
    /// Whether the atlas owns the page: address, history, title, language.
    pub(super) page: bool,
}

/// An option whose value cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BadOption {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) allowed: &'static str,
}

/// The options as the atlas uses them.
#[derive(Debug, Clone)]
pub(super) struct Options {
    /// What holds where the fragment says nothing.
    pub(super) base: AppState,
    pub(super) controls: Controls,
    pub(super) gestures: Gestures,
    /// The address that links lead to, where the host names one.
    pub(super) canonical: Option<String>,
    /// Values that were passed over.
    pub(super) bad: Vec<BadOption>,
}

/// One option by its attribute's name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Choice {
    Lang(Lang),
    Theme(Theme),
    Controls(Controls),
    Gestures(Gestures),
}

impl Choice {
    /// Reads an option.
    pub(super) fn read(name: &str, value: &str) -> Result<Self, BadOption> {
        let bad = |name, allowed| BadOption { name, value: value.to_owned(), allowed };
        match name {
            "lang" => {
                Lang::from_tag(value).map(Self::Lang).ok_or_else(|| bad("lang", "en, ur, ru"))
            }
            "theme" => Theme::from_name(value)
                .map(Self::Theme)
                .ok_or_else(|| bad("theme", "auto, light, dark")),
            "controls" => Controls::from_name(value)
                .map(Self::Controls)
                .ok_or_else(|| bad("controls", "full, compact, none")),
            "gestures" => match value {
                "cooperative" => Ok(Self::Gestures(Gestures::Cooperative)),
                "direct" => Ok(Self::Gestures(Gestures::Direct)),
                _ => Err(bad("gestures", "cooperative, direct")),
            },
            _ => Err(bad("option", "lang, theme, state, controls, gestures")),
        }
    }
}

impl RawOptions {
    /// The options that can be used; what cannot is listed and left at its default.
    pub(super) fn checked(&self) -> Options {
        let mut options = Options {
            base: AppState::default(),
            controls: Controls::Full,
            gestures: if self.page { Gestures::Direct } else { Gestures::Cooperative },
            canonical: None,
            bad: Vec::new(),
        };
        options.base.lang =
            self.languages.iter().find_map(|tag| Lang::from_tag(tag)).unwrap_or_default();
        let given = [
            ("lang", &self.lang),
            ("theme", &self.theme),
            ("controls", &self.controls),
            ("gestures", &self.gestures),
        ];
        for (name, value) in given {
            let Some(value) = value else { continue };
            match Choice::read(name, value) {
                Ok(Choice::Lang(lang)) => options.base.lang = lang,
                Ok(Choice::Theme(theme)) => options.base.theme = theme,
                Ok(Choice::Controls(controls)) => options.controls = controls,
                Ok(Choice::Gestures(gestures)) => options.gestures = gestures,
                Err(bad) => options.bad.push(bad),
            }
        }
        match &self.canonical {
            Some(address) if is_address(address) => options.canonical = Some(address.clone()),
            Some(other) => options.bad.push(BadOption {
                name: "canonical",
                value: other.clone(),
                allowed: "https://…",
            }),
            None => {}
        }
        options
    }
}

/// Whether others can open it: an address of the web, and no file of this machine.
fn is_address(text: &str) -> bool {
    ["https://", "http://"].into_iter().any(|scheme| text.starts_with(scheme))
}

/// How a host wants a file, as it comes from JavaScript.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FileOptions {
    /// The size of a figure.
    format: Option<String>,
    /// The resolution of a picture.
    scale: Option<f64>,
}

impl FileOptions {
    const KEYS: [&str; 2] = ["format", "scale"];

    /// The first key of the object that names no option: serde sees only those that it asks for.
    pub(super) fn unknown(given: &Object) -> Option<BadOption> {
        let keys = Object::keys(given);
        let mut names = keys.iter().filter_map(|key| key.as_string());
        let value = names.find(|key| !Self::KEYS.contains(&key.as_str()))?;
        Some(BadOption { name: "export", value, allowed: "format, scale" })
    }

    /// The order for a file of that kind.
    pub(super) fn order(&self, kind: &str) -> Result<Order, BadOption> {
        let bad = |name, value: &str, allowed| BadOption { name, value: value.to_owned(), allowed };
        let kind = FileKind::from_name(kind)
            .ok_or_else(|| bad("export", kind, "svg, png, geojson, csv, bibtex, ris, csl-json"))?;
        let format = match self.format.as_deref() {
            None => Format::default(),
            Some(name) => Format::from_name(name).ok_or_else(|| {
                let all = "screen, slide, a4-landscape, a4-portrait, a3-landscape, a3-portrait";
                bad("format", name, all)
            })?,
        };
        let times = self.scale.unwrap_or(*TIMES.start());
        if !TIMES.contains(&times) {
            return Err(bad("scale", &times.to_string(), "1–4"));
        }
        Ok(Order { kind, format, times })
    }
}
