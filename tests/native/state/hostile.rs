//! Mangled and malicious links: always reported, never fatal, the rest of the link still counts.

use super::{is_sound, unusual};
use crate::fixture;
use atlas::state::{
    AppState, Layer, Problem,
    fragment::{self, MAX_BYTES},
};
use proptest::{collection::vec, prelude::*, sample::select};

/// Keys, known and not.
const KEYS: [&str; 31] = [
    "at",
    "since",
    "events",
    "table",
    "days",
    "from",
    "via",
    "month",
    "closed",
    "modes",
    "as.speed-rail",
    "n",
    "year",
    "step",
    "claim",
    "q",
    "filter.kind",
    "filter.place",
    "filter.",
    "v",
    "view",
    "proj",
    "lang",
    "map",
    "layers",
    "select",
    "theme",
    "boundaries",
    "extra",
    "",
    "%00",
];

/// Values that break careless readers.
const VALUES: [&str; 27] = [
    "NaN~1~2",
    "3~2~1",
    ",,,",
    "",
    "NaN",
    "inf",
    "-inf/0/0",
    "NaN/NaN/NaN",
    "1e400/45/60",
    "3/1e-400/60",
    "-0/-0/-0",
    "3/45",
    "3/45/60/75",
    "///",
    "99999999999999999999",
    "-1",
    "+1",
    "%",
    "%zz",
    "%ff%fe",
    "%00",
    "place:",
    ":gwadar",
    "place:place:gwadar",
    "constructor",
    "places,places,,nothing",
    "gwa\u{202e}dar\u{2069}",
];

fn texts_of(problem: &Problem) -> Vec<&str> {
    match problem {
        Problem::UnknownKey { key } => vec![key],
        Problem::BadValue { key, value, expected } => vec![key, value, expected],
        Problem::UnknownId { given, .. } => vec![given],
        Problem::TooLong => Vec::new(),
    }
}

proptest! {
    /// No text whatever stops the reader or makes an impossible state.
    #[test]
    fn any_text_gives_a_sound_state(text in ".*") {
        let (state, _) = fragment::read(&text, &unusual(), &fixture::atlas());
        prop_assert!(is_sound(&state), "{:?}", state);
    }

    /// Nor do the texts that come near to what is meant.
    #[test]
    fn any_parts_give_a_sound_state(
        parts in vec((select(&KEYS[..]), prop_oneof![select(&VALUES[..]).prop_map(str::to_owned), ".{0,80}"]), 0..12),
    ) {
        let atlas = fixture::atlas();
        let parts: Vec<String> = parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let (state, problems) = fragment::read(&parts.join("&"), &unusual(), &atlas);
        prop_assert!(is_sound(&state), "{:?}", state);
        prop_assert!(state.select.is_some_and(|target| atlas.has(&target)));
        for text in problems.iter().flat_map(texts_of) {
            prop_assert!(text.chars().count() <= 100, "{}", text);
        }
    }

    /// Any numbers in a view give one that the map can show, or none.
    #[test]
    fn any_numbers_give_a_view_on_the_map(zoom: f64, lat: f64, lon: f64) {
        let text = format!("map={zoom}/{lat}/{lon}");
        let (state, problems) = fragment::read(&text, &AppState::default(), &fixture::atlas());
        prop_assert!(is_sound(&state), "{:?}", state);
        prop_assert_eq!(state.map.is_none(), !problems.is_empty());
    }
}

/// Asserts that the text is refused for that reason and everything stays as it was.
fn assert_refused(text: &str, expected: Problem) {
    let read = fragment::read(text, &unusual(), &fixture::atlas());
    assert_eq!(read, (unusual(), vec![expected]), "{text}");
}

