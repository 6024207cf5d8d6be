//! Samples of lines and symbols, painted by the map's own painter.

use super::store::use_store;
use crate::browser::{canvas, media};
use crate::i18n::Lang;
use crate::model::{corridor::Family, line::Mode, line::Status, place::PlaceKind};
use crate::scene::{
    course::Course, display::Size, line_style::LineLook, palette::Ink, picture::Scene,
    symbol::SymbolLook,
};
use leptos::{html, prelude::*};

/// What a sample shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sample {
    /// A line.
    Line(Mode, Status, Family),
    /// A status on a neutral line.
    Status(Status),
    /// A symbol.
    Symbol(PlaceKind),
    /// A symbol of a place whose position is approximate.
    Hollow,
    /// A disputed border.
    Disputed,
}

impl Sample {
    fn size(self) -> Size {
        match self {
            Self::Symbol(_) | Self::Hollow => Size { width: 18.0, height: 18.0 },
            _ => Size { width: 44.0, height: 16.0 },
        }
    }

    /// The sample as a scene of its own.
    fn scene(self) -> Scene {
        let size = self.size();
        let mut shapes = Vec::new();
        let middle = size.height / 2.0;
        let course = Course::new(vec![[1.0, middle], [size.width - 1.0, middle]]);
        let line = |mode, status, ink, context| LineLook {
            mode,
            status,
            ink,
            context,
            weight: 1.0,
            alpha: 1.0,
        };
        let symbol = |kind, approximate| SymbolLook { kind, major: true, approximate, weight: 1.0 };
        match self {
            Self::Line(mode, status, family) => {
                line(mode, status, Ink::of(family), family == Family::Context).draw(
                    &course,
                    0.0,
                    &mut shapes,
                );
            }
            Self::Status(status) => {
                line(Mode::Rail, status, Ink::Ink2, false).draw(&course, 0.0, &mut shapes);
            }
            Self::Symbol(kind) => symbol(kind, false).draw([9.0, 9.0], &mut shapes),
            Self::Hollow => symbol(PlaceKind::Port, true).draw([9.0, 9.0], &mut shapes),
            Self::Disputed => {
                use crate::scene::display::{Path, Shape, Stroke};
                let dashes = Stroke::solid(Ink::BorderDisputed, 1.1).dashed(&[3.0, 2.4], 0.0);
                shapes.push(Shape::Stroke(Path::line(course.points, false), dashes));
            }
        }
        Scene { size, shapes, ..Scene::default() }
    }
}

/// Paints a sample; decorative, the words stand beside it.
#[component]
pub fn Swatch(
    /// What to show.
    #[prop(into)]
    sample: Signal<Sample>,
) -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Canvas>::new();
    Effect::new(move |_| {
        let (Some(element), palette, sample) = (node.get(), store.palette(), sample.get()) else {
            return;
        };
        let scene = sample.scene();
        let ratio = canvas::resize(
            &element,
            scene.size.width,
            scene.size.height,
            media::pixel_ratio().max(2.0),
        );
        if let Some(context) = canvas::context(&element) {
            canvas::paint(&context, &scene, palette, Lang::En, ratio);
        }
    });
    let class = move || match sample.get() {
        Sample::Symbol(_) | Sample::Hollow => "swatch swatch-symbol",
        _ => "swatch",
    };
    view! { <canvas class=class node_ref=node aria-hidden="true"></canvas> }
}
