//! Golden pictures. After a wanted change, look at what changed and accept it with
//! `INSTA_UPDATE=always cargo test --test native scene`.
//!
//! A whole picture has some 400 kB, most of it coast. So one is kept whole, to be looked at; of the
//! narrow ones all that stands on the ground; of the wide ones a description in words.

use super::{NARROW, WIDE, choosing, description, picture, speaking};
use atlas::i18n::Lang;
use atlas::model::id::Kind;
use atlas::scene::{
    display::Shape,
    palette::{Ink, Palette},
    picture::Scene,
    svg,
};

const THEMES: [(&str, Palette); 2] = [("light", Palette::Light), ("dark", Palette::Dark)];

/// Compares under a short name, next to this file.
fn bind(assertion: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(assertion);
}

fn assert_described(name: &str, scene: &Scene, palette: Palette) {
    bind(|| insta::assert_snapshot!(name, description::of(scene, palette)));
}

fn assert_drawn(name: &str, scene: &Scene, palette: Palette, lang: Lang) {
    let text = svg::write(scene, palette, lang);
    bind(|| insta::assert_binary_snapshot!(&format!("{name}.svg"), text.into_bytes()));
}

/// The picture without sea, land, borders and coast, which is drawn last of them.
fn without_ground(scene: &Scene) -> Scene {
    let coast = |shape: &Shape| match shape {
        Shape::Stroke(_, stroke) => stroke.paint.ink == Ink::Coast,
        _ => false,
    };
    let end = scene.shapes.iter().rposition(coast);
    let shapes = scene.shapes[end.expect("the coast shows") + 1..].to_vec();
    Scene { shapes, ..scene.clone() }
}

#[test]
fn the_region_on_a_desk() {
    for (lang, (theme, palette)) in
        Lang::ALL.into_iter().flat_map(|lang| THEMES.map(|theme| (lang, theme)))
    {
        let scene = picture(&speaking(lang), WIDE);
        assert_described(&format!("wide-{}-{theme}", lang.code()), &scene, palette);
    }
}

#[test]
fn the_region_on_a_phone() {
    for (lang, (theme, palette)) in
        Lang::ALL.into_iter().flat_map(|lang| THEMES.map(|theme| (lang, theme)))
    {
        let scene = without_ground(&picture(&speaking(lang), NARROW));
        assert_drawn(&format!("narrow-{}-{theme}", lang.code()), &scene, palette, lang);
    }
}

#[test]
fn the_region_with_its_ground() {
    let scene = picture(&speaking(Lang::En), NARROW);
    assert_described("narrow-en-light-ground", &scene, Palette::Light);
    assert_drawn("narrow-en-light-whole", &scene, Palette::Light, Lang::En);
}

#[test]
fn a_chosen_pipeline() {
    let scene = picture(&choosing(Kind::Project, "psgp", speaking(Lang::En)), WIDE);
    assert_described("wide-en-light-psgp", &scene, Palette::Light);
}
