//! The scale bar: a round length, true in the middle of the window.

use super::viewport::Viewport;
use crate::i18n::{Catalogs, Direction, Lang, number};

/// A bar of two equal divisions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleBar {
    /// Its whole length on the ground, kilometres.
    pub km: f64,
    /// Its whole length on the screen, CSS pixels.
    pub px: f64,
}

impl ScaleBar {
    /// What stands at its middle, and at its end with the unit: kilometres, or metres below two.
    pub fn words(&self, catalogs: &Catalogs, lang: Lang) -> [String; 2] {
        let (factor, unit) =
            if self.km < 2.0 { (1000.0, "map.scale_m") } else { (1.0, "map.scale_km") };
        let digits = |km: f64| number::plain(lang, km * factor);
        let (end, unit) = (digits(self.km), catalogs.text(lang, unit));
        let end = match lang.direction() {
            Direction::Ltr => format!("{end}\u{a0}{unit}"),
            Direction::Rtl => format!("{unit}\u{a0}{end}"),
        };
        [digits(self.km / 2.0), end]
    }
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
