//! The citation: in each language, with paper, version, date and link.

use super::{LINK, choosing, speaking};
use crate::shipped;
use atlas::export::{citation, words};
use atlas::i18n::Lang;
use atlas::model::id::Kind;

#[test]
fn it_names_the_paper_the_version_of_the_data_the_licence_and_the_link() {
    let atlas = shipped::atlas();
    for lang in Lang::ALL {
        let line = citation::line(&atlas, lang, Some(LINK));
        let mut parts = vec![&atlas.paper.title, &atlas.version];
        parts.extend(&atlas.paper.authors);
        for part in parts {
            assert!(line.contains(part.as_str()), "{}: {part} in {line}", lang.code());
        }
        assert!(line.contains(citation::LICENCE) && line.contains("2026"), "{line}");
        assert!(line.contains(LINK), "{line}");
        let without = citation::line(&atlas, lang, None);
        assert!(line.starts_with(&without) && !without.contains("http"), "{without}");
    }
}

#[test]
fn it_reads_as_a_sentence() {
    let atlas = shipped::atlas();
    assert_eq!(
        citation::line(&atlas, Lang::En, None),
        format!(
            "Connectivity Atlas, data version {} of 23\u{a0}November 2026, CC BY 4.0. After: Siraj \
             Ahmed Nizamani, Ashfaq Ahmed, Ayesha Arooj, “Prospects for Islamabad-Moscow \
             Connectivity in a New Multipolar World Order”.",
            atlas.version
        )
    );
}

#[test]
fn urdu_sets_latin_runs_apart_and_each_isolate_ends() {
    let line = citation::line(&shipped::atlas(), Lang::Ur, Some(LINK));
    let count = |sign| line.chars().filter(|other| *other == sign).count();
    assert_eq!(count('\u{2068}'), count('\u{2069}'));
    assert!(line.ends_with(&format!("\u{2068}{LINK}\u{2069}")), "{line}");
    let mut inside = false;
    for sign in line.chars() {
        match sign {
            '\u{2068}' => inside = true,
            '\u{2069}' => inside = false,
            _ => assert!(inside || !sign.is_ascii_alphabetic(), "{sign} stands bare in {line}"),
        }
    }
}

#[test]
fn the_paper_is_the_one_that_the_project_asks_to_be_cited_with() {
    let asked = std::fs::read_to_string(shipped::root("CITATION.cff")).unwrap();
    let atlas = shipped::atlas();
    assert!(asked.contains(&format!("title: \"{}\"", atlas.paper.title)));
    for author in &atlas.paper.authors {
        let (given, family) = author.rsplit_once(' ').unwrap();
        let entry = format!("given-names: \"{given}\"\n        family-names: \"{family}\"");
        assert!(asked.contains(&entry), "{entry}");
    }
}

#[test]
fn title_and_caption_tell_what_is_chosen_and_when_it_was_so() {
    let atlas = shipped::atlas();
    let said = |state| words::words(&atlas, &state, None);
    let whole = said(speaking(Lang::En));
    assert_eq!(whole.title, "Corridors between Pakistan and Russia");
    assert_eq!(whole.caption, "Status as of 23\u{a0}November 2026 · Borders: Neutral");
    let pipeline = said(choosing(Kind::Project, "psgp", Lang::En));
    let own = atlas.corridor(&crate::fixture::id("psgp")).unwrap();
    assert_eq!(pipeline.title, own.names.en);
    assert!(pipeline.caption.starts_with(&own.summary.en), "{}", pipeline.caption);
    let port = said(choosing(Kind::Place, "gwadar", Lang::Ru));
    assert_eq!(port.title, "Гвадар, Порт");
}
