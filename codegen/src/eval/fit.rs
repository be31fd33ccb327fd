//! Whether what is read of a body has its declared shape.

use serde_json::value::RawValue;

use super::json::{self, Found, open, parse, unreadable};
use crate::model::reading::{Elements, Position, View, ViewKind};
use crate::model::types::{Type, Types};

/// Whether what is read of a place has its declared type.
pub(super) fn fits(view: &View, raw: Option<&RawValue>, types: &Types) -> Result<(), String> {
    let found = raw.map_or(Some(Found::Absent), open).ok_or("a string that is read holds a broken escape")?;
    if view.optional && matches!(found, Found::Absent | Found::Null) {
        return Ok(());
    }
    let misfit = || {
        let place = if view.path.is_empty() { "the body".to_owned() } else { format!("`{}`", view.path) };
        Err(format!("{place}: expected `{}`, found {}", types.describe(&view.ty), found.describe()))
    };
    match &view.kind {
        ViewKind::Scalar(_) => match scalar(&view.ty, &found) {
            true => Ok(()),
            false => misfit(),
        },
        ViewKind::Object(fields) => match &found {
            Found::Object(members) => {
                fields.iter().try_for_each(|(name, field)| fits(field, json::member(members, name), types))
            }
            _ => misfit(),
        },
        ViewKind::Inner(inner) => match &found {
            Found::Text(text) => match parse(text) {
                Ok(raw) => fits(inner, Some(raw), types),
                Err(_) => misfit(),
            },
            _ => misfit(),
        },
        ViewKind::Union(members) => match members.iter().any(|member| fits(member, raw, types).is_ok()) {
            true => Ok(()),
            false => misfit(),
        },
        ViewKind::List(items, asked) => match &found {
            Found::List(elements) => {
                let element = |at: Position| elements.get(at.index(elements.len())?).copied();
                items.iter().try_for_each(|(at, item)| fits(item, element(*at), types))?;
                match elements_fit(asked, elements, types) {
                    true => Ok(()),
                    false => misfit(),
                }
            }
            _ => misfit(),
        },
        ViewKind::Map(values, asked) => match &found {
            Found::Object(members) => {
                values.iter().try_for_each(|(name, value)| fits(value, json::member(members, name), types))?;
                let all: Vec<_> = members.iter().map(|(_, value)| *value).collect();
                match elements_fit(asked, &all, types) {
                    true => Ok(()),
                    false => misfit(),
                }
            }
            _ => misfit(),
        },
    }
}

fn elements_fit(asked: &Elements, elements: &[&RawValue], types: &Types) -> bool {
    let Some(view) = asked.view.as_deref().filter(|_| !asked.conditions.is_empty()) else { return true };
    elements.iter().all(|element| unreadable(element, &[view]).is_none() && fits(view, Some(element), types).is_ok())
}

fn scalar(ty: &Type, found: &Found<'_>) -> bool {
    match (ty.written(), found) {
        (Type::Sensitive(inner), found) => scalar(inner, found),
        (Type::Json, found) => !matches!(found, Found::Absent),
        (Type::String | Type::Secret | Type::Enum(_) | Type::JsonText(_), Found::Text(_)) => true,
        (Type::LenientString, Found::Text(_) | Found::Number(_)) => true,
        (Type::Bool | Type::LenientBool, Found::Bool(_)) => true,
        (Type::LenientBool, Found::Text(text)) => ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word)),
        (Type::Int | Type::LenientInt, Found::Number(number)) => number.parse::<i64>().is_ok(),
        (Type::LenientInt, Found::Text(text)) => !text.starts_with('+') && text.parse::<i64>().is_ok(),
        (Type::Float, Found::Number(number)) => number.parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    }
}
