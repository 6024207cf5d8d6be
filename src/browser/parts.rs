//! Files beside the program that are loaded when they are needed.

use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// The bytes of the part of that name. `part` gives a promise of an `ArrayBuffer` or `Uint8Array` for a
/// name; the version stands in it behind a question mark, so that an old copy is not taken for the new
/// one. `None` where it fails in any way: nobody waits for a part without which the map goes on.
pub async fn load(part: &Function, name: &str, version: u32) -> Option<Vec<u8>> {
    let bytes = bytes(part, &format!("{name}?{version:08x}")).await?;
    Some(Uint8Array::new(&bytes).to_vec())
}

/// The same as a file, which never comes into the program's own memory.
pub async fn file(part: &Function, name: &str, media_type: &str) -> Option<Blob> {
    let bytes = bytes(part, name).await?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()
}

async fn bytes(part: &Function, name: &str) -> Option<JsValue> {
    let promise: Promise = part.call1(&JsValue::NULL, &name.into()).ok()?.dyn_into().ok()?;
    let bytes = JsFuture::from(promise).await.ok()?;
    let is_bytes = bytes.is_instance_of::<ArrayBuffer>() || bytes.is_instance_of::<Uint8Array>();
    is_bytes.then_some(bytes)
}
