//! The search on networks by chance.

use super::plain::{Costs, ways};
use super::random::{TOWNS, graphs};
use atlas::model::line::Status;
use atlas::network::{self, By, EPSILON, Graph, Query, Route, critical, fronts, routes};
use proptest::prelude::*;

fn query(from: usize, to: usize) -> Query {
    Query::between(&format!("town-{from}"), &format!("town-{to}"))
}

fn ends() -> impl Strategy<Value = [usize; 2]> {
    (0..TOWNS, 1..TOWNS).prop_map(|(from, on)| [from, (from + on) % TOWNS])
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-4 * a.abs().max(1.0)
}

/// The best figure of an objective that the answer has.
fn best(graph: &Graph, query: &Query) -> Option<f64> {
    let answer = routes(graph, query).expect("a sound question");
    let route = answer.routes.first()?;
    Some(match query.by {
        By::Time => route.hours.mid,
        By::Cost => route.usd.mid,
        By::Distance => route.km,
    })
}

/// The least of a figure over all ways. Ways that come back to a town may be shorter where it alone has
/// a terminal; they are not among these, so the search may be better, never worse.
fn least(ways: &[Costs], by: By) -> Option<f64> {
    ways.iter().map(|costs| costs[by as usize]).min_by(f64::total_cmp)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_way_is_better_than_the_best(
        graph in graphs(), [from, to] in ends(), month in proptest::option::of(1..=12_u8), planned: bool,
    ) {
        let all = ways(&graph.network, [from, to], month, planned, None);
        for by in By::ALL {
            let statuses = if planned { Status::ALL.to_vec() } else { Vec::new() };
            let found = best(&graph, &Query { by, month, statuses, ..query(from, to) });
            match (found, least(&all, by)) {
                (Some(found), Some(least)) => {
                    let equal = graph.network.hubs.len() == TOWNS;
                    let sound = found <= least + 1e-4 * least.max(1.0);
                    prop_assert!(sound && (!equal || near(found, least)), "{by:?}: {found} instead of {least}");
                }
                (None, Some(least)) => prop_assert!(false, "{by:?}: nothing instead of {least}"),
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_found_is_the_sum_of_its_legs(graph in graphs(), [from, to] in ends()) {
        let answer = routes(&graph, &query(from, to)).expect("a sound question");
        for route in &answer.routes {
            prop_assert!(near(route.km, route.legs.iter().map(|leg| leg.km).sum()));
            prop_assert!(near(route.hours.mid, route.legs.iter().map(|leg| leg.hours.mid).sum()));
            prop_assert!(near(route.usd.mid, route.legs.iter().map(|leg| leg.usd.mid).sum()));
            prop_assert!(route.hours.low <= route.hours.mid && route.hours.mid <= route.hours.high);
            prop_assert_eq!(usize::from(route.legs[0].from), from);
            prop_assert_eq!(usize::from(route.legs[route.legs.len() - 1].to), to);
            for pair in route.legs.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
            }
            let share = route.time_share;
            prop_assert!(near(share.sourced + share.computed + share.assumed, 1.0));
            let bill = route.time();
            let ranges = &answer.ranges;
            prop_assert!(near(bill.range(&graph, ranges).mid, route.hours.mid));
        }
    }

    #[test]
    fn closing_a_link_never_shortens_a_route(graph in graphs(), [from, to] in ends(), pick: usize) {
        let before = best(&graph, &query(from, to));
        let link = &graph.network.links[pick % graph.network.links.len()];
        let closed = vec![link.id.to_string()];
        let after = best(&graph, &Query { closed, ..query(from, to) });
        match (before, after) {
            (Some(before), Some(after)) => prop_assert!(after >= before - 1e-6),
            (None, Some(_)) => prop_assert!(false, "a closed link opened a way"),
            _ => {}
        }
    }

    #[test]
    fn no_month_is_quicker_than_a_year_without_seasons(
        graph in graphs(), [from, to] in ends(), month in 1..=12_u8,
    ) {
        let open = best(&graph, &query(from, to));
        let then = best(&graph, &Query { month: Some(month), ..query(from, to) });
        prop_assert_eq!(open.is_some(), then.is_some());
        if let (Some(open), Some(then)) = (open, then) {
            prop_assert!(then >= open - 1e-6);
        }
    }

    #[test]
    fn the_front_is_near_to_every_way(graph in graphs(), [from, to] in ends()) {
        let all = ways(&graph.network, [from, to], None, false, None);
        let front = fronts(&graph, &query(from, to)).expect("a sound question").routes;
        // A label may stand for one that is a little better at each step of a way.
        let slack = (1.0 + EPSILON).powi(2 * TOWNS as i32);
        for costs in &all {
            let covered = front.iter().any(|route| {
                let found = [route.hours.mid, route.usd.mid, route.km];
                (0..3).all(|at| found[at] <= costs[at] * slack + 1e-6)
                    && route.transhipments as f64 <= costs[3]
            });
            prop_assert!(covered, "{costs:?} is better than all of the front");
        }
        let answer = fronts(&graph, &query(from, to)).expect("a sound question");
        let few = network::few(answer, 3).routes;
        prop_assert!(few.len() <= 3 && few.is_empty() == front.is_empty());
        prop_assert!(few.iter().all(|route| front.contains(route)));
        prop_assert_eq!(few.first(), front.first());
        let figures = |routes: &[Route], at: usize| {
            let of = routes.iter().map(|route| [route.hours.mid, route.usd.mid, route.km][at]);
            of.fold(f64::INFINITY, f64::min)
        };
        for at in 0..3 {
            prop_assert_eq!(figures(&few, at), figures(&front, at), "the best by each stays");
        }
        for (at, route) in front.iter().enumerate() {
            let worse = front.iter().enumerate().any(|(other, found)| {
                other != at
                    && found.hours.mid < route.hours.mid - 1e-6
                    && found.usd.mid < route.usd.mid - 1e-6
                    && found.km < route.km - 1e-6
                    && found.transhipments <= route.transhipments
            });
            prop_assert!(!worse, "a route of the front is worse than another in everything");
        }
    }

    #[test]
    fn a_loss_is_what_closing_the_link_costs(graph in graphs(), [from, to] in ends()) {
        let base = best(&graph, &query(from, to));
        for loss in critical(&graph, &query(from, to)).expect("a sound question") {
            let closed = vec![format!("{}:{}", if loss.place { "place" } else { "link" }, loss.id)];
            let after = best(&graph, &Query { closed, ..query(from, to) });
            match (after, loss.loss) {
                (Some(after), Some(loss)) => {
                    prop_assert!(near(after - base.unwrap_or_default(), loss));
                }
                (after, loss) => prop_assert_eq!(after.is_none(), loss.is_none()),
            }
        }
    }

    #[test]
    fn alternatives_really_differ(graph in graphs(), [from, to] in ends()) {
        let answer = routes(&graph, &Query { count: 5, ..query(from, to) }).expect("a sound question");
        let links = |at: usize| -> Vec<u32> {
            answer.routes[at].legs.iter().flat_map(|leg| &leg.links).map(|used| used.0).collect()
        };
        for one in 0..answer.routes.len() {
            for other in 0..one {
                prop_assert_ne!(links(one), links(other));
            }
            let [first, later] = [0, one].map(|at| answer.routes[at].hours.mid);
            prop_assert!(first <= later + 1e-4, "{first} > {later}");
        }
    }
}

/// Roads alone are a plain graph, on which another library knows the shortest way.
#[test]
fn on_roads_alone_another_library_finds_the_same() {
    use atlas::model::line::Mode;
    use petgraph::{
        algo::dijkstra,
        graph::{NodeIndex, UnGraph},
    };
    let config = ProptestConfig::with_cases(300);
    proptest!(config, |(graph in graphs(), [from, to] in ends())| {
        let network = &graph.network;
        let roads = network.links.iter().filter(|link| {
            link.mode == Mode::Road && link.status == Status::Operational
        });
        let edges: Vec<(u32, u32, f64)> =
            roads.map(|l| (u32::from(l.from), u32::from(l.to), f64::from(l.km))).collect();
        let mut plain = UnGraph::<(), f64>::from_edges(edges);
        while plain.node_count() < TOWNS {
            plain.add_node(());
        }
        let [from_there, to_there] = [from, to].map(NodeIndex::new);
        let all = dijkstra(&plain, from_there, Some(to_there), |edge| *edge.weight());
        let expected = all.get(&to_there).copied();
        let modes = vec![Mode::Road];
        let found = best(&graph, &Query { modes, by: By::Distance, ..query(from, to) });
        match (expected, found) {
            (Some(expected), Some(found)) => prop_assert!(near(expected, found)),
            (expected, found) => prop_assert_eq!(expected, found),
        }
    });
}
