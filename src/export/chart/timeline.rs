//! Events as dots over the years, stacked where a year has several.

use super::Svg;
use crate::i18n::{Lang, number};
use crate::model::study::{Event, Origin};
use crate::scene::svg::escape;
use std::fmt::Write;

const WIDTH: f64 = 960.0;
const EDGE: f64 = 24.0;
const RADIUS: f64 = 5.0;
const STEP: f64 = 13.0;
const FOOT: f64 = 30.0;
const GAP: f64 = 10.0;

/// The years that a chart shows, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first year.
    pub from: i16,
    /// The last year.
    pub to: i16,
}

impl Span {
    /// Whether an event touches it.
    pub fn holds<T>(self, event: &Event<T>) -> bool {
        let first = event.period.from.year;
        let last = event.period.to.map_or(first, |to| to.year);
        first <= self.to && last >= self.from
    }
}

/// The chart of the events that `span` holds: a filled dot for one that the paper names, a hollow one
/// for one around it, at the first year that shows. `data-event` names each.
pub fn timeline(events: &[Event<String>], span: Span, lang: Lang, title: &str) -> String {
    let shown: Vec<&Event<String>> = events.iter().filter(|event| span.holds(event)).collect();
    let year = |event: &Event<String>| event.period.from.year.max(span.from);
    let years = f64::from(span.to - span.from + 1);
    let column = (WIDTH - 2.0 * EDGE) / years;
    let middle = |year: i16| EDGE + (f64::from(year - span.from) + 0.5) * column;
    let most = (span.from..=span.to)
        .map(|one| shown.iter().filter(|event| year(event) == one).count())
        .max()
        .unwrap_or_default();
    // Several dots side by side where a column is wide enough: the chart stays low. Between two years stays a gap.
    let across = (((column - GAP) / STEP).floor() as usize).max(1);
    let rows = most.div_ceil(across).max(3) as f64;
    let base = rows * STEP + 16.0;
    let mut svg = Svg::new([WIDTH, base + FOOT], title);
    svg.line([EDGE, base], [WIDTH - EDGE, base], "stroke=\"var(--ink-2)\"");
    let every = [1_i16, 2, 5, 10].into_iter().find(|n| f64::from(*n) * column > 44.0).unwrap_or(20);
    for one in (span.from..=span.to).filter(|one| one % every == 0) {
        let x = middle(one);
        svg.line([x, base], [x, base + 5.0], "stroke=\"var(--ink-2)\"");
        svg.label([x, base + 20.0], "middle", "ink-2", &number::ungrouped(lang, f64::from(one)));
    }
    for one in span.from..=span.to {
        let own: Vec<_> = shown.iter().filter(|event| year(event) == one).collect();
        let wide = own.len().min(across) as f64;
        for (index, event) in own.into_iter().enumerate() {
            let (row, place) = ((index / across) as f64, (index % across) as f64);
            let x = middle(one) + (place - (wide - 1.0) / 2.0) * STEP;
            let y = base - 10.0 - row * STEP;
            let fill = match event.origin {
                Origin::Paper => "ink",
                Origin::Outside => "panel",
            };
            let _ = write!(
                svg.out,
                "<circle class=\"dot\" data-event=\"{}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{RADIUS}\" fill=\"var(--{fill})\" stroke=\"var(--ink)\" stroke-width=\"1.5\"><title>{} – {}</title></circle>",
                event.id,
                event.period.from.year,
                escape(&event.text)
            );
        }
    }
    svg.end()
}
