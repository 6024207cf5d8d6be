//! Names of places, and which places show at which zoom.

use super::{
    display::{Face, TextStyle},
    palette::Ink,
};
use crate::i18n::Lang;
use crate::model::corridor::Family;
use crate::model::place::{Place, PlaceKind};

/// How much a place matters in the present view; smaller comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Priority(pub u8);

/// Chosen by the reader.
pub const SELECTED: Priority = Priority(0);

/// The order in which a place is labelled; `on_selected` marks places of the
/// chosen corridor, `on_corridor` those of any.
pub fn priority(place: &Place, on_selected: bool, on_corridor: bool) -> Priority {
    let by_kind = match place.kind {
        PlaceKind::Port if on_corridor => 3,
        PlaceKind::Chokepoint => 4,
        PlaceKind::Capital => 5,
        PlaceKind::Port | PlaceKind::City => 6,
        PlaceKind::GaugeBreak | PlaceKind::Border | PlaceKind::Terminal => 7,
        PlaceKind::Lock | PlaceKind::Junction => 8,
    };
    match (on_selected, place.rank) {
        (true, 1) => Priority(1),
        (true, _) => Priority(10 + by_kind),
        (false, 1) => Priority(2),
        (false, rank) => Priority(20 + rank * 10 + by_kind),
    }
}

/// Smallest zoom at which the symbol of a place is drawn.
pub fn symbol_zoom(place: &Place, on_selected: bool) -> f64 {
    let quiet = matches!(
        place.kind,
        PlaceKind::Border | PlaceKind::Junction | PlaceKind::Terminal | PlaceKind::Lock
    );
    match (place.rank, quiet, on_selected) {
        (1, _, _) => 0.0,
        // Of the chosen corridor all, but not as a heap at the overview.
        (_, _, true) => 3.9,
        (2, false, _) => 3.9,
        (2, true, _) => 4.6,
        (_, false, _) => 5.8,
        (_, true, _) => 6.4,
    }
}

/// Smallest zoom at which a name may stand further off, joined to its symbol by a leader: at the
/// overview only those that no reader should miss.
pub fn leader_zoom(priority: Priority) -> f64 {
    match priority {
        Priority(0..=2) => 0.0,
        Priority(3..50) => 5.2,
        _ => 7.0,
    }
}

/// The setting of a place's name.
pub fn style(place: &Place, emphasised: bool, lang: Lang) -> TextStyle {
    let (size, weight, ink) = match place.rank {
        1 => (13.0, 650, Ink::Ink),
        2 => (11.5, 500, Ink::Ink),
        _ => (10.5, 450, Ink::Ink2),
    };
    let larger = if lang == Lang::Ur { 2.0 } else { 0.0 };
    let weight = if emphasised { 700 } else { weight };
    let ink = if emphasised { Ink::Ink } else { ink };
    TextStyle {
        face: Face::Sans,
        size: size + larger,
        weight,
        spacing: 0.0,
        ink,
        halo: Ink::Land,
        halo_width: 3.0,
    }
}

/// The setting of a project's name along its line.
pub fn along(family: Family, lang: Lang) -> TextStyle {
    let larger = if lang == Lang::Ur { 2.0 } else { 0.0 };
    TextStyle {
        face: Face::Sans,
        size: 10.5 + larger,
        weight: 550,
        spacing: 0.0,
        ink: match family {
            Family::Context | Family::Water => Ink::Ink2,
            other => Ink::of(other).letters(),
        },
        halo: Ink::Land,
        halo_width: 3.0,
    }
}
