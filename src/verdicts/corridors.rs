//! Checks of what the paper says of corridors.

use super::weigh::{Asked, best, by_sea, by_way, in_all, over_land, without};
use super::{Measured, Number, State};
use crate::model::line::{Mode, Status};
use crate::network::{Graph, Query, Route, routes};

/// The straits and canals between Pakistan and the Baltic.
const STRAITS: [&str; 9] = [
    "hormuz",
    "bab-el-mandeb",
    "suez-canal",
    "bosphorus",
    "dardanelles",
    "gibraltar",
    "kerch-strait",
    "oresund",
    "great-belt",
];

/// So much longer a way may take and still count as one that might be chosen.
const NEAR: f64 = 1.25;

/// The corridors from the Caspian to the Baltic let trade with Europe avoid the chokepoints.
///
/// Asked: Karachi to Rotterdam by way of Astrakhan. It holds where the quickest such way passes no strait;
/// under a condition where it does, but some way without any exists; else it fails.
pub(super) fn chokepoints(graph: &Graph) -> (State, Vec<Number>, Query) {
    let query = by_way("karachi", "rotterdam", &["astrakhan"]);
    let quickest = best(graph, &query);
    let free = best(graph, &without(&query, &STRAITS));
    let sea = best(graph, &by_sea("karachi", "rotterdam"));
    let state = match (&quickest.route, &free.route) {
        (Some(route), _) if route.chokepoints.is_empty() => State::Holds,
        (_, Some(_)) => State::HoldsIf,
        (_, None) => State::Fails,
    };
    let numbers = vec![
        quickest.count("straits_on_corridor", |route| route.chokepoints.len()),
        quickest.hours("by_corridor"),
        free.hours("without_straits"),
        sea.hours("by_sea"),
    ];
    (state, numbers, query)
}

/// The corridors offer a smoother way to the markets of Europe.
///
/// Asked: Karachi to Rotterdam by way of Astrakhan, against the way by sea alone, in time, price and the number
/// of times that cargo changes vehicle or crosses a land border. It holds where the corridor is better in all
/// three, under a condition where in one or two, else it fails.
pub(super) fn europe(graph: &Graph) -> (State, Vec<Number>, Query) {
    let query = by_way("karachi", "rotterdam", &["astrakhan"]);
    let corridor = best(graph, &query);
    let sea = best(graph, &by_sea("karachi", "rotterdam"));
    let breaks = |route: &Route| route.transhipments + route.borders;
    let state = match (&corridor.route, &sea.route) {
        (Some(own), Some(sea)) => in_all([
            own.hours.mid < sea.hours.mid,
            own.usd.mid < sea.usd.mid,
            breaks(own) < breaks(sea),
        ]),
        (Some(_), None) => State::Holds,
        _ => State::Fails,
    };
    let numbers = vec![
        corridor.hours("by_corridor"),
        sea.hours("by_sea"),
        corridor.usd("price_by_corridor"),
        sea.usd("price_by_sea"),
        corridor.count("breaks_on_corridor", breaks),
        sea.count("breaks_by_sea", breaks),
    ];
    (state, numbers, query)
}

/// The China–Pakistan corridor joins Russia to Pakistan by land.
///
/// Asked: Moscow to Gwadar over land by way of Khunjerab, against the quickest way over land. It holds where
/// the quickest way is that one, under a condition where that one takes at most a quarter longer, else it
/// fails.
pub(super) fn cpec(graph: &Graph) -> (State, Vec<Number>, Query) {
    let query = over_land(by_way("moscow", "gwadar", &["khunjerab"]));
    let corridor = best(graph, &query);
    let other = best(graph, &over_land(Query::between("moscow", "gwadar")));
    let state = match (&corridor.route, &other.route) {
        (Some(own), Some(other)) if own.hours.mid <= other.hours.mid + 1.0 => State::Holds,
        (Some(own), Some(other)) if own.hours.mid <= other.hours.mid * NEAR => State::HoldsIf,
        _ => State::Fails,
    };
    let numbers = vec![corridor.hours("by_khunjerab"), other.hours("quickest_by_land")];
    (state, numbers, query)
}

/// Afghanistan is what connectivity between the regions turns on.
///
/// Asked: Karachi to Tashkent and to Moscow, with Afghanistan and without. It holds where both take at least a
/// quarter longer without it, under a condition where one does, else it fails.
pub(super) fn afghanistan(graph: &Graph) -> (State, Vec<Number>, Query) {
    let near = Query::between("karachi", "tashkent");
    let far = Query::between("karachi", "moscow");
    let pair = |query: &Query| (best(graph, query), best(graph, &without(query, &["AFG"])));
    let ((near_with, near_without), (far_with, far_without)) = (pair(&near), pair(&far));
    let hangs = |with: &Asked, without: &Asked| match (&with.route, &without.route) {
        (Some(with), Some(without)) => without.hours.mid > with.hours.mid * NEAR,
        (Some(_), None) => true,
        _ => false,
    };
    let state = in_all([hangs(&near_with, &near_without), hangs(&far_with, &far_without)]);
    let numbers = vec![
        near_with.hours("to_tashkent"),
        near_without.hours("to_tashkent_without"),
        far_with.hours("to_moscow"),
        far_without.hours("to_moscow_without"),
    ];
    (state, numbers, without(&near, &["AFG"]))
}

/// The Pakistan Stream pipeline improves physical connectivity across Eurasia.
///
/// Asked: whether freight between Karachi and Moscow can use any pipeline, whatever is built. It cannot: gas
/// lines carry no freight, and this one ends where it begins, in Pakistan. Where the network has no pipeline,
/// the claim cannot be tested by routes.
pub(super) fn psgp(graph: &Graph) -> (State, Vec<Number>, Query) {
    let pipes = graph.network.links.iter().filter(|link| link.mode == Mode::Pipeline).count();
    let query = Query { statuses: Status::ALL.to_vec(), ..Query::between("port-qasim", "moscow") };
    let route = best(graph, &query);
    let state = if pipes == 0 { State::Untestable } else { State::Fails };
    let counted = Number { what: "pipelines", value: Some(Measured::Count(pipes)), query: None };
    (state, vec![counted, route.hours("to_moscow")], query)
}

/// A link with Eurasia diversifies trade routes.
///
/// Asked: how many really different ways lead from Karachi to Moscow, and whether one is left when Iran
/// or Afghanistan is closed, and when both are. It holds where a way over land is left
/// in each case, under a condition where only a way by sea is, else it fails.
pub(super) fn diversify(graph: &Graph) -> (State, Vec<Number>, Query) {
    let query = Query { count: 6, ..Query::between("karachi", "moscow") };
    let ways = routes(graph, &query).map(|answer| answer.routes.len()).unwrap_or_default();
    let land = over_land(Query::between("karachi", "moscow"));
    let iran = best(graph, &without(&land, &["IRN"]));
    let afghanistan = best(graph, &without(&land, &["AFG"]));
    let both = best(graph, &without(&land, &["IRN", "AFG"]));
    let any = best(graph, &without(&query, &["IRN", "AFG"]));
    let state = match (&iran.route, &afghanistan.route, &both.route, &any.route) {
        (Some(_), Some(_), Some(_), _) => State::Holds,
        (_, _, _, Some(_)) => State::HoldsIf,
        _ => State::Fails,
    };
    let numbers = vec![
        Number {
            what: "different_ways",
            value: Some(Measured::Count(ways)),
            query: Some(query.clone()),
        },
        iran.hours("land_without_iran"),
        afghanistan.hours("land_without_afghanistan"),
        both.hours("land_without_both"),
    ];
    (state, numbers, query)
}
