//! What the paper says in one language, ready to be searched.

use super::{Facet, Finder, Query, counts};
use crate::i18n::Lang;
use crate::model::study::{Claim, ClaimId, Study};
use std::collections::HashSet;

/// The study and the search over it.
pub struct Reading {
    /// The language of the reader; single words may be English where they are not translated yet.
    pub lang: Lang,
    /// The claims and what stands around them.
    pub study: Study<String>,
    /// The search over them.
    pub finder: Finder,
}

impl Reading {
    /// Makes a study ready.
    pub fn new(lang: Lang, study: Study<String>) -> Self {
        Self { lang, finder: Finder::new(&study), study }
    }

    /// The claims that answer a query, as [`Query::answer`] gives them.
    pub fn answer(&self, query: &Query) -> Vec<&Claim<String>> {
        query.answer(&self.study, &self.finder)
    }

    /// For each facet, how many claims have which value, as [`counts`] gives them.
    pub fn counts(&self, query: &Query) -> [(Facet, Vec<(String, usize)>); 11] {
        let found = self.finder.search(&query.search);
        let found = found.map(|found| found.into_iter().collect::<HashSet<ClaimId>>());
        let is_found = |id| found.as_ref().is_none_or(|found| found.contains(&id));
        Facet::ALL.map(|facet| (facet, counts(&self.study, &query.filter, &is_found, facet)))
    }
}
