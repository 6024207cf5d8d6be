//! The schema of a file, and whether a file fits it: every misfit, not only the first.
//!
//! Of [JSON Schema 2020-12](https://json-schema.org/draft/2020-12) it knows what the schema uses, and no more.
//! Texts with a form (dates, ids, addresses) are read by the types themselves instead of by their patterns.

use super::MAX_PROBLEMS;
use super::fault::{Fault, Problem};
use super::word::{Address, Country, Date, Name};
use crate::model::id::nearest;
use serde_json::{Map, Value};

/// Written by `cargo xtask gen`; a test compares it with the types.
static SCHEMA: &str = include_str!("../../../data/generated/own-schema.json");

/// All misfits of a file, in its order.
pub(super) fn check(file: &Value) -> Vec<Problem> {
    // The schema is a file of this very program.
    let schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
    let mut walk = Walk { kinds: &schema["$defs"], path: String::new(), problems: Vec::new() };
    walk.visit(&schema, file);
    walk.problems
}

struct Walk<'s> {
    kinds: &'s Value,
    path: String,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn report(&mut self, fault: Fault) {
        self.problems.push(Problem { path: self.path.clone(), fault });
    }

    /// Visits what lies below, under a longer path.
    fn below(&mut self, step: &str, schema: &Value, value: &Value) {
        let length = self.path.len();
        self.path.push_str(step);
        self.visit(schema, value);
        self.path.truncate(length);
    }

    fn visit(&mut self, schema: &Value, value: &Value) {
        if self.problems.len() >= MAX_PROBLEMS {
            return;
        }
        if let Some(kind) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
            return self.kind(kind, value);
        }
        if let Some(several) = schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array()) {
            return self.either(several, value);
        }
        if let Some(wanted) = schema["type"].as_str().filter(|wanted| !is(value, wanted)) {
            return self.report(Fault::Type(wanted.to_owned()));
        }
        self.word(schema, value);
        match value {
            Value::Object(object) => self.object(schema, object),
            Value::Array(items) => self.list(schema, items),
            Value::String(text) => {
                self.length(schema, ["minLength", "maxLength"], text.chars().count());
            }
            Value::Number(number) => self.range(schema, number.as_f64().unwrap_or_default()),
            Value::Bool(_) | Value::Null => {}
        }
    }

    fn kind(&mut self, kind: &str, value: &Value) {
        let Value::String(text) = value else { return self.visit(&self.kinds[kind], value) };
        let misfit = match kind {
            "Name" => Name::of(text).is_none().then_some("Name"),
            "Date" => Date::of(text).is_none().then_some("Date"),
            "Country" => Country::of(text).is_none().then_some("Country"),
            "Address" => Address::of(text).is_none().then_some("Address"),
            _ => return self.visit(&self.kinds[kind], value),
        };
        if let Some(name) = misfit {
            self.report(Fault::Form(name));
        }
    }

    /// Of several forms the one that fits best, of the right type if there is one, tells what is wrong.
    fn either(&mut self, several: &[Value], value: &Value) {
        let tried = several.iter().map(|schema| {
            let mut walk =
                Walk { kinds: self.kinds, path: self.path.clone(), problems: Vec::new() };
            walk.visit(schema, value);
            walk.problems
        });
        let mut all: Vec<Vec<Problem>> = tried.collect();
        let other = |of: &Problem| of.path == self.path && matches!(of.fault, Fault::Type(_));
        let misfit = |at: &usize| (all[*at].iter().any(other), all[*at].len());
        let Some(least) = (0..all.len()).min_by_key(misfit) else { return };
        let mut best = all.swap_remove(least);
        // Words that the others would take stand beside those of the best.
        for problem in &mut best {
            let Fault::Word { allowed, .. } = &mut problem.fault else { continue };
            let others = all.iter().flatten().filter(|other| other.path == problem.path);
            for other in others {
                if let Fault::Word { allowed: more, .. } = &other.fault {
                    allowed.push_str(", ");
                    allowed.push_str(more);
                }
            }
        }
        self.problems.extend(best);
    }

    fn word(&mut self, schema: &Value, value: &Value) {
        let allowed = match (&schema["enum"], &schema["const"]) {
            (Value::Array(words), _) => words.as_slice(),
            (_, Value::Null) => return,
            (_, word) => std::slice::from_ref(word),
        };
        if !allowed.contains(value) {
            let words: Vec<&str> = allowed.iter().filter_map(Value::as_str).collect();
            let given = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            self.report(Fault::Word { given, allowed: words.join(", ") });
        }
    }

    fn object(&mut self, schema: &Value, object: &Map<String, Value>) {
        let none = Map::new();
        let known = schema["properties"].as_object().unwrap_or(&none);
        let required = schema["required"].as_array().into_iter().flatten();
        for key in required.filter_map(Value::as_str).filter(|key| !object.contains_key(*key)) {
            self.report(Fault::Missing(key.to_owned()));
        }
        self.length(schema, ["minProperties", "maxProperties"], object.len());
        for (key, value) in object {
            let step = if self.path.is_empty() { key.clone() } else { format!(".{key}") };
            match (known.get(key), &schema["additionalProperties"]) {
                (Some(schema), _) => self.below(&step, schema, value),
                (None, schema @ Value::Object(_)) => self.below(&step, schema, value),
                (None, Value::Bool(false)) => self.report(Fault::UnknownKey {
                    key: key.clone(),
                    nearest: nearest(key, known.keys().map(String::as_str)),
                }),
                (None, _) => {}
            }
        }
    }

    fn list(&mut self, schema: &Value, items: &[Value]) {
        self.length(schema, ["minItems", "maxItems"], items.len());
        let first = schema["prefixItems"].as_array().map(Vec::as_slice).unwrap_or_default();
        for (at, item) in items.iter().enumerate() {
            let schema = first.get(at).unwrap_or(&schema["items"]);
            self.below(&format!("[{at}]"), schema, item);
        }
    }

    fn length(&mut self, schema: &Value, [least, most]: [&str; 2], length: usize) {
        let bound = |key: &str| schema[key].as_u64().and_then(|bound| usize::try_from(bound).ok());
        let (least, most) = (bound(least).unwrap_or(0), bound(most));
        if length < least || most.is_some_and(|most| length > most) {
            self.report(Fault::Length { least, most });
        }
    }

    fn range(&mut self, schema: &Value, number: f64) {
        let bound = |key: &str, or| schema[key].as_f64().unwrap_or(or);
        let (low, high) = (bound("minimum", f64::MIN), bound("maximum", f64::MAX));
        if !(low..=high).contains(&number) {
            self.report(Fault::Range { low, high });
        }
    }
}

