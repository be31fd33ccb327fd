//! How the next page is asked for, as written.

use serde_json::{Value, json};

use super::job::Origin;
use super::rule::Facts;
use super::template::Template;
use crate::diagnostic::Diagnostics;
use crate::record::{Definitions, Named, Read, entries, record};
use crate::source::Spanned;
use crate::yaml::{Kind, Node};

/// How the next page is asked for.
#[derive(Debug, Clone)]
pub struct PagesSpec {
    /// The inputs that ask for it.
    pub inputs: Named<PageSpec>,
    /// Facts of a page behind which there is another one.
    pub more: Option<Facts>,
}

/// What stands beside the inputs by which pages are asked for.
const WHILE: &str = "while";

impl Default for PagesSpec {
    fn default() -> Self {
        PagesSpec { inputs: Named(Vec::new()), more: None }
    }
}

impl Read for PagesSpec {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let (mut inputs, mut more) = (Vec::new(), None);
        for (key, value) in entries(node, "a map of inputs", problems)? {
            if key.text == WHILE {
                more = Some(Facts::read(value, problems)?);
                continue;
            }
            match PageSpec::read(value, problems) {
                Some(page) => inputs.push((Spanned::new(key.text.clone(), key.span), page)),
                None => problems.lose(&key.text),
            }
        }
        Some(PagesSpec { inputs: Named(inputs), more })
    }

    fn absent() -> Option<Self> {
        Some(PagesSpec::default())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let (more, page) = (Facts::schema(definitions), PageSpec::schema(definitions));
        let counts = json!({ "type": "object", "required": ["plus"] });
        json!({
            "type": "object",
            "properties": { WHILE: more },
            "additionalProperties": page,
            "if": { "required": [WHILE] },
            "then": { "minProperties": 2 },
            "else": { "additionalProperties": { "if": counts, "then": { "required": [WHILE] } } },
        })
    }
}

/// What an input is for the next page.
#[derive(Debug, Clone)]
pub enum PageSpec {
    /// What the reply tells.
    From(Origin),
    /// The next number.
    Count(CountSpec),
}

record! {
    /// A number that goes up from page to page.
    CountSpec = "a count of pages" {
        /// What is added to it.
        plus: Spanned<u32>,
        /// A place that is there as long as there may be another page: `{reply.items.0.id}`. May be left out beside a
        /// `while` of all `pages`.
        more as "while": Option<Template>,
    }
}

impl Read for PageSpec {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) if entries.iter().any(|(key, _)| key.text == "plus" || key.text == "while") => {
                CountSpec::read(node, problems).map(PageSpec::Count)
            }
            _ => Origin::read(node, problems).map(PageSpec::From),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Origin::schema(definitions), CountSpec::schema(definitions)] })
    }
}
