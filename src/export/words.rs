//! What a figure says of itself: title, caption, description, sources, citation.

use super::citation::{self, isolated};
use super::shown::Shown;
use crate::i18n::{Arg, Catalogs, Direction, Lang, date};
use crate::model::network::Network;
use crate::model::{
    atlas::Atlas,
    id::{Kind, Ref},
    source::Source,
};
use crate::network::Route;
use crate::present;
use crate::state::{AppState, Layer};

/// Letters that titles of sources may take together; the others are counted.
const MOST_LETTERS: usize = 220;

/// The words of a figure, in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What it is: the name of the chosen thing, or that of the whole.
    pub title: String,
    /// What is seen and when it was so.
    pub caption: String,
    /// How to cite it.
    pub citation: String,
}

/// The words that do not depend on what shows.
pub fn words(atlas: &Atlas, state: &AppState, link: Option<&str>) -> Words {
    let (catalogs, lang) = (&atlas.catalogs, state.lang);
    let as_of = date::date(catalogs, lang, &atlas.date);
    let as_of = catalogs.fill(lang, "map.status_as_of", &[("date", Arg::Word(&as_of))]);
    let mut caption = summary(atlas, state.select.as_ref(), lang);
    if !caption.is_empty() {
        caption.push(' ');
    }
    caption.push_str(&as_of);
    if state.layers.contains(Layer::Borders) {
        let view = catalogs.text(lang, &format!("boundaries.{}", state.boundaries.name()));
        caption.push_str(" · ");
        caption.push_str(&catalogs.fill(lang, "key.view", &[("view", Arg::Word(&view))]));
    }
    Words {
        title: title(atlas, state.select.as_ref(), lang),
        caption,
        citation: citation::line(atlas, lang, link),
    }
}

/// Computed routes: from where to where, and how far, how long and for how much each of them goes. Nothing where there
/// is none.
pub fn routes(
    atlas: &Atlas,
    lang: Lang,
    network: &Network,
    routes: &[Route],
) -> Option<[String; 2]> {
    let legs = &routes.first()?.legs;
    let ends = [legs.first()?.from, legs.last()?.to];
    let ends = ends.map(|index| present::routes::node(atlas, lang, network, index));
    let catalogs = &atlas.catalogs;
    let each = routes.iter().enumerate().map(|(index, route)| {
        let facts = [
            present::routes::modes(catalogs, lang, route),
            present::distance(catalogs, lang, route.km),
            present::routes::durations(catalogs, lang, route.hours),
            present::routes::moneys(catalogs, lang, route.usd),
        ];
        format!("{}: {}.", present::routes::letter(index), facts.join(" · "))
    });
    Some([ends.join(present::dash(lang)), each.collect::<Vec<_>>().join(" ")])
}

fn title(atlas: &Atlas, chosen: Option<&Ref>, lang: Lang) -> String {
    let named = chosen.and_then(|target| Some((target, atlas.names(target)?)));
    let Some((target, names)) = named else {
        return atlas.catalogs.text(lang, "panel.welcome_title");
    };
    let name = names.get(lang);
    match atlas.place(&target.id).filter(|_| target.kind == Kind::Place) {
        Some(place) => {
            let kind = atlas.catalogs.text(lang, &format!("kind.{}", place.kind.name()));
            let args = [("name", Arg::Word(name)), ("kind", Arg::Word(&kind))];
            atlas.catalogs.fill(lang, "map.focused", &args)
        }
        None => name.to_owned(),
    }
}

/// The sentence that the data have on the chosen thing.
fn summary(atlas: &Atlas, chosen: Option<&Ref>, lang: Lang) -> String {
    let found = chosen.and_then(|target| match target.kind {
        Kind::Place => None,
        Kind::Institution => atlas.institution(&target.id).map(|found| &found.summary),
        Kind::Project | Kind::Waterway => atlas.corridor(&target.id).map(|found| &found.summary),
    });
    found.map(|summary| summary.get(lang).to_owned()).unwrap_or_default()
}

/// The figure for those who do not see it: its caption, the view in words, the corridors by name.
pub fn description(
    atlas: &Atlas,
    lang: Lang,
    caption: &str,
    view: &str,
    shown: &Shown<'_>,
) -> String {
    let mut lines = vec![caption.to_owned(), view.to_owned()];
    if !shown.corridors.is_empty() {
        let names: Vec<&str> = shown.corridors.iter().map(|found| found.names.get(lang)).collect();
        let names = names.join(separator(lang));
        lines.push(atlas.catalogs.fill(lang, "export.corridors", &[("names", Arg::Word(&names))]));
    }
    lines.join("\n")
}

/// The first of the sources by title, and how many more there are; the ground's own with them.
pub fn sources(catalogs: &Catalogs, lang: Lang, sources: &[&Source]) -> String {
    let ground = catalogs.text(lang, "export.ground");
    let mut letters = 0;
    let mut named = Vec::new();
    for source in sources {
        letters += source.title.chars().count();
        if letters > MOST_LETTERS {
            break;
        }
        named.push(isolated(lang, &source.title));
    }
    if named.is_empty() {
        return ground;
    }
    let more = sources.len() - named.len();
    let mut list = named.join(separator(lang));
    if more > 0 {
        let args = [("list", Arg::Word(&list)), ("n", Arg::Number(more as f64))];
        list = catalogs.fill(lang, "list.more", &args);
    }
    let mut text = catalogs.fill(lang, "export.sources", &[("list", Arg::Word(&list))]);
    text.push(' ');
    text.push_str(&ground);
    text
}

/// Between items that may hold commas.
fn separator(lang: Lang) -> &'static str {
    match lang.direction() {
        Direction::Ltr => "; ",
        Direction::Rtl => "\u{61b} ",
    }
}
