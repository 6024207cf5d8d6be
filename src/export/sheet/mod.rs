//! A figure: the map with title, caption, key, scale, citation and sources around it, as one display
//! list, from which both the drawing and the picture are made.

mod legend;
mod pen;

use super::shown::Shown;
use super::words::{self, Words};
use crate::i18n::number;
use crate::model::id::Id;
use crate::scene::{
    build::{self, Attention},
    description::describe,
    display::{Box2, Shape, Size, Stroke},
    fit::Insets,
    key::key_of,
    label::TextMeasure,
    palette::Ink,
    picture::Scene,
    sample::Sample,
    scale_bar::{ScaleBar, scale_bar},
    spots::spots,
    stage::Stage,
    viewport::Viewport,
};
use crate::state::{AppState, Layer, MapView};
use legend::Legend;
use pen::{Pen, frame};

/// Room between the parts of a sheet, CSS pixels.
const GAP: f32 = 12.0;
/// Longest scale bar, CSS pixels.
const LONGEST_BAR: f64 = 140.0;
/// Sheets at least this wide have the key beside the map.
const WIDE: f32 = 720.0;
/// Letters of the list of sources with what stands around it, and their mean width in em: what to
/// keep free for it before it is known.
const SOURCES: (f32, f32) = (290.0, 0.58);

/// What a sheet is made from.
pub struct Plan<'a> {
    /// The data.
    pub stage: &'a Stage,
    /// What the reader has chosen.
    pub state: &'a AppState,
    /// What the map shows now.
    pub window: &'a Viewport,
    /// The size of the whole sheet, CSS pixels; `None` keeps that of the map.
    pub size: Option<Size>,
    /// Empty edge on each side, CSS pixels.
    pub margin: f32,
    /// The link to the view, where there is one.
    pub link: Option<&'a str>,
    /// What shows besides the data: routes, what is within reach, what a claim is about, a distance.
    pub attention: &'a Attention,
    /// What was computed or is claimed, in words: instead of the title, and before the caption.
    pub told: Option<[String; 2]>,
}

/// A figure, ready to be written or painted.
pub struct Sheet {
    /// What to draw.
    pub scene: Scene,
    /// What it says of itself.
    pub words: Words,
    /// The picture in words.
    pub description: String,
    /// Sources of what shows.
    pub sources: Vec<Id>,
}

