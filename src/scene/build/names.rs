//! Names, tags and degrees: placed in the order of their rank, so that what matters finds room.

use super::{Drawn, Shown, Work};
use crate::i18n::Lang;
use crate::model::{
    corridor::{Corridor, Family},
    id::{Kind, Ref},
};
use crate::scene::{
    area_labels,
    course::Course,
    display::Shape,
    graticule,
    label::{Candidate, Crossing, TextMeasure, beside, line_height},
    place_labels, tag,
};
use crate::state::Layer;
use std::collections::HashSet;

impl<'a> Work<'a> {
    /// Places and draws tags, names of places, names of areas and degrees, in order of rank.
    pub(super) fn labels(
        &mut self,
        drawn: &[Drawn<'a>],
        places: &[Shown<'a>],
        grid: &[graticule::GraticuleLine],
        measure: &mut dyn TextMeasure,
    ) {
        let lang = self.state.lang;
        let mut above = Vec::new();
        if self.state.layers.contains(Layer::Labels) {
            let first = places.partition_point(|shown| shown.priority <= place_labels::Priority(2));
            self.place_names(&places[..first], measure, &mut above);
            self.tags(drawn, measure, &mut above);
            let next = places.partition_point(|shown| shown.priority < place_labels::Priority(50));
            self.place_names(&places[first..next], measure, &mut above);
            self.area_names(measure);
            self.place_names(&places[next..], measure, &mut above);
        }
        let catalogs = &self.stage.atlas.catalogs;
        let degrees = |lon: f64| {
            let key = if lon < 0.0 { "coord.w" } else { "coord.e" };
            let value = crate::i18n::number::plain(lang, lon.abs());
            catalogs.fill(lang, key, &[("v", crate::i18n::Arg::Word(&value))])
        };
        graticule::labels(grid, self.window, &degrees, &mut self.placer, measure, &mut self.shapes);
        self.shapes.append(&mut above);
    }

    fn place_names(
        &mut self,
        places: &[Shown<'a>],
        measure: &mut dyn TextMeasure,
        out: &mut Vec<Shape>,
    ) {
        let lang = self.state.lang;
        let corridor_chosen = self
            .state
            .select
            .as_ref()
            .is_some_and(|target| matches!(target.kind, Kind::Project | Kind::Waterway));
        for Shown { place, at, radius, priority } in places {
            if corridor_chosen && place.rank > 2 && *priority >= place_labels::Priority(20) {
                continue;
            }
            let target = Ref { kind: Kind::Place, id: place.id.clone() };
            let emphasised = self.is_chosen(place)
                || [&self.attention.hover, &self.attention.focus]
                    .into_iter()
                    .any(|pointed| pointed.as_ref() == Some(&target));
            let style = place_labels::style(place, emphasised, lang);
            let name = place.names.get(lang).to_owned();
            let width = measure.width(&name, &style);
            let height = style.size * line_height(&name);
            let label = Candidate {
                centers: beside(*at, *radius, width, height),
                lines: vec![name],
                style,
                angle: 0.0,
                crossing: match *priority <= place_labels::Priority(30) {
                    true => Crossing::Lines,
                    false => Crossing::None,
                },
            };
            out.extend(self.placer.place(&label, measure).into_iter().flatten().map(Shape::Text));
        }
    }

    fn tags(&mut self, drawn: &[Drawn<'a>], measure: &mut dyn TextMeasure, out: &mut Vec<Shape>) {
        let lang: Lang = self.state.lang;
        let is_chosen = |corridor: &Corridor| {
            let own = |target: &Ref| target.kind != Kind::Place && target.id == corridor.id;
            self.state.select.as_ref().is_some_and(own)
        };
        let mut corridors: Vec<&Corridor> = self.stage.atlas.corridors.iter().collect();
        let mut trunks: HashSet<Family> = HashSet::new();
        // The chosen one takes its place first.
        corridors.sort_by_key(|corridor| !is_chosen(corridor));
        for corridor in corridors {
            let Some(name) = &corridor.tag else { continue };
            let own = |shared: bool| -> Vec<Course> {
                drawn
                    .iter()
                    .filter(|line| line.item.corridors().any(|owner| owner.id == corridor.id))
                    .filter(|line| shared || line.item.corridors().count() == 1)
                    .flat_map(|line| line.pieces.iter().cloned())
                    .collect()
            };
            // On its own stretch if it has one, so that the name cannot mean its neighbour.
            let (mut pieces, ink) = (own(false), tag::ink(corridor.family));
            if pieces.is_empty() {
                // On a shared trunk one name stands for all of its colour.
                if !trunks.insert(corridor.family) {
                    continue;
                }
                pieces = own(true);
            }
            let placed = tag::place(name.get(lang), ink, &pieces, lang, &mut self.placer, measure);
            out.extend(placed.into_iter().flatten());
        }
    }

    fn area_names(&mut self, measure: &mut dyn TextMeasure) {
        for label in &self.stage.atlas.labels {
            let Some(candidate) = area_labels::candidate(label, self.window, self.state.lang)
            else {
                continue;
            };
            let placed = self.placer.place(&candidate, measure);
            self.shapes.extend(placed.into_iter().flatten().map(Shape::Text));
        }
    }
}
