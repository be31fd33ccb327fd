//! The seam to the network: one request in, one reply out.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::Request;

use crate::clock::BoxFuture;
use crate::reply::Reply;

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "reqwest")]
mod resolve;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;

/// Bounds that a transport must keep for one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SendLimits {
    /// The whole request, from connecting to the last byte of the body.
    pub total: Duration,
    /// Bytes of the body, after decompression.
    pub body: usize,
}

/// Sends one request and reads its reply.
///
/// What an implementation must do: follow no redirect, send the headers and the body as they are, keep `limits`, let a
/// request that is marked [`Untrusted`](crate::Untrusted) reach public addresses only, and say truthfully through
/// [`TransportFault`] whether a byte may have left. The wait races `limits.total` against its own clock and checks the
/// body's length again, so a transport that does not keep them cannot make a wait hang.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URI is absolute.
    fn send(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>>;

    /// Sends `request`, and hands its reply's body over piece by piece: `limits.total` is for the head alone, and
    /// `limits.body` for the whole body. Unless said otherwise, the body is read as a whole first.
    fn open(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Opened, TransportFault>> {
        let sending = self.send(request, limits);
        Box::pin(async move { sending.await.map(Opened::whole) })
    }
}

/// A reply whose body is still to be read.
pub struct Opened {
    /// Status and headers; the body is empty.
    pub head: Reply,
    /// The body, piece by piece.
    pub body: Pieces,
}

/// A body, piece by piece, after decompression.
pub type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, TransportFault>> + Send>>;

impl Opened {
    /// A reply that was read as a whole.
    pub fn whole(reply: Reply) -> Self {
        let body = reply.body().clone();
        let head = Reply::new(reply.status(), reply.headers().clone(), Bytes::new());
        Opened { head, body: Box::pin(Whole(Some(body).filter(|body| !body.is_empty()))) }
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("head", &self.head).finish_non_exhaustive()
    }
}

/// A body in one piece.
struct Whole(Option<Bytes>);

impl Stream for Whole {
    type Item = Result<Bytes, TransportFault>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        (**self).send(request, limits)
    }

    fn open(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Opened, TransportFault>> {
        (**self).open(request, limits)
    }
}

/// Why a request brought back no reply.
#[derive(Debug)]
pub struct TransportFault {
    kind: FaultKind,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What kind of fault kept a reply away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// No connection was made: not a byte has left, asking again is always safe.
    NotConnected,
    /// The connection broke, or the reply was no HTTP, after bytes may have left.
    Broken,
    /// The time of the request ran out after bytes may have left.
    TimedOut,
    /// The body was longer than the limit.
    TooLarge,
    /// The reply came from another origin than was asked: the transport followed a redirect.
    Redirected,
}

impl FaultKind {
    /// Whether the vendor may have seen the request.
    pub const fn may_have_arrived(self) -> bool {
        !matches!(self, FaultKind::NotConnected)
    }

    /// A few words for messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            FaultKind::NotConnected => "no connection could be made",
            FaultKind::Broken => "the connection broke before the reply was complete",
            FaultKind::TimedOut => "the reply did not come within the request's time",
            FaultKind::TooLarge => "the body was longer than the limit",
            FaultKind::Redirected => "the transport followed a redirect to another origin",
        }
    }
}

impl TransportFault {
    /// A fault of this kind.
    pub const fn new(kind: FaultKind) -> Self {
        TransportFault { kind, source: None }
    }

    /// Keeps the cause. It must show neither the URL's query nor the body.
    pub fn with_source(kind: FaultKind, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        TransportFault { kind, source: Some(source.into()) }
    }

    /// What kind of fault it was.
    pub const fn kind(&self) -> FaultKind {
        self.kind
    }
}

impl fmt::Display for TransportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.as_str())
    }
}

impl StdError for TransportFault {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
