//! Values of a file as the types of its form. The codecs that serde derives do the same in many times the bytes, for
//! they read any format; here the file has been checked against the schema of these very types.

use serde_json::Value;
use std::collections::BTreeMap;

/// What can be read from a file; `None` where the value does not fit.
pub(super) trait Read: Sized {
    /// The value as such a thing.
    fn read(value: &Value) -> Option<Self>;
}

impl Read for String {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Read for f64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_f64()
    }
}

impl Read for u8 {
    fn read(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

/// What is missing is not so.
impl Read for bool {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(false),
            value => value.as_bool(),
        }
    }
}

/// What is missing is `None`.
impl<T: Read> Read for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::read(value).map(Some),
        }
    }
}

/// What is missing has no items.
impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::new()),
            value => value.as_array()?.iter().map(T::read).collect(),
        }
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::new()),
            value => {
                let pairs = value.as_object()?.iter();
                pairs.map(|(key, value)| Some((key.clone(), T::read(value)?))).collect()
            }
        }
    }
}

/// Reads a type by its fields, each with its key in a file.
macro_rules! fields {
    ($name:ident { $($field:ident = $key:literal),+ $(,)? }) => {
        impl $crate::data::own::fields::Read for $name {
            fn read(value: &serde_json::Value) -> Option<Self> {
                use $crate::data::own::fields::Read;
                value.is_object().then_some(())?;
                Some(Self { $($field: Read::read(&value[$key])?),+ })
            }
        }
    };
}
pub(super) use fields;
