//! Builds requests: paths that cannot be climbed, queries and JSON bodies that keep each value whole.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Request, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::InvalidInput;
use crate::secret::Secret;

/// Everything but the unreserved characters of RFC 3986, so that no byte of an id can mean something in a URL.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What most URLs and most bodies need, so that they are written without growing.
const USUAL_URL: usize = 256;
const USUAL_BODY: usize = 512;

/// A request in the making. The first thing that is wrong is kept and told by [`Compose::finish`].
pub struct Compose {
    method: Method,
    url: String,
    has_query: bool,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
    wrong: Option<InvalidInput>,
}

impl Compose {
    /// Starts with the base URL, which has no slash at its end.
    pub fn new(method: Method, base: &str) -> Self {
        let mut url = String::with_capacity(USUAL_URL);
        url.push_str(base);
        Compose { method, url, has_query: false, headers: Vec::new(), body: Bytes::new(), wrong: None }
    }

    fn refuse(&mut self, input: &'static str, reason: &'static str) {
        self.wrong.get_or_insert(InvalidInput::new(input, reason));
    }

    /// Appends text of the spec to the path.
    pub fn path(&mut self, text: &str) {
        self.url.push_str(text);
    }

    /// Appends a value to the path, so that it stays within its segment.
    pub fn path_value(&mut self, input: &'static str, value: &str) {
        match value {
            "" => self.refuse(input, "must not be empty"),
            "." | ".." => self.refuse(input, "must not be `.` or `..`, which climb in a URL"),
            _ if value.chars().any(char::is_control) => self.refuse(input, "must not hold control characters"),
            _ if value.len() > 1024 => self.refuse(input, "must not be longer than 1024 bytes"),
            _ => self.url.extend(utf8_percent_encode(value, RESERVED)),
        }
    }

    /// Appends a query parameter.
    pub fn query(&mut self, name: &str, value: &str) {
        self.url.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
        self.url.extend(utf8_percent_encode(name, RESERVED));
        self.url.push('=');
        self.url.extend(utf8_percent_encode(value, RESERVED));
    }

    /// Sets a header. Values are visible ASCII and spaces: anything else would change the request's shape.
    pub fn header(&mut self, name: &'static str, value: &str) {
        let visible = value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(mut value)) if visible => {
                value.set_sensitive(true);
                self.headers.retain(|(given, _)| *given != name);
                self.headers.push((name, value));
            }
            _ => self.refuse(name, "must be visible ASCII to be sent as a header"),
        }
    }

    /// Sets a JSON body.
    pub fn json(&mut self, body: impl ToJson) {
        let mut text = Vec::with_capacity(USUAL_BODY);
        body.write(&mut text);
        self.body = text.into();
        if !self.headers.iter().any(|(name, _)| *name == CONTENT_TYPE) {
            self.headers.push((CONTENT_TYPE, HeaderValue::from_static("application/json")));
        }
    }

    /// The request, or what is wrong with its inputs.
    pub fn finish(self) -> Result<Request<Bytes>, InvalidInput> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let uri = Uri::try_from(self.url).map_err(|_| InvalidInput::new("url", "cannot be built from these inputs"))?;
        let mut request = Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
        request.headers_mut().extend(self.headers);
        Ok(request)
    }
}

/// What can stand in a JSON body.
pub trait ToJson {
    /// Writes the value as JSON.
    fn write(&self, out: &mut Vec<u8>);
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, out: &mut Vec<u8>) {
        (**self).write(out);
    }
}

impl ToJson for str {
    fn write(&self, out: &mut Vec<u8>) {
        let length = out.len();
        // Writing a string to memory has no way to fail; a half-written one must not stay if it ever does.
        if serde_json::to_writer(&mut *out, self).is_err() {
            out.truncate(length);
            out.extend_from_slice(b"\"\"");
        }
    }
}

impl ToJson for String {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_str().write(out);
    }
}

impl ToJson for Secret {
    fn write(&self, out: &mut Vec<u8>) {
        self.expose().write(out);
    }
}

impl ToJson for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(if *self { b"true" } else { b"false" });
    }
}

impl ToJson for i64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.to_string().as_bytes());
    }
}

/// JSON that is written already: a literal of the spec.
#[derive(Debug, Clone, Copy)]
pub struct Literal(pub &'static str);

impl ToJson for Literal {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.0.as_bytes());
    }
}

/// A JSON object, its members in the order given.
#[derive(Default)]
pub struct Object(Vec<u8>);

impl Object {
    /// An object without members.
    pub fn new() -> Self {
        Object(Vec::with_capacity(USUAL_BODY))
    }

    /// Adds a member.
    pub fn member(&mut self, name: &str, value: impl ToJson) {
        self.0.push(if self.0.is_empty() { b'{' } else { b',' });
        name.write(&mut self.0);
        self.0.push(b':');
        value.write(&mut self.0);
    }

    /// Adds a member where there is a value.
    pub fn optional(&mut self, name: &str, value: Option<impl ToJson>) {
        if let Some(value) = value {
            self.member(name, value);
        }
    }
}

impl ToJson for Object {
    fn write(&self, out: &mut Vec<u8>) {
        if self.0.is_empty() {
            out.push(b'{');
        }
        out.extend_from_slice(&self.0);
        out.push(b'}');
    }
}

/// JSON as text, for a string inside JSON.
pub fn json_text(value: impl ToJson) -> String {
    let mut text = Vec::new();
    value.write(&mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// A JSON list, its elements in the order given.
#[derive(Default)]
pub struct List(Vec<u8>);

impl List {
    /// A list without elements.
    pub const fn new() -> Self {
        List(Vec::new())
    }

    /// Adds an element.
    pub fn item(&mut self, value: impl ToJson) {
        self.0.push(if self.0.is_empty() { b'[' } else { b',' });
        value.write(&mut self.0);
    }
}

impl ToJson for List {
    fn write(&self, out: &mut Vec<u8>) {
        if self.0.is_empty() {
            out.push(b'[');
        }
        out.extend_from_slice(&self.0);
        out.push(b']');
    }
}

/// `Authorization: Basic …` of a user and a password.
pub fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", crate::value::Encoding::Base64.encode(format!("{user}:{password}").as_bytes()))
}

#[cfg(test)]
mod tests;
