//! What a reply says about a job.

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
    /// Of another kind than the webhook's. No rule says so; events are judged so.
    OtherEvent,
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
    pub const ALL: [(&'static str, Verdict); 17] = [
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
        ("other_event", Verdict::OtherEvent),
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
