//! Routes, in signals: the network, loaded when something needs it, the question, and its answer.

use super::later::Later;
use super::store::{Flight, Store};
use crate::geo::LonLat;
use crate::model::id::{Id, Kind, Ref};
use crate::model::place::{Place, PlaceKind};
use crate::model::study::ClaimId;
use crate::network::{Answer, Graph, MOST_ROUTES, Query, QueryError, Route, few, fronts, routes};
use crate::scene::stage::Stage;
use crate::state::{Action, AppState, Page, Trip};
use crate::verdicts::Verdicts;
use leptos::prelude::*;
use std::sync::Arc;

/// Which part of the question a click on the map answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ask {
    /// Where it begins.
    #[default]
    From,
    /// Where it ends.
    To,
    /// What it passes.
    Via,
}

/// What a place can be in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Its beginning.
    From,
    /// Its end.
    To,
    /// Closed to traffic.
    Closed,
}

/// The signals.
#[derive(Clone, Copy)]
pub struct Plan {
    /// The network, once it is there.
    pub graph: RwSignal<Option<Arc<Graph>>>,
    /// What it says of the claims that it can test.
    pub verdicts: Memo<Option<Arc<Verdicts>>>,
    /// Whether it could not be had.
    pub failed: RwSignal<bool>,
    /// The question, apart from the rest of the state.
    pub trip: Memo<Trip>,
    /// The answer, where the question is whole and the network there.
    pub answer: Memo<Option<Result<Answer, QueryError>>>,
    /// What a click on the map answers next.
    pub ask: RwSignal<Ask>,
    /// The claim whose computation was opened, and the question that opened it.
    pub tested: RwSignal<Option<(ClaimId, Query)>>,
}

impl Plan {
    /// The signals of a state; call inside an owner.
    pub fn new(state: RwSignal<AppState>, later: RwSignal<Option<&'static Later>>) -> Self {
        let trip = Memo::new(move |_| state.with(|state| state.trip.clone()));
        let shows = Memo::new(move |_| state.with(|state| state.page == Page::Routes));
        let graph = RwSignal::new(None::<Arc<Graph>>);
        let verdicts = Memo::new(move |_| Some((later.get()?.verdicts)(&graph.get()?)));
        // What is looked at changes nothing in the answer.
        let query = Memo::new(move |_| trip.with(|trip| (trip.query.clone(), trip.front)));
        let answer = Memo::new(move |_| {
            let graph = graph.get().filter(|_| shows.get())?;
            trip.with(Trip::is_whole).then_some(())?;
            let later = later.get()?;
            query.with(|(query, front)| Some((later.answer)(&graph, query, *front)))
        });
        Self {
            graph,
            verdicts,
            failed: RwSignal::new(false),
            trip,
            answer,
            ask: RwSignal::default(),
            tested: RwSignal::default(),
        }
    }

    /// What `of` makes of the routes, once there are any.
    pub fn with_answer<T>(&self, of: impl FnOnce(&Graph, &Answer) -> T) -> Option<T> {
        let graph = self.graph.get()?;
        self.answer.with(|answer| match answer {
            Some(Ok(answer)) => Some(of(&graph, answer)),
            _ => None,
        })
    }

    /// What `of` makes of the route that is looked at.
    pub fn with_route<T>(&self, of: impl FnOnce(&Graph, &Answer, &Route) -> T) -> Option<T> {
        let pick = self.pick();
        self.with_answer(|graph, answer| Some(of(graph, answer, answer.routes.get(pick)?)))?
    }

    /// Which of the routes is looked at, from 0: the last where a link names one after it.
    pub fn pick(&self) -> usize {
        let asked = self.trip.with(|trip| usize::from(trip.pick)).saturating_sub(1);
        let last = self.with_answer(|_, answer| answer.routes.len().saturating_sub(1));
        asked.min(last.unwrap_or_default())
    }
}

/// The answer to a question, or all routes that are best in something.
pub(super) fn answer(graph: &Graph, query: &Query, front: bool) -> Result<Answer, QueryError> {
    match front {
        true => fronts(graph, query).map(|answer| few(answer, MOST_ROUTES)),
        false => routes(graph, query),
    }
}

