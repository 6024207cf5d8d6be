//! Marks on the browser's own clock, for those who measure.

/// Sets `performance.mark(name)` once per page.
pub fn mark_once(name: &str) {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else {
        return;
    };
    if performance.get_entries_by_name(name).length() == 0 {
        let _ = performance.mark(name);
    }
}
