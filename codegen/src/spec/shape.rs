//! Types and shapes of data, as written.

use std::ops::Range;

use serde_json::{Value, json};

use super::literal::{Text, text};
use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Read};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Kind, MAX_DEPTH, Node};

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
    /// The type in a word or two, for messages.
    pub(crate) fn written(&self) -> String {
        match &self.kind {
            ShapeKind::Named(name) => format!("`{name}`"),
            ShapeKind::Prefixed(prefix, _) => format!("`{} …`", prefix.value),
            ShapeKind::Union(_) => "a union".to_owned(),
            ShapeKind::List(_) => "a list".to_owned(),
            ShapeKind::Words(_) => "an enum".to_owned(),
            ShapeKind::Record(_) => "an object".to_owned(),
        }
    }

    fn parse(text: &Text, problems: &mut Diagnostics) -> Option<Self> {
        let mut members = Vec::new();
        let mut start = 0;
        for part in text.split('|') {
            members.push(Shape::parse_member(text, start..start + part.len()));
            start += part.len() + 1;
        }
        // What is written on one line is bounded like what stands in brackets.
        let words = text.split('|').map(|part| part.split_whitespace().count()).max().unwrap_or_default();
        if words > MAX_DEPTH {
            problems.push(text.span, Problem::TooDeep { limit: MAX_DEPTH });
            return None;
        }
        if members.iter().any(Option::is_none) {
            problems.push(text.span, Problem::BadScalar { text: text.value.clone(), expected: "a type" });
        }
        match <[Option<Shape>; 1]>::try_from(members) {
            Ok([shape]) => shape,
            Err(members) => {
                let members = members.into_iter().collect::<Option<Vec<_>>>()?;
                Some(Shape { span: text.span, kind: ShapeKind::Union(members) })
            }
        }
    }

    /// `sensitive string`: the last word is the type. `None` where there is no word.
    fn parse_member(text: &Text, range: Range<usize>) -> Option<Self> {
        let part = text.get(range.clone())?;
        // A word is a part of `part`, so its place follows from where it starts.
        let place = |word: &str| {
            let start = range.start + (word.as_ptr() as usize - part.as_ptr() as usize);
            text.part(start..start + word.len())
        };
        let mut words = part.split_whitespace().rev();
        let name = words.next()?;
        let mut shape = Shape { span: place(name), kind: ShapeKind::Named(name.to_owned()) };
        for word in words {
            let prefix = Spanned::new(word.to_owned(), place(word));
            let span = prefix.span.to(shape.span);
            shape = Shape { span, kind: ShapeKind::Prefixed(prefix, Box::new(shape)) };
        }
        Some(shape)
    }
}

/// Types on one line: words, and `|` between the members of a union.
const TYPE: &str = r"^[^|]*[^|\s][^|]*(\|[^|]*[^|\s][^|]*)*$";

impl Read for Shape {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let span = node.span;
        let kind = match &node.kind {
            Kind::Scalar(..) => return Shape::parse(&text(node, "a type", problems)?, problems),
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
                    { "type": "string", "pattern": TYPE },
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
        let Some(shape) = Shape::read(node, problems) else {
            problems.lose(&name);
            return None;
        };
        Some(Field { name, optional, shape })
    }
}
