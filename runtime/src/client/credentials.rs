//! The secrets of one client: values, or what providers gave.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use crate::clock::BoxFuture;
use crate::error::{Error, ErrorKind};
use crate::secret::{Credential, ProviderError, Secret, Source};

/// All secrets of a client as they were at one moment, in the order of the spec's settings.
#[derive(Clone)]
pub(crate) struct Taken {
    pub(crate) secrets: Arc<[Secret]>,
    generation: u64,
}

type Answer = Result<Arc<[Secret]>, Failure>;

/// Why the providers gave nothing. Several waits may learn of the same failure.
#[derive(Debug, Clone)]
enum Failure {
    Failed(&'static str, Arc<ProviderError>),
    Empty(&'static str),
}

impl Failure {
    fn into_error(self) -> Error {
        match self {
            Failure::Failed(name, source) => {
                let text = format!("the provider of `{name}` failed; mend what it says and wait again");
                Error::new(ErrorKind::Credential, text)
                    .with(|inner| inner.source = Some(Box::new(SharedSource(source))))
            }
            Failure::Empty(name) => {
                let text = format!("the provider of `{name}` gave an empty secret; let it give one or fail");
                Error::new(ErrorKind::Credential, text)
            }
        }
    }
}

/// The provider's own error, shown as it is.
#[derive(Debug)]
struct SharedSource(Arc<ProviderError>);

impl fmt::Display for SharedSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for SharedSource {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

/// The credentials that a client was built with, shared by all its clones.
///
/// However many waits need them at once, the providers are asked once.
pub(crate) struct Credentials {
    named: Arc<[(&'static str, Credential)]>,
    shared: Mutex<Shared>,
    waiters: Arc<Waiters>,
}

#[derive(Default)]
struct Shared {
    /// Counts how often the providers were asked.
    generation: u64,
    /// What they answered last.
    answer: Option<(u64, Answer)>,
    /// The vendor no longer takes the answers up to this one.
    refused: u64,
    asking: Asking,
}

#[derive(Default)]
enum Asking {
    #[default]
    No,
    /// Whoever comes next polls it.
    Idle(BoxFuture<Answer>),
    /// Some thread polls it right now.
    Polled,
}

impl Shared {
    fn current(&self) -> Option<Taken> {
        match &self.answer {
            Some((generation, Ok(secrets))) if *generation > self.refused => {
                Some(Taken { secrets: Arc::clone(secrets), generation: *generation })
            }
            _ => None,
        }
    }

    /// The failure of the asking that a wait has joined.
    fn failure(&self, joined: Option<u64>) -> Option<Failure> {
        match (&self.answer, joined) {
            (Some((generation, Err(failure))), Some(joined)) if *generation >= joined => Some(failure.clone()),
            _ => None,
        }
    }
}

impl Credentials {
    pub(crate) fn new(named: Vec<(&'static str, Credential)>) -> Self {
        let values: Option<Arc<[Secret]>> = named.iter().map(|(_, credential)| value(credential)).collect();
        let answer = values.map(|values| (1, Ok(values)));
        let shared = Shared { generation: 1, answer, ..Shared::default() };
        Credentials { named: named.into(), shared: Mutex::new(shared), waiters: Arc::default() }
    }

    /// Whether there is a provider that can be asked anew.
    pub(crate) fn is_refreshable(&self) -> bool {
        self.named.iter().any(|(_, credential)| value(credential).is_none())
    }

    /// The secrets, where they are known and not refused.
    pub(crate) fn current(&self) -> Option<Taken> {
        self.lock().current()
    }

    /// The vendor no longer takes these. Others may have found out first: only what is still current is asked for anew.
    pub(crate) fn refuse(&self, taken: &Taken) {
        if self.is_refreshable() {
            let mut shared = self.lock();
            shared.refused = shared.refused.max(taken.generation);
        }
    }

    /// Asks the providers, or joins those who ask already.
    pub(crate) fn ask(self: &Arc<Self>) -> Ask {
        Ask { credentials: Arc::clone(self), joined: None }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fetch(&self) -> BoxFuture<Answer> {
        let named = Arc::clone(&self.named);
        Box::pin(async move {
            let mut secrets = Vec::with_capacity(named.len());
            for (name, Credential(source)) in named.iter() {
                let secret = match source {
                    Source::Value(secret) => secret.clone(),
                    Source::Provider(provider) => {
                        provider().await.map_err(|error| Failure::Failed(name, Arc::new(error)))?
                    }
                };
                if secret.expose().is_empty() {
                    return Err(Failure::Empty(name));
                }
                secrets.push(secret);
            }
            Ok(secrets.into())
        })
    }
}

fn value(credential: &Credential) -> Option<Secret> {
    match &credential.0 {
        Source::Value(secret) => Some(secret.clone()),
        Source::Provider(_) => None,
    }
}

/// One wait's asking for the secrets. Whichever wait is polled drives the providers for all.
pub(crate) struct Ask {
    credentials: Arc<Credentials>,
    joined: Option<u64>,
}

impl Future for Ask {
    type Output = Result<Taken, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let credentials = Arc::clone(&self.credentials);
        loop {
            let mut shared = credentials.lock();
            if let Some(taken) = shared.current() {
                return Poll::Ready(Ok(taken));
            }
            if let Some(failure) = shared.failure(self.joined) {
                return Poll::Ready(Err(failure.into_error()));
            }
            credentials.waiters.add(cx.waker());
            let future = match std::mem::replace(&mut shared.asking, Asking::Polled) {
                Asking::Idle(future) => future,
                Asking::Polled => {
                    self.joined.get_or_insert(shared.generation);
                    return Poll::Pending;
                }
                Asking::No => {
                    shared.generation += 1;
                    self.joined = Some(shared.generation);
                    credentials.fetch()
                }
            };
            let generation = shared.generation;
            self.joined.get_or_insert(generation);
            drop(shared);
            let turn = Turn { credentials: &credentials, future: Some(future), generation };
            if turn.poll().is_pending() {
                return Poll::Pending;
            }
        }
    }
}

impl Drop for Ask {
    fn drop(&mut self) {
        // It may have been the one that the providers' wake-up went to.
        self.credentials.waiters.wake_all();
    }
}

/// The right to poll the providers; given back also where one panics.
struct Turn<'a> {
    credentials: &'a Credentials,
    future: Option<BoxFuture<Answer>>,
    generation: u64,
}

impl Turn<'_> {
    fn poll(mut self) -> Poll<()> {
        let waker = Waker::from(Arc::clone(&self.credentials.waiters));
        let Some(mut future) = self.future.take() else { return Poll::Ready(()) };
        let answer = future.as_mut().poll(&mut Context::from_waker(&waker));
        match answer {
            Poll::Pending => {
                self.future = Some(future);
                Poll::Pending
            }
            Poll::Ready(answer) => {
                self.credentials.lock().answer = Some((self.generation, answer));
                Poll::Ready(())
            }
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let future = self.future.take();
        let over = future.is_none();
        self.credentials.lock().asking = future.map_or(Asking::No, Asking::Idle);
        if over {
            self.credentials.waiters.wake_all();
        }
    }
}

/// Wakes every wait that needs the secrets: any of them can go on asking.
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
