//! What the checker finds in a broken `data/study/`.

use super::{listed, sound};
use atlas::data::read::{self, Folder};
use atlas::i18n::Lang;
use atlas::model::study::{ClaimId, Study};

const PAPER: &str = r#"
[[section]]
id = "one"
title = { en = "One", ur = "ایک", ru = "Один" }
paragraphs = 2

[[section]]
id = "two"
title = { en = "Two", ur = "دو", ru = "Два" }
paragraphs = 1
"#;

const CLAIMS: &str = r#"
[[claim]]
id = "C001"
section = "one"
paragraph = 2
kind = "fact"
text = { en = "Water is wet.", ru = "Вода мокрая." }
citations = [{ label = "Rain, 1999", state = "missing" }]
dates = ["1950/1959"]
check = { state = "not-checked" }

[[claim]]
id = "C002"
section = "two"
paragraph = 1
kind = "figure"
text = { en = "It rained 3 metres." }
quantities = [{ value = 3, unit = "m", what = "rain", bound = "about" }]
repeats = ["C001"]
check = { state = "agrees", note = { en = "So says the report." }, sources = ["SOURCE"] }
"#;

/// A folder with the study, its claims changed.
fn folder(from: &str, to: &str) -> Folder {
    let mut folder = sound();
    let source = read::check(&folder).unwrap().atlas.sources[0].id.to_string();
    let claims = CLAIMS.replace("SOURCE", &source);
    assert!(from.is_empty() || claims.contains(from), "`{from}` stands nowhere");
    folder.insert("study/paper.toml", PAPER);
    folder.insert("study/claims.toml", claims.replacen(from, to, 1));
    folder
}

/// The messages of all problems.
fn found(from: &str, to: &str) -> String {
    listed(&read::check(&folder(from, to)).expect_err("the broken study must not pass"))
}

fn study() -> Study<atlas::i18n::Names> {
    read::check(&folder("", "")).unwrap_or_else(|problems| panic!("{}", listed(&problems))).study
}

#[test]
fn a_sound_study_is_read() {
    let study = study();
    assert_eq!(study.claims.len(), 2);
    assert_eq!(study.claims[1].repeats, [ClaimId(1)]);
    assert_eq!(study.claims[0].dates[0].to_string(), "1950/1959");
    assert_eq!(study.claims[0].dates[0].decades().collect::<Vec<_>>(), [1950]);
}

#[test]
fn what_is_not_translated_is_said_in_english() {
    let study = study();
    let [ru, ur] = [Lang::Ru, Lang::Ur].map(|lang| study.spoken(lang).claims[0].clone());
    assert_eq!((ru.text.as_str(), ru.lang), ("Вода мокрая.", Lang::Ru));
    assert_eq!((ur.text.as_str(), ur.lang), ("Water is wet.", Lang::En));
}

#[test]
fn numbers_of_claims_have_no_gaps() {
    assert!(
        found("\"C002\"\nsection", "\"C003\"\nsection").contains("this is claim C002, not `C003`")
    );
    assert!(
        found("\"C002\"\nsection", "\"claim-2\"\nsection").contains("write C and three digits")
    );
    assert!(
        found("repeats = [\"C001\"]", "repeats = [\"C009\"]").contains("there is no claim `C009`")
    );
}

#[test]
fn claims_stand_where_the_paper_has_them() {
    assert!(found("paragraph = 2", "paragraph = 3").contains("`paragraph` is 3"));
    assert!(
        found("section = \"two\"\nparagraph = 1", "section = \"one\"\nparagraph = 1")
            .contains("stands before what it follows")
    );
    assert!(found("section = \"two\"", "section = \"tow\"").contains("there is no section `tow`"));
}

#[test]
fn a_missing_citation_has_no_entry() {
    let bad = found("state = \"missing\"", "state = \"listed\"");
    assert!(bad.contains("has no `reference`, all others have"), "{bad}");
}

#[test]
fn a_check_says_what_was_found_and_where() {
    let bad = found("note = { en = \"So says the report.\" }, ", "");
    assert!(bad.contains("says what was found, and where"), "{bad}");
    let bad = found("state = \"agrees\"", "state = \"not-checked\"");
    assert!(bad.contains("what was not checked has no sources"), "{bad}");
    assert!(found("\"agrees\"", "\"agree\"").contains("did you mean `agrees`"));
}

#[test]
fn times_and_unknown_keys_are_reported() {
    assert!(found("1950/1959", "1959/1950").contains("no time from one to another"));
    assert!(found("kind = \"fact\"", "kind = \"fact\"\ncolour = \"blue\"").contains("`colour`"));
    assert!(found("what = \"rain\"", "what = \"rain\", when = 1").contains("`when`"));
}
