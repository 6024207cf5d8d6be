//! The network as it ships.

use crate::shipped;
use atlas::geo::great_circle::length_km;
use atlas::i18n::Lang;
use atlas::model::line::{Mode, Status};
use atlas::model::network::Vessel;
use atlas::network::{Graph, Query, few, routes};
use atlas::verdicts::{Check, Measured, State};

fn graph() -> &'static Graph {
    shipped::graph()
}

/// Lengths that nobody printed are measured by what printed ones of the same mode are to their lines. The
/// factor stands in the data, where a reader sees it; this keeps it true to them.
#[test]
fn the_factor_of_measured_lengths_is_that_of_printed_ones() {
    let network = &graph().network;
    for mode in [Mode::Rail, Mode::Road] {
        let printed =
            network.links.iter().filter(|link| link.mode == mode && link.source.is_some());
        let ratio =
            |link: &atlas::model::network::Link| f64::from(link.km) / length_km(&link.course);
        let long = printed.filter(|link| length_km(&link.course) > 40.0);
        let mut ratios: Vec<f64> = long.map(ratio).collect();
        ratios.sort_by(f64::total_cmp);
        let median = ratios[ratios.len() / 2];
        let id = format!("detour-{}", mode.name());
        let assumed = network.assumptions[network.assumption(&id).unwrap()].range[1];
        assert!(
            (assumed - median).abs() < 0.03,
            "{id}: {assumed} in the data, {median:.3} by the links"
        );
    }
}

#[test]
fn measured_lengths_are_the_drawn_line_times_its_factor() {
    let network = &graph().network;
    for link in network.links.iter().filter(|link| link.source.is_none()) {
        let id = format!("detour-{}", link.mode.name());
        let factor = network.assumptions[network.assumption(&id).unwrap()].range[1];
        let measured = length_km(&link.course) * factor;
        assert!((f64::from(link.km) - measured).abs() < 1.0 + measured * 0.01, "{}", link.id);
    }
}

/// A canal is paid for and waited at once, however many lanes lead to it.
#[test]
fn each_strait_on_the_way_is_passed_once() {
    let graph = graph();
    for (from, to) in [("karachi", "rotterdam"), ("mumbai", "novorossiysk"), ("odesa", "singapore")]
    {
        let query = Query { modes: vec![Mode::Sea], count: 1, ..Query::between(from, to) };
        let answer = routes(graph, &query).unwrap();
        let route = &answer.routes[0];
        for strait in ["suez-canal", "bosphorus"] {
            let passed = route.chokepoints.iter().filter(|id| id.as_str() == strait).count();
            for (bill, what) in [(route.time(), "time"), (route.price(), "dues")] {
                let index = graph.network.assumption(&format!("{what}-{strait}")).unwrap();
                let own = bill.parts.iter().filter(|part| usize::from(part.assumption) == index);
                let amount: f64 = own.map(|part| part.amount).sum();
                assert_eq!(amount, passed as f64, "{from} to {to}: {what} of {strait}");
            }
        }
        assert!(route.chokepoints.iter().any(|id| id.as_str() == "suez-canal"));
    }
}

/// Routes of one length are all the shortest: that does not keep all of them.
#[test]
fn few_of_many_routes_of_one_length_stay() {
    let mut answer = routes(graph(), &Query::between("karachi", "moscow")).unwrap();
    let first = answer.routes.remove(0);
    answer.routes = vec![first; 12];
    for (at, route) in (0_u8..).zip(&mut answer.routes) {
        route.hours.mid += f64::from(at) * 100.0;
        route.usd.mid += f64::from(11 - at) * 1000.0;
    }
    let [quickest, cheapest] = [0, 11].map(|at: usize| answer.routes[at].clone());
    let few = few(answer, 4).routes;
    assert!(few.len() <= 4 && few[0] == quickest && few.contains(&cheapest));
}

/// Into the Sea of Azov a ship waits at its strait, and no ship of the oceans fits; nor does one on the Caspian.
#[test]
fn shallow_seas_are_for_small_ships() {
    let graph = graph();
    let best = |from, to, vessel| {
        let query = Query { modes: vec![Mode::Sea], count: 1, vessel, ..Query::between(from, to) };
        routes(graph, &query).unwrap().routes.pop()
    };
    let kerch = graph.network.assumption("time-kerch-strait").unwrap();
    for (from, to, straits) in [
        ("istanbul", "azov", 1),
        ("taganrog", "novorossiysk", 1),
        ("yeysk", "taganrog", 0),
        ("azov", "yeysk", 0),
        ("bandar-anzali", "makhachkala", 0),
    ] {
        assert!(best(from, to, Some(Vessel::SeaGoing)).is_none(), "{from} to {to}");
        let route = best(from, to, Some(Vessel::RiverSea)).expect("a way");
        let passed = route.chokepoints.iter().filter(|id| id.as_str() == "kerch-strait").count();
        let waits = route.time();
        let waits = waits.parts.iter().filter(|part| usize::from(part.assumption) == kerch);
        let waits: f64 = waits.map(|part| part.amount).sum();
        assert_eq!((passed, waits), (straits, straits as f64), "{from} to {to}");
    }
}

#[test]
fn what_concerns_ships_is_not_told_of_trains() {
    let graph = graph();
    let told = |from, to, modes: &[Mode]| {
        let query = Query { modes: modes.to_vec(), count: 1, ..Query::between(from, to) };
        let route = routes(graph, &query).unwrap().routes.remove(0);
        let notice = |index: &usize| graph.network.notices[*index].id.to_string();
        route.notices.iter().map(notice).collect::<Vec<_>>()
    };
    let war = "war-cover-2026".to_owned();
    assert!(told("karachi", "bandar-abbas", &[Mode::Sea]).contains(&war));
    assert!(!told("karachi", "lahore", &[Mode::Rail]).contains(&war));
}

