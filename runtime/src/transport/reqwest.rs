//! The default transport, on reqwest.

use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use ::reqwest::dns::Resolve;
use ::reqwest::{Client, ClientBuilder, Response, Url, redirect, retry};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::Request;

use super::resolve::{NotPublic, PublicOnly, System};
use super::{FaultKind, Opened, SendLimits, Transport, TransportFault};
use crate::clock::BoxFuture;
use crate::error::{Error, ErrorKind};
use crate::link::{Untrusted, is_public};
use crate::reply::Reply;

const CONNECT: Duration = Duration::from_secs(5);

/// Sends requests with reqwest, on a tokio runtime.
///
/// The default client follows no redirect, keeps no cookie, sends no `Referer`, retries nothing, speaks HTTP/1.1,
/// connects within 5 s, and decompresses only what the feature `gzip` allows, whatever features another crate turns on
/// in reqwest. A 3xx is a reply like any other: a spec's rules see its status and its `Location`.
///
/// The proxy of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`) is used, as in other programs. Where that is
/// not wanted, say so by [`ReqwestTransport::with_settings`].
///
/// # Links to any host
///
/// A request that is marked [`Untrusted`] goes by a second client, with connections of its own, which reaches public
/// addresses only: a literal address is judged before anything is sent, and of what a name resolves to, the public
/// addresses alone are connected to. The second client uses no proxy, as a proxy resolves names by itself: where there
/// is no other way out, such links are not reached. A request that is refused is [`FaultKind::NotConnected`].
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: Client,
    /// For requests that are marked. Few vendors hand out such links, and setting TLS up takes a while.
    public: Option<Arc<LazyLock<Result<Client, ::reqwest::Error>, Make>>>,
}

type Make = Box<dyn FnOnce() -> Result<Client, ::reqwest::Error> + Send>;

impl ReqwestTransport {
    /// A transport with clients of its own, as described above.
    ///
    /// With the feature `rustls-no-provider`, and without `rustls`, the application has to install rustls' crypto
    /// provider first; reqwest panics where there is none.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Config`] where TLS cannot be set up, as without any root certificate.
    pub fn new() -> Result<Self, Error> {
        Self::with_settings(|builder| builder)
    }

    /// Adds settings of your own, such as a proxy or certificates, to those described above.
    ///
    /// They hold for both clients, and are asked for once for each. What a [`Transport`] must do is set after them: no
    /// redirects, no retries, and for links to any host no proxy and the check of addresses. Give no default header
    /// that is secret: it would go to any host too. The address of a name that [`ClientBuilder::resolve`] gives is not
    /// checked.
    ///
    /// ```no_run
    /// # fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let proxy = reqwest::Proxy::https("http://proxy.internal:3128")?;
    /// let transport = settled::ReqwestTransport::with_settings(move |builder| builder.proxy(proxy.clone()))?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`ReqwestTransport::new`].
    pub fn with_settings(settings: impl Fn(ClientBuilder) -> ClientBuilder + Send + 'static) -> Result<Self, Error> {
        let client = safe(settings(usual()));
        Self::of(client, move || checked(settings(usual()), Arc::new(System)))
    }

    /// As [`ReqwestTransport::with_settings`], with names resolved by a resolver of your own: for the vendor's servers
    /// as it says, for links to any host what is public of it.
    ///
    /// # Errors
    ///
    /// As for [`ReqwestTransport::new`].
    pub fn with_resolver(
        resolver: impl Resolve + 'static,
        settings: impl Fn(ClientBuilder) -> ClientBuilder + Send + 'static,
    ) -> Result<Self, Error> {
        let resolver: Arc<dyn Resolve> = Arc::new(resolver);
        let client = safe(settings(usual())).dns_resolver(Arc::clone(&resolver));
        Self::of(client, move || checked(settings(usual()), resolver))
    }

    fn of(client: ClientBuilder, public: impl FnOnce() -> ClientBuilder + Send + 'static) -> Result<Self, Error> {
        let client = client.build().map_err(|error| {
            let text = "the HTTP client cannot be set up; see the source, or give `.transport(…)` one of your own";
            Error::new(ErrorKind::Config, text).with(|inner| inner.source = Some(Box::new(error.without_url())))
        })?;
        let make: Make = Box::new(|| public().build());
        Ok(ReqwestTransport { client, public: Some(Arc::new(LazyLock::new(make))) })
    }

    /// Uses a client of your own: your proxy, your certificates, your connection pool.
    ///
    /// Its settings are yours and cannot be seen from here. Build it with `redirect(Policy::none())`: a client that
    /// follows a redirect hands the credentials of the request to wherever the reply points. A reply from another
    /// origin than was asked is refused ([`FaultKind::Redirected`]), but by then the credentials are gone; and a
    /// redirect within the same origin is not noticed at all. The times and sizes of [`SendLimits`] hold for every
    /// client.
    ///
    /// Where it connects to cannot be seen either, so a request that is marked [`Untrusted`] is refused. Where a spec
    /// has links to any host, use [`ReqwestTransport::with_settings`].
    pub fn from_client(client: Client) -> Self {
        ReqwestTransport { client, public: None }
    }

    /// The client for a request, by whether it is marked.
    fn client(&self, is_untrusted: bool) -> Result<&Client, TransportFault> {
        const NONE: &str = "a client of your own does not check where a link to any host leads; \
            make the transport by `ReqwestTransport::with_settings`";
        if !is_untrusted {
            return Ok(&self.client);
        }
        let client = self.public.as_ref().ok_or_else(|| TransportFault::with_source(FaultKind::NotConnected, NONE))?;
        let failed = |error: &::reqwest::Error| TransportFault::with_source(FaultKind::NotConnected, error.to_string());
        client.as_ref().as_ref().map_err(failed)
    }
}

