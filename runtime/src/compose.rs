//! Builds requests: paths that cannot be climbed, queries and bodies that keep each value whole.

mod json;
mod multipart;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Request, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::InvalidInput;
use crate::link::{Link, Untrusted};

pub(crate) use json::ToJson;
use json::USUAL_BODY;
pub use json::{List, Literal, Object, Written, json_text};
use multipart::Parts;

/// Everything but the unreserved characters of RFC 3986, so that no byte of an id can mean something in a URL.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What most URLs need, so that they are written without growing.
const USUAL_URL: usize = 256;

/// A request in the making. The first thing that is wrong is kept and told by [`Compose::finish`].
pub struct Compose {
    method: Method,
    url: String,
    /// Where the path starts: behind scheme, host and port.
    path: usize,
    /// Where the query starts, behind its `?`.
    query: Option<usize>,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Body,
    /// Whether any media type is accepted, and not JSON alone, where no header says it.
    accepts_any: bool,
    /// Whether only a reply speaks for the host.
    is_untrusted: bool,
    wrong: Option<InvalidInput>,
}

/// A body in the making.
enum Body {
    None,
    Form(String),
    Parts(Parts),
    Done(Bytes),
}

impl Compose {
    /// Starts with the base URL, which has no slash at its end.
    pub fn new(method: Method, base: &str) -> Self {
        let mut url = String::with_capacity(USUAL_URL);
        url.push_str(base);
        let authority = base.find("://").map_or(0, |at| at + 3);
        let path = base[authority..].find('/').map_or(base.len(), |at| authority + at);
        Compose {
            method,
            url,
            path,
            query: None,
            headers: Vec::new(),
            body: Body::None,
            accepts_any: false,
            is_untrusted: false,
            wrong: None,
        }
    }

    /// Starts with a URL that the vendor handed over.
    pub fn link(method: Method, link: &Link) -> Self {
        let mut request = Compose::new(method, &link.uri().to_string());
        request.query = request.url.find('?').map(|at| at + 1);
        request.is_untrusted = link.is_untrusted();
        request
    }

