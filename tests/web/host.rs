//! An element on the page of a test, and what can be done with it.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::sync::Once;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/src/embed/element.js")]
extern "C" {
    fn define(load: &JsValue, texts: &JsValue);
}

// What the element imports: the runner serves only what is named here.
#[wasm_bindgen(module = "/src/embed/faults.js")]
extern "C" {
    #[allow(dead_code, reason = "for the file alone")]
    fn watch(own: &JsValue, crash: &JsValue);
}

#[wasm_bindgen(module = "/src/embed/loader.js")]
extern "C" {
    #[allow(dead_code, reason = "for the file alone")]
    #[wasm_bindgen(js_name = hasSheets)]
    fn has_sheets() -> bool;
}

#[wasm_bindgen(module = "/src/embed/look.js")]
extern "C" {
    #[allow(dead_code, reason = "for the file alone")]
    fn boot(words: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/data/generated/texts.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = texts)]
    static TEXTS: JsValue;
}

#[wasm_bindgen(module = "/tests/web/hands.js")]
extern "C" {
    pub(crate) fn query(element: &HtmlElement, selector: &str) -> Option<HtmlElement>;
    pub(crate) fn worded(element: &HtmlElement, selector: &str, words: &str)
    -> Option<HtmlElement>;
    pub(crate) fn count(element: &HtmlElement, selector: &str) -> u32;
    pub(crate) fn text(element: &HtmlElement, selector: &str) -> String;
    #[wasm_bindgen(js_name = move)]
    pub(crate) fn point(element: &HtmlElement, x: f64, y: f64);
    pub(crate) fn click(element: &HtmlElement, x: f64, y: f64);
    #[wasm_bindgen(js_name = clickAt)]
    pub(crate) fn click_at(element: &HtmlElement, x: f64, y: f64, when: f64);
    pub(crate) fn fling(element: &HtmlElement, x: f64, y: f64, dx: f64);
    pub(crate) fn press(element: &HtmlElement, x: f64, y: f64, shift: bool);
    pub(crate) fn pull(element: &HtmlElement, x: f64, y: f64);
    #[wasm_bindgen(js_name = letGo)]
    pub(crate) fn let_go(element: &HtmlElement, x: f64, y: f64);
    pub(crate) fn touch(element: &HtmlElement, kind: &str, id: i32, x: f64, y: f64);
    /// False when the map kept the browser from scrolling.
    #[wasm_bindgen(js_name = touchScrolls)]
    pub(crate) fn touch_scrolls(element: &HtmlElement) -> bool;
    /// False when the map showed a menu of its own.
    #[wasm_bindgen(js_name = rightClick)]
    pub(crate) fn right_click(element: &HtmlElement, x: f64, y: f64) -> bool;
    pub(crate) fn trackpad(element: &HtmlElement, x: f64, y: f64, scale: f64);
    pub(crate) fn edges(element: &HtmlElement, selector: &str) -> Vec<f64>;
    #[wasm_bindgen(js_name = scrollPage)]
    pub(crate) fn scroll_page();
    #[wasm_bindgen(js_name = keepCopies)]
    pub(crate) fn keep_copies() -> Array;
    #[wasm_bindgen(js_name = giveClipboard)]
    pub(crate) fn give_clipboard();
    pub(crate) fn still();
    pub(crate) fn moving();
    pub(crate) fn drag(element: &HtmlElement, x: f64, y: f64, dx: f64, dy: f64);
    pub(crate) fn pinch(element: &HtmlElement, x: f64, y: f64, from: f64, to: f64);
    /// False when the map took the wheel for itself.
    pub(crate) fn wheel(element: &HtmlElement, x: f64, y: f64, delta: f64, ctrl: bool) -> bool;
    pub(crate) fn twice(element: &HtmlElement, x: f64, y: f64);
    pub(crate) fn key(element: &HtmlElement, selector: &str, name: &str);
    #[wasm_bindgen(js_name = type)]
    pub(crate) fn write(element: &HtmlElement, selector: &str, words: &str);
    pub(crate) fn picture(element: &HtmlElement) -> String;
    pub(crate) fn colours(element: &HtmlElement) -> u32;
    fn call(element: &HtmlElement, method: &str, value: &JsValue) -> JsValue;
    pub(crate) fn heard(element: &HtmlElement, name: &str) -> Array;
    fn frame() -> Promise;
    #[wasm_bindgen(js_name = takeCanvas)]
    pub(crate) fn take_canvas();
    #[wasm_bindgen(js_name = giveCanvas)]
    pub(crate) fn give_canvas();
}

