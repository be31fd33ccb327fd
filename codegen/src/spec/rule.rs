//! Rules and the facts they ask for, as written.

use serde_json::{Value, json};

use super::literal::{Text, text};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::record::{Definitions, Read, entries};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Kind, Node};

/// One rule: a verdict and the facts under which it holds.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Where it stands.
    pub span: Span,
    /// The verdict's word.
    pub verdict: Text,
    /// When it holds.
    pub facts: RuleFacts,
    /// Settled, but some items failed.
    pub partial: Option<Spanned<bool>>,
    /// Settled, but the vendor may still change its mind.
    pub revisable: Option<Spanned<bool>>,
}

/// When a rule holds.
#[derive(Debug, Clone)]
pub enum RuleFacts {
    /// Where no rule above it did.
    Otherwise(Span),
    /// Where all facts of one of these hold.
    AnyOf(Vec<Facts>),
}

/// Facts that must all hold.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Where they stand.
    pub span: Span,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// One fact: a place of the reply, and what must stand there.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The path, or `$http`, `$header.…`.
    pub subject: Text,
    /// What must stand there.
    pub matcher: Spanned<Matcher>,
}

/// What must stand at a place.
#[derive(Debug, Clone)]
pub enum Matcher {
    /// This word.
    Word(String),
    /// One of these.
    OneOf(Vec<Spanned<Matcher>>),
    /// Something but null.
    Present,
    /// Nothing, or null.
    Absent,
    /// Null.
    Null,
    /// Something, and not this.
    Not(Box<Spanned<Matcher>>),
    /// A condition on the elements of a list.
    Elements(Quantifier, Condition),
}

/// For how many elements a condition must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantifier {
    /// For one or more.
    Any,
    /// For every one, and there is one.
    All,
    /// For none.
    None,
}

/// A condition on one element.
#[derive(Debug, Clone)]
pub enum Condition {
    /// Facts about an object.
    Facts(Facts),
    /// What a scalar must be.
    Matcher(Box<Spanned<Matcher>>),
}

/// The verdicts that a rule can give, in the order that they are listed in messages.
pub(crate) const VERDICTS: &[&str] = &[
    "pending",
    "running",
    "needs_input",
    "succeeded",
    "rejected",
    "failed",
    "cancelled",
    "expired",
    "unknown",
    "throttled",
    "transient",
    "credential_expired",
    "request_error",
];

const MODIFIERS: &[&str] = &["partial", "revisable"];

impl Read for Rule {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let entries = entries(node, "a map for a rule", problems)?;
        let mut verdicts = entries.iter().filter(|(key, _)| VERDICTS.contains(&key.text.as_str()));
        let verdict = verdicts.next();
        if let Some((second, _)) = verdicts.next() {
            let expected = "exactly one verdict in a rule";
            problems.push(second.span, Problem::NotExactlyOne { expected, found: "this is another one" });
        }
        for (key, _) in entries {
            let known = VERDICTS.contains(&key.text.as_str()) || MODIFIERS.contains(&key.text.as_str());
            if !known && !key.text.is_empty() && key.text != "<<" {
                problems.push(key.span, unknown_key(key, verdict.is_some()));
            }
        }
        let Some((verdict, facts)) = verdict else {
            // An unknown key was told as a verdict that does not exist.
            if entries.iter().all(|(key, _)| MODIFIERS.contains(&key.text.as_str())) {
                problems
                    .push(first_key(node.span, entries), Problem::MissingKey { key: "a verdict", record: "a rule" });
            }
            return None;
        };
        let toggle = |name: &str, problems: &mut Diagnostics| -> Option<Spanned<bool>> {
            let (_, node) = entries.iter().find(|(key, _)| key.text == name)?;
            Spanned::read(node, problems)
        };
        Some(Rule {
            span: node.span,
            verdict: Spanned::new(verdict.text.clone(), verdict.span),
            facts: RuleFacts::read(facts, problems)?,
            partial: toggle("partial", problems),
            revisable: toggle("revisable", problems),
        })
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.part("Rule", |definitions| {
            let facts = RuleFacts::schema(definitions);
            let mut properties: serde_json::Map<String, Value> =
                VERDICTS.iter().map(|verdict| ((*verdict).to_owned(), facts.clone())).collect();
            for modifier in MODIFIERS {
                properties.insert((*modifier).to_owned(), json!({ "type": "boolean" }));
            }
            json!({
                "description": "A verdict and the facts that must all hold. The first rule that holds decides.",
                "type": "object",
                "properties": properties,
                "additionalProperties": false,
            })
        })
    }
}

/// The first key, where there is one: a whole rule under one caret line would hide what is meant.
fn first_key(span: Span, entries: &[(Key, Node)]) -> Span {
    entries.first().map_or(span, |(key, _)| key.span)
}

/// Where there is no verdict yet, the unknown key was most likely meant as one.
fn unknown_key(key: &Key, has_verdict: bool) -> Problem {
    match has_verdict {
        true => Problem::UnknownKey {
            key: key.text.clone(),
            record: "a rule",
            similar: similar(&key.text, MODIFIERS.iter().copied()),
            known: MODIFIERS.iter().map(|word| (*word).to_owned()).collect(),
        },
        false => {
            Problem::UnknownVerdict { word: key.text.clone(), similar: similar(&key.text, VERDICTS.iter().copied()) }
        }
    }
}

