//! Figures and files of computed routes.

use super::*;
use atlas::export::{csv as table, geojson as features, words};
use atlas::model::line::{Mode, Status};
use atlas::network::{Query, routes};
use atlas::scene::display::Shape;
use atlas::scene::palette::Ink;
use atlas::scene::trail::{Trail, TrailLeg};

fn trail() -> Trail {
    let point = |lon, lat| LonLat { lon, lat };
    let leg = |mode, course| TrailLeg { mode, status: Status::Operational, course };
    Trail {
        legs: vec![
            leg(Mode::Sea, vec![point(67.0, 24.8), point(56.3, 27.1)]),
            leg(Mode::Rail, vec![point(56.3, 27.1), point(51.4, 35.7), point(48.0, 46.3)]),
        ],
        letter: "A".to_owned(),
        badge: Some(point(51.4, 35.7)),
        chosen: true,
    }
}

#[test]
fn a_route_is_in_the_figure_with_its_words() {
    let graph = shipped::graph();
    let query = Query { from: "karachi".into(), to: "moscow".into(), ..Query::default() };
    let answer = routes(graph, &query).unwrap();
    let (stage, attention) =
        (shipped::stage(), Attention { trails: vec![trail()], ..Attention::default() });
    for (lang, title, unit) in [
        (Lang::En, "Karachi – Moscow", "days"),
        (Lang::Ur, "کراچی – ماسکو", "دن"),
        (Lang::Ru, "Карачи\u{a0}— Москва", "дн"),
    ] {
        let state = speaking(lang);
        let window = stage.window(&state, SCREEN, Insets::default());
        let computed = words::routes(&stage.atlas, lang, &graph.network, &answer.routes);
        let sheet_with = |attention: &Attention, computed| {
            let plan = Plan {
                stage,
                state: &state,
                window: &window,
                size: Format::Slide.layout(),
                margin: 24.0,
                link: Some(LINK),
                attention,
                told: computed,
            };
            sheet(&plan, &mut FixedMeasure)
        };
        let with = sheet_with(&attention, computed);
        assert_eq!(with.words.title, title);
        assert!(with.words.caption.starts_with("A: ") && with.words.caption.contains(unit));
        assert!(with.words.caption.contains("B: "), "{}", with.words.caption);
        // On its band, with its badge.
        let inked = |sheet: &Sheet| {
            let yellow = |shape: &&Shape| matches!(shape, Shape::Stroke(_, stroke) if stroke.paint.ink == Ink::Highlight);
            sheet.scene.shapes.iter().filter(yellow).count()
        };
        assert_eq!(inked(&sheet_with(&Attention::default(), None)), 0);
        assert_eq!(inked(&with), 1);
        let texts: Vec<&str> = with
            .scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text(text) => Some(text.content.as_str()),
                _ => None,
            })
            .collect();
        assert!(texts.contains(&"A"), "the badge");
        // Caption and citation stand there as text, line by line.
        for said in [&with.words.title, &with.words.caption, &with.words.citation] {
            let first: String = said.split(' ').take(2).collect::<Vec<_>>().join(" ");
            assert!(texts.iter().any(|text| text.contains(&first)), "{first} in {texts:?}");
        }
    }
}

#[test]
fn each_leg_of_a_route_is_a_feature() {
    let (stage, atlas) = (shipped::stage(), shipped::atlas());
    with_shown(stage, &speaking(Lang::En), |shown| {
        let text = features::write(&atlas, shown, &[trail()], "Cited", Some(LINK));
        let read: geojson::FeatureCollection = text.parse().unwrap();
        let legs: Vec<_> = read
            .features
            .iter()
            .filter(|feature| feature.property("kind").is_some_and(|kind| kind == "route"))
            .collect();
        assert_eq!(legs.len(), 2);
        assert_eq!(legs[1].property("route").unwrap(), "A");
        assert_eq!(legs[1].property("leg").unwrap(), 2);
        assert_eq!(legs[1].property("mode").unwrap(), "rail");
    });
}

#[test]
fn each_leg_of_a_route_is_a_row() {
    let (stage, atlas) = (shipped::stage(), shipped::atlas());
    with_shown(stage, &speaking(Lang::En), |shown| {
        let text = table::write(&atlas, shown, &[trail()], "Cited");
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let heads = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let cell = |row: &csv::StringRecord, name: &str| {
            let at = heads.iter().position(|head| head == name).unwrap();
            row[at].to_owned()
        };
        let legs: Vec<_> = rows.iter().filter(|row| cell(row, "kind") == "route").collect();
        assert_eq!(legs.len(), 2);
        assert_eq!(cell(legs[1], "id"), "A-2");
        assert_eq!(cell(legs[1], "mode"), "rail");
        assert_eq!(cell(legs[1], "status"), "operational");
        assert_eq!(cell(legs[1], "wkt"), "LINESTRING (56.3 27.1, 51.4 35.7, 48 46.3)");
        assert_eq!(cell(legs[1], "citation"), "Cited");
    });
}
