//! What these tests share: mock vendors, servers that write down what came, and clients of both.

use std::future::poll_fn;
use std::path::PathBuf;
use std::task::Poll;
use std::time::{Duration, Instant};

use settled::{BoxFuture, Clock, Now};
use settled_testkit::{BadServer, Behaviour, MockBuilder, MockReply, MockVendor, Received, reply};

use super::{acme, globex, umbrella};

pub(crate) const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// A mock of one of the specs beside this file.
pub(crate) fn mock(spec: &str) -> MockBuilder {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/asking").join(spec);
    MockVendor::builder(path).expect("a spec").reply(MockReply::json(r#"{"ok":true}"#))
}

/// A mock that had nothing to complain about, and so many requests.
#[track_caller]
pub(crate) fn content(vendor: &MockVendor, requests: usize) {
    assert_eq!(vendor.complaints(), Vec::<String>::new());
    assert_eq!(vendor.requests().len(), requests);
}

pub(crate) fn acme() -> MockVendor {
    mock("acme.yaml").setting("key", "k-1").start().expect("a mock vendor")
}

pub(crate) fn acme_client(url: &str) -> acme::Client {
    acme::Client::builder().base_url(url).key("k-1").build().expect("a client")
}

/// RFC 4231, section 4.2: twenty bytes 0x0b, as hexadecimal and as Base64.
pub(crate) const HEX_KEY: &str = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b";
pub(crate) const BASE64_KEY: &str = "CwsLCwsLCwsLCwsLCwsLCwsLCws=";

pub(crate) fn globex(key: &str) -> MockVendor {
    let mock = mock("globex.yaml").setting("key", key).setting("hex_key", HEX_KEY).setting("base64_key", BASE64_KEY);
    mock.start().expect("a mock vendor")
}

pub(crate) fn globex_builder(key: &str) -> globex::ClientBuilder {
    globex::Client::builder().key(key).hex_key(HEX_KEY).base64_key(BASE64_KEY)
}

/// A server that says yes to whatever comes.
pub(crate) fn yes() -> BadServer {
    BadServer::start([Behaviour::Answer(reply::json(r#"{"ok":true}"#))]).expect("a server")
}

/// The one request that a server got.
#[track_caller]
pub(crate) fn only(server: &BadServer) -> Received {
    let mut requests = server.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

/// A body as text.
pub(crate) fn text(request: &Received) -> String {
    String::from_utf8(request.body().to_vec()).expect("text")
}

pub(crate) const CLIENT_ID: &str = "s6BhdRkqt3";
pub(crate) const CLIENT_SECRET: &str = "gX1fBat3bV";

/// A mock of the vendor with tokens, without replies but `{"ok":true}`.
pub(crate) fn umbrella() -> MockBuilder {
    mock("umbrella.yaml").setting("client_id", CLIENT_ID).setting("client_secret", CLIENT_SECRET).setting("pin", "p-1")
}

/// A client of it at one address for all that is not told by a token.
pub(crate) fn umbrella_builder(url: &str) -> umbrella::ClientBuilder {
    let builder = umbrella::Client::builder().client_id(CLIENT_ID).client_secret(CLIENT_SECRET).pin("p-1");
    builder.auth_url(url).plain_url(url)
}

pub(crate) fn umbrella_client(url: &str) -> umbrella::Client {
    umbrella_builder(url).build().expect("a client")
}

/// How often an operation or a token was asked for.
pub(crate) fn asked(vendor: &MockVendor, operation: &str) -> usize {
    vendor.requests().iter().filter(|request| request.operation() == Some(operation)).count()
}

/// A clock of real time that goes so many times faster.
#[derive(Clone, Copy)]
pub(crate) struct Fast {
    started: Instant,
    times: u32,
}

impl Fast {
    pub(crate) fn new(times: u32) -> Self {
        Fast { started: Instant::now(), times }
    }
}

impl Clock for Fast {
    fn now(&self) -> Now {
        let mono = self.started.elapsed() * self.times;
        Now { mono, wall: Duration::from_secs(1_704_164_645) + mono }
    }

    fn sleep_until(&self, mono: Duration) -> BoxFuture<()> {
        Box::pin(tokio::time::sleep(mono.saturating_sub(self.now().mono) / self.times))
    }
}

/// All of them, side by side.
pub(crate) async fn all<F: Future>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut open: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    poll_fn(|cx| {
        for (future, output) in open.iter_mut().filter(|(_, output)| output.is_none()) {
            if let Poll::Ready(ready) = future.as_mut().poll(cx) {
                *output = Some(ready);
            }
        }
        if open.iter().all(|(_, output)| output.is_some()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    open.into_iter().filter_map(|(_, output)| output).collect()
}
