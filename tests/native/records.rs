//! Records as hosts get them, compared as JSON.

use crate::{fixture, shipped};
use atlas::export::records;
use atlas::i18n::Lang;
use atlas::network::{self, Query};
use serde_json::{Value, json, to_value};

fn find(records: impl serde::Serialize, id: &str) -> Value {
    let records = to_value(records).unwrap();
    records.as_array().unwrap().iter().find(|record| record["id"] == id).unwrap().clone()
}

#[test]
fn a_place_has_its_facts_and_only_what_is_known() {
    let atlas = fixture::atlas();
    assert_eq!(
        find(records::places(&atlas), "gwadar"),
        json!({
            "id": "gwadar", "kind": "port",
            "names": {"en": "Gwadar", "ur": "گوادر", "ru": "Гвадар"},
            "country": "PAK", "lon": 62.33, "lat": 25.11, "position": "sourced",
            "positionSource": "port", "unlocode": "PKGWD", "rank": 1,
            "facts": [{
                "what": "draught", "low": 11.5, "high": 12.5, "unit": "m", "date": "2005",
                "source": "port", "confidence": "sourced",
                "note": {"en": "phase I", "ur": "پہلا مرحلہ", "ru": "первая очередь"},
            }],
        })
    );
    assert_eq!(
        find(records::places(&atlas), "hormuz"),
        json!({
            "id": "hormuz", "kind": "chokepoint",
            "names": {"en": "Strait of Hormuz", "ur": "آبنائے ہرمز", "ru": "Ормузский пролив"},
            "lon": 56.4, "lat": 26.6, "position": "approximate", "rank": 2, "facts": [],
        })
    );
}

#[test]
fn a_corridor_has_the_worst_accuracy_of_its_lines_and_each_source_once() {
    let length = json!({
        "what": "length", "value": 3530.0, "unit": "km", "source": "port", "confidence": "sourced",
    });
    let locks = json!({
        "what": "locks", "value": 8.0, "unit": "count", "source": "port", "confidence": "assumed",
    });
    assert_eq!(
        find(records::corridors(&fixture::atlas()), "volga"),
        json!({
            "id": "volga", "kind": "waterway",
            "names": {"en": "Volga", "ur": "دریائے وولگا", "ru": "Волга"},
            "summary": {"en": "Volga", "ur": "دریائے وولگا", "ru": "Волга"},
            "mode": "river", "status": "operational", "statusDate": "2025-11",
            "statusSource": "news",
            "milestones": [{
                "date": "2015-10-16", "source": "news",
                "text": {"en": "Agreement signed", "ur": "معاہدہ ہوا", "ru": "Подписано соглашение"},
            }],
            "km": [length], "facts": [length, locks],
            "geometry": {
                "type": "MultiLineString",
                "coordinates": [[[35.9, 56.86], [44.0, 56.33333]], [[44.5, 48.7], [48.0, 46.3]]],
                "accuracy": "schematic", "source": "map",
            },
            "places": ["volgograd"],
            "sources": ["news", "port", "map"],
        })
    );
}

#[test]
fn one_line_is_a_line_string_and_none_is_an_empty_multi_line_string() {
    let corridors = records::corridors(&fixture::atlas());
    let geometry = &find(&corridors, "psgp")["geometry"];
    assert_eq!(
        *geometry,
        json!({
            "type": "LineString", "coordinates": [[67.0, 24.9], [74.4, 31.1]],
            "accuracy": "indicative", "source": "map",
        })
    );
    let geometry = &find(&corridors, "azov")["geometry"];
    assert_eq!(
        *geometry,
        json!({"type": "MultiLineString", "coordinates": [], "accuracy": "schematic"})
    );
}

