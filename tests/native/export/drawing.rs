//! Figures as SVG, read back with `roxmltree` and `usvg`.

use super::*;
use atlas::export::document;
use atlas::scene::{display::Shape, palette::Palette, picture::Scene};
use resvg::usvg;
use roxmltree::Document;

const SVG: &str = "http://www.w3.org/2000/svg";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const TERMS: &str = "http://purl.org/dc/terms/";

fn drawing(sheet: &Sheet, format: Format, lang: Lang) -> String {
    document::write(&shipped::atlas(), sheet, format, Palette::Light, lang, Some(LINK))
}

fn texts_of<'a>(document: &'a Document<'_>, tag: (&str, &str)) -> Vec<&'a str> {
    let found = document.descendants().filter(|node| node.has_tag_name(tag));
    found.map(|node| node.text().unwrap_or_default()).collect()
}

/// The texts of a display list.
fn said(scene: &Scene) -> Vec<&atlas::scene::display::Text> {
    let mut texts = Vec::new();
    for shape in &scene.shapes {
        if let Shape::Text(text) = shape {
            texts.push(text);
        }
    }
    texts
}

#[test]
fn a_drawing_names_and_describes_itself() {
    for lang in Lang::ALL {
        let state = choosing(Kind::Project, "psgp", lang);
        let sheet = sheet_of(shipped::stage(), &state, SCREEN, Format::Screen);
        let text = drawing(&sheet, Format::Screen, lang);
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        let own = |name: &str| root.attribute(name).unwrap_or_default();
        assert_eq!(own("role"), "img");
        assert_eq!(own("lang"), lang.code());
        assert_eq!(own("direction"), lang.direction().name());
        let by_id = |id: &str| {
            let found = document.descendants().find(|node| node.attribute("id") == Some(id));
            found.and_then(|node| node.text()).unwrap_or_default().to_owned()
        };
        assert_eq!(by_id(own("aria-labelledby")), sheet.words.title);
        assert_eq!(by_id(own("aria-describedby")), sheet.description);
        let name =
            shipped::atlas().names(state.select.as_ref().unwrap()).unwrap().get(lang).to_owned();
        assert!(sheet.description.contains(&name), "{}", sheet.description);
        assert!(sheet.description.starts_with(&sheet.words.caption));
    }
}

#[test]
fn its_metadata_have_citation_licence_link_and_the_sources_of_what_shows() {
    let atlas = shipped::atlas();
    let sheet = sheet_of(shipped::stage(), &speaking(Lang::En), SCREEN, Format::Screen);
    let text = drawing(&sheet, Format::Screen, Lang::En);
    let document = Document::parse(&text).unwrap();
    let metadata =
        document.descendants().find(|node| node.has_tag_name((SVG, "metadata"))).unwrap();
    let about =
        metadata.descendants().find(|node| node.has_tag_name((RDF, "Description"))).unwrap();
    assert_eq!(about.attribute((RDF, "about")), Some(LINK));
    assert_eq!(texts_of(&document, (TERMS, "bibliographicCitation")), [&sheet.words.citation]);
    assert_eq!(texts_of(&document, (TERMS, "hasVersion")), [&atlas.version]);
    let sources: Vec<_> =
        metadata.descendants().filter(|node| node.has_tag_name((TERMS, "source"))).collect();
    assert_eq!(sources.len(), sheet.sources.len());
    assert!(sources.len() > 50, "{}", sources.len());
    for (node, id) in sources.iter().zip(&sheet.sources) {
        let source = atlas.source(id).unwrap();
        let title = node.descendants().find(|node| node.has_tag_name((TERMS, "title"))).unwrap();
        assert_eq!(title.text(), Some(source.title.as_str()));
        let described = node.first_element_child().unwrap();
        assert_eq!(described.attribute((RDF, "about")), source.url.as_deref());
    }
}

