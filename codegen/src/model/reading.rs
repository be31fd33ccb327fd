//! What is read of a reply while a job is not settled: the places that rules, errors and proofs look at.

use super::rules::{ErrorShape, Rule, Told};
use super::types::Type;
use crate::source::Span;
use crate::spec::Quantifier;

/// All that is read of an operation's replies, and what it means.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The answer's shape, as far as it is read.
    pub answer: View,
    /// The error shapes, in order.
    pub errors: Vec<ErrorShape>,
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// How many slots are read.
    pub slots: u16,
    /// The slots of the vendor's own word, of which the first one counts where something stands.
    pub word: Vec<u16>,
    /// The job's code.
    pub code: Vec<Told>,
    /// The job's message.
    pub message: Vec<Told>,
    /// The answer's shape as the proof reads it. What is wrong there is for the proof to say, so it is kept apart.
    pub proof: Option<View>,
}

/// One place of a declared shape, with only those below it that are read.
#[derive(Debug, Clone)]
pub struct View {
    /// Its path; empty for the whole body.
    pub path: String,
    /// Where what is found is kept.
    pub slot: u16,
    /// Whether it may be absent or null.
    pub optional: bool,
    /// Its declared type.
    pub ty: Type,
    /// Where the type is declared.
    pub declared: Span,
    /// Whether a rule looks at it, or at something below it.
    pub tested: bool,
    /// Whether a rule tells null from absent here.
    pub null: bool,
    /// What is read below.
    pub kind: ViewKind,
}

/// What is read below a place.
#[derive(Debug, Clone)]
pub enum ViewKind {
    /// A scalar, and the words that rules name. For an enum, all its words.
    Scalar(Vec<String>),
    /// Members of an object.
    Object(Vec<(String, View)>),
    /// A string that holds JSON.
    Inner(Box<View>),
    /// Elements of a list.
    List(Vec<(u32, View)>, Vec<Each>),
    /// Values of an object with any keys.
    Map(Vec<(String, View)>, Vec<Each>),
    /// The members of a union.
    Union(Vec<View>),
}

/// A condition on the elements of a list, counted while it is read.
#[derive(Debug, Clone)]
pub struct Each {
    /// The slot of the count.
    pub tally: u16,
    /// How many slots one element takes.
    pub slots: u16,
    /// What is read of one element.
    pub view: View,
    /// When it counts.
    pub condition: Condition,
    /// What rules ask of the count.
    pub quantifiers: Vec<Quantifier>,
}

/// When an element counts.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The facts that must hold of the element.
    pub facts: Vec<super::rules::Fact>,
    /// The facts as a text that no other facts have.
    pub text: String,
}
