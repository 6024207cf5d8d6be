//! The symbols of places: which show, and which wait for a closer view.

use super::{Shown, Work};
use crate::model::{
    id::{Id, Kind, Ref},
    place::{Place, PlaceKind},
};
use crate::order;
use crate::scene::{
    course::distance,
    display::{Box2, Path, Shape, Stroke},
    palette::Ink,
    pick::{Area, Pick},
    place_labels,
    symbol::SymbolLook,
};
use crate::state::Layer;
use std::collections::HashSet;

impl<'a> Work<'a> {
    /// Draws the symbols of the places that show, the most important on top.
    pub(super) fn symbols(&mut self) -> Vec<Shown<'a>> {
        let on_chosen = self.chosen_places();
        let mut shown = Vec::new();
        for place in &self.stage.atlas.places {
            let passed = self.attention.passed.contains(&place.id);
            let chosen = self.is_chosen(place) || passed;
            let on_line = on_chosen.contains(&place.id);
            let layer = self.state.layers.contains(Layer::Places);
            let zoom = place_labels::symbol_zoom(place, on_line);
            let near = self.window.view.zoom >= zoom;
            if !(chosen || layer && near) {
                continue;
            }
            let Some(at) = self.window.project(place.at) else { continue };
            let frame = Box2 {
                x: -20.0,
                y: -20.0,
                width: self.window.size.width + 40.0,
                height: self.window.size.height + 40.0,
            };
            if !frame.contains(&Box2::around(at, 0.0, 0.0)) {
                continue;
            }
            let on_corridor = self.on_corridor(place);
            let priority = if chosen {
                place_labels::SELECTED
            } else {
                place_labels::priority(place, on_line, on_corridor)
            };
            let touch = if self.attention.touch { 1.15 } else { 1.0 };
            let look = SymbolLook {
                kind: place.kind,
                major: place.rank <= 1 || (place.rank == 2 && self.window.view.zoom > 5.2),
                approximate: place.position.is_none(),
                passed: self.attention.passed.contains(&place.id),
                weight: touch,
            };
            shown.push((place, at, look, priority));
        }
        order::sort_by(&mut shown, |a, b| a.3.cmp(&b.3).then_with(|| a.0.id.cmp(&b.0.id)));
        // A symbol that would lie on a more important one waits for a closer view.
        let mut kept: Vec<(&'a Place, [f32; 2], SymbolLook, place_labels::Priority)> = Vec::new();
        for entry in shown {
            let crowded = kept.iter().any(|(_, at, look, _)| {
                distance(*at, entry.1) < (look.radius() + entry.2.radius()) * 0.8
            });
            if !crowded || entry.3 == place_labels::SELECTED {
                kept.push(entry);
            }
        }
        for (place, at, look, _) in kept.iter().rev() {
            let target = Ref { kind: Kind::Place, id: place.id.clone() };
            if self.is_chosen(place) && !self.attention.passed.contains(&place.id) {
                let ring = Path::circle(*at, look.radius() + 3.5);
                self.shapes.push(Shape::Stroke(ring, Stroke::solid(Ink::Highlight, 3.0)));
            }
            look.draw(*at, &mut self.shapes);
            if self.attention.focus.as_ref() == Some(&target) {
                let ring = |width, ink| {
                    Shape::Stroke(Path::circle(*at, look.radius() + 5.0), Stroke::solid(ink, width))
                };
                self.shapes.push(ring(5.0, Ink::Land));
                self.shapes.push(ring(2.0, Ink::Ink));
            }
            self.placer.block(Box2::around(*at, look.radius() * 2.0, look.radius() * 2.0));
            self.picks.push(Pick { target, area: Area::Dot(*at, look.radius()) });
        }
        let shown = |(place, at, look, priority): (_, _, SymbolLook, _)| Shown {
            place,
            at,
            radius: look.radius(),
            priority,
        };
        kept.into_iter().map(shown).collect()
    }

    pub(super) fn is_chosen(&self, place: &Place) -> bool {
        let is = |target: &Ref| target.kind == Kind::Place && target.id == place.id;
        self.chosen().any(is)
    }

    /// Places of the chosen corridors.
    fn chosen_places(&self) -> HashSet<&'a Id> {
        let corridors = self.chosen().filter_map(|target| self.stage.atlas.corridor(&target.id));
        corridors.flat_map(|corridor| &corridor.places).collect()
    }

    fn on_corridor(&self, place: &Place) -> bool {
        place.kind == PlaceKind::Port
            && self.stage.atlas.corridors.iter().any(|corridor| corridor.places.contains(&place.id))
    }
}
