//! What generated code says about one operation: data and pure functions, no loop and no `await`.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::Request;

use crate::chance::Chance;
use crate::clock::Now;
use crate::error::{DecodeError, InvalidInput};
use crate::link::{Hosts, Link};
use crate::policy::{Limits, Poll};
use crate::reply::Reply;
use crate::secret::Secret;
use crate::state::Verdict;

/// The spec's static facts about one operation.
#[derive(Debug)]
pub struct Meta {
    /// The vendor's module name: `smile_id`.
    pub vendor: &'static str,
    /// The operation's name: `job_status`.
    pub operation: &'static str,
    /// Which of the client's servers is asked, by the position of its role.
    pub server: usize,
    /// The tokens that its requests are made with, by their positions in the spec, those first that others need.
    pub tokens: &'static [usize],
    /// The request method.
    pub method: &'static str,
    /// The path with its parameters as names, for logs: `/journey/v2/summary/{journey_id}`.
    pub path: &'static str,
    /// The vendor's limits.
    pub limits: Limits,
    /// The spec's pace.
    pub poll: Poll,
    /// Whether asking again changes nothing at the vendor.
    pub safe_to_repeat: bool,
    /// Whether a wait sends the last reply's `ETag` as `If-None-Match`.
    pub etag: bool,
    /// The rules of `states`, in order.
    pub rules: &'static [Rule],
}

/// One rule of a spec, as its author wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What a reply means where this rule holds.
    pub verdict: Verdict,
    /// Settled, but some items of the job failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// The pace while this rule holds, where it has one of its own.
    pub every: Option<Duration>,
    /// This rule holds only so long after the wait began.
    pub within: Option<Duration>,
    /// In how many replies in a row this rule's state must be seen to be believed; 1 where one is enough.
    pub confirm: u8,
    /// The operation that is asked next, and decides, where this rule holds.
    pub then: Option<&'static str>,
    /// The facts, as the spec has them: `{ job_complete: false }`.
    pub facts: &'static str,
    /// Where the rule stands: `specs/smile_id.yaml:71:9`.
    pub place: &'static str,
}

/// What one request is made from, besides the operation's own inputs. Made anew for every attempt.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The moment that signatures and timestamps take.
    pub now: Now,
    /// The client's base URLs, without a slash at their ends, in the order of the spec's roles.
    pub bases: &'a [String],
    /// The client's secrets, in the order of the spec's settings.
    pub secrets: &'a [Secret],
    /// The time since the wait began; none for a single question.
    pub age: Duration,
    /// What random values are made from.
    pub chance: Chance,
    /// What belongs to the vendor, for links that its replies hand over; nothing where that is not known.
    pub hosts: Option<&'a Hosts>,
}

impl<'a> Attempt<'a> {
    /// An attempt at this moment, with nothing else known.
    pub const fn new(now: Now) -> Self {
        Attempt { now, bases: &[], secrets: &[], age: Duration::ZERO, chance: Chance::NONE, hosts: None }
    }

    /// With these base URLs.
    pub const fn with_bases(self, bases: &'a [String]) -> Self {
        Attempt { bases, ..self }
    }

    /// With these secrets.
    pub const fn with_secrets(self, secrets: &'a [Secret]) -> Self {
        Attempt { secrets, ..self }
    }

    /// So long after the wait began.
    pub const fn with_age(self, age: Duration) -> Self {
        Attempt { age, ..self }
    }

    /// With this to make random values from.
    pub const fn with_chance(self, chance: Chance) -> Self {
        Attempt { chance, ..self }
    }

    /// With these hosts as the vendor's.
    pub const fn with_hosts(self, hosts: &'a Hosts) -> Self {
        Attempt { hosts: Some(hosts), ..self }
    }

    /// A link to the vendor, given as the input of this name. One that is only a path is of the server
    /// with this base URL.
    ///
    /// # Errors
    ///
    /// Why it is not followed; see [`Link::vendor`].
    pub fn vendor_link(&self, input: &'static str, url: &str, base: &str) -> Result<Link, InvalidInput> {
        // Which request handed it over is not known here, so only the root of the server can be meant.
        let is_absolute = url.starts_with('/') || url.contains("://");
        if !is_absolute {
            return Err(InvalidInput::new(input, "is neither an absolute URL nor a path that starts with `/`"));
        }
        let base = base.parse().unwrap_or_default();
        let none = Hosts::default();
        let link = Link::vendor(url, &base, self.hosts.unwrap_or(&none));
        link.map_err(|bad| InvalidInput::new(input, bad.kind().as_str()))
    }

