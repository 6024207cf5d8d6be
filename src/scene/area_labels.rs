//! Names of countries, seas and lakes, and how those of rivers are set.

use super::{
    display::{Face, TextStyle},
    label::{Candidate, Crossing, Seat},
    palette::Ink,
    viewport::Viewport,
};
use crate::i18n::{Lang, number};
use crate::model::label::{AreaClass, AreaLabel};

/// The name of a country, sea or lake as a candidate in the window, or nothing where its zoom has not
/// come. Rivers are named along their courses.
///
/// `joined` is the year in which the country came to the chosen organisation: the name of a member shows
/// at every zoom, with that year.
pub fn candidate(
    label: &AreaLabel,
    window: &Viewport,
    lang: Lang,
    joined: Option<i16>,
) -> Option<Candidate> {
    let near = joined.is_some() || window.view.zoom >= f64::from(label.min_zoom);
    if label.class == AreaClass::River || !near {
        return None;
    }
    let country = matches!(
        label.class,
        AreaClass::CountryStrong | AreaClass::Country | AreaClass::CountrySmall
    );
    let name = label.names.get(lang);
    let capitals = country && lang != Lang::Ur;
    let lines = name
        .split('|')
        .map(|line| if capitals { line.to_uppercase() } else { line.to_owned() })
        .chain(joined.map(|year| number::ungrouped(lang, f64::from(year))))
        .collect();
    let style = style(label.class, lang);
    let style = match joined {
        Some(_) => TextStyle {
            weight: 650,
            size: style.size.max(10.5),
            ink: Ink::LabelCountryStrong,
            ..style
        },
        None => style,
    };
    Some(Candidate {
        lines,
        style,
        seats: label
            .at
            .iter()
            .filter_map(|&at| window.project(at))
            .flat_map(|at| around(label.class, at))
            .collect(),
        // A sea that bears no name is worse than a name on a lane.
        crossing: match label.class {
            _ if joined.is_some() => Crossing::Lines,
            AreaClass::CountryStrong => Crossing::Lines,
            AreaClass::SeaLarge | AreaClass::Sea => Crossing::Lanes,
            _ => Crossing::None,
        },
    })
}

/// A name of an area may stand a little beside its point.
fn around(class: AreaClass, [x, y]: [f32; 2]) -> impl Iterator<Item = Seat> {
    let (aside, down) = match class {
        AreaClass::SeaLarge => (36.0, 22.0),
        AreaClass::Sea => (10.0, 12.0),
        _ => (16.0, 14.0),
    };
    const STEPS: [[f32; 2]; 11] = [
        [0.0, 0.0],
        [0.0, 1.0],
        [0.0, -1.0],
        [0.0, 2.0],
        [0.0, -2.0],
        [1.0, 0.0],
        [-1.0, 0.0],
        [1.0, 1.0],
        [-1.0, 1.0],
        [1.0, -1.0],
        [-1.0, -1.0],
    ];
    STEPS.into_iter().map(move |[right, below]| [x + right * aside, y + below * down].into())
}

/// The setting of the name of an area.
pub fn style(class: AreaClass, lang: Lang) -> TextStyle {
    let (size, weight, spacing) = match (class, lang) {
        (AreaClass::CountryStrong, Lang::Ur) => (19.0, 600, 0.0),
        (AreaClass::Country, Lang::Ur) => (13.0, 500, 0.0),
        (AreaClass::CountrySmall, Lang::Ur) => (12.0, 500, 0.0),
        (AreaClass::SeaLarge, Lang::Ur) => (18.0, 400, 0.0),
        (AreaClass::Sea, Lang::Ur) => (15.0, 400, 0.0),
        (AreaClass::River, Lang::Ur) => (13.5, 400, 0.0),
        (AreaClass::CountryStrong, _) => (14.0, 600, 0.16),
        (AreaClass::Country, _) => (11.0, 500, 0.14),
        (AreaClass::CountrySmall, _) => (9.5, 500, 0.08),
        (AreaClass::SeaLarge, _) => (17.0, 400, 0.06),
        (AreaClass::Sea, _) => (13.0, 400, 0.0),
        (AreaClass::River, _) => (12.0, 400, 0.0),
    };
    let (ink, halo, halo_width) = match class {
        AreaClass::CountryStrong => (Ink::LabelCountryStrong, Ink::Land, 2.5),
        AreaClass::Country | AreaClass::CountrySmall => (Ink::LabelCountry, Ink::Land, 2.5),
        AreaClass::SeaLarge | AreaClass::Sea => (Ink::LabelSea, Ink::Sea, 2.5),
        AreaClass::River => (Ink::LabelRiver, Ink::Land, 2.5),
    };
    let water = matches!(class, AreaClass::SeaLarge | AreaClass::Sea | AreaClass::River);
    let face = if water && lang != Lang::Ur { Face::SerifItalic } else { Face::Sans };
    TextStyle { face, size, weight, spacing, ink, halo, halo_width }
}
