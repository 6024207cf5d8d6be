//! The sources that stand behind a thing, each once.

use crate::model::{
    atlas::Atlas,
    corridor::Corridor,
    id::{Id, each_once},
    place::Place,
};

/// The sources of a corridor: of its status, figures, events and lines, in this order.
pub fn of_corridor(atlas: &Atlas, corridor: &Corridor) -> Vec<Id> {
    each_once(
        corridor
            .status_source
            .iter()
            .chain(corridor.facts.iter().map(|fact| &fact.source))
            .chain(corridor.milestones.iter().map(|milestone| &milestone.source))
            .chain(
                corridor
                    .lines
                    .iter()
                    .filter_map(|id| atlas.line(id))
                    .flat_map(|line| [Some(&line.course_source), line.status_source.as_ref()])
                    .flatten(),
            ),
    )
}

/// The sources of a place: of its position and its figures.
pub fn of_place(place: &Place) -> Vec<Id> {
    each_once(place.position.iter().chain(place.facts.iter().map(|fact| &fact.source)))
}
