//! Samples of lines and symbols for keys, drawn as on the map.

use super::{
    course::Course,
    display::{Path, Shape, Size, Stroke},
    line_style::LineLook,
    palette::Ink,
    picture::Scene,
    symbol::SymbolLook,
};
use crate::model::{corridor::Family, line::Mode, line::Status, place::PlaceKind};

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
    /// Its size, CSS pixels.
    pub fn size(self) -> Size {
        match self {
            Self::Symbol(_) | Self::Hollow => Size { width: 18.0, height: 18.0 },
            _ => Size { width: 44.0, height: 16.0 },
        }
    }

    /// The sample as a scene of its own.
    pub fn scene(self) -> Scene {
        let size = self.size();
        let mut shapes = Vec::new();
        let middle = size.height / 2.0;
        let course = Course::new(vec![[1.0, middle], [size.width - 1.0, middle]]);
        let line = |mode, status, ink, context| LineLook {
            cased: false,
            mode,
            status,
            ink,
            context,
            weight: 1.0,
            alpha: 1.0,
        };
        let symbol = |kind, approximate| SymbolLook {
            kind,
            major: true,
            approximate,
            passed: false,
            weight: 1.0,
        };
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
                let dashes = Stroke::solid(Ink::BorderDisputed, 1.1).dashed(&[3.0, 2.4], 0.0);
                shapes.push(Shape::Stroke(Path::line(course.points, false), dashes));
            }
        }
        Scene { size, shapes, ..Scene::default() }
    }
}
