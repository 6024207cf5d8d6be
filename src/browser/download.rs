//! Files that the browser makes and the reader keeps.

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

/// A text as a file.
pub fn text_file(text: &str, media_type: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// Hands the reader a text as a file of that name.
pub fn save_text(text: &str, media_type: &str, name: &str) {
    if let Some(url) = text_file(text, media_type).and_then(|file| FileUrl::new(&file)) {
        url.save(name);
    }
}

/// The canvas as a PNG file; `None` where the browser cannot make one.
pub async fn png_file(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(reason) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&wasm_bindgen::JsValue::NULL, &reason);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// A canvas that stands in no page.
pub fn new_canvas() -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    document.create_element("canvas").ok()?.dyn_into().ok()
}

/// The address of a file in memory, given back when it is dropped.
#[derive(Debug)]
pub struct FileUrl(String);

impl FileUrl {
    /// An address for the file.
    pub fn new(file: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(file).ok().map(Self)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Hands the file to the reader under that name. Frames without the right to save ignore it, and
    /// tell nobody.
    pub fn save(&self, name: &str) {
        let document = web_sys::window().and_then(|window| window.document());
        let link = document.and_then(|document| document.create_element("a").ok());
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
            link.set_href(&self.0);
            link.set_download(name);
            link.click();
        }
    }
}

impl Drop for FileUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}
