//! One request on its way, and what its reply means.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::header::{HeaderValue, IF_NONE_MATCH, RETRY_AFTER};
use tracing::Span;
use tracing::field::Empty;

use crate::chance::Chance;
use crate::client::{Client, Taken};
use crate::clock::{BoxFuture, Now};
use crate::error::InvalidInput;
use crate::gate::Permit;
use crate::operation::{Attempt, Meta, Operation, Rule};
use crate::reply::Reply;
use crate::state::{State, Verdict};
use crate::transport::{FaultKind, Opened, SendLimits, TransportFault};
use crate::wait::{Seen, retry_after};

/// A request under way. Dropping it breaks it off and ends the call for the vendor's limits.
pub(crate) struct Flight {
    sending: BoxFuture<Result<Reply, TransportFault>>,
    sent: Now,
    taken: Taken,
    body_limit: usize,
    span: Span,
    /// Given back with the flight: that is the call's end.
    _permit: Permit,
}

impl Flight {
    /// Builds the request and hands it to the transport. Where it cannot be built, the permit counts as unused.
    pub(crate) fn launch<R: Send + 'static>(
        client: &Client,
        operation: &dyn Operation<Reply = R>,
        taken: Taken,
        permit: Permit,
        (number, chance, sent): (u32, Chance, Now),
        limit: Duration,
        etag: Option<&HeaderValue>,
    ) -> Result<Flight, InvalidInput> {
        let attempt = Attempt::new(client.at_vendor(sent))
            .with_bases(client.bases())
            .with_hosts(client.hosts())
            .with_secrets(&taken.secrets)
            .with_chance(chance.attempt(number));
        let mut request = match operation.request(&attempt) {
            Ok(request) => request,
            Err(invalid) => {
                permit.unused();
                return Err(invalid);
            }
        };
        if let Some(etag) = etag {
            request.headers_mut().insert(IF_NONE_MATCH, etag.clone());
        }
        let span = attempt_span(request.uri().host().unwrap_or(client.host()), operation.meta(), number);
        let body_limit = client.body_limit();
        let sending = span.in_scope(|| client.transport().send(request, SendLimits { total: limit, body: body_limit }));
        Ok(Flight { sending, sent, taken, body_limit, span, _permit: permit })
    }

    /// Judges the reply that came at this moment, with the secrets and the moment of the request that it answers; `age` is
    /// the time since the wait began.
    pub(crate) fn judge<R: Send + 'static>(
        &self,
        client: &Client,
        operation: &dyn Operation<Reply = R>,
        reply: &Reply,
        (came, age): (Now, Duration),
    ) -> Judged {
        let judged = learned(client, operation, reply, (self.sent, &self.taken), (came, age));
        if !matches!(judged.seen.verdict, Verdict::State(_) | Verdict::Unchanged | Verdict::Unknown) {
            self.span.record("error.type", judged.seen.verdict.as_str());
        }
        judged
    }
}

impl Flight {
    /// Judges a part of the reply that came as the reply to another operation.
    pub(crate) fn judge_part<R: Send + 'static>(
        &self,
        client: &Client,
        operation: &dyn Operation<Reply = R>,
        part: &Reply,
        age: Duration,
    ) -> Judged {
        Judged::of(operation, part, client, self.sent, &self.taken, age)
    }
}

/// A request under way whose reply's body is read later.
pub(crate) struct Opening {
    sending: BoxFuture<Result<Opened, TransportFault>>,
    sent: Now,
    taken: Taken,
    span: Span,
}

impl Opening {
    pub(crate) fn launch<R: Send + 'static>(
        client: &Client,
        operation: &dyn Operation<Reply = R>,
        taken: Taken,
        (number, chance): (u32, Chance),
        time: Duration,
        limit: u64,
    ) -> Result<Opening, InvalidInput> {
        let sent = client.now();
        let attempt = Attempt::new(client.at_vendor(sent))
            .with_bases(client.bases())
            .with_hosts(client.hosts())
            .with_secrets(&taken.secrets)
            .with_chance(chance.attempt(number));
        let request = operation.request(&attempt)?;
        let span = attempt_span(request.uri().host().unwrap_or(client.host()), operation.meta(), number);
        let limits = SendLimits { total: time, body: usize::try_from(limit).unwrap_or(usize::MAX) };
        let sending = span.in_scope(|| client.transport().open(request, limits));
        Ok(Opening { sending, sent, taken, span })
    }

    /// Judges the reply, be it without its body.
    pub(crate) fn judge<R: Send + 'static>(
        &self,
        client: &Client,
        operation: &dyn Operation<Reply = R>,
        reply: &Reply,
    ) -> Judged {
        learned(client, operation, reply, (self.sent, &self.taken), (client.now(), Duration::ZERO))
    }
}

