//! A wait for many jobs under way.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;

use super::{Ended, Together, WaitAll};
use crate::attempt::Flight;
use crate::call::{Once, Ready};
use crate::client::Client;
use crate::clock::{BoxFuture, Timer};
use crate::error::{Error, ErrorKind, InvalidInput};
use crate::job::{Done, Job, JobSpec, Links, job};
use crate::operation::Operation;
use crate::push::Listener;
use crate::reply::Reply;
use crate::settled::Settled;
use crate::state::Verdict;
use crate::transport::TransportFault;
use crate::wait::{Action, Cause, Core, End, Event, Policy};
use crate::waiting::failure::{Last, failure};

/// A wait for many jobs under way: a stream of those that are over, each with its handle.
///
/// One request asks about as many jobs as the vendor takes; each job has its own state, faults and end, as if it were
/// waited for alone. A job that a reply does not name, or names twice, has met a fault. Nothing runs in the background:
/// it goes on while it is polled, and dropping it loses nothing at the vendor.
#[must_use = "a wait does nothing unless it is polled"]
pub struct WaitingAll<J: JobSpec> {
    client: Client,
    links: Arc<dyn Together<J>>,
    policy: Policy,
    members: Vec<Member<J>>,
    ended: VecDeque<Ended<J>>,
    call: Call,
    cancel: Option<BoxFuture<()>>,
    push: Option<Listener>,
    timer: Timer,
    is_warned: bool,
}

/// A job that is waited for.
struct Member<J: JobSpec> {
    handle: J::Handle,
    id: String,
    core: Core,
    last: Last,
    /// Whether the request under way asks about it.
    asked: bool,
    /// Whether it was due, and waits for a request's turn.
    is_held: bool,
}

/// The one request that is made at a time.
enum Call {
    None,
    /// It waits for its turn and its credentials.
    Entering(BoxFuture<Result<Ready, Error>>),
    /// It is under way.
    Flying {
        operation: Box<dyn Operation<Reply = ()>>,
        flight: Box<Flight>,
    },
}

impl<J: JobSpec> WaitingAll<J> {
    pub(super) fn new(all: WaitAll<J>) -> Self {
        let WaitAll { client, links, handles, poll, cancel, push } = all;
        let meta = links.ask(&[]).meta();
        let policy = Policy::new(&poll, &meta.limits, client.credentials().is_refreshable(meta.tokens));
        let (now, seed) = (client.now(), fastrand::u64(..));
        let member = |handle: J::Handle| {
            let id = links.id(&handle);
            // Equal seeds make equal waits: then one request is enough for all of them.
            Member {
                handle,
                id,
                core: Core::new(&policy, now, seed),
                last: Last::default(),
                asked: false,
                is_held: false,
            }
        };
        let members = handles.into_iter().map(member).collect();
        WaitingAll {
            members,
            client,
            links,
            policy,
            ended: VecDeque::new(),
            call: Call::None,
            cancel,
            push,
            timer: Timer::default(),
            is_warned: false,
        }
    }

    /// The next job that is over, or `None` once all are. Dropping this future loses nothing.
    pub async fn next(&mut self) -> Option<Ended<J>> {
        poll_fn(|cx| self.poll_ended(cx)).await
    }

    /// How many jobs are still waited for.
    pub fn left(&self) -> usize {
        self.members.len()
    }

    fn poll_ended(&mut self, cx: &mut Context<'_>) -> Poll<Option<Ended<J>>> {
        loop {
            if let Some(ended) = self.ended.pop_front() {
                return Poll::Ready(Some(ended));
            }
            if self.members.is_empty() {
                self.call = Call::None;
                return Poll::Ready(None);
            }
            if self.cancel.as_mut().is_some_and(|cancel| cancel.as_mut().poll(cx).is_ready()) {
                self.cancel = None;
                self.tell_all(Event::Cancelled);
            }
            if self.push.as_mut().is_some_and(|push| push.poll(cx)) {
                self.tell_all(Event::Push);
            }
            self.listen(cx);
            let (is_due, until) = self.look();
            if !self.ended.is_empty() || self.members.is_empty() {
                continue;
            }
            if is_due && matches!(self.call, Call::None) {
                self.enter();
                continue;
            }
            ready!(self.timer.poll(self.client.clock(), until, cx));
        }
    }

