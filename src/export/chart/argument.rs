//! The argument as boxes in columns, from evidence to the conclusion in the direction of reading.

use super::Svg;
use crate::i18n::{Direction, Lang};
use crate::model::study::Node;
use crate::scene::svg::escape;
use std::fmt::Write;

const WIDTH: f64 = 960.0;
const BOX: f64 = 208.0;
const LINE: f64 = 17.0;
const PAD: f64 = 9.0;
const GAP: f64 = 12.0;
const HEAD: f64 = 30.0;
/// Letters in a line of a box: as many as fit of any of the three scripts.
const LETTERS: usize = 27;
const RANKS: u8 = 4;

struct Placed<'a> {
    node: &'a Node<String>,
    lines: Vec<String>,
    x: f64,
    y: f64,
    height: f64,
}

/// The diagram. `data-claim` of a box names its first claim; `ranks` are the words over the columns.
pub fn argument(nodes: &[Node<String>], lang: Lang, title: &str, ranks: [&str; 4]) -> String {
    let direction = lang.direction().name();
    let rtl = lang.direction() == Direction::Rtl;
    let column = |rank: u8| {
        let step = (WIDTH - BOX) / f64::from(RANKS - 1);
        let at = f64::from(rank.clamp(1, RANKS) - 1) * step;
        if rtl { WIDTH - BOX - at } else { at }
    };
    let of_rank = |rank: u8| nodes.iter().filter(move |node| node.rank == rank);
    let lines = |node: &Node<String>| wrapped(&node.text);
    let tall = |node: &Node<String>| lines(node).len() as f64 * LINE + 2.0 * PAD;
    let total = |rank: u8| of_rank(rank).map(|node| tall(node) + GAP).sum::<f64>() - GAP;
    let height = (1..=RANKS).map(total).fold(0.0, f64::max);
    let mut placed: Vec<Placed> = Vec::new();
    for rank in 1..=RANKS {
        // Columns that are shorter stand in the middle, their boxes farther apart.
        let count = of_rank(rank).count() as f64;
        let space = ((height - total(rank)) / (count + 1.0)).max(0.0);
        let mut y = HEAD + space;
        for node in of_rank(rank) {
            let height = tall(node);
            placed.push(Placed { node, lines: lines(node), x: column(rank), y, height });
            y += height + GAP + space;
        }
    }
    let mut svg = Svg::new([WIDTH, HEAD + height + 2.0], title);
    for (rank, words) in (1..).zip(ranks) {
        svg.label([column(rank) + BOX / 2.0, 16.0], "middle", "ink-2", words);
    }
    for from in &placed {
        for to in placed.iter().filter(|to| from.node.supports.contains(&to.node.id)) {
            let (y1, y2) = (from.y + from.height / 2.0, to.y + to.height / 2.0);
            let (x1, x2) = if rtl { (from.x, to.x + BOX) } else { (from.x + BOX, to.x) };
            let middle = (x1 + x2) / 2.0;
            // It passes behind the column between.
            let far =
                if to.node.rank > from.node.rank + 1 { " stroke-dasharray=\"4 3\"" } else { "" };
            let _ = write!(
                svg.out,
                "<path d=\"M{x1:.1} {y1:.1}C{middle:.1} {y1:.1} {middle:.1} {y2:.1} {x2:.1} {y2:.1}\" fill=\"none\" stroke=\"var(--ink-3)\" stroke-width=\"1.5\"{far}/>"
            );
        }
    }
    for Placed { node, lines, x, y, height } in &placed {
        let claim = node.claims.first().map(ToString::to_string).unwrap_or_default();
        let width = if node.rank == RANKS { 2.5 } else { 1.0 };
        let _ = write!(
            svg.out,
            "<g class=\"dot\" data-claim=\"{claim}\"><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{BOX}\" height=\"{height:.1}\" rx=\"6\" fill=\"var(--panel)\" stroke=\"var(--ink)\" stroke-width=\"{width}\"/>"
        );
        for (index, line) in (0..).zip(lines) {
            let at = y + PAD + f64::from(index) * LINE + 12.5;
            let _ = write!(
                svg.out,
                "<text x=\"{:.1}\" y=\"{at:.1}\" text-anchor=\"middle\" fill=\"var(--ink)\" font-size=\"13\" direction=\"{direction}\">{}</text>",
                x + BOX / 2.0,
                escape(line)
            );
        }
        svg.out.push_str("</g>");
    }
    svg.end()
}

/// The text in lines of whole words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