#[test]
fn its_texts_are_texts_at_the_widths_that_were_measured() {
    for lang in [Lang::En, Lang::Ur] {
        let sheet = sheet_of(shipped::stage(), &speaking(lang), SCREEN, Format::A4Landscape);
        let text = drawing(&sheet, Format::A4Landscape, lang);
        let document = Document::parse(&text).unwrap();
        let nodes: Vec<_> =
            document.descendants().filter(|node| node.has_tag_name((SVG, "text"))).collect();
        let said = said(&sheet.scene);
        assert_eq!(nodes.len(), said.len());
        for (node, text) in nodes.iter().zip(said) {
            assert_eq!(node.text(), Some(text.content.as_str()));
            let width: f32 = node.attribute("textLength").unwrap().parse().unwrap();
            assert!((width - text.width).abs() < 0.01);
            assert_eq!(node.attribute("direction").is_some(), lang == Lang::Ur);
        }
    }
}

#[test]
fn another_library_draws_it_at_its_size() {
    let options = usvg::Options::default();
    for (format, [width, height]) in [
        (Format::Slide, [1920.0, 1080.0]),
        (Format::A4Portrait, [793.7, 1122.52]),
        (Format::A3Landscape, [1587.4, 1122.52]),
    ] {
        let sheet = sheet_of(shipped::stage(), &speaking(Lang::En), SCREEN, format);
        let tree = usvg::Tree::from_str(&drawing(&sheet, format, Lang::En), &options).unwrap();
        let size = tree.size();
        assert!(
            (size.width() - width).abs() < 0.1 && (size.height() - height).abs() < 0.1,
            "{size:?}"
        );
        assert!(count(tree.root()) > 500, "{}", count(tree.root()));
    }
}

/// Paths of a drawing.
fn count(group: &usvg::Group) -> usize {
    let each = |node: &usvg::Node| match node {
        usvg::Node::Group(group) => count(group),
        usvg::Node::Path(_) => 1,
        _ => 0,
    };
    group.children().iter().map(each).sum()
}

#[test]
fn all_that_stands_around_the_map_lies_on_the_sheet_and_nothing_on_another() {
    for (lang, format) in Lang::ALL.into_iter().flat_map(|lang| Format::ALL.map(|f| (lang, f))) {
        for screen in [SCREEN, Size { width: 360.0, height: 560.0 }] {
            for state in [speaking(lang), choosing(Kind::Project, "instc-west", lang)] {
                let sheet = sheet_of(shipped::stage(), &state, screen, format);
                let Size { width, height } = sheet.scene.size;
                let expected = format.layout();
                assert!(expected.is_none_or(|size| size == sheet.scene.size));
                let outside = map_ends(&sheet.scene);
                let boxes: Vec<_> = outside
                    .iter()
                    .map(|text| {
                        let own = text.style.size;
                        atlas::scene::display::Box2::around(text.center, text.width, own)
                    })
                    .collect();
                let what = format!("{} {} {screen:?}", lang.code(), format.name());
                for (index, one) in boxes.iter().enumerate() {
                    let words = &outside[index].content;
                    assert!(
                        one.x >= 0.0 && one.x + one.width <= width + 0.5,
                        "{what}: {words} leaves the sheet: {one:?}"
                    );
                    assert!(
                        one.y >= 0.0 && one.y + one.height <= height,
                        "{what}: {words} {one:?}"
                    );
                    for (other, words_of_other) in boxes.iter().zip(&outside).skip(index + 1) {
                        assert!(
                            !one.overlaps(other),
                            "{what}: {words} lies on {}",
                            words_of_other.content
                        );
                    }
                }
            }
        }
    }
}

/// The texts outside the map: it stands in the first clip.
fn map_ends(scene: &Scene) -> Vec<&atlas::scene::display::Text> {
    let mut depth = 0;
    let mut outside = Vec::new();
    for shape in &scene.shapes {
        match shape {
            Shape::Clip(_) => depth += 1,
            Shape::Unclip => depth -= 1,
            Shape::Text(text) if depth == 0 => outside.push(text),
            _ => {}
        }
    }
    outside
}

