//! What the paper says, as it ships: counted, numbered, in words of our own, and found again.

mod questions;

use crate::hash::fnv1a;
use crate::shipped;
use atlas::claims::{Audit, Finder, highlighted};
use atlas::data::{DecodeError, checksum, decode_study, encode_study};
use atlas::export::records;
use atlas::i18n::Lang;
use atlas::model::study::{CheckState, ClaimId, Study};
use atlas::search::fold;
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::OnceLock;

fn spoken(lang: Lang) -> &'static Study<String> {
    static SPOKEN: OnceLock<[Study<String>; 3]> = OnceLock::new();
    let all = SPOKEN.get_or_init(|| Lang::ALL.map(|lang| shipped::study().spoken(lang)));
    &all[lang as usize]
}

fn finder(lang: Lang) -> &'static Finder {
    static FINDERS: OnceLock<[Finder; 3]> = OnceLock::new();
    let all = FINDERS.get_or_init(|| Lang::ALL.map(|lang| Finder::new(spoken(lang))));
    &all[lang as usize]
}

/// The words as the hashes of the paper's text were made from: lower case, without marks, signs as
/// spaces. The paper is in English.
fn words(text: &str) -> Vec<String> {
    let plain = fold(text);
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The hash of the words with a space between them.
fn hash(words: &[String]) -> u64 {
    fnv1a(words.join(" ").as_bytes())
}

/// The hashes of every eight words in a row of the paper, before its list of references.
fn eights() -> HashSet<u64> {
    let bytes = include_bytes!("study/eights.bin");
    bytes.as_chunks::<8>().0.iter().map(|chunk| u64::from_le_bytes(*chunk)).collect()
}

fn copied(text: &str, eights: &HashSet<u64>) -> Option<String> {
    let words = words(text);
    words.windows(8).find(|run| eights.contains(&hash(run))).map(|run| run.join(" "))
}

#[test]
fn no_sentence_repeats_eight_words_of_the_paper() {
    let eights = eights();
    assert!(eights.len() > 4000);
    // A run of the paper's own, so that the test can fail.
    let own = "bypassing traditional maritime chokepoints fraught with geopolitical tensions";
    assert_eq!(copied(&format!("They say: {own}!"), &eights).as_deref(), Some(own));
    let study = spoken(Lang::En);
    let claims = study
        .claims
        .iter()
        .flat_map(|claim| [Some(&claim.text), claim.check.note.as_ref()].into_iter().flatten());
    let events = study.events.iter().map(|event| &event.text);
    let sections = study.sections.iter().map(|section| &section.title);
    let figures =
        study.missing_figures.iter().flat_map(|figure| [&figure.remains, &figure.missing]);
    let findings = study.findings.iter().map(|finding| &finding.text);
    let nodes = study.argument.iter().map(|node| &node.text);
    let steps = study.tour.iter().flat_map(|step| [&step.title, &step.text, &step.doubt]);
    let around = findings.chain(nodes).chain(steps);
    for text in claims.chain(events).chain(sections).chain(figures).chain(around) {
        assert_eq!(copied(text, &eights), None, "in: {text}");
    }
}

#[test]
fn the_whole_paper_is_there() {
    let study = shipped::study();
    assert!(study.claims.len() >= 180, "{}", study.claims.len());
    assert_eq!(study.references.len(), 29);
    assert_eq!(study.missing_figures.len(), 2);
    assert_eq!(usize::from(shipped::atlas().study.claims), study.claims.len());
    for section in &study.sections {
        for paragraph in 1..=section.paragraphs {
            let here = study
                .claims
                .iter()
                .filter(|claim| claim.section == section.id && claim.paragraph == paragraph);
            assert!(here.count() > 0, "nothing of {} ¶{paragraph}", section.id);
        }
    }
}

#[test]
fn what_the_paper_never_cites_is_known() {
    let study = shipped::study();
    let uncited = study.references.iter().filter(|entry| study.citing(&entry.id).next().is_none());
    let uncited: Vec<&str> = uncited.map(|entry| entry.id.as_str()).collect();
    assert_eq!(uncited, ["covington2016", "sipri2019"]);
}

#[test]
fn a_check_that_came_to_something_names_its_sources() {
    let study = shipped::study();
    let atlas = shipped::atlas();
    for claim in &study.claims {
        let silent = matches!(claim.check.state, CheckState::NotChecked | CheckState::NotFound);
        assert!(silent || !claim.check.sources.is_empty(), "{}", claim.id);
        assert!(claim.check.sources.iter().all(|source| atlas.source(source).is_some()));
    }
}

#[test]
fn each_language_says_it_in_its_own_letters() {
    let has = |text: &str, range: std::ops::RangeInclusive<char>| {
        text.chars().any(|letter| range.contains(&letter))
    };
    for claim in spoken(Lang::Ur).claims.iter().filter(|claim| claim.lang == Lang::Ur) {
        assert!(has(&claim.text, '\u{600}'..='\u{6ff}'), "{}", claim.id);
        assert!(!has(&claim.text, 'a'..='z'), "{}", claim.id);
    }
    for claim in spoken(Lang::Ru).claims.iter().filter(|claim| claim.lang == Lang::Ru) {
        assert!(has(&claim.text, 'а'..='я'), "{}", claim.id);
    }
}

#[test]
fn the_artifact_gives_the_study_back_and_no_other() {
    let study = spoken(Lang::Ru);
    let bytes = encode_study(study);
    assert_eq!(&decode_study(&bytes).unwrap(), study);
    let mut other = bytes.clone();
    other[40] ^= 1;
    assert!(matches!(decode_study(&other), Err(DecodeError::Damaged { .. })));
    assert_eq!(checksum(&bytes), checksum(&encode_study(study)));
    assert_ne!(checksum(&bytes), checksum(&encode_study(spoken(Lang::En))));
    assert_eq!(checksum(b"ATLS"), None);
}

#[test]
fn the_committed_files_are_those_that_the_data_name() {
    let atlas =
        atlas::data::decode(&std::fs::read(shipped::root("data/generated/atlas.bin")).unwrap())
            .unwrap();
    for lang in Lang::ALL {
        let name = format!("data/generated/study-{}.bin", lang.code());
        let bytes = std::fs::read(shipped::root(&name)).unwrap();
        assert_eq!(checksum(&bytes), Some(atlas.study.parts[lang as usize]), "{name}");
    }
}

#[test]
fn records_keep_to_what_hosts_were_promised() {
    let study = spoken(Lang::En);
    let json = |claim| serde_json::to_value(records::claim(study, claim)).unwrap();
    for claim in &study.claims {
        let record = json(claim);
        assert_eq!(record["id"], claim.id.to_string());
        assert!(record["check"]["state"].is_string() && record["citations"].is_array());
        assert!(!record.to_string().contains("null"), "what is not known is left out");
    }
    let events = serde_json::to_value(records::events(study)).unwrap();
    let dates: Vec<&str> =
        events.as_array().unwrap().iter().map(|event| event["date"].as_str().unwrap()).collect();
    assert!(dates.len() > 40 && dates.is_sorted_by_key(|date| &date[..4]));
}

#[test]
fn words_that_answer_stand_out() {
    let marked = |text: &str, search: &str| {
        let pieces = highlighted(text, search);
        let whole: String = pieces.iter().map(|piece| piece.text).collect();
        assert_eq!(whole, text);
        pieces
            .iter()
            .filter(|piece| piece.found)
            .map(|piece| piece.text.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("Gwadar’s port, GWADAR again", "gwad"), ["Gwadar’s", "GWADAR"]);
    assert_eq!(marked("Всё ещё далеко", "все еще"), ["Всё", "ещё"]);
    assert_eq!(marked("گوادر کی بندرگاہ", "بندرگاه"), ["بندرگاہ"]);
    assert_eq!(marked("nothing here", ""), [""; 0]);
    assert_eq!(marked("nothing here", "xyz"), [""; 0]);
    assert_eq!(marked("", "a"), [""; 0]);
}

proptest! {
    #[test]
    fn pieces_are_the_text(text in ".{0,200}", search in ".{0,40}") {
        let whole: String = highlighted(&text, &search).iter().map(|piece| piece.text).collect();
        prop_assert_eq!(whole, text);
    }
}

#[test]
fn the_totals_of_the_audit_are_those_of_the_claims() {
    let study = spoken(Lang::En);
    let audit = Audit::of(study);
    let sum = |counts: usize| assert_eq!(counts, study.claims.len());
    sum(audit.kinds.iter().map(|(_, n)| n).sum());
    sum(audit.checks.iter().map(|(_, n)| n).sum());
    assert_eq!(audit.uncited, questions::ask(Lang::En, &[("citation", "none")]).len());
    let numbers = &audit.numbers;
    let stated = study.claims.iter().filter(|claim| !claim.quantities.is_empty()).count();
    assert_eq!(numbers.cited.len() + numbers.weak.len() + numbers.uncited.len(), stated);
    let labels = |cited: &[(String, Vec<ClaimId>)]| {
        cited.iter().map(|(label, _)| label.clone()).collect::<Vec<_>>()
    };
    // As the audit of the paper by hand has them.
    let mut missing = labels(&audit.missing);
    missing.sort();
    assert_eq!(
        missing,
        [
            "Csurgai, 2017",
            "Government of Pakistan, 2024",
            "Inter State Gas Systems, 2025",
            "Rahman, 2007",
            "Serenko, 2020",
            "Sparke, 2024",
            "TIAT, 2018",
        ]
    );
    let never: Vec<&str> = audit.never_cited.iter().map(|id| id.as_str()).collect();
    assert_eq!(never.len(), 2, "{never:?}");
    assert!(labels(&audit.too_old).iter().any(|label| label.starts_with("Clary")));
}
