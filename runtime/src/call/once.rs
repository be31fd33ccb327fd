//! A call that is made once.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::BytesMut;

use super::download::Download;
use crate::attempt::{Flight, Judged, Opening};
use crate::chance::Chance;
use crate::client::{Client, Taken};
use crate::clock::Timer;
use crate::error::{Error, ErrorKind, InvalidInput};
use crate::gate::{Entry, Permit};
use crate::operation::{Meta, Operation};
use crate::reply::Reply;
use crate::settled::undecodable;
use crate::state::Verdict;
use crate::transport::{FaultKind, Opened, TransportFault};
use crate::wait::Policy;
use crate::waiting::failure::{refusal, spell};

/// One call, for as long as it takes.
pub(crate) struct Once<'a, R> {
    client: &'a Client,
    operation: &'a dyn Operation<Reply = R>,
    meta: &'static Meta,
    policy: Policy,
    chance: Chance,
    /// When the call gives up, on the monotonic clock.
    deadline: Duration,
}

/// All that a request waits for.
pub(crate) struct Ready {
    taken: Taken,
    permit: Permit,
    limit: Duration,
}

impl Ready {
    /// Sends a request.
    pub(crate) fn launch<R: Send + 'static>(
        self,
        client: &Client,
        operation: &dyn Operation<Reply = R>,
        (number, chance): (u32, Chance),
    ) -> Result<Flight, InvalidInput> {
        let number_of = (number, chance, client.now());
        Flight::launch(client, operation, self.taken, self.permit, number_of, self.limit, None)
    }

    /// Sends none.
    pub(crate) fn unused(self) {
        self.permit.unused();
    }
}

/// Why one try brought no reply.
enum Missed {
    /// The transport or the clock.
    Fault(TransportFault),
    /// Anything else; it is not tried again.
    Error(Error),
}