/// Sets each default that matters, so that features another crate turns on change nothing.
fn usual() -> ClientBuilder {
    let builder = Client::builder()
        .http1_only()
        .connect_timeout(CONNECT)
        .no_hickory_dns()
        .connection_verbose(false)
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .user_agent(concat!("settled/", env!("CARGO_PKG_VERSION")));
    #[cfg(any(feature = "rustls", feature = "rustls-no-provider"))]
    let builder = builder.tls_backend_rustls();
    #[cfg(all(feature = "native-tls", not(any(feature = "rustls", feature = "rustls-no-provider"))))]
    let builder = builder.tls_backend_native();
    #[cfg(feature = "gzip")]
    let builder = builder.gzip(true);
    #[cfg(not(feature = "gzip"))]
    let builder = builder.no_gzip();
    builder
}

/// Sets what a transport owes, whatever was set before.
fn safe(builder: ClientBuilder) -> ClientBuilder {
    builder.redirect(redirect::Policy::none()).referer(false).retry(retry::never())
}

/// The same for links to any host.
fn checked(builder: ClientBuilder, resolver: Arc<dyn Resolve>) -> ClientBuilder {
    safe(builder).no_proxy().dns_resolver(PublicOnly(resolver))
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        let is_untrusted = request.extensions().get::<Untrusted>().is_some();
        let client = self.client(is_untrusted).cloned();
        Box::pin(async move { exchange(client?, request, limits, is_untrusted).await })
    }

    fn open(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Opened, TransportFault>> {
        let is_untrusted = request.extensions().get::<Untrusted>().is_some();
        let client = self.client(is_untrusted).cloned();
        Box::pin(async move {
            // The time is kept by whoever reads: reqwest's own would count the whole body.
            let mut response = answer(client?, request, None, is_untrusted).await?;
            refuse_declared(&response, limits.body)?;
            let head = Reply::new(response.status(), std::mem::take(response.headers_mut()), Bytes::new());
            Ok(Opened { head, body: Box::pin(Chunks::of(response)) })
        })
    }
}

async fn exchange(
    client: Client,
    request: Request<Bytes>,
    limits: SendLimits,
    is_untrusted: bool,
) -> Result<Reply, TransportFault> {
    let mut response = answer(client, request, Some(limits.total), is_untrusted).await?;
    let body = read(&mut response, limits.body).await?;
    Ok(Reply::new(response.status(), std::mem::take(response.headers_mut()), body))
}

/// Sends a request and reads the head of its reply.
async fn answer(
    client: Client,
    request: Request<Bytes>,
    total: Option<Duration>,
    is_untrusted: bool,
) -> Result<Response, TransportFault> {
    let mut request = ::reqwest::Request::try_from(request).map_err(not_sent)?;
    if is_untrusted {
        judge_literal(request.url())?;
    }
    *request.timeout_mut() = total;
    let asked = request.url().origin();
    let response = client.execute(request).await.map_err(fault)?;
    match response.url().origin() == asked {
        true => Ok(response),
        false => Err(TransportFault::new(FaultKind::Redirected)),
    }
}

type Chunk = (Response, Result<Option<Bytes>, TransportFault>);

/// A body on its way, one chunk after the other.
struct Chunks(Option<BoxFuture<Chunk>>);

impl Chunks {
    fn of(response: Response) -> Self {
        Chunks(Some(Box::pin(next(response))))
    }
}

async fn next(mut response: Response) -> Chunk {
    let chunk = response.chunk().await.map_err(fault);
    (response, chunk)
}

impl Stream for Chunks {
    type Item = Result<Bytes, TransportFault>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(reading) = &mut self.0 else { return Poll::Ready(None) };
        let (response, chunk) = ready!(reading.as_mut().poll(cx));
        self.0 = match &chunk {
            Ok(Some(_)) => Some(Box::pin(next(response))),
            _ => None,
        };
        Poll::Ready(chunk.transpose())
    }
}

/// Refuses a literal address that is not public: no resolver is asked about it.
fn judge_literal(url: &Url) -> Result<(), TransportFault> {
    let host = url.host_str().unwrap_or_default();
    match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) if !is_public(address) => {
            Err(TransportFault::with_source(FaultKind::NotConnected, NotPublic(host.to_owned())))
        }
        _ => Ok(()),
    }
}

/// Refuses a body that says itself that it is too long.
fn refuse_declared(response: &Response, limit: usize) -> Result<(), TransportFault> {
    let declared = response.content_length().unwrap_or_default();
    match usize::try_from(declared) {
        Ok(declared) if declared <= limit => Ok(()),
        _ => Err(TransportFault::new(FaultKind::TooLarge)),
    }
}

/// Reads the body piece by piece: a small compressed one may unfold to any size.
async fn read(response: &mut Response, limit: usize) -> Result<Bytes, TransportFault> {
    refuse_declared(response, limit)?;
    let too_large = || TransportFault::new(FaultKind::TooLarge);
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await.map_err(fault)? {
        if chunk.len() > limit - body.len() {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// The request never left: reqwest could not even read it.
fn not_sent(error: ::reqwest::Error) -> TransportFault {
    TransportFault::with_source(FaultKind::NotConnected, error.without_url())
}

fn fault(error: ::reqwest::Error) -> TransportFault {
    let kind = match &error {
        error if error.is_builder() || error.is_connect() => FaultKind::NotConnected,
        error if error.is_redirect() => FaultKind::Redirected,
        error if error.is_timeout() => FaultKind::TimedOut,
        _ => FaultKind::Broken,
    };
    TransportFault::with_source(kind, error.without_url())
}
