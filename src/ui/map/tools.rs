//! What stands on the map for a moment: a hint, the menu, a box being drawn, a measured distance.

use super::menu::Menu;
use crate::browser::clipboard;
use crate::scene::display::Box2;
use crate::ui::store::Store;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long a hint stands, milliseconds; longer where the reader has to copy from it.
const HINT_MS: u32 = 2500;
const COPY_MS: u32 = 9000;

/// The signals of the tools.
#[derive(Clone, Copy)]
pub struct Tools {
    /// What the reader is told on the map itself.
    pub hint: RwSignal<Option<String>>,
    /// Takes the hint away.
    fading: StoredValue<Option<Timeout>, LocalStorage>,
    /// The menu, where it is open.
    pub menu: RwSignal<Option<Menu>>,
    /// Whether the switches of layers are open: they need the room of the key.
    pub layers: RwSignal<bool>,
    /// The corner where a box began and the one under the pointer, CSS pixels.
    pub band: RwSignal<Option<[[f32; 2]; 2]>>,
    /// Where the mouse points, while something lies there, CSS pixels.
    pub pointer: RwSignal<[f32; 2]>,
    /// Whether clicks set points of a distance.
    pub measuring: RwSignal<bool>,
    /// Whether a route lies under the mouse that can be taken hold of.
    pub holds: RwSignal<bool>,
    /// Whether a key moved the map: where it comes to rest is told.
    pub by_key: StoredValue<bool>,
    /// Whether the middle of the map is marked: where Enter sets a point.
    pub aim: RwSignal<bool>,
}

impl Default for Tools {
    fn default() -> Self {
        Self {
            hint: RwSignal::new(None),
            fading: StoredValue::new_local(None),
            menu: RwSignal::new(None),
            layers: RwSignal::new(false),
            band: RwSignal::new(None),
            pointer: RwSignal::new([0.0; 2]),
            measuring: RwSignal::new(false),
            holds: RwSignal::new(false),
            by_key: StoredValue::new(false),
            aim: RwSignal::new(false),
        }
    }
}

impl Tools {
    /// The box being drawn, whichever way the hand went.
    pub fn band_box(band: [[f32; 2]; 2]) -> Box2 {
        let [a, b] = band;
        let [x, y] = [a[0].min(b[0]), a[1].min(b[1])];
        Box2 { x, y, width: (a[0] - b[0]).abs(), height: (a[1] - b[1]).abs() }
    }

    fn show(self, words: String, ms: u32) {
        // The atlas may be gone by now.
        if self.hint.try_set(Some(words)).is_some() {
            return;
        }
        let hint = self.hint;
        let away = Timeout::new(ms, move || {
            let _ = hint.try_set(None);
        });
        self.fading.set_value(Some(away));
    }
}

impl Store {
    /// Tells the reader something on the map.
    pub fn hint(&self, words: String) {
        self.tools.show(words, HINT_MS);
    }

    /// Copies a text and says whether that went well; where it did not, the text stands to be read.
    pub fn copy(&self, text: String) {
        let copied = untrack(|| self.t("menu.copied"));
        let failed = [("text", crate::i18n::Arg::Text(&text))];
        let failed = self.fill_untracked("menu.not_copied", &failed);
        let (tools, said) = (self.tools, self.said);
        leptos::task::spawn_local(async move {
            let (words, ms) = match clipboard::copy(&text).await {
                true => (copied, HINT_MS),
                false => (failed, COPY_MS),
            };
            let _ = said.try_set(words.clone());
            tools.show(words, ms);
        });
    }
}
