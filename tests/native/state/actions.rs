//! Actions: each changes one thing, none breaks what holds for every state, and Back undoes what a
//! reader would call a step.

use super::{is_sound, states, targets, unusual, views};
use crate::fixture;
use atlas::claims::{Facet, Query};
use atlas::geo::{LonLat, projection::ProjectionId};
use atlas::i18n::Lang;
use atlas::model::{basemap::BoundaryView, study::ClaimId};
use atlas::state::{Action, AppState, History, Layer, MapView, Page, Theme, Times, apply};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Views that no map can show among those that it can.
fn any_views() -> impl Strategy<Value = MapView> {
    let number = prop_oneof![any::<f64>(), Just(f64::NAN), Just(f64::INFINITY)];
    let wild = [number.clone(), number.clone(), number];
    let wild = wild.prop_map(|[zoom, lon, lat]| MapView { zoom, center: LonLat { lon, lat } });
    prop_oneof![views(), wild]
}

fn actions() -> impl Strategy<Value = Action> {
    prop_oneof![
        select(&Lang::ALL[..]).prop_map(Action::SetLang),
        select(&Theme::ALL[..]).prop_map(Action::SetTheme),
        any_views().prop_map(Action::MoveMap),
        Just(Action::ShowRegion),
        option::of(select(&ProjectionId::ALL[..])).prop_map(Action::SetProjection),
        select(targets(&fixture::atlas())).prop_map(Action::Select),
        Just(Action::Deselect),
        any::<bool>().prop_map(Action::ShowTable),
        paper_actions(),
        select(&Layer::ALL[..]).prop_map(Action::ToggleLayer),
        select(&BoundaryView::ALL[..]).prop_map(Action::SetBoundaries),
        (states(), any_views(), any::<u32>()).prop_map(|(state, view, extra)| {
            Action::Replace(AppState { map: Some(view), extra, ..state })
        }),
    ]
}

fn paper_actions() -> impl Strategy<Value = Action> {
    let value = option::of(Just("figure".to_owned()));
    prop_oneof![
        select(&Page::ALL[..]).prop_map(Action::Show),
        (1..=9_u16).prop_map(|n| Action::OpenClaim(ClaimId(n))),
        Just(Action::CloseClaim),
        ".{0,300}".prop_map(Action::Find),
        value.prop_map(|value| Action::Narrow(Facet::Kind, value)),
        Just(Action::ListAll),
        (1..=5_u8).prop_map(Action::Step),
        option::of(1940..=2026_i16).prop_map(Action::SetYear),
    ]
}

proptest! {
    /// No sequence of actions leads to a state that cannot be shown.
    #[test]
    fn states_stay_sound(start in states(), steps in vec(actions(), 0..20)) {
        let end = steps.into_iter().fold(start, |state, action| apply(&state, action));
        prop_assert!(is_sound(&end), "{:?}", end);
    }

    /// Asking for what is there already changes nothing; only a switch has no such thing.
    #[test]
    fn an_action_done_twice_is_done_once(start in states(), action in actions()) {
        let once = apply(&start, action.clone());
        let twice = apply(&once, action.clone());
        match action {
            Action::ToggleLayer(_) => prop_assert_eq!(twice, start),
            _ => prop_assert_eq!(twice, once),
        }
    }
}

#[test]
fn an_action_changes_its_own_part_only() {
    let before = unusual();
    let view = MapView { zoom: 5.0, center: LonLat { lon: 44.5, lat: 48.7 } };
    let volga = targets(&fixture::atlas()).into_iter().find(|target| target.id.as_str() == "volga");
    let was = || before.clone();
    for (action, after) in [
        (Action::SetLang(Lang::Ru), AppState { lang: Lang::Ru, ..was() }),
        (Action::SetTheme(Theme::Light), AppState { theme: Theme::Light, ..was() }),
        (Action::MoveMap(view), AppState { map: Some(view), ..was() }),
        (Action::ShowRegion, AppState { map: None, ..was() }),
        (Action::SetProjection(None), AppState { projection: None, ..was() }),
        // What is chosen shows on the map, and so does what a claim is about.
        (
            Action::Select(volga.clone().unwrap()),
            AppState { select: volga, claim: None, table: false, ..was() },
        ),
        (Action::ShowTable(false), AppState { table: false, ..was() }),
        (Action::Deselect, AppState { select: None, ..was() }),
        // A part belongs to its page.
        (Action::Show(Page::Map), AppState { page: Page::Map, part: None, ..was() }),
        (Action::Show(was().page), was()),
        (
            Action::Seek(Page::Sources, "finding:dates".to_owned()),
            AppState { page: Page::Sources, part: Some("finding:dates".to_owned()), ..was() },
        ),
        (
            Action::Seek(Page::Timeline, "event:a".to_owned()),
            AppState {
                page: Page::Timeline,
                part: Some("event:a".to_owned()),
                times: Times::default(),
                ..was()
            },
        ),
        (Action::SetTimes(Times::default()), AppState { times: Times::default(), ..was() }),
        (
            Action::OpenClaim(ClaimId(3)),
            AppState { claim: Some(ClaimId(3)), table: false, ..was() },
        ),
        (Action::CloseClaim, AppState { claim: None, ..was() }),
        (
            Action::Narrow(Facet::Kind, None),
            AppState { query: Query { search: was().query.search, ..Query::default() }, ..was() },
        ),
        (
            Action::Find("x\ny".to_owned()),
            AppState { query: Query { search: "x y".to_owned(), ..was().query }, ..was() },
        ),
        (Action::SetYear(None), AppState { year: None, ..was() }),
        (Action::Step(5), AppState { step: 5, ..was() }),
        (Action::ListAll, AppState { query: Query::default(), ..was() }),
        (
            Action::ToggleLayer(Layer::Borders),
            AppState { layers: [Layer::Projects].into_iter().collect(), ..was() },
        ),
        (
            Action::SetBoundaries(BoundaryView::India),
            AppState { boundaries: BoundaryView::India, ..was() },
        ),
        (Action::Replace(AppState::default()), AppState::default()),
    ] {
        assert_eq!(apply(&before, action.clone()), after, "{action:?}");
    }
}

#[test]
fn steps_are_pushed_and_movements_replace() {
    let view = MapView { zoom: 5.0, center: LonLat { lon: 44.5, lat: 48.7 } };
    let gwadar = super::place("gwadar");
    for (action, history) in [
        (Action::Select(gwadar), History::Push),
        (Action::Deselect, History::Push),
        (Action::ShowRegion, History::Push),
        (Action::SetProjection(None), History::Push),
        (Action::SetLang(Lang::Ru), History::Replace),
        (Action::SetTheme(Theme::Dark), History::Replace),
        (Action::ToggleLayer(Layer::Sea), History::Push),
        (Action::SetBoundaries(BoundaryView::Iso), History::Push),
        (Action::Show(Page::Claims), History::Push),
        (Action::OpenClaim(ClaimId(1)), History::Push),
        (Action::CloseClaim, History::Push),
        (Action::Narrow(Facet::Kind, None), History::Push),
        (Action::ListAll, History::Push),
        (Action::Step(2), History::Push),
        (Action::SetYear(None), History::Replace),
        (Action::Find(String::new()), History::Replace),
        (Action::MoveMap(view), History::Replace),
        (Action::Replace(AppState::default()), History::Replace),
    ] {
        assert_eq!(action.history(), history, "{action:?}");
    }
}
