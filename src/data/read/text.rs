//! What a text in one of the languages may be spelt with.
//!
//! The rules are those of the Urdu and Russian press: they keep out what keyboards for Arabic,
//! copied pages and look-alike letters bring in, which is invisible on most screens and breaks
//! search.

use super::diagnostic::Log;
use super::entry::At;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A name: Urdu names hold no Latin letters.
    Name,
    /// A sentence or note.
    Prose,
}

/// Letters and digits that Urdu does not use, and what stands in their place.
const NOT_URDU: [(char, &str); 14] = [
    ('\u{064A}', "ی U+06CC"),
    ('\u{0649}', "ی U+06CC"),
    ('\u{0643}', "ک U+06A9"),
    ('\u{0647}', "ہ U+06C1"),
    ('\u{06C0}', "ۂ U+06C2"),
    ('\u{0629}', "ت or ہ"),
    ('\u{06C3}', "ت or ہ"),
    ('\u{0640}', "nothing: no tatweel"),
    ('\u{200C}', "a space or nothing"),
    ('\u{200D}', "nothing"),
    ('\u{066A}', "فیصد or %"),
    ('\u{066B}', "a full stop"),
    ('\u{066C}', "a comma"),
    ('\u{0623}', "آ, ا or ئ"),
];

/// Checks the spelling of `text` in the language with that code.
pub(super) fn check(log: &Log, text: At<'_, &str>, lang: &str, style: Style) {
    let report = |message: String, hint: Option<&str>| log.report(text.spot, message, hint);
    if !is_nfc(text.value) {
        let composed: String = text.value.nfc().collect();
        report(
            "this text is not composed (Unicode NFC)".to_owned(),
            Some(&format!("write `{composed}`, with composed letters")),
        );
    }
    let mut seen = Vec::new();
    for letter in text.value.chars() {
        if seen.contains(&letter) {
            continue;
        }
        seen.push(letter);
        let code = u32::from(letter);
        if matches!(
            letter,
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}'
        ) || letter.is_control()
        {
            report(
                format!("the invisible character U+{code:04X} stands in this text"),
                Some("take it out; direction is the page's work"),
            );
        }
        if lang == "ur" {
            check_urdu(&report, letter);
        }
    }
    if lang == "ur"
        && style == Style::Name
        && let Some(latin) = text.value.chars().find(char::is_ascii_alphabetic)
    {
        report(
            format!("the Latin letter `{latin}` stands in an Urdu name"),
            Some("spell it in Urdu letters, short forms too"),
        );
    }
    if lang == "ru"
        && let Some(word) = mixed_word(text.value)
    {
        report(
            format!("the word `{word}` mixes Latin and Cyrillic letters"),
            Some("type it again in one alphabet"),
        );
    }
}

fn check_urdu(report: &impl Fn(String, Option<&str>), letter: char) {
    let code = u32::from(letter);
    if let Some((_, instead)) = NOT_URDU.iter().find(|(wrong, _)| *wrong == letter) {
        report(
            format!("`{letter}` (U+{code:04X}) is no letter of Urdu"),
            Some(&format!("write {instead}")),
        );
    }
    if matches!(letter, '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}') {
        report(
            format!("the digit `{letter}` (U+{code:04X}) stands in an Urdu text"),
            Some("the Pakistani press writes 0 to 9"),
        );
    }
    if matches!(letter, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}') {
        report(
            format!("`{letter}` (U+{code:04X}) is a presentation form"),
            Some("write the plain letters"),
        );
    }
}

/// The first word with letters of both alphabets: a look-alike from the wrong keyboard.
fn mixed_word(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphabetic()).find(|word| {
        let latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
        latin && word.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{04FF}'))
    })
}
