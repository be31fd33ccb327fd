//! Examples of what is sent.

use crate::record::Named;
use crate::source::Spanned;
use crate::spec;

/// What is sent when so much is given.
#[derive(Debug, Clone)]
pub struct RequestExample {
    /// What it is made from: inputs, settings, values, and places of tokens, a list or an object as JSON.
    pub given: Vec<(Spanned<String>, String)>,
    /// The URL, or what stands in it behind the host.
    pub url: Option<Spanned<String>>,
    /// Query parameters, decoded.
    pub query: Vec<(String, Spanned<String>)>,
    /// Headers.
    pub headers: Vec<(String, Spanned<String>)>,
    /// The body.
    pub body: Option<ExpectedBody>,
}

/// What a body must be.
#[derive(Debug, Clone)]
pub enum ExpectedBody {
    /// This text.
    Text(Spanned<String>),
    /// This JSON, its members in any order.
    Json(Spanned<String>),
}

impl RequestExample {
    /// An example, as written.
    pub(crate) fn new(given: &Named<spec::Body>, request: &spec::RequestSpec) -> Self {
        let named = |all: &Named<spec::Text>| {
            all.iter().map(|(name, text)| (name.value.clone(), text.clone())).collect::<Vec<_>>()
        };
        let body = request.body.as_ref().map(|body| {
            let text = Spanned::new(body.text.clone(), body.span);
            if body.is_json { ExpectedBody::Json(text) } else { ExpectedBody::Text(text) }
        });
        RequestExample {
            given: given.iter().map(|(name, body)| (name.clone(), body.text.clone())).collect(),
            url: request.url.clone(),
            query: named(&request.query),
            headers: named(&request.headers),
            body,
        }
    }
}
