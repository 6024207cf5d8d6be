//! Charts: drawings that can be read back, with a mark for each thing and no line between figures.

use crate::shipped;
use atlas::export::chart::{Span, Words, argument, file, timeline, trade};
use atlas::i18n::Lang;
use atlas::model::study::Origin;
use std::collections::HashSet;

fn circles<'a>(tree: &'a roxmltree::Document<'a>) -> Vec<roxmltree::Node<'a, 'a>> {
    tree.descendants().filter(|node| node.attribute("data-event").is_some()).collect()
}

#[test]
fn each_event_of_the_span_has_one_dot_in_the_drawing() {
    for lang in Lang::ALL {
        let study = shipped::study().spoken(lang);
        for from in [1948, 2000, 2013] {
            let span = Span { from, to: 2026 };
            let text = file(&timeline(&study.events, span, lang, "<Events> & more"));
            let tree = roxmltree::Document::parse(&text).unwrap();
            let view: Vec<f32> = tree
                .root_element()
                .attribute("viewBox")
                .unwrap()
                .split(' ')
                .map(|n| n.parse().unwrap())
                .collect();
            let dots = circles(&tree);
            let held = study.events.iter().filter(|event| span.holds(event)).count();
            assert_eq!(dots.len(), held, "since {from}");
            let mut places = HashSet::new();
            for dot in dots {
                let at = ["cx", "cy"].map(|name| dot.attribute(name).unwrap());
                let [x, y]: [f32; 2] = at.map(|n| n.parse().unwrap());
                assert!((5.0..view[2] - 5.0).contains(&x) && (5.0..view[3]).contains(&y), "{at:?}");
                assert!(places.insert(at), "two dots at {at:?}");
            }
        }
    }
}

#[test]
fn figures_of_trade_are_marks_of_their_own() {
    let study = shipped::study().spoken(Lang::En);
    let words = Words {
        title: "Trade",
        million: &|n| n.to_string(),
        partner: &str::to_owned,
        in_paper: "in the paper",
    };
    let text = file(&trade(&study.trade, Lang::En, &words));
    let tree = roxmltree::Document::parse(&text).unwrap();
    let drawn = tree.descendants().filter(|node| node.attribute("data-point").is_some()).count();
    let outside = study.trade.iter().filter(|point| point.origin == Origin::Outside).count();
    assert_eq!(drawn, outside);
    // Marks and straight lines only: nothing leads from one figure to another.
    assert!(tree.descendants().all(|node| node.tag_name().name() != "polyline"));
    assert_eq!(text.matches("in the paper").count(), study.trade.len() - outside);
}

#[test]
fn the_argument_leads_in_the_direction_of_reading_and_covers_nothing() {
    for lang in Lang::ALL {
        let study = shipped::study().spoken(lang);
        let text = file(&argument(&study.argument, lang, "A & B", ["1", "2", "3", "4"]));
        let tree = roxmltree::Document::parse(&text).unwrap();
        let number = |node: roxmltree::Node<'_, '_>, name: &str| -> f32 {
            node.attribute(name).unwrap().parse().unwrap()
        };
        let boxes: Vec<[f32; 4]> = tree
            .descendants()
            .filter(|node| node.has_tag_name("rect"))
            .map(|node| ["x", "y", "width", "height"].map(|name| number(node, name)))
            .collect();
        assert_eq!(boxes.len(), study.argument.len());
        for (index, a) in boxes.iter().enumerate() {
            for b in &boxes[index + 1..] {
                let apart = a[0] + a[2] <= b[0]
                    || b[0] + b[2] <= a[0]
                    || a[1] + a[3] <= b[1]
                    || b[1] + b[3] <= a[1];
                assert!(apart, "{a:?} and {b:?} in {}", lang.code());
            }
        }
        let edges = study.argument.iter().map(|node| node.supports.len()).sum::<usize>();
        assert_eq!(tree.descendants().filter(|node| node.has_tag_name("path")).count(), edges);
        let last = boxes.last().unwrap()[0];
        assert_eq!(last < boxes[0][0], lang == Lang::Ur);
    }
}
