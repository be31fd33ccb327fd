//! What drives one wait: the core on one side, transport, clock, gate and credentials on the other.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::header::{ETAG, HeaderValue};
use tracing::Span;

use super::failure::{Last, failure};
use crate::attempt::{Flight, Judged};
use crate::chance::Chance;
use crate::client::{Client, Taken};
use crate::clock::{BoxFuture, Now, Timer};
use crate::error::{Error, ErrorKind, shown};
use crate::gate::{Entry, Ticket};
use crate::operation::Operation;
use crate::policy::Per;
use crate::push::Listener;
use crate::reply::Reply;
use crate::settled::Settled;
use crate::state::Verdict;
use crate::transport::TransportFault;
use crate::update::Update;
use crate::wait::{Action, Cause, Core, End, Event, Policy};

/// One wait. It owns all that is under way for it, so dropping it leaves nothing behind.
pub(crate) struct Driver<R> {
    client: Client,
    operation: Box<dyn Operation<Reply = R>>,
    /// The operation that decides now, where a rule has handed over to it, and the reply by which it did.
    follow: Option<(Box<dyn Operation<Reply = ()>>, Reply)>,
    /// Of the last answer.
    etag: Option<HeaderValue>,
    policy: Policy,
    core: Core,
    chance: Chance,
    words: Vec<String>,
    cancel: Option<BoxFuture<()>>,
    push: Option<Listener>,
    timer: Timer,
    asking: Option<BoxFuture<Result<Taken, Error>>>,
    ticket: Option<Ticket>,
    flight: Option<Flight>,
    last: Last,
    warned: Option<String>,
    span: Span,
    is_over: bool,
}

/// How a wait ended.
pub(crate) type Outcome<R> = Result<Reached<R>, Error>;

/// How far a wait has come: an update and more to come, or its outcome.
pub(crate) type Step<R> = ControlFlow<Outcome<R>, Update>;

/// A good end.
#[allow(clippy::large_enum_variant, reason = "a wait ends in one, which is taken apart at once")]
pub(crate) enum Reached<R> {
    Settled(Settled<R>),
    Word(String, Reply),
}

