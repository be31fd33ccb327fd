//! Webhooks: what a vendor sends by itself, proved and judged.

use std::fmt;
use std::ops::Deref;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

mod proof;

#[cfg(feature = "jwt")]
pub(crate) use self::proof::{Asked, Found};
pub use self::proof::{KeySource, Proof, jwt_header};
use crate::attempt::Judged;
use crate::call::{Once, Polled};
use crate::client::Client;
use crate::error::{DecodeError, Error, ErrorKind};
use crate::fit::Fit;
use crate::hints::Unit;
use crate::operation::{Attempt, Operation};
use crate::reply::Reply;
use crate::settled::undecodable;
use crate::slot::{Slot, Test};
use crate::state::Verdict;

/// A kind of event that a vendor sends. `B` is its body, `J` the job that it is about, `()` where the spec names none.
///
/// It does not listen: a server of yours hands over what came in. `Debug` shows the client.
pub struct Webhook<B, J = ()> {
    client: Client,
    operation: Box<dyn Received<Reply = B>>,
    find: Find<J>,
}

/// A kind of event: beside what it would be as a reply, how it is told from others, and how it is proved.
pub trait Received: Operation {
    /// Whether an event whose proof holds is of this kind.
    fn is_meant(&self, event: &Reply) -> bool {
        let _ = event;
        true
    }

    /// The proof that an event carries, where it must carry one. `None` where a part of it is missing.
    fn proof(&self, event: &Reply, at: &Attempt<'_>) -> Option<Proof> {
        let _ = (event, at);
        Some(Proof::Known(true))
    }
}

/// How the job is found that an event is about.
type Find<J> = Box<dyn Fn(&Reply) -> Result<J, DecodeError> + Send + Sync>;

impl<B: Send + 'static, J> Webhook<B, J> {
    /// Takes in an event, by its headers and its body as they came: not a byte of the body may have been changed.
    ///
    /// An event may come late, twice, or before those that it should come after. Answer the vendor once it is taken in; an
    /// error of kind `Unverified` is best answered by 401 or 400, and means that nothing in it is to be believed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unverified`], where its proof is missing, wrong or too old; [`ErrorKind::OtherEvent`], where it is proved
    /// and of another kind, which is best answered by 200, or given to the webhook of that kind; [`ErrorKind::Decode`], where
    /// it is not of its declared type; [`ErrorKind::Credential`], where the key for its proof cannot be had, which is best
    /// answered by 503, so that it comes again.
    pub async fn receive(&self, headers: &HeaderMap, body: impl Into<Bytes>) -> Result<Event<B, J>, Error> {
        let (operation, reply) = (&*self.operation, Reply::new(http::StatusCode::OK, headers.clone(), body.into()));
        let now = self.client.now();
        let taken = match self.client.credentials().current(&[], now.mono) {
            Some(taken) => taken,
            None => {
                let until = now.mono.saturating_add(operation.meta().poll.request);
                let asked = Once::new(&self.client, operation).by(until, self.client.ask(&[])).await;
                asked.unwrap_or_else(|| Err(self.client.credentials().late(&[], self.client.now().mono)))?
            }
        };
        let attempt = Attempt::new(now).with_bases(self.client.bases()).with_secrets(&taken.secrets);
        let meta = operation.meta();
        let refused = |kind, text: &str| {
            Error::new(kind, text).with(|inner| {
                inner.operation = Some((meta.vendor, meta.operation));
                inner.reply = Some(reply.clone());
            })
        };
        // Before anything else is made of it: what is not proved may be anybody's.
        let is_proved = match operation.proof(&reply, &attempt) {
            None => false,
            Some(Proof::Known(holds)) => holds,
            #[cfg(feature = "jwt")]
            Some(Proof::Signed(signed)) => {
                let holds = signed.holds(&self.client, now).await;
                holds.map_err(|error| error.with(|inner| inner.operation = Some((meta.vendor, meta.operation))))?
            }
        };
        if !is_proved {
            let text = "the event's proof is missing, wrong or too old; nothing of it is to be believed";
            return Err(refused(ErrorKind::Unverified, text));
        }
        if !operation.is_meant(&reply) {
            let text = "the event is of another kind: what `only_if` of the spec asks for does not hold; answer by 200, or \
                give it to the webhook of its kind";
            return Err(refused(ErrorKind::OtherEvent, text));
        }
        let judged = Judged::of(operation, &reply, &self.client, now, &taken, Duration::ZERO);
        if judged.seen.verdict == Verdict::Unreadable {
            let reason = judged.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
            let text = format!("the event has not its declared shape{reason}; mend the spec, or read the event's body");
            return Err(judged.error(meta, ErrorKind::Decode, text, 0, &reply));
        }
        let job = (self.find)(&reply).map_err(|error| undecodable(meta, 0, &judged, &reply, error))?;
        Ok(Event { polled: Polled::new(operation, reply, judged), job })
    }
}

impl<B, J> fmt::Debug for Webhook<B, J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook").field("client", &self.client).finish_non_exhaustive()
    }
}

/// An event that was taken in: all of [`Polled`], and the job that it is about.
///
/// [`state`](Polled::state) is what the event says, where the spec has rules for it. Where it has none, the event is a
/// reason to ask: [`push`](crate::Push) the wait.
#[must_use = "it says what has happened"]
pub struct Event<B, J = ()> {
    polled: Polled<B>,
    job: J,
}

impl<B, J> Event<B, J> {
    /// The job that it is about.
    pub fn job(&self) -> &J {
        &self.job
    }

    /// The whole body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`], where it has not the declared shape in a place that no rule reads.
    pub fn decode(self) -> Result<B, Error> {
        self.polled.decode()
    }
}

impl<B, J> Deref for Event<B, J> {
    type Target = Polled<B>;

    fn deref(&self) -> &Self::Target {
        &self.polled
    }
}

impl<B, J> fmt::Debug for Event<B, J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("polled", &self.polled).finish_non_exhaustive()
    }
}

/// A kind of event.
pub fn webhook<B: Send + 'static, J>(
    client: Client,
    operation: impl Received<Reply = B>,
    find: impl Fn(&Reply) -> Result<J, DecodeError> + Send + Sync + 'static,
) -> Webhook<B, J> {
    Webhook { client, operation: Box::new(operation), find: Box::new(find) }
}

/// Whether what was read of an event is of a kind: of a shape, where that is asked for, and with facts that hold.
pub fn is_meant(slots: &[Slot<'_>], fit: Option<&'static Fit>, facts: Test) -> bool {
    fit.is_none_or(|fit| fit.holds(slots)) && facts(slots)
}

/// A text that is a list of pairs.
pub struct Pairs<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Pairs<'t> {
    /// The pairs of a text: `between` stands between two, `pair` between the name and the value of one.
    pub fn of(text: &'t str, between: &str, pair: &str) -> Self {
        Pairs(text.split(between).filter_map(|one| one.trim().split_once(pair)).collect())
    }

    /// What belongs to a name that is there once.
    pub fn first(&self, name: &str) -> Option<&'t str> {
        let mut all = self.0.iter().filter(|(known, _)| *known == name);
        match (all.next(), all.next()) {
            (Some((_, value)), None) => Some(value),
            _ => None,
        }
    }

    /// All that belongs to a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter(move |(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// Whether a moment is no farther from now than `within`.
pub fn is_fresh(moment: &str, unit: Unit, within: Duration, now: crate::clock::Now) -> bool {
    unit.from(moment, Duration::ZERO).is_some_and(|moment| moment.abs_diff(now.wall) <= within)
}
