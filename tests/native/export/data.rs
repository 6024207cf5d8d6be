//! GeoJSON read back with the crate `geojson`, tables with the crate `csv`.

use super::*;
use atlas::export::{csv as table, geojson as features};
use geojson::{FeatureCollection, GeometryValue, Position};
use std::collections::BTreeMap;

type Rows = Vec<BTreeMap<String, String>>;

fn rows(text: &str) -> Rows {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn collection(text: &str) -> FeatureCollection {
    text.parse().unwrap()
}

/// Everything in a property, as text.
fn property(feature: &geojson::Feature, key: &str) -> serde_json::Value {
    feature.property(key).cloned().unwrap_or_default()
}

#[test]
fn the_whole_region_comes_back_with_its_lines_and_places() {
    let (stage, atlas) = (shipped::stage(), shipped::atlas());
    with_shown(stage, &speaking(Lang::En), |shown| {
        let text = features::write(&atlas, shown, &[], "Cited", Some(LINK));
        let read = collection(&text);
        assert_eq!(read.features.len(), shown.lines.len() + shown.places.len());
        assert!(shown.lines.len() > 50 && shown.places.len() > 20, "{}", read.features.len());
        let own = read.foreign_members.unwrap();
        assert_eq!(own["citation"], "Cited");
        assert_eq!(own["permalink"], LINK);
        assert_eq!(own["dataVersion"], atlas.version.as_str());
        assert_eq!(own["dataDate"], atlas.date.to_string());
        assert!(own["license"].as_str().unwrap().contains("by/4.0"));
        let bbox = read.bbox.unwrap();
        for feature in &read.features {
            let kind = property(feature, "kind");
            for lang in ["en", "ur", "ru"] {
                assert!(property(feature, "names")[lang].is_string(), "{feature:?}");
            }
            let inside = |at: &Position| {
                (bbox[0]..=bbox[2]).contains(&at[0]) && (bbox[1]..=bbox[3]).contains(&at[1])
            };
            match &feature.geometry.as_ref().unwrap().value {
                GeometryValue::Point { coordinates } => assert!(inside(coordinates)),
                GeometryValue::LineString { coordinates } => {
                    assert_eq!(kind, "line");
                    assert!(coordinates.len() > 1 && coordinates.iter().all(inside));
                    for key in ["mode", "status", "statusDate", "statusConfidence", "accuracy"] {
                        assert!(property(feature, key).is_string(), "{key} of {feature:?}");
                    }
                    assert!(property(feature, "sources")[0]["title"].is_string());
                    assert!(property(feature, "corridors")[0].as_str().unwrap().contains(':'));
                }
                other => panic!("{other:?}"),
            }
        }
    });
}

#[test]
fn a_place_keeps_its_facts_of_position() {
    let atlas = fixture::atlas();
    let stage = small_stage(atlas.clone());
    let state = AppState {
        map: Some(MapView { zoom: 6.0, center: LonLat { lon: 62.33, lat: 25.11 } }),
        ..speaking(Lang::En)
    };
    with_shown(&stage, &state, |shown| {
        let read = collection(&features::write(&atlas, shown, &[], "", None));
        assert!(!read.foreign_members.unwrap().contains_key("permalink"));
        let gwadar = read.features.iter().find(|one| property(one, "id") == "gwadar").unwrap();
        assert_eq!(gwadar.id, Some(geojson::feature::Id::String("place:gwadar".to_owned())));
        for (key, value) in
            [("country", "PAK"), ("unlocode", "PKGWD"), ("position", "sourced"), ("kind", "port")]
        {
            assert_eq!(property(gwadar, key), value);
        }
        let source = &property(gwadar, "sources")[0];
        assert_eq!(source["url"], "https://example.org/port");
        assert_eq!(source["title"], "PORT");
        let GeometryValue::Point { coordinates } = &gwadar.geometry.as_ref().unwrap().value else {
            panic!("a place is a point")
        };
        assert_eq!(coordinates[..], [62.33, 25.11], "longitude first");
    });
}

#[test]
fn what_is_switched_off_or_out_of_sight_stays_at_home() {
    let (stage, atlas) = (shipped::stage(), shipped::atlas());
    let count = |state: &AppState| {
        with_shown(stage, state, |shown| {
            collection(&features::write(&atlas, shown, &[], "", None)).features.len()
        })
    };
    let whole = count(&speaking(Lang::En));
    let none = AppState { layers: [].into_iter().collect(), ..speaking(Lang::En) };
    assert_eq!(count(&none), 0);
    let close = AppState {
        map: Some(MapView { zoom: 8.0, center: LonLat { lon: 62.33, lat: 25.11 } }),
        ..speaking(Lang::En)
    };
    assert!((1..whole / 2).contains(&count(&close)), "{} of {whole}", count(&close));
}

#[test]
fn a_line_over_the_antimeridian_is_cut_there() {
    let mut atlas = fixture::atlas();
    let at = |lon, lat| LonLat { lon, lat };
    atlas.lines[0].course = vec![at(150.0, 60.0), at(170.0, 64.0), at(-170.0, 66.0)];
    let stage = small_stage(atlas.clone());
    let shown =
        Shown { places: Vec::new(), lines: stage.lines().take(1).collect(), corridors: Vec::new() };
    let read = collection(&features::write(&atlas, &shown, &[], "", None));
    let geometry = read.features[0].geometry.as_ref().unwrap();
    let GeometryValue::MultiLineString { coordinates } = &geometry.value else {
        panic!("{geometry:?}")
    };
    let last = |piece: &[Position]| piece.last().unwrap()[..].to_vec();
    assert_eq!(last(&coordinates[0]), [180.0, 65.0]);
    assert_eq!(coordinates[1][0][..], [-180.0, 65.0]);
    assert_eq!(last(&coordinates[1]), [-170.0, 66.0]);
    assert_eq!(read.bbox.unwrap(), [150.0, 60.0, -170.0, 66.0]);
    let row = &rows(&table::write(&atlas, &shown, &[], ""))[0];
    assert!(row["wkt"].starts_with("MULTILINESTRING ((150 60, 170 64, 180 65), ("), "{row:?}");
}

#[test]
fn the_table_has_a_row_for_each_and_the_citation_in_all() {
    let (stage, atlas) = (shipped::stage(), shipped::atlas());
    with_shown(stage, &speaking(Lang::Ur), |shown| {
        let text = table::write(&atlas, shown, &[], "Cited, “so”");
        assert!(text.starts_with("\u{feff}kind,id,name_en") && text.ends_with("\r\n"));
        let rows = rows(&text);
        assert_eq!(rows.len(), shown.lines.len() + shown.places.len());
        assert!(rows.iter().all(|row| row["citation"] == "Cited, “so”"));
        assert!(rows.iter().all(|row| row.len() == table::COLUMNS.len()));
        let (lines, places) = rows.split_at(shown.lines.len());
        for (row, item) in lines.iter().zip(&shown.lines) {
            assert_eq!(row["id"], item.line.id.as_str());
            assert_eq!(row["status"], item.line.status.name());
            assert!(row["wkt"].starts_with("LINESTRING (") && row["lon"].is_empty());
            assert!(!row["sources"].is_empty() && !row["corridors"].is_empty());
            // What a cell of a spreadsheet holds at most.
            assert!(row["wkt"].len() < 32_767, "{}", row["wkt"].len());
        }
        for (row, place) in places.iter().zip(&shown.places) {
            assert_eq!(row["name_ur"], place.names.ur);
            let lon: f64 = row["lon"].parse().unwrap();
            assert!((lon - place.at.lon).abs() < 1e-6);
        }
    });
}

/// Text as hosts, copied pages and those who mean harm write it.
fn hostile() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        3 => prop::sample::select(
            "\"',;|\n\r\t=+-@\\/<>&%\u{0}\u{8}\u{1f}\u{7f}\u{2028}\u{202e}\u{2068}\u{2069}\u{feff}اٹلسЁ𐐀 "
                .chars()
                .collect::<Vec<_>>()
        ),
        1 => any::<char>(),
    ];
    prop::collection::vec(sign, 0..20).prop_map(|signs| signs.into_iter().collect())
}

