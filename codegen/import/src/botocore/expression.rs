//! JMESPath, as far as it can be said in specs: what an expression reads, with projections nested as the data is.

use jmespath::ast::{Ast, Comparator};
use jmespath::{Variable, parse};

use crate::fact::{Path, Range, Word};
use crate::shape::{Conflict, Shape};

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Term {
    /// A word or number.
    Literal(Literal),
    /// A place; the empty path is the element itself.
    Field(Path),
    /// What `then` reads of each element, as one flat list without nulls.
    Each(Box<Each>),
    /// How long a text, or how many elements.
    Length(Box<Term>),
    /// Two terms compared.
    Compare(Comparison, Box<Term>, Box<Term>),
    /// Both.
    And(Box<Term>, Box<Term>),
    /// One or the other.
    Or(Box<Term>, Box<Term>),
    /// Not.
    Not(Box<Term>),
}

/// A projection.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Each {
    pub(super) over: Path,
    /// Whether it is a map's values that are looked at.
    pub(super) map: bool,
    pub(super) filter: Option<Term>,
    pub(super) then: Term,
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Literal {
    Null,
    Text(String),
    Truth(bool),
    Whole(i64),
}

/// How two terms are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Comparison {
    /// With its sides exchanged.
    pub(super) fn turned(self) -> Self {
        match self {
            Comparison::Less => Comparison::Greater,
            Comparison::Greater => Comparison::Less,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::AtLeast => Comparison::AtMost,
            same => same,
        }
    }

    /// What holds where it does not.
    pub(super) fn opposite(self) -> Self {
        match self {
            Comparison::Equal => Comparison::Unequal,
            Comparison::Unequal => Comparison::Equal,
            Comparison::Less => Comparison::AtLeast,
            Comparison::AtLeast => Comparison::Less,
            Comparison::AtMost => Comparison::Greater,
            Comparison::Greater => Comparison::AtMost,
        }
    }

    pub(super) fn is_order(self) -> bool {
        !matches!(self, Comparison::Equal | Comparison::Unequal)
    }

    /// The numbers that compare so with `number`.
    pub(super) fn ranges(self, number: i64) -> Vec<Range> {
        let upto = |most| Range { least: None, most: Some(most) };
        let from = |least| Range { least: Some(least), most: None };
        let (before, after) = (number.saturating_sub(1), number.saturating_add(1));
        match self {
            Comparison::Equal => vec![Range { least: Some(number), most: Some(number) }],
            Comparison::Unequal => vec![upto(before), from(after)],
            Comparison::Less => vec![upto(before)],
            Comparison::AtMost => vec![upto(number)],
            Comparison::Greater => vec![from(after)],
            Comparison::AtLeast => vec![from(number)],
        }
    }
}

impl Literal {
    /// As a value of JSON that a rule expects.
    pub(super) fn of(json: &serde_json::Value) -> Option<Self> {
        match json {
            serde_json::Value::Null => Some(Literal::Null),
            serde_json::Value::String(text) => Some(Literal::Text(text.clone())),
            serde_json::Value::Bool(truth) => Some(Literal::Truth(*truth)),
            serde_json::Value::Number(number) => number.as_i64().map(Literal::Whole),
            serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
        }
    }

    /// As specs write it; null is no word.
    pub(super) fn word(&self) -> Option<Word> {
        match self {
            Literal::Null => None,
            Literal::Text(text) => Some(Word(text.clone())),
            Literal::Truth(truth) => Some(Word(truth.to_string())),
            Literal::Whole(number) => Some(Word(number.to_string())),
        }
    }

    pub(super) fn shape(&self) -> Shape {
        match self {
            Literal::Null => Shape::Unknown,
            Literal::Text(_) => Shape::Text,
            Literal::Truth(_) => Shape::Truth,
            Literal::Whole(_) => Shape::Whole,
        }
    }
}

impl Term {
    /// Reads an expression.
    pub(super) fn parse(text: &str) -> Result<Term, String> {
        let ast =
            parse(text).map_err(|error| format!("`{text}` is not JMESPath: {}", first_line(&error.to_string())))?;
        term(&ast).map_err(|part| format!("`{text}`: {part} cannot be said in a spec"))
    }

    /// Takes in what the expression tells of the shape that it reads; its own value is used as `used`.
    pub(super) fn learn(&self, scope: &mut Shape, used: Shape) -> Result<(), Conflict> {
        match self {
            Term::Literal(_) => Ok(()),
            Term::Field(path) => scope.reach(path)?.learn(used),
            Term::Each(each) => {
                let place = scope.reach(&each.over)?;
                place.learn(if each.map { Shape::Map(Box::default()) } else { Shape::List(Box::default()) })?;
                let (Shape::List(element) | Shape::Map(element)) = place else { return Ok(()) };
                if let Some(filter) = &each.filter {
                    filter.learn(element, Shape::Unknown)?;
                }
                each.then.learn(element, used)
            }
            Term::Length(of) => match &**of {
                Term::Each(each) => Term::Each(each.clone()).learn(scope, Shape::Unknown),
                Term::Or(value, instead) => {
                    let shape = if let Term::Literal(literal) = &**instead { literal.shape() } else { Shape::Sized };
                    value.learn(scope, shape)
                }
                other => other.learn(scope, Shape::Sized),
            },
            Term::Compare(_, one, other) => match (&**one, &**other) {
                (Term::Literal(literal), term) | (term, Term::Literal(literal)) => term.learn(scope, literal.shape()),
                (Term::Field(path), Term::Field(other)) => {
                    scope.reach(path)?.learn(Shape::Compared)?;
                    scope.reach(other)?.learn(Shape::Compared)?;
                    let (known, more) = (scope.at(path).clone(), scope.at(other).clone());
                    scope.reach(path)?.learn(more)?;
                    scope.reach(other)?.learn(known)
                }
                (one, other) => {
                    one.learn(scope, Shape::Unknown)?;
                    other.learn(scope, Shape::Unknown)
                }
            },
            Term::And(one, other) | Term::Or(one, other) => {
                one.learn(scope, Shape::Unknown)?;
                other.learn(scope, Shape::Unknown)
            }
            Term::Not(term) => term.learn(scope, Shape::Unknown),
        }
    }

