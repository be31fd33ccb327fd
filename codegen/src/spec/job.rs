//! Jobs, as written: what submits, asks, fetches and cancels one belongs together.

use serde_json::{Value, json};

use super::literal::{Text, unquoted_name};
use super::tells::Like;
use super::template::{Choice, Template};
use crate::diagnostic::Diagnostics;
use crate::record::{Definitions, Named, Read, record};
use crate::source::Spanned;
use crate::yaml::{Kind, Node};

record! {
    /// A kind of job: its operations, and what must be kept to find one again.
    Job = "a job" with form {
        /// What it is for.
        about: Option<Text>,
        /// Where the vendor documents it.
        docs: Option<Text>,
        /// What the vendor's documents leave open.
        unsure: Vec<Text>,
        /// The operation that submits it, or several in order.
        submit: Texts,
        /// What must be kept to find the job again. Each field fills the inputs of its name; `name?` may be missing.
        handle: Named<Origin>,
        /// The operation that tells its state.
        status: Text,
        /// The operation that fetches its result, or several in order that lead to it. Without one, the reply in which it is
        /// settled is the result.
        result: Option<Fetches>,
        /// The outcomes for which there is a result: `[succeeded]` unless said.
        result_for: Vec<Text>,
        /// The operation that cancels it.
        cancel: Option<Next>,
        /// The operation that tells the states of many jobs at once.
        batch: Option<BatchSpec>,
    }
}

/// A job that is submitted must be found again.
fn form() -> Value {
    json!({ "dependentRequired": { "submit": ["handle"], "handle": ["submit"], "result_for": ["result"] } })
}

/// One text, or several in order.
#[derive(Debug, Clone, Default)]
pub struct Texts(pub Vec<Text>);

impl Read for Texts {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::read(node, problems).map(Texts),
            _ => Text::read(node, problems).map(|one| Texts(vec![one])),
        }
    }

    fn absent() -> Option<Self> {
        Some(Texts::default())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let one = Text::schema(definitions);
        json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

/// Where a field of a handle comes from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// The first of these whose places are all there.
    Told(Choice),
    /// A part of a text.
    In(Like),
}

impl Read for Origin {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) if unquoted_name(node).is_none() => Like::read(node, problems).map(Origin::In),
            _ => Choice::read(node, problems).map(Origin::Told),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Choice::schema(definitions), Like::schema(definitions)] })
    }
}

record! {
    /// An operation about a job, and what its inputs are filled with besides the handle.
    NextSpec = "an operation of a job" {
        /// The operation.
        operation: Text,
        /// What fills its inputs: places of the reply in which the job is settled, or of those before it.
        with: Named<Origin>,
    }
}

/// An operation about a job.
#[derive(Debug, Clone)]
pub struct Next(pub NextSpec);

impl Read for Next {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => NextSpec::read(node, problems).map(Next),
            _ => {
                let operation = Text::read(node, problems)?;
                Some(Next(NextSpec { span: node.span, operation, with: Named(Vec::new()) }))
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Text::schema(definitions), NextSpec::schema(definitions)] })
    }
}

record! {
    /// How many jobs are asked about by one request.
    BatchSpec = "`batch`" {
        /// The operation.
        operation: Text,
        /// Its input that takes the ids of the jobs, a list.
        ids: Text,
        /// The most jobs that it takes.
        at_most: Spanned<u32>,
        /// The list, or the map, of all in its reply: `{reply.jobs}`.
        items: Template,
        /// The job's id in an element, `{item.id}`, or `{key}` where it is the element's key in a map.
        id: Template,
        /// The member of the reply of `status` that an element is; without it, it is that reply.
        part as "as": Option<Text>,
    }
}

record! {
    /// An operation that fetches a result or leads to it, and what its inputs are filled with besides the handle.
    FetchSpec = "an operation that fetches a result" {
        /// The operation.
        operation: Text,
        /// The list, or the map, for each of whose elements it is asked: `{status.reply.files}`.
        each: Option<Template>,
        /// What fills its inputs: places of the reply in which the job is settled, or of those before it, or of the
        /// element: `{item.url}`, `{item}`, `{key}`.
        with: Named<Origin>,
    }
}

/// An operation that fetches a result or leads to it.
#[derive(Debug, Clone)]
pub struct Fetch(pub FetchSpec);

impl Read for Fetch {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => FetchSpec::read(node, problems).map(Fetch),
            _ => {
                let operation = Text::read(node, problems)?;
                Some(Fetch(FetchSpec { span: node.span, operation, each: None, with: Named(Vec::new()) }))
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Text::schema(definitions), FetchSpec::schema(definitions)] })
    }
}

/// One operation that fetches a result, or several in order.
#[derive(Debug, Clone)]
pub struct Fetches(pub Vec<Fetch>);

impl Read for Fetches {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::read(node, problems).map(Fetches),
            _ => Fetch::read(node, problems).map(|one| Fetches(vec![one])),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let one = Fetch::schema(definitions);
        json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

impl Origin {
    /// Its templates.
    pub(crate) fn templates(&self) -> &[Template] {
        match self {
            Origin::Told(choice) => &choice.0,
            Origin::In(like) => std::slice::from_ref(&like.text),
        }
    }
}
