//! What can be asked, and what is no question.

use super::graph::Graph;
use crate::i18n::cut;
use crate::model::line::{Mode, Status};
use crate::model::network::Vessel;
use std::collections::BTreeMap;

/// The most routes that an answer has.
pub const MOST_ROUTES: usize = 8;
/// The most closures of one question; there are fewer places and links than that.
pub const MOST_CLOSED: usize = 1_000;

/// What a route is best by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum By {
    /// Hours.
    #[default]
    Time,
    /// Dollars.
    Cost,
    /// Kilometres.
    Distance,
}

impl By {
    /// Every objective, the default first.
    pub const ALL: [Self; 3] = [Self::Time, Self::Cost, Self::Distance];

    /// The name in fragments and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Cost => "cost",
            Self::Distance => "distance",
        }
    }
}

/// What dollars are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cargo {
    /// One container of twenty feet, taken as 20 t.
    #[default]
    Teu,
    /// One tonne.
    Tonne,
}

impl Cargo {
    /// Every unit, the default first.
    pub const ALL: [Self; 2] = [Self::Teu, Self::Tonne];

    /// The name in fragments and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Teu => "teu",
            Self::Tonne => "tonne",
        }
    }

    /// The share of a TEU's price. The surveys behind the tariffs count 20 t where the atlas counts one
    /// TEU (CAREC, Corridor Performance Measurement and Monitoring).
    pub fn of_teu(self) -> f64 {
        match self {
            Self::Teu => 1.0,
            Self::Tonne => 1.0 / 20.0,
        }
    }
}

/// Assumptions that the reader changed: low, middle and high by id.
pub type Changes = BTreeMap<String, [f64; 3]>;

/// A question for routes. Ids are text here; [`Query::check`] looks them up.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// Places that it must pass, in order.
    pub via: Vec<String>,
    /// What it is best by.
    pub by: By,
    /// The month of departure; without one nothing is closed by season.
    pub month: Option<u8>,
    /// Closed places, links and countries.
    pub closed: Vec<String>,
    /// Modes allowed; empty allows all.
    pub modes: Vec<Mode>,
    /// Statuses allowed; empty allows what is in service.
    pub statuses: Vec<Status>,
    /// The class of ships; without one each is used where it can be.
    pub vessel: Option<Vessel>,
    /// What dollars are counted for.
    pub cargo: Cargo,
    /// How many routes are asked for, 1 to [`MOST_ROUTES`].
    pub count: usize,
    /// What the reader assumes instead.
    pub changes: Changes,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            from: String::new(),
            to: String::new(),
            via: Vec::new(),
            by: By::default(),
            month: None,
            closed: Vec::new(),
            modes: Vec::new(),
            statuses: Vec::new(),
            vessel: None,
            cargo: Cargo::default(),
            count: 3,
            changes: Changes::new(),
        }
    }
}

/// Why a question has no answer, not even an empty one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum QueryError {
    /// Nothing in the network bears the id.
    #[error("`{0}` is no place of the network; give a port, town or crossing that links end at")]
    UnknownPlace(String),
    /// Nothing that can be closed bears the id.
    #[error("`{0}` cannot be closed; give a place, a link or the code of a country")]
    UnknownClosure(String),
    /// No assumption bears the id.
    #[error("there is no assumption `{0}`")]
    UnknownAssumption(String),
    /// The figures of an assumption are no range.
    #[error("`{0}` must be low ≤ middle ≤ high, above 0 for speeds, and at most a million")]
    BadAssumption(String),
    /// The route would end where it begins.
    #[error("the route begins and ends at `{0}`; choose two places")]
    SameEnds(String),
    /// A place is asked for and closed at once.
    #[error("the route should pass `{0}`, which is closed; open it or leave it out")]
    Contradiction(String),
    /// No such month.
    #[error("{0} is no month; give 1 to 12")]
    BadMonth(u32),
    /// No such number of routes.
    #[error("{0} routes cannot be asked for; give 1 to 8")]
    BadCount(usize),
    /// More closures than there are things to close.
    #[error("{0} closures are more than the network has things to close")]
    TooManyClosed(usize),
}

/// A question with its ids looked up.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    /// Start, places on the way, end.
    pub(super) stops: Vec<u16>,
    pub(super) closed_nodes: Vec<u16>,
    pub(super) closed_links: Vec<u32>,
    pub(super) closed_passes: Vec<String>,
    pub(super) closed_countries: Vec<String>,
    /// Low, middle and high of every assumption, in its unit.
    pub(super) ranges: Vec<[f64; 3]>,
}

impl Query {
    /// The question from one place to another, with all else as by default.
    pub fn between(from: &str, to: &str) -> Self {
        Self { from: from.to_owned(), to: to.to_owned(), ..Self::default() }
    }

