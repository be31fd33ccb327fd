//! The least reply that has a declared shape, with all that is read of it.

use serde_json::{Map, Value};
use settled_codegen::model::{Position, TimeKind, Type, Types, View, ViewKind};

/// A value of this type: what is required, and what `view` reads.
pub(super) fn sample(ty: &Type, view: Option<&View>, types: &Types) -> Value {
    let children = match view.map(|view| &view.kind) {
        Some(ViewKind::Object(children) | ViewKind::Map(children, _)) => children.as_slice(),
        _ => &[],
    };
    let read = |name: &str| children.iter().find(|(child, _)| child == name).map(|(_, view)| view);
    match ty {
        Type::String | Type::Secret | Type::LenientString => Value::from("text"),
        Type::VendorUrl => Value::from("/"),
        Type::Time(TimeKind::Timestamp) => Value::from("2024-01-02T03:04:05Z"),
        Type::Int | Type::LenientInt | Type::Time(_) => Value::from(1),
        Type::Float => Value::from(1.5),
        Type::Bool | Type::LenientBool => Value::from(true),
        Type::Json if children.is_empty() => Value::from("text"),
        Type::Json => {
            let member = |(name, view): &(String, View)| (name.clone(), sample(ty, Some(view), types));
            children.iter().map(member).collect::<Map<_, _>>().into()
        }
        Type::Sensitive(inner) => sample(inner, view, types),
        Type::JsonText(inner) => {
            let within = match view.map(|view| &view.kind) {
                Some(ViewKind::Inner(within)) => Some(&**within),
                _ => None,
            };
            Value::from(sample(inner, within, types).to_string())
        }
        Type::List(item) => {
            let items = match view.map(|view| &view.kind) {
                Some(ViewKind::List(items, _)) => items.as_slice(),
                _ => &[],
            };
            let least = |at: &Position| match at {
                Position::At(at) => *at as usize + 1,
                Position::Last => 1,
            };
            let count = items.iter().map(|(at, _)| least(at)).max().unwrap_or_default();
            let view = |at: usize| items.iter().find(|(other, _)| other.index(count) == Some(at)).map(|(_, view)| view);
            (0..count).map(|at| sample(item, view(at), types)).collect()
        }
        Type::Map(value) => {
            let member = |(name, view): &(String, View)| (name.clone(), sample(value, Some(view), types));
            children.iter().map(member).collect::<Map<_, _>>().into()
        }
        Type::Record(at) => {
            let fields =
                types.records[*at].fields.iter().filter(|field| !field.optional || read(&field.name).is_some());
            let member = |field: &settled_codegen::model::Field| {
                (field.name.clone(), sample(&field.ty, read(&field.name), types))
            };
            fields.map(member).collect::<Map<_, _>>().into()
        }
        Type::Enum(at) => types.enums[*at].words.first().map_or(Value::Null, |word| Value::from(word.text.as_str())),
        Type::Union(at) => {
            let members = match view.map(|view| &view.kind) {
                Some(ViewKind::Union(members)) => members.as_slice(),
                _ => &[],
            };
            // What is read may stand in one member alone.
            let all = types.unions[*at].members.iter().enumerate().map(|(at, (_, ty))| (ty, members.get(at)));
            let reads = |view: &View| !matches!(&view.kind, ViewKind::Scalar(_));
            let best = all.max_by_key(|(_, view)| view.is_some_and(reads));
            best.map_or(Value::Null, |(ty, view)| sample(ty, view, types))
        }
    }
}
