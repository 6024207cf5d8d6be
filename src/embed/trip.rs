//! Questions for routes, as they come from JavaScript: read as the parts of a link are, so that both mean
//! the same.

use super::{error, query::object};
use crate::network::Query;
use crate::state::{AppState, Problem, fragment};
use crate::ui::store::Store;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The keys of a question, as hosts write them.
const KEYS: [&str; 12] = [
    "from",
    "to",
    "via",
    "by",
    "month",
    "closed",
    "modes",
    "statuses",
    "vessel",
    "cargo",
    "alternatives",
    "assumptions",
];

/// The key of the limit, in questions for reach.
const LIMIT: &str = "limit";

/// Reads a question; `limit` is asked for and given back where `reach` is true.
///
/// # Errors
///
/// `bad-query` for what is no object, for a key that there is not and for a bad value; `unknown-id` for
/// a place that there is not.
pub(super) fn read(store: Store, raw: &JsValue, reach: bool) -> Result<(Query, f64), JsValue> {
    let keys =
        || KEYS.iter().chain(reach.then_some(&LIMIT)).copied().collect::<Vec<_>>().join(", ");
    let Some(object) = object(raw) else {
        return Err(error::bad_query(store, "{…}", &keys()));
    };
    let mut parts: Vec<String> = Vec::new();
    let mut limit = f64::NAN;
    for entry in Object::entries(object) {
        let entry: Array = entry.unchecked_into();
        let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        match key.as_str() {
            LIMIT if reach => limit = value.as_f64().unwrap_or(f64::NAN),
            "assumptions" => changes(store, &value, &mut parts)?,
            key if KEYS.contains(&key) => {
                let name = if key == "alternatives" { "n" } else { key };
                let text = text(&value).ok_or_else(|| error::bad_query(store, key, "\"…\""))?;
                // Nothing asked for is the same as the key left out.
                if !text.is_empty() {
                    parts.push(format!("{name}={}", js_sys::encode_uri_component(&text)));
                }
            }
            key => return Err(error::bad_query(store, key, &keys())),
        }
    }
    if reach && !(limit.is_finite() && limit > 0.0) {
        return Err(error::bad_query(store, LIMIT, "> 0"));
    }
    let (state, problems) = fragment::read(&parts.join("&"), &AppState::default(), &store.atlas());
    match problems.first() {
        None => {}
        Some(Problem::BadValue { value, expected: "id" | "id,id,…", .. }) => {
            return Err(error::unknown_id(store, value));
        }
        Some(Problem::BadValue { key, expected, .. }) => {
            return Err(error::bad_query(store, key, expected));
        }
        Some(Problem::UnknownId { given, .. }) => return Err(error::unknown_id(store, given)),
        Some(Problem::UnknownKey { key }) => return Err(error::bad_query(store, key, &keys())),
        Some(Problem::TooLong) => return Err(error::bad_query(store, "closed", "≤ 8 kB")),
    }
    Ok((state.trip.query, limit))
}

/// A text, a number, or a list of these.
fn text(value: &JsValue) -> Option<String> {
    if Array::is_array(value) {
        let list: &Array = value.unchecked_ref();
        let items: Option<Vec<String>> = list.iter().map(|item| text(&item)).collect();
        return items.map(|items| items.join(","));
    }
    value.as_string().or_else(|| value.as_f64().map(|number| number.to_string()))
}

/// Assumptions that the host changes: low, middle and high by id.
fn changes(store: Store, value: &JsValue, parts: &mut Vec<String>) -> Result<(), JsValue> {
    let refused = |id: &str| error::bad_query(store, id, "{low, mid, high}");
    let object = object(value).ok_or_else(|| refused("assumptions"))?;
    for entry in Object::entries(object) {
        let entry: Array = entry.unchecked_into();
        let id = entry.get(0).as_string().unwrap_or_default();
        let figure = |key: &str| Reflect::get(&entry.get(1), &key.into()).ok()?.as_f64();
        let [Some(low), Some(mid), Some(high)] = ["low", "mid", "high"].map(figure) else {
            return Err(refused(&id));
        };
        parts.push(format!("as.{id}={low}~{mid}~{high}"));
    }
    Ok(())
}