    /// Looks up every id and checks every number.
    pub(super) fn check(&self, graph: &Graph) -> Result<Checked, QueryError> {
        let names = [&self.from].into_iter().chain(&self.via).chain([&self.to]);
        let checked = self.checked(graph, names)?;
        if checked.stops.first() == checked.stops.last() {
            return Err(QueryError::SameEnds(self.from.clone()));
        }
        Ok(checked)
    }

    /// The same for a question that has no end: how far one comes from its start.
    pub(super) fn check_start(&self, graph: &Graph) -> Result<Checked, QueryError> {
        self.checked(graph, [&self.from])
    }

    fn checked<'q>(
        &self,
        graph: &Graph,
        names: impl IntoIterator<Item = &'q String>,
    ) -> Result<Checked, QueryError> {
        let network = &graph.network;
        let place = |id: &String| {
            let bare = id.strip_prefix("place:").unwrap_or(id);
            let node = network.node(bare).filter(|node| network.nodes[*node].place);
            node.map(|node| node as u16).ok_or_else(|| QueryError::UnknownPlace(cut(id)))
        };
        let stops = names.into_iter().map(place).collect::<Result<Vec<u16>, _>>()?;
        if let Some(month) = self.month
            && !(1..=12).contains(&month)
        {
            return Err(QueryError::BadMonth(u32::from(month)));
        }
        if !(1..=MOST_ROUTES).contains(&self.count) {
            return Err(QueryError::BadCount(self.count));
        }
        if self.closed.len() > MOST_CLOSED {
            return Err(QueryError::TooManyClosed(self.closed.len()));
        }
        let mut checked = Checked {
            stops,
            closed_nodes: Vec::new(),
            closed_links: Vec::new(),
            closed_passes: Vec::new(),
            closed_countries: Vec::new(),
            ranges: ranges(graph, &self.changes)?,
        };
        for id in &self.closed {
            checked.close(graph, id)?;
        }
        let contradiction = checked.stops.iter().find(|stop| checked.shuts(graph, **stop));
        if let Some(stop) = contradiction {
            let id = network.nodes[usize::from(*stop)].id.to_string();
            return Err(QueryError::Contradiction(id));
        }
        Ok(checked)
    }

    /// Whether the question allows a mode.
    pub(super) fn takes_mode(&self, mode: Mode) -> bool {
        self.modes.is_empty() || self.modes.contains(&mode)
    }

    /// Whether the question allows a status.
    pub(super) fn takes_status(&self, status: Status) -> bool {
        match self.statuses.is_empty() {
            true => status == Status::Operational,
            false => self.statuses.contains(&status),
        }
    }
}

impl Checked {
    /// The last stop: where the route ends.
    pub(super) fn goal(&self) -> u16 {
        self.stops[self.stops.len() - 1]
    }

    /// Whether cargo can neither stop nor change at a node.
    pub(super) fn shuts(&self, graph: &Graph, node: u16) -> bool {
        let country = graph.network.nodes[usize::from(node)].country.as_ref();
        let abroad = country.is_some_and(|code| self.closed_countries.contains(code));
        abroad || self.closed_nodes.contains(&node)
    }

    fn close(&mut self, graph: &Graph, id: &str) -> Result<(), QueryError> {
        let network = &graph.network;
        let bare = ["place:", "link:"].iter().find_map(|kind| id.strip_prefix(kind)).unwrap_or(id);
        let pass =
            network.links.iter().any(|link| link.passes.iter().any(|place| place.as_str() == bare));
        let node = network.node(bare);
        if let Some(node) = node {
            self.closed_nodes.push(node as u16);
        }
        if pass {
            self.closed_passes.push(bare.to_owned());
        }
        if node.is_some() || pass {
            return Ok(());
        }
        if let Some(link) = network.link(bare) {
            self.closed_links.push(link as u32);
            return Ok(());
        }
        if network.links.iter().any(|link| link.countries.iter().any(|code| code == bare)) {
            self.closed_countries.push(bare.to_owned());
            return Ok(());
        }
        Err(QueryError::UnknownClosure(cut(id)))
    }
}

/// The figures of all assumptions, with the reader's own in their place.
fn ranges(graph: &Graph, changes: &Changes) -> Result<Vec<[f64; 3]>, QueryError> {
    let network = &graph.network;
    let mut ranges = network.ranges();
    for (id, range) in changes {
        let index = network.assumption(id).ok_or_else(|| QueryError::UnknownAssumption(cut(id)))?;
        let [low, mid, high] = *range;
        let least = if network.assumptions[index].measure.is_speed() { 1e-3 } else { 0.0 };
        let sound = low.is_finite() && low >= least && low <= mid && mid <= high && high <= 1e6;
        if !sound {
            return Err(QueryError::BadAssumption(cut(id)));
        }
        ranges[index] = *range;
    }
    Ok(ranges)
}