#[test]
fn the_key_explains_what_shows_and_no_more() {
    let close = AppState {
        map: Some(MapView { zoom: 8.5, center: LonLat { lon: 62.33, lat: 25.11 } }),
        ..speaking(Lang::En)
    };
    let words = |state: &AppState| {
        let sheet = sheet_of(shipped::stage(), state, SCREEN, Format::A4Landscape);
        said(&sheet.scene).iter().map(|text| text.content.clone()).collect::<Vec<_>>()
    };
    let whole = words(&speaking(Lang::En));
    for entry in
        ["Gas pipeline (PSGP)", "Rail (INSTC)", "Inland waterway", "Chokepoint", "Disputed border"]
    {
        assert!(whole.iter().any(|text| text == entry), "{entry}");
    }
    // Of the context only a pipeline shows here.
    let tapi = AppState {
        map: Some(MapView { zoom: 6.4, center: LonLat { lon: 66.0, lat: 27.5 } }),
        ..speaking(Lang::En)
    };
    assert!(words(&tapi).iter().any(|text| text == "Context"));
    let gwadar = words(&close);
    assert!(gwadar.iter().any(|text| text == "Port"));
    for entry in ["Gas pipeline (PSGP)", "Inland waterway", "Lock"] {
        assert!(!gwadar.iter().any(|text| text == entry), "{entry}");
    }
}

#[test]
fn a_figure_keeps_the_middle_of_the_screen() {
    let state = AppState {
        map: Some(MapView { zoom: 6.0, center: LonLat { lon: 62.33, lat: 25.11 } }),
        ..speaking(Lang::En)
    };
    for format in Format::ALL {
        let sheet = sheet_of(shipped::stage(), &state, SCREEN, format);
        let Some(Shape::Clip(map)) =
            sheet.scene.shapes.iter().find(|shape| matches!(shape, Shape::Clip(_)))
        else {
            panic!("the map is cut at its edges")
        };
        let middle = [0, 1].map(|axis| (map.points[0][axis] + map.points[2][axis]) / 2.0);
        let texts = said(&sheet.scene);
        let gwadar = texts.iter().find(|text| text.content == "Gwadar").unwrap();
        let off = (gwadar.center[0] - middle[0]).hypot(gwadar.center[1] - middle[1]);
        assert!(off < 80.0, "{}: {off}", format.name());
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        prop::sample::select(
            "<>&\"'\n]\u{0}\u{1f}\u{fffe}\u{2068}\u{202e}اٹЁ𐐀 ".chars().collect::<Vec<_>>()
        ),
        any::<char>(),
    ];
    prop::collection::vec(sign, 1..20).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_name_breaks_a_drawing(name in hostile(), title in hostile(), link in hostile()) {
        let mut atlas = fixture::atlas();
        let names = Names { en: name.clone(), ur: name.clone(), ru: name.clone() };
        atlas.corridors[0].names = names.clone();
        atlas.places[0].names = names;
        for source in &mut atlas.sources {
            source.title = title.clone();
            source.url = Some(link.clone());
        }
        let stage = small_stage(atlas.clone());
        let state = choosing(Kind::Project, "psgp", Lang::En);
        let sheet = sheet_of(&stage, &state, SCREEN, Format::Screen);
        let text =
            document::write(&atlas, &sheet, Format::Screen, Palette::Dark, Lang::En, Some(&link));
        let document = Document::parse(&text).unwrap();
        // XML has no words for some characters.
        let written = |text: &str| -> String {
            let forbidden = |sign: char| {
                sign.is_ascii_control() && !"\t\n\u{7f}".contains(sign)
                    || "\u{fffe}\u{ffff}".contains(sign)
            };
            text.chars().filter(|sign| !forbidden(*sign)).collect()
        };
        let root = texts_of(&document, (SVG, "title"));
        prop_assert_eq!(root[0], &written(&name));
        for found in texts_of(&document, (TERMS, "title")).iter().skip(1) {
            prop_assert_eq!(*found, &written(&title));
        }
    }
}
