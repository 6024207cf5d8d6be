//! Files beside the program that are loaded when they are needed.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The bytes of the part of that name. `part` gives a promise of an `ArrayBuffer` or `Uint8Array` for a
/// name; the version stands in it behind a question mark, so that an old copy is not taken for the new
/// one. `None` where it fails in any way: nobody waits for a part without which the map goes on.
pub async fn load(part: &Function, name: &str, version: u32) -> Option<Vec<u8>> {
    let name = format!("{name}?{version:08x}");
    let promise: Promise = part.call1(&JsValue::NULL, &name.into()).ok()?.dyn_into().ok()?;
    let bytes = JsFuture::from(promise).await.ok()?;
    let is_bytes =
        bytes.is_instance_of::<js_sys::ArrayBuffer>() || bytes.is_instance_of::<Uint8Array>();
    is_bytes.then(|| Uint8Array::new(&bytes).to_vec())
}
