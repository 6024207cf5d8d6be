//! The colours of the map, by token and theme. Contrast ratios are held by `palette` tests.

use super::display::Paint;
use crate::model::corridor::Family;

/// A colour token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Beyond the edge of the sheet.
    Beyond,
    /// Seas and lakes.
    Sea,
    /// Outer glow of the coast.
    Waterline1,
    /// Inner glow of the coast.
    Waterline2,
    /// Land.
    Land,
    /// Coastline.
    Coast,
    /// Rivers of the ground.
    River,
    /// Borders.
    Border,
    /// Disputed borders.
    BorderDisputed,
    /// Graticule.
    Graticule,
    /// First text.
    Ink,
    /// Second text.
    Ink2,
    /// Names of countries.
    LabelCountry,
    /// Names of Pakistan and Russia.
    LabelCountryStrong,
    /// Names of seas.
    LabelSea,
    /// Names of rivers.
    LabelRiver,
    /// Core of double lines and rings; text on tags.
    Core,
    /// What the reader chose.
    Highlight,
    /// Letters on what the reader chose.
    OnHighlight,
    /// A strait that the route passes.
    Bad,
    /// PSGP.
    Gas,
    /// CPEC.
    Cpec,
    /// INSTC.
    Instc,
    /// Waterways and sea lanes.
    Water,
    /// Other railways.
    Rail,
    /// Context projects.
    Context,
}

impl Ink {
    /// The colour of a family of corridors.
    pub fn of(family: Family) -> Self {
        match family {
            Family::Gas => Self::Gas,
            Family::Cpec => Self::Cpec,
            Family::Instc => Self::Instc,
            Family::Rail => Self::Rail,
            Family::Water => Self::Water,
            Family::Context => Self::Context,
        }
    }

    /// The colour of small letters for it on land; the orange of gas is too light for them.
    pub fn letters(self) -> Self {
        match self {
            Self::Gas => Self::Ink2,
            other => other,
        }
    }
}

/// A set of colours for all tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Palette {
    /// On paper.
    #[default]
    Light,
    /// At night.
    Dark,
    /// On paper, for readers who ask for more contrast.
    LightContrast,
    /// At night, for readers who ask for more contrast.
    DarkContrast,
    /// The system's own colours, where the reader forces them.
    Forced,
}

impl Palette {
    /// Whether the ground is dark.
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::DarkContrast)
    }

    /// The CSS colour of a token.
    pub fn color(self, ink: Ink) -> &'static str {
        match self {
            Self::Light => light(ink),
            Self::Dark => dark(ink),
            Self::LightContrast => light_contrast(ink),
            Self::DarkContrast => dark_contrast(ink),
            Self::Forced => forced(ink),
        }
    }

    /// How much a paint covers, 0 to 1, and whether it darkens what lies below. At night, and on a ground that the
    /// system chooses, what would darken covers at half strength instead.
    pub fn covering(self, paint: Paint) -> (f32, bool) {
        let darkens = paint.multiply && !self.is_dark() && self != Self::Forced;
        let half = paint.multiply && !darkens;
        (if half { paint.alpha * 0.5 } else { paint.alpha }, darkens)
    }
}

fn light(ink: Ink) -> &'static str {
    match ink {
        Ink::Beyond => "#CBDAE2",
        Ink::Sea => "#D9E6EC",
        Ink::Waterline1 => "#DEEAEF",
        Ink::Waterline2 => "#E4EEF2",
        Ink::Land => "#F7F5F0",
        Ink::Coast => "#88A5B4",
        Ink::River => "#A3C3D3",
        Ink::Border => "#BBB3A6",
        Ink::BorderDisputed => "#8F8678",
        Ink::Graticule => "#5A6468",
        Ink::Ink => "#15191E",
        Ink::Ink2 => "#48515A",
        Ink::LabelCountry => "#6E675B",
        Ink::LabelCountryStrong => "#2A2620",
        Ink::LabelSea => "#3A667E",
        Ink::LabelRiver => "#006AA6",
        Ink::Core => "#FFFFFF",
        Ink::Highlight => "#FFD23F",
        Ink::OnHighlight => "#15191E",
        Ink::Bad => "#B3341B",
        Ink::Gas => "#BF5311",
        Ink::Cpec => "#00694E",
        Ink::Instc => "#6B1F9E",
        Ink::Water => "#217DCF",
        Ink::Rail => "#1C2226",
        Ink::Context => "#847E74",
    }
}

