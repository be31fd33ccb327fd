//! The server tells a second request from a first one by a cookie. The default transport keeps none, and says so; a
//! transport of one's own may.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderValue, Request};
use settled::{BoxFuture, Reply, ReqwestTransport, SendLimits, Transport, TransportFault};

/// Keeps the one cookie of the server, and writes down what was asked.
#[derive(Clone)]
pub(crate) struct Cookies {
    inner: Arc<ReqwestTransport>,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    cookie: Option<HeaderValue>,
    asked: Vec<String>,
}

impl Cookies {
    /// An empty jar; the connections are shared.
    pub(crate) fn new(inner: Arc<ReqwestTransport>) -> Self {
        Cookies { inner, shared: Arc::default() }
    }

    /// Method and URL of each request.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner).asked.clone()
    }
}

impl Transport for Cookies {
    fn send(&self, mut request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        let shared = Arc::clone(&self.shared);
        {
            let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
            shared.asked.push(format!("{} {}", request.method(), request.uri()));
            if let Some(cookie) = &shared.cookie {
                request.headers_mut().insert(COOKIE, cookie.clone());
            }
        }
        let sending = self.inner.send(request, limits);
        Box::pin(async move {
            let reply = sending.await?;
            if let Some(set) = reply.headers().get(SET_COOKIE) {
                let pair = set.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
                // The server takes a cookie back by setting it to nothing.
                let cookie = (!pair.ends_with(b"=")).then(|| HeaderValue::from_bytes(pair).expect("a cookie"));
                shared.lock().unwrap_or_else(PoisonError::into_inner).cookie = cookie;
            }
            Ok(reply)
        })
    }
}
