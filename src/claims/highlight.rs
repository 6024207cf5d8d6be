//! The words of a text that answer a search.

use super::find::query_words;
use crate::search::fold;

/// A piece of a text, and whether it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether a word of the search begins it.
    pub found: bool,
}

/// The text in pieces that together are the text; a piece that answers is a whole word.
pub fn highlighted<'a>(text: &'a str, search: &str) -> Vec<Piece<'a>> {
    let wanted = query_words(search);
    let mut pieces: Vec<Piece> = Vec::new();
    if wanted.is_empty() {
        return vec![Piece { text, found: false }];
    }
    let mut rest = text;
    let mut plain_from = text;
    while !rest.is_empty() {
        let word_end = rest.find(|sign| !is_in_word(sign)).unwrap_or(rest.len());
        if word_end == 0 {
            let next = rest.chars().next().map_or(rest.len(), char::len_utf8);
            rest = &rest[next..];
            continue;
        }
        let (word, after) = rest.split_at(word_end);
        let folded = fold(word);
        if wanted.iter().any(|begin| folded.starts_with(begin.as_str())) {
            let before = &plain_from[..plain_from.len() - rest.len()];
            if !before.is_empty() {
                pieces.push(Piece { text: before, found: false });
            }
            pieces.push(Piece { text: word, found: true });
            plain_from = after;
        }
        rest = after;
    }
    if !plain_from.is_empty() {
        pieces.push(Piece { text: plain_from, found: false });
    }
    pieces
}

/// Letters, digits, and the signs that folding drops out of the middle of a word.
fn is_in_word(sign: char) -> bool {
    sign.is_alphanumeric() || fold(&format!("a{sign}b")) == "ab"
}
