//! The default transport, on real sockets.
#![cfg(feature = "reqwest")]

mod support;

use std::future::{Future, IntoFuture};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Request;
use settled::{
    ClientBuilder, Clock, ErrorKind, FaultKind, Limits, Outcome, Reply, ReqwestTransport, SendLimits, TokioClock,
    Transport, TransportFault,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use support::{job, meta, ms, secs};

const LIMITS: SendLimits = SendLimits { total: Duration::from_millis(600), body: 64 << 10 };

/// What came in, head by head.
type Heads = Arc<Mutex<Vec<String>>>;

/// A server that reads one head from each connection and then does as told.
async fn server<F, T>(then: F) -> (String, Heads)
where
    F: Fn(TcpStream) -> T + Send + 'static,
    T: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let heads = Heads::default();
    let seen = Arc::clone(&heads);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = Vec::new();
            while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                match stream.read_u8().await {
                    Ok(byte) => head.push(byte),
                    Err(_) => break,
                }
            }
            seen.lock().unwrap().push(String::from_utf8(head).unwrap());
            tokio::spawn(then(stream));
        }
    });
    (url, heads)
}

/// A server that gives these bytes and closes.
async fn gives(bytes: impl Into<Vec<u8>>) -> (String, Heads) {
    let bytes = bytes.into();
    server(move |mut stream| {
        let bytes = bytes.clone();
        async move {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
    })
    .await
}

async fn ask_by(transport: &ReqwestTransport, url: &str, limits: SendLimits) -> Result<Reply, TransportFault> {
    let request = Request::get(format!("{url}/jobs/1?key=canary-query")).header("x-key", "canary-key");
    transport.send(request.body(Bytes::new()).unwrap(), limits).await
}

async fn ask(url: &str) -> Result<Reply, TransportFault> {
    ask_by(&ReqwestTransport::new().unwrap(), url, LIMITS).await
}

async fn fault(url: &str) -> FaultKind {
    let fault = ask(url).await.expect_err("a fault");
    let mut shown = format!("{fault} {fault:?}");
    let mut source = std::error::Error::source(&fault);
    while let Some(error) = source {
        shown.push_str(&format!(" {error} {error:?}"));
        source = error.source();
    }
    assert!(!shown.contains("canary"), "{shown}");
    fault.kind()
}

#[tokio::test]
async fn a_reply_comes_as_it_was_sent() {
    let (url, heads) = gives("HTTP/1.1 202 Accepted\r\nx-a: 1\r\nx-a: 2\r\ncontent-length: 4\r\n\r\nbody").await;
    let reply = ask(&url).await.unwrap();
    assert_eq!((reply.status().as_u16(), reply.body().as_ref()), (202, b"body".as_slice()));
    assert_eq!(reply.headers().get_all("x-a").iter().count(), 2);
    let head = heads.lock().unwrap()[0].clone();
    assert!(head.starts_with("GET /jobs/1?key=canary-query HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("user-agent: settled/") && head.contains("x-key: canary-key"), "{head}");
    for absent in ["referer", "cookie", if cfg!(feature = "gzip") { "br" } else { "accept-encoding" }] {
        assert!(!head.contains(absent), "{head}");
    }
}

#[tokio::test]
async fn redirects_are_replies() {
    let (elsewhere, heads) = gives("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    for code in [301, 302, 303, 307, 308] {
        let answer = format!("HTTP/1.1 {code} Moved\r\nlocation: {elsewhere}/\r\ncontent-length: 0\r\n\r\n");
        let (url, _) = gives(answer).await;
        assert_eq!(ask(&url).await.unwrap().status().as_u16(), code);
    }
    assert!(heads.lock().unwrap().is_empty(), "nobody went there");
}

#[tokio::test]
async fn an_own_client_that_follows_a_redirect_is_found_out() {
    let (elsewhere, heads) = gives("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ndone").await;
    let own = ReqwestTransport::from_client(reqwest_that_follows());
    let (url, _) = gives(format!("HTTP/1.1 302 Moved\r\nlocation: {elsewhere}/\r\ncontent-length: 0\r\n\r\n")).await;
    let fault = ask_by(&own, &url, LIMITS).await.unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Redirected);
    assert_eq!(heads.lock().unwrap().len(), 1, "it cannot be prevented, only refused");
}

fn reqwest_that_follows() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

#[tokio::test]
async fn a_slow_drip_ends_within_its_time() {
    for (head, drip) in [("HTTP/1.1 200 OK\r\n", "x: y\r\n"), ("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n", "a")]
    {
        let (url, _) = server(move |mut stream| async move {
            let _ = stream.write_all(head.as_bytes()).await;
            while stream.write_all(drip.as_bytes()).await.is_ok() {
                tokio::time::sleep(ms(20)).await;
            }
        })
        .await;
        let from = Instant::now();
        assert_eq!(fault(&url).await, FaultKind::TimedOut);
        assert!(from.elapsed() < LIMITS.total * 3, "{:?}", from.elapsed());
    }
}

#[tokio::test]
async fn an_endless_body_is_cut() {
    let (url, _) = server(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await;
        let chunk = [b"1000\r\n".as_slice(), &[b'a'; 0x1000], b"\r\n"].concat();
        while stream.write_all(&chunk).await.is_ok() {}
    })
    .await;
    assert_eq!(fault(&url).await, FaultKind::TooLarge);
    let (url, _) = gives("HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n").await;
    let from = Instant::now();
    assert_eq!(fault(&url).await, FaultKind::TooLarge, "said by the header alone");
    assert!(from.elapsed() < LIMITS.total);
}

/// 256 KiB of zeros, as `gzip -9n` packs them.
#[cfg(feature = "gzip")]
const BOMB: &str = "H4sIAAAAAAAC/+3BMQEAAADCoPVP7W0Ho*AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA3gAi6g7iAAAEAA==";

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_compressed_body_is_measured_unpacked() {
    use base64::Engine;
    let packed = base64::engine::general_purpose::STANDARD.decode(BOMB.replace('*', &"A".repeat(300))).unwrap();
    assert!(packed.len() < 1000);
    let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", packed.len());
    let (url, _) = gives([head.into_bytes(), packed].concat()).await;
    assert_eq!(fault(&url).await, FaultKind::TooLarge);
    let roomy = SendLimits { body: 1 << 20, ..LIMITS };
    let reply = ask_by(&ReqwestTransport::new().unwrap(), &url, roomy).await.unwrap();
    assert_eq!(reply.body().len(), 256 << 10);
}

#[tokio::test]
async fn a_body_of_just_the_limit_is_taken() {
    for (over, is_taken) in [(0, true), (1, false)] {
        let body = "a".repeat(LIMITS.body + over);
        let (url, _) = gives(format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{body}")).await;
        assert_eq!(ask(&url).await.map(|reply| reply.body().len()).ok(), is_taken.then_some(LIMITS.body));
    }
}

#[tokio::test]
async fn broken_connections_are_told_from_those_never_made() {
    let (url, _) = server(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"sta").await;
        // Closing with bytes unread or with no time to linger resets the connection.
        let _ = stream.set_zero_linger();
    })
    .await;
    assert_eq!(fault(&url).await, FaultKind::Broken);
    for garbage in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "SSH-2.0-OpenSSH_9.9\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc",
    ] {
        let (url, _) = gives(garbage).await;
        assert_eq!(fault(&url).await, FaultKind::Broken, "{garbage}");
    }
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    assert_eq!(fault(&url).await, FaultKind::NotConnected);
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn a_failed_handshake_sends_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 no TLS here\r\n\r\n").await;
    });
    assert_eq!(fault(&url).await, FaultKind::NotConnected);
}

