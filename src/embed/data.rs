//! The embedded data, decoded and projected once for all elements of a page, and the parts of them that
//! come later.

use super::error::{self, Code};
use super::later::{self, Part};
use crate::browser::parts;
use crate::claims::Reading;
use crate::data::{DecodeError, checksum, decode, decode_basemap, join_basemap};
use crate::i18n::{Lang, Names};
use crate::model::{
    atlas::{Atlas, StudyOutline},
    study::Study,
};
use crate::network::Graph;
use crate::scene::stage::Stage;
use crate::ui::host::Whole;
use js_sys::Function;
use std::{cell::RefCell, rc::Rc, sync::Arc};
use wasm_bindgen::JsValue;

static ATLAS: &[u8] = include_bytes!("../../data/generated/atlas.bin");
static BASEMAP: &[u8] = include_bytes!("../../data/generated/basemap.bin");

thread_local! {
    static READINGS: RefCell<[Option<Rc<Reading>>; 3]> = const { RefCell::new([None, None, None]) };
    static GRAPH: RefCell<Option<Arc<Graph>>> = const { RefCell::new(None) };
    static STAGE: RefCell<Option<Arc<Stage>>> = const { RefCell::new(None) };
}

/// The embedded data, with all that has come later.
///
/// # Errors
///
/// `bad-artifact` when they cannot be read.
pub(super) fn stage() -> Result<Arc<Stage>, JsValue> {
    if let Some(stage) = STAGE.with_borrow(Clone::clone) {
        return Ok(stage);
    }
    let stage = stage_of(ATLAS, BASEMAP)?;
    STAGE.set(Some(Arc::clone(&stage)));
    Ok(stage)
}

/// The data in these artifacts.
///
/// # Errors
///
/// `bad-artifact` when they cannot be read.
pub(super) fn stage_of(atlas: &[u8], basemap: &[u8]) -> Result<Arc<Stage>, JsValue> {
    read(atlas, basemap).map_err(|reason| error::new(Code::BadArtifact, &reason.to_string()))
}

fn read(atlas: &[u8], basemap: &[u8]) -> Result<Arc<Stage>, DecodeError> {
    let (atlas, basemap) = (decode(atlas)?, decode_basemap(basemap)?);
    Ok(Arc::new(Stage::new(Arc::new(atlas), basemap)))
}

/// The most that is there of the same data: another element may have brought more.
fn latest(stage: Arc<Stage>) -> Arc<Stage> {
    let shared = STAGE.with_borrow(Clone::clone);
    shared.filter(|shared| shared.is_kin(&stage)).unwrap_or(stage)
}

/// Takes over what is now the most.
fn advance(stage: Stage) -> Arc<Stage> {
    let ready = Arc::new(stage);
    if STAGE.with_borrow(|shared| shared.as_ref().is_some_and(|shared| shared.is_kin(&ready))) {
        STAGE.set(Some(Arc::clone(&ready)));
    }
    ready
}

/// The same data with the closest level of the ground: another element may have brought it already,
/// else `part` does. `None` where it cannot be had; the map then goes on without it.
pub(super) async fn with_near(stage: Arc<Stage>, part: &Function) -> Option<Arc<Stage>> {
    let before = latest(Arc::clone(&stage));
    if !before.basemap().lacks_near() {
        return Some(before);
    }
    let bytes = parts::load(part, "basemap-near.bin", stage.basemap().near?).await?;
    let basemap = join_basemap(stage.basemap().clone(), &bytes).ok()?;
    Some(advance(latest(stage).with_ground(basemap)))
}

/// What the first view can do without, and the same data with their evidence, which comes with it; at once
/// where the part is there already.
pub(super) fn whole_with(stage: Arc<Stage>, part: &'static Part) -> Option<Whole> {
    let before = latest(stage);
    if before.atlas.apart.is_none() {
        return Some((part.ui, before));
    }
    let atlas = (part.join)(Atlas::clone(&before.atlas)).ok()?;
    Some((part.ui, advance(before.with_evidence(atlas))))
}

/// The same, fetched if need be; `None` where it cannot be had.
pub(super) async fn whole(stage: Arc<Stage>) -> Option<Whole> {
    whole_with(stage, later::fetch().await?)
}

/// What the paper says in that language, loaded once for all elements.
///
/// # Errors
///
/// The name of the file where it cannot be had, or is not the one that belongs to the data.
pub(super) async fn reading(
    outline: StudyOutline,
    lang: Lang,
    part: Option<&Function>,
) -> Result<Rc<Reading>, String> {
    let at = lang as usize;
    if let Some(ready) = READINGS.with_borrow(|readings| readings[at].clone()) {
        return Ok(ready);
    }
    let (name, version) = (format!("study-{}.bin", lang.code()), outline.parts[at]);
    let bytes = match part {
        Some(part) => parts::load(part, &name, version).await,
        None => None,
    };
    let bytes = bytes.filter(|bytes| checksum(bytes) == Some(version));
    let read = bytes.zip(later::fetch().await);
    let reading = read.and_then(|(bytes, part)| (part.ui.reading)(lang, &bytes)).ok_or(name)?;
    let ready = Rc::new(reading);
    READINGS.with_borrow_mut(|readings| readings[at] = Some(Rc::clone(&ready)));
    Ok(ready)
}

/// The claims of data that somebody brought, in that language.
pub(super) async fn reading_of(study: &Study<Names>, lang: Lang) -> Option<Rc<Reading>> {
    let part = later::fetch().await?;
    Some(Rc::new((part.ui.spoken)(lang, study)))
}

/// The network of the embedded data, loaded and made ready once for all elements.
///
/// # Errors
///
/// The name of the file where it cannot be had, or is not the one that belongs to the data, or where the data have
/// none.
pub(super) async fn graph(version: u32, part: Option<&Function>) -> Result<Arc<Graph>, String> {
    const NAME: &str = "network.bin";
    if version == 0 {
        return Err(NAME.to_owned());
    }
    if let Some(ready) = GRAPH.with_borrow(Clone::clone) {
        return Ok(ready);
    }
    let bytes = match part {
        Some(part) => parts::load(part, NAME, version).await,
        None => None,
    };
    let bytes = bytes.filter(|bytes| checksum(bytes) == Some(version));
    let read = bytes.zip(later::fetch().await);
    let ready = Arc::new(read.and_then(|(bytes, part)| (part.ui.graph)(&bytes)).ok_or(NAME)?);
    GRAPH.set(Some(Arc::clone(&ready)));
    Ok(ready)
}
