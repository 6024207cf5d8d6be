//! What shows on a map: the places, lines and corridors of a picture, and their sources.

use crate::model::{
    atlas::Atlas,
    corridor::Corridor,
    id::{Id, Kind, Ref, each_once},
    line::Line,
    place::Place,
    source::Source,
};
use crate::present::sources;
use crate::scene::{
    course::Course,
    display::Box2,
    pick::Area,
    picture::Scene,
    stage::{LineItem, Stage},
    viewport::Viewport,
};
use crate::state::AppState;

/// What shows in a picture.
pub struct Shown<'a> {
    /// Places whose symbol stands in it, in the order of the data.
    pub places: Vec<&'a Place>,
    /// Lines of which a part lies in it, in the order of the data.
    pub lines: Vec<LineItem<'a>>,
    /// Corridors to which these lines belong, in the order of the data.
    pub corridors: Vec<&'a Corridor>,
}

impl<'a> Shown<'a> {
    /// What shows in `scene`, the picture of `state` in `window`.
    pub fn of(stage: &'a Stage, state: &AppState, window: &Viewport, scene: &Scene) -> Self {
        let atlas: &'a Atlas = &stage.atlas;
        let frame = Box2 { x: 0.0, y: 0.0, width: scene.size.width, height: scene.size.height };
        let mut dots: Vec<&Ref> = Vec::new();
        for pick in &scene.picks {
            if matches!(pick.area, Area::Dot(center, _) if frame.holds(center)) {
                dots.push(&pick.target);
            }
        }
        let places = atlas.places.iter();
        let places = places.filter(|place| dots.iter().any(|dot| dot.id == place.id)).collect();
        let courses = stage.sheet(window.id);
        let shows = |course: &Course| !course.pieces(window, 0.0).is_empty();
        let drawn = |item: &LineItem<'_>| {
            let chosen = state.select.as_ref().is_some_and(|target| item.belongs_to(target));
            (chosen || item.shows(state.layers)) && courses.course(item, window).iter().any(shows)
        };
        let lines: Vec<LineItem<'a>> = stage.lines().filter(drawn).collect();
        let uses =
            |corridor: &Corridor| lines.iter().any(|item| corridor.lines.contains(&item.line.id));
        let corridors = atlas.corridors.iter().filter(|corridor| uses(corridor)).collect();
        Self { places, lines, corridors }
    }

    /// The sources of all that shows, each once; first those of the `chosen` thing.
    pub fn sources(&self, atlas: &'a Atlas, chosen: Option<&Ref>) -> Vec<&'a Source> {
        let mut ids: Vec<Id> = Vec::new();
        if let Some(target) = chosen {
            if let Some(place) = atlas.place(&target.id).filter(|_| target.kind == Kind::Place) {
                ids.extend(sources::of_place(place));
            }
            let corridor = self.corridors.iter().find(|corridor| corridor.reference() == *target);
            ids.extend(corridor.into_iter().flat_map(|found| sources::of_corridor(atlas, found)));
        }
        ids.extend(self.corridors.iter().flat_map(|found| sources::of_corridor(atlas, found)));
        ids.extend(self.places.iter().flat_map(|place| sources::of_place(place)));
        each_once(&ids).iter().filter_map(|id| atlas.source(id)).collect()
    }
}

/// Where the status and the course of a line were read.
pub(super) fn of_line(line: &Line) -> impl Iterator<Item = &Id> {
    line.status_source.iter().chain([&line.course_source])
}
