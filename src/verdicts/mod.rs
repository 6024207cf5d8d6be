//! Claims that run: what the paper says of space, put to the network.
//!
//! Each check asks the network a few questions and decides by a rule that stands beside it. Nothing about the
//! outcome is written down: when the data or the assumptions change, the verdict may.

mod corridors;
mod ports;
mod weigh;

use crate::model::study::ClaimId;
use crate::network::{Graph, Query, Range};
use std::cell::RefCell;
use std::sync::{Arc, Weak};

/// What a computation says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It is so.
    Holds,
    /// It is so under a condition that the check names.
    HoldsIf,
    /// It is not so.
    Fails,
    /// The network cannot tell.
    Untestable,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Holds, Self::HoldsIf, Self::Fails, Self::Untestable];

    /// The name in records and catalogs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::HoldsIf => "holds-if",
            Self::Fails => "fails",
            Self::Untestable => "untestable",
        }
    }
}

/// What a number of a verdict counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measured {
    /// Hours.
    Hours(Range),
    /// Dollars for one TEU.
    Usd(Range),
    /// Things counted.
    Count(usize),
}

/// A number that the verdict rests on; its words are the message `verdict.number.<what>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// What it is.
    pub what: &'static str,
    /// How much; `None` where there is no way.
    pub value: Option<Measured>,
    /// The question that gives it; `None` where it was counted in the network itself.
    pub query: Option<Query>,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Its id; its words are `verdict.<id>.title` and `.how`.
    pub id: &'static str,
    /// Numbers of the claims that it is about.
    pub claims: &'static [u16],
    /// What it says.
    pub state: State,
    /// What that rests on.
    pub numbers: Vec<Number>,
    /// The question that opens the same computation.
    pub query: Query,
}

/// A check, with the claims that it is about.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its id.
    pub id: &'static str,
    /// Numbers of claims.
    pub claims: &'static [u16],
    run: fn(&Graph) -> (State, Vec<Number>, Query),
}

impl Check {
    /// Every check.
    pub const ALL: [Self; 8] = [
        Self { id: "chokepoints", claims: &[188], run: corridors::chokepoints },
        Self { id: "europe", claims: &[187], run: corridors::europe },
        Self { id: "indian-ocean", claims: &[185, 186], run: ports::indian_ocean },
        Self { id: "central-asia", claims: &[203, 241], run: ports::central_asia },
        Self { id: "cpec", claims: &[62, 63, 69], run: corridors::cpec },
        Self { id: "afghanistan", claims: &[95, 133], run: corridors::afghanistan },
        Self { id: "psgp", claims: &[69], run: corridors::psgp },
        Self { id: "diversify", claims: &[204, 205], run: corridors::diversify },
    ];

    /// Whether any check is about a claim.
    pub fn is_about(claim: ClaimId) -> bool {
        Self::ALL.iter().any(|check| check.claims.contains(&claim.0))
    }

    /// Runs it.
    pub fn run(&self, graph: &Graph) -> Verdict {
        let (state, numbers, query) = (self.run)(graph);
        Verdict { id: self.id, claims: self.claims, state, numbers, query }
    }
}

/// The outcomes of all checks on one network, each of them run once.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdicts(Vec<Verdict>);

thread_local! {
    /// Those of the network that was asked last.
    static LAST: RefCell<Option<(Weak<Graph>, Arc<Verdicts>)>> = const { RefCell::new(None) };
}

impl Verdicts {
    /// Runs every check.
    pub fn new(graph: &Graph) -> Self {
        Self(Check::ALL.iter().map(|check| check.run(graph)).collect())
    }

    /// Runs every check, once for each network: the page and the host ask for the same.
    pub fn of(graph: &Arc<Graph>) -> Arc<Self> {
        let is_last = |last: &Weak<Graph>| Weak::ptr_eq(last, &Arc::downgrade(graph));
        let last = LAST.with_borrow(|last| last.clone()).filter(|(last, _)| is_last(last));
        match last {
            Some((_, ready)) => ready,
            None => {
                let ready = Arc::new(Self::new(graph));
                LAST.set(Some((Arc::downgrade(graph), Arc::clone(&ready))));
                ready
            }
        }
    }

    /// Those about a claim, in the order of the checks.
    pub fn about(&self, claim: ClaimId) -> impl Iterator<Item = &Verdict> {
        self.0.iter().filter(move |verdict| verdict.claims.contains(&claim.0))
    }
}
