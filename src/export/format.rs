//! What a reader may take along: kinds of file, and sizes of figures.

use crate::model::id::Ref;
use crate::scene::display::Size;

/// CSS pixels in a millimetre: 96 to the inch.
const PX_PER_MM: f32 = 96.0 / 25.4;

/// The most pixels of a picture: 4096 × 4096, beyond which iOS gives no canvas.
pub const MOST_PIXELS: f64 = 16_777_216.0;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// The figure as a drawing.
    Svg,
    /// The figure as pixels.
    Png,
    /// What shows, as features.
    GeoJson,
    /// What shows, as a table.
    Csv,
    /// The atlas and the paper, as citations for BibTeX.
    BibTex,
    /// The same in the format RIS.
    Ris,
    /// The same as CSL-JSON.
    CslJson,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Svg, Self::Png, Self::GeoJson, Self::Csv, Self::BibTex, Self::Ris, Self::CslJson];

    /// The name in calls.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::GeoJson => "geojson",
            Self::Csv => "csv",
            Self::BibTex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
        }
    }

    /// The ending of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::BibTex => "bib",
            Self::CslJson => "json",
            other => other.name(),
        }
    }

    /// The kind of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::GeoJson => "application/geo+json",
            Self::Csv => "text/csv;charset=utf-8",
            Self::BibTex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// Whether it is a figure, which has a format; the others are data.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }
}

/// The size of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// The map as large as on screen, with its words around it.
    #[default]
    Screen,
    /// A slide of 1920 by 1080 pixels.
    Slide,
    /// A4, on its side.
    A4Landscape,
    /// A4, upright.
    A4Portrait,
    /// A3, on its side.
    A3Landscape,
    /// A3, upright.
    A3Portrait,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Screen,
        Self::Slide,
        Self::A4Landscape,
        Self::A4Portrait,
        Self::A3Landscape,
        Self::A3Portrait,
    ];

    /// Those that are sheets of paper.
    pub const PAPERS: [Self; 4] =
        [Self::A4Landscape, Self::A4Portrait, Self::A3Landscape, Self::A3Portrait];

    /// The name in calls and names of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Slide => "slide",
            Self::A4Landscape => "a4-landscape",
            Self::A4Portrait => "a4-portrait",
            Self::A3Landscape => "a3-landscape",
            Self::A3Portrait => "a3-portrait",
        }
    }

    /// The format of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Width and height of the paper in millimetres (ISO 216), where it is paper.
    pub fn millimetres(self) -> Option<[f32; 2]> {
        match self {
            Self::Screen | Self::Slide => None,
            Self::A4Landscape => Some([297.0, 210.0]),
            Self::A4Portrait => Some([210.0, 297.0]),
            Self::A3Landscape => Some([420.0, 297.0]),
            Self::A3Portrait => Some([297.0, 420.0]),
        }
    }

    /// The size that the figure is laid out in, CSS pixels; `None` follows the screen.
    pub fn layout(self) -> Option<Size> {
        match self {
            Self::Screen => None,
            Self::Slide => Some(Size { width: 1280.0, height: 720.0 }),
            _ => self.within(0.0),
        }
    }

    /// The size of the paper inside margins of so many millimetres, CSS pixels.
    pub fn within(self, margin: f32) -> Option<Size> {
        let inside = |length: f32| (length - 2.0 * margin) * PX_PER_MM;
        let [width, height] = self.millimetres()?;
        Some(Size { width: inside(width), height: inside(height) })
    }

    /// Pixels of the picture per CSS pixel of the layout, at 1 ×.
    pub fn ratio(self) -> f64 {
        if self == Self::Slide { 1.5 } else { 1.0 }
    }

    /// Attributes `width` and `height` of the figure as SVG, by the size that it was laid out in.
    pub fn lengths(self, laid_out: Size) -> [String; 2] {
        if let Some(paper) = self.millimetres() {
            return paper.map(|length| format!("{length}mm"));
        }
        let ratio = self.ratio() as f32;
        [laid_out.width, laid_out.height].map(|length| (length * ratio).round().to_string())
    }
}

/// The ratio nearest to the wished one, not above it, at which a picture of that size (CSS pixels)
/// has at most [`MOST_PIXELS`].
pub fn ratio_within(size: Size, wished: f64) -> f64 {
    let area = f64::from(size.width) * f64::from(size.height);
    // Sides are rounded to whole pixels: a little below the limit.
    wished.min((MOST_PIXELS * 0.999 / area.max(1.0)).sqrt())
}

/// The name of a file: what is chosen, the format where it is no screen, and the date of the data.
pub fn file_name(kind: FileKind, format: Format, chosen: Option<&Ref>, date: &str) -> String {
    let mut name = String::from("connectivity-atlas");
    let format = (kind.is_figure() && format != Format::Screen).then(|| format.name());
    for part in [chosen.map(|target| target.id.as_str()), format, Some(date)].into_iter().flatten()
    {
        name.push('-');
        name.push_str(part);
    }
    name.push('.');
    name.push_str(kind.ending());
    name
}
