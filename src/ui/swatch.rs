//! Samples of lines and symbols, painted by the map's own painter.

pub use crate::scene::sample::Sample;

use super::store::use_store;
use crate::browser::{canvas, media};
use crate::i18n::Lang;
use leptos::{html, prelude::*};

/// Paints a sample; decorative, the words stand beside it.
#[component]
pub fn Swatch(
    /// What to show.
    #[prop(into)]
    sample: Signal<Sample>,
) -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Canvas>::new();
    Effect::new(move |_| {
        let (Some(element), palette, sample) = (node.get(), store.palette.get(), sample.get())
        else {
            return;
        };
        let scene = sample.scene();
        let ratio = canvas::resize(
            &element,
            scene.size.width,
            scene.size.height,
            media::pixel_ratio().max(2.0),
        );
        if let Some(context) = canvas::context(&element) {
            let [width, height] = [scene.size.width, scene.size.height].map(f64::from);
            let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
            context.clear_rect(0.0, 0.0, width, height);
            canvas::paint(&context, &scene, palette, Lang::En, ratio);
        }
    });
    let class = move || match sample.get() {
        Sample::Symbol(_) | Sample::Hollow => "swatch swatch-symbol",
        _ => "swatch",
    };
    view! { <canvas class=class node_ref=node aria-hidden="true"></canvas> }
}
