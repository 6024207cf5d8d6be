//! What the reader has chosen: state, actions, and its form in the address.
//!
//! Everything here is a plain value and a pure function; signals, history and the address bar
//! stand around it in `browser` and `ui`.

pub mod action;
pub mod app_state;
pub mod fragment;
pub mod layers;
pub mod page;
pub mod trip;
pub mod view;

pub use action::{Action, History, apply};
pub use app_state::{AppState, MAX_EXTRA, STARTS, Theme, Times};
pub use fragment::Problem;
pub use layers::{Layer, Layers};
pub use page::Page;
pub use trip::{MOST_DAYS, Trip};
pub use view::MapView;
