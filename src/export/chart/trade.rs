//! Published figures of Russia's trade with three partners: a bar as long as the stretch of time that
//! a figure counts, on a logarithmic axis. Figures of different bases are never joined.

use super::Svg;
use crate::i18n::{Lang, number};
use crate::model::study::{Basis, Origin, TradePoint};
use crate::scene::svg::escape;
use crate::units::PartialDate;
use std::fmt::Write;

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 380.0;
const LEFT: f64 = 92.0;
const RIGHT: f64 = 130.0;
const TOP: f64 = 16.0;
const FOOT: f64 = 34.0;
/// The axis, million US dollars.
const LOW: f64 = 200.0;
const HIGH: f64 = 400_000.0;
const FROM: i16 = 2012;
const TO: i16 = 2026;

/// The words of the chart.
pub struct Words<'a> {
    /// What it shows.
    pub title: &'a str,
    /// The unit of the axis: a number of million US dollars in words.
    pub million: &'a dyn Fn(f64) -> String,
    /// A partner's name by its code.
    pub partner: &'a dyn Fn(&str) -> String,
    /// What stands beside the paper's own figure for a partner.
    pub in_paper: &'a str,
}

/// The chart. The paper's own figures have no date: each is a broken line over all years.
pub fn trade(points: &[TradePoint<String>], lang: Lang, words: &Words<'_>) -> String {
    let mut svg = Svg::new([WIDTH, HEIGHT], words.title);
    let y = |value: f64| {
        let share = (value.max(LOW) / LOW).ln() / (HIGH / LOW).ln();
        HEIGHT - FOOT - share * (HEIGHT - FOOT - TOP)
    };
    let x = |years: f64| {
        let share = (years - f64::from(FROM)) / f64::from(TO - FROM);
        LEFT + share * (WIDTH - LEFT - RIGHT)
    };
    for value in [1_000.0, 10_000.0, 100_000.0] {
        svg.line([LEFT, y(value)], [WIDTH - RIGHT, y(value)], "stroke=\"var(--hairline)\"");
        svg.label([LEFT - 8.0, y(value) + 4.0], "end", "ink-2", &(words.million)(value));
    }
    let base = HEIGHT - FOOT;
    svg.line([LEFT, base], [WIDTH - RIGHT, base], "stroke=\"var(--ink-2)\"");
    for year in (FROM..=TO).step_by(2) {
        let at = x(f64::from(year));
        svg.line([at, base], [at, base + 5.0], "stroke=\"var(--ink-2)\"");
        svg.label([at, base + 20.0], "middle", "ink-2", &number::ungrouped(lang, f64::from(year)));
    }
    for (partner, ink) in [("CHN", "three"), ("IND", "two"), ("PAK", "one")] {
        let own: Vec<_> = points.iter().filter(|point| point.partner == partner).collect();
        for point in own.iter().filter(|point| point.origin == Origin::Paper) {
            let at = y(point.total);
            let more = format!("stroke=\"var(--{ink})\" stroke-dasharray=\"5 4\"");
            svg.line([LEFT, at], [WIDTH - RIGHT, at], &more);
            svg.label([WIDTH - RIGHT + 8.0, at - 3.0], "start", ink, &(words.partner)(partner));
            svg.label([WIDTH - RIGHT + 8.0, at + 11.0], "start", "ink-3", words.in_paper);
        }
        for point in own.iter().filter(|point| point.origin == Origin::Outside) {
            let Some([from, to]) = stretch(point) else { continue };
            let at = y(point.total);
            let hollow = matches!(point.basis, Basis::Unclear);
            let title = format!(
                "{} {} – {}, {}",
                (words.partner)(partner),
                point.period.as_deref().unwrap_or_default(),
                (words.million)(point.total),
                point.reporter
            );
            let fill = if hollow { "panel" } else { ink };
            let _ =
                write!(svg.out, "<g data-point=\"{}\"><title>{}</title>", point.id, escape(&title));
            let more = format!("stroke=\"var(--{ink})\" stroke-width=\"2.5\"");
            svg.line([x(from), at], [x(to), at], &more);
            let middle = x((from + to) / 2.0);
            let mark = match point.basis {
                Basis::FiscalYear => format!(
                    "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"8\" height=\"8\"",
                    middle - 4.0,
                    at - 4.0
                ),
                Basis::TenMonths | Basis::ElevenMonths => {
                    format!("<path d=\"M{:.1} {:.1}l5 9h-10z\"", middle, at - 5.5)
                }
                _ => format!("<circle cx=\"{middle:.1}\" cy=\"{at:.1}\" r=\"4.5\""),
            };
            let _ = write!(
                svg.out,
                "{mark} fill=\"var(--{fill})\" stroke=\"var(--{ink})\" stroke-width=\"1.5\"/></g>"
            );
        }
    }
    svg.end()
}

/// The stretch of time that a figure counts, as years with a part of one; the whole year that its name
/// begins with, where months are not known.
fn stretch(point: &TradePoint<String>) -> Option<[f64; 2]> {
    let year = |date: PartialDate, end: bool| {
        let month = date.month.map(|month| f64::from(month) - if end { 0.0 } else { 1.0 });
        f64::from(date.year) + month.unwrap_or(if end { 12.0 } else { 0.0 }) / 12.0
    };
    if let (Some(from), Some(to)) = (point.from, point.to) {
        return Some([year(from, false), year(to, true)]);
    }
    let first: f64 = point.period.as_ref()?.get(..4)?.parse().ok()?;
    Some([first, first + 1.0])
}
