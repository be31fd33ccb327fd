//! What a reply says about a job, in one vocabulary for all vendors.

use std::fmt;

/// The state of a job.
///
/// Three states mean that the vendor still works (or waits); the other five are *settled*: no further polling is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Accepted, not started.
    Pending,
    /// The vendor works on it.
    Running,
    /// The vendor waits for the end user or the customer.
    NeedsInput,
    /// Settled: done, and the answer is yes.
    Succeeded,
    /// Settled: processed correctly; the business answer is no.
    Rejected,
    /// Settled: a technical failure.
    Failed,
    /// Settled: somebody called it off.
    Cancelled,
    /// Settled: its time ran out at the vendor.
    Expired,
}

impl State {
    /// Every state, the settled ones last.
    pub const ALL: [State; 8] = [
        State::Pending,
        State::Running,
        State::NeedsInput,
        State::Succeeded,
        State::Rejected,
        State::Failed,
        State::Cancelled,
        State::Expired,
    ];

    /// How the job ended, or `None` while it goes on.
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            State::Pending | State::Running | State::NeedsInput => None,
            State::Succeeded => Some(Outcome::Succeeded),
            State::Rejected => Some(Outcome::Rejected),
            State::Failed => Some(Outcome::Failed),
            State::Cancelled => Some(Outcome::Cancelled),
            State::Expired => Some(Outcome::Expired),
        }
    }

    /// Whether polling can stop.
    pub const fn is_settled(self) -> bool {
        self.outcome().is_some()
    }

    /// The word that specs, logs and the command line use.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Running => "running",
            State::NeedsInput => "needs_input",
            State::Succeeded => "succeeded",
            State::Rejected => "rejected",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
            State::Expired => "expired",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How a settled job ended. Closed on purpose: a `match` over it needs no wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Done, and the answer is yes.
    Succeeded,
    /// Processed correctly; the business answer is no.
    Rejected,
    /// A technical failure.
    Failed,
    /// Somebody called it off.
    Cancelled,
    /// Its time ran out at the vendor.
    Expired,
}

impl Outcome {
    /// The state that this outcome is.
    pub const fn state(self) -> State {
        match self {
            Outcome::Succeeded => State::Succeeded,
            Outcome::Rejected => State::Rejected,
            Outcome::Failed => State::Failed,
            Outcome::Cancelled => State::Cancelled,
            Outcome::Expired => State::Expired,
        }
    }

    /// The word that specs, logs and the command line use.
    pub const fn as_str(self) -> &'static str {
        self.state().as_str()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What one reply means: a state of the job, or one of the verdicts that are no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The reply tells the job's state.
    State(State),
    /// A word that the spec does not know: asked again at the normal pace, never a guess.
    Unknown,
    /// Nothing new (304).
    Unchanged,
    /// Asked too often: slower, and no fault.
    Throttled,
    /// A passing fault of the vendor: counts against the fault budget.
    Transient,
    /// The credential is no longer taken: renewed once, then an error.
    CredentialExpired,
    /// The request itself is wrong: asking again cannot help.
    RequestError,
    /// The reply has not the declared shape: counts against the fault budget, and no rule was asked.
    Unreadable,
    /// The reply's proof is missing or wrong: never a state.
    Unverified,
}

impl Verdict {
    /// The state, where the reply told one.
    pub const fn state(self) -> Option<State> {
        match self {
            Verdict::State(state) => Some(state),
            _ => None,
        }
    }

    /// The word that specs, logs and the command line use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::State(state) => state.as_str(),
            Verdict::Unknown => "unknown",
            Verdict::Unchanged => "unchanged",
            Verdict::Throttled => "throttled",
            Verdict::Transient => "transient",
            Verdict::CredentialExpired => "credential_expired",
            Verdict::RequestError => "request_error",
            Verdict::Unreadable => "unreadable",
            Verdict::Unverified => "unverified",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
