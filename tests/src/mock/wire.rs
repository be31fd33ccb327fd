//! A request as it came: its parts exactly as they were sent, and what they say once decoded.

use bytes::Bytes;
use http::header::HOST;
use http::request::Parts;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use settled_codegen::model::{Role, Sent};

/// One request.
pub(super) struct Wire<'r> {
    pub(super) head: &'r Parts,
    pub(super) body: &'r Bytes,
}

/// What is seen of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sees {
    /// All of it.
    All,
    /// What stands before its last parameter, which is the one that looks.
    BeforeLast,
}

/// Names and values, in their order.
pub(super) type Pairs = Vec<(String, String)>;

/// What stands before the name of a role at the start of a path.
const ROLE: char = '~';

/// The path under which a role has a base URL of its own.
pub(super) fn prefix(role: &Role) -> String {
    format!("/{ROLE}{}", percent_encoding::utf8_percent_encode(&role.name, percent_encoding::NON_ALPHANUMERIC))
}

impl Wire<'_> {
    /// The role whose own base URL was asked, and the path behind it, cut at its slashes and decoded. `None` where it
    /// is no text.
    pub(super) fn place(&self, roles: &[Role]) -> Option<(Option<usize>, Vec<String>)> {
        let segments = self.head.uri.path().split('/');
        let decode = |segment: &str| percent_decode_str(segment).decode_utf8().ok().map(Into::into);
        let mut path = segments.map(decode).collect::<Option<Vec<String>>>()?;
        let named = path.get(1).and_then(|first| first.strip_prefix(ROLE));
        let role = named.and_then(|name| roles.iter().position(|role| role.name == name));
        if role.is_some() {
            path.remove(1);
        }
        Some((role, path))
    }

    /// A base URL on the address that was asked: the one for every role, or a role's own.
    pub(super) fn base(&self, role: Option<&Role>) -> String {
        format!("http://{}{}", self.header(HOST.as_str()).unwrap_or_default(), role.map(prefix).unwrap_or_default())
    }

    /// The query, as it came.
    pub(super) fn query(&self) -> &str {
        self.head.uri.query().unwrap_or_default()
    }

    /// The query, decoded, behind its first parameters, so many.
    pub(super) fn parameters(&self, behind: usize) -> Pairs {
        pairs(self.query()).split_off(behind)
    }

    /// The body as a form, decoded.
    pub(super) fn form(&self) -> Pairs {
        pairs(&self.text())
    }

    /// The body as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(self.body).into_owned()
    }

    /// The body as JSON, where it is JSON.
    pub(super) fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body).ok()
    }

    /// A header as text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head.headers.get(name).map(|value| value.to_str().unwrap_or_default())
    }

    /// A part exactly as it was sent.
    pub(super) fn part(&self, part: &Sent, sees: Sees) -> String {
        let path = || self.head.uri.path().to_owned();
        let query = match sees {
            Sees::All => self.query(),
            Sees::BeforeLast => self.query().rsplit_once('&').map_or("", |(before, _)| before),
        };
        match part {
            Sent::Method => self.head.method.as_str().to_owned(),
            Sent::Host => self.header(HOST.as_str()).unwrap_or_default().to_owned(),
            Sent::Path => path(),
            Sent::Query => query.to_owned(),
            Sent::Target if query.is_empty() => path(),
            Sent::Target => format!("{}?{query}", path()),
            Sent::Body => self.text(),
            Sent::Header(name) => self.header(name).unwrap_or_default().to_owned(),
        }
    }
}

/// `a=1&b=2`, as forms have it: a plus is a space.
pub(super) fn pairs(text: &str) -> Pairs {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}
