//! Checks of what the paper says of ports.

use super::weigh::{Asked, best, in_all, over_land, without};
use super::{Number, State};
use crate::network::{Graph, Query};

/// Gwadar and Karachi give Russia overland access to the Indian Ocean.
///
/// Asked: Moscow over land to Gwadar and to Karachi, against Bandar Abbas and Chabahar. It holds where one of
/// the two is reached no later than the nearer Iranian port; under a condition where they are reached, but
/// later, or only through Iran or Afghanistan; else it fails.
pub(super) fn indian_ocean(graph: &Graph) -> (State, Vec<Number>, Query) {
    let query = over_land(Query::between("moscow", "gwadar"));
    let gwadar = best(graph, &query);
    let karachi = best(graph, &over_land(Query::between("moscow", "karachi")));
    let bandar = best(graph, &over_land(Query::between("moscow", "bandar-abbas")));
    let chabahar = best(graph, &over_land(Query::between("moscow", "chabahar")));
    let apart =
        best(graph, &without(&over_land(Query::between("moscow", "karachi")), &["IRN", "AFG"]));
    let mid = |asked: &Asked| asked.route.as_ref().map_or(f64::INFINITY, |route| route.hours.mid);
    let own = mid(&gwadar).min(mid(&karachi));
    let state = match own {
        own if own.is_infinite() => State::Fails,
        own if own <= mid(&bandar).min(mid(&chabahar)) => State::Holds,
        _ => State::HoldsIf,
    };
    let numbers = vec![
        gwadar.hours("to_gwadar"),
        karachi.hours("to_karachi"),
        bandar.hours("to_bandar_abbas"),
        chabahar.hours("to_chabahar"),
        apart.hours("to_karachi_apart"),
    ];
    (state, numbers, query)
}

/// Pakistan is a corridor between Central Asia and the sea.
///
/// Asked: Tashkent over land to Karachi, against Bandar Abbas, in time and price. It holds where Karachi is
/// better in both, under a condition where in one, else it fails.
pub(super) fn central_asia(graph: &Graph) -> (State, Vec<Number>, Query) {
    let query = over_land(Query::between("tashkent", "karachi"));
    let karachi = best(graph, &query);
    let bandar = best(graph, &over_land(Query::between("tashkent", "bandar-abbas")));
    let state = match (&karachi.route, &bandar.route) {
        (Some(own), Some(other)) => {
            in_all([own.hours.mid <= other.hours.mid, own.usd.mid <= other.usd.mid])
        }
        (Some(_), None) => State::Holds,
        _ => State::Fails,
    };
    let numbers = vec![
        karachi.hours("to_karachi"),
        bandar.hours("to_bandar_abbas"),
        karachi.usd("price_to_karachi"),
        bandar.usd("price_to_bandar_abbas"),
    ];
    (state, numbers, query)
}
