//! Makes a file of what shows: for the dialog, for hosts, for paper.

use crate::browser::{
    canvas, download,
    measure::{CanvasMeasure, MeasureCache},
};
use crate::claims::things;
use crate::export::{
    citation,
    cite::{self, Style},
    csv, document,
    format::{FileKind, Format, file_name, ratio_within},
    geojson,
    sheet::{Plan, Sheet, sheet},
    shown::Shown,
    words,
};
use crate::i18n::Lang;
use crate::model::study::Claim;
use crate::scene::{
    build::{self, Attention},
    display::Size,
    fit::Insets,
    label::{FixedMeasure, TextMeasure},
    palette::Palette,
    viewport::Viewport,
};
use crate::state::Page;
use crate::ui::store::Store;
use leptos::prelude::*;
use web_sys::Blob;

/// Empty edge of a figure, CSS pixels.
const MARGIN: f32 = 24.0;
/// The window of an atlas that is not shown.
const UNSEEN: Size = Size { width: 1280.0, height: 720.0 };

/// Resolutions of pictures: how many times the pixels of the format.
pub const TIMES: std::ops::RangeInclusive<f64> = 1.0..=4.0;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Order {
    /// The kind of file.
    pub kind: FileKind,
    /// The size of a figure.
    pub format: Format,
    /// The resolution of a picture, within [`TIMES`].
    pub times: f64,
}

/// A file that was made.
pub struct Made {
    /// Its name.
    pub name: String,
    /// The file.
    pub file: Blob,
    /// What it says, unless it is a picture.
    pub text: Option<String>,
    /// The resolution that a picture really has.
    pub times: f64,
}

/// Makes the file; `None` where the browser gives no surface or no room for it.
pub async fn make(store: Store, order: Order) -> Option<Made> {
    let Order { kind, format, times } = order;
    // All that is read of the store is read before the wait: the atlas may be gone after it.
    let atlas = store.atlas();
    let state = store.state.get_untracked();
    let palette = match store.palette.get_untracked() {
        // The system's own colours are none that a file could hold.
        Palette::Forced => Palette::Light,
        own => own,
    };
    let link = store.link();
    let link = link.as_deref();
    let name = file_name(kind, format, state.select.as_ref(), &atlas.date.to_string());
    let text = match kind {
        FileKind::Png => {
            let sheet = figure(store, format.layout(), MARGIN);
            let size = sheet.scene.size;
            let ratio = ratio_within(size, format.ratio() * times);
            let canvas = download::new_canvas()?;
            let context = canvas::context(&canvas)?;
            canvas::resize(&canvas, size.width, size.height, ratio);
            canvas::paint(&context, &sheet.scene, palette, state.lang, ratio);
            let file = download::png_file(&canvas).await?;
            return Some(Made { name, file, text: None, times: ratio / format.ratio() });
        }
        FileKind::Svg => {
            let sheet = figure(store, format.layout(), MARGIN);
            document::write(&atlas, &sheet, format, palette, state.lang, link)
        }
        FileKind::BibTex | FileKind::Ris | FileKind::CslJson => {
            let style = match kind {
                FileKind::BibTex => Style::BibTex,
                FileKind::Ris => Style::Ris,
                _ => Style::CslJson,
            };
            cite::works(&atlas, &untrack(|| store.t("app.name")), link, style)
        }
        FileKind::GeoJson | FileKind::Csv => {
            let stage = store.stage();
            let window = window(store);
            let kept = store.attention.with_untracked(Attention::kept);
            let scene = build::build(&stage, &state, &window, &kept, &mut FixedMeasure);
            let shown = Shown::of(&stage, &state, &window, &scene);
            let citation = citation::line(&atlas, state.lang, link);
            match kind {
                FileKind::Csv => csv::write(&atlas, &shown, &kept.trails, &citation),
                _ => geojson::write(&atlas, &shown, &kept.trails, &citation, link),
            }
        }
    };
    let file = download::text_file(&text, kind.media_type())?;
    Some(Made { name, file, text: Some(text), times })
}

/// The figure of what shows, on a sheet of that size or as large as on screen.
pub fn figure(store: Store, size: Option<Size>, margin: f32) -> Sheet {
    let stage = store.stage();
    let state = store.state.get_untracked();
    let window = window(store);
    let link = store.link();
    let attention = store.attention.get_untracked();
    let plan = Plan {
        stage: &stage,
        state: &state,
        window: &window,
        size,
        margin,
        link: link.as_deref(),
        attention: &attention,
        told: computed(store).or_else(|| claimed(store)),
    };
    measured(state.lang, |measure| sheet(&plan, measure))
}

/// The routes that show, in words: from where to where, and what each takes.
fn computed(store: Store) -> Option<[String; 2]> {
    let graph = store.plan.graph.get_untracked()?;
    let answer = store.plan.answer.get_untracked()?.ok()?;
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    words::routes(&atlas, lang, &graph.network, &answer.routes)
}

/// The claim that is open on the page of claims, where it is about what a map shows: its number, and what it says.
fn claimed(store: Store) -> Option<[String; 2]> {
    let on_its_page = store.page.get_untracked() == Page::Claims;
    let of =
        |claim: &Claim<String>| (!things(claim).is_empty()).then(|| (claim.id, claim.text.clone()));
    let claim = || store.paper.with_claim(|_, claim| of(claim)).flatten();
    let (id, text) = on_its_page.then(|| untrack(claim)).flatten()?;
    Some([format!("{} {id}", store.t("claim.title")), text])
}

/// The window that shows, or one of a common size while the atlas has none.
fn window(store: Store) -> Viewport {
    let size = store.size.get_untracked();
    if size.width >= 1.0 && size.height >= 1.0 {
        return store.window();
    }
    let stage = store.stage();
    store.state.with_untracked(|state| stage.window(state, UNSEEN, Insets::default()))
}

/// Measures in the reader's fonts; by fixed widths where the browser gives no surface.
fn measured<T>(lang: Lang, act: impl FnOnce(&mut dyn TextMeasure) -> T) -> T {
    let context = download::new_canvas().and_then(|canvas| canvas::context(&canvas));
    match &context {
        Some(context) => {
            act(&mut CanvasMeasure { context, lang, cache: &mut MeasureCache::default() })
        }
        None => act(&mut FixedMeasure),
    }
}
