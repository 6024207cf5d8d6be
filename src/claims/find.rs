//! Search over the claims as one types, in the reader's language.
//!
//! Texts are folded as names are ([`fold`]), so that vowel signs, ё and Arabic keyboards do not
//! matter. Each word of a query must begin some word of a claim; the order is that of BM25
//! (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) over whole claims.

use crate::model::study::{ClaimId, Study};
use crate::order;
use crate::search::fold;
use std::collections::HashMap;

/// Signs of a query that are looked at: a question, not a book.
const MAX_QUERY: usize = 200;
/// Words of a query that are looked at.
const MAX_WORDS: usize = 12;
/// Saturation and length normalisation of BM25, at their usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// Claims ready to be searched.
pub struct Finder {
    ids: Vec<ClaimId>,
    lengths: Vec<f32>,
    mean_length: f32,
    /// Each word, in order, with the claims that have it and how often.
    words: Vec<(String, Vec<(usize, f32)>)>,
}

impl Finder {
    /// The index over text, speakers, labels of citations and numbers of all claims.
    pub fn new(study: &Study<String>) -> Self {
        let mut postings: HashMap<String, Vec<(usize, f32)>> = HashMap::new();
        let mut lengths = Vec::with_capacity(study.claims.len());
        for (at, claim) in study.claims.iter().enumerate() {
            let labels = claim.citations.iter().map(|citation| citation.label.as_str());
            let texts = [claim.text.as_str()].into_iter().chain(claim.who.as_deref()).chain(labels);
            let number = claim.id.to_string();
            let folded: Vec<String> = texts.chain([number.as_str()]).map(fold).collect();
            let mut length = 0.0;
            for word in folded.iter().flat_map(|text| text.split(' ')).filter(|w| !w.is_empty()) {
                length += 1.0;
                let found = postings.entry(word.to_owned()).or_default();
                match found.last_mut() {
                    Some((last, n)) if *last == at => *n += 1.0,
                    _ => found.push((at, 1.0)),
                }
            }
            lengths.push(length);
        }
        let mut words: Vec<_> = postings.into_iter().collect();
        order::sort_by(&mut words, |(a, _), (b, _)| a.cmp(b));
        let mean_length = lengths.iter().sum::<f32>() / (lengths.len().max(1) as f32);
        let ids = study.claims.iter().map(|claim| claim.id).collect();
        Self { ids, lengths, mean_length, words }
    }

    /// The claims that answer the query, best first; `None` where the query holds no word.
    pub fn search(&self, query: &str) -> Option<Vec<ClaimId>> {
        let words = query_words(query);
        if words.is_empty() {
            return None;
        }
        let mut scores: Vec<Option<f32>> = vec![Some(0.0); self.ids.len()];
        for word in &words {
            let answers = self.score(word);
            for (total, own) in scores.iter_mut().zip(answers) {
                *total = total.zip(own).map(|(total, own)| total + own);
            }
        }
        let mut found: Vec<(f32, ClaimId)> = scores
            .into_iter()
            .zip(&self.ids)
            .filter_map(|(score, id)| score.map(|score| (score, *id)))
            .collect();
        order::sort_by(&mut found, |(a, first), (b, second)| {
            b.total_cmp(a).then(first.cmp(second))
        });
        Some(found.into_iter().map(|(_, id)| id).collect())
    }

    /// What each claim is worth for one word of a query, which may be the beginning of a word.
    fn score(&self, beginning: &str) -> Vec<Option<f32>> {
        let mut scores = vec![None; self.ids.len()];
        let first = self.words.partition_point(|(word, _)| word.as_str() < beginning);
        let n = self.ids.len() as f32;
        for (word, postings) in
            self.words[first..].iter().take_while(|(word, _)| word.starts_with(beginning))
        {
            let having = postings.len() as f32;
            let rarity = ((n - having + 0.5) / (having + 0.5)).ln_1p();
            // A word that only begins so is worth less than the word itself.
            let typed = beginning.len() as f32 / word.len() as f32;
            for &(claim, times) in postings {
                let length = self.lengths[claim] / self.mean_length.max(1.0);
                let worth = times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length));
                *scores[claim].get_or_insert(0.0) += rarity * worth * typed;
            }
        }
        scores
    }
}

/// The words of a query, folded; as many as are looked at.
pub(super) fn query_words(query: &str) -> Vec<String> {
    let cut: String = query.chars().take(MAX_QUERY).collect();
    fold(&cut)
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MAX_WORDS)
        .map(str::to_owned)
        .collect()
}
