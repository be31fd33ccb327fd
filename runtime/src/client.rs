//! The client: what all calls to one vendor account share.

mod base;
mod credentials;

use std::fmt;
use std::sync::Arc;

use self::base::Base;
pub(crate) use self::credentials::{Ask, Credentials, Taken};
use crate::clock::{Clock, Now};
use crate::error::{Error, ErrorKind};
use crate::gate::Gate;
use crate::secret::{Credential, Source};
use crate::transport::Transport;

/// What a body may measure, where the builder does not say: 1 MiB.
const BODY_LIMIT: usize = 1 << 20;

/// A vendor's account, ready for calls.
///
/// Clones are cheap and share everything: the connections, the credentials, and the vendor's minimum interval. Build
/// one client for each account and clone it; two clients do not know of each other's calls.
///
/// `Debug` shows the vendor and the host, no secret.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    vendor: &'static str,
    base: Base,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    gate: Arc<Gate>,
    credentials: Arc<Credentials>,
    body_limit: usize,
}

impl Client {
    pub(crate) fn now(&self) -> Now {
        self.0.clock.now()
    }

    pub(crate) fn base(&self) -> &str {
        &self.0.base.url
    }

    pub(crate) fn host(&self) -> &str {
        &self.0.base.host
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    pub(crate) fn gate(&self) -> &Arc<Gate> {
        &self.0.gate
    }

    pub(crate) fn credentials(&self) -> &Arc<Credentials> {
        &self.0.credentials
    }

    pub(crate) fn body_limit(&self) -> usize {
        self.0.body_limit
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("vendor", &self.0.vendor).field("host", &self.host()).finish_non_exhaustive()
    }
}

/// Builds a [`Client`]. Generated builders wrap it with the names of a spec.
///
/// `Debug` shows no secret and no URL.
#[derive(Default)]
pub struct ClientBuilder {
    base_url: String,
    servers: &'static str,
    secrets: Vec<(&'static str, Credential)>,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    body_limit: Option<usize>,
    plain_http: bool,
}

impl ClientBuilder {
    /// A builder with nothing given.
    pub fn new() -> Self {
        ClientBuilder::default()
    }

    /// The builder methods that pick one of the vendor's servers, for the message where none was called.
    pub fn servers(mut self, methods: &'static str) -> Self {
        self.servers = methods;
        self
    }

    /// Where requests go: `https://…`, with a path if need be, without user, query or fragment.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// One secret, by the name of its setting. The last one of a name counts.
    pub fn secret(mut self, name: &'static str, secret: impl Into<Credential>) -> Self {
        self.secrets.retain(|(other, _)| *other != name);
        self.secrets.push((name, secret.into()));
        self
    }

    /// What carries requests. The default, with feature `reqwest`, is `ReqwestTransport`.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// What tells time. The default, with feature `reqwest`, is `TokioClock`.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// The most bytes that a reply's body may have, after decompression. The default is 1 MiB.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = Some(bytes);
        self
    }

    /// Takes a base URL with `http://` to another host than the own one: credentials and replies go in the clear.
    pub fn allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// Checks what was given. `needs` are the names of the settings that are secrets, in the spec's order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Config`], with the builder method that mends it: a secret is missing or empty, the base URL cannot
    /// be used, or there is no transport for it.
    pub fn build(self, vendor: &'static str, needs: &'static [&'static str]) -> Result<Client, Error> {
        let mut named = Vec::with_capacity(needs.len());
        for name in needs {
            named.push((*name, self.needed(name)?));
        }
        if self.base_url.is_empty() {
            let or = if self.servers.is_empty() { "" } else { " or " };
            let remedy = format!("call {}{or}`.base_url(…)` on the builder", self.servers);
            return Err(config(format!("there is no server to talk to; {remedy}")));
        }
        let base = Base::parse(&self.base_url, self.plain_http)?;
        let clock = self.clock.map_or_else(default_clock, Ok)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(base.is_https)?,
        };
        Ok(Client(Arc::new(Inner {
            vendor,
            base,
            transport,
            gate: Arc::new(Gate::new(Arc::clone(&clock))),
            clock,
            credentials: Arc::new(Credentials::new(named)),
            body_limit: self.body_limit.unwrap_or(BODY_LIMIT),
        })))
    }

    fn needed(&self, name: &str) -> Result<Credential, Error> {
        let given = self.secrets.iter().find(|(other, _)| *other == name).map(|(_, secret)| secret);
        let problem = match given {
            None => "not given",
            Some(Credential(Source::Value(secret))) if secret.expose().is_empty() => "empty",
            Some(secret) => return Ok(secret.clone()),
        };
        Err(config(format!("`{name}` is {problem}; call `.{name}(…)` on the builder")))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secrets: Vec<_> = self.secrets.iter().map(|(name, _)| name).collect();
        f.debug_struct("ClientBuilder").field("secrets", &secrets).finish_non_exhaustive()
    }
}

fn config(text: impl Into<String>) -> Error {
    Error::new(ErrorKind::Config, text)
}

#[cfg(feature = "reqwest")]
fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Ok(Arc::new(crate::clock::TokioClock::default()))
}

#[cfg(not(feature = "reqwest"))]
fn default_clock() -> Result<Arc<dyn Clock>, Error> {
    Err(config("there is no clock; call `.clock(…)`, or turn the feature `reqwest` of `settled` on for tokio's"))
}

#[cfg(feature = "reqwest")]
fn default_transport(is_https: bool) -> Result<Arc<dyn Transport>, Error> {
    if is_https && !cfg!(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls")) {
        let remedy = "turn the feature `rustls` or `native-tls` of `settled` on, or call `.transport(…)`";
        return Err(config(format!("the base URL is https, and there is no TLS; {remedy}")));
    }
    Ok(Arc::new(crate::transport::ReqwestTransport::new()?))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport(_is_https: bool) -> Result<Arc<dyn Transport>, Error> {
    Err(config("there is no transport; call `.transport(…)`, or turn the feature `reqwest` of `settled` on"))
}
