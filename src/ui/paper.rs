//! What the paper says, in signals: loaded when a page or a card needs it, shared by all of them.

use super::store::{Flight, Store};
use crate::claims::{Facet, Query, Reading, facet_of, things};
use crate::model::{
    id::Ref,
    study::{Claim, ClaimId, Step},
};
use crate::state::{Action, AppState, Page};
use leptos::prelude::*;
use std::rc::Rc;

/// The signals.
#[derive(Clone, Copy)]
pub struct Paper {
    /// The open claim, apart.
    pub claim: Memo<Option<ClaimId>>,
    /// The step of the tour, apart.
    pub step: Memo<u8>,
    /// Which claims are listed, apart.
    pub query: Memo<Query>,
    /// What the paper says, once it is there.
    pub reading: RwSignal<Option<Rc<Reading>>, LocalStorage>,
    /// Whether it could not be had.
    pub failed: RwSignal<bool>,
    /// The step of the tour that the map followed last.
    pub toured: StoredValue<Option<u8>>,
    /// What the map goes to once it shows: on narrow screens it may be covered.
    pub awaited: StoredValue<Vec<Ref>>,
}

impl Paper {
    /// The signals of a state; call inside an owner.
    pub fn new(state: RwSignal<AppState>) -> Self {
        // A link with a view of its own keeps it.
        let toured = state.with_untracked(|state| state.map.is_some().then_some(state.step));
        Self {
            claim: Memo::new(move |_| state.with(|state| state.claim)),
            query: Memo::new(move |_| state.with(|state| state.query.clone())),
            step: Memo::new(move |_| state.with(|state| state.step)),
            reading: RwSignal::new_local(None),
            failed: RwSignal::new(false),
            toured: StoredValue::new(toured),
            awaited: StoredValue::new(Vec::new()),
        }
    }

    /// What `of` makes of the open claim, once it is there.
    pub fn with_claim<T>(&self, of: impl FnOnce(&Reading, &Claim<String>) -> T) -> Option<T> {
        let id = self.claim.get()?;
        let reading = self.reading.get()?;
        let claim = reading.study.claim(id)?;
        Some(of(&reading, claim))
    }

    /// What `of` makes of the step of the tour, once it is there.
    pub fn with_step<T>(&self, of: impl FnOnce(&Reading, &Step<String>) -> T) -> Option<T> {
        let at = usize::from(self.step.get()).checked_sub(1)?;
        let reading = self.reading.get()?;
        let step = reading.study.tour.get(at)?;
        Some(of(&reading, step))
    }
}

impl Store {
    /// Loads the paper in the reader's language as soon as something needs it, and lights up on the
    /// map what the open claim is about.
    pub fn follow_paper(self) {
        let paper = self.paper;
        Effect::new(move |_| {
            let lang = self.lang.get();
            let wanted = self.page.get() != Page::Map
                || paper.claim.get().is_some()
                || self.select.with(Option::is_some);
            if wanted {
                self.load_paper(lang);
            }
        });
        Effect::new(move |_| {
            let lit = match self.page.get() {
                Page::Tour => paper.with_step(|_, step| self.marked(step)).unwrap_or_default(),
                Page::Routes => self.stops(),
                _ => paper.with_claim(|_, claim| things(claim)).unwrap_or_default(),
            };
            if self.attention.with_untracked(|attention| attention.lit != lit) {
                self.attention.update(|attention| attention.lit = lit);
            }
        });
    }

    /// What a step of the tour marks.
    pub fn marked(&self, step: &Step<String>) -> Vec<Ref> {
        let atlas = self.atlas();
        step.marks.iter().filter_map(|id| atlas.resolve(id.as_str()).ok()).collect()
    }