/// The small atlas with names and titles of somebody's making.
fn renamed(name: &str, title: &str) -> Atlas {
    let mut atlas = fixture::atlas();
    let names = Names { en: name.into(), ur: name.into(), ru: name.into() };
    for place in &mut atlas.places {
        place.names = names.clone();
        place.country = Some(name.into());
    }
    for corridor in &mut atlas.corridors {
        corridor.names = names.clone();
    }
    for source in &mut atlas.sources {
        source.title = title.into();
    }
    atlas.paper.title = title.into();
    atlas
}

fn everything(stage: &Stage) -> Shown<'_> {
    Shown {
        places: stage.atlas.places.iter().collect(),
        lines: stage.lines().collect(),
        corridors: stage.atlas.corridors.iter().collect(),
    }
}

proptest! {
    #[test]
    fn any_name_comes_back_from_geojson(name in hostile(), title in hostile()) {
        let atlas = renamed(&name, &title);
        let stage = small_stage(atlas.clone());
        let read = collection(&features::write(&atlas, &everything(&stage), &[], &title, Some(&name)));
        prop_assert_eq!(read.features.len(), 14);
        let own = read.foreign_members.unwrap();
        prop_assert_eq!(own["citation"].as_str(), Some(title.as_str()));
        prop_assert_eq!(own["permalink"].as_str(), Some(name.as_str()));
        for feature in &read.features {
            let names = property(feature, "names");
            for lang in ["en", "ur", "ru"] {
                prop_assert_eq!(names[lang].as_str(), Some(name.as_str()));
            }
        }
        let gwadar = read.features.iter().find(|one| property(one, "id") == "gwadar").unwrap();
        let sources = property(gwadar, "sources");
        prop_assert_eq!(sources[0]["title"].as_str(), Some(title.as_str()));
    }

    #[test]
    fn any_name_comes_back_from_the_table_and_none_runs_as_a_formula(
        name in hostile(),
        title in hostile(),
    ) {
        let atlas = renamed(&name, &title);
        let stage = small_stage(atlas.clone());
        let rows = rows(&table::write(&atlas, &everything(&stage), &[], &title));
        prop_assert_eq!(rows.len(), 14);
        let guarded = |text: &str| match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            true => format!("'{text}"),
            false => text.to_owned(),
        };
        for row in &rows {
            prop_assert_eq!(&row["name_ur"], &guarded(&name));
            prop_assert_eq!(&row["citation"], &guarded(&title));
            for (column, cell) in row {
                let number = ["lon", "lat"].contains(&column.as_str());
                prop_assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{column}: {cell}");
            }
        }
    }

    #[test]
    fn a_cut_line_stays_on_the_globe_and_loses_no_point(
        course in prop::collection::vec((-180.0..=180.0_f64, -80.0..=80.0_f64), 2..12),
    ) {
        let course: Vec<LonLat> = course.into_iter().map(|(lon, lat)| LonLat { lon, lat }).collect();
        let pieces = atlas::geo::antimeridian::cut(&course);
        for piece in &pieces {
            for pair in piece.windows(2) {
                prop_assert!((pair[0].lon - pair[1].lon).abs() <= 180.0, "{piece:?}");
            }
        }
        let kept: Vec<&LonLat> = pieces.iter().flatten().collect();
        prop_assert!(course.iter().all(|point| kept.contains(&point)), "{course:?} {pieces:?}");
    }
}
