//! Which colours a reader sees.

use crate::browser::media::Wishes;
use crate::scene::palette::Palette;
use crate::state::Theme;

/// The colours for the theme and for what the reader's system asks for; paper is light.
pub fn palette(theme: Theme, wishes: Wishes, printing: bool) -> Palette {
    let dark = match theme {
        Theme::Auto => wishes.dark,
        Theme::Light => false,
        Theme::Dark => true,
    };
    match (wishes.forced && !printing, dark && !printing, wishes.contrast) {
        (true, _, _) => Palette::Forced,
        (_, false, false) => Palette::Light,
        (_, true, false) => Palette::Dark,
        (_, false, true) => Palette::LightContrast,
        (_, true, true) => Palette::DarkContrast,
    }
}