impl<R: Send + 'static> Driver<R> {
    pub(crate) fn new(
        client: Client,
        operation: Box<dyn Operation<Reply = R>>,
        poll: &crate::policy::Poll,
        not_before: Option<Duration>,
        words: Vec<String>,
    ) -> Self {
        let meta = operation.meta();
        let policy = Policy::new(poll, &meta.limits, client.credentials().is_refreshable(meta.tokens));
        let now = client.now();
        let mut core = Core::new(&policy, now, fastrand::u64(..));
        if let Some(wait) = not_before.and_then(|moment| moment.checked_sub(now.mono)) {
            core.handle(&policy, now, Event::Asked { wait });
        }
        let chance = client.chance();
        let span = tracing::info_span!("settled.wait", vendor = meta.vendor, operation = meta.operation);
        Driver {
            client,
            operation,
            follow: None,
            etag: None,
            policy,
            core,
            chance,
            words,
            cancel: None,
            push: None,
            timer: Timer::default(),
            asking: None,
            ticket: None,
            flight: None,
            last: Last::default(),
            warned: None,
            span,
            is_over: false,
        }
    }

    /// The same, told from outside when to stop and when to ask.
    pub(crate) fn told_by(self, cancel: Option<BoxFuture<()>>, push: Option<Listener>) -> Self {
        Driver { cancel, push, ..self }
    }

    /// Sends nothing any more.
    pub(crate) fn finish(&mut self) {
        self.is_over = true;
    }

    /// Goes on as far as possible. After its outcome it answers with a [`ErrorKind::Cancelled`] error.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Step<R>> {
        if self.is_over {
            let text = "this wait is over and its outcome was taken; start another one";
            return Poll::Ready(Step::Break(Err(self.named(Error::new(ErrorKind::Cancelled, text)))));
        }
        let span = self.span.clone();
        let _entered = span.enter();
        if self.ticket.is_some() {
            // It may be our turn: the gate wakes us without saying so.
            self.tell(Event::Freed);
        }
        let step = loop {
            if let Err(error) = self.listen(cx) {
                break Step::Break(Err(error));
            }
            let now = self.client.now();
            match self.core.poll(&self.policy, now) {
                Action::Send { number, limit, .. } => {
                    if let Err(error) = self.send(number, limit, now, cx) {
                        break Step::Break(Err(error));
                    }
                }
                Action::AwaitReply { until } | Action::Sleep { until } => {
                    ready!(self.timer.poll(self.client.clock(), until, cx));
                }
                Action::Update(notice) => {
                    if let Cause::Fault(kind) = notice.cause
                        && self.flight.take().is_some()
                    {
                        // The core's clock cut it, not the transport's.
                        self.last.fault = Some(TransportFault::new(kind));
                    }
                    break Step::Continue(Update::new(notice, self.last.reply.as_ref().map(|(_, judged)| judged)));
                }
                Action::Done(end) => break Step::Break(self.end(end)),
            }
        };
        if matches!(step, Step::Break(_)) {
            self.is_over = true;
            (self.flight, self.ticket, self.asking, self.cancel) = (None, None, None, None);
        }
        Poll::Ready(step)
    }

    /// Takes in whatever has happened outside.
    fn listen(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        if let Some(cancel) = &mut self.cancel
            && cancel.as_mut().poll(cx).is_ready()
        {
            self.cancel = None;
            self.tell(Event::Cancelled);
        }
        if let Some(push) = &mut self.push
            && push.poll(cx)
        {
            self.tell(Event::Push);
        }
        if let Some(ask) = &mut self.asking
            && let Poll::Ready(answer) = ask.as_mut().poll(cx)
        {
            self.asking = None;
            answer.map_err(|error| self.named(error))?;
            self.tell(Event::Freed);
        }
        if let Some(flight) = &mut self.flight
            && let Poll::Ready(result) = Pin::new(flight).poll(cx)
            && let Some(flight) = self.flight.take()
        {
            match result {
                Ok(reply) => self.land(flight, reply),
                Err(fault) => self.fault(fault),
            }
        }
        Ok(())
    }

    /// Sends the request that the core offers, once the credentials are there and the gate is open.
    fn send(&mut self, number: u32, limit: Duration, now: Now, cx: &mut Context<'_>) -> Result<(), Error> {
        let meta = self.meta();
        let needs = meta.tokens;
        let Some(taken) = self.client.credentials().current(needs, now.mono) else {
            if self.asking.is_none() {
                self.asking = Some(self.client.ask(needs));
            }
            self.tell(Event::Held { until: Duration::MAX });
            return Ok(());
        };
        let ticket = self.ticket.get_or_insert_with(|| self.client.gate().ticket(meta.operation, &meta.limits));
        let permit = match ticket.enter(now.mono, now.mono.saturating_add(limit), cx.waker()) {
            Entry::Open(permit) => permit,
            Entry::NotBefore(until) | Entry::Busy(until) => {
                self.tell(Event::Held { until });
                return Ok(());
            }
        };
        self.ticket = None;
        let (number_of, etag) = ((number, self.chance, now), self.etag.as_ref().filter(|_| meta.etag));
        let flight = match &self.follow {
            Some((follow, _)) => Flight::launch(&self.client, &**follow, taken, permit, number_of, limit, etag),
            None => Flight::launch(&self.client, &*self.operation, taken, permit, number_of, limit, etag),
        };
        let flight = flight.map_err(|invalid| {
            let text = format!("{invalid}; nothing was sent");
            let error = Error::new(ErrorKind::Input, text).with(|inner| inner.source = Some(Box::new(invalid)));
            self.named(error)
        })?;
        if meta.limits.per == Per::Job {
            // From now on it is this operation that is asked, maybe not the one that the wait began with.
            self.policy = self.policy.with_least(meta.limits.min_interval);
        }
        self.flight = Some(flight);
        self.core.handle(&self.policy, now, Event::Sent { number });
        Ok(())
    }

    fn land(&mut self, flight: Flight, reply: Reply) {
        let now = self.client.now();
        let age = self.core.age(now);
        let mut judged = match &self.follow {
            Some((follow, _)) => flight.judge(&self.client, &**follow, &reply, (now, age)),
            None => flight.judge(&self.client, &*self.operation, &reply, (now, age)),
        };
        if judged.answer {
            self.etag = reply.headers().get(ETAG).cloned();
        }
        self.hand_over(&mut judged, &reply);
        let mut seen = judged.seen;
        seen.milestone = judged.word.as_ref().is_some_and(|word| self.words.contains(word));
        match seen.verdict {
            Verdict::State(_) if judged.answer && self.follow.is_none() => self.operation.pin(&reply),
            Verdict::Unknown => self.warn(&judged),
            _ => {}
        }
        self.last = Last { reply: Some((reply, judged)), fault: None };
        let number = self.core.number();
        self.core.handle(&self.policy, now, Event::Reply { number, seen });
    }

    /// Lets another operation decide, where the rule that held says so. It is asked at once.
    fn hand_over(&mut self, judged: &mut Judged, reply: &Reply) {
        let Some(rule) = judged.rule_at.filter(|_| judged.rule.is_some_and(|rule| rule.then.is_some())) else { return };
        let next = match &self.follow {
            Some((follow, _)) => follow.then(rule, reply),
            None => self.operation.then(rule, reply),
        };
        match next {
            Some(Ok(next)) => {
                let first = self.follow.take().map_or_else(|| reply.clone(), |(_, first)| first);
                self.follow = Some((next, first));
                self.etag = None;
                judged.seen.every = Some(Duration::ZERO);
            }
            Some(Err(missing)) => {
                judged.seen.verdict = Verdict::Unreadable;
                judged.reason = Some(missing.to_string());
            }
            None => {}
        }
    }

    /// What is asked now.
    fn meta(&self) -> &'static crate::operation::Meta {
        match &self.follow {
            Some((follow, _)) => follow.meta(),
            None => self.operation.meta(),
        }
    }

    fn fault(&mut self, fault: TransportFault) {
        let kind = fault.kind();
        self.last.fault = Some(fault);
        self.tell(Event::Fault { number: self.core.number(), kind });
    }

    /// Once for each word. The word itself is the vendor's text, so only those see it who ask for it.
    fn warn(&mut self, judged: &Judged) {
        let word = judged.word.clone().unwrap_or_default();
        if self.warned.as_ref() == Some(&word) {
            return;
        }
        tracing::warn!("the vendor told no state that the spec knows; asking on at the normal pace");
        tracing::debug!(word = shown(Some(&word)), "the vendor's word");
        self.warned = Some(word);
    }

    fn end(&mut self, end: End) -> Result<Reached<R>, Error> {
        if let (End::Deadline { .. }, Some(_)) = (end, &self.asking) {
            let late = self.client.credentials().late(self.meta().tokens, self.client.now().mono);
            return Err(self.named(late));
        }
        let last = std::mem::take(&mut self.last);
        let outcome = match end {
            End::Settled { state, .. } => state.outcome(),
            _ => None,
        };
        match (end, outcome, last) {
            (_, Some(outcome), Last { reply: Some((raw, judged)), .. }) => {
                let (raw, decision) = match self.follow.take() {
                    Some((_, first)) => (first, Some(raw)),
                    None => (raw, None),
                };
                let settled = Settled::new(&*self.operation, outcome, judged, raw, decision, self.core.number());
                Ok(Reached::Settled(settled))
            }
            (End::Milestone, _, Last { reply: Some((raw, judged)), .. }) => {
                Ok(Reached::Word(judged.word.unwrap_or_default(), raw))
            }
            (end, _, last) => Err(failure(self.operation.meta(), &self.policy, &self.core, end, last)),
        }
    }

    fn tell(&mut self, event: Event) {
        self.core.handle(&self.policy, self.client.now(), event);
    }

    /// Adds what is known about the wait to an error from below.
    fn named(&self, error: Error) -> Error {
        let meta = self.operation.meta();
        error.with(|inner| {
            inner.operation = Some((meta.vendor, meta.operation));
            inner.attempts = self.core.number();
            inner.state = self.core.state();
        })
    }
}