    /// Asks for the paper in that language; a second time too, where it could not be had.
    pub fn load_paper(&self, lang: crate::i18n::Lang) {
        let (store, paper) = (*self, self.paper);
        let there = paper
            .reading
            .with_untracked(|reading| reading.as_ref().is_some_and(|reading| reading.lang == lang));
        if there {
            return;
        }
        paper.failed.set(false);
        let arrived = move |reading: Option<Rc<Reading>>| {
            // The element may be gone, or speak another language by then.
            if store.lang.try_get_untracked() == Some(lang) {
                paper.failed.set(reading.is_none());
                paper.reading.set(reading);
            }
        };
        self.host().reading(lang, Box::new(arrived));
    }

    /// Opens a claim, and moves the map to what it is about where that does not show.
    pub fn open_claim(&self, id: ClaimId) {
        self.open_claim_after(id, Vec::new());
    }

    fn open_claim_after(&self, id: ClaimId, mut steps: Vec<Action>) {
        steps.push(Action::OpenClaim(id));
        self.dispatch_all(steps);
        self.sheet.set(true);
        let about = self.paper.reading.with_untracked(|reading| {
            let claim = reading.as_ref().and_then(|reading| reading.study.claim(id));
            claim.map(things).unwrap_or_default()
        });
        if !self.shows_all(&about) {
            self.fly_to_all(&about);
        }
    }

    /// Opens a claim on the page of claims, whose list shows it.
    pub fn read_claim(&self, id: ClaimId) {
        let query = self.paper.query.get_untracked();
        let listed = self.paper.reading.with_untracked(|reading| {
            let found = reading.as_ref().map(|reading| reading.answer(&query));
            found.is_none_or(|found| found.iter().any(|claim| claim.id == id))
        });
        let mut steps = vec![Action::Show(Page::Claims)];
        if !listed {
            steps.push(Action::ListAll);
        }
        self.open_claim_after(id, steps);
    }

    /// Lists the claims that have that in common.
    pub fn list_alike(&self, facet: Facet, value: String) {
        self.list(Action::Narrow(facet, Some(value)));
    }

    /// Lists the claims that hold these words.
    pub fn find_claims(&self, words: String) {
        self.list(Action::Find(words));
    }

    /// The list of claims, narrowed down by that alone.
    fn list(&self, narrow: Action) {
        let mut steps = vec![Action::Show(Page::Claims), Action::ListAll, narrow];
        // There the card lies over the list.
        if self.narrow.get_untracked() {
            steps.push(Action::CloseClaim);
        }
        self.dispatch_all(steps);
    }

    /// Shows some things on the map, in front of the card on narrow screens.
    pub fn show_on_map(&self, things: &[Ref]) {
        if self.narrow.get_untracked() {
            self.dispatch(Action::Show(Page::Map));
        }
        self.sheet.set(false);
        self.fly_to_all(things);
    }

    /// Moves the map to some things, where they have places on it.
    pub fn fly_to_all(&self, things: &[Ref]) {
        let (size, insets) = (self.size.get_untracked(), self.insets_now());
        if size.width < 1.0 {
            return self.paper.awaited.set_value(things.to_vec());
        }
        let goal = self.stage().view_of(things, self.projection(), size, insets);
        if goal.is_some() {
            self.flight.set(goal.map(Flight::To));
        }
    }

    /// Whether all of the things lie in the free part of the map.
    fn shows_all(&self, things: &[Ref]) -> bool {
        let (stage, window) = (self.stage(), self.window());
        let free = self.insets_now().free(self.size.get_untracked());
        let shows =
            |point| window.project(point).zip(free).is_some_and(|(at, free)| free.holds(at));
        things.iter().flat_map(|thing| stage.extent(thing)).all(shows)
    }

    /// On the page of claims a thing on the map asks for the claims about it; a second time it asks
    /// for all again.
    pub fn narrow_to(&self, thing: &Ref) {
        let facet = facet_of(thing.kind);
        let value = thing.id.to_string();
        let on =
            self.paper.query.with_untracked(|query| query.filter.0.get(&facet) == Some(&value));
        let narrow = Action::Narrow(facet, (!on).then_some(value));
        self.dispatch_all(vec![Action::ShowTable(false), narrow]);
    }
}
