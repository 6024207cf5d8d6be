//! Answers to questions for routes, as hosts and the command line get them.

use crate::geo::LonLat;
use crate::i18n::{Arg, Catalogs, Lang};
use crate::network::{
    Answer, Band, Block, Blocked, Graph, Leg, Loss, QueryError, Range, Reached, Route,
};
use serde::Serialize;

/// Low, middle and high.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RangeRecord {
    /// Every input at its favourable end.
    pub low: f64,
    /// Every input at its middle.
    pub mid: f64,
    /// Every input at its adverse end.
    pub high: f64,
}

/// A part of a route on one vehicle and in one mode.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LegRecord {
    /// Where it begins: the id of a place, or of a junction at sea.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// `sea`, `river`, `rail`, `road` or `ferry`.
    pub mode: &'static str,
    /// Length, kilometres.
    pub km: f64,
    /// Hours, with all waiting that precedes it.
    pub hours: RangeRecord,
    /// Dollars, with all handling that precedes it.
    pub usd: RangeRecord,
    /// Ids of its links, in order.
    pub links: Vec<String>,
    /// The least firm status of its links.
    pub status: &'static str,
    /// ISO 3166-1 alpha-3 codes in order.
    pub countries: Vec<String>,
    /// Ids of the texts that its figures stand in.
    pub sources: Vec<String>,
}

/// The part of a middle total that rests on figures read in sources, and on figures worked out or
/// measured; 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvidenceRecord {
    /// Of the hours, on sources.
    pub hours: f64,
    /// Of the dollars, on sources.
    pub usd: f64,
    /// Worked out or measured.
    pub computed: ComputedRecord,
}

/// Shares that are worked out or measured, counted apart from those that are read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComputedRecord {
    /// Of the hours.
    pub hours: f64,
    /// Of the dollars.
    pub usd: f64,
}

/// A route.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteRecord {
    /// Its legs, in order.
    pub legs: Vec<LegRecord>,
    /// Length, kilometres.
    pub km: f64,
    /// Hours.
    pub hours: RangeRecord,
    /// Dollars for one unit of cargo.
    pub usd: RangeRecord,
    /// Ids of the chokepoints passed, in order.
    pub chokepoints: Vec<String>,
    /// ISO 3166-1 alpha-3 codes in order, ends included.
    pub countries: Vec<String>,
    /// Borders crossed by land.
    pub borders: usize,
    /// Changes between gauges.
    pub gauge_breaks: usize,
    /// Changes between vehicles.
    pub transhipments: usize,
    /// How much of it rests on sources.
    pub evidence: EvidenceRecord,
    /// Events that touch it, in the reader's language.
    pub notices: Vec<String>,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BlockedRecord {
    /// Closed things by their ids, or `modes`, `statuses`, `vessel`: each alone would open a way.
    pub by: Vec<String>,
    /// The same in words.
    pub message: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswerRecord {
    /// The best first.
    pub routes: Vec<RouteRecord>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocked: Option<BlockedRecord>,
}

/// A place within reach.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReachedRecord {
    /// The place.
    pub id: String,
    /// Hours to it.
    pub hours: f64,
    /// Dollars to it.
    pub usd: f64,
    /// Kilometres to it.
    pub km: f64,
}

/// What is lost without each link and place of the best route, the worst loss first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LossesRecord {
    /// Links.
    pub links: Vec<LossRecord>,
    /// Places.
    pub places: Vec<LossRecord>,
}

/// What is lost without one link or place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LossRecord {
    /// The link or place.
    pub id: String,
    /// Hours more, where the question is best by time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss_hours: Option<f64>,
    /// Dollars more, where it is best by cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss_usd: Option<f64>,
    /// Kilometres more, where it is best by distance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss_km: Option<f64>,
    /// No way is left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreachable: Option<bool>,
}

/// The record of an answer.
pub fn answer(catalogs: &Catalogs, lang: Lang, graph: &Graph, answer: &Answer) -> AnswerRecord {
    AnswerRecord {
        routes: answer.routes.iter().map(|found| route(lang, graph, found)).collect(),
        blocked: answer.blocked.as_ref().map(|found| blocked(catalogs, lang, found)),
    }
}

/// The records of places within reach.
fn reached(places: &[Reached]) -> Vec<ReachedRecord> {
    let record = |found: &Reached| ReachedRecord {
        id: found.id.to_string(),
        hours: rounded(found.hours),
        usd: rounded(found.usd),
        km: rounded(found.km),
    };
    places.iter().map(record).collect()
}

/// What is within reach.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReachRecord {
    /// Places, the nearest first.
    pub places: Vec<ReachedRecord>,
    /// A GeoJSON FeatureCollection: one MultiLineString for each band, its ends in `from` and `to`.
    pub bands: Bands,
}

/// Bands as GeoJSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bands {
    /// `FeatureCollection`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// One a band.
    pub features: Vec<BandFeature>,
}

/// A band as a GeoJSON Feature.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BandFeature {
    /// `Feature`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its ends, in the measure of the objective.
    pub properties: BandEnds,
    /// Links on the way.
    pub geometry: BandLines,
}

/// The ends of a band.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BandEnds {
    /// From how much.
    pub from: f64,
    /// To how much.
    pub to: f64,
}

