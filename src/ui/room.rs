//! The room that furniture leaves on the map.

use super::store::{Controls, Store};
use crate::scene::{display::Size, fit::Insets};
use leptos::prelude::GetUntracked;

/// What the key takes of the upper right corner where it is open by itself: as wide and high as in the language
/// that needs most, with its margins and the room for a name beside it.
const KEY: Size = Size { width: 380.0, height: 500.0 };

impl Store {
    /// Whether the panel is a sheet over the map.
    fn has_sheet(&self) -> bool {
        self.narrow.get_untracked() && self.controls.get_untracked() != Controls::None
    }

    /// The space that furniture takes on the map at its present size.
    pub fn insets(&self) -> Insets {
        let size = self.size.get_untracked();
        let of = |[top, right, bottom, left]: [f32; 4], corner| Insets {
            top,
            right,
            bottom,
            left,
            corner,
        };
        let none = Size::default();
        match (self.has_sheet(), size.height < 420.0) {
            // Only the peek of the sheet: the view does not jump when it is pulled up.
            (true, false) => of([58.0, 58.0, 150.0, 28.0], none),
            (true, true) => of([62.0, 24.0, 72.0, 24.0], none),
            (false, true) => of([20.0, 60.0, 52.0, 32.0], none),
            (false, false) if self.has_key() => of([34.0, 84.0, 52.0, 56.0], KEY),
            (false, false) => of([34.0, 84.0, 52.0, 56.0], none),
        }
    }

    /// The same with the sheet as it stands now.
    pub fn insets_now(&self) -> Insets {
        match self.sheet.get_untracked() {
            true => self.insets_beside_card(),
            false => self.insets(),
        }
    }

    /// The same while the card of a chosen thing stands open.
    pub(super) fn insets_beside_card(&self) -> Insets {
        let insets = self.insets();
        let size = self.size.get_untracked();
        // As high as style/panel.css lets the open sheet be.
        let covered = (size.height * 0.52).min(460.0) + 24.0;
        match self.has_sheet() {
            true => Insets { bottom: insets.bottom.max(covered), ..insets },
            false => insets,
        }
    }
}