#[test]
fn each_source_of_the_network_comes_with_it_and_is_counted() {
    let (network, atlas) = (&graph().network, shipped::atlas());
    assert_eq!(atlas.source_count(), atlas.sources.len() + network.sources.len());
    for id in network.cited() {
        let there = atlas.source(id).is_some() || network.sources.iter().any(|one| one.id == *id);
        assert!(there, "{id}");
    }
}

#[test]
fn each_port_of_the_story_reaches_moscow_and_each_figure_has_its_assumption() {
    for from in ["karachi", "gwadar", "port-qasim", "bandar-abbas", "mumbai", "rotterdam"] {
        let answer = routes(graph(), &Query::between(from, "moscow")).unwrap();
        assert!(answer.routes.len() > 1, "{from}");
        for route in &answer.routes {
            let bill = route.time().range(graph(), &answer.ranges);
            assert!((bill.mid - route.hours.mid).abs() < 1e-6);
            assert!(route.legs.iter().all(|leg| leg.km > 0.0 && !leg.time.parts.is_empty()));
        }
    }
}

#[test]
fn what_a_scenario_closes_is_known_and_planned_links_stay_out_until_asked_for() {
    let network = &graph().network;
    for scenario in &network.scenarios {
        let query =
            Query { closed: scenario.closed.clone(), ..Query::between("karachi", "moscow") };
        assert!(routes(graph(), &query).is_ok(), "{}", scenario.id);
    }
    let answer =
        routes(graph(), &Query { count: 8, ..Query::between("karachi", "tashkent") }).unwrap();
    let legs = answer.routes.iter().flat_map(|route| &route.legs);
    assert!(legs.into_iter().all(|leg| leg.status == Status::Operational));
}

#[test]
fn the_volga_and_the_don_make_ships_wait_in_winter() {
    let by_river = |month| {
        let modes = vec![Mode::River, Mode::Sea];
        let query = Query { modes, month, ..Query::between("astrakhan", "rostov-on-don") };
        routes(graph(), &query).unwrap().routes[0].hours.mid
    };
    let (open, july, january) = (by_river(None), by_river(Some(7)), by_river(Some(1)));
    assert!((open - july).abs() < 1e-9, "{open} and {july}");
    assert!(january > july + 24.0 * 30.0, "{january} and {july}");
}

/// The numbers that a text is written with, smallest first.
fn numbers(text: &str) -> Vec<u32> {
    let digits = text.split(|letter: char| !letter.is_ascii_digit());
    let mut numbers: Vec<u32> = digits.filter_map(|digits| digits.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

/// `cargo xtask validate` writes the page of docs; the words of *About* are written by hand.
#[test]
fn about_says_what_the_validation_found() {
    let page = std::fs::read_to_string(shipped::root("docs/validation.md")).unwrap();
    let row = |name: &str| {
        let row = page.lines().find(|line| line.starts_with(&format!("| {name}, independent |")));
        let cells: Vec<&str> = row.unwrap().split('|').skip(2).collect();
        // How many, of which how many per cent, and the median error.
        (numbers(cells[0])[0], numbers(cells[1].split(", ").last().unwrap()), numbers(cells[2])[0])
    };
    let data = page.lines().find(|line| line.starts_with("Data ")).unwrap();
    let journeys = numbers(data.split("; ").last().unwrap())[0];
    let [km, days, usd] = ["km", "days", "USD"].map(row);
    // The year of the comparison is told too.
    let mut found = vec![2026, journeys, km.0, days.0, usd.0];
    found.extend([km.1, days.1, usd.1].concat());
    let mut errors = vec![days.2, usd.2];
    found.sort_unstable();
    errors.sort_unstable();
    for lang in Lang::ALL {
        let text = |key| numbers(&shipped::atlas().catalogs.text(lang, key));
        assert_eq!(text("about.routes.4"), found, "{lang:?}");
        assert_eq!(text("about.routes.5"), errors, "{lang:?}");
    }
}

/// No outcome is typed: with a closed country or another speed a verdict may be another.
#[test]
fn verdicts_are_computed_and_each_of_their_figures_can_be_reopened() {
    for check in Check::ALL {
        let verdict = check.run(graph());
        assert!(!verdict.numbers.is_empty(), "{}", check.id);
        assert!(routes(graph(), &verdict.query).is_ok(), "{}", check.id);
        assert!(State::ALL.contains(&verdict.state));
        for number in verdict.numbers {
            let Some(query) = &number.query else { continue };
            let answer = routes(graph(), query).ok();
            let best = answer.as_ref().and_then(|answer| answer.routes.first());
            let again = match number.value {
                Some(Measured::Hours(_)) => best.map(|route| Measured::Hours(route.hours)),
                Some(Measured::Usd(_)) => best.map(|route| Measured::Usd(route.usd)),
                other => other.filter(|_| best.is_some()),
            };
            assert_eq!(again, number.value, "{}: {}", check.id, number.what);
        }
    }
    let mut network = (*graph().network).clone();
    for link in
        network.links.iter_mut().filter(|link| link.countries.iter().any(|code| code == "IRN"))
    {
        link.status = Status::Suspended;
    }
    let without_iran = Graph::new(std::sync::Arc::new(network));
    let changed = |check: &Check| check.run(graph()).state != check.run(&without_iran).state;
    assert!(Check::ALL.iter().any(changed), "nothing changes without Iran");
}
