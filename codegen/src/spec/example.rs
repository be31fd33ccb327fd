//! Examples, as written: documented replies and requests.

use serde_json::{Value, json};

use super::body::JsonBody;
use super::literal::{Text, Time};
use crate::diagnostic::Diagnostics;
use crate::model::Verdict;
use crate::record::{Definitions, Named, Read, exactly_one, record};
use crate::source::{Span, Spanned};
use crate::yaml::{Kind, Node};

record! {
    /// A documented reply and what it means. It is proved at build time.
    Example = "an example" with example_form {
        /// Where the reply comes from, or what is special about it.
        about: Option<Text>,
        /// A file with the body, relative to the spec's folder.
        file: Option<Text>,
        /// The body: text as it is, or a map or list as JSON.
        body: Option<Body>,
        /// The HTTP status; 200 unless said.
        http: Option<Spanned<u32>>,
        /// The headers that rules read.
        headers: Named<Text>,
        /// The inputs and settings that rules read. For a request, all that it is made from: inputs, settings, `values`, and
        /// places of tokens.
        given: Named<Body>,
        /// The time since the wait began; none unless said.
        age: Option<Time>,
        /// Whether the proof holds; true unless said.
        verified: Option<Spanned<bool>>,
        /// What the reply means: a state or another verdict.
        state: Option<Text>,
        /// What is sent, where the example is none of a reply.
        request: Option<RequestSpec>,
        /// Whether it is partial; not compared unless said.
        partial: Option<Spanned<bool>>,
        /// Whether it is revisable; not compared unless said.
        revisable: Option<Spanned<bool>>,
        /// The message that is told; not compared unless said.
        message: Option<Text>,
        /// The code that is told; not compared unless said.
        code: Option<Text>,
    }
}

record! {
    /// What is sent: as much of it as is compared.
    RequestSpec = "a request" {
        /// The whole URL, or what stands behind the host.
        url: Option<Text>,
        /// Query parameters.
        query: Named<Text>,
        /// Headers.
        headers: Named<Text>,
        /// The body: text as it is, or a map or list as JSON.
        body: Option<Body>,
    }
}

/// What a schema can say of an example beside its keys. A reply without a body is one outside 200.
fn example_form() -> Value {
    let states = Verdict::ALL.map(|(word, _)| word);
    let mut bodies = exactly_one(&["file", "body"]);
    let none = json!({
        "required": ["http"],
        "properties": { "http": { "not": { "const": 200 } } },
        "not": { "anyOf": bodies },
    });
    if let Value::Array(bodies) = &mut bodies {
        bodies.push(none);
    }
    let http = json!({ "minimum": 100, "maximum": 599 });
    let reply = json!({ "required": ["state"], "not": { "required": ["request"] }, "oneOf": bodies });
    let request = json!({ "required": ["request"], "not": { "required": ["state"] } });
    json!({ "oneOf": [reply, request], "properties": { "state": { "enum": states }, "http": http } })
}

/// The body of an example.
#[derive(Debug, Clone)]
pub struct Body {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: String,
    /// Whether it was written as a map or a list.
    pub is_json: bool,
}

impl Read for Body {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let (text, is_json) = match &node.kind {
            Kind::Scalar(text, _) => (text.clone(), false),
            _ => (serde_json::to_string(&JsonBody::read(node, problems)?.plain()).unwrap_or_default(), true),
        };
        Some(Body { span: node.span, text, is_json })
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({})
    }
}
