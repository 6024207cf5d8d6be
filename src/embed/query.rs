//! Questions to the claims, as they come from JavaScript.

use super::error;
use crate::claims::{Facet, Query, Refused};
use crate::i18n::Lang;
use crate::ui::store::Store;
use js_sys::Object;
use leptos::prelude::WithUntracked;
use wasm_bindgen::{JsCast, JsValue};

/// The value as an object, whichever window it was made in: each has an `Object` of its own.
pub(super) fn object(raw: &JsValue) -> Option<&Object> {
    raw.is_object().then(|| raw.unchecked_ref())
}

/// Reads a question: nothing, or an object of texts.
///
/// # Errors
///
/// `bad-query` for what is no object, for a key that there is not, and for a value that is no text or
/// that no claim can have; `unknown-id` for a thing that there is not.
pub(super) fn read(store: Store, raw: &JsValue) -> Result<(Lang, Query), JsValue> {
    let mut lang = store.state.with_untracked(|state| state.lang);
    let mut query = Query::default();
    if raw.is_undefined() || raw.is_null() {
        return Ok((lang, query));
    }
    let keys = || {
        let facets = Facet::ALL.map(Facet::name);
        ["lang", "search"].into_iter().chain(facets).collect::<Vec<_>>().join(", ")
    };
    let Some(object) = object(raw) else {
        return Err(error::bad_query(store, "{…}", &keys()));
    };
    for entry in Object::entries(object) {
        let entry: js_sys::Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        let Some(value) = entry.get(1).as_string() else {
            if entry.get(1).is_undefined() {
                continue;
            }
            return Err(error::bad_query(store, &key, "\"…\""));
        };
        if key == "lang" {
            let codes = Lang::ALL.map(Lang::code).join(", ");
            let known = Lang::ALL.into_iter().find(|known| known.code() == value);
            lang = known.ok_or_else(|| error::bad_query(store, &value, &codes))?;
        } else {
            query.set(&key, &value, &store.atlas()).map_err(|refused| match refused {
                Refused::Key => error::bad_query(store, &key, &keys()),
                Refused::Value(accepted) => error::bad_query(store, &value, accepted),
                Refused::Id => error::unknown_id(store, &value),
            })?;
        }
    }
    Ok((lang, query))
}
