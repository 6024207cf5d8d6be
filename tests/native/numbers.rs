//! Numbers, plurals, dates, units and positions as each language writes them.
//!
//! The words are those of the catalogs that ship; the rules are CLDR's, with the choices of the
//! project: digits 0 to 9 in Urdu too, no-break spaces, ranges with a dash or the word «تا».

use crate::{fixture, shipped};
use atlas::geo::LonLat;
use atlas::i18n::{self, Arg, Catalogs, Lang, Message, PluralForm, number};
use atlas::model::fact::Value;
use atlas::model::line::Mode;
use atlas::present;
use atlas::units::{PartialDate, Unit};
use proptest::prelude::*;

const LANGS: [Lang; 3] = [Lang::En, Lang::Ur, Lang::Ru];

/// The numbers for which the project wants to see every counted message.
const TELLING: [f64; 12] = [0.0, 1.0, 2.0, 5.0, 11.0, 12.0, 21.0, 22.0, 25.0, 101.0, 111.0, 1.5];

fn catalogs() -> Catalogs {
    shipped::atlas().catalogs.clone()
}

/// Asserts the texts in English, Urdu and Russian.
fn assert_texts(what: &str, text: impl Fn(Lang) -> String, expected: [&str; 3]) {
    assert_eq!(LANGS.map(text), expected, "{what}");
}

#[test]
fn a_distance_tells_no_more_than_a_map_can() {
    for (km, expected) in [
        (0.0, ["0\u{a0}m", "0\u{a0}میٹر", "0\u{a0}м"]),
        (0.4321, ["432\u{a0}m", "432\u{a0}میٹر", "432\u{a0}м"]),
        (12.345, ["12.3\u{a0}km", "12.3\u{a0}کلومیٹر", "12,3\u{a0}км"]),
        (1_234.5, ["1,235\u{a0}km", "1,235\u{a0}کلومیٹر", "1\u{a0}235\u{a0}км"]),
    ] {
        assert_texts("a distance", |lang| present::distance(&catalogs(), lang, km), expected);
    }
}

#[test]
fn digits_are_grouped_and_pointed_as_the_language_does() {
    for (n, expected) in [
        (0.0, ["0", "0", "0"]),
        (7.0, ["7", "7", "7"]),
        (999.0, ["999", "999", "999"]),
        (1_872.0, ["1,872", "1,872", "1\u{a0}872"]),
        (1_872.5, ["1,872.5", "1,872.5", "1\u{a0}872,5"]),
        (12_345_678.25, ["12,345,678.25", "12,345,678.25", "12\u{a0}345\u{a0}678,25"]),
        (0.5, ["0.5", "0.5", "0,5"]),
        (-3.0, ["\u{2212}3", "\u{2068}\u{2212}3\u{2069}", "\u{2212}3"]),
        (-1_500.5, ["\u{2212}1,500.5", "\u{2068}\u{2212}1,500.5\u{2069}", "\u{2212}1\u{a0}500,5"]),
        // Three decimals at most, rounded once; what rounds to nothing has no sign.
        (0.1 + 0.2, ["0.3", "0.3", "0,3"]),
        (2.0004, ["2", "2", "2"]),
        (0.0005, ["0.001", "0.001", "0,001"]),
        (999.9996, ["1,000", "1,000", "1\u{a0}000"]),
        (-0.0001, ["0", "0", "0"]),
        (-0.0, ["0", "0", "0"]),
        (f64::NAN, ["–", "–", "–"]),
        (f64::INFINITY, ["–", "–", "–"]),
    ] {
        assert_texts(&n.to_string(), |lang| number::plain(lang, n), expected);
    }
}

#[test]
fn wanted_decimals_are_all_written() {
    assert_texts("2 of 2", |lang| number::with_decimals(lang, 2.0, 2), ["2.00", "2.00", "2,00"]);
    let three = |lang| number::with_decimals(lang, 1_234.5, 3);
    assert_texts("3 of 1234.5", three, ["1,234.500", "1,234.500", "1\u{a0}234,500"]);
    assert_texts("halves", |lang| number::with_decimals(lang, 2.5, 0), ["3", "3", "3"]);
    let below = |lang| number::with_decimals(lang, -2.5, 0);
    assert_texts("halves", below, ["\u{2212}3", "\u{2068}\u{2212}3\u{2069}", "\u{2212}3"]);
}

