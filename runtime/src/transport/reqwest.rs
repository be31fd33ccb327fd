//! The default transport, on reqwest.

use std::time::Duration;

use ::reqwest::{Client, ClientBuilder, Response, redirect, retry};
use bytes::{Bytes, BytesMut};
use http::Request;

use super::{FaultKind, SendLimits, Transport, TransportFault};
use crate::clock::BoxFuture;
use crate::error::{Error, ErrorKind};
use crate::reply::Reply;

const CONNECT: Duration = Duration::from_secs(5);

/// Sends requests with reqwest, on a tokio runtime.
///
/// The default client follows no redirect, keeps no cookie, sends no `Referer`, retries nothing, speaks HTTP/1.1,
/// connects within 5 s, and decompresses only what the feature `gzip` allows, whatever features another crate turns on
/// in reqwest.
///
/// The proxy of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`) is used, as in other programs. Where that is
/// not wanted, give a client of your own.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: Client,
}

impl ReqwestTransport {
    /// A transport with a client of its own, as described above.
    ///
    /// With the feature `rustls-no-provider`, and without `rustls`, the application has to install rustls' crypto
    /// provider first; reqwest panics where there is none.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Config`] where TLS cannot be set up, as without any root certificate.
    pub fn new() -> Result<Self, Error> {
        let client = safe(Client::builder()).build().map_err(|error| {
            let text = "the HTTP client cannot be set up; see the source, or give `.transport(…)` one of your own";
            Error::new(ErrorKind::Config, text).with(|inner| inner.source = Some(Box::new(error.without_url())))
        })?;
        Ok(ReqwestTransport { client })
    }

    /// Uses a client of your own: your proxy, your certificates, your connection pool.
    ///
    /// Its settings are yours and cannot be seen from here. Build it with `redirect(Policy::none())`: a client that
    /// follows a redirect hands the credentials of the request to wherever the reply points. A reply from another
    /// origin than was asked is refused ([`FaultKind::Redirected`]), but by then the credentials are gone; and a
    /// redirect within the same origin is not noticed at all. The times and sizes of [`SendLimits`] hold for every
    /// client.
    pub fn from_client(client: Client) -> Self {
        ReqwestTransport { client }
    }
}

/// Sets each default that matters, so that features another crate turns on change nothing.
fn safe(builder: ClientBuilder) -> ClientBuilder {
    let builder = builder
        .redirect(redirect::Policy::none())
        .referer(false)
        .retry(retry::never())
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

impl Transport for ReqwestTransport {
    fn send(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        let client = self.client.clone();
        Box::pin(async move { exchange(client, request, limits).await })
    }
}

async fn exchange(client: Client, request: Request<Bytes>, limits: SendLimits) -> Result<Reply, TransportFault> {
    let mut request = ::reqwest::Request::try_from(request).map_err(not_sent)?;
    *request.timeout_mut() = Some(limits.total);
    let asked = request.url().origin();
    let mut response = client.execute(request).await.map_err(fault)?;
    if response.url().origin() != asked {
        return Err(TransportFault::new(FaultKind::Redirected));
    }
    let body = read(&mut response, limits.body).await?;
    Ok(Reply::new(response.status(), std::mem::take(response.headers_mut()), body))
}

/// Reads the body piece by piece: a small compressed one may unfold to any size.
async fn read(response: &mut Response, limit: usize) -> Result<Bytes, TransportFault> {
    let too_large = || TransportFault::new(FaultKind::TooLarge);
    let declared = response.content_length().unwrap_or_default();
    if usize::try_from(declared).map_or(true, |declared| declared > limit) {
        return Err(too_large());
    }
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
