//! Names, tags and degrees: placed in the order of their rank, so that what matters finds room.

use super::{Drawn, Shown, Work};
use crate::i18n::Lang;
use crate::model::{
    corridor::{Corridor, Family},
    id::{Kind, Ref},
    label::{AreaClass, AreaLabel},
};
use crate::order;
use crate::scene::{
    along, area_labels,
    course::{Course, distance},
    display::{Box2, Path, Shape, Size, Stroke, Text, TextStyle},
    graticule,
    label::{Candidate, Crossing, Seat, TextMeasure, beside, line_height},
    leader,
    line_style::reach,
    palette::Ink,
    place_labels, tag,
};
use crate::state::Layer;
use std::collections::HashSet;

/// From this zoom on rivers are named.
const RIVERS: f64 = 4.6;
/// From this zoom on projects bear their full names.
const PROJECTS: f64 = 6.4;
/// A name on a line stands again where it is this far from itself, CSS pixels.
const REPEAT: f32 = 460.0;
/// Most that an Urdu name is turned along a line, degrees.
const URDU_TURN: f32 = 45.0;

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
            if self.window.view.zoom >= PROJECTS {
                self.project_names(drawn, measure);
            }
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
        let corridor_chosen =
            self.chosen().any(|target| matches!(target.kind, Kind::Project | Kind::Waterway));
        for Shown { place, at, radius, priority } in places {
            if corridor_chosen && place.rank > 2 && *priority >= place_labels::Priority(20) {
                continue;
            }
            let Size { width, height } = self.window.size;
            if !(Box2 { x: 0.0, y: 0.0, width, height }).holds(*at) {
                continue;
            }
            // A name whose place lies under the key would stand for nothing.
            if self.attention.furniture.iter().any(|furniture| furniture.holds(*at)) {
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
            let mut seats = beside(*at, *radius, width, height);
            if self.window.view.zoom >= place_labels::leader_zoom(*priority) {
                seats.extend(leader::seats(*at, *radius, width, height));
            }
            let label = Candidate {
                seats,
                lines: vec![name],
                style,
                crossing: match *priority <= place_labels::Priority(30) {
                    true => Crossing::Lines,
                    false => Crossing::None,
                },
            };
            if let Some(placed) = self.placer.place(&label, measure) {
                if let Some(line) = placed.seat.leader {
                    leader::draw(line, out);
                }
                out.extend(placed.texts.into_iter().map(Shape::Text));
            }
        }
    }

    fn tags(&mut self, drawn: &[Drawn<'a>], measure: &mut dyn TextMeasure, out: &mut Vec<Shape>) {
        let lang: Lang = self.state.lang;
        let is_chosen = |corridor: &Corridor| {
            let own = |target: &Ref| target.kind != Kind::Place && target.id == corridor.id;
            self.chosen().any(own)
        };
        let mut corridors: Vec<&Corridor> = self.stage.atlas.corridors.iter().collect();
        let others_rest =
            self.attention.is_computed() || corridors.iter().any(|corridor| is_chosen(corridor));
        let mut trunks: HashSet<Family> = HashSet::new();
        // The chosen one takes its place first.
        order::sort_by_key(&mut corridors, |corridor| !is_chosen(corridor));
        let chosen: Vec<bool> = corridors.iter().map(|corridor| is_chosen(corridor)).collect();
        for (corridor, is_chosen) in corridors.into_iter().zip(chosen) {
            let Some(name) = &corridor.tag else { continue };
            let is_own = |line: &Drawn| line.item.corridors().any(|owner| owner.id == corridor.id);
            let courses = |shows: &dyn Fn(&Drawn) -> bool| -> Vec<&Course> {
                let lines = drawn.iter().filter(|line| shows(line));
                lines.flat_map(|line| line.pieces.iter().map(|(_, piece)| piece)).collect()
            };
            // On its own stretch if it has one, so that the name cannot mean its neighbour.
            let alone = |line: &Drawn| is_own(line) && line.item.corridors().count() == 1;
            let mut own = courses(&alone);
            let look =
                tag::Look { ink: tag::ink(corridor.family), quiet: others_rest && !is_chosen };
            let mut name = name.get(lang).to_owned();
            if own.is_empty() {
                // On a shared trunk the name of the family stands for all of its colour.
                if !trunks.insert(corridor.family) {
                    continue;
                }
                own = courses(&is_own);
                let catalogs = &self.stage.atlas.catalogs;
                let key = format!("tag.{}", corridor.family.name());
                if !is_chosen && catalogs.has(lang, &key) {
                    name = catalogs.text(lang, &key);
                }
            }
            let others = courses(&|line| !is_own(line));
            let ground = tag::Ground { own, others, routes: &self.routes };
            let placed = tag::place(&name, look, &ground, lang, &mut self.placer, measure);
            out.extend(placed.into_iter().flatten());
        }
    }

    fn area_names(&mut self, measure: &mut dyn TextMeasure) {
        let members = self.members();
        let joined = |label: &AreaLabel| {
            let code = label.country.as_deref()?;
            members.iter().find(|(country, _)| *country == code).map(|(_, year)| *year)
        };
        // Members of the chosen organisation take their places first.
        let mut labels: Vec<_> = self.stage.atlas.labels.iter().collect();
        order::sort_by_key(&mut labels, |label| joined(label).is_none());
        for label in labels {
            let joined = joined(label);
            let lang = self.state.lang;
            let Some(candidate) = area_labels::candidate(label, self.window, lang, joined) else {
                continue;
            };
            let Some(placed) = self.placer.place(&candidate, measure) else { continue };
            if joined.is_some() {
                // The highlighter, under the name and not under the year.
                let names = placed.texts.len().saturating_sub(1);
                let bands = placed.texts.iter().take(names).map(under);
                self.shapes.extend(bands);
            }
            self.shapes.extend(placed.texts.into_iter().map(Shape::Text));
        }
        if self.window.view.zoom >= RIVERS {
            self.river_names(measure);
        }
    }

    /// Members of the chosen organisation in the year that is shown, each with the year in which it came.
    fn members(&self) -> Vec<(&'a str, i16)> {
        let atlas = &self.stage.atlas;
        let chosen = self.state.select.as_ref().filter(|target| target.kind == Kind::Institution);
        let institution = chosen.and_then(|target| atlas.institution(&target.id));
        let year = self.state.year.unwrap_or(atlas.date.year);
        institution.map(|institution| institution.members_in(year).collect()).unwrap_or_default()
    }

    /// Names of rivers along their straightest stretches, again and again on long ones.
    fn river_names(&mut self, measure: &mut dyn TextMeasure) {
        let lang = self.state.lang;
        let style = area_labels::style(AreaClass::River, lang);
        // Beside a river of the ground, or beside the band of a waterway.
        let gaps = [3.0, 3.5 * self.weight + 4.5];
        let most_turn = if lang == Lang::Ur { URDU_TURN } else { 90.0 };
        for river in self.stage.rivers(self.window.id) {
            let Some(label) = self.stage.atlas.labels.get(river.label) else { continue };
            if self.window.view.zoom < f64::from(river.min_zoom) {
                continue;
            }
            let name = label.names.get(lang);
            let (width, height) = (measure.width(name, &style), style.size * line_height(name));
            let seats = river.seats(self.window, along::Name { width, height, most_turn }, gaps);
            self.repeat(name, style, seats, measure);
        }
    }

    /// Places a name on the best of its seats, and again wherever it is far from itself.
    fn repeat(
        &mut self,
        name: &str,
        style: TextStyle,
        mut seats: Vec<Seat>,
        measure: &mut dyn TextMeasure,
    ) {
        while !seats.is_empty() {
            let (lines, crossing) = (vec![name.to_owned()], Crossing::None);
            let label = Candidate { lines, style, seats, crossing };
            let Some(placed) = self.placer.place(&label, measure) else { return };
            seats = label.seats;
            seats.retain(|seat| distance(seat.center, placed.seat.center) > REPEAT);
            self.shapes.extend(placed.texts.into_iter().map(Shape::Text));
        }
    }

    /// Full names of projects along the lines that are theirs alone, close up.
    fn project_names(&mut self, drawn: &[Drawn<'a>], measure: &mut dyn TextMeasure) {
        let lang = self.state.lang;
        let most_turn = if lang == Lang::Ur { URDU_TURN } else { 90.0 };
        for corridor in self.stage.atlas.corridors.iter().filter(|corridor| !corridor.waterway) {
            let name = corridor.names.get(lang);
            let style = place_labels::along(corridor.family, lang);
            let (width, height) = (measure.width(name, &style), style.size * line_height(name));
            let name_of = along::Name { width, height, most_turn };
            let mut seats: Vec<(f32, Seat)> = Vec::new();
            for line in drawn {
                let mut owners = line.item.corridors();
                let own = owners.next().is_some_and(|owner| owner.id == corridor.id);
                if !own || owners.next().is_some() {
                    continue;
                }
                let gap = reach(line.item.line.mode) / 2.0 * self.weight + 4.5;
                for (start, piece) in &line.pieces {
                    seats.extend(along::seats(piece, *start, name_of, gap));
                }
            }
            order::sort_by(&mut seats, |a, b| a.0.total_cmp(&b.0));
            self.repeat(name, style, seats.into_iter().map(|(_, seat)| seat).collect(), measure);
        }
    }
}

/// The highlighter under a name.
fn under(text: &Text) -> Shape {
    let [x, y] = text.center;
    let (half, down) = (text.width / 2.0, text.style.size * 0.62);
    let line = Path::line(vec![[x - half, y + down], [x + half, y + down]], false);
    Shape::Stroke(line, Stroke::solid(Ink::Highlight, 3.5))
}
