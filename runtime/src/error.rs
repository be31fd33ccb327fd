//! Why a wait ended without an outcome.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::reply::Reply;
use crate::state::State;

/// An input that no request can be built from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidInput {
    input: &'static str,
    reason: &'static str,
}

impl InvalidInput {
    /// Names the input and what is wrong with it; the value itself is never shown.
    pub const fn new(input: &'static str, reason: &'static str) -> Self {
        InvalidInput { input, reason }
    }

    /// The input's name in the spec.
    pub const fn input(&self) -> &'static str {
        self.input
    }
}

impl fmt::Display for InvalidInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.input, self.reason)
    }
}

impl StdError for InvalidInput {}

/// A reply that does not have its declared shape. Names the place and the type, never a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(pub(crate) String);

impl DecodeError {
    /// Says what does not fit, for operations written by hand: the place and the type, never a value.
    pub fn new(what: impl Into<String>) -> Self {
        DecodeError(what.into())
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for DecodeError {}

/// Why a call or a wait ended without an outcome. Use [`Error::kind`] to decide, and the `Display` text to tell.
///
/// `Debug` leaves out the vendor's message and the reply's body.
pub struct Error(Box<Inner>);

pub(crate) struct Inner {
    pub(crate) kind: ErrorKind,
    pub(crate) operation: Option<(&'static str, &'static str)>,
    pub(crate) text: String,
    pub(crate) attempts: u32,
    pub(crate) state: Option<State>,
    pub(crate) reply: Option<Reply>,
    pub(crate) word: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) asked: Option<Duration>,
    /// Whether the vendor did not take the credentials.
    pub(crate) is_refused: bool,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built as asked.
    Config,
    /// An input that no request can be built from; nothing was sent.
    Input,
    /// A credential provider or a token's request failed, or brought nothing in time.
    Credential,
    /// The vendor answered with an error that its spec declares; see [`Error::vendor_code`].
    Vendor,
    /// The vendor refused the request (4xx, a redirect, a refused credential): asking again cannot help.
    Request,
    /// The reply's proof is missing or wrong.
    Unverified,
    /// An event is proved, and is of another kind than that which was asked for: `only_if` of its webhook does not hold.
    OtherEvent,
    /// The vendor asks for fewer requests, and a call that is made once cannot wait for that; see
    /// [`Error::asked_to_wait`].
    Throttled,
    /// Too many faults in a row: the network, 5xx, replies without the declared shape.
    Faults,
    /// The vendor kept answering a word that the spec does not know.
    Unknown,
    /// The deadline passed, or the vendor asked to wait beyond it; see [`Error::asked_to_wait`].
    Deadline,
    /// All tries are used up.
    Tries,
    /// The wait was cancelled by its caller.
    Cancelled,
    /// An operation that must not be repeated was sent, and what became of it is not known.
    MayHaveArrived,
    /// The reply came, but its full shape does not decode.
    Decode,
    /// The job settled otherwise than [`Settled::into_succeeded`](crate::Settled::into_succeeded) asked.
    NotSucceeded,
}

impl Error {
    /// The same for another one whom it concerns, without what caused it.
    pub(crate) fn alike(&self) -> Self {
        Error::new(self.0.kind, self.0.text.clone()).with(|inner| inner.operation = self.0.operation)
    }

    pub(crate) fn new(kind: ErrorKind, text: impl Into<String>) -> Self {
        Error(Box::new(Inner {
            kind,
            operation: None,
            text: text.into(),
            attempts: 0,
            state: None,
            reply: None,
            word: None,
            code: None,
            message: None,
            asked: None,
            is_refused: false,
            source: None,
        }))
    }

    /// Whether the vendor did not take the credentials.
    pub(crate) fn is_refused(&self) -> bool {
        self.0.is_refused
    }

    /// Fills in what is known besides kind and text.
    pub(crate) fn with(mut self, fill: impl FnOnce(&mut Inner)) -> Self {
        fill(&mut self.0);
        self
    }

    /// What kind of end it was.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The vendor's module name, where a call was under way.
    pub fn vendor(&self) -> Option<&'static str> {
        self.0.operation.map(|(vendor, _)| vendor)
    }

    /// The operation's name, where a call was under way.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|(_, operation)| operation)
    }

    /// How many requests were sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The last state that the vendor told.
    pub fn last_state(&self) -> Option<State> {
        self.0.state
    }

    /// The last reply, whatever it was.
    pub fn reply(&self) -> Option<&Reply> {
        self.0.reply.as_ref()
    }

    /// The HTTP status of the last reply.
    pub fn http_status(&self) -> Option<http::StatusCode> {
        self.reply().map(Reply::status)
    }

    /// The vendor's own word for the state, in the last reply.
    pub fn vendor_word(&self) -> Option<&str> {
        self.0.word.as_deref()
    }

    /// The vendor's code for what went wrong.
    pub fn vendor_code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The vendor's message. It is the vendor's text: it may hold anything.
    pub fn vendor_message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// How long the vendor asked to wait, where that ended the call: beyond the deadline, or of a call made once.
    pub fn asked_to_wait(&self) -> Option<Duration> {
        self.0.asked
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("text", &self.0.text)
            .field("attempts", &self.0.attempts)
            .field("last_state", &self.0.state)
            .field("reply", &self.0.reply)
            .field("vendor_word", &shown(self.0.word.as_deref()))
            .field("vendor_code", &shown(self.0.code.as_deref()))
            .field("asked_to_wait", &self.0.asked)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

/// A word or code of the vendor, if it looks like one: long or odd text may be anything.
pub(crate) fn shown(text: Option<&str>) -> Option<&str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" -_.:".contains(&byte);
    text.map(|text| if text.len() <= 64 && text.bytes().all(is_plain) { text } else { "[not shown]" })
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((vendor, operation)) = self.0.operation {
            write!(f, "{vendor}.{operation}: ")?;
        }
        f.write_str(&self.0.text)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
