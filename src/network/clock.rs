//! Seasons: when a link is open, and how long cargo waits for it.

use crate::model::network::{Day, Season};

const DAY: f64 = 24.0;
const YEAR: f64 = 365.0 * DAY;

/// Hours from the first of January to the departure: the fifteenth of the month.
pub(super) fn departure(month: u8) -> f64 {
    f64::from(Day { month, day: 15 }.of_year()) * DAY
}

/// How long cargo that arrives so many hours after the first of January waits until the link opens.
pub(super) fn wait(season: &Season, at: f64) -> f64 {
    let now = at.rem_euclid(YEAR);
    let open = f64::from(season.open.of_year()) * DAY;
    // The last day is open to its end.
    let close = f64::from(season.close.of_year() + 1) * DAY;
    match now {
        now if now < open => open - now,
        now if now < close => 0.0,
        now => YEAR - now + open,
    }
}