/// Lays the figure out. Texts are measured by `measure`, in the fonts of the painter.
pub fn sheet(plan: &Plan<'_>, measure: &mut dyn TextMeasure) -> Sheet {
    let Plan { stage, state, window, size, margin, link, attention, ref told } = *plan;
    let (atlas, lang) = (&stage.atlas, state.lang);
    let mut pen = Pen { lang, measure, shapes: Vec::new() };
    let mut words = words::words(atlas, state, link);
    if let Some([title, caption]) = told {
        words.title.clone_from(title);
        words.caption = format!("{caption} {}", words.caption);
    }

    // Room for every entry that the layers allow: which of them show is known with the map only.
    let kinds: Vec<_> = atlas.places.iter().map(|place| place.kind).collect();
    let lines: Vec<_> = stage.lines().filter(|item| item.shows(state.layers)).collect();
    let borders = state.layers.contains(Layer::Borders).then_some(Sample::Disputed);
    let all: Vec<_> = borders.into_iter().chain([Sample::Hollow]).collect();
    let fullest = Legend::new(&key_of(&lines, &kinds), &all, &atlas.catalogs, &pen);
    let side = fullest.width(&mut pen);
    let map_width =
        |whole: f32, beside: bool| whole - 2.0 * margin - if beside { side + GAP } else { 0.0 };
    let beside = match size {
        Some(size) => size.width > size.height && size.width >= WIDE,
        None => window.size.width >= WIDE && window.size.height >= fullest.column_height(),
    };
    let width = match size {
        Some(size) => size.width,
        None => window.size.width + 2.0 * margin + if beside { side + GAP } else { 0.0 },
    };
    let column = width - 2.0 * margin;

    let title_style = pen.style(22.0, 600, Ink::Ink);
    let caption_style = pen.style(13.5, 400, Ink::Ink2);
    let small = pen.style(11.5, 400, Ink::Ink2);
    let title = pen.wrap(&words.title, title_style, column);
    let caption = pen.wrap(&words.caption, caption_style, column);
    let citation = pen.wrap(&words.citation, small, column);
    let head = title.height() + caption.height() + GAP / 2.0;
    let (letters, em) = SOURCES;
    let lines = (letters * em * small.size / column).ceil();
    let foot = citation.height() + lines * pen.leading(&small);

    let map_size = match size {
        None => window.size,
        Some(size) => {
            let key = if beside { 0.0 } else { fullest.rows_height(&mut pen, column) + GAP };
            let height = size.height - 2.0 * margin - head - foot - key - 2.0 * GAP;
            Size { width: map_width(size.width, beside), height: height.max(80.0) }
        }
    };
    let view = seen_in(state, window, map_size);
    let insets = Insets { top: 20.0, right: 20.0, bottom: 20.0, left: 20.0, ..Insets::default() };
    let inside = stage.window(&view, map_size, insets);
    let bar = scale_bar(&inside, LONGEST_BAR.min(f64::from(map_size.width) / 3.0));
    let attention = Attention { furniture: vec![bar_box(&bar, map_size)], ..attention.kept() };
    let map = build::build(stage, &view, &inside, &attention, pen.measure);
    let shown = Shown::of(stage, &view, &inside, &map);
    let sources = shown.sources(atlas, state.select.as_ref());
    let seen = describe(stage, &view, &inside, &spots(&map, atlas), &attention.trails);

    let at = [margin, margin];
    let top = pen.block(title, at, column);
    let top = pen.block(caption, [margin, top], column) + GAP / 2.0;
    let corner = [margin, top];
    pen.picture(map, corner);
    pen.outline(corner, map_size);
    draw_bar(&mut pen, &bar, corner, map_size, stage);
    let kinds: Vec<_> = shown.places.iter().map(|place| place.kind).collect();
    let hollow = shown.places.iter().any(|place| place.position.is_none());
    let more: Vec<_> = borders.into_iter().chain(hollow.then_some(Sample::Hollow)).collect();
    let legend = Legend::new(&key_of(&shown.lines, &kinds), &more, &atlas.catalogs, &pen);
    let below = top + map_size.height + GAP;
    let below = if beside {
        legend.column(&mut pen, [margin + map_size.width + GAP, top], side);
        below
    } else {
        legend.rows(&mut pen, [margin, below], column) + GAP / 2.0
    };
    let below = match size {
        // At the lower edge, however much of the key was needed.
        Some(size) => size.height - margin - foot,
        None => below,
    };
    let below = pen.block(citation, [margin, below], column);
    let listed = words::sources(&atlas.catalogs, lang, &sources);
    let listed = pen.wrap(&listed, small, column);
    let end = pen.block(listed, [margin, below], column);

    let size = size.unwrap_or(Size { width, height: (end + margin).ceil() });
    let ground = Shape::Fill(frame([0.0, 0.0], size), Ink::Core.into());
    let description = words::description(atlas, lang, &words.caption, &seen, &shown);
    let sources = sources.iter().map(|source| source.id.clone()).collect();
    let mut shapes = vec![ground];
    shapes.append(&mut pen.shapes);
    let scene = Scene { size, shapes, ..Scene::default() };
    Sheet { scene, words, description, sources }
}

/// The state that shows in a map of that size what the window shows: its middle, and as much around
/// it. The whole region is fitted anew.
fn seen_in(state: &AppState, window: &Viewport, size: Size) -> AppState {
    let mut seen = state.clone();
    if state.map.is_some() || size == window.size {
        let room = (size.width / window.size.width).min(size.height / window.size.height);
        let zoom = window.view.zoom + f64::from(room).log2();
        // What the atlas chose for the screen it might not choose for a sheet.
        seen.projection = Some(window.id);
        seen.map = Some(MapView { zoom, center: window.view.center }.clamped());
    }
    seen
}

/// Where the scale stands on the map: names keep off it.
fn bar_box(bar: &ScaleBar, map: Size) -> Box2 {
    Box2 { x: 8.0, y: map.height - 40.0, width: bar.px as f32 + 64.0, height: 36.0 }
}

/// The scale in the lower left corner of the map, true in its middle.
fn draw_bar(pen: &mut Pen<'_>, bar: &ScaleBar, map_at: [f32; 2], map: Size, stage: &Stage) {
    let [x, y] = [map_at[0] + 16.0, map_at[1] + map.height - 16.0];
    let (length, thick) = (bar.px as f32, 5.0);
    let whole = frame([x, y - thick], Size { width: length, height: thick });
    pen.shapes.push(Shape::Fill(whole.clone(), Ink::Core.into()));
    let half = frame([x, y - thick], Size { width: length / 2.0, height: thick });
    pen.shapes.push(Shape::Fill(half, Ink::Ink2.into()));
    pen.shapes.push(Shape::Stroke(whole, Stroke::solid(Ink::Ink2, 1.0)));
    let mut style = pen.style(11.5, 400, Ink::Ink2);
    (style.halo, style.halo_width) = (Ink::Land, 2.0);
    let [middle, end] = bar.words(&stage.atlas.catalogs, pen.lang);
    let line = y - thick - 9.0;
    pen.centered(&number::plain(pen.lang, 0.0), [x, line], style);
    pen.centered(&middle, [x + length / 2.0, line], style);
    let width = pen.measure.width(&end, &style);
    pen.centered(&end, [x + length - 10.0 + width / 2.0, line], style);
}