impl Store {
    /// Loads the network as soon as something needs it, and draws the routes on the map.
    pub fn follow_plan(self) {
        let plan = self.plan;
        Effect::new(move |_| {
            if self.page.get() == Page::Routes {
                self.load_graph();
                // The peek of a sheet would show half a field of the question.
                if self.narrow.get() {
                    self.sheet.set(true);
                }
            }
        });
        Effect::new(move |_| {
            let routes = self.page.get() == Page::Routes;
            let pick = plan.pick();
            let drawn = plan.with_answer(|graph, answer| {
                let passed = answer.routes.get(pick).map(|route| route.chokepoints.clone());
                let trails =
                    self.later.with(|later| later.map(|later| (later.trails)(graph, answer, pick)));
                (trails.unwrap_or_default(), passed.unwrap_or_default())
            });
            let (trails, passed) = drawn.filter(|_| routes).unwrap_or_default();
            let changes =
                self.attention.with_untracked(|now| now.trails != trails || now.passed != passed);
            if changes {
                self.attention.update(|attention| {
                    attention.trails = trails;
                    attention.passed = passed;
                });
            }
        });
        // The map goes where the route is, whenever that is another one; a link keeps its own view.
        let ends = Memo::new(move |_| {
            let whole = plan
                .answer
                .with(|answer| matches!(answer, Some(Ok(answer)) if !answer.routes.is_empty()));
            let query = plan.trip.with(|trip| {
                let query = &trip.query;
                (query.from.clone(), query.to.clone(), query.via.clone())
            });
            whole.then_some(query)
        });
        let linked = self.state.with_untracked(|state| {
            let query = &state.trip.query;
            let whole = state.map.is_some() && state.trip.is_whole();
            whole.then(|| (query.from.clone(), query.to.clone(), query.via.clone()))
        });
        let flown = StoredValue::new(linked);
        Effect::new(move |_| {
            // Coming back to the page, or by a link with a view of its own, the map stays.
            let Some(now) = ends.get() else { return };
            if flown.with_value(|flown| flown.as_ref() != Some(&now)) {
                // In the next frame the routes are drawn and the strip below takes its place; in the one
                // after that the map has its new size.
                request_animation_frame(move || {
                    request_animation_frame(move || self.fly_to_routes());
                });
            }
            flown.set_value(Some(now));
        });
        Effect::new(move |_| {
            let lang = self.lang.get();
            plan.with_answer(|graph, answer| self.host().routed(lang, answer, graph));
        });
    }

    /// Asks for the network; a second time too, where it could not be had.
    pub fn load_graph(&self) {
        let plan = self.plan;
        if plan.graph.with_untracked(Option::is_some) {
            return;
        }
        plan.failed.set(false);
        let there = move |graph: Option<Arc<Graph>>| {
            // The element may be gone by then.
            if plan.failed.try_set(graph.is_none()).is_none() {
                plan.graph.set(graph);
            }
        };
        self.host().graph(Box::new(there));
    }

    /// Changes the question; what was looked at begins anew.
    pub fn plan(&self, change: impl FnOnce(&mut Trip)) {
        self.dispatch(self.planned(change));
    }

    fn planned(&self, change: impl FnOnce(&mut Trip)) -> Action {
        let mut trip = self.plan.trip.get_untracked();
        trip.pick = 1;
        trip.beside = None;
        change(&mut trip);
        Action::Plan(trip)
    }

    /// Looks at another route, or puts one beside it.
    pub fn look(&self, change: impl FnOnce(&mut Trip)) {
        let mut trip = self.plan.trip.get_untracked();
        change(&mut trip);
        self.dispatch(Action::Plan(trip));
    }

