//! The parser that sends what we judged, as a second opinion: whatever is taken, it reads as we do.

use std::cell::Cell;
use std::net::IpAddr;

use http::Uri;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use reqwest::Url;
use settled::Link;

use crate::corpus;

/// What links are made of, and what they are broken with. Of IPv6, only the second and the fourth are public.
const PIECES: &[&str] = &[
    "https:",
    "https://",
    "http://",
    "HTTPS://",
    "//",
    "/",
    "/",
    "\\",
    "://",
    ":",
    ":443",
    ":8443",
    ":0",
    ":08",
    "@",
    "#",
    "?",
    "&",
    "=",
    ".",
    "..",
    "/../",
    "/./",
    "%2e",
    "%2E%2e/",
    "%00",
    "%",
    "%5c",
    "%zz",
    "api.acme.example",
    "acme.example",
    "evil.example",
    "EU.",
    "eu.",
    "cdn.acme.test",
    "files.acme.example",
    "xn--bcher-kva.",
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "0177.",
    "10.0.0.5",
    "8.8.8.8",
    "256",
    "[::1]",
    "[2620:fe::fe]",
    "[::ffff:8.8.8.8]",
    "[64:ff9b::808:808]",
    "[",
    "]",
    "a",
    "b-c",
    "_",
    "7",
    "0x",
    ";v",
    "'",
    "\"",
    "{id}",
    "<",
    "^",
    "`",
    "|",
    "é",
    "。",
    "\u{ad}",
    "ａ",
    "\t",
    " ",
    "\n",
    "!$*,",
    "~",
];

/// The crate `url` takes `a:` and `a|` for drives of Windows in every scheme, and does not climb over them.
fn has_drive(text: &str) -> bool {
    let is_drive = |segment: &str| matches!(segment.as_bytes(), [letter, b':' | b'|'] if letter.is_ascii_alphabetic());
    text.split(['/', '?', '#']).any(is_drive)
}

fn text() -> impl Strategy<Value = String> {
    let pieces = |count| prop::collection::vec(prop::sample::select(PIECES), count).prop_map(|pieces| pieces.concat());
    let start = prop::sample::select(
        &["", "", "https://", "https://", "https://api.acme.example", "//eu.acme.example", "/"][..],
    );
    (start, pieces(0..8)).prop_map(|(start, rest)| format!("{start}{rest}"))
}

/// Compares a link with what the other parser makes of the text, without its fragment.
fn agrees(link: &Link, parsed: Result<Url, impl std::fmt::Debug>) -> Result<Url, TestCaseError> {
    let mut url = parsed.map_err(|error| TestCaseError::fail(format!("not taken: {error:?}")))?;
    url.set_fragment(None);
    prop_assert_eq!(link.uri().to_string(), url.as_str());
    // The request is made of the link, and parsed again.
    let again = Url::parse(&link.uri().to_string()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&again, &url);
    prop_assert_eq!(link.uri().host(), url.host_str());
    prop_assert_eq!(link.uri().port_u16(), url.port());
    Ok(url)
}

/// Whether the link, as the other parser reads it, leads to one of the corpus' servers or patterns.
fn is_vendors(url: &Url) -> bool {
    const SERVERS: [(&str, &str, u16); 5] = [
        ("https", "api.acme.example", 443),
        ("https", "files.acme.example", 8443),
        ("http", "127.0.0.1", 8080),
        ("https", "10.0.0.5", 443),
        ("https", "[fd12:3456::1]", 9443),
    ];
    let (scheme, host, port) = (url.scheme(), url.host_str().unwrap(), url.port_or_known_default().unwrap());
    SERVERS.contains(&(scheme, host, port))
        || (scheme, port) == ("https", 443) && (host.ends_with(".acme.example") || host == "cdn.acme.test")
        || (scheme, port) == ("https", 8443) && host.ends_with(".store.test")
}

fn judge(text: &str, base: &Uri) -> Result<usize, TestCaseError> {
    let mut taken = 0;
    if let Ok(link) = Link::vendor(text, base, &corpus::hosts()) {
        let url = agrees(&link, Url::parse(&base.to_string()).unwrap().join(text))?;
        prop_assert!(is_vendors(&url), "{}", url);
        prop_assert!(url.username().is_empty() && url.password().is_none());
        taken += 1;
    }
    if let Ok(link) = Link::any(text) {
        let url = agrees(&link, Url::parse(text))?;
        prop_assert_eq!(url.scheme(), "https");
        prop_assert!(url.username().is_empty() && url.password().is_none());
        let host = url.host_str().unwrap().trim_matches(['[', ']']);
        let is_public = |address| match address {
            IpAddr::V4(v4) => !(v4.is_loopback() || v4.is_private() || v4.octets()[0] == 0),
            IpAddr::V6(v6) => ["2620:fe::fe", "64:ff9b::808:808"].contains(&&*v6.to_string()),
        };
        prop_assert!(host.parse().map_or(true, is_public), "{}", url);
        taken += 1;
    }
    Ok(taken)
}

#[test]
fn random_links_are_read_alike() {
    let config = ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let taken = Cell::new(0);
    let base = corpus::base();
    let outcome = runner.run(&text(), |text| {
        prop_assume!(!has_drive(&text));
        taken.set(taken.get() + judge(&text, &base)?);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    assert!(taken.get() > 2_000, "only {} were taken", taken.get());
}

#[test]
fn the_links_of_the_corpus_are_read_alike() {
    let base = corpus::base();
    for line in corpus::lines() {
        let parsed = || Url::parse(&base.to_string()).unwrap().join(&line.text);
        if let Ok(link) = Link::vendor(&line.text, &base, &corpus::hosts()) {
            let url = agrees(&link, parsed()).unwrap_or_else(|error| panic!("{}: {error}", line.text));
            assert!(is_vendors(&url), "{url}");
        }
        if let Ok(link) = Link::any(&line.text) {
            agrees(&link, Url::parse(&line.text)).unwrap_or_else(|error| panic!("{}: {error}", line.text));
        }
    }
}
