//! Scalars that are typed by the place they stand in.

use std::time::Duration;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostics, Problem};
use crate::model::types::{SCALARS, Type};
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
        Kind::Scalar(text, plain) if !(*plain && text.is_empty()) => Some(Spanned::new(text.clone(), node.span)),
        _ => {
            let problem = match unquoted_name(node) {
                Some(name) => Problem::UnquotedTemplate { name: name.to_owned() },
                None => wrong(expected, node),
            };
            problems.push(node.span, problem);
            None
        }
    }
}

/// The name in `{name}` without quotes, which is a map with one key in YAML.
pub(super) fn unquoted_name(node: &Node) -> Option<&str> {
    let Kind::Map(entries) = &node.kind else { return None };
    match entries.as_slice() {
        // The key of a map without braces stands where the map starts.
        [(key, Node { kind: Kind::Scalar(value, true), .. })]
            if value.is_empty() && key.span.start > node.span.start =>
        {
            Some(&key.text)
        }
        _ => None,
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

/// So many calls within a time: `60 per 1m`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub calls: u32,
    /// Within how long.
    pub per: Duration,
}

impl Read for Spanned<Rate> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        parsed(node, "so many calls within a time, such as `60 per 1m`", problems, |text| {
            let (calls, per) = text.split_once(" per ")?;
            let rate = Rate { calls: calls.trim().parse().ok()?, per: time(per.trim())? };
            Some(rate).filter(|rate| rate.calls > 0 && !rate.per.is_zero())
        })
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": "^[1-9][0-9]* per [0-9]+(ms|s|m|h|d)$" })
    }
}

/// Whose requests a limit is counted for, where its place does not say that: `job`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerJob;

impl Read for Spanned<PerJob> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        parsed(node, "`job`", problems, |text| (text == "job").then_some(PerJob))
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "const": "job" })
    }
}

/// The type of a header that tells a time.
#[derive(Debug, Clone)]
pub struct TimeWord(pub Text);

impl Read for TimeWord {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        Text::read(node, problems).map(TimeWord)
    }

    fn schema(_: &mut Definitions) -> Value {
        let words = SCALARS.iter().filter(|(_, ty)| matches!(ty, Type::Time(_))).map(|(name, _)| *name);
        json!({ "enum": words.collect::<Vec<_>>() })
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
