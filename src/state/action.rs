//! What a reader can do, and what comes of it.

use super::{
    app_state::{AppState, MAX_EXTRA, Theme, Times},
    layers::Layer,
    page::Page,
    trip::Trip,
    view::MapView,
};
use crate::claims::{Facet, Query};
use crate::geo::projection::ProjectionId;
use crate::i18n::Lang;
use crate::model::{basemap::BoundaryView, id::Ref, study::ClaimId};

/// One change, asked for by the reader, the address or the host.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Speak another language.
    SetLang(Lang),
    /// Use other colours.
    SetTheme(Theme),
    /// Pan or zoom.
    MoveMap(MapView),
    /// Lay the globe flat in another way; `None` as suits the view.
    SetProjection(Option<ProjectionId>),
    /// Fit the whole region again.
    ShowRegion,
    /// Open the card of a thing.
    Select(Ref),
    /// Close the card.
    Deselect,
    /// Show the map as a table, or as a map again.
    ShowTable(bool),
    /// Switch one layer on or off.
    ToggleLayer(Layer),
    /// Draw disputed borders in another way.
    SetBoundaries(BoundaryView),
    /// Go to another page.
    Show(Page),
    /// Go to a part of a page.
    Seek(Page, String),
    /// List other parts of the timeline.
    SetTimes(Times),
    /// Open a claim; its card lies over that of what was chosen.
    OpenClaim(ClaimId),
    /// Close the claim.
    CloseClaim,
    /// Search the claims.
    Find(String),
    /// List the claims that have that of a facet, or all again.
    Narrow(Facet, Option<String>),
    /// List all claims again.
    ListAll,
    /// Go to a step of the tour.
    Step(u8),
    /// Show the memberships of that year.
    SetYear(Option<i16>),
    /// Ask for routes.
    Plan(Trip),
    /// The same while something is typed or slid.
    Try(Trip),
    /// Take over a whole state, as read from an address or given by a host.
    Replace(AppState),
}

/// What a change does to the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Back undoes it.
    Push,
    /// The current entry is rewritten: nobody wants to go back through every pixel of a drag or every
    /// letter that was typed.
    Replace,
}

impl Action {
    /// What the change does to the history. A state taken over comes from the history or the host
    /// itself, so it adds nothing to it.
    pub fn history(&self) -> History {
        match self {
            Self::MoveMap(_)
            // Language and theme are the reader's, and no step back changes them.
            | Self::SetLang(_)
            | Self::SetTheme(_)
            | Self::Find(_)
            | Self::SetYear(_)
            | Self::SetTimes(_)
            | Self::Try(_)
            | Self::Replace(_) => History::Replace,
            Self::SetProjection(_)
            | Self::ShowRegion
            | Self::Select(_)
            | Self::Deselect
            | Self::ShowTable(_)
            | Self::ToggleLayer(_)
            | Self::SetBoundaries(_)
            | Self::Show(_)
            | Self::OpenClaim(_)
            | Self::CloseClaim
            | Self::Narrow(..)
            | Self::ListAll
            | Self::Plan(_)
            | Self::Seek(..)
            | Self::Step(_) => History::Push,
        }
    }
}

/// The state after the change. Views are clamped to what the map can show.
pub fn apply(state: &AppState, action: Action) -> AppState {
    let mut next = state.clone();
    match action {
        Action::SetLang(lang) => next.lang = lang,
        Action::SetTheme(theme) => next.theme = theme,
        Action::MoveMap(view) => next.map = Some(view.clamped()),
        Action::SetProjection(id) => next.projection = id,
        Action::ShowRegion => next.map = None,
        Action::Select(target) => {
            next.select = Some(target);
            next.claim = None;
            next.table = false;
        }
        Action::Deselect => next.select = None,
        Action::ShowTable(open) => next.table = open,
        Action::ToggleLayer(layer) => next.layers = next.layers.toggled(layer),
        Action::SetBoundaries(view) => next.boundaries = view,
        Action::Show(page) => {
            if next.page != page {
                next.part = None;
            }
            next.page = page;
        }
        Action::Seek(page, part) => {
            next.page = page;
            next.part = Some(part);
            // It may stand among what is not listed.
            if page == Page::Timeline {
                next.times = Times::default();
            }
        }
        Action::SetTimes(times) => next.times = times,
        Action::OpenClaim(id) => {
            next.claim = Some(id);
            next.table = false;
        }
        Action::CloseClaim => next.claim = None,
        Action::Find(text) => next.query.search = Query::kept(&text),
        Action::Narrow(facet, Some(value)) => {
            next.query.filter.0.insert(facet, value);
        }
        Action::Narrow(facet, None) => {
            next.query.filter.0.remove(&facet);
        }
        Action::ListAll => next.query = Query::default(),
        Action::Step(step) => next.step = step.max(1),
        Action::SetYear(year) => next.year = year,
        Action::Plan(trip) | Action::Try(trip) => next.trip = trip,
        Action::Replace(other) => {
            next = AppState {
                map: other.map.map(MapView::clamped),
                extra: other.extra.min(MAX_EXTRA),
                ..other
            };
        }
    }
    next
}
