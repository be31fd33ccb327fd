//! Bodies in the making: values of a type, and places in them.

use serde_json::{Map, Value};

use crate::model::reading::{Position, View, ViewKind};
use crate::model::types::{TimeKind, Type, Types};

/// The least value of a place's type.
pub(super) fn default(view: &View, types: &Types) -> Value {
    of_type(&view.ty, types)
}

/// The least value of a type: what must be there, and no more.
pub(super) fn of_type(ty: &Type, types: &Types) -> Value {
    match ty {
        Type::Time(TimeKind::Timestamp) => "2024-01-02T03:04:05Z".into(),
        Type::Time(_) => 1.into(),
        Type::VendorUrl => "/".into(),
        Type::String | Type::Secret | Type::LenientString => "text".into(),
        Type::Int | Type::LenientInt => 0.into(),
        Type::Float => 0.5.into(),
        Type::Bool | Type::LenientBool => false.into(),
        Type::Json | Type::Map(_) => Value::Object(Map::new()),
        Type::Sensitive(inner) => of_type(inner, types),
        Type::JsonText(inner) => of_type(inner, types).to_string().into(),
        Type::List(_) => Value::Array(Vec::new()),
        Type::Record(at) => {
            let required = types.records[*at].fields.iter().filter(|field| !field.optional);
            Value::Object(required.map(|field| (field.name.clone(), of_type(&field.ty, types))).collect())
        }
        Type::Enum(at) => types.enums[*at].words.first().map_or(Value::Null, |word| word.text.clone().into()),
        Type::Union(at) => types.unions[*at].members.first().map_or(Value::Null, |(_, member)| of_type(member, types)),
    }
}

/// A scalar as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Every place below that rules test, with the steps to it.
pub(super) fn places(view: &View) -> Vec<(Vec<String>, &View)> {
    fn below<'v, K: ToString>(children: &'v [(K, View)], all: &mut Vec<(Vec<String>, &'v View)>) {
        for (step, child) in children.iter().filter(|(_, child)| child.tested) {
            let step = step.to_string();
            all.push((vec![step.clone()], child));
            let inside = places(child).into_iter();
            all.extend(inside.map(|(steps, place)| ([step.clone()].into_iter().chain(steps).collect(), place)));
        }
    }
    let mut all = Vec::new();
    match &view.kind {
        ViewKind::Scalar(_) => {}
        ViewKind::Object(children) | ViewKind::Map(children, _) => below(children, &mut all),
        ViewKind::List(children, _) => below(children, &mut all),
        ViewKind::Inner(inner) => return places(inner),
        ViewKind::Union(members) => members.iter().for_each(|member| all.extend(places(member))),
    }
    all
}

/// The place at the end of a path.
pub(super) fn at<'v>(view: &'v View, steps: &[String]) -> Option<&'v View> {
    let Some((step, rest)) = steps.split_first() else { return Some(view) };
    match &view.kind {
        ViewKind::Scalar(_) => None,
        ViewKind::Inner(inner) => at(inner, steps),
        ViewKind::Object(children) | ViewKind::Map(children, _) => {
            children.iter().find(|(name, _)| name == step).and_then(|(_, child)| at(child, rest))
        }
        ViewKind::List(children, _) => {
            children.iter().find(|(at, _)| at.to_string() == *step).and_then(|(_, child)| at(child, rest))
        }
        ViewKind::Union(members) => members.iter().find_map(|member| at(member, steps)),
    }
}

/// What stands at the end of a path.
pub(super) fn get(body: &Value, steps: &[String]) -> Option<Value> {
    steps.iter().try_fold(body.clone(), |value, step| match value {
        Value::Array(items) => items.get(Position::parse(step)?.index(items.len())?).cloned(),
        Value::String(text) => serde_json::from_str::<Value>(&text).ok()?.get(step).cloned(),
        value => value.get(step).cloned(),
    })
}

/// Puts a value at the end of a path, or takes away what stands there. What is missing on the way is made.
pub(super) fn set(view: &View, body: &mut Value, steps: &[String], value: Option<Value>, types: &Types) {
    let Some((step, rest)) = steps.split_first() else {
        *body = value.unwrap_or(Value::Null);
        return;
    };
    match &view.kind {
        ViewKind::Scalar(_) => {}
        ViewKind::Inner(inner) => {
            let text = body.as_str().unwrap_or_default();
            let mut inside = serde_json::from_str(text).unwrap_or_else(|_| default(inner, types));
            set(inner, &mut inside, steps, value, types);
            *body = inside.to_string().into();
        }
        ViewKind::Union(members) => {
            if let Some(member) = members.iter().find(|member| at(member, steps).is_some()) {
                if !body.is_object() {
                    *body = default(member, types);
                }
                set(member, body, steps, value, types);
            }
        }
        ViewKind::Object(children) | ViewKind::Map(children, _) => {
            let Some((_, child)) = children.iter().find(|(name, _)| name == step) else { return };
            if !body.is_object() {
                *body = default(view, types);
            }
            let Value::Object(members) = body else { return };
            match (value, rest.is_empty()) {
                (None, true) => drop(members.remove(step)),
                (value, _) => {
                    let place = members.entry(step.clone()).or_insert_with(|| default(child, types));
                    if place.is_null() && !rest.is_empty() {
                        *place = default(child, types);
                    }
                    set(child, place, rest, value, types);
                }
            }
        }
        ViewKind::List(children, _) => {
            let Some((position, child)) = children.iter().find(|(at, _)| at.to_string() == *step) else { return };
            if !body.is_array() {
                *body = Value::Array(Vec::new());
            }
            let Value::Array(items) = body else { return };
            let position = match position {
                Position::At(at) => *at as usize,
                Position::Last => items.len().saturating_sub(1),
            };
            match (value, rest.is_empty()) {
                (None, true) => items.truncate(position),
                (value, _) => {
                    while items.len() <= position {
                        items.push(default(child, types));
                    }
                    set(child, &mut items[position], rest, value, types);
                }
            }
        }
    }
}
