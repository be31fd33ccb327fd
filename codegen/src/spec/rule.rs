//! Rules and the facts they ask for, as written.

use serde_json::{Value, json};

use super::job::Next;
use super::literal::{Text, Time};
use super::matcher::Matcher;
use super::template::Choice;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::record::{Definitions, Read, entries, exactly_one};
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
    /// Whether it is asked about replies whose proof is missing, too.
    pub unsigned: Option<Spanned<bool>>,
    /// The message that is told where it holds.
    pub message: Choice,
    /// The code that is told where it holds.
    pub code: Choice,
    /// The pace while it holds.
    pub every: Option<Time>,
    /// It holds only so long after the wait began.
    pub within: Option<Time>,
    /// In how many replies in a row it must hold to be believed.
    pub confirm: Option<Spanned<u32>>,
    /// The operation that decides, asked at once and from then on.
    pub then: Option<Next>,
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
    /// A path into the body, or `$http`, `$header.…`, `$error`, `$error.…`, `$input.…`.
    pub subject: Text,
    /// What must stand there.
    pub matcher: Spanned<Matcher>,
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

const MODIFIERS: &[&str] =
    &["partial", "revisable", "unsigned", "message", "code", "every", "within", "confirm", "then"];

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
        let facts = RuleFacts::read(facts, problems);
        Some(Rule {
            span: node.span,
            verdict: Spanned::new(verdict.text.clone(), verdict.span),
            partial: modifier(entries, "partial", problems),
            revisable: modifier(entries, "revisable", problems),
            unsigned: modifier(entries, "unsigned", problems),
            message: modifier(entries, "message", problems).unwrap_or_default(),
            code: modifier(entries, "code", problems).unwrap_or_default(),
            every: modifier(entries, "every", problems),
            within: modifier(entries, "within", problems),
            confirm: modifier(entries, "confirm", problems),
            then: modifier(entries, "then", problems),
            facts: facts?,
        })
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.part("Rule", |definitions| {
            let facts = RuleFacts::schema(definitions);
            let mut properties: serde_json::Map<String, Value> =
                VERDICTS.iter().map(|verdict| ((*verdict).to_owned(), facts.clone())).collect();
            for modifier in MODIFIERS {
                let (about, mut schema) = match *modifier {
                    "partial" => ("Settled, but some items failed.", <Spanned<bool>>::schema(definitions)),
                    "revisable" => {
                        ("Settled, but the vendor may still change its mind.", <Spanned<bool>>::schema(definitions))
                    }
                    "unsigned" => {
                        ("Also asked about replies whose proof is missing.", <Spanned<bool>>::schema(definitions))
                    }
                    "then" => {
                        ("The operation that decides, asked at once and from then on.", Next::schema(definitions))
                    }
                    "message" => ("The message that is told; overrides `tells`.", Choice::schema(definitions)),
                    "code" => ("The code that is told; overrides `tells`.", Choice::schema(definitions)),
                    "every" => ("The pace while this rule holds.", Time::schema(definitions)),
                    "within" => ("The rule holds only so long after the wait began.", Time::schema(definitions)),
                    _ => (
                        "Believed when it was seen in so many replies in a row.",
                        json!({ "type": "integer", "minimum": 2, "maximum": 100 }),
                    ),
                };
                if let Value::Object(schema) = &mut schema {
                    schema.insert("description".to_owned(), about.into());
                }
                properties.insert((*modifier).to_owned(), schema);
            }
            json!({
                "description": "A verdict and the facts that must all hold. The first rule that holds decides.",
                "type": "object",
                "properties": properties,
                "oneOf": exactly_one(VERDICTS),
                "additionalProperties": false,
            })
        })
    }
}

/// A modifier beside the verdict, where there is one and it reads.
fn modifier<T: Read>(entries: &[(Key, Node)], name: &str, problems: &mut Diagnostics) -> Option<T> {
    let (_, node) = entries.iter().find(|(key, _)| key.text == name)?;
    T::read(node, problems)
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
