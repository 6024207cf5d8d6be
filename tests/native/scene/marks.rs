//! Ticks and rings tell the mode of a line, dashes its status: a mark that fell into a gap would
//! take the mode away.

use atlas::model::line::{Mode, Status};
use atlas::scene::{
    course::Course,
    display::{Path, Shape, Stroke},
    line_style::LineLook,
    palette::Ink,
};

const BROKEN: [Status; 3] = [Status::UnderConstruction, Status::Planned, Status::Shelved];

/// A straight line from left to right, or the piece of it that begins `start` along.
fn drawn(mode: Mode, status: Status, weight: f32, start: f32) -> Vec<Shape> {
    let look =
        LineLook { mode, status, ink: Ink::Rail, context: false, cased: false, weight, alpha: 1.0 };
    let course = Course::new(vec![[0.0, 50.0], [150.0, 50.0], [400.0, 50.0]]);
    let mut shapes = Vec::new();
    look.draw(&course, start, &mut shapes);
    shapes
}

fn dashed(shapes: &[Shape]) -> &Stroke {
    let dashed = shapes.iter().find_map(|shape| match shape {
        Shape::Stroke(_, stroke) if !stroke.dash.is_empty() => Some(stroke),
        _ => None,
    });
    dashed.expect("a broken line has dashes")
}

/// Where along the line the marks stand: the middles of a path of many pieces.
fn marks(shapes: &[Shape]) -> Vec<f32> {
    let many = |path: &&Path| path.starts.len() > 5;
    let path = shapes.iter().find_map(|shape| match shape {
        Shape::Fill(path, _) | Shape::Stroke(path, _) => Some(path).filter(many),
        _ => None,
    });
    let middle =
        |piece: &[[f32; 2]]| piece.iter().map(|at| at[0]).sum::<f32>() / piece.len() as f32;
    path.expect("the line has marks").subpaths().map(middle).collect()
}

/// How far into its dash a point of the line lies; nothing in a gap.
fn in_dash(stroke: &Stroke, at: f32) -> Option<f32> {
    let [dash, gap] = stroke.dash[..] else { panic!("a dash and a gap") };
    let into = (at + stroke.dash_offset).rem_euclid(dash + gap);
    (into <= dash).then_some(into)
}

#[test]
fn every_mark_falls_on_a_dash() {
    for mode in [Mode::Rail, Mode::Pipeline] {
        for status in BROKEN {
            for (weight, start) in [(1.0, 0.0), (1.0, 123.4), (1.37, 0.0), (1.5, 57.0)] {
                let shapes = drawn(mode, status, weight, start);
                let stroke = dashed(&shapes);
                for at in marks(&shapes) {
                    let on = in_dash(stroke, at).is_some();
                    assert!(on, "{mode:?} {status:?} x {weight} from {start}: a gap at {at}");
                }
            }
        }
    }
}

#[test]
fn every_dash_is_marked_alike() {
    // The period of the marks is a whole number of dashes, or the dash a whole number of marks.
    for mode in [Mode::Rail, Mode::Pipeline] {
        for status in BROKEN {
            let shapes = drawn(mode, status, 1.0, 0.0);
            let marks = marks(&shapes);
            let (period, dashes) = (marks[1] - marks[0], dashed(&shapes).dash.iter().sum::<f32>());
            let ratio = (period / dashes).max(dashes / period);
            assert!((ratio - ratio.round()).abs() < 1e-3, "{mode:?} {status:?}: {ratio}");
        }
    }
}

#[test]
fn a_piece_goes_on_where_the_one_before_it_stopped() {
    for mode in [Mode::Rail, Mode::Pipeline, Mode::Road, Mode::River, Mode::Sea] {
        let offset = |start| dashed(&drawn(mode, Status::Planned, 1.0, start)).dash_offset;
        assert!((offset(31.0) - offset(0.0) - 31.0).abs() < 1e-4, "{mode:?}");
    }
}

#[test]
fn each_mode_and_status_looks_different() {
    let mut seen: Vec<(Mode, Status, Vec<Shape>)> = Vec::new();
    for (mode, status) in
        Mode::ALL.into_iter().flat_map(|mode| Status::ALL.map(|status| (mode, status)))
    {
        let shapes = drawn(mode, status, 1.0, 0.0);
        let twin = seen.iter().find(|(_, _, other)| *other == shapes);
        // A ferry is dotted whatever its status; only a suspended one is crossed out.
        if mode != Mode::Ferry {
            assert!(
                twin.is_none(),
                "{mode:?} {status:?} is {:?}",
                twin.map(|twin| (twin.0, twin.1))
            );
        }
        seen.push((mode, status, shapes));
    }
}
