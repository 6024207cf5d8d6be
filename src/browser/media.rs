//! What the reader's system asks for: dark, contrast, own colours, less motion, fingers.

use gloo::events::EventListener;
use web_sys::MediaQueryList;

/// The reader's wishes at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wishes {
    /// A dark page.
    pub dark: bool,
    /// More contrast.
    pub contrast: bool,
    /// Only the system's colours.
    pub forced: bool,
    /// No motion.
    pub still: bool,
    /// Points with a finger.
    pub touch: bool,
}

const QUERIES: [&str; 5] = [
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "(forced-colors: active)",
    "(prefers-reduced-motion: reduce)",
    "(pointer: coarse)",
];

/// The wishes now.
pub fn wishes() -> Wishes {
    let matches = QUERIES.map(|query| list(query).is_some_and(|list| list.matches()));
    let [dark, contrast, forced, still, touch] = matches;
    Wishes { dark, contrast, forced, still, touch }
}

/// Device pixels per CSS pixel now.
pub fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio().clamp(0.5, 8.0))
}

/// Whether the reader's keyboard has a command key.
pub fn is_mac() -> bool {
    web_sys::window()
        .and_then(|window| window.navigator().platform().ok())
        .is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// Calls `on_change` whenever a wish changes; dropping the value ends it.
pub fn watch(on_change: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    QUERIES
        .iter()
        .filter_map(|query| list(query))
        .map(|list| {
            let on_change = on_change.clone();
            EventListener::new(&list, "change", move |_| on_change())
        })
        .collect()
}

fn list(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok().flatten()
}
