//! JSON, opened one level at a time. Scalars stay as they are written, and both of two equal keys are seen.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::model::reading::{View, ViewKind};

/// One value, opened.
#[derive(Debug)]
pub(super) enum Found<'a> {
    Absent,
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<&'a RawValue>),
    Object(Vec<(String, &'a RawValue)>),
}

impl Found<'_> {
    pub(super) fn describe(&self) -> &'static str {
        match self {
            Found::Absent => "nothing",
            Found::Null => "null",
            Found::Bool(_) => "a boolean",
            Found::Number(_) => "a number",
            Found::Text(_) => "a string",
            Found::List(_) => "a list",
            Found::Object(_) => "an object",
        }
    }
}

/// A whole text as one value.
pub(super) fn parse(text: &str) -> Result<&RawValue, String> {
    serde_json::from_str(text).map_err(|_| "the body is not JSON".to_owned())
}

/// Opens a value. `None` where a string holds a broken escape.
pub(super) fn open(raw: &RawValue) -> Option<Found<'_>> {
    let text = raw.get();
    Some(match text.as_bytes().first()? {
        b'n' => Found::Null,
        b't' => Found::Bool(true),
        b'f' => Found::Bool(false),
        b'"' => Found::Text(serde_json::from_str(text).ok().map(Cow::Owned)?),
        b'[' => Found::List(serde_json::from_str(text).ok()?),
        b'{' => Found::Object(serde_json::Deserializer::from_str(text).deserialize_map(Members).ok()?),
        _ => Found::Number(text),
    })
}

/// The last member of this name.
pub(super) fn member<'a>(members: &[(String, &'a RawValue)], name: &str) -> Option<&'a RawValue> {
    members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| *value)
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(entry) = object.next_entry()? {
            members.push(entry);
        }
        Ok(members)
    }
}

/// A key that one of `views` reads here and that is given twice. Elements that are counted are looked at on their own.
pub(super) fn reads_twice(raw: &RawValue, views: &[&View]) -> Option<String> {
    let views: Vec<&View> = views.iter().flat_map(|view| alternatives(view)).collect();
    match open(raw)? {
        Found::Object(members) => {
            for (at, (key, value)) in members.iter().enumerate() {
                let read: Vec<&View> = views.iter().filter_map(|view| named(view, key)).collect();
                if read.is_empty() {
                    continue;
                }
                if members[..at].iter().any(|(earlier, _)| earlier == key) {
                    return Some(key.clone());
                }
                if let Some(twice) = reads_twice(value, &read) {
                    return Some(twice);
                }
            }
            None
        }
        Found::List(elements) => elements.iter().enumerate().find_map(|(at, element)| {
            let read: Vec<&View> = views.iter().filter_map(|view| numbered(view, at)).collect();
            reads_twice(element, &read)
        }),
        _ => None,
    }
}

/// A view, or the members of a union.
fn alternatives(view: &View) -> Vec<&View> {
    match &view.kind {
        ViewKind::Union(members) => members.iter().flat_map(alternatives).collect(),
        _ => vec![view],
    }
}

fn named<'v>(view: &'v View, key: &str) -> Option<&'v View> {
    match &view.kind {
        ViewKind::Object(fields) | ViewKind::Map(fields, _) => {
            fields.iter().find(|(name, _)| name == key).map(|(_, field)| field)
        }
        _ => None,
    }
}

fn numbered(view: &View, at: usize) -> Option<&View> {
    match &view.kind {
        ViewKind::List(items, _) => items.iter().find(|(position, _)| *position as usize == at).map(|(_, item)| item),
        _ => None,
    }
}