#[test]
fn years_and_gauges_are_never_grouped() {
    assert_texts("a year", |lang| number::ungrouped(lang, 2026.0), ["2026"; 3]);
    assert_texts(
        "a gauge",
        |lang| present::quantity(&catalogs(), lang, &Value::One(1520.0), Unit::Mm),
        ["1520\u{a0}mm", "1520\u{a0}ملی میٹر", "1520\u{a0}мм"],
    );
    let year = PartialDate { year: 1999, month: None, day: None };
    let text = |lang| i18n::date::date(&catalogs(), lang, &year);
    assert_texts("a year as a date", text, ["1999", "1999", "1999\u{a0}г."]);
}

proptest! {
    /// Apart from its separators, a text is the number rounded to three decimals.
    #[test]
    fn a_number_can_be_read_back(n in -1e9..1e9_f64, lang in 0..3_usize) {
        let text = number::plain(LANGS[lang], n);
        let plain: String = text
            .chars()
            .filter(|sign| !matches!(sign, '\u{2068}' | '\u{2069}' | '\u{a0}'))
            .filter(|sign| LANGS[lang] == Lang::Ru || *sign != ',')
            .map(|sign| match sign { '\u{2212}' => '-', ',' => '.', other => other })
            .collect();
        let back: f64 = plain.parse().unwrap();
        prop_assert!((back - n).abs() <= 0.000_500_1, "{} for {}", text, n);
    }
}

#[test]
fn plural_forms_are_those_of_cldr() {
    use PluralForm::{Few, Many, One, Other};
    for (n, english, russian) in [
        (0.0, Other, Many),
        (1.0, One, One),
        (2.0, Other, Few),
        (4.0, Other, Few),
        (5.0, Other, Many),
        (11.0, Other, Many),
        (12.0, Other, Many),
        (14.0, Other, Many),
        (21.0, Other, One),
        (22.0, Other, Few),
        (25.0, Other, Many),
        (101.0, Other, One),
        (111.0, Other, Many),
        (112.0, Other, Many),
        (1_000_001.0, Other, One),
        (1.5, Other, Other),
        (0.1, Other, Other),
    ] {
        // Urdu has the forms of English: one is 1 and nothing else.
        let forms = LANGS.map(|lang| PluralForm::select(lang, n));
        assert_eq!(forms, [english, english, russian], "{n}");
    }
    let range = |high| LANGS.map(|lang| PluralForm::of_range(lang, high));
    assert_eq!(range(3.0), [Other, Other, Few]);
    assert_eq!(range(5.0), [Other, Other, Many]);
    assert_eq!(range(21.0), [Other, Other, One]);
    assert_eq!(range(1.0), [Other, Other, One]);
}

#[test]
fn a_count_takes_the_form_of_the_number_as_shown() {
    let days = |value: Value| {
        let catalogs = catalogs();
        LANGS.map(|lang| present::quantity(&catalogs, lang, &value, Unit::Days))
    };
    let one = Value::One;
    for (value, expected) in [
        (one(1.0), ["1\u{a0}day", "1\u{a0}دن", "1\u{a0}день"]),
        (one(2.0), ["2\u{a0}days", "2\u{a0}دن", "2\u{a0}дня"]),
        (one(5.0), ["5\u{a0}days", "5\u{a0}دن", "5\u{a0}дней"]),
        (one(21.0), ["21\u{a0}days", "21\u{a0}دن", "21\u{a0}день"]),
        (one(1.5), ["1.5\u{a0}days", "1.5\u{a0}دن", "1,5\u{a0}дня"]),
        (one(2.0001), ["2\u{a0}days", "2\u{a0}دن", "2\u{a0}дня"]),
        (Value::Range(1.0, 3.0), ["1–3\u{a0}days", "1 تا 3\u{a0}دن", "1–3\u{a0}дня"]),
        (Value::Range(2.0, 5.0), ["2–5\u{a0}days", "2 تا 5\u{a0}دن", "2–5\u{a0}дней"]),
        (Value::Range(19.0, 21.0), ["19–21\u{a0}days", "19 تا 21\u{a0}دن", "19–21\u{a0}день"]),
        (Value::Range(0.5, 1.0), ["0.5–1\u{a0}days", "0.5 تا 1\u{a0}دن", "0,5–1\u{a0}день"]),
    ] {
        assert_eq!(days(value), expected);
    }
    let hours = |n| present::quantity(&catalogs(), Lang::Ur, &one(n), Unit::Hours);
    assert_eq!([hours(1.0), hours(2.0)], ["1\u{a0}گھنٹہ", "2\u{a0}گھنٹے"]);
}

