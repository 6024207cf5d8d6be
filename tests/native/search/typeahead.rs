//! Letters typed at a list.

use atlas::i18n::{Lang, Names};
use atlas::search::jump;

fn names() -> Vec<Names> {
    [
        ("Karachi", "کراچی", "Карачи"),
        ("Kasur", "قصور", "Касур"),
        ("Port Qasim", "پورٹ قاسم", "Порт-Касим"),
        ("Volga", "دریائے وولگا", "Волга"),
        ("Don", "دریائے ڈون", "Дон"),
        ("Fyodorovka", "فیودوروفکا", "Фёдоровка"),
    ]
    .map(|(en, ur, ru)| Names { en: en.to_owned(), ur: ur.to_owned(), ru: ru.to_owned() })
    .into()
}

fn led(lang: Lang, from: usize, typed: &str) -> Option<usize> {
    let names = names();
    let names: Vec<&Names> = names.iter().collect();
    jump(&names, lang, from, typed)
}

#[test]
fn letters_lead_to_the_next_name_that_begins_with_them() {
    assert_eq!(led(Lang::En, 0, "k"), Some(1), "on from where one is");
    assert_eq!(led(Lang::En, 1, "k"), Some(0), "and round");
    assert_eq!(led(Lang::En, 0, "kk"), Some(1), "again and again is on and on");
    assert_eq!(led(Lang::En, 0, "kar"), Some(0), "more letters may stay");
    assert_eq!(led(Lang::En, 0, "kas"), Some(1));
    assert_eq!(led(Lang::En, 0, "portq"), Some(2), "a space chooses, so none is typed");
    assert_eq!(led(Lang::En, 0, "x"), None);
    assert_eq!(led(Lang::En, 0, ""), None);
    assert_eq!(led(Lang::En, 0, "-"), None);
    assert_eq!(jump(&[], Lang::En, 0, "k"), None);
}

#[test]
fn any_script_is_understood_in_any_language() {
    assert_eq!(led(Lang::Ur, 0, "ڈون"), Some(4), "the word after the kind of water");
    assert_eq!(led(Lang::Ur, 0, "وو"), Some(3));
    assert_eq!(led(Lang::Ur, 0, "ك"), Some(0), "the letter of an Arabic keyboard");
    assert_eq!(led(Lang::Ru, 0, "фе"), Some(5), "ё is typed as е");
    assert_eq!(led(Lang::Ru, 0, "vol"), Some(3));
    assert_eq!(led(Lang::En, 0, "дон"), Some(4));
    assert_eq!(led(Lang::Ur, 0, "порт"), Some(2));
}

#[test]
fn beginnings_go_before_later_words_and_own_names_before_others() {
    assert_eq!(led(Lang::Ru, 0, "к"), Some(1), "not the port");
    assert_eq!(led(Lang::Ru, 1, "каси"), Some(2), "whose second word it is");
    // In English nothing begins with q; the second word of a port does.
    assert_eq!(led(Lang::En, 0, "q"), Some(2));
}
