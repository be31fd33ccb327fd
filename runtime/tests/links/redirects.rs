//! Where a redirect would take a secret: by every placement of it, to every kind of other server.

use bytes::Bytes;
use http::Request;
use settled::{FaultKind, ReqwestTransport};

use crate::net::{Server, send};

const CODES: [u16; 3] = [302, 307, 308];
const SECRET: &str = "canary-0123456789";

#[derive(Debug, Clone, Copy, PartialEq)]
enum Target {
    OtherHost,
    OtherPort,
    PlainHttp,
}

/// With rustls there is a server to come down from https.
const TARGETS: &[Target] = if cfg!(feature = "rustls") {
    &[Target::OtherHost, Target::OtherPort, Target::PlainHttp]
} else {
    &[Target::OtherHost, Target::OtherPort]
};

#[derive(Debug, Clone, Copy)]
enum Placement {
    Authorization,
    OwnHeader,
    Query,
    Body,
    Cookie,
}

const PLACEMENTS: [Placement; 5] =
    [Placement::Authorization, Placement::OwnHeader, Placement::Query, Placement::Body, Placement::Cookie];

impl Placement {
    fn request(self, base: &str) -> Request<Bytes> {
        let (header, query, body) = match self {
            Placement::Authorization => (Some(("authorization", format!("Bearer {SECRET}"))), "", ""),
            Placement::OwnHeader => (Some(("x-api-key", SECRET.to_owned())), "", ""),
            Placement::Cookie => (Some(("cookie", format!("session={SECRET}"))), "", ""),
            Placement::Query => (None, "?key=canary-0123456789", ""),
            Placement::Body => (None, "", r#"{"signature":"canary-0123456789"}"#),
        };
        let mut request = Request::post(format!("{base}/jobs{query}"));
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        request.body(Bytes::from_static(body.as_bytes())).unwrap()
    }
}

/// The server that is asked, with its base URL, and the one it points to.
async fn servers(code: u16, target: Target) -> (Server, String, Server) {
    let other = Server::start("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ndone").await;
    let host = if target == Target::OtherHost { "localhost" } else { "127.0.0.1" };
    // A server that repeats what it was asked, as many do.
    let location = format!("http://{host}:{}/jobs?key={SECRET}", other.addr.port());
    let answer = format!("HTTP/1.1 {code} Moved\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
    #[cfg(feature = "rustls")]
    if target == Target::PlainHttp {
        let server = Server::start_tls(answer).await;
        let base = format!("https://{}", server.addr);
        return (server, base, other);
    }
    let server = Server::start(answer).await;
    let base = format!("http://{}", server.addr);
    (server, base, other)
}

fn trusting(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    let builder = builder.no_proxy();
    #[cfg(feature = "rustls")]
    let builder = builder.tls_certs_only([reqwest::Certificate::from_pem(include_bytes!("ca.pem")).unwrap()]);
    builder
}

#[tokio::test]
async fn no_secret_goes_where_a_redirect_points() {
    let transport = ReqwestTransport::with_settings(trusting).unwrap();
    let mut cases = 0;
    for code in CODES {
        for placement in PLACEMENTS {
            for target in TARGETS {
                let (server, base, other) = servers(code, *target).await;
                let reply = send(&transport, placement.request(&base)).await.unwrap();
                let what = format!("{code}, {placement:?}, {target:?}");
                assert_eq!(reply.status(), code, "{what}");
                assert!(reply.headers().contains_key("location"), "{what}: the target is a fact");
                assert!(server.heard().contains(SECRET), "{what}: the vendor has it");
                assert_eq!((other.connections(), other.heard().len()), (0, 0), "{what}");
                cases += 1;
            }
        }
    }
    assert_eq!(cases, 15 * TARGETS.len());
}

#[tokio::test]
async fn a_client_of_ones_own_that_follows_brings_no_reply() {
    let own = ReqwestTransport::from_client(trusting(reqwest::Client::builder()).build().unwrap());
    for code in CODES {
        for placement in PLACEMENTS {
            for target in TARGETS {
                let (_server, base, other) = servers(code, *target).await;
                let fault = send(&own, placement.request(&base)).await.unwrap_err();
                let what = format!("{code}, {placement:?}, {target:?}");
                assert_eq!(fault.kind(), FaultKind::Redirected, "{what}");
                assert_eq!(other.connections(), 1, "{what}: it cannot be prevented, only refused");
            }
        }
    }
}

#[tokio::test]
async fn a_client_of_ones_own_that_is_led_in_circles_brings_no_reply() {
    let own = ReqwestTransport::from_client(trusting(reqwest::Client::builder()).build().unwrap());
    let server = Server::start("HTTP/1.1 307 Moved\r\nlocation: /again\r\ncontent-length: 0\r\n\r\n").await;
    let fault = send(&own, Placement::Query.request(&format!("http://{}", server.addr))).await.unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Redirected);
}
