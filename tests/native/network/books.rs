//! Ranges, evidence and refusals.

use super::random::{TOWNS, graphs};
use atlas::network::{Query, QueryError, reach, routes, spread, swings};
use proptest::prelude::*;

fn query() -> Query {
    Query::between("town-0", "town-1")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn draws_lie_in_the_range_and_come_out_the_same_again(graph in graphs()) {
        let answer = routes(&graph, &query()).expect("a sound question");
        for route in &answer.routes {
            let bill = route.time();
            let drawn = spread(&graph, &answer.ranges, &bill);
            prop_assert_eq!(&drawn, &spread(&graph, &answer.ranges, &bill));
            prop_assert!(drawn.quantile(0.0) >= route.hours.low - 1e-6);
            prop_assert!(drawn.quantile(1.0) <= route.hours.high + 1e-6);
            prop_assert_eq!(drawn.bins(20).iter().sum::<usize>(), drawn.draws.len());
            for swing in swings(&graph, &answer.ranges, &bill) {
                prop_assert!(swing.low <= route.hours.mid + 1e-6);
                prop_assert!(swing.high >= route.hours.mid - 1e-6);
            }
        }
    }

    #[test]
    fn a_slower_speed_never_makes_a_route_quicker(graph in graphs(), slower in 1.0..20.0_f64) {
        let mid = |query: &Query| {
            let answer = routes(&graph, query).expect("a sound question");
            answer.routes.first().map(|route| route.hours.mid)
        };
        let mut changed = query();
        changed.changes.insert("speed-road".to_owned(), [slower, slower, slower]);
        if let (Some(before), Some(after)) = (mid(&query()), mid(&changed)) {
            prop_assert!(after >= before - 1e-6);
        }
    }

    #[test]
    fn what_is_reached_is_as_far_as_the_route_there(graph in graphs(), limit in 10.0..400.0_f64) {
        let (places, bands) = reach(&graph, &query(), limit).expect("a sound question");
        prop_assert_eq!(bands.len(), 4);
        for town in 1..TOWNS {
            let to = format!("town-{town}");
            let answer = routes(&graph, &Query { to: to.clone(), ..query() }).expect("sound");
            let hours = answer.routes.first().map(|route| route.hours.mid);
            let found = places.iter().find(|place| place.id.as_str() == to);
            match hours.filter(|hours| *hours <= limit) {
                Some(hours) => {
                    let found = found.expect("a place within the limit");
                    prop_assert!((found.hours - hours).abs() < 1e-3);
                    // The map leads there.
                    let mut ends = bands.iter().flat_map(|band| &band.lines).flatten();
                    prop_assert!(ends.any(|end| end.lon == town as f64));
                }
                None => prop_assert!(found.is_none()),
            }
        }
    }

    #[test]
    fn what_is_no_question_is_refused_by_name(graph in graphs(), month in 13..=255_u8, many in 1_001..12_000_usize) {
        let refused = |query: Query| routes(&graph, &query).expect_err("no question");
        let unknown = QueryError::UnknownPlace("nowhere".to_owned());
        prop_assert_eq!(refused(Query { to: "nowhere".to_owned(), ..query() }), unknown);
        let same = refused(Query { to: "town-0".to_owned(), ..query() });
        prop_assert_eq!(same, QueryError::SameEnds("town-0".to_owned()));
        let bad = refused(Query { month: Some(month), ..query() });
        prop_assert_eq!(bad, QueryError::BadMonth(u32::from(month)));
        let closed = vec!["town-2".to_owned(); many];
        prop_assert_eq!(refused(Query { closed, ..query() }), QueryError::TooManyClosed(many));
        let via = vec!["town-2".to_owned()];
        let closed = via.clone();
        let torn = refused(Query { via, closed, ..query() });
        prop_assert_eq!(torn, QueryError::Contradiction("town-2".to_owned()));
        for range in [[-1.0, 1.0, 2.0], [3.0, 2.0, 4.0], [1.0, 2.0, f64::INFINITY], [f64::NAN, 1.0, 1.0]] {
            let mut changed = query();
            changed.changes.insert("speed-road".to_owned(), range);
            prop_assert_eq!(refused(changed), QueryError::BadAssumption("speed-road".to_owned()));
        }
    }

    #[test]
    fn what_blocks_is_named_and_opens_the_way(graph in graphs()) {
        let open = routes(&graph, &query()).expect("a sound question");
        if let Some(route) = open.routes.first() {
            // Every link that ends at the start is closed by closing its neighbours.
            let towns = (2..TOWNS).map(|town| format!("town-{town}"));
            let links = graph.network.links.iter().filter(|link| {
                [link.from, link.to].iter().all(|end| *end < 2)
            });
            let closed: Vec<String> = towns.chain(links.map(|link| link.id.to_string())).collect();
            let shut = routes(&graph, &Query { closed, ..query() }).expect("a sound question");
            prop_assert!(shut.routes.is_empty());
            let blocked = shut.blocked.expect("a reason");
            prop_assert!(blocked.ever);
            for block in &blocked.by {
                let atlas::network::Block::Closed(id) = block else { continue };
                prop_assert!(!id.is_empty());
            }
            prop_assert!(!route.legs.is_empty());
        }
    }
}
