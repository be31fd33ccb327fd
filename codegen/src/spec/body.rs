//! What requests carry, as written: JSON, forms, files, text.

use serde_json::{Value, json};

use super::literal::{Text, unquoted_name};
use super::template::Template;
use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Named, Read, exactly_one, record};
use crate::source::Spanned;
use crate::yaml::{Key, Kind, Node};

/// The keys of the bodies.
pub(super) const BODIES: &[&str] = &["json", "form", "multipart", "text", "bytes", "graphql"];

record! {
    /// A GraphQL request.
    GraphQl = "`graphql`" {
        /// The query, word for word: its braces are not ours.
        query: Text,
        /// Its variables.
        variables: Option<JsonBody>,
    }
}

/// A part of a `multipart/form-data` body.
#[derive(Debug, Clone)]
pub enum FormPart {
    /// A text.
    Text(Template),
    /// Something else.
    Typed(TypedPart),
}

record! {
    /// A part of a `multipart/form-data` body that is no text.
    TypedPart = "a part of a `multipart` body" with part_form {
        /// A file: an input of the type `bytes`.
        bytes: Option<Template>,
        /// JSON.
        json: Option<JsonBody>,
        /// The name that a file goes by; that of the part unless said.
        filename: Option<Template>,
        /// Its media type; `application/octet-stream` for a file and `application/json` for JSON unless said.
        media_type as "type": Option<Template>,
    }
}

/// What a schema can say of a part beside its keys.
fn part_form() -> Value {
    json!({ "oneOf": exactly_one(&["bytes", "json"]), "dependentRequired": { "filename": ["bytes"] } })
}

impl Read for FormPart {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) if unquoted_name(node).is_none() => TypedPart::read(node, problems).map(FormPart::Typed),
            _ => Template::read(node, problems).map(FormPart::Text),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [{ "type": ["string", "number", "boolean"] }, TypedPart::schema(definitions)] })
    }
}

/// The body of a request, as written.
#[derive(Debug, Clone, Copy)]
pub enum BodySpec<'a> {
    /// JSON.
    Json(&'a JsonBody),
    /// A form.
    Form(&'a Named<Template>),
    /// A form of several parts.
    Multipart(&'a Named<FormPart>),
    /// Text.
    Text(&'a Template),
    /// Bytes.
    Bytes(&'a Template),
    /// A GraphQL request.
    GraphQl(&'a GraphQl),
}

/// JSON with templates in it.
#[derive(Debug, Clone)]
pub enum JsonBody {
    /// An object.
    Object(Vec<(Text, JsonBody)>),
    /// A list.
    List(Vec<JsonBody>),
    /// A number, boolean or null.
    Literal(Spanned<Value>),
    /// Text.
    Text(Template),
}

impl JsonBody {
    /// The value, its templates taken as text.
    pub(super) fn plain(&self) -> Value {
        match self {
            JsonBody::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.value.clone(), value.plain())).collect())
            }
            JsonBody::List(items) => Value::Array(items.iter().map(JsonBody::plain).collect()),
            JsonBody::Literal(value) => value.value.clone(),
            JsonBody::Text(template) => template.written().into(),
        }
    }
}

impl Read for JsonBody {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(text, plain) => match serde_json::from_str::<Value>(text) {
                Ok(value) if *plain && !value.is_array() && !value.is_object() && !value.is_string() => {
                    Some(JsonBody::Literal(Spanned::new(value, node.span)))
                }
                _ => Template::read(node, problems).map(JsonBody::Text),
            },
            Kind::List(items) => {
                Some(JsonBody::List(items.iter().filter_map(|item| JsonBody::read(item, problems)).collect()))
            }
            Kind::Map(entries) => {
                if let Some(name) = unquoted_name(node) {
                    problems.push(node.span, Problem::UnquotedTemplate { name: name.to_owned() });
                    return None;
                }
                let member = |(key, node): &(Key, Node)| {
                    Some((Spanned::new(key.text.clone(), key.span), JsonBody::read(node, problems)?))
                };
                // Every member is read, so that all mistakes are told.
                let members: Vec<_> = entries.iter().map(member).collect();
                members.into_iter().collect::<Option<_>>().map(JsonBody::Object)
            }
        }
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({})
    }
}
