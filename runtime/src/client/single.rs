//! Something that is fetched once for all who need it: whoever is polled drives the fetching for all.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use crate::clock::BoxFuture;

/// What is fetched, or why it could not be.
pub(super) type Answer<T, E> = Result<T, E>;

/// A value that many need and one fetches. Each answer has a number, its generation.
pub(super) struct Single<T, E> {
    shared: Mutex<Shared<T, E>>,
    waiters: Arc<Waiters>,
}

struct Shared<T, E> {
    /// Counts how often it was fetched.
    generation: u64,
    /// The last answer.
    answer: Option<(u64, Answer<T, E>)>,
    /// The answers up to this one are of no more use.
    refused: u64,
    fetching: Fetching<Answer<T, E>>,
}

enum Fetching<A> {
    No,
    /// Whoever comes next polls it.
    Idle(BoxFuture<A>),
    /// Some thread polls it right now.
    Polled,
}

impl<T: Clone, E: Clone> Shared<T, E> {
    fn current(&self) -> Option<(u64, T)> {
        match &self.answer {
            Some((generation, Ok(value))) if *generation > self.refused => Some((*generation, value.clone())),
            _ => None,
        }
    }

    /// The failure of the fetching that a caller has joined.
    fn failure(&self, joined: Option<u64>) -> Option<E> {
        match (&self.answer, joined) {
            (Some((generation, Err(failure))), Some(joined)) if *generation >= joined => Some(failure.clone()),
            _ => None,
        }
    }
}

impl<T: Clone, E: Clone> Single<T, E> {
    /// With a value from the start, where there is one.
    pub(super) fn new(value: Option<T>) -> Self {
        let answer = value.map(|value| (1, Ok(value)));
        let shared = Shared { generation: 1, answer, refused: 0, fetching: Fetching::No };
        Single { shared: Mutex::new(shared), waiters: Arc::default() }
    }

    /// The value and its generation, where it is there and not refused.
    pub(super) fn current(&self) -> Option<(u64, T)> {
        self.lock().current()
    }

    /// The value of this generation is of no more use. Others may have found out first: a newer one is kept.
    pub(super) fn refuse(&self, generation: u64) {
        let mut shared = self.lock();
        shared.refused = shared.refused.max(generation);
    }

    /// Brings back a value that a failed fetching has put aside, unless a newer one came or it was refused meanwhile.
    pub(super) fn restore(&self, generation: u64, value: T) {
        let mut shared = self.lock();
        let is_failed = matches!(&shared.answer, Some((_, Err(_))));
        if is_failed && generation > shared.refused {
            shared.answer = Some((generation, Ok(value)));
        }
    }

    /// A value that `is_wanted`: the one that is there, or the one that is fetched, by `fetch` unless it is under way.
    pub(super) fn get<'s>(
        &'s self,
        is_wanted: impl Fn(&T) -> bool + Unpin + 's,
        fetch: impl Fn() -> BoxFuture<Answer<T, E>> + Unpin + 's,
    ) -> impl Future<Output = Result<(u64, T), E>> + 's {
        Get { single: self, joined: None, is_wanted, fetch }
    }

    fn lock(&self) -> MutexGuard<'_, Shared<T, E>> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One caller's need.
struct Get<'s, T: Clone, E: Clone, W, F> {
    single: &'s Single<T, E>,
    joined: Option<u64>,
    is_wanted: W,
    fetch: F,
}

impl<T, E, W, F> Future for Get<'_, T, E, W, F>
where
    T: Clone,
    E: Clone,
    W: Fn(&T) -> bool + Unpin,
    F: Fn() -> BoxFuture<Answer<T, E>> + Unpin,
{
    type Output = Result<(u64, T), E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let single = self.single;
        loop {
            let mut shared = single.lock();
            // What was fetched while we waited is taken as it is: to fetch it once more would not make it better.
            let fetched = self.joined.is_some_and(|joined| shared.answer.as_ref().is_some_and(|(at, _)| *at >= joined));
            if let Some((generation, value)) = shared.current()
                && (fetched || (self.is_wanted)(&value))
            {
                return Poll::Ready(Ok((generation, value)));
            }
            if let Some(failure) = shared.failure(self.joined) {
                return Poll::Ready(Err(failure));
            }
            single.waiters.add(cx.waker());
            let future = match std::mem::replace(&mut shared.fetching, Fetching::Polled) {
                Fetching::Idle(future) => future,
                Fetching::Polled => {
                    self.joined.get_or_insert(shared.generation);
                    return Poll::Pending;
                }
                Fetching::No => {
                    shared.generation += 1;
                    self.joined = Some(shared.generation);
                    (self.fetch)()
                }
            };
            let generation = shared.generation;
            self.joined.get_or_insert(generation);
            drop(shared);
            let turn = Turn { single, future: Some(future), generation };
            if turn.poll().is_pending() {
                return Poll::Pending;
            }
        }
    }
}

impl<T: Clone, E: Clone, W, F> Drop for Get<'_, T, E, W, F> {
    fn drop(&mut self) {
        // It may have been the one that the fetching's wake-up went to.
        self.single.waiters.wake_all();
    }
}

/// The right to poll the fetching; given back also where it panics.
struct Turn<'a, T: Clone, E: Clone> {
    single: &'a Single<T, E>,
    future: Option<BoxFuture<Answer<T, E>>>,
    generation: u64,
}

impl<T: Clone, E: Clone> Turn<'_, T, E> {
    fn poll(mut self) -> Poll<()> {
        let waker = Waker::from(Arc::clone(&self.single.waiters));
        let Some(mut future) = self.future.take() else { return Poll::Ready(()) };
        let answer = future.as_mut().poll(&mut Context::from_waker(&waker));
        match answer {
            Poll::Pending => {
                self.future = Some(future);
                Poll::Pending
            }
            Poll::Ready(answer) => {
                self.single.lock().answer = Some((self.generation, answer));
                Poll::Ready(())
            }
        }
    }
}

impl<T: Clone, E: Clone> Drop for Turn<'_, T, E> {
    fn drop(&mut self) {
        let future = self.future.take();
        let over = future.is_none();
        self.single.lock().fetching = future.map_or(Fetching::No, Fetching::Idle);
        if over {
            self.single.waiters.wake_all();
        }
    }
}

/// Wakes everybody who needs the value: any of them can go on fetching it.
#[derive(Default)]
struct Waiters(Mutex<Vec<Waker>>);

impl Waiters {
    fn add(&self, waker: &Waker) {
        let mut wakers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !wakers.iter().any(|other| other.will_wake(waker)) {
            wakers.push(waker.clone());
        }
    }

    fn wake_all(&self) {
        let wakers = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl Wake for Waiters {
    fn wake(self: Arc<Self>) {
        self.wake_all();
    }
}
