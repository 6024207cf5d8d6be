//! A small atlas made by hand, with the traits that the tests need: a place and a waterway of one
//! name, a strait without a country, a corridor of two lines of unequal accuracy.

use atlas::geo::LonLat;
use atlas::i18n::{Catalog, Catalogs, Message, Names};
use atlas::model::{
    atlas::{Atlas, Paper, StudyOutline},
    corridor::{Corridor, Family},
    fact::{Confidence, Fact, Milestone, Value},
    id::{Id, Kind, Ref},
    institution::{Institution, Membership, Standing},
    line::{Accuracy, Lane, Line, Mode, Status},
    place::{Place, PlaceKind},
    source::{Source, SourceKind},
};
use atlas::units::{PartialDate, Unit};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn place_ref(text: &str) -> Ref {
    Ref { kind: Kind::Place, id: id(text) }
}

pub(crate) fn names(en: &str, ur: &str, ru: &str) -> Names {
    Names { en: en.into(), ur: ur.into(), ru: ru.into() }
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn place(name: &str, kind: PlaceKind, rank: u8, at: (f64, f64), names: Names) -> Place {
    Place {
        id: id(name),
        kind,
        names,
        country: None,
        at: LonLat { lon: at.0, lat: at.1 },
        position: None,
        unlocode: None,
        rank,
        facts: Vec::new(),
    }
}

fn fact(what: &str, value: Value, unit: Unit, confidence: Confidence) -> Fact {
    Fact {
        what: id(what),
        value,
        unit,
        date: None,
        source: id("port"),
        confidence,
        about: false,
        note: None,
    }
}

fn places() -> Vec<Place> {
    use PlaceKind::{Capital, Chokepoint, City, Port};
    let mut gwadar = place("gwadar", Port, 1, (62.33, 25.11), names("Gwadar", "گوادر", "Гвадар"));
    gwadar.country = Some("PAK".into());
    gwadar.position = Some(id("port"));
    gwadar.unlocode = Some("PKGWD".into());
    gwadar.facts = vec![Fact {
        date: Some(date("2005")),
        note: Some(names("phase I", "پہلا مرحلہ", "первая очередь")),
        ..fact("draught", Value::Range(11.5, 12.5), Unit::M, Confidence::Sourced)
    }];
    let petersburg = names("Saint Petersburg", "سینٹ پیٹرزبرگ", "Санкт-Петербург");
    vec![
        gwadar,
        place("karachi", Port, 1, (66.98, 24.85), names("Karachi", "کراچی", "Карачи")),
        place(
            "port-qasim",
            Port,
            2,
            (67.33, 24.77),
            names("Port Qasim", "پورٹ قاسم", "Порт-Касим"),
        ),
        place("karaj", City, 3, (50.99, 35.84), names("Karaj", "کرج", "Кередж")),
        place("saint-petersburg", Port, 1, (30.2, 59.9), petersburg),
        place("moscow", Capital, 1, (37.62, 55.75), names("Moscow", "ماسکو", "Москва")),
        place("volgograd", City, 2, (44.5, 48.7), names("Volgograd", "وولگوگراڈ", "Волгоград")),
        place("islamabad", Capital, 1, (73.05, 33.7), names("Islamabad", "اسلام آباد", "Исламабад")),
        place("azov", Port, 3, (39.42, 47.11), names("Azov", "ازوف", "Азов")),
        place("orel", City, 3, (36.06, 52.97), names("Oryol", "اوریول", "Орёл")),
        place(
            "hormuz",
            Chokepoint,
            2,
            (56.4, 26.6),
            names("Strait of Hormuz", "آبنائے ہرمز", "Ормузский пролив"),
        ),
    ]
}

fn line(name: &str, accuracy: Accuracy, course: &[(f64, f64)]) -> Line {
    Line {
        id: id(name),
        mode: Mode::River,
        status: Status::Operational,
        status_date: date("2025-11"),
        status_source: None,
        accuracy,
        lane: Lane::Own,
        course_source: id("map"),
        course: course.iter().map(|&(lon, lat)| LonLat { lon, lat }).collect(),
        places: Vec::new(),
    }
}

fn corridor(name: &str, waterway: bool, names: Names, lines: &[&str]) -> Corridor {
    Corridor {
        id: id(name),
        waterway,
        family: if waterway { Family::Water } else { Family::Gas },
        summary: names.clone(),
        names,
        tag: None,
        mode: if waterway { Mode::River } else { Mode::Pipeline },
        status: if waterway { Status::Operational } else { Status::Planned },
        status_date: date("2025-11"),
        status_source: Some(id("news")),
        lines: lines.iter().map(|line| id(line)).collect(),
        places: vec![id("volgograd")],
        facts: vec![
            fact("length", Value::One(3530.0), Unit::Km, Confidence::Sourced),
            fact("locks", Value::One(8.0), Unit::Count, Confidence::Assumed),
        ],
        milestones: vec![Milestone {
            date: date("2015-10-16"),
            text: names_of_milestone(),
            source: id("news"),
        }],
    }
}

fn names_of_milestone() -> Names {
    names("Agreement signed", "معاہدہ ہوا", "Подписано соглашение")
}

fn corridors() -> Vec<Corridor> {
    let mut psgp = corridor(
        "psgp",
        false,
        names(
            "Pakistan Stream Gas Pipeline",
            "پاکستان اسٹریم گیس پائپ لائن",
            "«Пакистанский поток»",
        ),
        &["pipe"],
    );
    psgp.tag = Some(names("PSGP", "پاکستان اسٹریم", "Пакистанский поток"));
    let volga = names("Volga", "دریائے وولگا", "Волга");
    let azov = names("Sea of Azov", "بحیرۂ ازوف", "Азовское море");
    vec![
        psgp,
        corridor("volga", true, volga, &["volga-upper", "volga-lower"]),
        corridor("azov", true, azov, &[]),
    ]
}

fn source(name: &str, kind: SourceKind) -> Source {
    Source {
        id: id(name),
        title: name.to_uppercase(),
        publisher: None,
        date: None,
        url: None,
        seen: None,
        kind,
    }
}

fn sco() -> Institution {
    let member = |country: &str, from: &str, to: Option<&str>, standing| Membership {
        country: country.into(),
        from: date(from),
        to: to.map(date),
        standing,
        source: id("news"),
    };
    Institution {
        id: id("sco"),
        names: names(
            "Shanghai Cooperation Organisation",
            "شنگھائی تعاون تنظیم",
            "Шанхайская организация сотрудничества",
        ),
        short: names("SCO", "ایس سی او", "ШОС"),
        summary: names("", "", ""),
        members: vec![
            member("PAK", "2005-07-05", Some("2017-06-09"), Standing::Observer),
            member("PAK", "2017-06-09", None, Standing::Member),
        ],
        sources: vec![id("port")],
    }
}

/// Catalogs with one message in each language.
pub(crate) fn catalogs(messages: &[(&str, [Message; 3])]) -> Catalogs {
    let mut catalogs = Catalogs([Catalog::default(), Catalog::default(), Catalog::default()]);
    for (key, texts) in messages {
        for (catalog, text) in catalogs.0.iter_mut().zip(texts) {
            catalog.messages.insert((*key).to_owned(), text.clone());
        }
    }
    catalogs
}

pub(crate) fn atlas() -> Atlas {
    let title = ["Atlas", "اٹلس", "Атлас"].map(|text| Message::Plain(text.to_owned()));
    let port = Source {
        publisher: Some("Gwadar Port Authority".into()),
        date: Some(date("2021-05")),
        url: Some("https://example.org/port".into()),
        seen: Some(date("2026-11-23")),
        ..source("port", SourceKind::Official)
    };
    Atlas {
        version: "1".into(),
        date: date("2026-11"),
        paper: Paper { title: "A paper".into(), authors: vec!["A. Author".into()] },
        region: Vec::new(),
        sources: vec![port, source("news", SourceKind::News), source("map", SourceKind::Dataset)],
        places: places(),
        lines: vec![
            line("pipe", Accuracy::Indicative, &[(67.0, 24.9), (74.4, 31.1)]),
            line("volga-upper", Accuracy::Schematic, &[(35.9, 56.86), (44.0, 56.333_333_333)]),
            line("volga-lower", Accuracy::Surveyed, &[(44.5, 48.7), (48.0, 46.3)]),
        ],
        corridors: corridors(),
        institutions: vec![sco()],
        labels: Vec::new(),
        catalogs: catalogs(&[("app.name", title)]),
        study: StudyOutline { claims: 9, events: 0, steps: 5, parts: [0; 3] },
        network: 0,
        network_sources: 0,
        apart: None,
        changes: Vec::new(),
        brought: None,
    }
}
