//! The display list: filled and stroked paths and text, in paint order, in CSS pixels.

use super::{palette::Ink, simplify::simplified};

/// Points of one or more subpaths, CSS pixels, y down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    /// All points, subpath after subpath.
    pub points: Vec<[f32; 2]>,
    /// Index of the first point of each subpath.
    pub starts: Vec<u32>,
    /// Whether each subpath returns to its start.
    pub closed: bool,
}

impl Path {
    /// A path without points.
    pub fn new(closed: bool) -> Self {
        Self { closed, ..Self::default() }
    }

    /// A path of one subpath.
    pub fn line(points: Vec<[f32; 2]>, closed: bool) -> Self {
        let starts = if points.is_empty() { Vec::new() } else { vec![0] };
        Self { points, starts, closed }
    }

    /// A closed polygon that stands for a circle; 24 corners are round enough below 20 px.
    pub fn circle(center: [f32; 2], radius: f32) -> Self {
        let corners = 24;
        let points = (0..corners)
            .map(|i| {
                let (sin, cos) = (i as f32 / corners as f32 * std::f32::consts::TAU).sin_cos();
                [center[0] + radius * cos, center[1] + radius * sin]
            })
            .collect();
        Self::line(points, true)
    }

    /// Begins a subpath; the points pushed next belong to it.
    pub fn start(&mut self) {
        self.starts.push(self.points.len() as u32);
    }

    /// Takes back a subpath that got fewer than `least` points.
    pub fn keep_if_at_least(&mut self, least: usize) {
        if let Some(&start) = self.starts.last()
            && self.points.len() - (start as usize) < least
        {
            self.points.truncate(start as usize);
            self.starts.pop();
        }
    }

    /// The subpaths as slices.
    pub fn subpaths(&self) -> impl Iterator<Item = &[[f32; 2]]> {
        self.starts.iter().enumerate().map(|(i, &start)| {
            let end = self.starts.get(i + 1).map_or(self.points.len(), |&next| next as usize);
            &self.points[start as usize..end]
        })
    }

    /// The same in fewer points, none of it farther than `tolerance` from what it was.
    pub fn simplified(&self, tolerance: f32) -> Self {
        let mut path = Self::new(self.closed);
        for subpath in self.subpaths() {
            path.start();
            path.points.extend(simplified(subpath, tolerance));
        }
        path
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cap {
    /// At its last point.
    #[default]
    Butt,
    /// In a half disc.
    Round,
}

/// Corners come to a point, unless it would reach farther than so many half widths from the middle;
/// then they are cut off. Round corners take browsers a quarter longer for the whole map.
pub const MITER_LIMIT: f64 = 2.0;

/// A colour token and how much of it covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// The token.
    pub ink: Ink,
    /// 0 to 1.
    pub alpha: f32,
    /// Darken what lies below instead of covering it; for the highlighter on a light ground.
    pub multiply: bool,
}

impl From<Ink> for Paint {
    fn from(ink: Ink) -> Self {
        Self { ink, alpha: 1.0, multiply: false }
    }
}

impl Paint {
    /// The same token, covering `alpha` of what lies below.
    pub fn faded(self, alpha: f32) -> Self {
        Self { alpha: self.alpha * alpha, ..self }
    }
}

/// How a path is stroked.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub paint: Paint,
    /// Width in CSS pixels.
    pub width: f32,
    /// Lengths of dashes and gaps in turn; empty is unbroken.
    pub dash: Vec<f32>,
    /// How far into the pattern the path starts.
    pub dash_offset: f32,
    /// How lines end.
    pub cap: Cap,
}

impl Stroke {
    /// An unbroken stroke.
    pub fn solid(paint: impl Into<Paint>, width: f32) -> Self {
        Self { paint: paint.into(), width, dash: Vec::new(), dash_offset: 0.0, cap: Cap::Butt }
    }

    /// The same with round ends.
    pub fn round(self) -> Self {
        Self { cap: Cap::Round, ..self }
    }

    /// The same, broken.
    pub fn dashed(self, dash: &[f32], dash_offset: f32) -> Self {
        Self { dash: dash.to_vec(), dash_offset, ..self }
    }
}

/// Which voice a text is set in; look of each in the painters' font stacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// What the atlas says.
    Sans,
    /// Names of water.
    SerifItalic,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Voice.
    pub face: Face,
    /// Size in CSS pixels.
    pub size: f32,
    /// Weight, 100 to 900.
    pub weight: u16,
    /// Extra space after each letter, in em.
    pub spacing: f32,
    /// Colour.
    pub ink: Ink,
    /// Colour of the halo.
    pub halo: Ink,
    /// Width of the halo on each side, CSS pixels.
    pub halo_width: f32,
}

/// A line of text whose middle of the baseline box is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// What it says, in logical order.
    pub content: String,
    /// Middle of the line box, CSS pixels.
    pub center: [f32; 2],
    /// Width it was measured at, CSS pixels.
    pub width: f32,
    /// Turn around the middle, degrees clockwise.
    pub angle: f32,
    /// Setting.
    pub style: TextStyle,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled path, by the even-odd rule.
    Fill(Path, Paint),
    /// A stroked path.
    Stroke(Path, Stroke),
    /// A text with halo.
    Text(Text),
    /// Draw only inside this path, until [`Shape::Unclip`].
    Clip(Path),
    /// End of the innermost clip.
    Unclip,
}

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// An upright box in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Box2 {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Box2 {
    /// The box of that size around `center`.
    pub fn around(center: [f32; 2], width: f32, height: f32) -> Self {
        Self { x: center[0] - width / 2.0, y: center[1] - height / 2.0, width, height }
    }

    /// Whether the two share a point.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Its middle.
    pub fn middle(&self) -> [f32; 2] {
        [self.x + self.width / 2.0, self.y + self.height / 2.0]
    }

    /// Whether a point lies inside.
    pub fn holds(&self, [x, y]: [f32; 2]) -> bool {
        (self.x..=self.x + self.width).contains(&x) && (self.y..=self.y + self.height).contains(&y)
    }

    /// The box with `margin` added on each side.
    pub fn grown(&self, margin: f32) -> Self {
        Self {
            x: self.x - margin,
            y: self.y - margin,
            width: self.width + 2.0 * margin,
            height: self.height + 2.0 * margin,
        }
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }
}
