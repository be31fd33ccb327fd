//! Scalars that are typed by the place they stand in.

use std::time::Duration;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Read};
use crate::source::Spanned;
use crate::yaml::{Kind, Node};

/// A text, with its place.
pub type Text = Spanned<String>;

/// A length of time, with its place: `500ms`, `2s`, `10m`, `1h`, `7d`.
pub type Time = Spanned<Duration>;

/// A scalar's text. A template without its quotes reads as a map in YAML; that slip gets a message of its own.
pub(super) fn text(node: &Node, expected: &str, problems: &mut Diagnostics) -> Option<Text> {
    match &node.kind {
        Kind::Scalar(text, _) => Some(Spanned::new(text.clone(), node.span)),
        Kind::Map(entries) => {
            match entries.as_slice() {
                [(key, Node { kind: Kind::Scalar(value, true), .. })] if value.is_empty() => {
                    problems.push(node.span, Problem::UnquotedTemplate { name: key.text.clone() });
                }
                _ => problems.push(node.span, wrong(expected, node)),
            }
            None
        }
        Kind::List(_) => {
            problems.push(node.span, wrong(expected, node));
            None
        }
    }
}

fn wrong(expected: &str, node: &Node) -> Problem {
    Problem::WrongKind { expected: expected.to_owned(), found: node.describe() }
}

impl Read for Text {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        text(node, "text", problems)
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": ["string", "number", "boolean"] })
    }
}

fn parsed<T>(
    node: &Node,
    expected: &'static str,
    problems: &mut Diagnostics,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Spanned<T>> {
    let text = text(node, expected, problems)?;
    let value = parse(&text);
    if value.is_none() {
        problems.push(node.span, Problem::BadScalar { text: text.value.clone(), expected });
    }
    Some(Spanned::new(value?, text.span))
}

impl Read for Spanned<bool> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        parsed(node, "`true` or `false`", problems, |text| text.parse().ok())
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Read for Spanned<u32> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        parsed(node, "a whole number", problems, |text| text.parse().ok())
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl Read for Spanned<f64> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        parsed(node, "a number", problems, |text| text.parse().ok().filter(|number: &f64| number.is_finite()))
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "number" })
    }
}

impl Read for Time {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        parsed(node, "a length of time such as `500ms`, `2s`, `10m`, `1h` or `7d`", problems, time)
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]+(ms|s|m|h|d)$" })
    }
}

/// Parses a length of time.
pub(crate) fn time(text: &str) -> Option<Duration> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().ok()?;
    let millis = match unit {
        "ms" => 1,
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return None,
    };
    number.checked_mul(millis).map(Duration::from_millis)
}
