//! Kinds of file, sizes and names.

use crate::fixture::place_ref;
use atlas::export::format::{FileKind, Format, MOST_PIXELS, file_name, ratio_within};
use atlas::scene::display::Size;
use proptest::prelude::*;

#[test]
fn names_lead_back_to_what_they_name() {
    for kind in FileKind::ALL {
        assert_eq!(FileKind::from_name(kind.name()), Some(kind));
    }
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(FileKind::from_name("pdf"), None);
    assert_eq!(Format::from_name("A4"), None);
}

#[test]
fn a_file_is_named_after_the_choice_the_format_and_the_date_of_the_data() {
    let date = "2026-11-23";
    assert_eq!(
        file_name(FileKind::Svg, Format::Screen, None, date),
        "connectivity-atlas-2026-11-23.svg"
    );
    let gwadar = place_ref("gwadar");
    assert_eq!(
        file_name(FileKind::Png, Format::Slide, Some(&gwadar), date),
        "connectivity-atlas-gwadar-slide-2026-11-23.png"
    );
    // Data have no format.
    assert_eq!(
        file_name(FileKind::Csv, Format::A4Portrait, Some(&gwadar), date),
        "connectivity-atlas-gwadar-2026-11-23.csv"
    );
}

#[test]
fn a_slide_has_1920_by_1080_pixels_and_paper_its_millimetres() {
    let slide = Format::Slide.layout().unwrap();
    assert_eq!(f64::from(slide.width) * Format::Slide.ratio(), 1920.0);
    assert_eq!(f64::from(slide.height) * Format::Slide.ratio(), 1080.0);
    assert_eq!(Format::Slide.lengths(slide), ["1920", "1080"]);
    assert_eq!(Format::A3Portrait.lengths(Size::default()), ["297mm", "420mm"]);
    let a4 = Format::A4Landscape.layout().unwrap();
    assert!((a4.width - 1122.52).abs() < 0.01 && (a4.height - 793.7).abs() < 0.01, "{a4:?}");
    let inside = Format::A4Landscape.within(12.0).unwrap();
    assert!((a4.width - inside.width - 24.0 * 96.0 / 25.4).abs() < 0.01, "{inside:?}");
    assert_eq!(Format::Screen.layout(), None);
}

proptest! {
    #[test]
    fn no_picture_has_more_pixels_than_browsers_draw(
        width in 1_f32..20_000.0,
        height in 1_f32..20_000.0,
        wished in 1_f64..12.0,
    ) {
        let ratio = ratio_within(Size { width, height }, wished);
        prop_assert!(ratio > 0.0 && ratio <= wished);
        prop_assert!(f64::from(width) * f64::from(height) * ratio * ratio <= MOST_PIXELS * 1.000_001);
        // Nothing is taken away from a picture that fits.
        if f64::from(width) * f64::from(height) * wished * wished < MOST_PIXELS * 0.99 {
            prop_assert_eq!(ratio, wished);
        }
    }
}