    /// Looks at every job: takes out those that are over, and says whether one is due, and when there is something to do.
    fn look(&mut self) -> (bool, Duration) {
        let (now, mut is_due, mut next) = (self.client.now(), false, Duration::MAX);
        let mut at = 0;
        while let Some(member) = self.members.get_mut(at) {
            match member.core.poll(&self.policy, now) {
                Action::Update(notice) => {
                    if let Cause::Fault(kind) = notice.cause
                        && member.asked
                    {
                        // The core's clock cut it, not the transport's.
                        member.asked = false;
                        member.last.fault = Some(TransportFault::new(kind));
                    }
                    continue;
                }
                Action::Send { limit, .. } => {
                    // Held up or not, its deadline comes.
                    is_due = true;
                    next = next.min(now.mono.saturating_add(limit));
                }
                Action::Sleep { until } | Action::AwaitReply { until } => next = next.min(until),
                Action::Done(end) => {
                    let member = self.members.remove(at);
                    let outcome = self.end(member.handle.clone(), member.core, member.last, end);
                    self.ended.push_back((member.handle, outcome));
                    continue;
                }
            }
            at += 1;
        }
        if matches!(self.call, Call::Flying { .. }) && !self.members.iter().any(|member| member.asked) {
            // Nobody waits for it any more.
            self.call = Call::None;
        }
        (is_due, next)
    }

    /// Waits for a request's turn, and with it the jobs that are due.
    fn enter(&mut self) {
        let (client, operation, policy) = (self.client.clone(), self.links.ask(&[]), self.policy);
        let age = self.members.iter().map(|member| member.core.age(client.now())).min().unwrap_or_default();
        let patience = policy.poll().deadline.saturating_sub(age);
        self.call = Call::Entering(Box::pin(async move {
            Once::new(&client, &*operation).with_policy(policy).ready_within(patience).await
        }));
        let (policy, now) = (self.policy, self.client.now());
        for member in &mut self.members {
            member.is_held = matches!(member.next_action(&policy, now), Action::Send { .. });
            if member.is_held {
                member.core.handle(&policy, now, Event::Held { until: Duration::MAX });
            }
        }
    }

    /// Takes in what has become of the request, until it is waited for or over.
    fn listen(&mut self, cx: &mut Context<'_>) {
        loop {
            match std::mem::replace(&mut self.call, Call::None) {
                Call::None => return,
                Call::Entering(mut entering) => match entering.as_mut().poll(cx) {
                    Poll::Pending => return self.call = Call::Entering(entering),
                    Poll::Ready(Ok(ready)) => self.launch(ready),
                    Poll::Ready(Err(error)) => self.fail(error),
                },
                Call::Flying { operation, mut flight } => match Pin::new(&mut flight).poll(cx) {
                    Poll::Pending => return self.call = Call::Flying { operation, flight },
                    Poll::Ready(Ok(reply)) => self.land(&*operation, &flight, &reply),
                    Poll::Ready(Err(fault)) => self.fault(&fault),
                },
            }
        }
    }

    /// Sends the request, about as many of the jobs that are due as it takes.
    fn launch(&mut self, ready: Ready) {
        let now = self.client.now();
        for member in self.members.iter_mut().filter(|member| member.is_held) {
            member.is_held = false;
            member.core.handle(&self.policy, now, Event::Freed);
        }
        // A job that is waited for twice is asked about once.
        let (mut asked, mut ids) = (Vec::new(), HashSet::new());
        for (at, member) in self.members.iter_mut().enumerate() {
            if ids.len() == self.links.at_most() && !ids.contains(&member.id) {
                continue;
            }
            if let Action::Send { number, .. } = member.next_action(&self.policy, now) {
                let is_first = ids.insert(member.id.clone());
                asked.push((at, number, is_first));
            }
        }
        let firsts = asked.iter().filter(|(.., is_first)| *is_first);
        let handles: Vec<_> = firsts.filter_map(|(at, ..)| self.members.get(*at)).map(|one| &one.handle).collect();
        if handles.is_empty() {
            return ready.unused();
        }
        let (operation, number) =
            (self.links.ask(&handles), asked.iter().map(|(_, number, _)| *number).max().unwrap_or(1));
        let chance = self.client.chance();
        match ready.launch(&self.client, &*operation, (number, chance)) {
            Ok(flight) => {
                let flight = Box::new(flight);
                for (at, number, _) in asked {
                    if let Some(member) = self.members.get_mut(at) {
                        member.core.handle(&self.policy, now, Event::Sent { number });
                        member.asked = true;
                    }
                }
                self.call = Call::Flying { operation, flight };
            }
            Err(invalid) => self.fail(invalid_input(invalid)),
        }
    }

