//! Names on the map: none lies on another, on a symbol, on furniture or across the frame.

use super::{NARROW, WIDE, choosing, looking_at, picture, picture_with, speaking};
use atlas::i18n::Lang;
use atlas::model::id::Kind;
use atlas::scene::{
    build::Attention,
    display::{Box2, Face, Shape, Size, Text},
    label::line_height,
    pick::Area,
    picture::Scene,
    tilted::Tilted,
};
use atlas::state::{AppState, MapView};

/// A phone on its side, and an element in a narrow column.
const SIZES: [Size; 4] =
    [WIDE, NARROW, Size { width: 740.0, height: 360.0 }, Size { width: 200.0, height: 200.0 }];

/// Middles and zooms: crowded coasts, long rivers, mountains, empty seas, the edges of the sheet.
const VIEWS: [[f64; 3]; 16] = [
    [66.9, 24.9, 6.0],
    [66.9, 24.9, 9.0],
    [62.3, 25.1, 7.5],
    [71.5, 32.0, 5.0],
    [74.6, 36.5, 6.5],
    [37.6, 55.75, 5.0],
    [30.3, 59.9, 7.0],
    [44.5, 48.7, 6.0],
    [48.0, 45.5, 5.5],
    [51.0, 40.0, 4.2],
    [51.0, 36.5, 5.6],
    [56.3, 26.6, 6.5],
    [29.0, 41.0, 4.8],
    [60.0, 10.0, 3.0],
    [MapView::WEST, MapView::SOUTH, MapView::MIN_ZOOM],
    [MapView::EAST, MapView::NORTH, 4.0],
];

/// All states whose labels are looked at.
fn states() -> Vec<AppState> {
    let mut states = Vec::new();
    for lang in Lang::ALL {
        states.push(speaking(lang));
        states.push(choosing(Kind::Project, "psgp", speaking(lang)));
        states.push(choosing(Kind::Waterway, "volga", speaking(lang)));
        states.push(choosing(Kind::Place, "gwadar", speaking(lang)));
        states.extend(VIEWS.map(|[lon, lat, zoom]| looking_at(lon, lat, zoom, speaking(lang))));
    }
    states
}

/// Calls `check` with every picture and a word on which it is.
fn each_picture(mut check: impl FnMut(&Scene, &str)) {
    for state in states() {
        for size in SIZES {
            let which = format!("{} x {} of {state:?}", size.width, size.height);
            check(&picture(&state, size), &which);
        }
    }
}

fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    })
}

/// The box around a text, turned as it is.
fn box_of(text: &Text) -> Tilted {
    let height = text.style.size * line_height(&text.content);
    Tilted::around(text.center, text.width, height, text.angle)
}

/// The box that a text keeps free, if there is one.
fn kept_for<'a>(text: &Text, scene: &'a Scene) -> Option<&'a Tilted> {
    let written = box_of(text).grown(-0.1);
    scene.label_boxes.iter().find(|label| label.contains(&written))
}

#[test]
fn no_two_labels_overlap() {
    each_picture(|scene, which| {
        for (index, label) in scene.label_boxes.iter().enumerate() {
            let other = scene.label_boxes[index + 1..].iter().find(|other| label.overlaps(other));
            assert!(other.is_none(), "{label:?} and {other:?} overlap in {which}");
        }
    });
}

#[test]
fn no_label_crosses_the_frame() {
    each_picture(|scene, which| {
        let Size { width, height } = scene.size;
        let frame = Box2 { x: 0.0, y: 0.0, width, height };
        for label in &scene.label_boxes {
            assert!(frame.contains(&label.bounds()), "{label:?} crosses the frame in {which}");
        }
    });
}

#[test]
fn no_label_lies_on_a_symbol() {
    each_picture(|scene, which| {
        for pick in &scene.picks {
            let Area::Dot(at, radius) = pick.area else { continue };
            let symbol = Tilted::from(Box2::around(at, radius * 2.0, radius * 2.0));
            let label = scene.label_boxes.iter().find(|label| label.overlaps(&symbol));
            assert!(label.is_none(), "{label:?} lies on {} in {which}", pick.target);
        }
    });
}

#[test]
fn every_text_stands_in_a_box_that_was_kept_for_it() {
    let mut written = 0;
    each_picture(|scene, which| {
        for text in texts(scene) {
            assert!(kept_for(text, scene).is_some(), "no box for {:?} in {which}", text.content);
            written += 1;
        }
    });
    assert!(written > 1_000, "{written} texts are too few to tell");
}

#[test]
fn labels_keep_off_furniture() {
    let furniture = vec![
        Box2 { x: 0.0, y: 0.0, width: 400.0, height: 300.0 },
        Box2 { x: 900.0, y: 500.0, width: 380.0, height: 300.0 },
    ];
    let attention = Attention { furniture: furniture.clone(), ..Attention::default() };
    for lang in Lang::ALL {
        let free = picture(&speaking(lang), WIDE);
        let kept = picture_with(&speaking(lang), WIDE, &attention);
        let on_furniture = |scene: &Scene| {
            let hit =
                |label: &&Tilted| furniture.iter().any(|item| label.overlaps(&(*item).into()));
            scene.label_boxes.iter().filter(hit).count()
        };
        assert_eq!(on_furniture(&kept), 0);
        assert!(on_furniture(&free) > 0, "there is nothing to keep off in {lang:?}");
    }
}

#[test]
fn names_are_in_the_script_of_the_reader() {
    let script = |letter: char| match letter {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => Some(Lang::En),
        '\u{400}'..='\u{4ff}' => Some(Lang::Ru),
        '\u{600}'..='\u{6ff}' => Some(Lang::Ur),
        _ => None,
    };
    for (lang, size) in Lang::ALL.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
        let scene = picture(&speaking(lang), size);
        for text in texts(&scene) {
            // Russian leaves some short forms, such as ML-1, as they are.
            let short =
                |letter: char| letter.is_ascii_uppercase() || "-0123456789".contains(letter);
            let kept = lang == Lang::Ru && text.content.chars().all(short);
            let foreign = text.content.chars().filter_map(script).any(|other| other != lang);
            assert!(kept || !foreign, "{} for readers of {lang:?}", text.content);
        }
    }
}

#[test]
fn the_ends_of_the_corridors_are_named_at_first_sight() {
    for (lang, wanted) in [
        (Lang::En, ["Karachi", "Gwadar", "Moscow", "Saint Petersburg"]),
        (Lang::Ur, ["کراچی", "گوادر", "ماسکو", "سینٹ پیٹرزبرگ"]),
        (Lang::Ru, ["Карачи", "Гвадар", "Москва", "Санкт-Петербург"]),
    ] {
        let scene = picture(&speaking(lang), WIDE);
        let names: Vec<&str> = texts(&scene).map(|text| text.content.as_str()).collect();
        let missing: Vec<&str> = wanted.into_iter().filter(|name| !names.contains(name)).collect();
        assert_eq!(missing, [""; 0], "{names:?}");
    }
}

#[test]
fn arabic_script_is_never_spaced_nor_slanted() {
    for size in SIZES {
        for state in states().into_iter().filter(|state| state.lang == Lang::Ur) {
            for text in texts(&picture(&state, size)) {
                let style = &text.style;
                assert!(style.spacing == 0.0 && style.face == Face::Sans, "{}", text.content);
            }
        }
    }
}
