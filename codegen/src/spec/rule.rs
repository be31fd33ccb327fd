//! Rules and the facts they ask for, as written.

use serde_json::{Value, json};

use super::literal::{Text, Time, text, unquoted_name};
use super::template::{Choice, Template};
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

/// What must stand at a place.
#[derive(Debug, Clone)]
pub enum Matcher {
    /// This word.
    Word(String),
    /// What the one name of this template stands for.
    Same(Template),
    /// One of these.
    OneOf(Vec<Spanned<Matcher>>),
    /// All of these.
    AllOf(Vec<Spanned<Matcher>>),
    /// Something but null.
    Present,
    /// Nothing, or null.
    Absent,
    /// Null.
    Null,
    /// Something, and not this.
    Not(Box<Spanned<Matcher>>),
    /// A number on this side of a bound.
    Bound(Bound, Text),
    /// A text with this beginning.
    StartsWith(Text),
    /// A text with this in it.
    Contains(Text),
    /// A text of which the number of characters is so.
    Length(Box<Spanned<Matcher>>),
    /// A list or map of which the number of elements is so.
    Count(Box<Spanned<Matcher>>),
    /// A condition on the elements of a list.
    Elements(Quantifier, Condition),
}

/// The sides of a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// More than it.
    Above,
    /// It, or more.
    AtLeast,
    /// Less than it.
    Below,
    /// It, or less.
    AtMost,
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

/// A condition on one element. Where a map may be read either way, the element's type decides.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Where it stands.
    pub span: Span,
    /// Facts about an object: all facts of one of these.
    pub facts: Option<Vec<Facts>>,
    /// What a scalar must be.
    pub matcher: Option<Box<Spanned<Matcher>>>,
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

const MODIFIERS: &[&str] = &["partial", "revisable", "unsigned", "message", "code", "every", "within", "confirm"];

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

/// The keys of a matcher that is a map.
pub(crate) const MATCHERS: &[&str] = &[
    "equals",
    "not",
    "above",
    "at_least",
    "below",
    "at_most",
    "starts_with",
    "contains",
    "length",
    "count",
    "any",
    "all",
    "none",
];

impl Matcher {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Spanned<Matcher>> {
        let matcher = match &node.kind {
            Kind::Scalar(word, _) => match word.as_str() {
                "present" => Matcher::Present,
                "absent" => Matcher::Absent,
                "null" => Matcher::Null,
                _ => Matcher::read_word(&text(node, "what must stand there", problems)?, problems)?,
            },
            Kind::List(items) => {
                if items.is_empty() {
                    problems.push(node.span, Problem::NoFacts {});
                    return None;
                }
                let all: Vec<_> = items.iter().map(|item| Matcher::read(item, problems)).collect();
                Matcher::OneOf(all.into_iter().collect::<Option<_>>()?)
            }
            Kind::Map(entries) if entries.is_empty() => {
                problems.push(node.span, Problem::NoFacts {});
                return None;
            }
            Kind::Map(entries) => {
                if let Some(name) = unquoted_name(node) {
                    problems.push(node.span, Problem::UnquotedTemplate { name: name.to_owned() });
                    return None;
                }
                let one = |(key, value): &(Key, Node)| {
                    Some(Spanned::new(Matcher::read_map(key, value, problems)?, key.span.to(value.span)))
                };
                let mut all = entries.iter().map(one).collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
                match all.len() {
                    1 => all.remove(0).value,
                    _ => Matcher::AllOf(all),
                }
            }
        };
        Some(Spanned::new(matcher, node.span))
    }

    /// A word, or a template of one name.
    fn read_word(text: &Text, problems: &mut Diagnostics) -> Option<Matcher> {
        let template = Template::parse(text, problems)?;
        match template.plain() {
            Some(word) => Some(Matcher::Word(word.to_owned())),
            None if template.sole_name().is_some() => Some(Matcher::Same(template)),
            None => {
                problems.push(text.span, Problem::NotOneName { found: template.written() });
                None
            }
        }
    }

