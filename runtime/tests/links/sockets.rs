//! What a request of a link to any host connects to, on real sockets.
//!
//! No packet leaves the machine: the client's own address is bound to loopback, from where no public one is reached.

use std::net::Ipv4Addr;
use std::process::Command;

use reqwest::{ClientBuilder, Proxy, Url};
#[cfg(feature = "rustls")]
use settled::Link;
use settled::{FaultKind, ReqwestTransport};

use crate::corpus;
use crate::net::{Liar, Server, get, send, told, untrusted};

const DONE: &str = "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ndone";

fn at_home(builder: ClientBuilder) -> ClientBuilder {
    builder.no_proxy().local_address(Some(Ipv4Addr::LOCALHOST.into()))
}

async fn refused(transport: &ReqwestTransport, url: &str) -> String {
    let fault = send(transport, untrusted(url)).await.expect_err(url);
    assert_eq!(fault.kind(), FaultKind::NotConnected, "{url}: {}", told(&fault));
    told(&fault)
}

/// The link as a URL parser reads it, however we judge it, aimed at this port without TLS.
fn aimed(text: &str, port: u16) -> Option<Url> {
    let mut url = Url::parse(text).ok().filter(|url| url.has_host())?;
    if !["http", "https"].contains(&url.scheme()) {
        return None;
    }
    url.set_port(Some(port)).ok()?;
    url.set_scheme("http").ok()?;
    url.set_fragment(None);
    Some(url)
}

#[tokio::test]
async fn no_link_of_the_corpus_reaches_this_machine() {
    let server = Server::start(DONE).await;
    let liar = Liar::new(server.addr.port(), &[&["127.0.0.1"]]);
    let transport = ReqwestTransport::with_resolver(liar, at_home).unwrap();
    let lines = corpus::lines();
    let urls: Vec<Url> = lines.iter().filter_map(|line| aimed(&line.text, server.addr.port())).collect();
    // A public literal address of IPv6 would be asked in earnest.
    let is_public_v6 = |url: &Url| {
        let host = url.host_str().unwrap();
        ["[2620:fe::fe]", "[64:ff9b::808:808]", "[::ffff:808:808]"].contains(&host)
    };
    let mut sent = 0;
    for url in urls.iter().filter(|url| !is_public_v6(url)) {
        refused(&transport, url.as_str()).await;
        sent += 1;
    }
    assert!(sent > 150, "{sent} requests");
    assert_eq!(server.connections(), 0);

    // The same without the mark, of the names and the loopback addresses: they would have come.
    let mut reached = 0;
    for url in &urls {
        let host = url.host_str().unwrap();
        let is_here = host.parse::<Ipv4Addr>().map_or(!host.starts_with('['), |address| address == Ipv4Addr::LOCALHOST);
        if is_here {
            let reply =
                send(&transport, get(url.as_str())).await.unwrap_or_else(|fault| panic!("{url}: {}", told(&fault)));
            assert_eq!(reply.body().as_ref(), b"done");
            reached += 1;
        }
    }
    assert!(reached > 100, "{reached} requests");
    assert!(server.connections() > 20, "{} connections", server.connections());
}

#[tokio::test]
async fn of_what_a_name_resolves_to_only_public_addresses_are_connected_to() {
    let server = Server::start(DONE).await;
    let port = server.addr.port();
    for private in ["127.0.0.1", "0.0.0.0", "::ffff:127.0.0.1"] {
        for script in [
            // Private alone; private first, and last, of two; a mapped one beside both families.
            &[&[private][..]][..],
            &[&[private, "9.9.9.9"]],
            &[&["9.9.9.9", private]],
            &[&[private, "10.0.0.1", "169.254.169.254", "fd00:ec2::254", "::1", "64:ff9b::7f00:1"]],
            // Rebinding: public when it is asked first, private from then on.
            &[&["9.9.9.9"], &[private]],
        ] {
            let liar = Liar::new(port, script);
            let transport = ReqwestTransport::with_resolver(liar.clone(), at_home).unwrap();
            for turn in 1..=3 {
                refused(&transport, "http://files.evil.example/f").await;
                assert_eq!(liar.asked(), turn, "one question for each connection, and no second one to be lied to by");
            }
            assert_eq!(server.connections(), 0, "{script:?}");
        }
    }
    let liar = Liar::new(port, &[&["9.9.9.9", "127.0.0.1"]]);
    let transport = ReqwestTransport::with_resolver(liar, at_home).unwrap();
    send(&transport, get("http://files.evil.example/f")).await.unwrap();
    assert_eq!(server.connections(), 1, "without the mark it is reached");
}

#[tokio::test]
async fn a_refusal_names_the_host_alone() {
    let liar = Liar::new(1, &[&["10.0.0.1"]]);
    let transport = ReqwestTransport::with_resolver(liar, at_home).unwrap();
    for (url, host) in [
        ("http://files.evil.example/canary?canary", "files.evil.example"),
        ("http://127.0.0.1/canary?canary", "127.0.0.1"),
        ("http://0x7f.1/canary", "127.0.0.1"),
        ("http://[::1]:8080/canary", "[::1]"),
    ] {
        let text = refused(&transport, url).await;
        assert!(text.contains(&format!("`{host}` has no public address")), "{text}");
        assert!(!text.contains("canary"), "{text}");
    }
    let text = refused(&transport, "http://9.9.9.9/").await;
    assert!(!text.contains("public address"), "a public one is tried: {text}");
}

