//! The scale bar: a round length, true in the middle of the window.

use super::viewport::Viewport;

/// A bar of two equal divisions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleBar {
    /// Its whole length on the ground, kilometres.
    pub km: f64,
    /// Its whole length on the screen, CSS pixels.
    pub px: f64,
}

/// The longest bar of 1, 2 or 5 times a power of ten kilometres that is at most `most_px` long.
pub fn scale_bar(window: &Viewport, most_px: f64) -> ScaleBar {
    let km_per_px = window.km_per_px_across();
    let most_km = (most_px * km_per_px).max(1e-3);
    let power = 10_f64.powf(most_km.log10().floor());
    let km = [5.0, 2.0, 1.0]
        .into_iter()
        .map(|times| times * power)
        .find(|&km| km <= most_km)
        .unwrap_or(power);
    ScaleBar { km, px: km / km_per_px }
}
