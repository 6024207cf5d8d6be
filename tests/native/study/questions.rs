//! Questions to the claims: filters and search.

use super::{finder, spoken};
use crate::shipped;
use atlas::claims::{Facet, Query, Reading, Refused};
use atlas::i18n::Lang;
use atlas::model::study::{CheckState, ClaimId};
use proptest::prelude::*;
use std::collections::HashSet;

/// Numbers of the claims that answer.
pub(super) fn ask(lang: Lang, parts: &[(&str, &str)]) -> Vec<ClaimId> {
    let mut query = Query::default();
    assert!(parts.iter().all(|(key, value)| query.set(key, value, &shipped::atlas()).is_ok()));
    query.answer(spoken(lang), finder(lang)).into_iter().map(|claim| claim.id).collect()
}

fn texts(lang: Lang, parts: &[(&str, &str)]) -> Vec<String> {
    let found = ask(lang, parts);
    found.into_iter().map(|id| spoken(lang).claim(id).unwrap().text.clone()).collect()
}

#[test]
fn filters_leave_what_has_all_that_was_asked_for() {
    let study = shipped::study();
    let gwadar = ask(Lang::En, &[("place", "gwadar")]);
    assert!(!gwadar.is_empty());
    for id in &gwadar {
        let places = &study.claim(*id).unwrap().places;
        assert!(places.iter().any(|place| place.as_str() == "gwadar"), "{id}");
    }
    let both = ask(Lang::En, &[("place", "gwadar"), ("section", "ctx")]);
    assert!(both.iter().all(|id| gwadar.contains(id)));
    assert!(ask(Lang::En, &[("decade", "1800")]).is_empty());
    let all = ask(Lang::En, &[]);
    assert_eq!(all.len(), study.claims.len());
    assert!(all.is_sorted(), "in the order of the paper");
    for facet in ["check", "kind", "section"] {
        let values: HashSet<String> = match facet {
            "check" => CheckState::ALL.iter().map(|state| state.name().to_owned()).collect(),
            "kind" => study.claims.iter().map(|claim| claim.kind.name().to_owned()).collect(),
            _ => study.sections.iter().map(|section| section.id.to_string()).collect(),
        };
        let sum: usize = values.iter().map(|value| ask(Lang::En, &[(facet, value)]).len()).sum();
        assert_eq!(sum, all.len(), "each claim has one {facet}");
    }
    let decade = ask(Lang::En, &[("decade", "1950")]);
    assert!(!decade.is_empty() && decade.len() < all.len());
}

#[test]
fn search_finds_beginnings_of_words_in_each_language() {
    assert!(
        texts(Lang::En, &[("search", "chokep")]).iter().any(|text| text.contains("chokepoints"))
    );
    // A letter that some keyboards write in two.
    let russian = ask(Lang::Ru, &[("search", "российск")]);
    assert!(!russian.is_empty());
    assert_eq!(ask(Lang::Ru, &[("search", "россии\u{306}ск")]), russian);
    // Letters of an Arabic keyboard.
    let urdu = ask(Lang::Ur, &[("search", "پاكستان")]);
    assert!(urdu.len() > 50 && urdu == ask(Lang::Ur, &[("search", "پاکستان")]));
    let number = spoken(Lang::En).claims[41].id;
    assert_eq!(ask(Lang::En, &[("search", &number.to_string())]).first(), Some(&number));
    assert!(ask(Lang::En, &[("search", "zzzz")]).is_empty());
    let narrow = ask(Lang::En, &[("search", "gwadar karachi")]);
    assert!(narrow.iter().all(|id| ask(Lang::En, &[("search", "karachi")]).contains(id)));
}

proptest! {
    /// Whatever is typed, the answer is some of the claims, each once.
    #[test]
    fn any_search_has_an_answer(query in "\\PC{0,300}", lang in 0..3_usize) {
        let lang = Lang::ALL[lang];
        let found = ask(lang, &[("search", &query)]);
        let once: HashSet<_> = found.iter().collect();
        prop_assert_eq!(once.len(), found.len());
        prop_assert!(found.len() <= spoken(lang).claims.len());
    }
}

#[test]
fn hostile_searches_are_searches_like_others() {
    let long = "karachi ".repeat(10_000);
    let signs = ["\u{202e}karachi", ".*", "\\", "((((", "\u{0}", "%00", "<script>", "'; --"];
    for query in signs.into_iter().chain([long.as_str()]) {
        assert!(ask(Lang::En, &[("search", query)]).len() <= spoken(Lang::En).claims.len());
    }
    assert_eq!(ask(Lang::En, &[("search", &long)]), ask(Lang::En, &[("search", "karachi")]));
}

#[test]
fn a_count_is_what_choosing_the_value_would_list() {
    for search in ["", "gwadar"] {
        let query = Query { search: search.to_owned(), ..Query::default() };
        let reading = Reading::new(Lang::En, spoken(Lang::En).clone());
        for (facet, counts) in reading.counts(&query) {
            for (value, count) in counts {
                let listed = ask(Lang::En, &[("search", search), (facet.name(), &value)]);
                assert_eq!(listed.len(), count, "{search} {} {value}", facet.name());
                assert!(facet.accepts(&value), "{} {value}", facet.name());
            }
        }
    }
}

#[test]
fn a_thing_is_asked_for_by_its_id_alone_or_with_its_kind() {
    for (facet, id) in [("place", "gwadar"), ("project", "psgp"), ("waterway", "volga")] {
        let found = ask(Lang::En, &[(facet, id)]);
        assert!(!found.is_empty(), "{facet} {id}");
        assert_eq!(ask(Lang::En, &[(facet, &format!("{facet}:{id}"))]), found);
    }
    let mut query = Query::default();
    for (key, value, refused) in [
        ("place", "gwadr", Refused::Id),
        ("place", "project:psgp", Refused::Id),
        ("institution", "", Refused::Id),
        ("decade", "1955", Refused::Value("1950, 1960, …")),
        ("places", "gwadar", Refused::Key),
    ] {
        assert_eq!(query.set(key, value, &shipped::atlas()), Err(refused), "{key} {value}");
    }
    assert!(query.is_open(), "what is refused changes nothing");
}

#[test]
fn a_facet_does_not_count_against_itself() {
    let reading = Reading::new(Lang::En, spoken(Lang::En).clone());
    let mut query = Query::default();
    let all = reading.counts(&query);
    query.set("kind", "figure", &shipped::atlas()).unwrap();
    let narrowed = reading.counts(&query);
    for ((facet, before), (_, after)) in all.iter().zip(&narrowed) {
        assert_eq!(before == after, *facet == Facet::Kind, "{}", facet.name());
    }
}