#[test]
fn quantities_have_their_units_by_the_rules_of_the_language() {
    for (value, unit, expected) in [
        (
            Value::Range(1_100.0, 1_200.0),
            Unit::Km,
            ["1,100–1,200\u{a0}km", "1,100 تا 1,200\u{a0}کلومیٹر", "1\u{a0}100–1\u{a0}200\u{a0}км"],
        ),
        (Value::One(26.0), Unit::Percent, ["26%", "26\u{a0}فیصد", "26\u{a0}%"]),
        (
            Value::One(4.6),
            Unit::UsdBillion,
            ["$4.6\u{a0}bn", "4.6\u{a0}ارب ڈالر", "4,6\u{a0}млрд\u{a0}долл."],
        ),
        (
            Value::One(12.4),
            Unit::BcmPerYear,
            [
                "12.4\u{a0}bn\u{a0}m³ a\u{a0}year",
                "12.4\u{a0}ارب مکعب میٹر سالانہ",
                "12,4\u{a0}млрд\u{a0}м³ в\u{a0}год",
            ],
        ),
        (
            Value::Range(11.5, 12.5),
            Unit::M,
            ["11.5–12.5\u{a0}m", "11.5 تا 12.5\u{a0}میٹر", "11,5–12,5\u{a0}м"],
        ),
        (Value::One(8.0), Unit::Count, ["8", "8", "8"]),
    ] {
        let text = |lang| present::quantity(&catalogs(), lang, &value, unit);
        assert_texts(unit.name(), text, expected);
    }
}

#[test]
fn every_counted_message_can_be_said_of_every_number() {
    let catalogs = catalogs();
    let counted = |message: &Message| matches!(message, Message::Counted(_));
    for (key, _) in catalogs.0[0].messages.iter().filter(|(_, message)| counted(message)) {
        for (lang, n) in LANGS.into_iter().flat_map(|lang| TELLING.map(|n| (lang, n))) {
            let text = catalogs.fill(lang, key, &[("n", Arg::Number(n))]);
            let said = text.contains(&number::plain(lang, n)) && !text.contains(['{', '}']);
            assert!(said, "{key} of {n} in {lang:?}: {text}");
        }
    }
}

#[test]
fn no_line_ends_between_a_number_and_its_unit() {
    let catalogs = catalogs();
    for (unit, lang) in Unit::ALL.into_iter().flat_map(|unit| LANGS.map(|lang| (unit, lang))) {
        let text = present::quantity(&catalogs, lang, &Value::Range(2.0, 5.0), unit);
        let range = if lang == Lang::Ur { "2 تا 5" } else { "2–5" };
        let (_, after) = text.split_once(range).unwrap_or_else(|| panic!("{unit:?}: {text}"));
        assert!(!after.starts_with(' ') && !after.contains(['{', '}']), "{unit:?}: {text}");
    }
}

