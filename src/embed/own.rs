//! Data that somebody brought, read and refused. It comes later, by the functions that `later` names.

use super::error::Code;
use super::host::plain;
use crate::data::own::{self, Own, Problem};
use crate::i18n::{Arg, Names};
use crate::model::study::Study;
use crate::scene::stage::Stage;
use crate::ui::store::Store;
use leptos::prelude::WithUntracked;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// What a file holds, ready to be drawn, or what is wrong with it.
pub(super) type Read = Result<(Stage, Study<Names>), Vec<Problem>>;

/// Reads the text of a file, on the ground and with the words of the embedded data.
pub(super) fn read(stage: &Stage, text: &str) -> Read {
    let Own { atlas, study } = own::read(text, &stage.atlas)?;
    Ok((stage.with_data(atlas), study))
}

#[derive(Serialize)]
struct Listed {
    path: String,
    message: String,
}

#[derive(Serialize)]
struct Refused<'a> {
    code: &'static str,
    message: &'a str,
    problems: Vec<Listed>,
}

/// The error for data with problems: the first in its message, all of them as a list.
pub(super) fn refused(store: Store, problems: &[Problem]) -> JsValue {
    let atlas = store.atlas();
    let lang = store.state.with_untracked(|state| state.lang);
    let list = |problem: &Problem| Listed {
        path: problem.path.clone(),
        message: problem.fault.say(&atlas.catalogs, lang),
    };
    let problems: Vec<Listed> = problems.iter().map(list).collect();
    let first = problems.first().map(|first| match first.path.as_str() {
        "" => first.message.clone(),
        path => format!("{path}: {}", first.message),
    });
    let first = first.unwrap_or_default();
    let message = store.fill_untracked("api.bad_data", &[("problem", Arg::Word(&first))]);
    plain(&Refused { code: Code::BadData.name(), message: &message, problems })
}
