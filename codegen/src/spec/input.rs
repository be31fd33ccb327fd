//! What callers give, as written.

use serde_json::{Value, json};

use super::literal::Text;
use super::shape::{Shape, optional_name};
use crate::diagnostic::Diagnostics;
use crate::record::{Definitions, Read, entries, record};
use crate::yaml::{Kind, Node};

/// What callers give to an operation.
#[derive(Debug, Clone, Default)]
pub struct Inputs(pub Vec<Input>);

/// One input.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name.
    pub name: Text,
    /// Whether it may be left out.
    pub optional: bool,
    /// Its type.
    pub shape: Shape,
    /// What it is where the caller leaves it out.
    pub default: Option<Text>,
    /// What it is for.
    pub about: Option<Text>,
}

record! {
    /// An input or setting with more than a type.
    Given = "an input" {
        /// Its type.
        shape as "type": Shape,
        /// What it is where it is left out.
        default: Option<Text>,
        /// What it is for.
        about: Option<Text>,
    }
}

impl Read for Inputs {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let mut inputs = Vec::new();
        for (key, node) in entries(node, "a map of inputs", problems)? {
            let (name, optional) = optional_name(key);
            let Some(Given { shape, default, about, .. }) = Given::of(node, problems) else {
                problems.lose(&name);
                continue;
            };
            inputs.push(Input { name, optional, shape, default, about });
        }
        Some(Inputs(inputs))
    }

    fn absent() -> Option<Self> {
        Some(Inputs::default())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "object", "additionalProperties": Given::either_schema(definitions) })
    }
}

impl Given {
    /// A type alone, or the record. Objects are named types here, so that a field called `type` is never mistaken for it.
    pub(super) fn of(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Given::read(node, problems),
            _ => Some(Given { span: node.span, shape: Shape::read(node, problems)?, default: None, about: None }),
        }
    }

    pub(super) fn either_schema(definitions: &mut Definitions) -> Value {
        let record = Given::schema(definitions);
        json!({ "anyOf": [{ "type": "string" }, { "type": "array" }, record] })
    }
}
