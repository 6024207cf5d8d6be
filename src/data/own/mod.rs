//! A data set that a reader or a host brings along, as one JSON file, instead of the embedded one.
//!
//! The form of the file is [`form`]; its JSON Schema is made of these types, published in `docs/`, and
//! checked against here ([`shape`]), so that what an editor accepts the atlas does too. References between the
//! parts come after that ([`check`]). Whatever is wrong is listed, each with its path in the file; only a file
//! without a problem becomes an [`Atlas`] ([`make`]).

mod check;
mod fault;
mod fields;
mod form;
mod make;
mod shape;
mod word;

pub use fault::{Fault, Problem};

use crate::i18n::Names;
use crate::model::{atlas::Atlas, study::Study};
use fields::Read;
use form::DataSet;
use serde_json::Value;

/// The most bytes that a file may have.
pub const MAX_BYTES: usize = 5_000_000;

/// The most problems that are listed; who has more will not read them all at once.
pub const MAX_PROBLEMS: usize = 200;

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// The data set.
    pub atlas: Atlas,
    /// Its claims and events.
    pub study: Study<Names>,
}

/// The data set in the text of a file. `base` is the embedded data set with its evidence, which lends the words
/// of the interface and the names of countries, seas and rivers.
///
/// # Errors
///
/// Everything that is wrong with the file, at most [`MAX_PROBLEMS`], in its order.
pub fn read(text: &str, base: &Atlas) -> Result<Own, Vec<Problem>> {
    let whole = |fault| vec![Problem { path: String::new(), fault }];
    if text.len() > MAX_BYTES {
        return Err(whole(Fault::TooLarge));
    }
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| whole(Fault::of_json(&error)))?;
    let mut problems = shape::check(&value);
    check::check(&value, base, &mut problems);
    problems.truncate(MAX_PROBLEMS);
    match problems.is_empty() {
        // What fits the schema of the types fits the types.
        true => DataSet::read(&value)
            .map(|set| make::make(set, base))
            .ok_or_else(|| whole(Fault::Type("object".to_owned()))),
        false => Err(problems),
    }
}

/// The JSON Schema of a file, with what each part means.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> Value {
    shape::schema(true)
}

/// The same without words, as the atlas itself reads it.
#[cfg(not(target_arch = "wasm32"))]
pub fn short_schema() -> Value {
    shape::schema(false)
}