#[test]
fn a_bad_value_is_reported_with_what_is_accepted() {
    let view = "zoom/latitude/longitude";
    let layers = "none, projects, waterways, sea, places, labels, rivers, borders, graticule";
    for (key, value, expected) in [
        ("v", "2", "1"),
        ("v", "", "1"),
        ("view", "nowhere", "map, routes, tour, claims, timeline, sources, about"),
        ("year", "1939", "1940, 1941, …"),
        ("year", "2040", "1940, 1941, …"),
        ("at", "a\"b", "event:…, reference:…, finding:…"),
        ("at", "", "event:…, reference:…, finding:…"),
        ("since", "1999", "2000, 2013"),
        ("events", "all", "paper"),
        ("table", "1", "open"),
        ("days", "41", "1–40"),
        ("step", "0", "1, 2, 3, …"),
        ("step", "6", "1, 2, 3, …"),
        ("filter.decade", "1955", "1950, 1960, …"),
        ("filter.section", "Lit", "a–z, 0–9, -"),
        ("proj", "gnomonic", "lambert, albers, equal-earth, mercator, orthographic"),
        ("lang", "de", "en, ur, ru"),
        ("lang", "EN", "en, ur, ru"),
        ("map", "NaN/45/60", view),
        ("map", "3/NaN/60", view),
        ("map", "inf/45/60", view),
        ("map", "1e400/45/60", view),
        ("map", "25/45/60", view),
        ("map", "-1/45/60", view),
        ("map", "3/90.001/60", view),
        ("map", "3/45/180.001", view),
        ("map", "3/45", view),
        ("map", "3/45/60/1", view),
        ("map", "3,5/45/60", view),
        ("layers", "", layers),
        ("layers", "nothing", layers),
        ("theme", "sepia", "auto, light, dark"),
        ("boundaries", "china", "neutral, pakistan, india, russia, iso"),
        ("extra", "100001", "0–100000"),
        ("extra", "-1", "0–100000"),
        ("extra", "1.5", "0–100000"),
    ] {
        let problem = Problem::BadValue { key: key.to_owned(), value: value.to_owned(), expected };
        assert_refused(&format!("{key}={value}"), problem);
    }
}

#[test]
fn the_words_for_what_is_accepted_follow_the_code() {
    use atlas::i18n::Lang;
    use atlas::model::basemap::BoundaryView;
    use atlas::model::study::{CheckState, CitationState, ClaimKind};
    use atlas::state::{MAX_EXTRA, Page, Theme};
    let accepted = |key: &str| {
        let text = format!("{key}=?");
        let (_, problems) = fragment::read(&text, &AppState::default(), &fixture::atlas());
        match &problems[..] {
            [Problem::BadValue { expected, .. }] => *expected,
            other => panic!("{key}: {other:?}"),
        }
    };
    let layers = Layer::ALL.map(Layer::name).join(", ");
    assert_eq!(accepted("layers"), format!("none, {layers}"));
    assert_eq!(accepted("lang"), Lang::ALL.map(Lang::code).join(", "));
    assert_eq!(accepted("view"), Page::ALL.map(Page::name).join(", "));
    let names = |names: Vec<&str>| names.join(", ");
    assert_eq!(
        accepted("filter.kind"),
        names(ClaimKind::ALL.iter().map(|one| one.name()).collect())
    );
    assert_eq!(
        accepted("filter.check"),
        names(CheckState::ALL.iter().map(|one| one.name()).collect())
    );
    let states = names(CitationState::ALL.iter().map(|one| one.name()).collect());
    assert_eq!(accepted("filter.citation"), format!("none, {states}"));
    assert_eq!(accepted("theme"), Theme::ALL.map(Theme::name).join(", "));
    assert_eq!(accepted("boundaries"), BoundaryView::ALL.map(BoundaryView::name).join(", "));
    assert_eq!(accepted("extra"), format!("0–{MAX_EXTRA}"));
}

#[test]
fn an_unknown_key_is_reported() {
    for key in ["filter.", "filter.colour", "selct", "constructor", "__proto__", "Lang", "زبان"]
    {
        assert_refused(&format!("{key}=x"), Problem::UnknownKey { key: key.to_owned() });
    }
    assert_refused("=x", Problem::UnknownKey { key: String::new() });
}