/// Whether a value is of a type of JSON Schema.
fn is(value: &Value, wanted: &str) -> bool {
    match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        _ => false,
    }
}

/// The schema as the types say it: with what each part means, or without words.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn schema(words: bool) -> Value {
    let schema = schemars::schema_for!(super::form::DataSet);
    let mut schema = Value::from(schema);
    plain(&mut schema, words);
    schema
}

/// What is not known is left out of a file, never `null`; and what `format` says of numbers is no form of JSON.
#[cfg(not(target_arch = "wasm32"))]
fn plain(schema: &mut Value, words: bool) {
    match schema {
        Value::Object(object) => {
            // Names of properties are no words of the schema.
            if let Some(Value::Object(properties)) = object.get_mut("properties") {
                properties.values_mut().for_each(|property| plain(property, words));
            }
            object.remove("format");
            if object.get("default").is_some() {
                object.remove("default");
            }
            if !words {
                for key in ["description", "title", "$schema", "pattern"] {
                    if object.get(key).is_some_and(Value::is_string) {
                        object.remove(key);
                    }
                }
            }
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|of| of != "null");
                if let [one] = types.as_slice() {
                    object["type"] = one.clone();
                }
            }
            let several = object.get_mut("anyOf").and_then(Value::as_array_mut);
            if let Some(several) = several {
                several.retain(|one| one["type"] != "null");
                if let [Value::Object(one)] = several.as_mut_slice() {
                    let one = std::mem::take(one);
                    object.remove("anyOf");
                    object.extend(one);
                }
            }
            for (key, value) in object.iter_mut() {
                if key != "properties" {
                    plain(value, words);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| plain(item, words)),
        _ => {}
    }
}