    /// Gives each job its part of the reply.
    fn land(&mut self, operation: &dyn Operation<Reply = ()>, flight: &Flight, reply: &Reply) {
        let judged = flight.judge(&self.client, operation, reply, (self.client.now(), Duration::ZERO));
        let is_answer = matches!(judged.seen.verdict, Verdict::State(_) | Verdict::Unknown);
        let items = is_answer.then(|| self.links.items().split(reply.body()));
        let (client, links, policy) = (self.client.clone(), Arc::clone(&self.links), self.policy);
        if judged.seen.verdict == Verdict::Throttled {
            // It is the account that is throttled: those whose turn it would be now wait as long.
            let until = client.now().mono.saturating_add(judged.seen.hint.unwrap_or(policy.poll().every));
            for member in self.members.iter_mut().filter(|member| !member.asked) {
                member.core.handle(&policy, client.now(), Event::Held { until });
            }
        }
        for member in self.members.iter_mut().filter(|member| member.asked) {
            member.asked = false;
            let now = client.now();
            let (part, judged) = match &items {
                None => (reply.clone(), judged.clone()),
                Some(Err(unreadable)) => (reply.clone(), judged.clone().faulty(Verdict::Unreadable, unreadable)),
                Some(Ok(items)) => match items.of(&member.id) {
                    Some(item) => {
                        let part = Reply::new(reply.status(), reply.headers().clone(), item.clone());
                        let status = links.status(&member.handle);
                        let judged = flight.judge_part(&client, &*status, &part, member.core.age(now));
                        (part, judged)
                    }
                    None => {
                        let missing = "the reply says nothing about this job, or says it twice";
                        (reply.clone(), judged.clone().faulty(Verdict::Transient, missing))
                    }
                },
            };
            if judged.seen.verdict == Verdict::Unknown && !std::mem::replace(&mut self.is_warned, true) {
                tracing::warn!("the vendor told no state that the spec knows; asking on at the normal pace");
            }
            let seen = judged.seen;
            member.last = Last { reply: Some((part, judged)), fault: None };
            member.core.handle(&policy, now, Event::Reply { number: member.core.number(), seen });
        }
    }

    fn fault(&mut self, fault: &TransportFault) {
        let (policy, now, kind) = (self.policy, self.client.now(), fault.kind());
        for member in self.members.iter_mut().filter(|member| member.asked) {
            member.asked = false;
            member.last.fault = Some(TransportFault::new(kind));
            member.core.handle(&policy, now, Event::Fault { number: member.core.number(), kind });
        }
    }

    /// Ends all waits by an error that no further request would mend.
    fn fail(&mut self, error: Error) {
        for member in self.members.drain(..) {
            let told = error.alike().with(|inner| {
                inner.attempts = member.core.number();
                inner.state = member.core.state();
            });
            self.ended.push_back((member.handle, Err(told)));
        }
    }

    fn end(&self, handle: J::Handle, core: Core, last: Last, end: End) -> Result<Done<J>, Error> {
        let status = self.links.status(&handle);
        let outcome = match end {
            End::Settled { state, .. } => state.outcome(),
            _ => None,
        };
        match (outcome, last) {
            (Some(outcome), Last { reply: Some((raw, judged)), .. }) => {
                let settled = Settled::new(&*status, outcome, judged, raw, None, core.number());
                let links: Arc<dyn Links<J>> = Arc::clone(&self.links) as _;
                let job: Job<J> = job(self.client.clone(), links, handle);
                Ok(Done::new(settled, job))
            }
            (_, last) => Err(failure(status.meta(), &self.policy, &core, end, last)),
        }
    }

    fn tell_all(&mut self, event: Event) {
        let (policy, now) = (self.policy, self.client.now());
        self.members.iter_mut().for_each(|member| member.core.handle(&policy, now, event));
    }
}

impl<J: JobSpec> Member<J> {
    /// What is next for it, once it has nothing to tell any more.
    fn next_action(&mut self, policy: &Policy, now: crate::clock::Now) -> Action {
        loop {
            match self.core.poll(policy, now) {
                Action::Update(_) => {}
                action => return action,
            }
        }
    }
}

fn invalid_input(invalid: InvalidInput) -> Error {
    let text = format!("{invalid}; nothing was sent");
    Error::new(ErrorKind::Input, text).with(|inner| inner.source = Some(Box::new(invalid)))
}

impl<J: JobSpec> Stream for WaitingAll<J> {
    type Item = Ended<J>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Ended<J>>> {
        self.poll_ended(cx)
    }
}

// Nothing in it is pinned: what must not move is boxed.
impl<J: JobSpec> Unpin for WaitingAll<J> {}

impl<J: JobSpec> fmt::Debug for WaitingAll<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitingAll").field("left", &self.members.len()).finish_non_exhaustive()
    }
}
