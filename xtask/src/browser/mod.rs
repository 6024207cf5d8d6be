//! Browsers out of sight, driven over WebDriver: for pictures and for the tests of the built page. What only Chromium
//! can do is said where it stands.

mod driver;
mod page;
mod tracer;

use std::time::Duration;

use anyhow::{Context, Result};

pub use driver::Driver;
pub use page::{LISTENER, Page, Rejected};
pub use tracer::Tracer;

/// The mark of the first whole picture of the map.
pub const PAINTED: &str = "atlas-map-painted";

/// The mark from which on input is served.
pub const READY: &str = "atlas-ready";

/// How long a page may take for anything before the test calls it broken. It is long because a
/// machine may be busy; a page that is fine never comes near it.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// Run something asynchronous to its end.
pub fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("no runtime")?
        .block_on(work)
}
