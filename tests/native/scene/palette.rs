//! Colours that can be told apart: the ground is quiet, corridors and words stand out, and no two
//! corridors look alike, whoever looks.

use super::colour::{SIGHTS, contrast, difference, lab, linear, seen};
use crate::shipped;
use atlas::model::corridor::{Corridor, Family};
use atlas::scene::palette::{Ink, Palette};
use std::collections::HashSet;

const THEMES: [Palette; 2] = [Palette::Light, Palette::Dark];
/// Those that a reader's own colours do not replace.
const ALL: [Palette; 4] =
    [Palette::Light, Palette::Dark, Palette::LightContrast, Palette::DarkContrast];
/// Each theme with the one for readers who ask for more contrast.
const STRONGER: [(Palette, Palette); 2] =
    [(Palette::Light, Palette::LightContrast), (Palette::Dark, Palette::DarkContrast)];
const CORRIDORS: [Ink; 6] = [Ink::Gas, Ink::Cpec, Ink::Instc, Ink::Water, Ink::Rail, Ink::Context];
/// The least difference (CIEDE2000) between the colours of two corridors, whoever looks: some twelve
/// times what can just be told apart side by side, since lines lie apart and are thin.
const LEAST_DIFFERENCE: f64 = 12.0;
/// Words, and the grounds on which they stand.
const WORDS: [(Ink, &[Ink]); 6] = [
    (Ink::Ink, &[Ink::Land, Ink::Sea]),
    (Ink::Ink2, &[Ink::Land, Ink::Sea]),
    (Ink::LabelCountry, &[Ink::Land]),
    (Ink::LabelCountryStrong, &[Ink::Land]),
    (Ink::LabelSea, &[Ink::Sea]),
    (Ink::LabelRiver, &[Ink::Land, Ink::Sea]),
];

fn ratio(palette: Palette, ink: Ink, ground: Ink) -> f64 {
    contrast(palette.color(ink), palette.color(ground))
}

#[test]
fn the_ground_is_never_noticed_first() {
    for palette in THEMES {
        for ink in [Ink::Coast, Ink::River, Ink::Border] {
            let ratio = ratio(palette, ink, Ink::Land);
            assert!(ratio < 2.5, "{ink:?} stands out in {palette:?}: {ratio:.2}");
        }
        // A disputed border must be findable.
        let disputed = ratio(palette, Ink::BorderDisputed, Ink::Land);
        assert!(disputed >= 3.0, "{palette:?}: {disputed:.2}");
    }
}

#[test]
fn corridors_stand_out_from_land_and_sea() {
    for palette in ALL {
        for (ink, ground) in
            CORRIDORS.into_iter().flat_map(|ink| [(ink, Ink::Land), (ink, Ink::Sea)])
        {
            let ratio = ratio(palette, ink, ground);
            assert!(ratio >= 3.0, "{ink:?} on {ground:?} in {palette:?}: {ratio:.2}");
        }
    }
}

#[test]
fn words_can_be_read() {
    for palette in ALL {
        for (ink, grounds) in WORDS {
            for &ground in grounds {
                let ratio = ratio(palette, ink, ground);
                assert!(ratio >= 4.5, "{ink:?} on {ground:?} in {palette:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn names_along_lines_can_be_read() {
    for (palette, family) in
        ALL.into_iter().flat_map(|palette| Family::ALL.map(|family| (palette, family)))
    {
        let style = atlas::scene::place_labels::along(family, atlas::i18n::Lang::En);
        let ratio = ratio(palette, style.ink, style.halo);
        assert!(ratio >= 4.5, "{family:?} in {palette:?}: {ratio:.2}");
    }
}

#[test]
fn tags_can_be_read() {
    let atlas = shipped::atlas();
    // Waterways bear the names of their waters instead.
    let tagged = |corridor: &&Corridor| corridor.tag.is_some() && !corridor.waterway;
    let tagged = atlas.corridors.iter().filter(tagged);
    let families: HashSet<Family> = tagged.map(|corridor| corridor.family).collect();
    let mut faint = Vec::new();
    for palette in ALL {
        for family in Family::ALL.into_iter().filter(|family| families.contains(family)) {
            let ink = atlas::scene::tag::ink(family);
            // Filled, and outlined while another corridor is looked at.
            for (letters, plate) in [(Ink::Core, ink), (ink.letters(), Ink::Land)] {
                let ratio = ratio(palette, letters, plate);
                if ratio < 4.5 {
                    faint.push(format!("{family:?} in {palette:?}: {ratio:.2}"));
                }
            }
        }
    }
    assert_eq!(faint, [""; 0]);
}

/// The least difference between two of the corridors' colours, for one kind of eyes.
fn nearest(palette: Palette, sight: &[[f64; 3]; 3]) -> (f64, Ink, Ink) {
    let look = |ink: Ink| lab(seen(linear(palette.color(ink)), sight));
    let pairs = CORRIDORS.iter().enumerate().flat_map(|(index, &a)| {
        CORRIDORS[index + 1..].iter().map(move |&b| (difference(look(a), look(b)), a, b))
    });
    pairs.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

#[test]
fn no_two_corridors_look_alike_to_anyone() {
    for palette in ALL {
        for (name, sight) in &SIGHTS {
            let (apart, a, b) = nearest(palette, sight);
            let enough = apart >= LEAST_DIFFERENCE;
            assert!(enough, "{a:?} and {b:?} in {palette:?}, {name}: {apart:.1}");
        }
    }
}

#[test]
fn more_contrast_is_more_contrast_for_everything() {
    for (plain, strong) in STRONGER {
        let ground = [Ink::Coast, Ink::River, Ink::Border, Ink::BorderDisputed];
        let lines = CORRIDORS.into_iter().chain(ground);
        for (ink, on) in lines.map(|ink| (ink, Ink::Land)) {
            let (less, more) = (ratio(plain, ink, on), ratio(strong, ink, on));
            assert!(more >= less, "{ink:?} in {strong:?}: {more:.2} after {less:.2}");
        }
        for (ink, grounds) in WORDS {
            for &on in grounds {
                let (less, more) = (ratio(plain, ink, on), ratio(strong, ink, on));
                assert!(more >= less && more >= 7.0, "{ink:?} on {on:?} in {strong:?}: {more:.2}");
            }
        }
    }
}

#[test]
fn the_highlighter_is_one_colour_in_both_themes() {
    let yellow = |palette: Palette| palette.color(Ink::Highlight);
    assert_eq!(THEMES.map(yellow), ["#FFD23F"; 2]);
}

#[test]
fn forced_colours_are_the_systems_own() {
    let system = ["Canvas", "CanvasText", "GrayText", "Highlight", "LinkText"];
    for ink in CORRIDORS.into_iter().chain(WORDS.map(|(ink, _)| ink)).chain([Ink::Land, Ink::Sea]) {
        let colour = Palette::Forced.color(ink);
        assert!(system.contains(&colour), "{ink:?} is {colour}");
    }
}
