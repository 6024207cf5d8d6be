//! The alphabet of a language: the browser knows the order of its letters.

use crate::i18n::Lang;
use js_sys::{Array, Intl, JsString, Object};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// Compares two texts by the alphabet of `lang`; capitals and accents count last.
pub fn by_alphabet(lang: Lang) -> impl Fn(&str, &str) -> Ordering {
    let locales = Array::of1(&JsString::from(lang.code()));
    let compare = Intl::Collator::new(&locales, &Object::new()).compare();
    move |a, b| {
        let order = compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
        order.total_cmp(&0.0)
    }
}