impl<'a, R: Send + 'static> Once<'a, R> {
    pub(crate) fn new(client: &'a Client, operation: &'a dyn Operation<Reply = R>) -> Self {
        let meta = operation.meta();
        let policy = Policy::new(&meta.poll, &meta.limits, client.credentials().is_refreshable(meta.tokens));
        let deadline = client.now().mono.saturating_add(policy.poll().deadline);
        Once { client, operation, meta, policy, chance: client.chance(), deadline }
    }

    /// One request, and its reply whatever that says.
    pub(crate) async fn ask(&self) -> Result<(Reply, Judged), Error> {
        self.attempt(1).await.map_err(|missed| match missed {
            Missed::Error(error) => error,
            Missed::Fault(fault) => self.fault(fault, 1),
        })
    }

    /// One request that arrives at most once, and its reply decoded, if that is an answer.
    pub(crate) async fn send(&self) -> Result<R, Error> {
        let (reply, judged, number) = self.send_answer().await?;
        let decoded = self.operation.decode(reply.body());
        decoded.map_err(|error| undecodable(self.meta, number, &judged, &reply, error))
    }

    /// One request that arrives at most once, and its reply and what that means, if it is an answer.
    pub(crate) async fn send_answer(&self) -> Result<(Reply, Judged, u32), Error> {
        let (reply, judged, number) = self.send_judged().await?;
        self.answered(&reply, &judged, number)?;
        Ok((reply, judged, number))
    }

    /// One request, and its reply decoded. What may pass is borne: it is asked again, some times and a little later.
    pub(crate) async fn send_persistently(&self) -> Result<R, Error> {
        let mut number = 0;
        loop {
            number += 1;
            let error = match self.attempt(number).await {
                Ok((reply, judged)) => match self.answered(&reply, &judged, number) {
                    Ok(()) => {
                        let decoded = self.operation.decode(reply.body());
                        return decoded.map_err(|error| undecodable(self.meta, number, &judged, &reply, error));
                    }
                    Err(error) => error,
                },
                Err(Missed::Error(error)) => return Err(error),
                Err(Missed::Fault(fault)) => self.fault(fault, number),
            };
            let may_pass = matches!(error.kind(), ErrorKind::Faults | ErrorKind::Throttled);
            let pause = error.asked_to_wait().unwrap_or(Duration::from_secs(1 << number.min(4)));
            let again = self.client.now().mono.saturating_add(pause);
            if !may_pass || number > self.policy.poll().faults || again >= self.deadline {
                return Err(error);
            }
            let mut timer = Timer::default();
            poll_fn(|cx| timer.poll(self.client.clock(), again, cx)).await;
        }
    }

    async fn send_judged(&self) -> Result<(Reply, Judged, u32), Error> {
        let mut number = 1;
        let mut can_renew = self.client.credentials().is_refreshable(self.meta.tokens);
        loop {
            match self.attempt(number).await {
                // The vendor has done nothing: it did not know who asks.
                Ok((_, judged)) if judged.seen.verdict == Verdict::CredentialExpired && can_renew => {
                    can_renew = false;
                    number += 1;
                }
                Ok((reply, judged)) => return Ok((reply, judged, number)),
                Err(Missed::Error(error)) => return Err(error),
                Err(Missed::Fault(fault)) => {
                    let again = self.client.now().mono.saturating_add(self.policy.poll().every);
                    let is_safe = fault.kind() == FaultKind::NotConnected;
                    if !is_safe || number > self.policy.poll().faults || again >= self.deadline {
                        return Err(self.fault(fault, number));
                    }
                    number += 1;
                    let mut timer = Timer::default();
                    poll_fn(|cx| timer.poll(self.client.clock(), again, cx)).await;
                }
            }
        }
    }

    /// The same by the pace and the times of a wait.
    pub(crate) fn with_policy(self, policy: Policy) -> Self {
        Once { policy, ..self }
    }

    /// Waits until a request may be sent, at most so long.
    pub(crate) async fn ready_within(mut self, patience: Duration) -> Result<Ready, Error> {
        self.deadline = self.client.now().mono.saturating_add(patience);
        match self.ready(1).await {
            Ok((taken, permit, limit)) => Ok(Ready { taken, permit, limit }),
            Err(Missed::Error(error)) => Err(error),
            Err(Missed::Fault(fault)) => Err(self.fault(fault, 0)),
        }
    }

    /// What a try needs: credentials, its turn, and the time that it may take.
    async fn ready(&self, number: u32) -> Result<(Taken, Permit, Duration), Missed> {
        let late = || {
            let within = spell(self.policy.poll().deadline);
            // The spec says no `deadline` of what nobody waits for.
            let or = if self.meta.rules.is_empty() { "" } else { ", or raise `deadline` in the spec" };
            let text = format!("the call's turn did not come within {within}; make fewer calls at once{or}");
            Missed::Error(self.error(ErrorKind::Deadline, text, number - 1))
        };
        let credentials = self.client.credentials();
        let (taken, permit) = loop {
            if credentials.current(self.meta.tokens, self.client.now().mono).is_none() {
                let asked = self.by(self.deadline, self.client.ask(self.meta.tokens)).await;
                let asked = asked.unwrap_or_else(|| Err(credentials.late(self.meta.tokens, self.client.now().mono)));
                asked.map_err(|error| Missed::Error(self.named(error, number - 1)))?;
            }
            let permit = self.by(self.deadline, self.enter()).await.ok_or_else(late)?;
            // While the call waited for its turn, another one may have seen them refused.
            match credentials.current(self.meta.tokens, self.client.now().mono) {
                Some(taken) => break (taken, permit),
                None => permit.unused(),
            }
        };
        let limit = self.policy.poll().request.min(self.deadline.saturating_sub(self.client.now().mono));
        if limit.is_zero() {
            permit.unused();
            return Err(late());
        }
        Ok((taken, permit, limit))
    }

    async fn attempt(&self, number: u32) -> Result<(Reply, Judged), Missed> {
        let (taken, permit, limit) = self.ready(number).await?;
        let now = self.client.now();
        let until = now.mono.saturating_add(limit);
        let number_of = (number, self.chance, now);
        let mut flight = Flight::launch(self.client, self.operation, taken, permit, number_of, limit, None)
            .map_err(|invalid| self.invalid(invalid, number))?;
        let sent = self.by(until, &mut flight).await;
        let reply = sent.unwrap_or_else(|| Err(TransportFault::new(FaultKind::TimedOut))).map_err(Missed::Fault)?;
        let judged = flight.judge(self.client, self.operation, &reply, (self.client.now(), Duration::ZERO));
        Ok((reply, judged))
    }

    fn invalid(&self, invalid: InvalidInput, number: u32) -> Missed {
        let error = self.error(ErrorKind::Input, format!("{invalid}; nothing was sent"), number - 1);
        Missed::Error(error.with(|inner| inner.source = Some(Box::new(invalid))))
    }

    /// One request whose reply's body is handed over piece by piece, if the reply is an answer.
    pub(crate) async fn open(&self, limit: u64) -> Result<Download, Error> {
        let mut number = 1;
        let mut can_renew = self.client.credentials().is_refreshable(self.meta.tokens);
        loop {
            match self.opened(number, limit).await {
                Ok(Ok(download)) => return Ok(download),
                Ok(Err((_, judged))) if judged.seen.verdict == Verdict::CredentialExpired && can_renew => {
                    can_renew = false;
                    number += 1;
                }
                Ok(Err((reply, judged))) => {
                    self.answered(&reply, &judged, number)?;
                    let text = "the reply is no body to be read piece by piece; `send` the call instead";
                    return Err(self.error(ErrorKind::Request, text.to_owned(), number));
                }
                Err(Missed::Error(error)) => return Err(error),
                Err(Missed::Fault(fault)) => return Err(self.fault(fault, number)),
            }
        }
    }

    async fn opened(&self, number: u32, limit: u64) -> Result<Result<Download, (Reply, Judged)>, Missed> {
        let (taken, permit, time) = self.ready(number).await?;
        let until = self.client.now().mono.saturating_add(time);
        let flight = Opening::launch(self.client, self.operation, taken, (number, self.chance), time, limit);
        let mut flight = flight.map_err(|invalid| self.invalid(invalid, number))?;
        let sent = self.by(until, &mut flight).await;
        let opened = sent.unwrap_or_else(|| Err(TransportFault::new(FaultKind::TimedOut))).map_err(Missed::Fault)?;
        let judged = flight.judge(self.client, self.operation, &opened.head);
        if opened.head.status().is_success() && matches!(judged.seen.verdict, Verdict::State(_) | Verdict::Unknown) {
            let body = (opened.head, opened.body);
            return Ok(Ok(Download::new(self.client.clone(), self.meta, body, limit, time, permit)));
        }
        // An error's body is short, and says what is wrong.
        let gathered = self.by(until, gather(opened, self.client.body_limit())).await;
        let reply = gathered.unwrap_or_else(|| Err(TransportFault::new(FaultKind::TimedOut))).map_err(Missed::Fault)?;
        let judged = flight.judge(self.client, self.operation, &reply);
        Ok(Err((reply, judged)))
    }

    /// Waits for the gate.
    fn enter(&self) -> impl Future<Output = Permit> {
        let mut ticket = self.client.gate().ticket(self.meta.operation, &self.meta.limits);
        let mut timer = Timer::default();
        poll_fn(move |cx| {
            loop {
                let now = self.client.now().mono;
                let until = now.saturating_add(self.policy.poll().request);
                match ticket.enter(now, until, cx.waker()) {
                    Entry::Open(permit) => return Poll::Ready(permit),
                    Entry::NotBefore(until) | Entry::Busy(until) => {
                        std::task::ready!(timer.poll(self.client.clock(), until, cx));
                    }
                }
            }
        })
    }

    /// What `future` gives, or `None` once the clock has reached `until`.
    pub(crate) async fn by<F: Future>(&self, until: Duration, future: F) -> Option<F::Output> {
        let mut future = pin!(future);
        let mut timer = Timer::default();
        poll_fn(|cx| match future.as_mut().poll(cx) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending => timer.poll(self.client.clock(), until, cx).map(|()| None),
        })
        .await
    }

    /// The error of a reply that is no answer.
    fn answered(&self, reply: &Reply, judged: &Judged, tries: u32) -> Result<(), Error> {
        let (kind, text) = match judged.seen.verdict {
            Verdict::State(_) | Verdict::Unknown => return Ok(()),
            Verdict::Transient | Verdict::Unreadable if !self.meta.safe_to_repeat => {
                (ErrorKind::MayHaveArrived, uncertain(reply))
            }
            _ => refusal(reply, judged),
        };
        let error = judged.error(self.meta, kind, text, tries, reply);
        Err(error.with(|inner| inner.asked = judged.seen.hint))
    }

    fn fault(&self, fault: TransportFault, tries: u32) -> Error {
        let (kind, text) = if fault.kind().may_have_arrived() && !self.meta.safe_to_repeat {
            let remedy = "the vendor may have done it: look there before sending it again";
            (ErrorKind::MayHaveArrived, format!("{fault}; {remedy}"))
        } else {
            let remedy = "see whether the vendor is up and the network lets it be reached";
            (ErrorKind::Faults, format!("{fault}; {remedy}"))
        };
        self.error(kind, text, tries).with(|inner| inner.source = Some(Box::new(fault)))
    }

    fn error(&self, kind: ErrorKind, text: String, tries: u32) -> Error {
        self.named(Error::new(kind, text), tries)
    }

    fn named(&self, error: Error, tries: u32) -> Error {
        error.with(|inner| {
            inner.operation = Some((self.meta.vendor, self.meta.operation));
            inner.attempts = tries;
        })
    }
}

/// The whole body of a reply, if it is not longer than the limit.
async fn gather(mut opened: Opened, limit: usize) -> Result<Reply, TransportFault> {
    let mut body = BytesMut::new();
    while let Some(piece) = poll_fn(|cx| opened.body.as_mut().poll_next(cx)).await {
        let piece = piece?;
        if piece.len() > limit - body.len() {
            return Err(TransportFault::new(FaultKind::TooLarge));
        }
        body.extend_from_slice(&piece);
    }
    Ok(Reply::new(opened.head.status(), opened.head.headers().clone(), body.freeze()))
}

fn uncertain(reply: &Reply) -> String {
    let status = reply.status().as_u16();
    format!("no clear answer (HTTP {status}) after the vendor had the request: look there before sending it again")
}