impl Read for RuleFacts {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(word, _) if word == "otherwise" => Some(RuleFacts::Otherwise(node.span)),
            Kind::List(items) => {
                if items.is_empty() {
                    problems.push(node.span, Problem::NoFacts {});
                }
                let all: Vec<_> = items.iter().filter_map(|item| Facts::read(item, problems)).collect();
                (!all.is_empty()).then_some(RuleFacts::AnyOf(all))
            }
            Kind::Map(_) => Some(RuleFacts::AnyOf(vec![Facts::read(node, problems)?])),
            Kind::Scalar(..) => {
                let expected = "facts (`{ path: word }`), a list of them, or `otherwise`".to_owned();
                problems.push(node.span, Problem::WrongKind { expected, found: node.describe() });
                None
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let facts = Facts::schema(definitions);
        json!({ "anyOf": [{ "const": "otherwise" }, facts, { "type": "array", "items": facts, "minItems": 1 }] })
    }
}

impl Read for Facts {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let entries = entries(node, "a map for facts", problems)?;
        if entries.is_empty() {
            problems.push(node.span, Problem::NoFacts {});
            return None;
        }
        let fact = |(key, node): &(Key, Node)| {
            let matcher = Matcher::read(node, problems)?;
            Some(Fact { subject: Spanned::new(key.text.clone(), key.span), matcher })
        };
        // Every fact is read, so that all mistakes are told.
        let facts: Vec<_> = entries.iter().map(fact).collect();
        Some(Facts { span: node.span, facts: facts.into_iter().collect::<Option<_>>()? })
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.part("Facts", |definitions| {
            json!({
                "description": "Places of the reply and what must stand there. All must hold.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": Matcher::schema(definitions),
            })
        })
    }
}

/// The keys of a matcher that is a map.
pub(crate) const MATCHERS: &[&str] = &["equals", "not", "any", "all", "none"];

impl Matcher {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Spanned<Matcher>> {
        let matcher = match &node.kind {
            Kind::Scalar(word, _) => match word.as_str() {
                "present" => Matcher::Present,
                "absent" => Matcher::Absent,
                "null" => Matcher::Null,
                _ => Matcher::Word(text(node, "what must stand there", problems)?.value),
            },
            Kind::List(items) => {
                if items.is_empty() {
                    problems.push(node.span, Problem::NoFacts {});
                    return None;
                }
                let all: Vec<_> = items.iter().map(|item| Matcher::read(item, problems)).collect();
                Matcher::OneOf(all.into_iter().collect::<Option<_>>()?)
            }
            Kind::Map(entries) => match entries.as_slice() {
                [(key, value)] => Matcher::read_map(key, value, problems)?,
                [] => {
                    problems.push(node.span, Problem::NoFacts {});
                    return None;
                }
                [_, (second, _), ..] => {
                    let expected = "exactly one matcher in a map";
                    problems.push(second.span, Problem::NotExactlyOne { expected, found: "this is another one" });
                    return None;
                }
            },
        };
        Some(Spanned::new(matcher, node.span))
    }

    fn read_map(key: &Key, value: &Node, problems: &mut Diagnostics) -> Option<Matcher> {
        let word = |problems: &mut Diagnostics| text(value, "text", problems);
        Some(match key.text.as_str() {
            "equals" => Matcher::Word(word(problems)?.value),
            "not" => Matcher::Not(Box::new(Matcher::read(value, problems)?)),
            "any" => Matcher::Elements(Quantifier::Any, Condition::read(value, problems)?),
            "all" => Matcher::Elements(Quantifier::All, Condition::read(value, problems)?),
            "none" => Matcher::Elements(Quantifier::None, Condition::read(value, problems)?),
            _ => {
                let similar = similar(&key.text, MATCHERS.iter().copied());
                problems.push(key.span, Problem::UnknownMatcher { word: key.text.clone(), similar });
                return None;
            }
        })
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.part("Matcher", |definitions| {
            let this = json!({ "$ref": "#/$defs/Matcher" });
            let facts = Facts::schema(definitions);
            let scalar = json!({ "type": ["string", "number", "boolean", "null"] });
            let condition = json!({ "anyOf": [this, facts] });
            let one = |key: &str, value: &Value| {
                json!({ "type": "object", "properties": { key: value }, "required": [key], "additionalProperties": false })
            };
            let mut kinds = vec![scalar.clone(), json!({ "type": "array", "items": this, "minItems": 1 })];
            for key in MATCHERS {
                kinds.push(match *key {
                    "not" => one(key, &this),
                    "any" | "all" | "none" => one(key, &condition),
                    _ => one(key, &scalar),
                });
            }
            json!({ "description": "What must stand at a place.", "anyOf": kinds })
        })
    }
}

impl Condition {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) if !entries.iter().all(|(key, _)| MATCHERS.contains(&key.text.as_str())) => {
                Facts::read(node, problems).map(Condition::Facts)
            }
            _ => Matcher::read(node, problems).map(|matcher| Condition::Matcher(Box::new(matcher))),
        }
    }
}