/// Frames after which a condition that does not come true has failed: fast machines draw 60 a second,
/// slow ones may need many for one picture.
const PATIENCE: u32 = 3000;

/// An element in a box of that size, taken away at the end of the test.
pub(crate) struct Host {
    pub(crate) element: HtmlElement,
    pub(crate) parent: HtmlElement,
}

impl Drop for Host {
    fn drop(&mut self) {
        self.parent.remove();
    }
}

fn create(tag: &str) -> HtmlElement {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    document.create_element(tag).expect("an element").unchecked_into()
}

/// Defines the element with a program that is already there. An element with the attribute
/// `damaged` gets an artifact cut short, one with `whole` the parts that come later.
fn define_once() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let mount =
            Closure::<dyn Fn(HtmlElement, HtmlElement, JsValue) -> Result<JsValue, JsValue>>::new(
                |element: HtmlElement, root, options| {
                    let handle = if element.has_attribute("damaged") {
                        atlas::embed::mount_data(b"ATLD cut", b"", element, root, options)?
                    } else {
                        let part = element.has_attribute("whole").then(parts);
                        atlas::embed::mount(element, root, options, part)?
                    };
                    Ok(JsValue::from(handle))
                },
            );
        let styles = Closure::<dyn Fn() -> String>::new(atlas::embed::styles);
        let program = js_sys::Object::new();
        Reflect::set(&program, &"mount".into(), &mount.into_js_value()).expect("set");
        Reflect::set(&program, &"styles".into(), &styles.into_js_value()).expect("set");
        let program = JsValue::from(program);
        let load = Closure::<dyn Fn() -> Promise>::new(move || Promise::resolve(&program));
        TEXTS.with(|texts| define(&load.into_js_value(), texts));
    });
}

/// Gives the files beside the program, and notes in `window.asked` which were asked for.
fn parts() -> Function {
    static NEAR: &[u8] = include_bytes!("../../data/generated/basemap-near.bin");
    static ENGLISH: &[u8] = include_bytes!("../../data/generated/study-en.bin");
    static NETWORK: &[u8] = include_bytes!("../../data/generated/network.bin");
    static URDU: &[u8] = include_bytes!("../../data/generated/study-ur.bin");
    let part = Closure::<dyn Fn(String) -> Promise>::new(|name: String| {
        asked().push(&name.as_str().into());
        let bytes = match name.split('?').next() {
            Some("basemap-near.bin") => NEAR,
            Some("network.bin") => NETWORK,
            Some("study-en.bin") => ENGLISH,
            Some("study-ur.bin") => URDU,
            _ => return Promise::reject(&"there is no such part".into()),
        };
        Promise::resolve(&JsValue::from(Uint8Array::from(bytes)))
    });
    part.into_js_value().unchecked_into()
}

/// The names of the parts that elements with the attribute `whole` asked for.
pub(crate) fn asked() -> Array {
    thread_local! {
        static ASKED: Array = Array::new();
    }
    ASKED.with(Clone::clone)
}

