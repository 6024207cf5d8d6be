//! Routes as the map draws them: a trail each, with its badge.

use crate::geo::LonLat;
use crate::network::{Answer, Graph, Route};
use crate::present::routes::letter;
use crate::scene::trail::{Trail, TrailLeg};

/// The routes as the map draws them.
pub(super) fn trails(graph: &Graph, answer: &Answer, pick: usize) -> Vec<Trail> {
    let all: Vec<Vec<u32>> = answer.routes.iter().map(|route| route.links().collect()).collect();
    let trail = |(index, route): (usize, &Route)| {
        let own = all[index].iter().filter(|link| {
            all.iter().enumerate().all(|(other, links)| other == index || !links.contains(link))
        });
        let longest = own.max_by(|a, b| {
            let km = |link: &u32| graph.network.links[*link as usize].km;
            km(a).total_cmp(&km(b))
        });
        let badge = longest.or(all[index].last()).and_then(|link| {
            let course = &graph.network.links[*link as usize].course;
            middle(course)
        });
        let leg = |leg: &crate::network::Leg| TrailLeg {
            mode: leg.mode,
            status: leg.status,
            course: course(graph, &leg.links),
        };
        let legs = route.legs.iter().map(leg).collect();
        Trail { legs, letter: letter(index), badge, chosen: index == pick }
    };
    answer.routes.iter().enumerate().map(trail).collect()
}

fn course(graph: &Graph, links: &[(u32, bool)]) -> Vec<LonLat> {
    let mut points: Vec<LonLat> = Vec::new();
    for (link, back) in links {
        let mut course = graph.network.links[*link as usize].course.clone();
        if *back {
            course.reverse();
        }
        points.extend(course);
    }
    points.dedup();
    points
}

/// The middle of a course.
fn middle(course: &[LonLat]) -> Option<LonLat> {
    use crate::geo::great_circle::{distance_km, interpolate, length_km};
    let half = length_km(course) / 2.0;
    let mut so_far = 0.0;
    for pair in course.windows(2) {
        let km = distance_km(pair[0], pair[1]);
        if so_far + km >= half && km > 0.0 {
            return Some(interpolate(pair[0], pair[1], (half - so_far) / km));
        }
        so_far += km;
    }
    course.first().copied()
}
