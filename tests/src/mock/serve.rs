//! The socket of a mock vendor.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use super::account::Account;

/// The largest body that is read.
const LIMIT: usize = 1 << 20;

/// The vendor's thread. Its end drops the runtime, and so every connection.
pub(super) fn host(
    account: &Arc<Account>,
    stopped: oneshot::Receiver<()>,
    ready: &mpsc::Sender<io::Result<SocketAddr>>,
) {
    let served = Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        runtime.block_on(async {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            let _ = ready.send(Ok(listener.local_addr()?));
            tokio::select! {
                () = accept(&listener, account) => {}
                _ = stopped => {}
            }
            Ok(())
        })
    });
    if let Err(error) = served {
        let _ = ready.send(Err(error));
    }
}

/// Serves connections, for as long as it is polled.
async fn accept(listener: &TcpListener, account: &Arc<Account>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of descriptors, most likely: connections that end give some back.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let account = Arc::clone(account);
        tokio::spawn(async move {
            let service = service_fn(|request| answer(&account, request));
            // An error is the other side's going away.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn answer(account: &Account, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let arrived = Instant::now();
    let (head, body) = request.into_parts();
    let mut response = Response::new(Full::default());
    let Ok(body) = Limited::new(body, LIMIT).collect().await else {
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
        return Ok(response);
    };
    let (visit, answer) = account.admit(&head, &body.to_bytes(), arrived);
    tokio::time::sleep(account.delay()).await;
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    *response.body_mut() = Full::new(answer.body);
    visit.end();
    Ok(response)
}
