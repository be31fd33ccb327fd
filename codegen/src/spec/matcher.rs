//! What must stand at a place, as written.

use serde_json::{Value, json};

use super::literal::{Text, text, unquoted_name};
use super::rule::Facts;
use super::template::Template;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::record::{Definitions, Read};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Kind, Node};

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
    /// A number, or a moment, on this side of a bound.
    Bound(Bound, Limit),
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

/// What a bound is.
#[derive(Debug, Clone)]
pub enum Limit {
    /// This number or moment.
    Literal(Text),
    /// The moment that the one name of this template stands for.
    Other(Template),
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
    pub(super) fn read(node: &Node, problems: &mut Diagnostics) -> Option<Spanned<Matcher>> {
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
        let bound = |bound, problems: &mut Diagnostics| {
            if let Some(name) = unquoted_name(value) {
                problems.push(value.span, Problem::UnquotedTemplate { name: name.to_owned() });
                return None;
            }
            Some(Matcher::Bound(bound, Limit::read(text(value, "a number or a moment", problems)?, problems)?))
        };
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

    pub(super) fn schema(definitions: &mut Definitions) -> Value {
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
                        "above" => ("More than this number; later than this moment.", &number),
                        "at_least" => ("This number or more; this moment or later.", &number),
                        "below" => ("Less than this number; before this moment.", &number),
                        "at_most" => ("This number or less; this moment or before.", &number),
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

impl Limit {
    fn read(text: Text, problems: &mut Diagnostics) -> Option<Self> {
        let template = Template::parse(&text, problems)?;
        match (template.plain(), template.sole_name()) {
            (Some(_), _) => Some(Limit::Literal(text)),
            (None, Some(_)) => Some(Limit::Other(template)),
            (None, None) => {
                problems.push(text.span, Problem::NotOneName { found: template.written() });
                None
            }
        }
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
