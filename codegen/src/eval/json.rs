//! JSON, opened one level at a time. Scalars stay as they are written, and both of two equal keys are seen.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::model::reading::{Position, View, ViewKind};

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
        // Below a place that nobody looks into, a key may be anything.
        b'{' => Found::Object(members(raw).unwrap_or_default()),
        _ => Found::Number(text),
    })
}

/// The members of an object. `None` where a key holds a broken escape.
fn members(raw: &RawValue) -> Option<Vec<(String, &RawValue)>> {
    serde_json::Deserializer::from_str(raw.get()).deserialize_map(Members).ok()
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

/// Why a body cannot be read as any of `views`: a key that one of them reads is given twice, or text that one of them
/// reads is broken. Elements that are counted are looked at on their own.
pub(super) fn unreadable(raw: &RawValue, views: &[&View]) -> Option<String> {
    let views = alternatives(views);
    let reads_below = views.iter().any(|view| has_below(view));
    if !reads_below && !raw.get().starts_with('"') {
        return None;
    }
    let broken = raw.get().starts_with('{') && members(raw).is_none();
    let Some(found) = open(raw).filter(|_| !broken) else {
        return Some("a string that is read holds a broken escape".to_owned());
    };
    match found {
        Found::Object(members) => members.iter().enumerate().find_map(|(at, (key, value))| {
            let read = named(&views, key);
            if read.is_empty() {
                return None;
            }
            match members[..at].iter().any(|(earlier, _)| earlier == key) {
                true => Some(format!("`{key}` is given twice")),
                false => unreadable(value, &read),
            }
        }),
        Found::List(elements) => elements.iter().enumerate().find_map(|(at, element)| {
            let read = numbered(&views, at, elements.len());
            if read.is_empty() { None } else { unreadable(element, &read) }
        }),
        Found::Text(text) => {
            let inside = inner_views(&views);
            let raw = parse(&text).ok().filter(|_| !inside.is_empty())?;
            unreadable(raw, &inside)
        }
        _ => None,
    }
}

/// Whether anything is read below a place.
fn has_below(view: &View) -> bool {
    match &view.kind {
        ViewKind::Object(fields) => !fields.is_empty(),
        ViewKind::Map(fields, asked) => !fields.is_empty() || !asked.is_empty(),
        ViewKind::List(items, asked) => !items.is_empty() || !asked.is_empty(),
        ViewKind::Inner(_) => true,
        ViewKind::Scalar(_) | ViewKind::Union(_) => false,
    }
}

/// The views, with the members of unions in their places.
pub(super) fn alternatives<'v>(views: &[&'v View]) -> Vec<&'v View> {
    let members = |view: &'v View| match &view.kind {
        ViewKind::Union(members) => alternatives(&members.iter().collect::<Vec<_>>()),
        _ => vec![view],
    };
    views.iter().flat_map(|view| members(view)).collect()
}

/// What is read of the member of this name.
pub(super) fn named<'v>(views: &[&'v View], key: &str) -> Vec<&'v View> {
    let fields = views.iter().flat_map(|view| match &view.kind {
        ViewKind::Object(fields) | ViewKind::Map(fields, _) => fields.as_slice(),
        _ => &[],
    });
    fields.filter(|(name, _)| name == key).map(|(_, field)| field).collect()
}

/// What is read of the element with this index, of so many.
fn numbered<'v>(views: &[&'v View], at: usize, count: usize) -> Vec<&'v View> {
    items(views).filter(|(position, _)| position.index(count) == Some(at)).map(|(_, item)| item).collect()
}

/// What is read of the element that a path leads to by this position.
pub(super) fn at_position<'v>(views: &[&'v View], at: Position) -> Vec<&'v View> {
    items(views).filter(|(position, _)| *position == at).map(|(_, item)| item).collect()
}

fn items<'a, 'v: 'a>(views: &'a [&'v View]) -> impl Iterator<Item = &'v (Position, View)> + 'a {
    views.iter().flat_map(|view| match &view.kind {
        ViewKind::List(items, _) => items.as_slice(),
        _ => &[],
    })
}

fn inner_views<'v>(views: &[&'v View]) -> Vec<&'v View> {
    let inner = views.iter().filter_map(|view| match &view.kind {
        ViewKind::Inner(inner) => Some(&**inner),
        _ => None,
    });
    inner.collect()
}

/// The object inside a string that is declared to hold one, and what is read of it.
pub(super) fn inner<'t, 'v>(text: &'t str, views: &[&'v View]) -> Option<(&'t RawValue, Vec<&'v View>)> {
    let inside = inner_views(views);
    let raw = parse(text).ok().filter(|raw| raw.get().starts_with('{') && !inside.is_empty())?;
    Some((raw, inside))
}
