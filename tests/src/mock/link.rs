//! URLs that a mock vendor handed over in its replies, and that operations ask.

use http::HeaderMap;
use http::header::LOCATION;
use serde_json::Value;
use settled_codegen::model::{InputKind, Part};

use super::binding::{Binding, Found};
use super::wire::pairs;

/// One of them: as it was handed over, and its path and query.
pub(super) struct Handed {
    text: String,
    path: String,
    query: String,
}

/// All that a reply hands over: texts of its JSON, and its `Location`.
pub(super) fn handed(headers: &HeaderMap, body: &[u8]) -> Vec<Handed> {
    let mut texts = Vec::new();
    serde_json::from_slice(body).into_iter().for_each(|body| gather(body, &mut texts));
    texts.extend(headers.get_all(LOCATION).iter().filter_map(|value| value.to_str().ok()).map(str::to_owned));
    texts.into_iter().filter_map(Handed::new).collect()
}

fn gather(value: Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.into_iter().for_each(|item| gather(item, texts)),
        Value::Object(members) => members.into_iter().for_each(|(_, member)| gather(member, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl Handed {
    /// A URL, or a path on the server that was asked.
    fn new(text: String) -> Option<Self> {
        let target = match text.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |path| &rest[path..]),
            None => text.as_str(),
        };
        let target = target.split('#').next().filter(|target| target.starts_with('/'))?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let (path, query) = (path.to_owned(), query.to_owned());
        Some(Handed { text, path, query })
    }
}

impl Binding<'_> {
    /// Reads back a URL that was handed over. `None` where it is none of them.
    pub(super) fn of_link(mut self, all: &[Handed]) -> Option<Self> {
        let wire = self.wire;
        let is_asked = |handed: &&Handed| {
            let behind = wire.query().strip_prefix(handed.query.as_str());
            let is_whole = |behind: &str| behind.is_empty() || handed.query.is_empty() || behind.starts_with('&');
            handed.path == wire.head.uri.path() && behind.is_some_and(is_whole)
        };
        let handed = all.iter().rev().filter(is_asked).max_by_key(|handed| handed.query.len())?;
        if let [Part::Input(at)] = self.operation.path.0.as_slice()
            && matches!(self.operation.inputs[*at].kind, InputKind::Url(_))
        {
            self.inputs[*at] = Some(Found::Text(handed.text.clone()));
        }
        self.own_parameters = pairs(&handed.query).len();
        Some(self)
    }
}
