//! Rules, resolved.

use super::reading::View;
use crate::source::Span;
use crate::spec::Quantifier;

/// What a rule says about a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A state, by its word.
    State(State),
    /// A word that the spec does not know.
    Unknown,
    /// Asked too often.
    Throttled,
    /// A passing fault.
    Transient,
    /// The credential is no longer taken.
    CredentialExpired,
    /// The request is wrong.
    RequestError,
    /// Not the declared shape. No rule says so; replies are judged so.
    Unreadable,
    /// No proof, or a wrong one. No rule says so; replies are judged so.
    Unverified,
    /// Nothing new. No rule says so; replies are judged so.
    Unchanged,
}

/// The states of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Accepted, not started.
    Pending,
    /// Under way.
    Running,
    /// Waits for a person.
    NeedsInput,
    /// The answer is yes.
    Succeeded,
    /// The answer is no.
    Rejected,
    /// A technical failure.
    Failed,
    /// Called off.
    Cancelled,
    /// Out of time.
    Expired,
}

impl State {
    /// Whether polling can stop.
    pub fn is_settled(self) -> bool {
        !matches!(self, State::Pending | State::Running | State::NeedsInput)
    }
}

impl Verdict {
    /// All verdicts and their words.
    pub const ALL: [(&'static str, Verdict); 16] = [
        ("pending", Verdict::State(State::Pending)),
        ("running", Verdict::State(State::Running)),
        ("needs_input", Verdict::State(State::NeedsInput)),
        ("succeeded", Verdict::State(State::Succeeded)),
        ("rejected", Verdict::State(State::Rejected)),
        ("failed", Verdict::State(State::Failed)),
        ("cancelled", Verdict::State(State::Cancelled)),
        ("expired", Verdict::State(State::Expired)),
        ("unknown", Verdict::Unknown),
        ("throttled", Verdict::Throttled),
        ("transient", Verdict::Transient),
        ("credential_expired", Verdict::CredentialExpired),
        ("request_error", Verdict::RequestError),
        ("unreadable", Verdict::Unreadable),
        ("unverified", Verdict::Unverified),
        ("unchanged", Verdict::Unchanged),
    ];

    /// The verdict of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, verdict)| *verdict)
    }

    /// Its word.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, verdict)| *verdict == self).map_or("unknown", |(word, _)| word)
    }

    /// Whether it is a settled state.
    pub fn is_settled(self) -> bool {
        matches!(self, Verdict::State(state) if state.is_settled())
    }
}

/// One rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// What it says.
    pub verdict: Verdict,
    /// Settled, but some items failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// When it holds.
    pub facts: RuleFacts,
    /// The facts in words.
    pub text: String,
    /// Where it stands: `specs/acme.yaml:12:9`.
    pub place: String,
    /// Where it stands in the text.
    pub span: Span,
}

/// When a rule holds.
#[derive(Debug, Clone)]
pub enum RuleFacts {
    /// Where no rule above it did.
    Otherwise,
    /// Where all facts of one of these hold; each with its place.
    AnyOf(Vec<(Span, Vec<Fact>)>),
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The steps from the body to the place.
    pub path: Vec<String>,
    /// What must stand there.
    pub matcher: Match,
    /// Where the matcher stands.
    pub span: Span,
}

/// What must stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// This word, as text.
    Word(String),
    /// One of these.
    OneOf(Vec<(Span, Match)>),
    /// Something but null.
    Present,
    /// Nothing, or null.
    Absent,
    /// Null.
    Null,
    /// Something, and not this.
    Not(Box<Match>),
    /// Elements for which the condition with this text holds.
    Elements(Quantifier, String),
}

impl Fact {
    /// The fact as a text that no other fact has.
    pub fn name(&self) -> String {
        format!("{:?} {}", self.path, self.matcher.name())
    }
}

impl Match {
    /// The matcher as a text that no other matcher has.
    fn name(&self) -> String {
        match self {
            Match::Word(word) => format!("{word:?}"),
            Match::OneOf(all) => all.iter().map(|(_, one)| one.name()).collect::<Vec<_>>().join(" | "),
            Match::Present => "present".to_owned(),
            Match::Absent => "absent".to_owned(),
            Match::Null => "null".to_owned(),
            Match::Not(inner) => format!("not ({})", inner.name()),
            Match::Elements(quantifier, text) => format!("{quantifier:?} ({text})"),
        }
    }

    /// Whether it holds where nothing stands.
    pub fn holds_absent(&self) -> bool {
        match self {
            Match::Absent => true,
            Match::OneOf(all) => all.iter().any(|(_, one)| one.holds_absent()),
            _ => false,
        }
    }

    /// Whether it holds for a null.
    pub fn holds_null(&self) -> bool {
        match self {
            Match::Absent | Match::Null => true,
            Match::OneOf(all) => all.iter().any(|(_, one)| one.holds_null()),
            _ => false,
        }
    }

    /// Whether it tells null from absent.
    pub fn names_null(&self) -> bool {
        match self {
            Match::Null => true,
            Match::OneOf(all) => all.iter().any(|(_, one)| one.names_null()),
            Match::Not(inner) => inner.names_null(),
            _ => false,
        }
    }

    /// Whether it holds for a scalar that reads as this word; `None` stands for any word that no rule names.
    pub fn holds_word(&self, word: Option<&str>) -> bool {
        match self {
            Match::Word(wanted) => word == Some(wanted),
            Match::OneOf(all) => all.iter().any(|(_, one)| one.holds_word(word)),
            Match::Present => true,
            Match::Absent | Match::Null | Match::Elements(..) => false,
            Match::Not(inner) => !inner.holds_word(word),
        }
    }
}

/// How an error looks.
#[derive(Debug, Clone)]
pub struct ErrorShape {
    /// Its shape, as far as it is read.
    pub body: View,
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
    /// When these facts hold.
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
    /// What stands at a path, and its slot.
    Place(Vec<String>, u16),
}
