//! Data that a reader brings along.

mod changed;

use crate::shipped;
use atlas::data::own::{self, Fault, MAX_BYTES, MAX_PROBLEMS, Own, Problem};
use atlas::export::records;
use atlas::i18n::Lang;
use serde_json::{Value, json, to_value};

fn small() -> Value {
    json!({
        "title": "Two ports",
        "date": "2026-11",
        "sources": [{ "id": "list", "title": "A list of ports", "kind": "dataset" }],
        "places": [
            {
                "id": "east", "kind": "port", "names": { "en": "East", "ru": "Восток" },
                "country": "PAK", "lon": 66.9, "lat": 24.8, "position": "sourced",
                "positionSource": "list",
                "facts": [{
                    "what": "draught", "low": 11, "high": 12.5, "unit": "m", "source": "list",
                    "confidence": "sourced",
                }],
            },
            { "id": "west", "kind": "port", "names": "West", "lon": 62.3, "lat": 25.1 },
        ],
        "corridors": [{
            "id": "coast", "kind": "project", "names": "Coast road", "mode": "road",
            "status": "planned", "places": ["west", "east"], "sources": ["list"],
        }],
        "claims": [{
            "id": "C001", "section": "intro", "paragraph": 1, "kind": "fact",
            "text": { "en": "The road is planned." }, "corridors": ["coast"],
            "check": { "state": "agrees", "sources": ["list"] },
        }],
        "events": [{
            "id": "plan", "date": "2020", "until": "2021-05", "text": "The road was planned.",
            "paper": true, "claims": ["C001"], "sources": ["list"],
        }],
    })
}

fn read(file: &Value) -> Result<Own, Vec<Problem>> {
    own::read(&file.to_string(), &shipped::atlas())
}

/// The problems of the small file after a change.
fn after(change: impl FnOnce(&mut Value)) -> Vec<(String, Fault)> {
    let mut file = small();
    change(&mut file);
    let problems = read(&file).expect_err("the file is taken for good");
    problems.into_iter().map(|problem| (problem.path, problem.fault)).collect()
}

#[test]
fn a_small_file_becomes_a_data_set() {
    let Own { atlas, study } = read(&small()).unwrap();
    assert_eq!(atlas.places.len(), 2);
    // What is missing in a language is in another one.
    assert_eq!(atlas.places[0].names.get(Lang::Ur), "East");
    assert_eq!(atlas.places[0].names.get(Lang::Ru), "Восток");
    // Without a source the position is approximate.
    assert!(atlas.places[0].position.is_some() && atlas.places[1].position.is_none());
    // Without a course the places are joined.
    assert_eq!(atlas.lines[0].course, [atlas.places[1].at, atlas.places[0].at]);
    assert_eq!(atlas.corridors[0].status_date, "2026-11".parse().unwrap());
    assert_eq!(atlas.catalogs.text(Lang::Ru, "app.subtitle"), "Two ports");
    assert_eq!(records::dataset(&atlas).title.ru, "Two ports");
    assert_eq!(atlas.catalogs.text(Lang::En, "country.PAK"), "Pakistan");
    assert_eq!(study.claims[0].projects, [atlas.corridors[0].id.clone()]);
    assert_eq!(study.sections[0].paragraphs, 1);
    assert_eq!(study.events[0].period.to_string(), "2020/2021-05");
    assert!(atlas.resolve("coast").is_ok() && atlas.claim("C001").is_some());
}

#[test]
fn the_records_of_the_atlas_are_a_file() {
    let base = shipped::atlas();
    let mut file = json!({ "title": "The same", "date": base.date.to_string() });
    file["sources"] = to_value(records::sources(&base)).unwrap();
    file["places"] = to_value(records::places(&base)).unwrap();
    file["corridors"] = to_value(records::corridors(&base)).unwrap();
    file["institutions"] = to_value(records::institutions(&base)).unwrap();
    let Own { atlas, .. } = read(&file).unwrap();
    assert_eq!(atlas.places, base.places);
    assert_eq!(atlas.sources, base.sources);
    assert_eq!(records::institutions(&atlas), records::institutions(&base));
    let again = to_value(records::corridors(&atlas)).unwrap();
    for (again, before) in again.as_array().unwrap().iter().zip(records::corridors(&base)) {
        let before = to_value(before).unwrap();
        for key in
            ["names", "short", "summary", "mode", "status", "statusSource", "milestones", "places"]
        {
            assert_eq!(again.get(key), before.get(key), "{key} of {}", before["id"]);
        }
        assert_eq!(again["geometry"]["coordinates"], before["geometry"]["coordinates"]);
    }
}

