//! Search by name, in three scripts, with the mistakes that people make.

use crate::fixture;
use atlas::i18n::Lang;
use atlas::model::place::Place;
use atlas::search::{Hit, Index, fold};
use proptest::prelude::*;
use std::collections::HashSet;

mod shipped_names;
mod typeahead;

fn hits(query: &str, lang: Lang) -> Vec<Hit> {
    Index::new(&fixture::atlas()).search(query, lang, 10)
}

fn ids(query: &str) -> Vec<String> {
    hits(query, Lang::En).into_iter().map(|hit| hit.target.id.to_string()).collect()
}

/// The best answer.
fn first(query: &str) -> String {
    ids(query).into_iter().next().unwrap_or_default()
}

#[test]
fn a_name_is_found_in_each_language_whatever_the_reader_speaks() {
    for (query, id) in [
        ("Gwadar", "gwadar"),
        ("گوادر", "gwadar"),
        ("Гвадар", "gwadar"),
        ("Волга", "volga"),
        ("دریائے وولگا", "volga"),
        ("پورٹ قاسم", "port-qasim"),
        ("Порт-Касим", "port-qasim"),
        ("Shanghai Cooperation Organisation", "sco"),
        ("ШОС", "sco"),
        ("PSGP", "psgp"),
    ] {
        for lang in Lang::ALL {
            let found = hits(query, lang);
            let best = found.first().map(|hit| hit.target.id.as_str());
            assert_eq!(best, Some(id), "{query} in {lang:?}");
        }
    }
}

#[test]
fn a_whole_name_comes_before_longer_ones() {
    assert_eq!(ids("Волга"), ["volga", "volgograd"]);
    assert_eq!(ids("волг"), ["volga", "volgograd"]);
    let kinds: Vec<_> = hits("азов", Lang::En).iter().map(|hit| hit.target.kind.name()).collect();
    assert_eq!(kinds, ["place", "waterway"]);
}

#[test]
fn mistakes_are_forgiven() {
    for (query, id) in [
        // A letter left out, swapped, doubled, another one.
        ("gwadr", "gwadar"),
        ("gawdar", "gwadar"),
        ("gwaddar", "gwadar"),
        ("gvadar", "gwadar"),
        ("karchi", "karachi"),
        ("petersbrug", "saint-petersburg"),
        ("гвадр", "gwadar"),
        ("گوادار", "gwadar"),
        ("islambad", "islamabad"),
    ] {
        assert_eq!(first(query), id, "{query}");
    }
    // Three letters are too few to guess from, and three mistakes are too many.
    assert_eq!(ids("gqa"), [""; 0]);
    assert_eq!(ids("gxyzar"), [""; 0]);
}

