//! The state: what a link keeps of it, what a mangled link does to it, what actions make of it.

use crate::fixture;
use atlas::claims::{Facet, Filter, Query};
use atlas::geo::{LonLat, projection::ProjectionId};
use atlas::i18n::Lang;
use atlas::model::line::{Mode, Status};
use atlas::model::network::Vessel;
use atlas::model::{
    atlas::Atlas,
    basemap::BoundaryView,
    id::{Kind, Ref},
    study::ClaimId,
};
use atlas::network::{self, By, Cargo};
use atlas::state::{
    AppState, Layer, MAX_EXTRA, MOST_DAYS, MapView, Page, STARTS, Theme, Times, Trip,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

mod actions;
mod fragment;
mod hostile;

fn place(id: &str) -> Ref {
    fixture::place_ref(id)
}

/// Everything in the data that can be chosen.
fn targets(atlas: &Atlas) -> Vec<Ref> {
    let places = atlas.places.iter().map(|found| (Kind::Place, &found.id));
    let corridors = atlas.corridors.iter().map(|found| (found.kind(), &found.id));
    let institutions = atlas.institutions.iter().map(|found| (Kind::Institution, &found.id));
    let all = places.chain(corridors).chain(institutions);
    all.map(|(kind, id)| Ref { kind, id: id.clone() }).collect()
}

/// Views that the map can show.
fn views() -> impl Strategy<Value = MapView> {
    let lon = MapView::WEST..=MapView::EAST;
    let lat = MapView::SOUTH..=MapView::NORTH;
    (MapView::MIN_ZOOM..=MapView::MAX_ZOOM, lon, lat)
        .prop_map(|(zoom, lon, lat)| MapView { zoom, center: LonLat { lon, lat } })
}

/// States that the interface can reach.
fn states() -> impl Strategy<Value = AppState> {
    let looks = (select(&Lang::ALL[..]), select(&Theme::ALL[..]), select(&BoundaryView::ALL[..]));
    let layers =
        vec(select(&Layer::ALL[..]), 0..=8).prop_map(|layers| layers.into_iter().collect());
    let target = (option::of(select(targets(&fixture::atlas()))), any::<bool>());
    let map = (option::of(views()), option::of(select(&ProjectionId::ALL[..])));
    let claim = option::of((1..=9_u16).prop_map(ClaimId));
    let year = option::of(1940..=2026_i16);
    // The fixture has no network, so the page of routes is none of its pages.
    let pages: Vec<Page> =
        Page::ALL.into_iter().filter(|page| page.is_in(&fixture::atlas())).collect();
    let times = (option::of(select(&STARTS[..])), any::<bool>());
    let times = times.prop_map(|(since, in_paper)| Times { since, in_paper });
    let part = option::of("[a-z]{3,9}:[A-Za-z0-9_.-]{1,40}");
    let paper = (select(pages), claim, queries(), 1..=5_u8, year, trips(), part, times);
    (looks, map, target, layers, 0..=MAX_EXTRA, paper).prop_map(
        |((lang, theme, boundaries), (map, projection), (select, table), layers, extra, paper)| {
            let (page, claim, query, step, year, trip, part, times) = paper;
            AppState {
                lang,
                theme,
                page,
                claim,
                query,
                part,
                times,
                step,
                year,
                trip,
                map,
                projection,
                select,
                table,
                layers,
                boundaries,
                extra,
            }
        },
    )
}

/// Questions for routes that a link can carry.
fn trips() -> impl Strategy<Value = Trip> {
    let place = || {
        let ids: Vec<String> =
            fixture::atlas().places.iter().map(|place| place.id.to_string()).collect();
        select(ids)
    };
    let freight: Vec<Mode> = Mode::ALL.into_iter().filter(|mode| *mode != Mode::Pipeline).collect();
    let ends = (option::of(place()), option::of(place()), vec(place(), 0..3));
    let closed = vec(select(vec!["hormuz", "IRN", "link:rail-1", "place:suez-canal"]), 0..4);
    let sets = (vec(select(freight), 0..4), vec(select(&Status::ALL[..]), 0..4));
    let looks =
        (select(&By::ALL[..]), select(&Cargo::ALL[..]), option::of(select(&Vessel::ALL[..])));
    let numbers = (
        option::of(1..=12_u8),
        1..=network::MOST_ROUTES,
        1..=9_u8,
        option::of(1..=9_u8),
        1..=MOST_DAYS,
    );
    let ranges = vec((0.0..1e3_f64, 0.0..1e3_f64, 0.0..1e3_f64), 0..3);
    (ends, closed, sets, looks, numbers, ranges, any::<bool>()).prop_map(
        |((from, to, via), closed, (modes, statuses), looks, numbers, ranges, front)| {
            let (by, cargo, vessel) = looks;
            let (month, count, pick, beside, days) = numbers;
            let changes = ranges.into_iter().enumerate().map(|(index, (a, b, c))| {
                let mut range = [a, b, c];
                range.sort_by(f64::total_cmp);
                (format!("speed-{index}"), range)
            });
            let query = network::Query {
                from: from.unwrap_or_default(),
                to: to.unwrap_or_default(),
                via,
                by,
                month,
                closed: closed.into_iter().map(str::to_owned).collect(),
                modes,
                statuses,
                vessel,
                cargo,
                count,
                changes: changes.collect(),
            };
            Trip { query, pick, front, beside, days }
        },
    )
}

/// Questions to the claims: any search that is kept, values that facets accept.
fn queries() -> impl Strategy<Value = Query> {
    let values = [
        (Facet::Kind, "causal"),
        (Facet::Check, "not-found"),
        (Facet::Citation, "none"),
        (Facet::Decade, "1990"),
        (Facet::Section, "lit-3"),
        (Facet::Place, "gwadar"),
        (Facet::Institution, "sco"),
    ];
    let values = vec(select(values.to_vec()), 0..4).prop_map(|values| {
        Filter(values.into_iter().map(|(facet, value)| (facet, value.to_owned())).collect())
    });
    (".{0,120}", values).prop_map(|(text, filter)| Query { filter, search: Query::kept(&text) })
}

/// A state that differs from the default in every part.
fn unusual() -> AppState {
    let center = LonLat { lon: 66.2, lat: 30.1 };
    AppState {
        lang: Lang::Ur,
        theme: Theme::Dark,
        page: Page::Claims,
        claim: Some(ClaimId(7)),
        query: Query {
            filter: Filter([(Facet::Kind, "figure".to_owned())].into()),
            search: "گوادر".to_owned(),
        },
        part: Some("event:gwadar-lease".to_owned()),
        times: Times { since: Some(2013), in_paper: true },
        table: true,
        step: 3,
        year: Some(2017),
        trip: Trip {
            query: network::Query {
                via: vec!["karachi".to_owned()],
                by: By::Cost,
                month: Some(1),
                closed: vec!["hormuz".to_owned(), "IRN".to_owned()],
                modes: vec![Mode::Rail, Mode::Road],
                statuses: vec![Status::Operational, Status::Planned],
                vessel: Some(Vessel::RiverSea),
                cargo: Cargo::Tonne,
                count: 5,
                changes: [("speed-rail".to_owned(), [1.5, 20.0, 40.25])].into(),
                ..network::Query::between("gwadar", "karachi")
            },
            pick: 2,
            front: true,
            beside: Some(3),
            days: 25,
        },
        map: Some(MapView { zoom: 4.2, center }),
        projection: Some(ProjectionId::EqualEarth),
        select: Some(place("gwadar")),
        layers: [Layer::Projects, Layer::Borders].into_iter().collect(),
        boundaries: BoundaryView::Iso,
        extra: 7,
    }
}

/// What holds for every state, however it came about.
fn is_sound(state: &AppState) -> bool {
    let shown = state.map.is_none_or(|view| {
        (MapView::MIN_ZOOM..=MapView::MAX_ZOOM).contains(&view.zoom)
            && (MapView::WEST..=MapView::EAST).contains(&view.center.lon)
            && (MapView::SOUTH..=MapView::NORTH).contains(&view.center.lat)
    });
    let asked = state.query.filter.0.iter().all(|(facet, value)| facet.accepts(value))
        && Query::kept(&state.query.search) == state.query.search;
    let query = &state.trip.query;
    let routed = query.month.is_none_or(|month| (1..=12).contains(&month))
        && (1..=network::MOST_ROUTES).contains(&query.count)
        && !query.modes.contains(&Mode::Pipeline)
        && query.changes.values().all(|[low, mid, high]| low <= mid && mid <= high);
    shown
        && asked
        && routed
        && (1..=5).contains(&state.step)
        && state.extra <= MAX_EXTRA
        && state.claim.is_none_or(|id| (1..=9).contains(&id.0))
}