/// The example that the docs name.
fn example() -> String {
    std::fs::read_to_string(shipped::root("examples/own-data/east-africa.json")).unwrap()
}

#[test]
fn the_example_is_a_data_set() {
    let Own { atlas, study } =
        own::read(&example(), &shipped::atlas()).unwrap_or_else(|problems| {
            panic!("{problems:#?}");
        });
    assert!(atlas.places.len() >= 10 && atlas.corridors.len() >= 6 && study.claims.len() >= 6);
    // Each of its sources is named by something.
    let text = example();
    for source in &atlas.sources {
        let named = text.matches(&format!("\"{}\"", source.id)).count();
        assert!(named >= 2, "nothing names {}", source.id);
    }
    // Whatever it shows is spoken in all three languages.
    for lang in Lang::ALL {
        for place in &atlas.places {
            let country = place.country.as_deref().unwrap_or_default();
            assert!(atlas.catalogs.has(lang, &format!("country.{country}")), "{country}");
        }
        for fact in atlas.corridors.iter().flat_map(|corridor| &corridor.facts) {
            assert!(atlas.catalogs.has(lang, &format!("fact.{}", fact.what)), "{}", fact.what);
        }
    }
}

/// Where a problem is, the change that makes it, and what it is.
type Case = (&'static str, fn(&mut Value), Fault);

#[test]
fn each_problem_has_its_path() {
    let text = |text: &str| text.to_owned();
    let word =
        |given: &str, allowed: &str| Fault::Word { given: text(given), allowed: text(allowed) };
    let cases: [Case; 22] = [
        (
            "",
            |file| drop(file.as_object_mut().unwrap().remove("title")),
            Fault::Missing(text("title")),
        ),
        (
            "",
            |file| file["plaecs"] = json!([]),
            Fault::UnknownKey { key: text("plaecs"), nearest: Some(text("places")) },
        ),
        (
            "places[1]",
            |file| file["places"][1]["secret"] = json!(1),
            Fault::UnknownKey { key: text("secret"), nearest: None },
        ),
        (
            "places[1].lat",
            |file| file["places"][1]["lat"] = json!(91),
            Fault::Range { low: -90.0, high: 90.0 },
        ),
        (
            "places[1].lon",
            |file| file["places"][1]["lon"] = json!("62"),
            Fault::Type(text("number")),
        ),
        (
            "places[1].country",
            |file| file["places"][1]["country"] = Value::Null,
            Fault::Type(text("string")),
        ),
        (
            "places[1].country",
            |file| file["places"][1]["country"] = json!("pak"),
            Fault::Form("Country"),
        ),
        (
            "places[1].country",
            |file| file["places"][1]["country"] = json!("XQZ"),
            Fault::UnknownCountry(text("XQZ")),
        ),
        (
            "places[1].names",
            |file| file["places"][1]["names"] = json!({}),
            Fault::Length { least: 1, most: None },
        ),
        ("places[1].id", |file| file["places"][1]["id"] = json!("East!"), Fault::Form("Name")),
        (
            "places[1].id",
            |file| file["places"][1]["id"] = json!("east"),
            Fault::Twice(text("east")),
        ),
        (
            "places[1].position",
            |file| file["places"][1]["position"] = json!("sourced"),
            Fault::Position,
        ),
        (
            "places[1].position",
            |file| file["places"][1]["position"] = json!("guessed"),
            word("guessed", "sourced, approximate"),
        ),
        (
            "places[0].facts[0]",
            |file| file["places"][0]["facts"][0]["value"] = json!(3),
            Fault::Value,
        ),
        (
            "places[0].facts[0].what",
            |file| file["places"][0]["facts"][0]["what"] = json!("cranes"),
            Fault::UnknownMeasure(text("cranes")),
        ),
        (
            "places[0].facts[0].source",
            |file| file["places"][0]["facts"][0]["source"] = json!("lists"),
            Fault::UnknownId { id: text("lists"), nearest: Some(text("list")) },
        ),
        (
            "corridors[0].mode",
            |file| file["corridors"][0]["mode"] = json!("air"),
            word("air", "sea, river, rail, road, ferry, pipeline"),
        ),
        (
            "corridors[0].sources",
            |file| file["corridors"][0]["sources"] = json!([]),
            Fault::Length { least: 1, most: Some(200) },
        ),
        ("corridors[0]", |file| file["corridors"][0]["places"] = json!(["east"]), Fault::NoCourse),
        (
            "corridors[0].geometry.coordinates[1]",
            |file| {
                file["corridors"][0]["geometry"] =
                    json!({ "type": "LineString", "coordinates": [[1, 2], [3]] });
            },
            Fault::Length { least: 2, most: Some(2) },
        ),
        (
            "claims[0].id",
            |file| file["claims"][0]["id"] = json!("C007"),
            Fault::Number(text("C001")),
        ),
        ("events[0].until", |file| file["events"][0]["until"] = json!("2019"), Fault::Backwards),
    ];
    for (path, change, fault) in cases {
        let problems = after(change);
        assert!(
            problems.contains(&(path.to_owned(), fault.clone())),
            "{path}: {fault:?} in {problems:?}"
        );
    }
}

/// Lines once bore the id of their corridor with a number behind it, and were lost where that became too long.
#[test]
fn a_corridor_of_the_longest_id_is_drawn() {
    let mut file = small();
    let id = "c".repeat(64);
    file["corridors"][0]["id"] = json!(id);
    file["claims"][0]["corridors"] = json!([id]);
    let Own { atlas, .. } = read(&file).unwrap();
    assert_eq!(atlas.corridors[0].lines.len(), 1);
    assert!(atlas.line(&atlas.corridors[0].lines[0]).is_some());
}

#[test]
fn all_problems_are_listed_at_once() {
    let problems = after(|file| {
        file["places"][0]["lat"] = json!(200);
        file["places"][0]["names"] = json!(7);
        file["places"][1]["kind"] = json!("harbour");
        file["corridors"][0]["places"] = json!(["west", "eest"]);
        file["sources"][0]["url"] = json!("javascript:alert(1)");
    });
    let paths: Vec<&str> = problems.iter().map(|(path, _)| path.as_str()).collect();
    for path in ["places[0].lat", "places[0].names", "places[1].kind", "corridors[0].places[1]"] {
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
    // No link that could run a program.
    assert!(problems.contains(&("sources[0].url".to_owned(), Fault::Form("Address"))));
}

#[test]
fn what_is_no_file_of_data_is_told_as_a_whole() {
    let whole = |text: &str| match own::read(text, &shipped::atlas()) {
        Err(problems) => problems[0].clone(),
        Ok(_) => panic!("taken for good"),
    };
    assert_eq!(whole("{\n \"title\": }").fault, Fault::NoJson { line: 2, column: 11 });
    assert_eq!(whole("[]").fault, Fault::Type("object".to_owned()));
    assert!(matches!(whole("").fault, Fault::NoJson { .. }));
    // So deep that a program without a limit would run out of its stack.
    assert!(matches!(whole(&"[".repeat(100_000)).fault, Fault::NoJson { .. }));
    assert_eq!(whole(&" ".repeat(MAX_BYTES + 1)).fault, Fault::TooLarge);
    let empty = json!({ "title": "Nothing", "date": "2026", "sources": [] });
    assert_eq!(whole(&empty.to_string()).fault, Fault::Empty);
}

#[test]
fn a_flood_of_problems_is_cut() {
    let problems = after(|file| {
        file["sources"] = (0..1999).map(|_| json!({ "id": "?" })).collect();
    });
    assert!(problems.len() <= MAX_PROBLEMS);
}

#[test]
fn the_mark_of_byte_order_is_no_fault() {
    let text = format!("\u{feff}{}", small());
    assert!(own::read(&text, &shipped::atlas()).is_ok());
}

#[test]
fn every_fault_is_said_in_every_language() {
    let base = shipped::atlas();
    let mut file = small();
    file["places"] = json!([{ "id": 1, "lat": 200, "extra": true }, { "id": "Q" }]);
    file["corridors"][0]["mode"] = json!("air");
    for problem in read(&file).unwrap_err() {
        let said = Lang::ALL.map(|lang| problem.fault.say(&base.catalogs, lang));
        assert!(said.iter().all(|said| !said.contains("own.") && !said.contains('{')), "{said:?}");
        assert!(said[0] != said[1] && said[0] != said[2]);
    }
}

#[test]
fn the_schema_that_is_checked_against_is_that_of_the_types() {
    let committed = std::fs::read(shipped::root("data/generated/own-schema.json")).unwrap();
    let same = serde_json::from_slice::<Value>(&committed).unwrap() == own::short_schema();
    assert!(same, "run `cargo xtask gen`");
}