    fn read_map(key: &Key, value: &Node, problems: &mut Diagnostics) -> Option<Matcher> {
        let bound = |bound, problems: &mut Diagnostics| Some(Matcher::Bound(bound, text(value, "a number", problems)?));
        let inner = |problems: &mut Diagnostics| Some(Box::new(Matcher::read(value, problems)?));
        let elements = |quantifier, problems: &mut Diagnostics| {
            Some(Matcher::Elements(quantifier, Condition::read(value, problems)?))
        };
        match key.text.as_str() {
            "equals" => Matcher::read_word(&text(value, "text", problems)?, problems),
            "not" => inner(problems).map(Matcher::Not),
            "above" => bound(Bound::Above, problems),
            "at_least" => bound(Bound::AtLeast, problems),
            "below" => bound(Bound::Below, problems),
            "at_most" => bound(Bound::AtMost, problems),
            "starts_with" => some_text(value, problems).map(Matcher::StartsWith),
            "contains" => some_text(value, problems).map(Matcher::Contains),
            "length" => inner(problems).map(Matcher::Length),
            "count" => inner(problems).map(Matcher::Count),
            "any" => elements(Quantifier::Any, problems),
            "all" => elements(Quantifier::All, problems),
            "none" => elements(Quantifier::None, problems),
            _ => {
                let similar = similar(&key.text, MATCHERS.iter().copied());
                problems.push(key.span, Problem::UnknownMatcher { word: key.text.clone(), similar });
                None
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.part("Matcher", |definitions| {
            let this = json!({ "$ref": "#/$defs/Matcher" });
            let facts = Facts::schema(definitions);
            let scalar = json!({ "type": ["string", "number", "boolean", "null"] });
            let number = json!({ "type": ["number", "string"] });
            let some_text = json!({ "type": ["string", "number", "boolean"], "minLength": 1 });
            let condition = json!({ "anyOf": [this, facts, { "type": "array", "items": facts, "minItems": 1 }] });
            let properties: serde_json::Map<String, Value> = MATCHERS
                .iter()
                .map(|key| {
                    let (about, of) = match *key {
                        "equals" => ("The literal word, where it would read as a matcher.", &scalar),
                        "not" => ("There, and this does not hold.", &this),
                        "above" => ("More than this number.", &number),
                        "at_least" => ("This number or more.", &number),
                        "below" => ("Less than this number.", &number),
                        "at_most" => ("This number or less.", &number),
                        "starts_with" => ("A text with this beginning.", &some_text),
                        "contains" => ("A text with this in it.", &some_text),
                        "length" => ("A text with so many characters.", &this),
                        "count" => ("A list or map with so many elements.", &this),
                        "any" => ("For one or more elements.", &condition),
                        "all" => ("For every element, and there is one.", &condition),
                        _ => ("For no element.", &condition),
                    };
                    ((*key).to_owned(), json!({ "description": about, "allOf": [of] }))
                })
                .collect();
            json!({
                "description": "What must stand at a place. Of several keys, all must hold; of a list, one.",
                "anyOf": [
                    scalar,
                    { "type": "array", "items": this, "minItems": 1 },
                    { "type": "object", "properties": properties, "minProperties": 1, "additionalProperties": false },
                ],
            })
        })
    }
}

/// A text of the spec that is not empty: an empty one begins, and stands in, every text.
fn some_text(node: &Node, problems: &mut Diagnostics) -> Option<Text> {
    let text = text(node, "text", problems)?;
    let template = Template::parse(&text, problems)?;
    let expected = match template.plain() {
        Some("") => "a text of one character or more",
        Some(plain) => return Some(Spanned::new(plain.to_owned(), text.span)),
        None => "a text without a name in braces; `{{` and `}}` are braces",
    };
    problems.push(text.span, Problem::BadScalar { text: text.value, expected });
    None
}

impl Condition {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let is_matcher = |node: &Node| match &node.kind {
            Kind::Map(entries) => entries.iter().all(|(key, _)| MATCHERS.contains(&key.text.as_str())),
            _ => true,
        };
        let is_map = |node: &Node| matches!(&node.kind, Kind::Map(entries) if !entries.is_empty());
        let (may_be_facts, may_match) = match &node.kind {
            Kind::List(items) => (!items.is_empty() && items.iter().all(is_map), items.iter().all(is_matcher)),
            _ => (is_map(node), is_matcher(node)),
        };
        // What may be either is read quietly as both; the element's type decides.
        let mut quiet = Diagnostics::default();
        let facts = may_be_facts.then(|| Condition::read_facts(node, &mut quiet)).flatten();
        let matcher = (may_match || !may_be_facts).then(|| Matcher::read(node, &mut quiet)).flatten();
        if !(may_be_facts && may_match) {
            problems.extend(std::mem::take(&mut quiet));
        }
        if facts.is_none() && matcher.is_none() {
            problems.extend(quiet);
            return None;
        }
        Some(Condition { span: node.span, facts, matcher: matcher.map(Box::new) })
    }

    fn read_facts(node: &Node, problems: &mut Diagnostics) -> Option<Vec<Facts>> {
        match &node.kind {
            Kind::List(items) => {
                let all: Vec<_> = items.iter().map(|item| Facts::read(item, problems)).collect();
                all.into_iter().collect()
            }
            _ => Facts::read(node, problems).map(|one| vec![one]),
        }
    }
}