    /// Accepts a reply of any type: this one is not read as JSON.
    pub fn accept_any(&mut self) {
        self.accepts_any = true;
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

    /// Appends a value to the path whose slashes are kept: each of its segments stays one.
    pub fn path_tail(&mut self, input: &'static str, value: &str) {
        for (at, segment) in value.split('/').enumerate() {
            if at > 0 {
                self.url.push('/');
            }
            self.path_value(input, segment);
        }
    }

    /// Appends a query parameter.
    pub fn query(&mut self, name: &str, value: &str) {
        // A link may end in `?`.
        match self.query {
            None => self.url.push('?'),
            Some(start) if start < self.url.len() => self.url.push('&'),
            Some(_) => {}
        }
        self.query.get_or_insert(self.url.len());
        push_pair(&mut self.url, name, value);
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
        self.set_body(Body::Done(text.into()), "application/json");
    }

    /// Sets a body of text.
    pub fn text(&mut self, text: &str) {
        self.set_body(Body::Done(Bytes::copy_from_slice(text.as_bytes())), "text/plain; charset=utf-8");
    }

    /// Sets a body of bytes.
    pub fn bytes(&mut self, bytes: &Bytes) {
        self.set_body(Body::Done(bytes.clone()), "application/octet-stream");
    }

    /// Sets a body that is a form without members.
    pub fn start_form(&mut self) {
        self.set_body(Body::Form(String::with_capacity(USUAL_BODY)), "application/x-www-form-urlencoded");
    }

    /// Appends a member to the form.
    pub fn form(&mut self, name: &str, value: &str) {
        if let Body::Form(form) = &mut self.body {
            if !form.is_empty() {
                form.push('&');
            }
            push_pair(form, name, value);
        }
    }

    fn set_body(&mut self, body: Body, content_type: &'static str) {
        self.body = body;
        if !self.headers.iter().any(|(name, _)| *name == CONTENT_TYPE) {
            self.headers.push((CONTENT_TYPE, HeaderValue::from_static(content_type)));
        }
    }

    /// The method, in capitals.
    pub fn sent_method(&self) -> String {
        self.method.as_str().to_owned()
    }

    /// The host, with its port where it is not the scheme's own.
    pub fn sent_host(&self) -> String {
        let (scheme, authority) = self.url[..self.path].split_once("://").unwrap_or(("", ""));
        let own = if scheme == "https" { ":443" } else { ":80" };
        authority.strip_suffix(own).unwrap_or(authority).to_ascii_lowercase()
    }

    /// The path, percent-encoded.
    pub fn sent_path(&self) -> String {
        let end = self.query.map_or(self.url.len(), |query| query - 1);
        match &self.url[self.path..end] {
            "" => "/".to_owned(),
            path => path.to_owned(),
        }
    }

    /// The query so far, percent-encoded, without the `?`.
    pub fn sent_query(&self) -> String {
        self.query.map_or(String::new(), |query| self.url[query..].to_owned())
    }

    /// The path and, behind a `?`, the query where there is one.
    pub fn sent_target(&self) -> String {
        let mut target = self.sent_path();
        if let Some(query) = self.query {
            target.push('?');
            target.push_str(&self.url[query..]);
        }
        target
    }

    /// The body; empty where there is none.
    pub fn sent_body(&self) -> Bytes {
        match &self.body {
            Body::None => Bytes::new(),
            Body::Form(form) => Bytes::copy_from_slice(form.as_bytes()),
            Body::Done(body) => body.clone(),
            // It is complete before anything asks for it.
            Body::Parts(_) => Bytes::new(),
        }
    }

    /// The body as text; what is none is made one, as far as that goes.
    pub fn sent_text(&self) -> String {
        String::from_utf8_lossy(&self.sent_body()).into_owned()
    }

    /// A header; empty where there is none.
    pub fn sent_header(&self, name: &str) -> String {
        let given = self.headers.iter().rev().find(|(given, _)| given == name);
        match given.and_then(|(_, value)| value.to_str().ok()) {
            Some(value) => value.to_owned(),
            None if name == ACCEPT => if self.accepts_any { ANY } else { JSON }.to_owned(),
            None => String::new(),
        }
    }

    /// The request, or what is wrong with its inputs.
    pub fn finish(self) -> Result<Request<Bytes>, InvalidInput> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let uri = Uri::try_from(self.url.as_str())
            .map_err(|_| InvalidInput::new("url", "cannot be built from these inputs"))?;
        let mut request = Request::new(self.sent_body());
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        if self.is_untrusted {
            request.extensions_mut().insert(Untrusted);
        }
        if !self.headers.iter().any(|(name, _)| *name == ACCEPT) {
            // Each is known when this is compiled, and costs nothing at each request.
            let accept = match self.accepts_any {
                true => HeaderValue::from_static(ANY),
                false => HeaderValue::from_static(JSON),
            };
            request.headers_mut().insert(ACCEPT, accept);
        }
        request.headers_mut().extend(self.headers);
        Ok(request)
    }
}

const JSON: &str = "application/json";
const ANY: &str = "*/*";

/// Appends `name=value`, encoded so that either keeps every byte.
fn push_pair(to: &mut String, name: &str, value: &str) {
    to.extend(utf8_percent_encode(name, RESERVED));
    to.push('=');
    to.extend(utf8_percent_encode(value, RESERVED));
}

/// Several texts as one.
pub struct Joined {
    with: &'static str,
    text: String,
    is_first: bool,
}

impl Joined {
    /// None yet; `with` stands between them.
    pub const fn new(with: &'static str) -> Self {
        Joined { with, text: String::new(), is_first: true }
    }

    /// Appends one.
    pub fn push(&mut self, text: &str) {
        if !std::mem::take(&mut self.is_first) {
            self.text.push_str(self.with);
        }
        self.text.push_str(text);
    }

    /// All of them.
    pub fn finish(self) -> String {
        self.text
    }
}

/// `Authorization: Basic …` of a user and a password.
pub fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", crate::value::Encoding::Base64.encode(format!("{user}:{password}").as_bytes()))
}

#[cfg(test)]
mod tests;