    /// The roles that suit a place: a strait or canal is only passed, or closed. None where there is no page of
    /// routes.
    pub fn roles(&self, place: &Place) -> &'static [Role] {
        match place.kind {
            _ if !self.has(Page::Routes) => &[],
            PlaceKind::Chokepoint => &[Role::Closed],
            _ => &[Role::From, Role::To],
        }
    }

    /// The question with a place in that role, on its page.
    pub fn plan_with(&self, place: &Id, role: Role) {
        let planned = match role {
            Role::From => self.answered_with(place, Ask::From),
            Role::To => self.answered_with(place, Ask::To),
            Role::Closed => self.planned(|trip| {
                let closed = &mut trip.query.closed;
                if !closed.iter().any(|id| id == place.as_str()) {
                    closed.push(place.to_string());
                }
            }),
        };
        self.dispatch_all(vec![planned, Action::Show(Page::Routes)]);
    }

    /// On the page of routes a click on a place answers what is asked next, and one on a strait closes or
    /// opens it. Tells whether the click was for that.
    pub fn point_out(&self, target: &Ref) -> bool {
        let atlas = self.atlas();
        let place = atlas.place(&target.id).filter(|_| target.kind == Kind::Place);
        let Some(place) = place else { return false };
        if place.kind == PlaceKind::Chokepoint {
            self.toggle_closed(place.id.as_str());
        } else {
            self.answer_with(&place.id, self.plan.ask.get_untracked());
        }
        true
    }

    /// Answers what is asked next with a place, and says so: what was pressed does not show it.
    pub fn answer_with(&self, place: &Id, ask: Ask) {
        self.dispatch_all(vec![Action::ShowTable(false), self.answered_with(place, ask)]);
        let key = match ask {
            Ask::From => "route.from",
            Ask::To => "route.to",
            Ask::Via => "route.via",
        };
        if let Some(place) = self.atlas().place(place) {
            self.say(untrack(|| format!("{}: {}", self.t(key), self.name(&place.names))));
        }
    }

    fn answered_with(&self, place: &Id, ask: Ask) -> Action {
        let id = place.to_string();
        let next = match ask {
            Ask::From => Ask::To,
            Ask::To | Ask::Via => ask,
        };
        self.plan.ask.set(next);
        self.planned(|trip| match ask {
            Ask::From => trip.query.from = id,
            Ask::To => trip.query.to = id,
            Ask::Via if trip.query.via.contains(&id) => trip.query.via.retain(|via| *via != id),
            Ask::Via => trip.query.via.push(id),
        })
    }

    /// Closes a place, country or link, or opens it again.
    pub fn toggle_closed(&self, id: &str) {
        let open =
            self.plan.trip.with_untracked(|trip| trip.query.closed.iter().any(|one| one == id));
        let plan = self.planned(|trip| match open {
            true => trip.query.closed.retain(|known| known != id),
            false => trip.query.closed.push(id.to_owned()),
        });
        self.dispatch_all(vec![Action::ShowTable(false), plan]);
        let key = if open { "route.opened" } else { "route.closed" };
        let place = Id::new(id).and_then(|id| self.atlas().place(&id).map(|one| one.names.clone()));
        if let Some(names) = place {
            self.say(untrack(|| format!("{}: {}", self.t(key), self.name(&names))));
        }
    }

    /// Where cargo of the route that is looked at begins, changes and ends.
    pub fn stops(&self) -> Vec<Ref> {
        let ends = self.plan.with_route(|graph, _, route| {
            let last = route.legs.last().map(|leg| leg.to);
            let nodes = route.legs.iter().map(|leg| leg.from).chain(last);
            let nodes = nodes.map(|node| &graph.network.nodes[usize::from(node)]);
            let places = nodes.filter(|node| node.place);
            places.map(|node| Ref { kind: Kind::Place, id: node.id.clone() }).collect()
        });
        ends.unwrap_or_default()
    }

    /// Moves the map to the routes.
    pub fn fly_to_routes(&self) {
        // The element may be gone by the next frame.
        let points: Option<Vec<LonLat>> = self.attention.try_with_untracked(|attention| {
            let legs = attention.trails.iter().flat_map(|trail| &trail.legs);
            legs.flat_map(|leg| leg.course.iter().copied()).collect()
        });
        let Some(points) = points else { return };
        let (size, insets) = (self.size.get_untracked(), self.insets_now());
        let goal = Stage::view_of_points(&points, self.projection(), size, insets);
        if goal.is_some() {
            self.flight.set(goal.map(Flight::To));
        }
    }
}
