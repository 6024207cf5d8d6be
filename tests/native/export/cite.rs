//! Citations: sentences as the manuals have them, and data that other programs read back.

use crate::shipped;
use atlas::export::cite::{Style, Work, bibliography};
use atlas::export::records;
use atlas::i18n::Lang;
use atlas::model::study::{Author, ReferenceKind};
use atlas::units::PartialDate;
use biblatex::{Bibliography, ChunksExt};
use citationberg::json::{Item, Value};
use proptest::prelude::*;

fn article() -> Work {
    Work {
        key: "bashir2018".to_owned(),
        kind: ReferenceKind::ArticleJournal,
        authors: vec![
            Author::Person { family: "Bashir".to_owned(), given: "Farah Noor".to_owned() },
            Author::Person { family: "Naseer".to_owned(), given: "N.".to_owned() },
        ],
        date: Some(PartialDate { year: 2018, month: Some(5), day: None }),
        title: "A new phase".to_owned(),
        container: Some("South Asian Studies".to_owned()),
        volume: Some("33".to_owned()),
        issue: Some("1".to_owned()),
        pages: Some("233–248".to_owned()),
        publisher: None,
        url: None,
        doi: Some("10.1000/x_1".to_owned()),
        language: None,
        note: None,
    }
}

#[test]
fn sentences_are_those_of_the_manuals() {
    assert_eq!(
        article().cited(Style::Apa),
        "Bashir, F. N., & Naseer, N. (2018, May). A new phase. South Asian Studies, 33(1), 233–248. \
         https://doi.org/10.1000/x_1"
    );
    assert_eq!(
        article().cited(Style::Chicago),
        "Bashir, Farah Noor, and N. Naseer. 2018. “A new phase.” South Asian Studies 33, no. 1: \
         233–248, May. https://doi.org/10.1000/x_1"
    );
}

#[test]
fn a_claim_is_cited_as_a_place_in_the_paper_in_our_words() {
    let study = shipped::study().spoken(Lang::En);
    let atlas = shipped::atlas();
    let claim = &study.claims[187];
    let work = Work::of_claim(&atlas, &study, claim, Some("https://atlas.example/#claim=C188"));
    let text = work.cited(Style::Apa);
    assert!(
        text.starts_with("Nizamani, S. A., Ahmed, A., & Arooj, A. (n.d.). Prospects for"),
        "{text}"
    );
    assert!(text.contains("para. 3, claim C188 as worded by the Connectivity Atlas"), "{text}");
    assert!(text.ends_with("https://atlas.example/#claim=C188"), "{text}");
}

#[test]
fn the_list_of_references_is_csl_json() {
    let study = shipped::study().spoken(Lang::Ru);
    let items: Vec<serde_json::Value> = serde_json::from_str(&bibliography(&study)).unwrap();
    assert_eq!(items.len(), study.references.len());
    for (item, entry) in items.iter().zip(&study.references) {
        assert_eq!(item["id"], entry.id.as_str());
        assert_eq!(item["type"], entry.kind.name());
        assert_eq!(item["title"], entry.title.as_str());
        assert_eq!(item["issued"]["date-parts"][0][0], entry.date.year);
        assert_eq!(item["author"].as_array().unwrap().len(), entry.authors.len());
    }
}

#[test]
fn the_list_of_references_is_read_back_by_a_processor_of_csl() {
    let study = shipped::study().spoken(Lang::En);
    let items: Vec<Item> = serde_json::from_str(&bibliography(&study)).unwrap();
    for (item, entry) in items.iter().zip(&study.references) {
        assert_eq!(item.id().unwrap(), entry.id.as_str());
        assert_eq!(item.type_().unwrap(), entry.kind.name());
        assert!(matches!(item.0["author"], Value::Names(_)), "{item:?}");
        assert!(matches!(item.0["issued"], Value::Date(_)), "{item:?}");
        let known = item.0.keys().all(|key| KEYS.contains(&key.as_str()));
        assert!(known, "{item:?}");
    }
}

/// Keys of the schema of CSL data 1.0.2 that we write.
const KEYS: [&str; 14] = [
    "id",
    "type",
    "author",
    "issued",
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "publisher",
    "URL",
    "DOI",
    "language",
    "note",
];

#[test]
fn every_entry_is_read_back_by_biblatex() {
    let study = shipped::study().spoken(Lang::En);
    for entry in &study.references {
        let text = Work::of_reference(entry).cited(Style::BibTex);
        let read = Bibliography::parse(&text).unwrap_or_else(|why| panic!("{why}: {text}"));
        let found = read.get(entry.id.as_str()).unwrap();
        assert_eq!(found.title().unwrap().format_verbatim(), entry.title, "{text}");
        assert_eq!(found.author().unwrap().len(), entry.authors.len(), "{text}");
    }
}

proptest! {
    /// Whatever stands in a title, each format gives it back, in one record.
    #[test]
    fn odd_characters_come_through(title in "[^\\p{C}\\s][^\\p{C}]{0,60}", note in "[^\\p{C}]{0,60}") {
        let work = Work { title: title.clone(), note: Some(note), ..article() };
        let json: serde_json::Value = serde_json::from_str(&work.cited(Style::CslJson)).unwrap();
        prop_assert_eq!(json[0]["title"].as_str().unwrap(), &title);

        let ris = work.cited(Style::Ris);
        let tags: Vec<&str> = ris.lines().map(|line| line.get(..6).unwrap_or(line)).collect();
        prop_assert!(tags.iter().all(|tag| tag.ends_with("  - ")), "{}", ris);
        prop_assert_eq!(tags.iter().filter(|tag| **tag == "ER  - ").count(), 1);
        let found = ris.lines().find_map(|line| line.strip_prefix("TI  - ")).unwrap();
        prop_assert_eq!(found, &title);

        let bib = work.cited(Style::BibTex);
        let read = Bibliography::parse(&bib).map_err(|why| TestCaseError::fail(format!("{why}: {bib}")))?;
        prop_assert_eq!(read.len(), 1, "{}", bib);
    }

    /// Line ends and control characters never begin a record of their own.
    #[test]
    fn no_text_breaks_out(title in "[\\x00-\\x1f\\n\\r{}@%\\\\a-c ]{0,40}") {
        let work = Work { title: format!("x{title}"), ..article() };
        let ris = work.cited(Style::Ris);
        prop_assert_eq!(ris.matches("\r\n").count(), ris.lines().count());
        prop_assert_eq!(ris.lines().filter(|line| line.starts_with("ER")).count(), 1);
        let bib = work.cited(Style::BibTex);
        let read = Bibliography::parse(&bib).map_err(|why| TestCaseError::fail(format!("{why}: {bib}")))?;
        prop_assert_eq!(read.len(), 1, "{}", bib);
    }
}

#[test]
fn a_claim_travels_with_its_evidence() {
    let study = shipped::study().spoken(Lang::En);
    let atlas = shipped::atlas();
    for claim in &study.claims {
        let text = records::claim_file(&atlas, &study, claim);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["id"], claim.id.to_string());
        assert_eq!(read["citations"].as_array().unwrap().len(), claim.citations.len());
        assert_eq!(read["check"]["sources"].as_array().unwrap().len(), claim.check.sources.len());
    }
}