#[tokio::test]
async fn the_tokio_clock_tells_time() {
    let clock = TokioClock::default();
    let from = clock.now();
    clock.sleep_until(from.mono + ms(30)).await;
    let to = clock.now();
    assert!(to.mono >= from.mono + ms(30) && to.wall > from.wall);
    let far = tokio::time::timeout(ms(5), clock.sleep_until(Duration::MAX)).await;
    assert!(far.is_err());
}

#[tokio::test]
async fn a_whole_wait_over_a_socket() {
    let turn = Arc::new(Mutex::new(0));
    let count = Arc::clone(&turn);
    let (url, heads) = server(move |mut stream| {
        let turn = {
            let mut count = count.lock().unwrap();
            *count += 1;
            *count
        };
        async move {
            let body = if turn < 4 { r#"{"status":"working"}"# } else { r#"{"status":"done","result":9}"# };
            let answer =
                format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    })
    .await;
    let client =
        ClientBuilder::new().base_url(url).secret("api_key", "canary-key").build("acme", &["api_key"]).unwrap();
    let mut poll = support::each_second();
    (poll.every, poll.at_most) = (ms(10), ms(10));
    let call = job(&client, meta(poll, Limits::new(ms(50)), true));
    let from = Instant::now();
    let settled = tokio::spawn(call.wait().into_future()).await.unwrap().unwrap();
    assert_eq!((settled.outcome(), settled.attempts()), (Outcome::Succeeded, 4));
    assert_eq!(settled.into_succeeded().unwrap(), 9);
    assert!(from.elapsed() >= ms(150), "the vendor's minimum holds");
    assert!(heads.lock().unwrap().iter().all(|head| head.contains("x-key: canary-key")));

    let call = job(&client, meta(poll, Limits::default(), true));
    let error = call.wait().deadline(Duration::ZERO).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Deadline);
    let send = job(&client, meta(poll, Limits::default(), false)).send();
    assert_eq!(tokio::time::timeout(secs(5), send).await.unwrap().unwrap(), 9);
}
