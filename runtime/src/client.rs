//! The client: what all calls to one vendor account share.

mod base;
mod credentials;
#[cfg(feature = "jwt")]
mod keys;
mod single;
mod skew;
mod token;

use std::fmt;
use std::sync::Arc;

use self::base::Base;
pub(crate) use self::credentials::{Credentials, Taken};
#[cfg(feature = "jwt")]
use self::keys::KeyRing;
use self::skew::Skew;
pub use self::token::Source as TokenSource;
use crate::chance::{Chance, Dice};
use crate::clock::{BoxFuture, Clock, Now};
use crate::error::{Error, ErrorKind};
use crate::gate::Gate;
use crate::link::Hosts;
use crate::secret::{Credential, Secret, Source};
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

#[derive(Clone)]
struct Inner {
    vendor: &'static str,
    /// The base URLs, in the order of the spec's roles.
    bases: Arc<[String]>,
    /// The host of the first of them.
    host: Arc<str>,
    hosts: Arc<Hosts>,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    gate: Arc<Gate>,
    credentials: Arc<Credentials>,
    dice: Arc<Dice>,
    skew: Arc<Skew>,
    #[cfg(feature = "jwt")]
    keys: Arc<KeyRing>,
    body_limit: usize,
}

impl Client {
    /// The present moment, by this machine's clocks.
    pub(crate) fn now(&self) -> Now {
        self.0.clock.now()
    }

    /// A moment as the vendor's clock shows it, as far as that is known.
    pub(crate) fn at_vendor(&self, now: Now) -> Now {
        self.0.skew.corrected(now)
    }

    /// Learns from a reply how far the vendor's clock is off.
    pub(crate) fn learn(&self, reply: &crate::reply::Reply, sent: Now, came: Now) {
        self.0.skew.learn(reply, sent, came);
    }

    pub(crate) fn bases(&self) -> &[String] {
        &self.0.bases
    }

    pub(crate) fn host(&self) -> &str {
        &self.0.host
    }

    pub(crate) fn hosts(&self) -> &Hosts {
        &self.0.hosts
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

    /// The public keys of the vendor.
    #[cfg(feature = "jwt")]
    pub(crate) fn keys(&self) -> &KeyRing {
        &self.0.keys
    }

    pub(crate) fn credentials(&self) -> &Arc<Credentials> {
        &self.0.credentials
    }

    /// Fetches what an operation needs that needs these tokens.
    pub(crate) fn ask(&self, needs: &'static [usize]) -> BoxFuture<Result<Taken, Error>> {
        let client = self.clone();
        Box::pin(async move { client.credentials().ask(&client, needs).await })
    }

    /// What the random values of a new call are made from.
    pub(crate) fn chance(&self) -> Chance {
        self.0.dice.call()
    }

    pub(crate) fn body_limit(&self) -> usize {
        self.0.body_limit
    }

    /// A client of the same servers with these secrets alone, and limits of its own.
    fn with_fixed(&self, secrets: Arc<[Secret]>) -> Client {
        let gate = Arc::new(Gate::new(Arc::clone(&self.0.clock)));
        Client(Arc::new(Inner { gate, credentials: Arc::new(Credentials::fixed(secrets)), ..Inner::clone(&self.0) }))
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
    /// What was given for each role, and what it is otherwise.
    urls: Vec<(usize, String)>,
    otherwise: Vec<String>,
    servers: &'static str,
    /// The builder method of each role.
    roles: &'static [&'static str],
    patterns: &'static [&'static str],
    tokens: Vec<TokenSource>,
    own_clock: bool,
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

    /// The builder methods that pick one of the vendor's servers, and those that give a base URL for a role; for the
    /// message where none was called. A role whose base URL comes from a token has an empty method.
    pub fn servers(mut self, methods: &'static str, roles: &'static [&'static str]) -> Self {
        (self.servers, self.roles) = (methods, roles);
        self
    }

    /// Where requests go: `https://…`, with a path if need be, without user, query or fragment.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        self.url(0, url)
    }