fn dark(ink: Ink) -> &'static str {
    match ink {
        Ink::Beyond => "#0A1218",
        Ink::Sea => "#0E1820",
        Ink::Waterline1 => "#111D26",
        Ink::Waterline2 => "#15222C",
        Ink::Land => "#1D2932",
        Ink::Coast => "#42596A",
        Ink::River => "#2C4A5C",
        Ink::Border => "#414E58",
        Ink::BorderDisputed => "#8B979F",
        Ink::Graticule => "#8FA5B3",
        Ink::Ink => "#F1F0EC",
        Ink::Ink2 => "#B9C2C9",
        Ink::LabelCountry => "#98A2A8",
        Ink::LabelCountryStrong => "#E2E0DA",
        Ink::LabelSea => "#86AFC6",
        Ink::LabelRiver => "#7FBCEF",
        Ink::Core => "#141D24",
        Ink::Highlight => "#FFD23F",
        Ink::OnHighlight => "#15191E",
        Ink::Bad => "#FF8F73",
        Ink::Gas => "#EA7400",
        Ink::Cpec => "#6EDE95",
        Ink::Instc => "#C982AE",
        Ink::Water => "#42A4F1",
        Ink::Rail => "#E3DEDA",
        Ink::Context => "#767D82",
    }
}

fn light_contrast(ink: Ink) -> &'static str {
    match ink {
        Ink::Coast => "#3F6275",
        Ink::River => "#4F87A3",
        Ink::Border => "#857C6D",
        Ink::BorderDisputed => "#4D463B",
        Ink::Ink | Ink::Ink2 | Ink::LabelCountryStrong => "#000000",
        Ink::LabelCountry => "#3A352C",
        Ink::LabelSea => "#12384D",
        Ink::LabelRiver => "#00466E",
        Ink::Land => "#FFFFFF",
        Ink::Gas => "#8F3A05",
        Ink::Cpec => "#003E26",
        Ink::Instc => "#4D1377",
        Ink::Water => "#0F5DA9",
        Ink::Context => "#5D5850",
        other => light(other),
    }
}

fn dark_contrast(ink: Ink) -> &'static str {
    match ink {
        Ink::Coast => "#8FA9BA",
        Ink::River => "#5C8CA8",
        Ink::Border => "#7E8B95",
        Ink::BorderDisputed => "#D5DDE2",
        Ink::Ink | Ink::Ink2 | Ink::LabelCountryStrong => "#FFFFFF",
        Ink::LabelCountry => "#D8DEE2",
        Ink::LabelSea => "#C2E2F4",
        Ink::LabelRiver => "#BDE1FF",
        Ink::Land => "#10181E",
        Ink::Gas => "#FF9A3D",
        Ink::Cpec => "#95F5B0",
        Ink::Instc => "#F6CEF2",
        Ink::Water => "#6CB9FF",
        Ink::Context => "#ACB3B7",
        Ink::Rail => "#E7E4DF",
        other => dark(other),
    }
}

fn forced(ink: Ink) -> &'static str {
    match ink {
        Ink::Beyond | Ink::Sea | Ink::Waterline1 | Ink::Waterline2 | Ink::Land | Ink::Core => {
            "Canvas"
        }
        Ink::Coast | Ink::River | Ink::Graticule | Ink::Border | Ink::Context => "GrayText",
        Ink::Highlight => "Highlight",
        Ink::OnHighlight => "HighlightText",
        Ink::Gas | Ink::Cpec | Ink::Instc | Ink::Water => "LinkText",
        _ => "CanvasText",
    }
}
