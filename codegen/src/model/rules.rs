//! Rules, resolved.

use std::time::Duration;

use super::reading::{Taken, View};
use super::types::TimeKind;
pub use super::verdict::{State, Verdict};
use crate::source::{Span, Spanned};
use crate::spec::Quantifier;

/// One rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// What it says.
    pub verdict: Verdict,
    /// Settled, but some items failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// Whether it is asked about replies whose proof is missing or wrong, too.
    pub unsigned: bool,
    /// The message that is told where it holds; of several, the first that is there.
    pub message: Vec<Told>,
    /// The code that is told where it holds; of several, the first that is there.
    pub code: Vec<Told>,
    /// The pace while it holds.
    pub every: Option<Duration>,
    /// It holds only so long after the wait began. A fact among `facts` says so too.
    pub within: Option<Duration>,
    /// In how many replies in a row it must hold to be believed; 1 where nothing is said.
    pub confirm: u8,
    /// The operation that decides, asked at once and from then on.
    pub then: Option<Then>,
    /// When it holds.
    pub facts: RuleFacts,
    /// The facts in words.
    pub text: String,
    /// Where it stands: `specs/acme.yaml:12:9`.
    pub place: String,
    /// Where it stands in the text.
    pub span: Span,
}

impl Rule {
    /// Whether it speaks only of replies whose proof holds, given facts of it.
    pub fn needs_proof(&self, facts: Reach) -> bool {
        !self.unsigned && (facts == Reach::Answers || self.verdict.is_settled())
    }
}

/// A follow-up operation.
#[derive(Debug, Clone)]
pub struct Then {
    /// Its name, and where it is named.
    pub name: Spanned<String>,
    /// What is taken out of the reply for its inputs, by their names.
    pub with: Vec<(Spanned<String>, Taken)>,
    /// Its position among the vendor's operations, once all are known.
    pub operation: usize,
    /// What fills each of its inputs.
    pub fills: Vec<ThenFill>,
}

/// What fills an input of a follow-up operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThenFill {
    /// What it is where nothing is said.
    Default,
    /// The input of the same name, by its position.
    Input(usize),
    /// What is taken out of the reply, by its position.
    Reply(usize),
}

/// When a rule holds.
#[derive(Debug, Clone)]
pub enum RuleFacts {
    /// Where no rule above it did.
    Otherwise,
    /// Where all facts of one of these hold; each with its place.
    AnyOf(Vec<(Span, Vec<Fact>)>),
}

/// The replies that facts speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// 2xx replies that are no declared error and have the declared shape.
    Answers,
    /// All others too.
    All,
}

impl Reach {
    /// The replies that these facts speak of: whoever names the status, a header or the error means all of them.
    pub fn of(facts: &[Fact], asides: &[Aside]) -> Self {
        let far = |fact: &Fact| match fact.subject {
            Subject::Error => true,
            Subject::Aside(at) => {
                matches!(asides.get(at).map(|aside| &aside.source), Some(AsideSource::Http | AsideSource::Header(_)))
            }
            Subject::Body => false,
        };
        if facts.iter().any(far) { Reach::All } else { Reach::Answers }
    }
}

/// Something that rules look at and that is not in the body.
#[derive(Debug, Clone)]
pub struct Aside {
    /// What it is.
    pub source: AsideSource,
    /// It as a place: its name, its slot, its type and what rules ask of it.
    pub view: View,
}

/// What an [`Aside`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsideSource {
    /// The HTTP status.
    Http,
    /// A header, by its name in lower case.
    Header(String),
    /// An input, by position.
    Input(usize),
    /// A setting, by position.
    Setting(usize),
    /// Milliseconds since the wait began.
    Age,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What the path starts from.
    pub subject: Subject,
    /// The steps from there to the place.
    pub path: Vec<String>,
    /// What must stand there.
    pub matcher: Match,
    /// Where the matcher stands.
    pub span: Span,
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The body, or an element of a list.
    Body,
    /// The body as a declared error; without steps, whether it is one.
    Error,
    /// Something outside the body, by its position in [`Reading::asides`](super::Reading::asides).
    Aside(usize),
}

/// What must stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// This word, as text.
    Word(String),
    /// What stands at another place.
    Same(Other),
    /// One of these.
    OneOf(Vec<(Span, Match)>),
    /// All of these.
    AllOf(Vec<(Span, Match)>),
    /// Something but null.
    Present,
    /// Nothing, or null.
    Absent,
    /// Null.
    Null,
    /// Something, and not this.
    Not(Box<Match>),
    /// A number from the first to the last, as [`key`](super::reading::key)s.
    Between(Option<i64>, Option<i64>),
    /// A moment from the first to the last.
    Moment(Moment),
    /// A text with this beginning.
    StartsWith(String),
    /// A text with this in it.
    Contains(String),
    /// A text of so many characters.
    Length(Box<Match>),
    /// A list or map of so many elements.
    Count(Box<Match>),
    /// Elements for which the condition with this text holds.
    Elements(Quantifier, String),
}

