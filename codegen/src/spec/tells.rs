//! What a reply says beside the state, as written.

use serde_json::{Value, json};

use super::literal::{Text, unquoted_name};
use super::template::{Choice, Template};
use crate::diagnostic::Diagnostics;
use crate::record::{Definitions, Read, record};
use crate::yaml::{Kind, Node};

record! {
    /// What a reply says beside the state.
    Tells = "`tells`" {
        /// The vendor's message; of a list, the first that is there.
        message: Choice,
        /// The vendor's code; of a list, the first that is there.
        code: Choice,
        /// The vendor's own word for the state; of a list, the first that is there.
        word: Choice,
        /// Not to be asked again before so long: a number of seconds, or of the unit that its type says.
        ask_again_after: Option<Template>,
        /// How far the job is: a number from 0 to 100, or a part of a whole.
        progress: Option<Progress>,
    }
}

/// How far a job is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// A number from 0 to 100.
    Percent(Template),
    /// So many of so many.
    Part(PartOf),
    /// A number in a text.
    In(Like),
}

record! {
    /// A part of a whole.
    PartOf = "`progress`" {
        /// How many are done.
        done: Template,
        /// How many there are.
        of: Template,
    }
}

record! {
    /// A text taken apart: what stands where its pattern has a name.
    Like = "a text taken apart" {
        /// The text.
        text as "in": Template,
        /// Where the text is a `Link` header, the relation of the link that is meant: `next`.
        rel: Option<Text>,
        /// The pattern: text, and one name in braces.
        like: Template,
    }
}

impl Read for Progress {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let has =
            |key: &str| matches!(&node.kind, Kind::Map(entries) if entries.iter().any(|(given, _)| given.text == key));
        match &node.kind {
            Kind::Map(_) if has("in") || has("like") => Like::read(node, problems).map(Progress::In),
            Kind::Map(_) if unquoted_name(node).is_none() => PartOf::read(node, problems).map(Progress::Part),
            _ => Template::read(node, problems).map(Progress::Percent),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Template::schema(definitions), PartOf::schema(definitions), Like::schema(definitions)] })
    }
}