#[test]
fn an_unknown_id_is_reported_with_the_nearest() {
    for (given, nearest) in [
        ("gwadr", Some("gwadar")),
        ("place:gwadr", Some("gwadar")),
        ("Gwadar", Some("gwadar")),
        // The id exists, but is of another kind.
        ("project:gwadar", Some("gwadar")),
        ("harbour:gwadar", Some("gwadar")),
        ("waterway:psgp", Some("psgp")),
        ("atlantis", None),
        ("", None),
        ("gwadar ", Some("gwadar")),
        ("../gwadar", Some("gwadar")),
        ("گوادر", None),
    ] {
        let nearest = nearest.map(str::to_owned);
        let problem = Problem::UnknownId { given: given.to_owned(), nearest };
        for key in ["select", "filter.place"] {
            assert_refused(&format!("{key}={given}"), problem.clone());
        }
    }
}

#[test]
fn a_claim_that_there_is_not_is_reported() {
    for given in ["C000", "C010", "C12", "claim", "", "C999999"] {
        let problem = Problem::UnknownId { given: given.to_owned(), nearest: None };
        assert_refused(&format!("claim={given}"), problem);
    }
}

#[test]
fn a_long_search_is_cut_to_one_line() {
    let text = format!("q=a%0Ab{}", "x".repeat(5000));
    let (state, problems) = fragment::read(&text, &AppState::default(), &fixture::atlas());
    assert_eq!(problems, []);
    assert_eq!(state.query.search.chars().count(), 100);
    assert!(state.query.search.starts_with("a bx"));
}

#[test]
fn a_long_value_is_cut_in_the_report() {
    let long = "گ".repeat(500);
    let problem = Problem::UnknownId { given: "گ".repeat(64), nearest: None };
    assert_refused(&format!("select={long}"), problem);
    assert_refused(&long, Problem::UnknownKey { key: "گ".repeat(64) });
}

#[test]
fn a_link_that_is_too_long_is_not_read_at_all() {
    let fits = format!("lang=ru&{}", "&".repeat(MAX_BYTES - 8));
    assert_eq!(fits.len(), MAX_BYTES);
    let (state, problems) = fragment::read(&fits, &AppState::default(), &fixture::atlas());
    assert_eq!((state.lang.code(), problems), ("ru", Vec::new()));
    assert_refused(&format!("{fits}&"), Problem::TooLong);
}

#[test]
fn broken_percent_signs_and_bytes_are_read_as_they_stand() {
    let problem = |given: &str| Problem::UnknownId { given: given.to_owned(), nearest: None };
    assert_refused("select=%", problem("%"));
    assert_refused("select=%zz", problem("%zz"));
    assert_refused("select=%ff%fe", problem("\u{fffd}\u{fffd}"));
    let (state, problems) = fragment::read("l%61ng=%72u", &unusual(), &fixture::atlas());
    assert_eq!((state.lang.code(), problems), ("ru", Vec::new()));
}

#[test]
fn the_good_part_of_a_list_of_layers_counts() {
    let text = "layers=places,roads,borders";
    let (state, problems) = fragment::read(text, &unusual(), &fixture::atlas());
    assert_eq!(state.layers, [Layer::Places, Layer::Borders].into_iter().collect());
    assert_eq!(problems.len(), 1);
}

#[test]
fn every_bad_part_is_reported_and_the_good_ones_count() {
    let text = "lang=ru&theme=sepia&select=nowhere&colour=red&extra=3";
    let (state, problems) = fragment::read(text, &unusual(), &fixture::atlas());
    assert_eq!(problems.len(), 3, "{problems:?}");
    let expected = AppState { lang: atlas::i18n::Lang::Ru, extra: 3, ..unusual() };
    assert_eq!(state, expected);
}
