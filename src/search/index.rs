//! All names of the atlas, ready to be searched.

use super::{
    fold,
    matching::{Match, Text, compare},
};
use crate::i18n::{Lang, Names};
use crate::model::{
    atlas::Atlas,
    id::{Id, Kind, Ref},
};
use crate::order;
use std::cmp::Ordering;

/// Letters of a query that are looked at; no name is longer.
const MAX_QUERY: usize = 64;

/// Something found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What was found.
    pub target: Ref,
    /// How well it answers; for the order only.
    pub score: f32,
    /// Language of the name that answered; the reader's, where an id or code did.
    pub lang: Lang,
    /// The full name in that language.
    pub name: String,
}

struct Target {
    reference: Ref,
    names: Names,
    /// 0 to 0.3: the ends of corridors before small towns.
    weight: f32,
}

struct Entry {
    /// Index of its target.
    target: usize,
    /// `None` for ids and codes, which belong to no language.
    lang: Option<Lang>,
    /// Codes are found by their first letters only: inside and nearly, they mean nothing.
    code: bool,
    text: Text,
}

/// The names of all places, corridors and institutions in all languages, with ids, UN/LOCODEs and
/// short forms.
pub struct Index {
    targets: Vec<Target>,
    entries: Vec<Entry>,
}

impl Index {
    /// The index of everything in the atlas.
    pub fn new(atlas: &Atlas) -> Self {
        let mut index = Self { targets: Vec::new(), entries: Vec::new() };
        for place in &atlas.places {
            let weight = 0.1 * f32::from(4_u8.saturating_sub(place.rank).min(3));
            index.add(Kind::Place, &place.id, &place.names, None, weight);
            if let Some(code) = &place.unlocode {
                index.enter(None, true, code);
            }
        }
        for corridor in &atlas.corridors {
            let kind = corridor.kind();
            index.add(kind, &corridor.id, &corridor.names, corridor.tag.as_ref(), 0.3);
        }
        for institution in &atlas.institutions {
            let short = Some(&institution.short);
            index.add(Kind::Institution, &institution.id, &institution.names, short, 0.2);
        }
        index
    }

    fn add(&mut self, kind: Kind, id: &Id, names: &Names, short: Option<&Names>, weight: f32) {
        let reference = Ref { kind, id: id.clone() };
        self.targets.push(Target { reference, names: names.clone(), weight });
        for lang in Lang::ALL {
            self.enter(Some(lang), false, names.get(lang));
            if let Some(short) = short {
                self.enter(Some(lang), false, short.get(lang));
            }
        }
        self.enter(None, false, id.as_str());
    }

    /// Enters a name of the last target.
    fn enter(&mut self, lang: Option<Lang>, code: bool, name: &str) {
        let target = self.targets.len().saturating_sub(1);
        self.entries.push(Entry { target, lang, code, text: Text::new(&fold(name)) });
    }

    /// The things that answer the query best, best first, each once. The order is: the whole name,
    /// its beginning, the beginning of a word, the inside, nearly; then the rank of the thing, the
    /// share of the name that was typed, and names in the reader's language.
    pub fn search(&self, query: &str, lang: Lang, limit: usize) -> Vec<Hit> {
        let query: String = query.chars().take(MAX_QUERY).collect();
        let query = Text::new(&fold(&query));
        let mut best: Vec<Option<(f32, Lang)>> = vec![None; self.targets.len()];
        for entry in &self.entries {
            let Some(score) = self.score(entry, &query, lang) else { continue };
            let held = &mut best[entry.target];
            if held.is_none_or(|(best, _)| score > best) {
                *held = Some((score, entry.lang.unwrap_or(lang)));
            }
        }
        let mut found: Vec<(f32, Lang, &Target)> = best
            .into_iter()
            .zip(&self.targets)
            .filter_map(|(held, target)| held.map(|(score, lang)| (score, lang, target)))
            .collect();
        order::sort_by(&mut found, |(a, _, first), (b, _, second)| {
            b.partial_cmp(a)
                .unwrap_or(Ordering::Equal)
                .then_with(|| first.reference.cmp(&second.reference))
        });
        found
            .into_iter()
            .take(limit)
            .map(|(score, lang, target)| Hit {
                target: target.reference.clone(),
                score,
                lang,
                name: target.names.get(lang).to_owned(),
            })
            .collect()
    }

    fn score(&self, entry: &Entry, query: &Text, lang: Lang) -> Option<f32> {
        let answer = compare(query, &entry.text)?;
        if entry.code && answer > Match::Prefix {
            return None;
        }
        // Steps of 1 are more than all that is added below together.
        let class = match answer {
            Match::Exact => 7.0,
            Match::Prefix => 6.0,
            Match::WordPrefix => 5.0,
            Match::AllWords => 4.0,
            Match::Substring => 3.0,
            Match::Near => 2.0,
            Match::Far => 1.0,
        };
        let typed = (query.len() as f32 / entry.text.len().max(1) as f32).min(1.0);
        let own = entry.lang.is_none_or(|known| known == lang);
        let weight = self.targets[entry.target].weight;
        Some(class + weight + 0.09 * typed + if own { 0.005 } else { 0.0 })
    }
}