/// What is asked of a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// How the place has it.
    pub kind: TimeKind,
    /// The other moment that it is compared with, and how that is written; none where it is compared with those of the spec.
    pub than: Option<(Other, TimeKind)>,
    /// The first that holds: in microseconds since 1970, or compared with another one, -1 for before it, 0 for the same and
    /// 1 for after it.
    pub from: Option<i64>,
    /// The last that holds.
    pub to: Option<i64>,
}

impl Moment {
    /// Whether it holds for this one.
    pub fn holds(&self, moment: i64) -> bool {
        self.from.is_none_or(|from| from <= moment) && self.to.is_none_or(|to| moment <= to)
    }
}

/// Another place that a matcher compares with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Its slot.
    pub slot: u16,
    /// Where it is.
    pub place: OtherPlace,
}

/// Where another place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OtherPlace {
    /// In the same body or element, by its steps.
    Here(Vec<String>),
    /// Outside the body, by its position.
    Aside(usize),
}

impl Fact {
    /// The fact as a text that no other fact has.
    pub fn name(&self) -> String {
        format!("{:?} {:?} {}", self.subject, self.path, self.matcher.name())
    }
}

impl Match {
    /// The matcher as a text that no other matcher has.
    fn name(&self) -> String {
        let several = |all: &[(Span, Match)], between: &str| {
            all.iter().map(|(_, one)| one.name()).collect::<Vec<_>>().join(between)
        };
        match self {
            Match::Word(word) => format!("{word:?}"),
            Match::Same(other) => format!("same {:?}", other.place),
            Match::OneOf(all) => format!("({})", several(all, " | ")),
            Match::AllOf(all) => format!("({})", several(all, " & ")),
            Match::Present => "present".to_owned(),
            Match::Absent => "absent".to_owned(),
            Match::Null => "null".to_owned(),
            Match::Not(inner) => format!("not ({})", inner.name()),
            Match::Between(from, to) => format!("{from:?}..={to:?}"),
            Match::Moment(Moment { than, from, to, .. }) => {
                let than = than.as_ref().map(|(other, kind)| (&other.place, kind));
                format!("moment {from:?}..={to:?} of {than:?}")
            }
            Match::StartsWith(text) => format!("starts with {text:?}"),
            Match::Contains(text) => format!("contains {text:?}"),
            Match::Length(inner) => format!("length ({})", inner.name()),
            Match::Count(inner) => format!("count ({})", inner.name()),
            Match::Elements(quantifier, text) => format!("{quantifier:?} ({text})"),
        }
    }

    /// Whether it holds where nothing stands.
    pub fn holds_absent(&self) -> bool {
        match self {
            Match::Absent => true,
            Match::OneOf(all) => all.iter().any(|(_, one)| one.holds_absent()),
            Match::AllOf(all) => all.iter().all(|(_, one)| one.holds_absent()),
            _ => false,
        }
    }

    /// Whether it holds for a null.
    pub fn holds_null(&self) -> bool {
        match self {
            Match::Absent | Match::Null => true,
            Match::OneOf(all) => all.iter().any(|(_, one)| one.holds_null()),
            Match::AllOf(all) => all.iter().all(|(_, one)| one.holds_null()),
            _ => false,
        }
    }

    /// Whether it tells null from absent.
    pub fn names_null(&self) -> bool {
        match self {
            Match::Null => true,
            Match::OneOf(all) | Match::AllOf(all) => all.iter().any(|(_, one)| one.names_null()),
            Match::Not(inner) => inner.names_null(),
            _ => false,
        }
    }

    /// Whether it holds for a number, given as its key.
    pub fn holds_number(&self, key: i64) -> bool {
        match self {
            Match::Between(from, to) => from.is_none_or(|from| from <= key) && to.is_none_or(|to| key <= to),
            Match::Word(word) => word.parse() == Ok(key),
            Match::OneOf(all) => all.iter().any(|(_, one)| one.holds_number(key)),
            Match::AllOf(all) => all.iter().all(|(_, one)| one.holds_number(key)),
            Match::Not(inner) => !inner.holds_number(key),
            Match::Present => true,
            _ => false,
        }
    }
}

/// How an error looks.
#[derive(Debug, Clone)]
pub struct ErrorShape {
    /// Its shape, as far as it is read. Without one, every reply outside 2xx is meant.
    pub body: Option<View>,
    /// When a 2xx reply of this shape is an error too.
    pub also: Also,
    /// Its code.
    pub code: Vec<Told>,
    /// Its message.
    pub message: Vec<Told>,
    /// What it means; the last one may be missing, and then the HTTP status decides.
    pub rules: Vec<Rule>,
}

/// When a 2xx reply of an error's shape is an error too.
#[derive(Debug, Clone)]
pub enum Also {
    /// Never.
    Never,
    /// Always.
    Fits,
    /// Where these facts hold.
    When(Vec<Fact>),
}

/// A text told by a reply.
#[derive(Debug, Clone)]
pub struct Told(pub Vec<ToldPart>);

/// A part of a [`Told`].
#[derive(Debug, Clone)]
pub enum ToldPart {
    /// Text of the spec.
    Plain(String),
    /// What stands at a path of the body, and its slot.
    Place(Vec<String>, u16),
    /// What stands outside the body: its position and its slot.
    Aside(usize, u16),
}
