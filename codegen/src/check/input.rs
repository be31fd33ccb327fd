//! What callers can give: the types of inputs and settings, and their defaults.

use super::types::Resolver;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::types::{Type, URL};
use crate::model::{InputKind, LinkKind};
use crate::source::Spanned;
use crate::spec::{Given, Shape, ShapeKind};

/// What inputs can be.
pub(super) const INPUTS: &str = "`string`, `bool`, `int`, `float`, `secret`, `json`, `bytes`, `path_tail`, `vendor_url`, `url`, an enum, or a list of texts, numbers, booleans or words";

/// The kind of an input and its default. `name` is what an enum written in place is called.
pub(super) fn kind(
    given: &Given,
    name: &str,
    resolver: &mut Resolver<'_>,
    problems: &mut Diagnostics,
) -> Option<InputKind> {
    let kind = match &given.shape.kind {
        ShapeKind::Named(word) if word == "path_tail" => InputKind::PathTail,
        ShapeKind::Named(word) if word == URL => InputKind::Url(LinkKind::Any),
        ShapeKind::Named(word) if word == "bytes" => InputKind::Bytes,
        _ => {
            let ty = resolver.resolve(&given.shape, name, problems)?;
            match of_type(&ty) {
                Some(kind) => kind,
                None => {
                    misfit(&given.shape, INPUTS, problems);
                    return None;
                }
            }
        }
    };
    match &given.default {
        None => Some(kind),
        Some(default) => with_default(kind, default, resolver, problems),
    }
}

pub(super) fn misfit(shape: &Shape, expected: &'static str, problems: &mut Diagnostics) {
    problems.push(shape.span, Problem::InputType { found: shape.written(), expected });
}

fn of_type(ty: &Type) -> Option<InputKind> {
    Some(match ty {
        Type::String => InputKind::Text(None),
        Type::Int => InputKind::Int(None),
        Type::Float => InputKind::Float(None),
        Type::Bool => InputKind::Bool(None),
        Type::Json => InputKind::Json,
        Type::Secret => InputKind::Secret,
        Type::VendorUrl => InputKind::Url(LinkKind::Vendor),
        Type::Enum(at) => InputKind::Words(*at, None),
        // Nothing of a call is ever shown.
        Type::Sensitive(inner) => of_type(inner)?,
        Type::List(item) => match of_type(item)? {
            InputKind::List(_) | InputKind::Json | InputKind::Bytes | InputKind::Secret | InputKind::Url(_) => {
                return None;
            }
            item => InputKind::List(Box::new(item)),
        },
        _ => return None,
    })
}

fn with_default(
    kind: InputKind,
    default: &Spanned<String>,
    resolver: &Resolver<'_>,
    problems: &mut Diagnostics,
) -> Option<InputKind> {
    let mut parsed = |made: Option<InputKind>, expected: &'static str| {
        if made.is_none() {
            problems.push(default.span, Problem::BadScalar { text: default.value.clone(), expected });
        }
        made
    };
    match kind {
        InputKind::Text(_) => Some(InputKind::Text(Some(default.value.clone()))),
        InputKind::Bool(_) => {
            parsed(default.parse().ok().map(|value| InputKind::Bool(Some(value))), "`true` or `false`")
        }
        InputKind::Int(_) => parsed(default.parse().ok().map(|value| InputKind::Int(Some(value))), "a whole number"),
        InputKind::Float(_) => {
            let number = default.parse().ok().filter(|number: &f64| number.is_finite());
            parsed(number.map(|value| InputKind::Float(Some(value))), "a number")
        }
        InputKind::Words(at, _) => {
            let is_word = resolver.types.enums[at].words.iter().any(|word| word.text == default.value);
            parsed(is_word.then(|| InputKind::Words(at, Some(default.value.clone()))), "one of the words of its enum")
        }
        InputKind::Secret => {
            problems.push(default.span, Problem::SecretDefault {});
            None
        }
        InputKind::PathTail | InputKind::Url(_) | InputKind::Json | InputKind::Bytes | InputKind::List(_) => {
            problems.push(default.span, Problem::NoDefault {});
            None
        }
    }
}
