//! Drawing is a function: the same data and state give the same picture, to the byte.

use super::{NARROW, WIDE, choosing, insets, picture, speaking};
use crate::shipped;
use atlas::i18n::Lang;
use atlas::model::id::Kind;
use atlas::scene::{palette::Palette, svg};

#[test]
fn a_picture_drawn_twice_is_the_same() {
    for lang in Lang::ALL {
        let state = choosing(Kind::Place, "karachi", speaking(lang));
        for size in [WIDE, NARROW] {
            let (once, twice) = (picture(&state, size), picture(&state, size));
            let write = |scene| svg::write(scene, Palette::Dark, lang);
            assert!(once == twice && write(&once) == write(&twice), "{lang:?} {size:?}");
        }
    }
}

#[test]
fn a_picture_of_data_prepared_anew_is_the_same() {
    use atlas::scene::{build, label::FixedMeasure};
    let state = speaking(Lang::Ru);
    let anew = shipped::prepared();
    let window = anew.window(&state, NARROW, insets(NARROW));
    let again =
        build::build(&anew, &state, &window, &build::Attention::default(), &mut FixedMeasure);
    assert!(again == picture(&state, NARROW), "the pictures differ");
}

#[test]
fn an_svg_is_whole_and_holds_no_script() {
    let state = choosing(Kind::Project, "psgp", speaking(Lang::Ur));
    let text = svg::write(&picture(&state, NARROW), Palette::Light, Lang::Ur);
    assert!(
        text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"360\" height=\"640\"")
    );
    assert!(text.ends_with("</svg>\n") && text.contains("direction=\"rtl\""));
    assert_eq!(text.matches("<g ").count(), text.matches("</g>").count());
    for never in ["NaN", "inf", "<script", "href", "url(http"] {
        assert!(!text.contains(never), "{never}");
    }
}