#[test]
fn modes_are_one_sentence() {
    let modes = [Mode::Rail, Mode::Road, Mode::Rail];
    let text = |lang| present::modes(&catalogs(), lang, modes);
    assert_texts("modes", text, ["Rail, road", "ریل\u{60c} سڑک", "Железная дорога, автодорога"]);
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    for (known, expected) in [
        ("2021-05-28", ["28\u{a0}May 2021", "28 مئی 2021", "28\u{a0}мая 2021\u{a0}г."]),
        ("2021-05", ["May 2021", "مئی 2021", "май 2021\u{a0}г."]),
        ("2021", ["2021", "2021", "2021\u{a0}г."]),
        ("2025-11-03", ["3\u{a0}November 2025", "3 نومبر 2025", "3\u{a0}ноября 2025\u{a0}г."]),
        ("2000-08", ["August 2000", "اگست 2000", "август 2000\u{a0}г."]),
    ] {
        let date: PartialDate = known.parse().unwrap();
        assert_eq!(date.to_string(), known);
        assert_texts(known, |lang| i18n::date::date(&catalogs(), lang, &date), expected);
    }
    for (from, to, expected) in [
        ("1950", Some("1959"), ["1950–1959", "1950 تا 1959", "1950–1959\u{a0}гг."]),
        (
            "2021",
            Some("2021-05"),
            ["2021\u{a0}– May 2021", "2021 تا مئی 2021", "2021\u{a0}г.\u{a0}— май 2021\u{a0}г."],
        ),
        ("2021", None, ["2021", "2021", "2021\u{a0}г."]),
    ] {
        let [from, to] = [Some(from), to].map(|when| when.map(|when| when.parse().unwrap()));
        let from = from.unwrap();
        let span = |lang| i18n::date::span(&catalogs(), lang, &from, to.as_ref());
        assert_texts(&format!("{from} to {to:?}"), span, expected);
    }
    let months = |lang, form: &str| {
        let name = |month| catalogs().text(lang, &format!("date.{form}.{month}"));
        (1..=12).map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        months(Lang::Ru, "month_gen"),
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    );
    assert_eq!(
        months(Lang::Ur, "month"),
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"
    );
}

#[test]
fn what_is_no_date_is_refused() {
    for text in ["", "21", "2021-", "2021-13", "2021-00", "2021-05-32", "2021-05-28-01", "мая 2021"]
    {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
}

#[test]
fn positions_have_two_decimals_and_words_for_the_sides() {
    for (lon, lat, expected) in [
        (
            62.33,
            25.114,
            [
                "25.11°\u{a0}N, 62.33°\u{a0}E",
                "25.11° شمال، 62.33° مشرق",
                "25,11°\u{a0}с.\u{a0}ш., 62,33°\u{a0}в.\u{a0}д.",
            ],
        ),
        (
            -5.6,
            -36.0,
            [
                "36.00°\u{a0}S, 5.60°\u{a0}W",
                "36.00° جنوب، 5.60° مغرب",
                "36,00°\u{a0}ю.\u{a0}ш., 5,60°\u{a0}з.\u{a0}д.",
            ],
        ),
    ] {
        let at = LonLat { lon, lat };
        assert_texts("a position", |lang| present::coordinates(&catalogs(), lang, at), expected);
    }
}

#[test]
fn a_message_without_translation_is_english_and_without_key_is_the_key() {
    let message = |text: &str| Message::Plain(text.to_owned());
    let mut catalogs =
        fixture::catalogs(&[("map.closed", [(); 3].map(|()| message("{place} closed")))]);
    catalogs.0[Lang::Ru as usize].messages.clear();
    let fill = |key: &str, args: &[(&str, Arg<'_>)]| catalogs.fill(Lang::Ru, key, args);
    assert_eq!(fill("map.closed", &[("place", Arg::Word("Suez"))]), "Suez closed");
    assert_eq!(fill("map.closed", &[]), "{place} closed");
    assert_eq!(fill("map.open", &[]), "map.open");
}

proptest! {
    /// A text put into a message cannot turn the direction of what stands after it.
    #[test]
    fn a_text_stays_between_its_isolates(given in "[a-zگ\u{202a}-\u{202e}\u{2066}-\u{2069}\u{200e}\u{200f}]{0,20}") {
        let template = [(); 3].map(|()| Message::Plain("{name}!".to_owned()));
        let catalogs = fixture::catalogs(&[("hello", template)]);
        let text = catalogs.fill(Lang::En, "hello", &[("name", Arg::Text(&given))]);
        let mut open = 0_i32;
        for sign in text.trim_end_matches('!').chars() {
            match sign {
                '\u{2066}'..='\u{2068}' => open += 1,
                '\u{2069}' => open -= 1,
                _ => prop_assert!(open > 0, "{:?} leaves its isolate", text),
            }
        }
        prop_assert_eq!(open, 0, "{:?} stays open", text);
    }
}