    /// Whether evaluating it can fail: the length of what is not there.
    pub(super) fn can_fail(&self) -> bool {
        match self {
            Term::Literal(_) | Term::Field(_) => false,
            Term::Each(each) => each.filter.as_ref().is_some_and(Term::can_fail) || each.then.can_fail(),
            Term::Length(of) => !matches!(&**of, Term::Or(_, instead) if matches!(**instead, Term::Literal(_))),
            Term::Compare(_, one, other) | Term::And(one, other) | Term::Or(one, other) => {
                one.can_fail() || other.can_fail()
            }
            Term::Not(term) => term.can_fail(),
        }
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// What cannot be said, as a part of a sentence.
type Part = String;

fn term(ast: &Ast) -> Result<Term, Part> {
    let both = |one: &Ast, other: &Ast| Ok((Box::new(term(one)?), Box::new(term(other)?)));
    match ast {
        Ast::Identity { .. } => Ok(Term::Field(Path::new())),
        Ast::Field { name, .. } => Ok(Term::Field(vec![name.clone()])),
        Ast::Subexpr { lhs, rhs, .. } => match (term(lhs)?, term(rhs)?) {
            (Term::Field(path), Term::Field(rest)) => Ok(Term::Field([path, rest].concat())),
            _ => Err("a part of something else than a field".to_owned()),
        },
        Ast::Literal { value, .. } => literal(value).map(Term::Literal),
        Ast::Projection { lhs, rhs, .. } => projection(lhs, rhs),
        Ast::Function { name, args, .. } => match (name.as_str(), args.as_slice()) {
            ("length", [of]) => Ok(Term::Length(Box::new(term(of)?))),
            _ => Err(format!("the function `{name}`")),
        },
        Ast::Comparison { comparator, lhs, rhs, .. } => {
            let (one, other) = both(lhs, rhs)?;
            Ok(Term::Compare(comparison(comparator), one, other))
        }
        Ast::And { lhs, rhs, .. } => both(lhs, rhs).map(|(one, other)| Term::And(one, other)),
        Ast::Or { lhs, rhs, .. } => both(lhs, rhs).map(|(one, other)| Term::Or(one, other)),
        Ast::Not { node, .. } => Ok(Term::Not(Box::new(term(node)?))),
        Ast::Index { .. } | Ast::Slice { .. } => Err("a position in a list".to_owned()),
        Ast::MultiList { .. } | Ast::MultiHash { .. } => Err("a list or object made of several fields".to_owned()),
        Ast::Flatten { .. } | Ast::ObjectValues { .. } | Ast::Condition { .. } | Ast::Expref { .. } => {
            Err("this use of a projection".to_owned())
        }
    }
}

fn projection(lhs: &Ast, rhs: &Ast) -> Result<Term, Part> {
    let (filter, then) = match rhs {
        Ast::Condition { predicate, then, .. } => (Some(term(predicate)?), term(then)?),
        other => (None, term(other)?),
    };
    if !matches!(then, Term::Field(_)) {
        return Err("a list of lists, or something else than a field of each element,".to_owned());
    }
    let (of, map, flat) = match lhs {
        Ast::Flatten { node, .. } => (term(node)?, false, true),
        Ast::ObjectValues { node, .. } => (term(node)?, true, false),
        other => (term(other)?, false, false),
    };
    match of {
        Term::Field(over) => Ok(Term::Each(Box::new(Each { over, map, filter, then }))),
        // What each element holds is a list itself, and all these are made one.
        Term::Each(mut each) if flat && filter.is_none() => match each.innermost(then) {
            true => Ok(Term::Each(each)),
            false => Err("this use of a projection".to_owned()),
        },
        Term::Each(_) => Err("a list of lists".to_owned()),
        _ => Err("the elements of something else than a field".to_owned()),
    }
}

impl Each {
    /// Looks at the elements of what is read so far.
    fn innermost(&mut self, then: Term) -> bool {
        match &mut self.then {
            Term::Each(inner) => inner.innermost(then),
            // What a filter leaves is a list of objects already: there is nothing to be made one.
            Term::Field(over) if over.is_empty() && self.filter.is_some() => {
                self.then = then;
                true
            }
            Term::Field(over) => {
                let over = std::mem::take(over);
                self.then = Term::Each(Box::new(Each { over, map: false, filter: None, then }));
                true
            }
            _ => false,
        }
    }
}

fn comparison(comparator: &Comparator) -> Comparison {
    match comparator {
        Comparator::Equal => Comparison::Equal,
        Comparator::NotEqual => Comparison::Unequal,
        Comparator::LessThan => Comparison::Less,
        Comparator::LessThanEqual => Comparison::AtMost,
        Comparator::GreaterThan => Comparison::Greater,
        Comparator::GreaterThanEqual => Comparison::AtLeast,
    }
}

fn literal(value: &Variable) -> Result<Literal, Part> {
    match value {
        Variable::Null => Ok(Literal::Null),
        Variable::String(text) => Ok(Literal::Text(text.clone())),
        Variable::Bool(truth) => Ok(Literal::Truth(*truth)),
        Variable::Number(number) => number.as_i64().map(Literal::Whole).ok_or_else(|| format!("the number {number}")),
        _ => Err("a list or an object as a constant".to_owned()),
    }
}