impl Host {
    /// Puts an element with these attributes on the page, without waiting for anything.
    pub(crate) fn put(attributes: &[(&str, &str)], width: u32, height: u32) -> Self {
        define_once();
        let parent = create("div");
        let style = format!("position: absolute; inset: 0; width: {width}px; height: {height}px");
        parent.set_attribute("style", &style).expect("style");
        let element = create("connectivity-atlas");
        element.set_attribute("style", "block-size: 100%").expect("style");
        for (name, value) in attributes {
            element.set_attribute(name, value).expect("attribute");
        }
        parent.append_child(&element).expect("append");
        let document = web_sys::window().and_then(|window| window.document()).expect("document");
        document.body().expect("body").append_child(&parent).expect("append");
        Self { element, parent }
    }

    /// An element that shows its map.
    pub(crate) async fn shown(attributes: &[(&str, &str)]) -> Self {
        let host = Self::put(attributes, 1000, 700);
        host.until("a picture on the canvas", |host| colours(&host.element) > 8).await;
        host
    }

    /// Waits, frame by frame, until something is so.
    pub(crate) async fn until(&self, what: &str, so: impl Fn(&Self) -> bool) {
        for _ in 0..PATIENCE {
            if so(self) {
                return;
            }
            JsFuture::from(frame()).await.expect("a frame");
        }
        panic!("never came: {what}; the state is {}", self.state());
    }

    /// Waits for so many pictures.
    pub(crate) async fn frames(&self, count: u32) {
        for _ in 0..count {
            JsFuture::from(frame()).await.expect("a frame");
        }
    }

    /// The picture once nothing in it changes any more.
    pub(crate) async fn picture_at_rest(&self) -> String {
        let mut before = String::new();
        let mut same = 0;
        for _ in 0..PATIENCE {
            JsFuture::from(frame()).await.expect("a frame");
            let now = picture(&self.element);
            same = if now == before { same + 1 } else { 0 };
            if same == 20 {
                return now;
            }
            before = now;
        }
        panic!("the picture never rests; the state is {}", self.state());
    }

    /// The state as a fragment.
    pub(crate) fn state(&self) -> String {
        self.value("getState", "").as_string().unwrap_or_default()
    }

    /// The value of a key in the state.
    pub(crate) fn part(&self, key: &str) -> Option<String> {
        self.state().split('&').find_map(|part| {
            part.split_once('=').filter(|(name, _)| *name == key).map(|(_, value)| value.to_owned())
        })
    }

    /// Zoom, latitude and longitude of the view.
    pub(crate) fn view(&self) -> Option<[f64; 3]> {
        let numbers: Vec<f64> =
            self.part("map")?.split('/').map(|part| part.parse().expect("a number")).collect();
        numbers.try_into().ok()
    }

    /// What a method gives.
    pub(crate) fn value(&self, method: &str, argument: &str) -> JsValue {
        Reflect::get(&call(&self.element, method, &argument.into()), &"value".into())
            .expect("value")
    }

    /// The code of the error that a method throws.
    pub(crate) fn code(&self, method: &str, argument: &str) -> Option<String> {
        let answer = call(&self.element, method, &argument.into());
        Reflect::get(&answer, &"code".into()).expect("code").as_string()
    }

    /// What a promise of a method comes to: its value, or the code of its error.
    pub(crate) async fn settled(
        &self,
        method: &str,
        argument: &JsValue,
    ) -> Result<JsValue, String> {
        let answer = call(&self.element, method, argument);
        let promise: Promise =
            Reflect::get(&answer, &"value".into()).expect("value").unchecked_into();
        let code = |error: JsValue| {
            let code = Reflect::get(&error, &"code".into()).ok();
            code.and_then(|code| code.as_string()).unwrap_or_default()
        };
        JsFuture::from(promise).await.map_err(code)
    }

    /// Waits for a promise that a method gives.
    pub(crate) async fn promised(&self, method: &str) -> Array {
        let promise: Promise = self.value(method, "").unchecked_into();
        JsFuture::from(promise).await.expect("a value").unchecked_into()
    }
}
