//! What is read of a reply while a job is not settled: the places that rules, errors and proofs look at.

use std::fmt;
use std::sync::OnceLock;

use super::rules::{Aside, ErrorShape, Fact, Reach, Rule, RuleFacts, Told};
use super::types::{TimeKind, Type};
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
    /// What is looked at besides the body.
    pub asides: Vec<Aside>,
    /// Whether what is read comes by itself: an event, and no reply.
    pub is_event: bool,
    /// Whether rules need the proof that replies carry.
    pub signed: bool,
    /// How many slots are read.
    pub slots: u16,
    /// The slots of the vendor's own word, of which the first one counts where something stands.
    pub word: Vec<u16>,
    /// The job's code.
    pub code: Vec<Told>,
    /// The job's message.
    pub message: Vec<Told>,
    /// When the vendor wants to be asked again.
    pub ask_again_after: Option<Hint>,
    /// When a throttled account may ask again.
    pub resets_at: Option<Hint>,
    /// How far the job is.
    pub progress: Option<Progress>,
    /// What jobs take from the reply, in the order in which they ask for it.
    pub handed: Vec<Taken>,
    /// The lists and maps of which jobs ask for each element, in the order in which they ask.
    pub listed: Vec<Listed>,
    /// The answer's shape as the proof reads it. What is wrong there is for the proof to say, so it is kept apart.
    pub proof: Option<View>,
    /// What is asked of events before their rules are.
    pub apart: Option<Apart>,
}

/// What is asked of an event besides its rules: of which kind it is, and how it is proved. It tells no values apart for the
/// rules, and they none for it.
#[derive(Debug, Clone)]
pub struct Apart {
    /// The body, as far as that looks at it.
    pub view: View,
    /// What is looked at besides, in the same order as for the rules.
    pub asides: Vec<Aside>,
    /// Facts that must hold for an event to be of this kind.
    pub only_if: Option<Vec<Fact>>,
}

impl Reading {
    /// All shapes that a body is read as.
    pub fn views(&self) -> impl Iterator<Item = &View> {
        let errors = self.errors.iter().filter_map(|error| error.body.as_ref());
        [&self.answer].into_iter().chain(errors).chain(&self.proof).chain(self.apart.as_ref().map(|apart| &apart.view))
    }

    /// Whether a rule speaks of replies that are no answers.
    pub fn speaks_of_others(&self) -> bool {
        let far = |facts: &Vec<Fact>| Reach::of(facts, &self.asides) == Reach::All;
        self.rules.iter().any(|rule| match &rule.facts {
            RuleFacts::Otherwise => false,
            RuleFacts::AnyOf(all) => all.iter().any(|(_, facts)| far(facts)),
        })
    }
}

/// A time that a reply tells.
#[derive(Debug, Clone)]
pub struct Hint {
    /// Where it stands.
    pub told: Told,
    /// How it is written.
    pub kind: TimeKind,
}

/// How far a job is, told by a reply.
#[derive(Debug, Clone)]
pub enum Progress {
    /// A number from 0 to 100.
    Percent(Taken),
    /// So many of so many.
    Part(Told, Told),
}

/// A text that is taken out of a reply: the first of these whose places are all there.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The texts.
    pub told: Vec<Told>,
    /// The relation of the link that is meant, where the text is a `Link` header.
    pub rel: Option<String>,
    /// What stands before and behind the part that is meant, where it is a part.
    pub like: Option<(String, String)>,
}

/// A list or map for each element of which something is asked.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The path to it.
    pub path: Vec<String>,
    /// Whether it may be absent or null.
    pub optional: bool,
    /// Whether it is a map.
    pub keyed: bool,
    /// What is read of one element.
    pub element: View,
    /// How many slots that takes.
    pub slots: u16,
    /// What is taken out of one element, in the order in which it is asked for.
    pub taken: Vec<Taken>,
}

/// How the next page is asked for.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// The inputs that ask for it, by their positions.
    pub inputs: Vec<(usize, Page)>,
    /// What a page says where there is another one.
    pub more: Option<More>,
}

/// What an input is for the next page.
#[derive(Debug, Clone)]
pub enum Page {
    /// A text that the reply tells.
    Taken(Taken),
    /// The number before and so much more; where a text is named, as long as the reply tells it.
    Count(i64, Option<Taken>),
}

