//! A reply, and what else rules look at.

use std::borrow::Cow;
use std::rc::Rc;
use std::time::Duration;

use super::json::Found;
use crate::model::rules::AsideSource;
use crate::model::{InputKind, Operation, Vendor};

/// A reply and what is known beside it.
#[derive(Debug, Clone)]
pub struct Observed<'o> {
    /// The HTTP status.
    pub status: u16,
    /// The headers: names in any case, values.
    pub headers: &'o [(String, String)],
    /// The body.
    pub body: &'o str,
    /// Whether the proof that the reply carries holds; of no meaning where none is declared.
    pub verified: bool,
    /// The time since the wait began.
    pub age: Duration,
    /// The inputs and settings that were given, by their names. Others have their defaults, or are absent.
    pub given: &'o [(String, String)],
}

impl<'o> Observed<'o> {
    /// A reply of which the proof holds, to the first request of a wait, without headers.
    pub fn new(status: u16, body: &'o str) -> Self {
        Observed { status, headers: &[], body, verified: true, age: Duration::ZERO, given: &[] }
    }
}

/// What stands outside the body, in the order of the operation's asides.
#[derive(Debug, Clone)]
pub(super) struct Outside(Rc<[Value]>);

#[derive(Debug, Clone)]
enum Value {
    Absent,
    Text(String),
    Number(String),
    Bool(bool),
}

impl Outside {
    pub(super) fn of(vendor: &Vendor, operation: &Operation, observed: &Observed<'_>) -> Self {
        let given =
            |name: &str| observed.given.iter().rev().find(|(given, _)| given == name).map(|(_, text)| text.clone());
        let value = |source: &AsideSource| match source {
            AsideSource::Http => Value::Number(observed.status.to_string()),
            AsideSource::Age => Value::Number(observed.age.as_millis().to_string()),
            AsideSource::Header(name) => {
                let header = observed.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
                header.map_or(Value::Absent, |(_, value)| Value::Text(value.clone()))
            }
            AsideSource::Input(at) => operation.inputs.get(*at).map_or(Value::Absent, |input| {
                let text = given(&input.name).or_else(|| input.kind.default());
                match (&input.kind, text) {
                    (
                        InputKind::Secret | InputKind::Url(_) | InputKind::Json | InputKind::Bytes | InputKind::List(_),
                        _,
                    )
                    | (_, None) => Value::Absent,
                    (InputKind::Int(_) | InputKind::Float(_), Some(text)) => Value::Number(text),
                    (InputKind::Bool(_), Some(text)) => Value::Bool(text == "true"),
                    (InputKind::Text(_) | InputKind::PathTail | InputKind::Words(..), Some(text)) => Value::Text(text),
                }
            }),
            AsideSource::Setting(at) => vendor.settings.get(*at).map_or(Value::Absent, |setting| {
                let default = setting.kind.default().map(str::to_owned);
                given(&setting.name).or(default).map_or(Value::Absent, Value::Text)
            }),
        };
        Outside(operation.reading.asides.iter().map(|aside| value(&aside.source)).collect())
    }

    /// What stands at a position.
    pub(super) fn found(&self, at: usize) -> Found<'_> {
        match self.0.get(at) {
            None | Some(Value::Absent) => Found::Absent,
            Some(Value::Text(text)) => Found::Text(Cow::Borrowed(text)),
            Some(Value::Number(text)) => Found::Number(text),
            Some(Value::Bool(value)) => Found::Bool(*value),
        }
    }

    /// What stands at a position, as text.
    pub(super) fn text(&self, at: usize) -> Option<String> {
        match self.0.get(at)? {
            Value::Absent => None,
            Value::Text(text) | Value::Number(text) => Some(text.clone()),
            Value::Bool(value) => Some(value.to_string()),
        }
    }
}
