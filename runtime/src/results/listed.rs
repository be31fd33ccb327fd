//! The elements of a list or map that a reply has, taken apart.

use std::collections::HashSet;
use std::fmt;

use bytes::Bytes;
use serde_json::value::RawValue;

use crate::error::DecodeError;
use crate::hints::Taken;
use crate::probe::{Node, read};
use crate::raw::Members;
use crate::reply::Reply;

/// Where a reply has the elements for each of which something is asked, and what is read of one.
#[derive(Debug)]
pub struct Listed {
    /// The path to the list, or to the map.
    pub path: &'static [&'static str],
    /// Whether it may be absent or null: then there are no elements.
    pub optional: bool,
    /// Whether it is a map.
    pub keyed: bool,
    /// What is read of one element.
    pub node: Node,
    /// How many slots that takes.
    pub slots: u16,
}

/// The step of a path to the last element of a list.
const LAST: &str = "-1";

/// One element. `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Entry {
    key: Option<String>,
    json: Bytes,
}

impl Listed {
    /// The elements that a reply has.
    pub fn elements(&self, reply: &Reply) -> Result<Vec<Entry>, DecodeError> {
        let Some(place) = self.place(reply.body())? else {
            return match self.optional {
                true => Ok(Vec::new()),
                false => Err(self.wrong("there is nothing")),
            };
        };
        let entry = |key, raw: &RawValue| Entry { key, json: place.slice_ref(raw.get().as_bytes()) };
        if !self.keyed {
            let all: Vec<&RawValue> = serde_json::from_slice(&place).map_err(|_| self.wrong("there is no list"))?;
            return Ok(all.into_iter().map(|raw| entry(None, raw)).collect());
        }
        let Members(all) = serde_json::from_slice(&place).map_err(|_| self.wrong("there is no object"))?;
        let mut keys = HashSet::new();
        if !all.iter().all(|(key, _)| keys.insert(key)) {
            return Err(self.wrong("a key is given twice"));
        }
        Ok(all.iter().map(|(key, raw)| entry(Some(key.clone()), raw)).collect())
    }

    /// A text of an element.
    pub fn take(&'static self, element: &Entry, taken: &Taken, name: &str) -> Result<String, DecodeError> {
        let slots = read(&self.node, &element.json, self.slots);
        let slots = slots.map_err(|wrong| DecodeError::new(wrong.reason(&element.json)))?;
        let text = taken.of(&slots).filter(|text| !text.is_empty()).map(std::borrow::Cow::into_owned);
        text.ok_or_else(|| DecodeError::new(format!("the element does not say `{name}`")))
    }

    /// What stands at the path, without a copy; `None` where that is nothing, or null.
    fn place(&self, body: &Bytes) -> Result<Option<Bytes>, DecodeError> {
        let (mut at, mut path) = (body.clone(), self.path);
        loop {
            let no_json = || self.wrong("there is no JSON");
            let raw: &RawValue = serde_json::from_slice(&at).map_err(|_| no_json())?;
            let next = match (raw.get().as_bytes().first(), path.split_first()) {
                (Some(b'n'), _) => return Ok(None),
                // Where it is declared, a string holds JSON.
                (Some(b'"'), _) => Bytes::from(serde_json::from_str::<String>(raw.get()).map_err(|_| no_json())?),
                (_, None) => return Ok(Some(at.slice_ref(raw.get().as_bytes()))),
                (_, Some((step, rest))) => {
                    path = rest;
                    match below(raw, step).ok_or_else(no_json)? {
                        Some(found) => at.slice_ref(found.get().as_bytes()),
                        None => return Ok(None),
                    }
                }
            };
            at = next;
        }
    }

    fn wrong(&self, what: &str) -> DecodeError {
        DecodeError::new(match self.path {
            [] => format!("the body has no elements: {what}"),
            path => format!("`{}` has no elements: {what}", path.join(".")),
        })
    }
}

/// What is below a value; the outer `None` where that is neither an object nor a list, or has it twice.
fn below<'j>(value: &'j RawValue, step: &str) -> Option<Option<&'j RawValue>> {
    if value.get().starts_with('[') {
        let all: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
        let found = match step {
            LAST => all.last(),
            step => step.parse().ok().and_then(|at: usize| all.get(at)),
        };
        return Some(found.copied());
    }
    let Members(members) = serde_json::from_str(value.get()).ok()?;
    let mut named = members.into_iter().filter(|(name, _)| name == step).map(|(_, value)| value);
    match (named.next(), named.next()) {
        (first, None) => Some(first),
        _ => None,
    }
}

