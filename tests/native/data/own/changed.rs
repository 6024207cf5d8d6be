//! Files in which anything may be anything.

use super::{read, small};
use crate::shipped;
use atlas::data::own::{self, Own};
use atlas::model::id::{Kind, Ref};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Everything in a value, as ways to it.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), out));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), out));
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn no_change_of_a_file_is_fatal(
        spot in any::<prop::sample::Index>(),
        put in prop_oneof![
            Just(Value::Null), any::<bool>().prop_map(Value::from), any::<f64>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from), ".{0,8}".prop_map(Value::from),
            Just(json!([])), Just(json!({})), Just(json!([[]])),
        ],
    ) {
        let mut file = small();
        let mut ways = Vec::new();
        pointers(&file, "", &mut ways);
        *file.pointer_mut(spot.get(&ways).as_str()).unwrap() = put;
        match read(&file) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            // What is taken for good can be drawn and spoken of.
            Ok(Own { atlas, study }) => {
                let stage = shipped::stage().with_data(atlas);
                for corridor in &stage.atlas.corridors {
                    let target = Ref { kind: corridor.kind(), id: corridor.id.clone() };
                    prop_assert!(!stage.extent(&target).is_empty());
                }
                for place in &stage.atlas.places {
                    let target = Ref { kind: Kind::Place, id: place.id.clone() };
                    prop_assert!(stage.atlas.has(&target));
                }
                prop_assert_eq!(study.claims.len(), usize::from(stage.atlas.study.claims));
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in ".{0,200}") {
        prop_assert!(own::read(&text, &shipped::atlas()).is_err());
    }
}