/// Facts of a page behind which there is another one.
#[derive(Debug, Clone)]
pub struct More {
    /// The page, as far as the facts read it.
    pub page: View,
    /// How many slots that takes.
    pub slots: u16,
    /// The facts, which must all hold.
    pub facts: Vec<Fact>,
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
    /// Whether it is never shown.
    pub hidden: bool,
    /// What is read below.
    pub kind: ViewKind,
}

/// What is read below a place.
#[derive(Debug, Clone)]
pub enum ViewKind {
    /// A scalar, and what rules ask of it.
    Scalar(Asked),
    /// Members of an object.
    Object(Vec<(String, View)>),
    /// A string that holds JSON.
    Inner(Box<View>),
    /// Elements of a list.
    List(Vec<(Position, View)>, Elements),
    /// Values of an object with any keys.
    Map(Vec<(String, View)>, Elements),
    /// The members of a union.
    Union(Vec<View>),
}

/// Which element of a list a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// The one with this index.
    At(u32),
    /// The last one: `-1`.
    Last,
}

/// The step of a path to the last element of a list.
const LAST: &str = "-1";

impl Position {
    /// The position that a step of a path is.
    pub fn parse(step: &str) -> Option<Self> {
        match step {
            LAST => Some(Position::Last),
            step => step.parse().ok().map(Position::At),
        }
    }

    /// The index in a list of so many elements; `None` where there is no such element.
    pub fn index(self, count: usize) -> Option<usize> {
        match self {
            Position::At(at) => usize::try_from(at).ok().filter(|at| *at < count),
            Position::Last => count.checked_sub(1),
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Position::At(at) => at.fmt(f),
            Position::Last => f.write_str(LAST),
        }
    }
}

/// What rules ask of a scalar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The words that they name. For an enum, all its words.
    pub words: Vec<String>,
    /// The beginnings that they name.
    pub beginnings: Vec<String>,
    /// The parts that they name.
    pub parts: Vec<String>,
    /// The numbers, as [`key`]s, at which they begin to see another range: each is the first of its range.
    pub cuts: Vec<i64>,
    /// The same for the number of characters.
    pub lengths: Vec<i64>,
    /// The slots of the places that they compare it with.
    pub others: Vec<u16>,
    /// The moments, in microseconds since 1970, at which they begin to see another range.
    pub moments: Vec<i64>,
    /// The slots of the moments that they compare it with, and how those are written.
    pub than: Vec<(u16, TimeKind)>,
}

/// What rules ask of the elements of a list, or of the values of a map. They are counted while they are read.
#[derive(Debug, Clone, Default)]
pub struct Elements {
    /// What is read of one element, where conditions look into it.
    pub view: Option<Box<View>>,
    /// How many slots one element takes.
    pub slots: u16,
    /// The places of those slots.
    pub places: Vec<String>,
    /// What an element's conditions see of what is outside: from a slot here to a slot of the element.
    pub given: Vec<(u16, u16)>,
    /// The conditions.
    pub conditions: Vec<Condition>,
    /// The slot of the number of elements, where rules ask for it.
    pub total: Option<u16>,
    /// The numbers at which they begin to see another range.
    pub cuts: Vec<i64>,
    /// The ways in which the conditions can hold together, where they are few. Worked out once, when all are known.
    pub(crate) joint: OnceLock<Option<Vec<Together>>>,
}

/// For how many elements each condition holds, and the least number of elements that takes.
pub(crate) type Together = (Vec<Share>, i64);

/// For how many of one or more elements a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Share {
    /// For none.
    None,
    /// For one or more, and not for one or more.
    Some,
    /// For every one.
    All,
}

impl Elements {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.total.is_none()
    }

    /// The condition with this text.
    pub fn condition(&self, text: &str) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.text == text)
    }
}

/// When an element counts.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The facts that must hold of the element: all of one of these.
    pub facts: Vec<Vec<Fact>>,
    /// The facts as a text that no other condition has.
    pub text: String,
    /// The slot of the count.
    pub tally: u16,
    /// What rules ask of the count.
    pub quantifiers: Vec<Quantifier>,
}

/// A number as one that compares like it: whole numbers are their own keys.
pub fn key(number: f64) -> i64 {
    // The two zeros are one number.
    let bits = (number + 0.0).to_bits().cast_signed();
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

/// The number of a [`key`].
pub fn number_of(key: i64) -> f64 {
    let bits = if key < 0 { i64::MIN.wrapping_sub(key) } else { key };
    f64::from_bits(bits.cast_unsigned())
}
