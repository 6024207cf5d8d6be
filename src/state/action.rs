//! What a reader can do, and what comes of it.

use super::{
    app_state::{AppState, MAX_EXTRA, MAX_QUERY, Page, Theme},
    layers::Layer,
    view::MapView,
};
use crate::claims::{Facet, Filter};
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
    /// Go to another part of the atlas.
    Show(Page),
    /// Open a claim.
    OpenClaim(ClaimId),
    /// Close the claim.
    CloseClaim,
    /// Search among the claims.
    Find(String),
    /// Narrow the claims down to those with that value of a facet, or no longer.
    Narrow(Facet, Option<String>),
    /// All claims again.
    ShowAllClaims,
    /// Switch one layer on or off.
    ToggleLayer(Layer),
    /// Draw disputed borders in another way.
    SetBoundaries(BoundaryView),
    /// Take over a whole state, as read from an address or given by a host.
    Replace(AppState),
}

/// What a change does to the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Back undoes it.
    Push,
    /// The current entry is rewritten: nobody wants to go back through every pixel of a drag.
    Replace,
}

impl Action {
    /// What the change does to the history. A state taken over comes from the history or the host
    /// itself, so it adds nothing to it.
    pub fn history(&self) -> History {
        match self {
            Self::MoveMap(_) | Self::Find(_) | Self::Replace(_) => History::Replace,
            Self::SetLang(_)
            | Self::SetTheme(_)
            | Self::SetProjection(_)
            | Self::ShowRegion
            | Self::Select(_)
            | Self::Deselect
            | Self::Show(_)
            | Self::OpenClaim(_)
            | Self::CloseClaim
            | Self::Narrow(..)
            | Self::ShowAllClaims
            | Self::ToggleLayer(_)
            | Self::SetBoundaries(_) => History::Push,
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
        Action::Select(target) => next.select = Some(target),
        Action::Deselect => next.select = None,
        Action::Show(page) => next.page = page,
        Action::OpenClaim(id) => {
            next.page = Page::Claims;
            next.claim = Some(id);
        }
        Action::CloseClaim => next.claim = None,
        Action::Find(query) => next.query = cut(query),
        Action::Narrow(facet, value) => next.filter = next.filter.with(facet, value),
        Action::ShowAllClaims => {
            next.query.clear();
            next.filter = Filter::default();
        }
        Action::ToggleLayer(layer) => next.layers = next.layers.toggled(layer),
        Action::SetBoundaries(view) => next.boundaries = view,
        Action::Replace(other) => {
            next = AppState {
                map: other.map.map(MapView::clamped),
                extra: other.extra.min(MAX_EXTRA),
                query: cut(other.query.clone()),
                ..other
            };
        }
    }
    next
}

/// A query of bearable length.
fn cut(query: String) -> String {
    match query.char_indices().nth(MAX_QUERY) {
        Some((end, _)) => query[..end].to_owned(),
        None => query,
    }
}
