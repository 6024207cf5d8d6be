//! Texts in three languages, and the catalogs.

use super::{assert_only, broken};

#[test]
fn letters_of_arabic_and_latin_are_kept_out_of_urdu_names() {
    assert_only(
        &broken("places.toml", "ur = \"کوئٹہ\"", "ur = \"كوئٹہ\""),
        "places.toml",
        "\"كوئٹہ\"",
        "`ك` (U+0643) is no letter of Urdu",
        "write ک U+06A9",
    );
    assert_only(
        &broken("places.toml", "ur = \"کوئٹہ\"", "ur = \"Q کوئٹہ\""),
        "places.toml",
        "\"Q کوئٹہ\"",
        "the Latin letter `Q` stands in an Urdu name",
        "spell it in Urdu letters, short forms too",
    );
    assert_only(
        &broken("places.toml", "ur = \"کوئٹہ\"", "ur = \"کوئٹہ\u{654}\""),
        "places.toml",
        "\"کوئٹہ\u{654}\"",
        "this text is not composed (Unicode NFC)",
        "write `کوئٹ\u{6c2}`, with composed letters",
    );
}

#[test]
fn a_text_missing_in_one_language_is_reported() {
    assert_only(
        &broken("projects.toml", "ru = \"Дорога от Гвадара до Касура.\"", "ru = \"\""),
        "projects.toml",
        "\"\"",
        "this text is empty",
        "",
    );
}

#[test]
fn catalogs_have_the_same_keys_placeholders_and_all_plural_forms() {
    assert_only(
        &broken("i18n/ru.toml", "few = \"{n}\u{a0}км\", ", ""),
        "i18n/ru.toml",
        "km = {",
        "the plural form `few` is missing",
        "this language has the forms one, few, many, other",
    );
    assert_only(
        &broken("i18n/ur.toml", "\"بند: {place}\"", "\"بند: {palce}\""),
        "i18n/ur.toml",
        "closed =",
        "the placeholders of `map.closed` are `{palce}`, but `{place}` in English",
        "",
    );
    assert_only(
        &broken("i18n/ru.toml", "closed = \"Закрыто: {place}\"\n", ""),
        "i18n/en.toml",
        "closed =",
        "the message `map.closed` has no translation in ru.toml",
        "add it to data/i18n/ru.toml",
    );
}

#[test]
fn a_figure_without_a_word_for_it_is_reported() {
    assert_only(
        &broken("places.toml", "what = \"draught\"", "what = \"draft\""),
        "places.toml",
        "\"draft\"",
        "the catalogs have no message `fact.draft`, which this needs",
        "did you mean `fact.draught`? else add it to the three catalogs in data/i18n/",
    );
}
