//! Values that must not be shown.

use std::fmt;
use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::clock::BoxFuture;

/// A text that is never shown: `Debug` prints `[redacted]`, there is no `Display` and no serialisation, and the memory is
/// wiped on drop.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes the text over.
    pub fn new(text: impl Into<String>) -> Self {
        Secret(SecretString::from(text.into()))
    }

    /// The text itself. Every place that calls this is a place to review.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Secret::new(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Secret::new(text)
    }
}

/// Personal data and the like: usable as the value itself, but `Debug` prints `[redacted]`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Sensitive<T>(T);

impl<T> Sensitive<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Sensitive(value)
    }

    /// The value itself.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Sensitive<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// An error that a credential provider may return.
pub type ProviderError = Box<dyn std::error::Error + Send + Sync>;

/// What keeps a secret that took the place of another.
type Keeper = Arc<dyn Fn(Secret) -> BoxFuture<()> + Send + Sync>;

type Provider = Arc<dyn Fn() -> BoxFuture<Result<Secret, ProviderError>> + Send + Sync>;

/// A secret that a client is built with: a value, or a provider that is asked for it.
///
/// A provider is asked before the first request and once more when the vendor no longer takes what it gave; its answer is
/// kept and shared by all clones of the client.
#[derive(Clone)]
pub struct Credential(pub(crate) Source);

#[derive(Clone)]
pub(crate) enum Source {
    Value(Secret),
    Provider(Provider),
    Rotating(Secret, Keeper),
}

impl Credential {
    /// Asks `provider` whenever the credential is needed and not known, or no longer taken.
    pub fn provider<F, R>(provider: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Result<Secret, ProviderError>> + Send + 'static,
    {
        Credential(Source::Provider(Arc::new(move || Box::pin(provider()))))
    }
}

impl Credential {
    pub(crate) fn is_provider(&self) -> bool {
        matches!(self.0, Source::Provider(_))
    }

    /// A secret that the vendor replaces: a refresh token that is good for one use. `keep` is given each new one, and
    /// awaited, before anything is asked with it. Once the vendor has replaced a secret, the one before is worth nothing:
    /// a program that starts again needs the last one that was kept.
    pub fn rotating<F, R>(first: impl Into<Secret>, keep: F) -> Self
    where
        F: Fn(Secret) -> R + Send + Sync + 'static,
        R: Future<Output = ()> + Send + 'static,
    {
        Credential(Source::Rotating(first.into(), Arc::new(move |secret| Box::pin(keep(secret)))))
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T: Into<Secret>> From<T> for Credential {
    fn from(secret: T) -> Self {
        Credential(Source::Value(secret.into()))
    }
}