    /// Where the requests of a role go, by its position in the spec. The last one of a role counts.
    pub fn url(mut self, role: usize, url: impl Into<String>) -> Self {
        self.urls.retain(|(other, _)| *other != role);
        self.urls.push((role, url.into()));
        self
    }

    /// Where the requests of each role go for which nothing is said.
    pub fn otherwise(mut self, urls: impl IntoIterator<Item = String>) -> Self {
        self.otherwise = urls.into_iter().collect();
        self
    }

    /// The hosts that belong to the vendor besides its servers; see [`Hosts`].
    pub fn hosts(mut self, patterns: &'static [&'static str]) -> Self {
        self.patterns = patterns;
        self
    }

    /// The vendor's tokens, those first that others need.
    pub fn tokens(mut self, tokens: impl IntoIterator<Item = TokenSource>) -> Self {
        self.tokens.extend(tokens);
        self
    }

    /// Signs with this machine's clock as it is, and not with the vendor's time as its replies tell it.
    pub fn own_clock(mut self) -> Self {
        self.own_clock = true;
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
        for need in needs {
            let name = need.strip_suffix('?').unwrap_or(need);
            let is_given = self.secrets.iter().any(|(other, _)| *other == name);
            let secret = if name.len() == need.len() || is_given { self.needed(name)? } else { Secret::new("").into() };
            named.push((name, secret));
        }
        let replaced = self.tokens.iter().flat_map(|token| token.replaces());
        if let Some((name, _)) = replaced.filter_map(|at| named.get(*at)).find(|(_, secret)| secret.is_provider()) {
            let remedy = "give it as a value, or by `Credential::rotating`, which keeps what comes";
            return Err(config(format!("`{name}` is replaced by the vendor, so no provider can know it; {remedy}")));
        }
        let mut bases = Vec::new();
        let mut is_https = false;
        for role in 0..self.roles.len().max(1) {
            let Some(base) = self.base(role)? else {
                bases.push((String::new(), String::new()));
                continue;
            };
            is_https |= base.is_https;
            bases.push((base.url, base.host));
        }
        let clock = self.clock.map_or_else(default_clock, Ok)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(is_https)?,
        };
        let hosts = Hosts::new(bases.iter().map(|(url, _)| url.as_str()), self.patterns.iter().copied());
        let (bases, hosts_of_bases): (Vec<_>, Vec<_>) = bases.into_iter().unzip();
        Ok(Client(Arc::new(Inner {
            vendor,
            host: hosts_of_bases.into_iter().find(|host| !host.is_empty()).unwrap_or_default().into(),
            bases: bases.into(),
            hosts: Arc::new(hosts),
            transport,
            gate: Arc::new(Gate::new(Arc::clone(&clock))),
            clock,
            credentials: Arc::new(Credentials::new(named, self.tokens)),
            dice: Arc::new(Dice::new()?),
            skew: Arc::new(Skew::new(!self.own_clock)),
            #[cfg(feature = "jwt")]
            keys: Arc::default(),
            body_limit: self.body_limit.unwrap_or(BODY_LIMIT),
        })))
    }

    /// The base URL of a role; `None` where it comes with a token.
    fn base(&self, role: usize) -> Result<Option<Base>, Error> {
        let given = self.urls.iter().find(|(other, _)| *other == role).map(|(_, url)| url);
        let url = given.or_else(|| self.otherwise.get(role)).map(String::as_str).unwrap_or_default();
        let method = self.roles.get(role).copied().unwrap_or("base_url");
        match (url, method) {
            ("", "") => Ok(None),
            ("", method) => {
                let or = if self.servers.is_empty() { "" } else { " or " };
                let remedy = format!("call {}{or}`.{method}(…)` on the builder", self.servers);
                Err(config(format!("there is no server to talk to; {remedy}")))
            }
            (url, method) => Base::parse(url, method, self.plain_http).map(Some),
        }
    }

    fn needed(&self, name: &str) -> Result<Credential, Error> {
        let given = self.secrets.iter().find(|(other, _)| *other == name).map(|(_, secret)| secret);
        let problem = match given {
            None => "not given",
            Some(Credential(Source::Value(secret) | Source::Rotating(secret, _))) if secret.expose().is_empty() => {
                "empty"
            }
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