#[test]
fn ways_of_writing_one_name_fold_to_one_text() {
    for (typed, name) in [
        ("كراچي", "کراچی"),
        ("كراچى", "کراچی"),
        ("ازوف ۃة", "آزوف ہہ"),
        ("کوئٹہ", "كوي\u{654}ٹه"),
        ("گُوادَر", "گوادر"),
        ("ОРЁЛ", "орел"),
        ("Йошкар", "и\u{306}ошкар"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("Baku’s", "bakus"),
        ("Straße", "strasse"),
        ("۱۵۲۰ ١٥٢٠", "1520 1520"),
        ("Rostov-on-Don", " rostov  on — don. "),
    ] {
        assert_eq!(fold(typed), fold(name));
    }
    assert_ne!(fold("Орск"), fold("Орша"));
}

#[test]
fn letters_of_other_keyboards_are_those_of_urdu() {
    // Arabic kaf and yeh for Urdu keheh and farsi yeh, and ta marbuta for goal heh.
    assert_eq!(first("كراچي"), "karachi");
    assert_eq!(first("كراچى"), "karachi");
    assert_eq!(first("آبنائے ہرمز"), "hormuz");
    assert_eq!(first("ابنائے هرمز"), "hormuz");
    assert_eq!(first("بحيرة ازوف"), "azov");
}

#[test]
fn marks_dashes_capitals_and_spaces_do_not_matter() {
    for (query, id) in [
        ("GWADAR", "gwadar"),
        ("  gwádàr  ", "gwadar"),
        ("gwa\u{301}dar", "gwadar"),
        ("گُوادَر", "gwadar"),
        ("Орел", "orel"),
        ("Орёл", "orel"),
        ("орe\u{308}л".replace('e', "е").as_str(), "orel"),
        ("порт касим", "port-qasim"),
        ("port–qasim", "port-qasim"),
        ("portqasim", "port-qasim"),
        ("اسلام‌آباد", "islamabad"),
        ("اسلام آباد", "islamabad"),
        ("اسلامآباد", "islamabad"),
        ("«Пакистанский поток»", "psgp"),
    ] {
        assert_eq!(first(query), id, "{query}");
    }
}

#[test]
fn a_name_is_found_while_it_is_typed() {
    for query in ["s", "sa", "saint", "saint p", "saintp", "saint-pet", "peter", "p saint"] {
        assert!(ids(query).contains(&"saint-petersburg".to_owned()), "{query}: {:?}", ids(query));
    }
    assert_eq!(first("saint p"), "saint-petersburg");
}

#[test]
fn ids_and_port_codes_are_found_too() {
    assert_eq!(first("saint-petersburg"), "saint-petersburg");
    for query in ["PKGWD", "pkgwd", "pkg"] {
        assert_eq!(first(query), "gwadar", "{query}");
    }
    // Inside a code, or nearly one, letters mean nothing.
    assert_eq!(ids("kgwd"), [""; 0]);
    assert_eq!(ids("pkgwx"), [""; 0]);
}

#[test]
fn a_hit_has_the_name_that_answered() {
    let hit = |query, lang| hits(query, lang).into_iter().next().unwrap();
    let russian = hit("петербург", Lang::Ur);
    assert_eq!((russian.lang, russian.name.as_str()), (Lang::Ru, "Санкт-Петербург"));
    // A short form answers with the full name, a code with the name in the reader's language.
    assert_eq!(hit("ШОС", Lang::En).name, "Шанхайская организация сотрудничества");
    assert_eq!(hit("pkgwd", Lang::Ur).name, "گوادر");
}

#[test]
fn nothing_is_found_for_nothing() {
    for query in ["", " ", "\t\n", "-", "…", "«»", "\u{200f}\u{202e}", "ً", "!!!", "\0"] {
        assert_eq!(ids(query), [""; 0], "{query:?}");
    }
}

#[test]
fn silly_queries_are_answered() {
    for query in ["x".repeat(100_000), "گ".repeat(10_000), "qz ".repeat(10_000), "🚢".repeat(99)]
    {
        assert_eq!(ids(&query), [""; 0]);
    }
    let index = Index::new(&fixture::atlas());
    assert_eq!(index.search("p", Lang::En, 0), []);
    assert_eq!(index.search("p", Lang::En, 2).len(), 2);
}

proptest! {
    /// Whatever is typed, each thing is found once at most, the best first.
    #[test]
    fn answers_are_ordered_and_single(query in ".{0,80}", limit in 0..20_usize) {
        let found = Index::new(&fixture::atlas()).search(&query, Lang::Ru, limit);
        prop_assert!(found.len() <= limit);
        prop_assert!(found.is_sorted_by(|a, b| a.score >= b.score));
        let single: HashSet<_> = found.iter().map(|hit| &hit.target).collect();
        prop_assert_eq!(single.len(), found.len());
    }

    /// Folding twice changes nothing more, and leaves no capital, mark or double space.
    #[test]
    fn folding_is_final(text in ".*") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert!(!folded.contains("  ") && folded.trim() == folded, "{:?}", folded);
    }

    /// A name with one letter lost is still found, if it has seven letters or more.
    #[test]
    fn a_lost_letter_does_no_harm(name in 0..64_usize, lost in 0..64_usize) {
        let atlas = fixture::atlas();
        let names = atlas.places.iter().flat_map(|place| Lang::ALL.map(|lang| (place, lang)));
        let letters = |place: &Place, lang| fold(place.names.get(lang)).replace(' ', "");
        let long: Vec<_> = names.filter(|(place, lang)| letters(place, *lang).chars().count() >= 7).collect();
        let (place, lang) = long[name % long.len()];
        let mut typed: Vec<char> = letters(place, lang).chars().collect();
        typed.remove(lost % typed.len());
        let typed: String = typed.into_iter().collect();
        let found = Index::new(&atlas).search(&typed, lang, 5);
        prop_assert!(found.iter().any(|hit| hit.target.id == place.id), "{} for {}", typed, place.id);
    }
}