    /// A link to any public host, given as the input of this name.
    ///
    /// # Errors
    ///
    /// Why it is not followed; see [`Link::any_or_own`].
    pub fn any_link(&self, input: &'static str, url: &str) -> Result<Link, InvalidInput> {
        let none = Hosts::default();
        let link = Link::any_or_own(url, self.hosts.unwrap_or(&none));
        link.map_err(|bad| InvalidInput::new(input, bad.kind().as_str()))
    }

    /// A base URL by the position of its role; empty where there is none.
    pub fn base(&self, role: usize) -> &'a str {
        self.bases.get(role).map_or("", String::as_str)
    }

    /// A base URL by the position of its role, or where the client has none of its own, the one that came with a token.
    pub fn base_or(&self, role: usize, token: &'a str) -> &'a str {
        match self.base(role) {
            "" => token,
            own => own,
        }
    }

    /// A secret by its position; empty where there is none.
    pub fn secret(&self, position: usize) -> &'a str {
        self.secrets.get(position).map_or("", Secret::expose)
    }
}

/// What one reply means, as far as the reply alone tells.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Judgement<'r> {
    /// The verdict.
    pub verdict: Verdict,
    /// The rule that fired, of [`Meta::rules`].
    pub rule: Option<u16>,
    /// Settled, but some items of the job failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// The vendor's own word for the state, where the rules read one.
    pub word: Option<Cow<'r, str>>,
    /// The vendor's code: of the job, or of the error where the reply is one.
    pub code: Option<Cow<'r, str>>,
    /// The vendor's message: of the job, or of the error where the reply is one.
    pub message: Option<Cow<'r, str>>,
    /// Whether a declared error shape held.
    pub vendor_error: bool,
    /// Whether the reply may say what is asked next: an answer (2xx, no declared error, of the declared shape, its proof in order
    /// where it must carry one), or, where no proof is asked for, another 2xx reply that a rule knows.
    pub answer: bool,
    /// What made the reply unreadable, or the request wrong: a path and what was expected there, never a value.
    pub reason: Option<String>,
    /// The vendor asks not to be asked again before this long.
    pub ask_again_after: Option<Duration>,
    /// How far the job is, in percent, where the reply tells it.
    pub progress: Option<f64>,
}

impl Judgement<'_> {
    /// A verdict and nothing beside it.
    pub const fn new(verdict: Verdict) -> Self {
        Judgement {
            verdict,
            rule: None,
            partial: false,
            revisable: false,
            word: None,
            code: None,
            message: None,
            vendor_error: false,
            answer: false,
            reason: None,
            ask_again_after: None,
            progress: None,
        }
    }
}

/// One operation with its inputs: all that a driver needs to ask, to judge and to decode.
pub trait Operation: Send + Sync + 'static {
    /// The full reply.
    type Reply: Send + 'static;

    /// The spec's static facts.
    fn meta(&self) -> &'static Meta;

    /// Builds the request. Invalid inputs are errors before anything is sent.
    fn request(&self, attempt: &Attempt<'_>) -> Result<Request<Bytes>, InvalidInput>;

    /// Says what a reply means. `attempt` is the one that the reply answers: proofs need its secrets.
    fn judge<'r>(&self, reply: &'r Reply, attempt: &Attempt<'_>) -> Judgement<'r>;

    /// Decodes the full reply.
    fn decode(&self, body: &[u8]) -> Result<Self::Reply, DecodeError>;

    /// What is asked at once, and from then on, where the rule at this position holds for `reply`.
    ///
    /// # Errors
    ///
    /// Where the reply lacks what that operation needs.
    fn then(&self, rule: u16, reply: &Reply) -> Option<Result<Box<dyn Operation<Reply = ()>>, DecodeError>> {
        let _ = (rule, reply);
        None
    }

    /// What asks for the page behind `reply`; `None` where that is the last one.
    ///
    /// # Errors
    ///
    /// Where the reply says a next page that nothing can be asked by.
    fn next_page(&self, reply: &Reply) -> Result<Option<Box<dyn Operation<Reply = Self::Reply>>>, DecodeError> {
        let _ = reply;
        Ok(None)
    }

    /// Takes from a reply what the next request must name, so that the wait stays with one job.
    fn pin(&mut self, reply: &Reply) {
        let _ = reply;
    }
}
