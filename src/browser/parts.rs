//! Files beside the program that are loaded when they are needed.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The bytes of the part of that name. `part` gives a promise of an `ArrayBuffer` or `Uint8Array` for a
/// name. `None` where it fails in any way: nobody waits for a part without which the map goes on.
pub async fn load(part: &Function, name: &str) -> Option<Vec<u8>> {
    let promise: Promise = part.call1(&JsValue::NULL, &name.into()).ok()?.dyn_into().ok()?;
    let bytes = JsFuture::from(promise).await.ok()?;
    let is_bytes =
        bytes.is_instance_of::<js_sys::ArrayBuffer>() || bytes.is_instance_of::<Uint8Array>();
    is_bytes.then(|| Uint8Array::new(&bytes).to_vec())
}