impl Entry {
    /// Its key, where it is a value of a map.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// Its key, to fill the input of this name.
    pub fn taken_key(&self, name: &str) -> Result<String, DecodeError> {
        let key = self.key.clone().filter(|key| !key.is_empty());
        key.ok_or_else(|| DecodeError::new(format!("the element has no key for `{name}`")))
    }

    pub(crate) fn json(&self) -> &[u8] {
        &self.json
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn listed(path: &'static [&'static str], optional: bool, keyed: bool) -> Listed {
        Listed { path, optional, keyed, node: Node::leaf(0), slots: 1 }
    }

    static LIST: Listed = listed(&["data", "0", "files"], false, false);
    static LAST: Listed = listed(&["data", "-1", "files"], true, false);
    static MAP: Listed = listed(&["files"], true, true);
    static WHOLE: Listed = listed(&[], false, false);
    static ITEM: Taken = Taken { texts: &[&[crate::judge::Piece::Slot(0)]], rel: None, like: None };

    fn all(listed: &'static Listed, body: &'static str) -> Result<Vec<(Option<String>, String)>, String> {
        let elements = listed.elements(&Reply::ok(body)).map_err(|error| error.to_string())?;
        let pair = |entry: &Entry| {
            (entry.key.clone(), listed.take(entry, &ITEM, "url").unwrap_or_else(|error| format!("! {error}")))
        };
        Ok(elements.iter().map(pair).collect())
    }

    fn pairs<const N: usize>(pairs: [(Option<&str>, &str); N]) -> Result<Vec<(Option<String>, String)>, String> {
        Ok(pairs.map(|(key, text)| (key.map(str::to_owned), text.to_owned())).to_vec())
    }

    #[test]
    fn elements_are_found_wherever_the_path_leads() {
        let two = pairs([(None, "a"), (None, "7")]);
        assert_eq!(all(&LIST, r#"{ "data": [ { "files": [ "a", 7 ] }, 1 ] }"#), two);
        assert_eq!(all(&LIST, r#"{ "data": "[{\"files\":[\"a\",7]}]" }"#), two, "JSON in a string");
        assert_eq!(all(&WHOLE, r#"["a", 7]"#), two);
        assert_eq!(all(&LAST, r#"{ "data": [ { "files": [1] }, { "files": [ "a", 7 ] } ] }"#), two);
        assert_eq!(all(&LAST, r#"{ "data": [] }"#), pairs([]));
        let values = pairs([(Some("x"), "a"), (Some("y z"), "b")]);
        assert_eq!(all(&MAP, r#"{ "files": { "x": "a", "y\u0020z": "b" } }"#), values);
    }

    #[test]
    fn what_an_element_does_not_say_is_told_of_it_alone() {
        let told = all(&WHOLE, r#"["a", "", null, {}]"#).expect("elements");
        let is_told: Vec<_> = told.iter().map(|(_, text)| text.contains("does not say `url`")).collect();
        assert_eq!(is_told, [false, true, true, true]);
        let entry = Entry { key: Some(String::new()), json: Bytes::from_static(b"1") };
        assert!(entry.taken_key("id").is_err());
    }

    #[test]
    fn an_absent_list_is_empty_only_where_it_may_be_absent() {
        for body in ["{}", r#"{ "files": null }"#] {
            assert_eq!(all(&MAP, body), Ok(Vec::new()), "{body}");
        }
        for body in ["{}", r#"{ "data": [] }"#, r#"{ "data": [{ "files": null }] }"#] {
            assert_eq!(all(&LIST, body), Err("`data.0.files` has no elements: there is nothing".to_owned()), "{body}");
        }
        assert_eq!(all(&WHOLE, "null"), Err("the body has no elements: there is nothing".to_owned()));
    }

    #[test]
    fn what_has_no_elements_or_says_two_things_says_why() {
        for body in ["", "[", r#"{ "data": 1 }"#, r#"{ "data": [], "data": [] }"#, r#"{ "data": [{ "files": {} }] }"#] {
            assert!(all(&LIST, body).is_err(), "{body}");
        }
        for body in [r#"{ "files": [] }"#, r#"{ "files": { "a": 1, "a": 2 } }"#, r#"{ "files": "a" }"#] {
            assert!(all(&MAP, body).is_err(), "{body}");
        }
    }
}
