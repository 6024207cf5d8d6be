//! Typing a name while a list has the focus: where the letters lead.

use super::fold;
use crate::i18n::{Lang, Names};

/// The index of the name that the letters lead to from the one at `from`, going round: one that
/// begins with them in the reader's language, else in another, else one of which a later word does.
/// One letter, typed once or again and again, leads on to the next; more letters may stay.
pub fn jump(names: &[&Names], lang: Lang, from: usize, typed: &str) -> Option<usize> {
    let typed = letters(typed);
    let first = typed.chars().next()?;
    let again = typed.chars().all(|letter| letter == first);
    let wanted = if again { &typed[..first.len_utf8()] } else { typed.as_str() };
    let start = from + usize::from(again);
    let others = || Lang::ALL.into_iter().filter(move |other| *other != lang);
    let begins = |names: &Names, lang: Lang| letters(names.get(lang)).starts_with(wanted);
    let later = |names: &Names, lang: Lang| {
        let name = fold(names.get(lang));
        let mut spaces = name.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
        spaces.any(|(at, _)| letters(&name[at..]).starts_with(wanted))
    };
    let find = |fits: &dyn Fn(&Names) -> bool| {
        let round = (0..names.len()).map(|step| (start + step) % names.len());
        round.into_iter().find(|&index| fits(names[index]))
    };
    find(&|names| begins(names, lang))
        .or_else(|| find(&|names| others().any(|other| begins(names, other))))
        .or_else(|| find(&|names| later(names, lang)))
        .or_else(|| find(&|names| others().any(|other| later(names, other))))
}

/// The folded text without its spaces: a space chooses, so it cannot be typed.
fn letters(text: &str) -> String {
    fold(text).split(' ').collect()
}
