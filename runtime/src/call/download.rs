//! A reply whose body is read piece by piece, into whatever the caller likes.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;

use crate::client::Client;
use crate::clock::Timer;
use crate::error::{Error, ErrorKind};
use crate::gate::Permit;
use crate::operation::Meta;
use crate::reply::Reply;
use crate::transport::{FaultKind, Pieces, TransportFault};

/// A body on its way: read it with [`chunk`](Download::chunk), or as a [`Stream`].
///
/// It ends with an error where the body is longer than the limit that it was asked for with, and where no byte comes
/// for the time of one request (`poll.request`). Dropping it breaks it off. `Debug` shows the status.
#[must_use = "nothing is read of the body until it is asked for"]
pub struct Download {
    client: Client,
    meta: &'static Meta,
    head: Reply,
    body: Pieces,
    /// How many bytes may still come.
    left: u64,
    limit: u64,
    /// How long the next piece may take.
    pause: Duration,
    until: Duration,
    timer: Timer,
    /// Given back with the download: that is the call's end.
    _permit: Permit,
}

impl Download {
    pub(super) fn new(
        client: Client,
        meta: &'static Meta,
        (head, body): (Reply, Pieces),
        limit: u64,
        pause: Duration,
        permit: Permit,
    ) -> Self {
        let until = client.now().mono.saturating_add(pause);
        Download {
            client,
            meta,
            head,
            body,
            left: limit,
            limit,
            pause,
            until,
            timer: Timer::default(),
            _permit: permit,
        }
    }

    /// The headers of the reply.
    pub fn headers(&self) -> &HeaderMap {
        self.head.headers()
    }

    /// The next piece of the body; `None` at its end.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Faults`] where the connection broke, where nothing came for too long, and where the body is longer
    /// than the limit. What came before was part of the body, and the body is not complete.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }

    fn fault(&self, fault: TransportFault) -> Error {
        let text = match fault.kind() {
            FaultKind::TooLarge => {
                format!("the body is longer than {} bytes; raise the limit if it may be", self.limit)
            }
            _ => format!("the body is not complete: {fault}; ask for it again"),
        };
        Error::new(ErrorKind::Faults, text).with(|inner| {
            inner.operation = Some((self.meta.vendor, self.meta.operation));
            inner.attempts = 1;
            inner.source = Some(Box::new(fault));
        })
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let fault = match this.body.as_mut().poll_next(cx) {
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Ready(Some(Ok(piece))) => {
                this.until = this.client.now().mono.saturating_add(this.pause);
                match this.left.checked_sub(piece.len() as u64) {
                    Some(left) => {
                        this.left = left;
                        return Poll::Ready(Some(Ok(piece)));
                    }
                    None => TransportFault::new(FaultKind::TooLarge),
                }
            }
            Poll::Ready(Some(Err(fault))) => fault,
            Poll::Pending => {
                std::task::ready!(this.timer.poll(this.client.clock(), this.until, cx));
                TransportFault::new(FaultKind::TimedOut)
            }
        };
        // Nothing more is read of a body that is spoilt.
        this.body = Box::pin(Nothing);
        Poll::Ready(Some(Err(this.fault(fault))))
    }
}

/// A body that is over.
struct Nothing;

impl Stream for Nothing {
    type Item = Result<Bytes, TransportFault>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("status", &self.head.status().as_u16()).finish_non_exhaustive()
    }
}
