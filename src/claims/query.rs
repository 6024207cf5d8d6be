//! A question to the claims, as hosts ask it: what they should have, and what is searched for.

use super::{Filter, Finder, Refused};
use crate::model::atlas::Atlas;
use crate::model::study::{Claim, Study};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What the claims should have.
    pub filter: Filter,
    /// What is searched for; nothing where it is empty.
    pub search: String,
}

/// Signs of a search that a link keeps.
const KEPT: usize = 100;

impl Query {
    /// As much of a search as is kept: one line of at most a hundred signs.
    pub fn kept(text: &str) -> String {
        text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).take(KEPT).collect()
    }

    /// Whether nothing is asked, so that all claims answer.
    pub fn is_open(&self) -> bool {
        self.filter.0.is_empty() && self.search.trim().is_empty()
    }

    /// Takes over one key of a question.
    ///
    /// # Errors
    ///
    /// See [`Filter::set`].
    pub fn set(&mut self, key: &str, value: &str, atlas: &Atlas) -> Result<(), Refused> {
        if key == "search" {
            value.clone_into(&mut self.search);
            return Ok(());
        }
        self.filter.set(key, value, atlas)
    }

    /// The claims that answer: in the order of the paper, or, where something is searched for, the best
    /// first.
    pub fn answer<'a>(&self, study: &'a Study<String>, finder: &Finder) -> Vec<&'a Claim<String>> {
        match finder.search(&self.search) {
            Some(found) => {
                let found = found.into_iter().filter_map(|id| study.claim(id));
                found.filter(|claim| self.filter.holds(claim)).collect()
            }
            None => study.claims.iter().filter(|claim| self.filter.holds(claim)).collect(),
        }
    }
}