#[tokio::test]
async fn connections_to_the_vendor_are_not_lent_to_its_links() {
    let server = Server::start(DONE).await;
    let liar = Liar::new(server.addr.port(), &[&["127.0.0.1"]]);
    let transport = ReqwestTransport::with_resolver(liar, at_home).unwrap();
    let url = "http://api.acme.example/v1";
    for _ in 0..2 {
        send(&transport, get(url)).await.unwrap();
    }
    assert_eq!(server.connections(), 1, "the connection is kept");
    let heard = server.heard();
    refused(&transport, url).await;
    assert_eq!((server.connections(), server.heard()), (1, heard));
}

#[tokio::test]
async fn the_addresses_of_the_settings_are_taken_at_their_word_and_a_redirect_is_not() {
    let elsewhere = Server::start(DONE).await;
    let moved = format!("HTTP/1.1 302 Found\r\nlocation: http://{}/\r\ncontent-length: 0\r\n\r\n", elsewhere.addr);
    let server = Server::start(moved).await;
    let addr = server.addr;
    // A client of one's own that follows redirects and sends a `Referer` cannot be had this way.
    let settings = move |builder: ClientBuilder| {
        let builder = at_home(builder).referer(true).redirect(reqwest::redirect::Policy::limited(5));
        builder.resolve("files.acme.example", addr)
    };
    let transport = ReqwestTransport::with_settings(settings).unwrap();
    let url = "http://files.acme.example/f?canary";
    for request in [get(url), untrusted(url)] {
        let reply = send(&transport, request).await.unwrap();
        assert_eq!(reply.status(), 302);
        assert_eq!(reply.headers()["location"], format!("http://{}/", elsewhere.addr));
    }
    assert_eq!((server.connections(), elsewhere.connections()), (2, 0), "each by a client of its own");
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn a_download_comes_from_a_link_as_it_was_handed_over() {
    let server = Server::start_tls(DONE).await;
    let addr = server.addr;
    let settings = move |builder: ClientBuilder| {
        let ca = reqwest::Certificate::from_pem(include_bytes!("ca.pem")).unwrap();
        at_home(builder).tls_certs_only([ca]).resolve("files.acme.example", addr)
    };
    let transport = ReqwestTransport::with_settings(settings).unwrap();
    let target = "/b/report%20(1).pdf?sv=2024&sig=a%2Bb%3D&x=[y]^|{}";
    let link = Link::any(&format!("https://files.acme.example:{}{target}", addr.port())).unwrap();
    let mut request = get(&link.uri().to_string());
    link.mark(&mut request);
    assert_eq!(send(&transport, request).await.unwrap().body().as_ref(), b"done");
    let heard = server.heard();
    assert!(heard.starts_with(&format!("GET {target} HTTP/1.1\r\n")), "{heard}");
}

#[tokio::test]
async fn a_client_of_ones_own_is_not_trusted_with_links_to_any_host() {
    let server = Server::start(DONE).await;
    let transport = ReqwestTransport::from_client(reqwest::Client::builder().no_proxy().build().unwrap());
    let url = format!("http://{}/f", server.addr);
    let text = refused(&transport, &url).await;
    assert!(text.contains("`ReqwestTransport::with_settings`"), "{text}");
    assert_eq!(server.connections(), 0);
    send(&transport, get(&url)).await.unwrap();
}

#[tokio::test]
async fn a_proxy_is_not_asked_for_links_to_any_host() {
    let (proxy, server) = (Server::start(DONE).await, Server::start(DONE).await);
    let (through, addr) = (format!("http://{}", proxy.addr), server.addr);
    let settings =
        move |builder: ClientBuilder| builder.proxy(Proxy::all(&through).unwrap()).resolve("files.acme.example", addr);
    let transport = ReqwestTransport::with_settings(settings).unwrap();
    send(&transport, untrusted("http://files.acme.example/f")).await.unwrap();
    assert_eq!((proxy.connections(), server.connections()), (0, 1));
    // A proxy would resolve these by itself.
    for url in ["http://localhost/", "http://127.0.0.1/", "http://files.acme.invalid/"] {
        refused(&transport, url).await;
    }
    assert_eq!(proxy.connections(), 0);
    send(&transport, get("http://files.acme.example/f")).await.unwrap();
    assert_eq!((proxy.connections(), server.connections()), (1, 1));
}

const PROXY: &str = "SETTLED_TEST_PROXY";

#[tokio::test(flavor = "multi_thread")]
async fn the_proxy_of_the_environment_is_not_asked_either() {
    let proxy = Server::start(DONE).await;
    let url = format!("http://{}", proxy.addr);
    let child = tokio::task::spawn_blocking(move || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "sockets::with_a_proxy_in_the_environment", "--ignored"])
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .env_remove("REQUEST_METHOD")
            .envs(["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", PROXY].map(|name| (name, &url)))
            .output()
            .unwrap()
    });
    let output = child.await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let heard = proxy.heard();
    assert!(heard.starts_with("GET http://files.acme.invalid/plain "), "{heard}");
    assert_eq!(heard.matches("GET ").count(), 1, "{heard}");
}

#[tokio::test]
#[ignore = "runs in a process of its own, with a proxy in its environment"]
async fn with_a_proxy_in_the_environment() {
    if std::env::var_os(PROXY).is_none() {
        return;
    }
    let transport = ReqwestTransport::new().unwrap();
    send(&transport, get("http://files.acme.invalid/plain")).await.unwrap();
    refused(&transport, "http://files.acme.invalid/marked").await;
}
