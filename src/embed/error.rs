//! Errors as a host sees them: a stable code and a message that says what to do.

use crate::export::records::routes::refusal as refusal_in_words;
use crate::i18n::{Arg, cut};
use crate::network::QueryError;
use crate::state::Problem;
use crate::ui::store::Store;
use leptos::prelude::WithUntracked;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// What went wrong, for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// Nothing in the data bears the id.
    UnknownId,
    /// A state that cannot be read.
    BadState,
    /// An option or attribute with a value it cannot have.
    BadOption,
    /// A question with a key or value that there is not.
    BadQuery,
    /// A file beside the program could not be loaded.
    LoadFailed,
    /// The browser gives no surface to draw on.
    NoCanvas,
    /// Data that somebody brought have problems.
    BadData,
    /// The data have no network to search.
    NoNetwork,
    /// The embedded data cannot be read.
    BadArtifact,
}

impl Code {
    /// The code as hosts know it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::UnknownId => "unknown-id",
            Self::BadState => "bad-state",
            Self::BadOption => "bad-option",
            Self::BadQuery => "bad-query",
            Self::LoadFailed => "load-failed",
            Self::NoCanvas => "no-canvas",
            Self::BadData => "bad-data",
            Self::NoNetwork => "no-network",
            Self::BadArtifact => "bad-artifact",
        }
    }
}

#[derive(Serialize)]
struct Raw<'a> {
    code: &'static str,
    message: &'a str,
}

/// What `element.js` makes an `AtlasError` of.
pub(super) fn new(code: Code, message: &str) -> JsValue {
    super::host::plain(&Raw { code: code.name(), message })
}

/// The words that list what is allowed.
fn one_of(store: Store, allowed: &str) -> String {
    store.fill_untracked("hint.one_of", &[("values", Arg::Text(allowed))])
}

/// The error for an id that nothing bears.
pub(super) fn unknown_id(store: Store, id: &str) -> JsValue {
    let id = cut(id);
    new(Code::UnknownId, &store.fill_untracked("api.unknown_id", &[("id", Arg::Text(&id))]))
}

/// The error for an option's value.
pub(super) fn bad_option(store: Store, option: &str, value: &str, allowed: &str) -> JsValue {
    let (value, hint) = (cut(value), one_of(store, allowed));
    let args =
        [("option", Arg::Text(option)), ("value", Arg::Text(&value)), ("hint", Arg::Word(&hint))];
    new(Code::BadOption, &store.fill_untracked("api.bad_option", &args))
}

/// The error for the first bad part of a state.
pub(super) fn bad_state(store: Store, problem: &Problem) -> JsValue {
    match problem {
        Problem::UnknownId { given, .. } => unknown_id(store, given),
        Problem::UnknownKey { key } | Problem::BadValue { key, .. } => {
            new(Code::BadState, &store.fill_untracked("api.bad_state", &[("part", Arg::Text(key))]))
        }
        Problem::TooLong => {
            new(Code::BadState, &store.fill_untracked("api.bad_state", &[("part", Arg::Text("…"))]))
        }
    }
}

/// The error for a picture that the browser cannot draw.
pub(super) fn no_canvas(store: Store) -> JsValue {
    new(Code::NoCanvas, &store.fill_untracked("error.canvas", &[]))
}

/// The error for a part of a question.
pub(super) fn bad_query(store: Store, part: &str, allowed: &str) -> JsValue {
    let (part, hint) = (cut(part), one_of(store, allowed));
    let args = [("part", Arg::Text(&part)), ("hint", Arg::Word(&hint))];
    new(Code::BadQuery, &store.fill_untracked("api.bad_query", &args))
}

/// The error for a question that is none.
pub(super) fn refused(store: Store, refusal: &QueryError) -> JsValue {
    let code = match refusal {
        QueryError::UnknownPlace(_)
        | QueryError::UnknownClosure(_)
        | QueryError::UnknownAssumption(_) => Code::UnknownId,
        _ => Code::BadQuery,
    };
    let atlas = store.atlas();
    let lang = store.state.with_untracked(|state| state.lang);
    new(code, &refusal_in_words(&atlas.catalogs, lang, refusal))
}

/// The error for a file beside the program that could not be loaded.
pub(super) fn no_part(store: Store, name: &str) -> JsValue {
    new(Code::LoadFailed, &store.fill_untracked("api.no_part", &[("name", Arg::Text(name))]))
}

/// The error for routes in data without a network.
pub(super) fn no_network(store: Store) -> JsValue {
    new(Code::NoNetwork, &store.fill_untracked("api.no_network", &[]))
}
