//! Acceptors: what they read of a reply, and what must hold for each.

use super::condition::{self, Reason};
use super::expression::{Literal, Term};
use super::read::{Entry, Waiter, place};
use crate::Refusal;
use crate::fact::{Alternatives, Matcher, Subject, Word};
use crate::shape::Shape;
use crate::spec::Verdict;

/// One acceptor, understood.
pub(super) struct Acceptor {
    pub(super) verdict: Verdict,
    matches: Matches,
}

enum Matches {
    Status(i64),
    Code(String),
    Error(bool),
    Reply { how: How, expression: String, term: Term, expected: Literal },
}

/// How the value of an expression is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Path,
    Any,
    All,
}

/// What an acceptor comes to.
pub(super) enum Outcome {
    Matches(Alternatives),
    Never(String),
}

/// Understands all acceptors of a waiter.
pub(super) fn parse(waiter: &Waiter) -> Result<Vec<Acceptor>, Refusal> {
    let acceptor = |(at, entry): (usize, &Entry)| {
        let place = || place(&waiter.id(), at);
        Ok(Acceptor {
            verdict: verdict(entry).map_err(|reason| Refusal::new(place(), reason))?,
            matches: matches(entry).map_err(|reason| Refusal::new(place(), reason))?,
        })
    };
    waiter.acceptors.iter().enumerate().map(acceptor).collect()
}

fn verdict(entry: &Entry) -> Result<Verdict, Reason> {
    match entry.state.as_str() {
        "success" => Ok(Verdict::Succeeded),
        "failure" => Ok(Verdict::Failed),
        "retry" => Ok(Verdict::Running),
        other => Err(format!("the state `{other}` is not known; there are `success`, `failure` and `retry`")),
    }
}

fn matches(entry: &Entry) -> Result<Matches, Reason> {
    let how = match (entry.matcher.as_str(), &entry.expected) {
        ("path", _) => How::Path,
        ("pathAny", _) => How::Any,
        ("pathAll", _) => How::All,
        ("status", expected) => {
            return match expected.as_i64() {
                Some(status @ 100..=599) => Ok(Matches::Status(status)),
                _ => Err(format!("{expected} is no HTTP status")),
            };
        }
        ("error", serde_json::Value::String(code)) => return Ok(Matches::Code(code.clone())),
        ("error", serde_json::Value::Bool(there)) => return Ok(Matches::Error(*there)),
        ("error", expected) => return Err(format!("{expected} is no error code")),
        (other, _) => return Err(format!("the matcher `{other}` is not known")),
    };
    let expression = entry.argument.clone().ok_or("`argument` is missing")?;
    let term = Term::parse(&expression)?;
    let expected = Literal::of(&entry.expected).ok_or("it expects a list, an object or a fraction")?;
    Ok(Matches::Reply { how, expression, term, expected })
}

impl Acceptor {
    /// Takes in what it tells of the shape of replies.
    pub(super) fn learn(&self, shape: &mut Shape) -> Result<(), Reason> {
        let Matches::Reply { how, expression, term, expected } = &self.matches else { return Ok(()) };
        let used = match (how, term) {
            // A list whose elements are looked at.
            (How::Any | How::All, Term::Field(_)) => Shape::List(Box::new(expected.shape())),
            _ => expected.shape(),
        };
        term.learn(shape, used).map_err(|conflict| format!("`{expression}` reads what cannot be: {conflict}"))
    }

    /// What must hold of replies of this shape.
    pub(super) fn outcome(&self, shape: &Shape) -> Result<Outcome, Reason> {
        let error = |matcher| Ok(Outcome::Matches(Alternatives::of(Subject::Error, matcher)));
        match &self.matches {
            Matches::Status(status) => {
                let word = Matcher::OneOf(vec![Word(status.to_string())]);
                Ok(Outcome::Matches(Alternatives::of(Subject::Http, word)))
            }
            Matches::Code(code) => {
                let at = Subject::ErrorField(vec!["Error".to_owned(), "Code".to_owned()]);
                Ok(Outcome::Matches(Alternatives::of(at, Matcher::OneOf(vec![Word(code.clone())]))))
            }
            Matches::Error(true) => error(Matcher::Present),
            Matches::Error(false) => error(Matcher::Absent),
            Matches::Reply { how, expression, term, expected } => {
                let said = reply(*how, term, expected, shape);
                match said.map_err(|reason| format!("`{expression}`: {reason}"))? {
                    Outcome::Matches(said) => {
                        // Replies that are errors are not looked into.
                        let no_error = Alternatives::of(Subject::Error, Matcher::Absent);
                        Ok(Outcome::Matches(said.and(&no_error)?))
                    }
                    Outcome::Never(reason) => Ok(Outcome::Never(format!("`{expression}` {reason}"))),
                }
            }
        }
    }
}

/// What must hold for the value of an expression to be what is expected.
fn reply(how: How, term: &Term, expected: &Literal, shape: &Shape) -> Result<Outcome, Reason> {
    let said = |said| Ok(Outcome::Matches(said));
    let never = |reason: &str| Ok(Outcome::Never(reason.to_owned()));
    let equal = || expected.word().map(|word| Matcher::OneOf(vec![word]));
    let unequal = || expected.word().map(|word| Matcher::NoneOf(vec![word]));
    match (how, term, equal().zip(unequal())) {
        (How::Path, Term::Field(path), Some((equal, _))) => said(Alternatives::at(path, equal)),
        (How::Path, Term::Field(path), None) => said(Alternatives::at(path, Matcher::Absent)),
        (How::Path, Term::Each(_), _) => never("is a list, and a list is no single value"),
        (How::Path, Term::Length(_), _) => never("is a length; it is compared with a number inside the expression"),
        (How::Path, Term::Literal(_), _) => Err("it is a constant".to_owned()),
        (How::Path, term, _) => match expected {
            Literal::Truth(true) => said(condition::holds(term, shape)?),
            Literal::Truth(false) if condition::is_strict(term) => said(condition::fails(term, shape)?),
            Literal::Truth(false) => Err("it may be null, which is not `false`".to_owned()),
            _ => never("is true or false, and something else is expected"),
        },
        (_, Term::Each(_) | Term::Field(_), None) => never("has no elements that are null: those are left out"),
        (How::Any, Term::Each(each), Some((equal, _))) => {
            said(Alternatives::at(&each.over, Matcher::any(condition::read(each, shape, &equal)?)))
        }
        (How::All, Term::Each(each), Some((equal, unequal))) => {
            let any = Alternatives::at(&each.over, Matcher::any(condition::read(each, shape, &equal)?));
            let none = Alternatives::at(&each.over, Matcher::none(condition::read(each, shape, &unequal)?));
            said(any.and(&none)?)
        }
        (How::Any, Term::Field(path), Some((equal, _))) => {
            said(Alternatives::at(path, Matcher::any(Alternatives::at(&[], equal))))
        }
        (How::All, Term::Field(path), Some((equal, _))) => {
            said(Alternatives::at(path, Matcher::all(Alternatives::at(&[], equal))))
        }
        (How::Any | How::All, _, _) => never("is no list, and only elements of lists are looked at"),
    }
}