#[test]
fn an_institution_keeps_each_standing_with_its_dates() {
    assert_eq!(
        find(records::institutions(&fixture::atlas()), "sco"),
        json!({
            "id": "sco",
            "names": {
                "en": "Shanghai Cooperation Organisation", "ur": "شنگھائی تعاون تنظیم",
                "ru": "Шанхайская организация сотрудничества",
            },
            "short": {"en": "SCO", "ur": "ایس سی او", "ru": "ШОС"},
            "members": [
                {"country": "PAK", "from": "2005-07-05", "to": "2017-06-09", "status": "observer",
                    "source": "news"},
                {"country": "PAK", "from": "2017-06-09", "status": "member", "source": "news"},
            ],
            "sources": ["port", "news"],
        })
    );
}

#[test]
fn a_source_and_the_data_set_describe_themselves() {
    let atlas = fixture::atlas();
    assert_eq!(
        find(records::sources(&atlas), "port"),
        json!({
            "id": "port", "title": "PORT", "publisher": "Gwadar Port Authority",
            "date": "2021-05", "url": "https://example.org/port", "seen": "2026-11-23",
            "kind": "official",
        })
    );
    assert_eq!(
        find(records::sources(&atlas), "map"),
        json!({"id": "map", "title": "MAP", "kind": "dataset"})
    );
    assert_eq!(
        to_value(records::dataset(&atlas)).unwrap(),
        json!({
            "title": {"en": "Atlas", "ur": "اٹلس", "ru": "Атлас"},
            "version": "1", "date": "2026-11", "places": 11, "projects": 1, "waterways": 2,
            "lines": 3, "institutions": 1, "sources": 3,
        })
    );
}

/// Every key of the records stands in the types that hosts write TypeScript against.
#[test]
fn the_types_have_each_key_of_the_records() {
    let path = shipped::root("src/embed/package/connectivity-atlas.d.ts");
    let types = std::fs::read_to_string(path).unwrap();
    let atlas = shipped::atlas();
    let study = shipped::study().spoken(Lang::En);
    let claims = study.claims.iter().map(|claim| records::claim(&study, claim));
    let all = |records: Value| records.as_array().unwrap().clone();
    let places = all(to_value(records::places(&atlas)).unwrap());
    let corridors = all(to_value(records::corridors(&atlas)).unwrap());
    let facts = places.iter().chain(&corridors).flat_map(|record| all(record["facts"].clone()));
    let facts = facts.collect::<Vec<_>>();
    let by = network::By::Time;
    let query = Query { from: "karachi".into(), to: "moscow".into(), by, ..Query::default() };
    let losses = network::critical(shipped::graph(), &query).unwrap();
    let losses = to_value(records::routes::losses(by, &losses)).unwrap();
    // Of each sort the worst first, and those without a way before all.
    for sort in ["links", "places"] {
        let lost = all(losses[sort].clone());
        let lost = lost.iter().map(|loss| loss["lossHours"].as_f64().unwrap_or(f64::INFINITY));
        assert!(lost.is_sorted_by(|a, b| a >= b), "{sort}");
    }
    let losses = [all(losses["links"].clone()), all(losses["places"].clone())].concat();
    let lists = [
        ("Loss", losses),
        ("Fact", facts),
        ("Place", places),
        ("Corridor", corridors),
        ("Institution", all(to_value(records::institutions(&atlas)).unwrap())),
        ("Source", all(to_value(records::sources(&atlas)).unwrap())),
        ("TimelineEvent", all(to_value(records::events(&study)).unwrap())),
        ("Claim", all(to_value(claims.collect::<Vec<_>>()).unwrap())),
    ];
    for (name, records) in lists {
        let (_, rest) = types.split_once(&format!("export interface {name} {{")).unwrap();
        let (body, _) = rest.split_once("\n}").unwrap();
        for key in records.iter().flat_map(|record| record.as_object().unwrap().keys()) {
            let has = [format!("\n  {key}:"), format!("\n  {key}?:")];
            assert!(has.iter().any(|line| body.contains(line)), "{name} lacks `{key}`");
        }
    }
}
