//! A spec of ours, made of someone else's rules.

mod facts;
mod types;

use std::fmt;

use crate::fact::Alternatives;
use crate::shape::Shape;
use crate::yaml::{Layout, Node};

const DAY: u64 = 86_400;

/// A spec of ours, made of someone else's rules. Its text is [`Imported::yaml`].
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The module's name: what the file is called.
    pub module: String,
    /// The vendor's name.
    pub vendor: String,
    /// What the spec holds.
    pub about: String,
    /// Where it comes from and whose it is: the comment at its head.
    pub origin: Vec<String>,
    /// How errors look.
    pub error: ErrorForm,
    /// The shapes of replies, by name.
    pub replies: Vec<(String, Shape)>,
    /// What is waited for.
    pub operations: Vec<Operation>,
    /// What the source says that can never happen.
    pub notes: Vec<Note>,
}

/// How the errors of a vendor look: an object under one key, with a code and a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorForm {
    /// The key.
    pub key: String,
    /// The name of the code.
    pub code: String,
    /// The name of the message.
    pub message: String,
}

/// One thing that is waited for.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Its name.
    pub name: String,
    /// What the source calls it.
    pub id: String,
    /// What it is.
    pub about: String,
    /// The name of its reply's shape.
    pub reply: String,
    /// What replies mean.
    pub rules: Vec<Rule>,
    /// Seconds between two requests.
    pub every: u64,
    /// The most requests.
    pub tries: u64,
}

/// What some replies mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The meaning.
    pub verdict: Verdict,
    /// What must hold.
    pub facts: Alternatives,
    /// Which rule of the source says so; none where the source says nothing and means it.
    pub source: Option<usize>,
}

/// What a reply means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not yet.
    Running,
    /// What was waited for.
    Succeeded,
    /// It will not come.
    Failed,
    /// The request is wrong.
    RequestError,
}

impl Verdict {
    /// The word for it in specs.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Running => "running",
            Verdict::Succeeded => "succeeded",
            Verdict::Failed => "failed",
            Verdict::RequestError => "request_error",
        }
    }

    /// Whether nothing is asked any more.
    pub fn is_settled(self) -> bool {
        matches!(self, Verdict::Succeeded | Verdict::Failed)
    }
}

/// Something that the source says and that can never happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What the source calls the thing that is waited for.
    pub id: String,
    /// Which of its rules.
    pub rule: usize,
    /// Why it cannot.
    pub reason: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, acceptor {}: {}", self.id, self.rule, self.reason)
    }
}

impl Imported {
    /// What is waited for: what the source calls it, and the operation's name.
    pub fn waiters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.operations.iter().map(|operation| (operation.id.as_str(), operation.name.as_str()))
    }

    /// Takes a rule out, or of several alternatives only one.
    pub fn remove(&mut self, operation: usize, rule: usize, alternative: Option<usize>) {
        let Some(operation) = self.operations.get_mut(operation) else { return };
        match (operation.rules.get_mut(rule), alternative) {
            (Some(rule), Some(at)) if rule.facts.len() > 1 => rule.facts.remove(at),
            (Some(_), _) => drop(operation.rules.remove(rule)),
            (None, _) => {}
        }
    }

    /// The text of the spec.
    pub fn yaml(&self) -> String {
        let mut text: String = self.origin.iter().map(|line| format!("# {line}\n")).collect();
        let mut types = types::Types::default();
        let replies: Vec<(&str, String)> =
            self.replies.iter().map(|(name, shape)| (name.as_str(), types.reply(name, shape))).collect();
        let sections = [
            Node::block([("vendor", Node::text(&self.vendor)), ("about", Node::Prose(self.about.clone()))]),
            types.node(),
            self.errors(),
            self.operations(&replies),
        ];
        for section in sections.iter().filter(|section| !matches!(section, Node::Map(entries, _) if entries.is_empty()))
        {
            text.push_str(&section.document());
            text.push('\n');
        }
        text.truncate(text.trim_end().len() + 1);
        text
    }

    fn errors(&self) -> Node {
        let ErrorForm { key, code, message } = &self.error;
        let body = Node::Map(
            vec![(code.clone(), Node::text("string")), (format!("{message}?"), Node::text("string"))],
            Layout::Flow,
        );
        let entry = Node::block([
            ("body", Node::Map(vec![(key.clone(), body)], Layout::Flow)),
            ("also_when", Node::text("fits")),
            ("code", Node::Template(format!("{{reply.{key}.{code}}}"))),
            ("message", Node::Template(format!("{{reply.{key}.{message}}}"))),
        ]);
        Node::block([("errors", Node::List(vec![entry], Layout::Block))])
    }

    fn operations(&self, replies: &[(&str, String)]) -> Node {
        let operations = self.operations.iter().map(|operation| {
            let reply = replies.iter().find(|(name, _)| *name == operation.reply);
            let reply = reply.map_or("json", |(_, ty)| ty);
            (operation.name.clone(), operation.node(reply))
        });
        Node::block([("operations", Node::Map(operations.collect(), Layout::Block))])
    }
}

impl Operation {
    fn node(&self, reply: &str) -> Node {
        let states = self.rules.iter().map(|rule| Node::block([(rule.verdict.as_str(), facts::rule(&rule.facts))]));
        // As long as all requests take, each answered as late as half the pace, and never less than a day.
        let days = (self.every * self.tries * 3 / 2).div_ceil(DAY).max(1);
        let poll = Node::flow([
            ("every", Node::text(format!("{}s", self.every))),
            ("jitter", Node::text("0")),
            ("deadline", Node::text(format!("{days}d"))),
            ("tries", Node::text(self.tries.to_string())),
        ]);
        Node::block([
            ("about", Node::Prose(self.about.clone())),
            ("get", Node::text("/")),
            ("reply", Node::text(reply)),
            ("states", Node::List(states.collect(), Layout::Block)),
            ("poll", poll),
        ])
    }
}
