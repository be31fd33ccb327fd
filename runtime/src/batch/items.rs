//! A reply about many jobs, taken apart.

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::value::RawValue;

use crate::raw::{Members, member};

/// Where a reply has what about which job.
#[derive(Debug)]
pub struct Items {
    /// The path to the list, or to the map, of all.
    pub path: &'static [&'static str],
    /// The path from an element to the job's id; where there is none, it is the element's key in the map.
    pub id: Option<&'static [&'static str]>,
    /// The member under which the reply about one job has what an element is, where it is not the whole reply.
    pub part: Option<&'static str>,
}

/// The elements of a reply by the ids of their jobs.
#[derive(Debug)]
pub(crate) struct Split(HashMap<String, Option<Bytes>>);

impl Split {
    /// What a reply about this job alone would have said; nothing where the job is not named, or named twice.
    pub(crate) fn of(&self, id: &str) -> Option<&Bytes> {
        self.0.get(id)?.as_ref()
    }
}

impl Items {
    /// The elements of a reply, or why it has none.
    pub(crate) fn split(&self, body: &[u8]) -> Result<Split, &'static str> {
        const NO_JSON: &str = "the body is not JSON";
        let mut at: &RawValue = serde_json::from_slice(body).map_err(|_| NO_JSON)?;
        for step in self.path {
            at = member(at, step).ok_or("the reply has no elements where the spec says so")?;
        }
        let mut all = HashMap::new();
        let mut add = |id: Option<String>, element: &RawValue| {
            if let Some(id) = id {
                // Two elements of one job may differ, and nobody knows which one is right.
                all.entry(id).and_modify(|known| *known = None).or_insert_with(|| Some(self.alone(element)));
            }
        };
        const NO_ELEMENTS: &str = "what should be the elements is something else";
        match self.id {
            Some(path) => {
                let elements: Vec<&RawValue> = serde_json::from_str(at.get()).map_err(|_| NO_ELEMENTS)?;
                elements.into_iter().for_each(|element| add(id_of(element, path), element));
            }
            None => {
                let Members(elements) = serde_json::from_str(at.get()).map_err(|_| NO_ELEMENTS)?;
                elements.into_iter().for_each(|(key, element)| add(Some(key), element));
            }
        }
        Ok(Split(all))
    }

    /// An element as the reply about that job alone.
    fn alone(&self, element: &RawValue) -> Bytes {
        match self.part {
            None => Bytes::copy_from_slice(element.get().as_bytes()),
            Some(part) => Bytes::from(format!("{{{}:{}}}", serde_json::Value::from(part), element.get())),
        }
    }
}

/// The id in an element: a string, or a whole number as text.
fn id_of(element: &RawValue, path: &[&str]) -> Option<String> {
    let mut at = element;
    for step in path {
        at = member(at, step)?;
    }
    match serde_json::from_str(at.get()).ok()? {
        serde_json::Value::String(id) => Some(id),
        serde_json::Value::Number(id) if !id.is_f64() => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: Items = Items { path: &["data", "jobs"], id: Some(&["job", "id"]), part: None };
    const MAP: Items = Items { path: &[], id: None, part: Some("job \"1\"") };

    fn of(items: &Items, body: &str, id: &str) -> Option<String> {
        let split = items.split(body.as_bytes()).expect("elements");
        split.of(id).map(|part| String::from_utf8_lossy(part).into_owned())
    }

    #[test]
    fn elements_of_a_list_are_found_by_their_ids() {
        let body = r#"{"data":{"jobs":[ {"job":{"id":"a"},"n": 1.50}, {"job":{"id":7}}, {"job":{}}, 3, {"job":{"id":1.5}} ]}}"#;
        assert_eq!(of(&LIST, body, "a").as_deref(), Some(r#"{"job":{"id":"a"},"n": 1.50}"#));
        assert_eq!(of(&LIST, body, "7").as_deref(), Some(r#"{"job":{"id":7}}"#));
        assert_eq!(of(&LIST, body, "b"), None);
        assert_eq!(of(&LIST, body, "1.5"), None);
    }

    #[test]
    fn elements_of_a_map_are_found_by_their_keys_and_put_where_they_belong() {
        let body = r#"{"a":{"n":1},"b\u0020c":null}"#;
        assert_eq!(of(&MAP, body, "a").as_deref(), Some(r#"{"job \"1\"":{"n":1}}"#));
        assert_eq!(of(&MAP, body, "b c").as_deref(), Some(r#"{"job \"1\"":null}"#));
    }

    #[test]
    fn what_is_named_twice_is_not_believed() {
        let body = r#"{"data":{"jobs":[{"job":{"id":"a"}},{"job":{"id":"a"}},{"job":{"id":"b","id":"c"}}]}}"#;
        for id in ["a", "b", "c"] {
            assert_eq!(of(&LIST, body, id), None, "{id}");
        }
        assert_eq!(of(&MAP, r#"{"a":1,"a":2}"#, "a"), None);
        assert!(LIST.split(br#"{"data":{"jobs":[]},"data":{"jobs":[]}}"#).is_err());
    }

    #[test]
    fn what_has_no_elements_says_why() {
        for body in ["", "[", "{}", r#"{"data":[]}"#, r#"{"data":{"jobs":{}}}"#, r#"{"data":{"jobs":null}}"#] {
            assert!(LIST.split(body.as_bytes()).is_err(), "{body}");
        }
        assert!(MAP.split(b"[]").is_err());
    }
}