/// The lines of a band.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BandLines {
    /// `MultiLineString`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Longitude first, degrees.
    pub coordinates: Vec<Vec<[f64; 2]>>,
}

/// The record of what is within reach.
pub fn reach(places: &[Reached], bands: &[Band]) -> ReachRecord {
    let line =
        |line: &Vec<LonLat>| line.iter().map(|at| [rounded(at.lon), rounded(at.lat)]).collect();
    let feature = |band: &Band| BandFeature {
        kind: "Feature",
        properties: BandEnds { from: rounded(band.from), to: rounded(band.to) },
        geometry: BandLines {
            kind: "MultiLineString",
            coordinates: band.lines.iter().map(line).collect(),
        },
    };
    let features = bands.iter().map(feature).collect();
    ReachRecord { places: reached(places), bands: Bands { kind: "FeatureCollection", features } }
}

/// The records of losses, the worst first, in the measure of the objective.
pub fn losses(by: crate::network::By, losses: &[Loss]) -> LossesRecord {
    use crate::network::By;
    let record = |found: &Loss| {
        let of = |own: By| found.loss.filter(|_| own == by).map(rounded);
        LossRecord {
            id: found.id.to_string(),
            loss_hours: of(By::Time),
            loss_usd: of(By::Cost),
            loss_km: of(By::Distance),
            unreachable: found.loss.is_none().then_some(true),
        }
    };
    let of = |place| losses.iter().filter(|found| found.place == place).map(record).collect();
    LossesRecord { links: of(false), places: of(true) }
}

fn route(lang: Lang, graph: &Graph, route: &Route) -> RouteRecord {
    let notice = |index: &usize| graph.network.notices[*index].text.get(lang).to_owned();
    let legs: Vec<LegRecord> = route.legs.iter().map(|found| leg(graph, found)).collect();
    // Sums of what stands in the legs, so that they add up to the last decimal.
    let sum = |of: &dyn Fn(&LegRecord) -> f64| rounded(legs.iter().map(of).sum());
    let whole = |of: &dyn Fn(&LegRecord) -> RangeRecord| RangeRecord {
        low: sum(&|leg| of(leg).low),
        mid: sum(&|leg| of(leg).mid),
        high: sum(&|leg| of(leg).high),
    };
    RouteRecord {
        km: sum(&|leg| leg.km),
        hours: whole(&|leg| leg.hours),
        usd: whole(&|leg| leg.usd),
        legs,
        chokepoints: route.chokepoints.iter().map(ToString::to_string).collect(),
        countries: route.countries.clone(),
        borders: route.borders,
        gauge_breaks: route.gauge_breaks,
        transhipments: route.transhipments,
        evidence: EvidenceRecord {
            hours: rounded(route.time_share.sourced),
            usd: rounded(route.price_share.sourced),
            computed: ComputedRecord {
                hours: rounded(route.time_share.computed),
                usd: rounded(route.price_share.computed),
            },
        },
        notices: route.notices.iter().map(notice).collect(),
    }
}

fn leg(graph: &Graph, leg: &Leg) -> LegRecord {
    let node = |index: u16| graph.network.nodes[usize::from(index)].id.to_string();
    let link = |used: &(u32, bool)| graph.network.links[used.0 as usize].id.to_string();
    LegRecord {
        from: node(leg.from),
        to: node(leg.to),
        mode: leg.mode.name(),
        km: rounded(leg.km),
        hours: range(leg.hours),
        usd: range(leg.usd),
        links: leg.links.iter().map(link).collect(),
        status: leg.status.name(),
        countries: leg.countries.clone(),
        sources: leg.sources.iter().map(ToString::to_string).collect(),
    }
}

fn range(range: Range) -> RangeRecord {
    RangeRecord { low: rounded(range.low), mid: rounded(range.mid), high: rounded(range.high) }
}

/// Three decimals: sums of legs stay those of the route well below what anybody reads.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

fn blocked(catalogs: &Catalogs, lang: Lang, blocked: &Blocked) -> BlockedRecord {
    let word = |block: &Block| match block {
        Block::Closed(id) => id.clone(),
        Block::Modes => "modes".to_owned(),
        Block::Statuses => "statuses".to_owned(),
        Block::Vessel => "vessel".to_owned(),
    };
    BlockedRecord {
        by: blocked.by.iter().map(word).collect(),
        message: crate::present::routes::blocked(catalogs, lang, blocked, &|id| id.to_owned()),
    }
}

/// The words for a question that is none.
pub fn refusal(catalogs: &Catalogs, lang: Lang, error: &QueryError) -> String {
    let fill = |key: &str, value: &str| catalogs.fill(lang, key, &[("id", Arg::Text(value))]);
    match error {
        QueryError::UnknownPlace(id) => fill("route.error.place", id),
        QueryError::UnknownClosure(id) => fill("route.error.closure", id),
        QueryError::UnknownAssumption(id) => fill("route.error.assumption", id),
        QueryError::BadAssumption(id) => fill("route.error.range", id),
        QueryError::SameEnds(id) => fill("route.error.same", id),
        QueryError::Contradiction(id) => fill("route.error.contradiction", id),
        QueryError::BadMonth(month) => fill("route.error.month", &month.to_string()),
        QueryError::BadCount(count) => fill("route.error.count", &count.to_string()),
        QueryError::TooManyClosed(count) => fill("route.error.closures", &count.to_string()),
    }
}
