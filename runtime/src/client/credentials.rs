//! What a client's requests are made with: its secrets, as values or from providers, and the vendor's tokens.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Client;
use super::single::Single;
use super::token::{Source as TokenSource, fetch};
use crate::clock::BoxFuture;
use crate::error::{Error, ErrorKind};
use crate::secret::{Credential, ProviderError, Secret, Source};
use crate::token::Held;

/// All that one attempt is made with, as it was at one moment.
#[derive(Clone)]
pub(crate) struct Taken {
    /// The secrets in the order of the spec's settings, then the fields of all tokens; empty where one is not needed.
    pub(crate) secrets: Arc<[Secret]>,
    settings: u64,
    tokens: Vec<(usize, u64)>,
}

/// Why there is no credential. Several waits may learn of the same failure.
#[derive(Debug, Clone)]
pub(super) enum Failure {
    Failed(&'static str, Arc<ProviderError>),
    Empty(&'static str),
    Token(&'static str, Arc<Error>),
    BadToken(&'static str, String),
}

impl Failure {
    fn into_error(self) -> Error {
        let (text, source): (String, Option<Box<dyn std::error::Error + Send + Sync>>) = match self {
            Failure::Failed(name, source) => {
                let text = format!("the provider of `{name}` failed; mend what it says and wait again");
                (text, Some(Box::new(Shared(source))))
            }
            Failure::Empty(name) => {
                (format!("the provider of `{name}` gave an empty secret; let it give one or fail"), None)
            }
            Failure::Token(name, source) => (
                format!("there is no token `{name}`; see the source for what the vendor said"),
                Some(Box::new(Shared(source))),
            ),
            Failure::BadToken(name, why) => (format!("the token `{name}` cannot be used: {why}"), None),
        };
        Error::new(ErrorKind::Credential, text).with(|inner| inner.source = source)
    }

    /// Whether the vendor did not take the secrets that a token was asked for with.
    fn is_refused(&self) -> bool {
        matches!(self, Failure::Token(_, error) if error.is_refused())
    }
}

/// An error that several callers learn of, shown as it is.
#[derive(Debug)]
pub(super) struct Shared<E>(pub(super) Arc<E>);

impl<E: fmt::Display> fmt::Display for Shared<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Shared<ProviderError> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl std::error::Error for Shared<Error> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

/// The credentials that a client was built with, shared by all its clones.
///
/// However many waits need one at once, it is fetched once.
pub(crate) struct Credentials {
    named: Arc<[(&'static str, Credential)]>,
    secrets: Single<Arc<[Secret]>, Failure>,
    tokens: Box<[Cell]>,
    /// What the vendor has put in the place of secrets that are values, by their positions.
    replaced: Mutex<HashMap<usize, Secret>>,
    has_replaced: AtomicBool,
    /// Whether the secrets hold the fields of the tokens that are needed, and nothing can be fetched.
    is_fixed: bool,
}

/// A token and where it comes from.
struct Cell {
    source: TokenSource,
    held: Single<Held, Failure>,
}

impl Credentials {
    pub(crate) fn new(named: Vec<(&'static str, Credential)>, tokens: Vec<TokenSource>) -> Self {
        let values: Option<Arc<[Secret]>> = named.iter().map(|(_, credential)| value(credential)).collect();
        let cells = tokens.into_iter().map(|source| Cell { source, held: Single::new(None) });
        Credentials {
            named: named.into(),
            secrets: Single::new(values),
            tokens: cells.collect(),
            replaced: Mutex::default(),
            has_replaced: AtomicBool::new(false),
            is_fixed: false,
        }
    }

    /// Nothing but these secrets.
    pub(super) fn fixed(secrets: Arc<[Secret]>) -> Self {
        Credentials {
            named: Arc::default(),
            secrets: Single::new(Some(secrets)),
            tokens: Box::default(),
            replaced: Mutex::default(),
            has_replaced: AtomicBool::new(false),
            is_fixed: true,
        }
    }

    /// Whether there is something that can be fetched anew for an operation that needs these tokens.
    pub(crate) fn is_refreshable(&self, needs: &[usize]) -> bool {
        !self.is_fixed && (!needs.is_empty() || self.has_provider())
    }

    fn has_provider(&self) -> bool {
        self.named.iter().any(|(_, credential)| value(credential).is_none())
    }

    /// What an operation needs that needs these tokens, where all of it is there, taken and not about to end.
    pub(crate) fn current(&self, needs: &[usize], mono: Duration) -> Option<Taken> {
        self.take(needs, |held| held.is_fresh(mono))
    }

    /// What is known, be it incomplete.
    pub(crate) fn known(&self) -> Option<Taken> {
        self.take(&[], |_| true)
    }

    fn take(&self, needs: &[usize], is_wanted: impl Fn(&Held) -> bool) -> Option<Taken> {
        let (settings, given) = self.secrets.current()?;
        let secrets = self.with_replaced(given);
        if needs.is_empty() || self.is_fixed {
            return Some(Taken { secrets, settings, tokens: Vec::new() });
        }
        let mut all = secrets.to_vec();
        let mut tokens = Vec::with_capacity(needs.len());
        for (at, cell) in self.tokens.iter().enumerate() {
            if !needs.contains(&at) {
                all.extend((0..cell.source.fields).map(|_| Secret::new("")));
                continue;
            }
            let (generation, held) = cell.held.current().filter(|(_, held)| is_wanted(held))?;
            tokens.push((at, generation));
            all.extend(held.fields);
        }
        Some(Taken { secrets: all.into(), settings, tokens })
    }

    /// The vendor no longer takes these. Others may have found out first: only what is still current is fetched anew.
    pub(crate) fn refuse(&self, taken: &Taken) {
        for (at, generation) in &taken.tokens {
            self.tokens.iter().skip(*at).take(1).for_each(|cell| cell.held.refuse(*generation));
        }
        if taken.tokens.is_empty() && self.has_provider() {
            self.secrets.refuse(taken.settings);
        }
    }

    /// The error of a call or wait that had to end before its credentials came.
    pub(crate) fn late(&self, needs: &[usize], mono: Duration) -> Error {
        let providers = || self.named.iter().filter(|(_, credential)| value(credential).is_none());
        let what = match self.secrets.current() {
            None => providers().next().map(|(name, _)| format!("the provider of `{name}` did not answer")),
            Some(_) => {
                let cells = needs.iter().filter_map(|at| self.tokens.get(*at));
                let mut missing =
                    cells.filter(|cell| !cell.held.current().is_some_and(|(_, held)| held.is_valid(mono)));
                missing.next().map(|cell| format!("the token `{}` did not come", cell.source.name()))
            }
        };
        let what = what.unwrap_or_else(|| "the credentials did not come".to_owned());
        let text = format!("{what} in time; see whether the server that gives it is up, or raise `deadline`");
        Error::new(ErrorKind::Credential, text)
    }

    /// What is known now is of no more use: these tokens, or where there are none the secrets.
    fn refuse_current(&self, tokens: &[usize]) {
        if let (true, Some((generation, _))) = (tokens.is_empty(), self.secrets.current()) {
            self.secrets.refuse(generation);
        }
        for cell in tokens.iter().filter_map(|at| self.tokens.get(*at)) {
            if let Some((generation, _)) = cell.held.current() {
                cell.held.refuse(generation);
            }
        }
    }

    /// Fetches what is missing, or joins those who do already.
    pub(crate) async fn ask(&self, client: &Client, needs: &[usize]) -> Result<Taken, Error> {
        // The vendor may have taken back what a token is asked for with; that is fetched anew, once.
        let (mut secrets_renewed, mut tokens_renewed) = (false, false);
        loop {
            self.secrets.get(|_| true, || self.fetch_secrets()).await.map_err(Failure::into_error)?;
            if let Err((at, failure)) = self.ask_tokens(client, needs).await {
                let needs = self.tokens.get(at).map_or(&[][..], |cell| cell.source.needs);
                let renewed = if needs.is_empty() { &mut secrets_renewed } else { &mut tokens_renewed };
                let can_renew = !needs.is_empty() || self.has_provider();
                if !failure.is_refused() || !can_renew || std::mem::replace(renewed, true) {
                    return Err(failure.into_error());
                }
                self.refuse_current(needs);
                continue;
            }
            let mono = client.now().mono;
            if let Some(taken) = self.take(needs, |held| held.is_valid(mono)) {
                return Ok(taken);
            }
            // Refused meanwhile by somebody else's call, or ended at once: the next round fetches it anew.
            if let Some(name) = self.ended(needs, mono) {
                let why = "it has ended when it comes; see `lasts` in the spec, and this machine's clock".to_owned();
                return Err(Failure::BadToken(name, why).into_error());
            }
        }
    }

    /// A token that has ended already.
    fn ended(&self, needs: &[usize], mono: Duration) -> Option<&'static str> {
        let cells = needs.iter().filter_map(|at| self.tokens.get(*at));
        cells
            .filter(|cell| cell.held.current().is_some_and(|(_, held)| !held.is_valid(mono)))
            .map(|cell| cell.source.name())
            .next()
    }

    /// Fetches each token that is missing, those first that others need. On failure, says which one it was.
    async fn ask_tokens(&self, client: &Client, needs: &[usize]) -> Result<(), (usize, Failure)> {
        for at in needs {
            let Some(cell) = self.tokens.get(*at) else { continue };
            let mono = client.now().mono;
            let before = cell.held.current();
            let fresh = |held: &Held| held.is_fresh(mono);
            let fetching = || {
                let secrets = self.take(cell.source.needs, |held| held.is_valid(mono)).map(|taken| taken.secrets);
                fetch(client, &cell.source, secrets.unwrap_or_default())
            };
            match (cell.held.get(fresh, fetching).await, before) {
                (Ok(_), _) => {}
                // It was asked for ahead of time; the one that is there still does.
                (Err(_), Some((generation, held))) if held.is_valid(client.now().mono) => {
                    cell.held.restore(generation, held.put_off(client.now().mono));
                }
                (Err(failure), _) => return Err((*at, failure)),
            }
        }
        Ok(())
    }

    /// The vendor has replaced a secret. Brings back what keeps the new one, where somebody does.
    pub(super) fn replace(&self, at: usize, secret: Secret) -> Option<BoxFuture<()>> {
        self.replaced().insert(at, secret.clone());
        self.has_replaced.store(true, Ordering::Release);
        match self.named.get(at) {
            Some((_, Credential(Source::Rotating(_, keep)))) => Some(keep(secret)),
            _ => None,
        }
    }

    /// The secrets as they are now: whatever else is fetched anew, what was replaced stays so.
    fn with_replaced(&self, given: Arc<[Secret]>) -> Arc<[Secret]> {
        // Most vendors never replace any; every reply that is judged comes by here.
        if !self.has_replaced.load(Ordering::Acquire) {
            return given;
        }
        let replaced = self.replaced();
        let now = |(at, secret): (usize, &Secret)| replaced.get(&at).unwrap_or(secret).clone();
        given.iter().enumerate().map(now).collect()
    }

    fn replaced(&self) -> MutexGuard<'_, HashMap<usize, Secret>> {
        self.replaced.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fetch_secrets(&self) -> BoxFuture<Result<Arc<[Secret]>, Failure>> {
        let named = Arc::clone(&self.named);
        Box::pin(async move {
            let mut secrets = Vec::with_capacity(named.len());
            for (name, Credential(source)) in named.iter() {
                let secret = match source {
                    Source::Value(secret) | Source::Rotating(secret, _) => secret.clone(),
                    Source::Provider(provider) => {
                        let given = provider().await.map_err(|error| Failure::Failed(name, Arc::new(error)))?;
                        if given.expose().is_empty() {
                            return Err(Failure::Empty(name));
                        }
                        given
                    }
                };
                secrets.push(secret);
            }
            Ok(secrets.into())
        })
    }
}

fn value(credential: &Credential) -> Option<Secret> {
    match &credential.0 {
        Source::Value(secret) | Source::Rotating(secret, _) => Some(secret.clone()),
        Source::Provider(_) => None,
    }
}
