//! What the key explains: only what is on the map, in a fixed order.

use super::stage::Stage;
use crate::model::{corridor::Family, line::Mode, line::Status, place::PlaceKind};
use crate::state::{AppState, Layer};
use std::collections::BTreeSet;

/// One line sample of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineEntry {
    /// Construction.
    pub mode: Mode,
    /// Colour.
    pub family: Family,
}

/// All entries of the key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Key {
    /// Families and their constructions.
    pub lines: Vec<LineEntry>,
    /// Statuses in use.
    pub statuses: Vec<Status>,
    /// Kinds of places in use.
    pub places: Vec<PlaceKind>,
}

/// The key for what the layers allow.
pub fn key(stage: &Stage, state: &AppState) -> Key {
    let mut key = Key::default();
    let mut statuses = BTreeSet::new();
    let order = [Family::Gas, Family::Cpec, Family::Instc, Family::Rail, Family::Water, Family::Context];
    for family in order {
        let mut modes: Vec<Mode> = Vec::new();
        for item in stage.lines().filter(|item| item.family == family && item.shows(state)) {
            if !modes.contains(&item.line.mode) {
                modes.push(item.line.mode);
            }
            statuses.insert(item.line.status);
        }
        modes.sort_by_key(|mode| match mode {
            Mode::Pipeline => 0,
            Mode::Road => 1,
            Mode::Rail => 2,
            Mode::River => 3,
            Mode::Sea => 4,
            Mode::Ferry => 5,
        });
        if family == Family::Context {
            modes.truncate(1);
        }
        key.lines.extend(modes.into_iter().map(|mode| LineEntry { mode, family }));
    }
    key.statuses = statuses.into_iter().collect();
    if state.layers.contains(Layer::Places) {
        key.places = PlaceKind::ALL
            .into_iter()
            .filter(|kind| stage.atlas.places.iter().any(|place| place.kind == *kind))
            .collect();
    }
    key
}