/// Judges a reply, and keeps what it tells about the vendor's clock and our credentials.
fn learned<R: Send + 'static>(
    client: &Client,
    operation: &dyn Operation<Reply = R>,
    reply: &Reply,
    (sent, taken): (Now, &Taken),
    (came, age): (Now, Duration),
) -> Judged {
    client.learn(reply, sent, came);
    let judged = Judged::of(operation, reply, client, sent, taken, age);
    if judged.seen.verdict == Verdict::CredentialExpired {
        client.credentials().refuse(taken);
    }
    judged
}

impl Future for Opening {
    type Output = Result<Opened, TransportFault>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let span = self.span.clone();
        let _entered = span.enter();
        let result = std::task::ready!(self.sending.as_mut().poll(cx));
        match &result {
            Ok(opened) => span.record("http.response.status_code", opened.head.status().as_u16()),
            Err(fault) => span.record("error.type", fault.kind().as_str()),
        };
        Poll::Ready(result)
    }
}

impl Future for Flight {
    type Output = Result<Reply, TransportFault>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let span = self.span.clone();
        let entered = span.enter();
        let sent = std::task::ready!(self.sending.as_mut().poll(cx));
        drop(entered);
        let result = match sent {
            Ok(reply) if reply.body().len() > self.body_limit => Err(TransportFault::new(FaultKind::TooLarge)),
            other => other,
        };
        match &result {
            Ok(reply) => span.record("http.response.status_code", reply.status().as_u16()),
            Err(fault) => span.record("error.type", fault.kind().as_str()),
        };
        Poll::Ready(result)
    }
}

fn attempt_span(host: &str, meta: &Meta, number: u32) -> Span {
    tracing::info_span!(
        "settled.attempt",
        attempt = number,
        "http.request.method" = meta.method,
        "url.template" = meta.path,
        "server.address" = host,
        "http.response.status_code" = Empty,
        "error.type" = Empty,
    )
}

/// A judgement that outlives its reply.
#[derive(Clone)]
pub(crate) struct Judged {
    pub(crate) seen: Seen,
    pub(crate) rule: Option<&'static Rule>,
    /// The position of that rule.
    pub(crate) rule_at: Option<u16>,
    pub(crate) word: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) progress: Option<f64>,
    /// Whether the reply may say what the next request names.
    pub(crate) answer: bool,
}

impl Judged {
    /// The same with another verdict, which no rule told.
    pub(crate) fn faulty(self, verdict: Verdict, reason: &str) -> Judged {
        let seen = Seen { verdict, every: None, ..self.seen };
        Judged { seen, rule: None, rule_at: None, reason: Some(reason.to_owned()), answer: false, ..self }
    }

    /// Judges `reply` as the answer to a request of the moment `sent`.
    pub(crate) fn of<R: Send + 'static>(
        operation: &dyn Operation<Reply = R>,
        reply: &Reply,
        client: &Client,
        sent: Now,
        taken: &Taken,
        age: Duration,
    ) -> Judged {
        let attempt = Attempt::new(sent).with_bases(client.bases()).with_secrets(&taken.secrets).with_age(age);
        let judgement = operation.judge(reply, &attempt);
        let rules = operation.meta().rules;
        // Most replies have none, and telling the time is not free.
        let hint = reply.headers().get(RETRY_AFTER).and_then(|_| retry_after(reply, client.now()));
        Judged {
            seen: Seen::of(&judgement, rules, hint),
            rule_at: judgement.rule,
            rule: judgement.rule.and_then(|rule| rules.get(usize::from(rule))),
            word: judgement.word.map(Into::into),
            code: judgement.code.map(Into::into),
            message: judgement.message.map(Into::into),
            reason: judgement.reason,
            progress: judgement.progress,
            answer: judgement.answer,
        }
    }

    pub(crate) fn state(&self) -> Option<State> {
        self.seen.verdict.state()
    }
}
