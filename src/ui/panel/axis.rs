//! A thin axis with a dot for each source, so that disagreement is seen and not averaged.

use leptos::prelude::*;

/// Length of the axis in its own units; it is stretched to the width there is.
const LENGTH: f64 = 200.0;
/// Space at both ends, so that no dot is cut.
const EDGE: f64 = 6.0;

/// Sources' figures as filled dots, or bars where a source gives a range; decorative, since the
/// figures stand below in words. Number axes run left to right in every language.
#[component]
pub fn Axis(
    /// Lower and upper end of each figure.
    dots: Vec<(f64, f64)>,
    /// What the map itself draws.
    hollow: Option<f64>,
    /// Writes the figures at the ends of the axis, without their unit.
    say: impl Fn(f64) -> String,
) -> impl IntoView {
    let all = || dots.iter().flat_map(|&(low, high)| [low, high]).chain(hollow);
    let low = all().fold(f64::INFINITY, f64::min);
    let high = all().fold(f64::NEG_INFINITY, f64::max);
    let at = |n: f64| EDGE + (n - low) / (high - low).max(f64::EPSILON) * (LENGTH - 2.0 * EDGE);
    let span = dots.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), &(low, high)| {
        (from.min(low), to.max(high))
    });
    let marks: Vec<_> = dots
        .iter()
        .map(|&(low, high)| {
            let middle = at((low + high) / 2.0);
            let bar = (high > low).then(|| {
                view! { <line class="axis-range" x1=at(low) x2=at(high) y1="7" y2="7"/> }
            });
            view! { {bar}<circle class="axis-dot" cx=middle cy="7" r="4"/> }
        })
        .collect();
    let hollow = hollow.map(|n| view! { <circle class="axis-hollow" cx=at(n) cy="7" r="3.6"/> });
    let ends = [say(low), say(high)].map(|words| view! { <bdi>{words}</bdi> });
    view! {
        <svg class="axis" viewBox=format!("0 0 {LENGTH} 14") aria-hidden="true" dir="ltr">
            <line class="axis-line" x1="0" x2=LENGTH y1="7" y2="7"/>
            <line class="axis-span" x1=at(span.0) x2=at(span.1) y1="7" y2="7"/>
            {marks}
            {hollow}
        </svg>
        <span class="axis-ends" aria-hidden="true" dir="ltr">{ends}</span>
    }
}
