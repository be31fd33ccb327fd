//! Types and shapes of data, as written.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Read};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Kind, Node};

/// A type, or a shape written in place.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub kind: ShapeKind,
}

/// The ways to write a type.
#[derive(Debug, Clone)]
pub enum ShapeKind {
    /// `string`, `Report`: one of the language's types or one of `types:`.
    Named(String),
    /// `sensitive T`, `json_text T`.
    Prefixed(Spanned<String>, Box<Shape>),
    /// `A | B`.
    Union(Vec<Shape>),
    /// `[T]`.
    List(Box<Shape>),
    /// `[one, two]`: an open enum.
    Words(Vec<Spanned<String>>),
    /// `{ name: T, other?: T, "*": T }`.
    Record(Vec<Field>),
}

/// A member of a record.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name, as the vendor sends it; `*` for any other key.
    pub name: Spanned<String>,
    /// Whether it may be absent or null.
    pub optional: bool,
    /// Its type.
    pub shape: Shape,
}

impl Field {
    /// Whether it stands for all keys that are not named.
    pub fn is_rest(&self) -> bool {
        self.name.value == "*"
    }
}

impl Shape {
    fn parse(text: &str, span: Span, problems: &mut Diagnostics) -> Option<Self> {
        let members: Vec<_> = text.split('|').map(|part| Shape::parse_member(part, span, problems)).collect();
        match <[Option<Shape>; 1]>::try_from(members) {
            Ok([shape]) => shape,
            Err(members) => {
                let members = members.into_iter().collect::<Option<Vec<_>>>()?;
                Some(Shape { span, kind: ShapeKind::Union(members) })
            }
        }
    }

    fn parse_member(text: &str, span: Span, problems: &mut Diagnostics) -> Option<Self> {
        let mut words = text.split_whitespace().rev();
        let Some(name) = words.next() else {
            problems.push(span, Problem::BadScalar { text: text.trim().to_owned(), expected: "a type" });
            return None;
        };
        let mut shape = Shape { span, kind: ShapeKind::Named(name.to_owned()) };
        for prefix in words {
            shape = Shape { span, kind: ShapeKind::Prefixed(Spanned::new(prefix.to_owned(), span), Box::new(shape)) };
        }
        Some(shape)
    }
}

impl Read for Shape {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let span = node.span;
        let kind = match &node.kind {
            Kind::Scalar(text, _) => return Shape::parse(text, span, problems),
            Kind::List(items) => match items.as_slice() {
                [] => {
                    problems.push(
                        span,
                        Problem::WrongKind {
                            expected: "`[T]` or the words of an enum".to_owned(),
                            found: "an empty list",
                        },
                    );
                    return None;
                }
                [one] => ShapeKind::List(Box::new(Shape::read(one, problems)?)),
                words => {
                    let words: Vec<_> =
                        words.iter().filter_map(|word| Spanned::<String>::read(word, problems)).collect();
                    ShapeKind::Words(words)
                }
            },
            Kind::Map(entries) => {
                ShapeKind::Record(entries.iter().filter_map(|entry| Field::read(entry, problems)).collect())
            }
        };
        Some(Shape { span, kind })
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.part("Shape", |_| {
            json!({
                "description": "A type: a name, `[T]` for a list, two or more words for an open enum, or a map of members.",
                "anyOf": [
                    { "type": "string" },
                    { "type": "array", "minItems": 1, "items": { "type": ["string", "number", "boolean", "object", "array"] } },
                    { "type": "object", "additionalProperties": { "$ref": "#/$defs/Shape" } },
                ],
            })
        })
    }
}

/// A name, and whether a `?` behind it says that it may be absent.
pub(super) fn optional_name(key: &Key) -> (Spanned<String>, bool) {
    match key.text.strip_suffix('?') {
        Some(name) => (Spanned::new(name.to_owned(), key.span), true),
        None => (Spanned::new(key.text.clone(), key.span), false),
    }
}

impl Field {
    fn read((key, node): &(Key, Node), problems: &mut Diagnostics) -> Option<Self> {
        let (name, optional) = optional_name(key);
        Some(Field { name, optional, shape: Shape::read(node, problems)? })
    }
}
