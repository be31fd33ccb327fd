//! Whether a whole body has its declared type: read from the model's types, one value after the other.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use settled_codegen::model::{Type, Types};

/// Whether a text is JSON of a type.
pub(crate) fn is_declared(text: &str, ty: &Type, types: &Types) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| is(raw.get(), ty, types))
}

/// Whether one value, as it is written, is of a type.
fn is(json: &str, ty: &Type, types: &Types) -> bool {
    let text = || serde_json::from_str::<String>(json).ok();
    let number = || json.starts_with(|first: char| first == '-' || first.is_ascii_digit()).then_some(json);
    match ty {
        // No random model has one.
        Type::Time(_) => false,
        Type::VendorUrl => text().is_some(),
        Type::Json => serde_json::from_str::<serde_json::Value>(json).is_ok(),
        Type::Sensitive(inner) => is(json, inner, types),
        Type::String | Type::Secret | Type::Enum(_) => text().is_some(),
        Type::LenientString => text().is_some() || number().is_some(),
        Type::Bool => matches!(json, "true" | "false"),
        Type::LenientBool => {
            matches!(json, "true" | "false")
                || text().is_some_and(|text| ["true", "false"].contains(&text.to_ascii_lowercase().as_str()))
        }
        Type::Int => number().is_some_and(|number| number.parse::<i64>().is_ok()),
        Type::LenientInt => {
            let digits = |text: &String| text.parse::<i64>().is_ok() && !text.starts_with('+');
            number().is_some_and(|number| number.parse::<i64>().is_ok()) || text().as_ref().is_some_and(digits)
        }
        Type::Float => number().is_some_and(|number| number.parse::<f64>().is_ok_and(f64::is_finite)),
        Type::JsonText(inner) => text().is_some_and(|text| is_declared(&text, inner, types)),
        Type::List(inner) => match serde_json::from_str::<Vec<&RawValue>>(json) {
            Ok(elements) => elements.iter().all(|element| is(element.get(), inner, types)),
            Err(_) => false,
        },
        Type::Map(inner) => members(json).is_some_and(|members| {
            let once = |at: usize| members[..at].iter().all(|(key, _)| *key != members[at].0);
            (0..members.len()).all(|at| once(at) && is(members[at].1.get(), inner, types))
        }),
        Type::Union(at) => types.unions[*at].members.iter().any(|(_, member)| is(json, member, types)),
        Type::Record(at) => members(json).is_some_and(|members| {
            types.records[*at].fields.iter().all(|field| {
                let mut found = members.iter().filter(|(key, _)| *key == field.name).map(|(_, value)| value.get());
                match (found.next(), found.next()) {
                    (None | Some("null"), None) if field.optional => true,
                    (Some(value), None) => is(value, &field.ty, types),
                    _ => false,
                }
            })
        }),
    }
}

/// Whether a text is JSON in which no reader can see two things: every key stands once, and all text is text.
pub(crate) fn is_plain(json: &str) -> bool {
    if serde_json::from_str::<serde_json::Value>(json).is_err() {
        return false;
    }
    if let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(json) {
        return elements.iter().all(|element| is_plain(element.get()));
    }
    let inner = serde_json::from_str::<String>(json);
    match (members(json), inner) {
        (Some(members), _) => {
            let keys: BTreeSet<&String> = members.iter().map(|(key, _)| key).collect();
            keys.len() == members.len() && members.iter().all(|(_, value)| is_plain(value.get()))
        }
        (None, Ok(inner)) if inner.starts_with('{') => is_plain(&inner),
        _ => true,
    }
}

/// The key under which `serde_json` may hand over a number: no decoder takes it for an object's.
const NUMBER: &str = "$serde_json::private::Number";

/// The members of an object, both of two equal keys among them.
fn members(json: &str) -> Option<Vec<(String, &RawValue)>> {
    struct Members;

    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, &'de RawValue)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
            std::iter::from_fn(|| object.next_entry().transpose()).collect()
        }
    }

    let members = serde_json::Deserializer::from_str(json).deserialize_map(Members).ok()?;
    members.iter().all(|(key, _)| key != NUMBER).then_some(members)
}
