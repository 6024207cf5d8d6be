//! What the key explains: only what is on the map, in a fixed order.

use super::{
    sample::Sample,
    stage::{LineItem, Stage},
};
use crate::model::{
    corridor::Family,
    id::{Kind, Ref},
    line::{Mode, Status},
    place::PlaceKind,
};
use crate::state::Layers;
use std::collections::BTreeSet;

/// One line sample of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineEntry {
    /// Construction.
    pub mode: Mode,
    /// Colour.
    pub family: Family,
}

impl LineEntry {
    /// The message that names it.
    pub fn message(self) -> String {
        match (self.family, self.mode) {
            (Family::Water, Mode::Sea) => "key.sea_lane".to_owned(),
            (Family::Water, Mode::River)
            | (Family::Gas | Family::Cpec | Family::Context, _)
            | (Family::Instc | Family::Rail, Mode::Rail) => {
                format!("family.{}", self.family.name())
            }
            (_, mode) => format!("mode.{}", mode.name()),
        }
    }

    /// A sample of the mode and colour; continuity has its own part of the key.
    pub fn sample(self) -> Sample {
        let status = if self.family == Family::Gas { Status::Planned } else { Status::Operational };
        Sample::Line(self.mode, status, self.family)
    }
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

/// Modes in the order of the key.
const MODES: [Mode; 6] =
    [Mode::Pipeline, Mode::Road, Mode::Rail, Mode::River, Mode::Sea, Mode::Ferry];

/// Whether the key names this mode in this colour: each colour once by its own mode, each mode once.
/// What is left follows from the two, since colour is the corridor and construction the mode.
fn stands_for(family: Family, mode: Mode) -> bool {
    match family {
        Family::Gas => mode == Mode::Pipeline,
        Family::Cpec => mode == Mode::Road,
        Family::Instc | Family::Rail | Family::Context => mode == Mode::Rail,
        Family::Water => matches!(mode, Mode::River | Mode::Sea | Mode::Ferry),
    }
}

/// The key for what the layers allow; of places only the kinds of those that are `visible`.
pub fn key(stage: &Stage, layers: Layers, visible: &[Ref]) -> Key {
    let lines: Vec<LineItem<'_>> = stage.lines().filter(|item| item.shows(layers)).collect();
    let places = visible.iter().filter(|target| target.kind == Kind::Place);
    let kinds: Vec<PlaceKind> =
        places.filter_map(|target| stage.atlas.place(&target.id)).map(|place| place.kind).collect();
    key_of(&lines, &kinds)
}

/// The key for these lines and kinds of places.
pub fn key_of(lines: &[LineItem<'_>], kinds: &[PlaceKind]) -> Key {
    let mut key = Key::default();
    let mut statuses = BTreeSet::new();
    let order =
        [Family::Gas, Family::Cpec, Family::Instc, Family::Rail, Family::Water, Family::Context];
    for family in order {
        let mut modes: BTreeSet<usize> = BTreeSet::new();
        for item in lines.iter().filter(|item| item.family == family) {
            statuses.insert(item.line.status);
            modes.extend(MODES.iter().position(|mode| *mode == item.line.mode));
        }
        let modes: Vec<Mode> = modes.into_iter().map(|index| MODES[index]).collect();
        let mut listed: Vec<Mode> =
            modes.iter().copied().filter(|mode| stands_for(family, *mode)).collect();
        // Lines of the context look alike whatever their mode: one entry stands for all of them.
        if listed.is_empty() && family == Family::Context {
            listed.extend(modes.first());
        }
        key.lines.extend(listed.into_iter().map(|mode| LineEntry { mode, family }));
    }
    key.statuses = statuses.into_iter().collect();
    key.places = PlaceKind::ALL.into_iter().filter(|kind| kinds.contains(kind)).collect();
    key
}
