//! How to cite what was taken along: the atlas, the version of its data, the paper, the link.

use crate::i18n::{Arg, Direction, Lang, date};
use crate::model::atlas::Atlas;

/// The licence of the data, as people write it.
pub const LICENCE: &str = "CC BY 4.0";
/// Where it stands.
pub const LICENCE_URL: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The citation in one line: the atlas, version and date of the data, their licence, the paper that
/// the atlas follows, and the link to the view, where there is one.
pub fn line(atlas: &Atlas, lang: Lang, link: Option<&str>) -> String {
    let catalogs = &atlas.catalogs;
    let name = catalogs.text(lang, "app.name");
    let date = date::date(catalogs, lang, &atlas.date);
    let authors = atlas.paper.authors.join(", ");
    let args = [
        ("atlas", Arg::Word(&name)),
        ("version", foreign(lang, &atlas.version)),
        ("date", Arg::Word(&date)),
        ("licence", foreign(lang, LICENCE)),
        ("authors", foreign(lang, &authors)),
        ("title", foreign(lang, &atlas.paper.title)),
    ];
    let mut line = catalogs.fill(lang, "export.citation", &args);
    if let Some(link) = link {
        line.push(' ');
        line.push_str(&isolated(lang, link));
    }
    line
}

/// Latin words for a message: set apart where the script runs the other way, as they are elsewhere.
pub(super) fn foreign(lang: Lang, text: &str) -> Arg<'_> {
    match lang.direction() {
        Direction::Ltr => Arg::Word(text),
        Direction::Rtl => Arg::Text(text),
    }
}

/// The same for a text that stands in no message.
pub(super) fn isolated(lang: Lang, text: &str) -> String {
    match lang.direction() {
        Direction::Ltr => text.to_owned(),
        Direction::Rtl => format!("\u{2068}{text}\u{2069}"),
    }
}
