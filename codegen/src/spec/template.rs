//! Text with `{name}` in it: the one way to put a value into something that is made.

use serde_json::{Value, json};

use super::literal::text;
use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Read};
use crate::source::{Span, Spanned};
use crate::yaml::{Kind, Node};

/// A text with holes.
#[derive(Debug, Clone, Default)]
pub struct Template {
    /// Where it stands.
    pub span: Span,
    /// Its parts, in order.
    pub pieces: Vec<Spanned<Piece>>,
}

/// A part of a [`Template`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text as it is.
    Text(String),
    /// The name in `{name}`.
    Name(String),
}

impl Default for Piece {
    fn default() -> Self {
        Piece::Text(String::new())
    }
}

impl Template {
    /// The name, where the template is exactly `{name}`.
    pub fn sole_name(&self) -> Option<&Spanned<Piece>> {
        match self.pieces.as_slice() {
            [piece @ Spanned { value: Piece::Name(_), .. }] => Some(piece),
            _ => None,
        }
    }

    /// The text, where the template has no holes.
    pub fn plain(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [] => Some(""),
            [Spanned { value: Piece::Text(text), .. }] => Some(text),
            _ => None,
        }
    }

    /// The text as it is written, with its holes.
    pub(crate) fn written(&self) -> String {
        let write = |piece: &Spanned<Piece>| match &piece.value {
            Piece::Text(text) => text.clone(),
            Piece::Name(name) => format!("{{{name}}}"),
        };
        self.pieces.iter().map(write).collect()
    }

    /// Parses a text. Mistakes are pushed.
    pub(crate) fn parse(text: &Spanned<String>, problems: &mut Diagnostics) -> Option<Self> {
        let place = |from: usize, to: usize| text.part(from..to);
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut plain_from = 0;
        let mut rest = text.value.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            match c {
                '{' | '}' if rest.next_if(|(_, next)| *next == c).is_some() => plain.push(c),
                '{' => {
                    let end = text.value[at..].find('}').map(|length| at + length);
                    let Some(end) = end else {
                        let (reason, label) = ("this brace is never closed", "opened here");
                        problems.push(place(at, at + 1), Problem::BadTemplate { reason, label });
                        return None;
                    };
                    if !plain.is_empty() {
                        pieces.push(Spanned::new(Piece::Text(std::mem::take(&mut plain)), place(plain_from, at)));
                    }
                    let name = text.value[at + 1..end].trim();
                    if name.is_empty() {
                        let (reason, label) = ("there is no name in these braces", "empty");
                        problems.push(place(at, end + 1), Problem::BadTemplate { reason, label });
                        return None;
                    }
                    pieces.push(Spanned::new(Piece::Name(name.to_owned()), place(at + 1, end)));
                    while rest.next_if(|(at, _)| *at <= end).is_some() {}
                    plain_from = end + 1;
                }
                '}' => {
                    let (reason, label) = ("this brace closes nothing", "nothing is open here");
                    problems.push(place(at, at + 1), Problem::BadTemplate { reason, label });
                    return None;
                }
                c => plain.push(c),
            }
        }
        if !plain.is_empty() {
            pieces.push(Spanned::new(Piece::Text(plain), place(plain_from, text.value.len())));
        }
        Some(Template { span: text.span, pieces })
    }
}

impl Read for Template {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let text = text(node, "text, in which `{name}` stands for a value", problems)?;
        Template::parse(&text, problems)
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": ["string", "number", "boolean"] })
    }
}

/// A template, or a list of templates of which the first one counts whose places are all there.
#[derive(Debug, Clone, Default)]
pub struct Choice(pub Vec<Template>);

impl Read for Choice {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::read(node, problems).map(Choice),
            _ => Template::read(node, problems).map(|one| Choice(vec![one])),
        }
    }

    fn absent() -> Option<Self> {
        Some(Choice::default())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let one = Template::schema(definitions);
        json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}
