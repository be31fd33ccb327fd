use std::sync::{Arc, Mutex};

use http::header::{CONTENT_TYPE, DATE, RANGE};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::*;

const SUITE: SigV4<'static> = SigV4 {
    region: "us-east-1",
    service: "service",
    access_key: "AKIDEXAMPLE",
    secret_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    session_token: None,
    content_sha256: false,
};

fn at(seconds: u64) -> Now {
    Now { mono: Duration::ZERO, wall: Duration::from_secs(seconds) }
}

/// 2015-08-30T12:36:00Z, when the whole suite was signed.
fn then() -> Now {
    at(1_440_938_160)
}

fn request(method: &str, url: &str, body: &str) -> Request<Bytes> {
    let mut request = Request::new(Bytes::from(body.to_owned()));
    *request.method_mut() = method.parse().expect("a method");
    *request.uri_mut() = url.parse().expect("a URL");
    request
}

fn header<'h>(headers: &'h [(HeaderName, HeaderValue)], name: &str) -> Option<&'h str> {
    headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.to_str().expect("ASCII"))
}

#[test]
fn signs_the_test_suite_of_aws() {
    let cases = include_str!("suite.txt").lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for case in cases {
        let fields: Vec<&str> = case.split('|').map(str::trim).collect();
        let [name, sent, headers, body, signed_headers, signature, ref token @ ..] = fields[..] else {
            panic!("{case}")
        };
        let (method, target) = sent.split_once(' ').expect(name);
        let mut request = request(method, &format!("https://example.amazonaws.com{target}"), body);
        for header in headers.split(" ;; ").filter(|header| !header.is_empty()) {
            let (header, value) = header.split_once(':').expect(name);
            let header: HeaderName = header.parse().expect(name);
            request.headers_mut().append(header, HeaderValue::from_str(value).expect(name));
        }
        let content_sha256 = !body.is_empty();
        let session_token = token.first().copied();
        let headers = SigV4 { session_token, content_sha256, ..SUITE }.headers(&request, then()).expect(name);
        let expected = format!(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders={signed_headers}, Signature={signature}"
        );
        assert_eq!(header(&headers, "authorization"), Some(&*expected), "{name}");
        assert_eq!(header(&headers, "x-amz-date"), Some("20150830T123600Z"), "{name}");
        assert_eq!(header(&headers, "x-amz-security-token"), session_token, "{name}");
        assert_eq!(header(&headers, "x-amz-content-sha256").is_some(), content_sha256, "{name}");
        count += 1;
    }
    assert_eq!(count, 28);
}

fn signature(sigv4: SigV4<'_>, request: &Request<Bytes>, now: Now) -> String {
    let headers = sigv4.headers(request, now).expect("headers");
    let header = header(&headers, "authorization").expect("a signature");
    header.split_once("Signature=").expect("a signature").1.to_owned()
}

/// The case `double-url-encode` of the crate's own suite: what is encoded in the URL is encoded once more to be signed.
#[test]
fn paths_are_encoded_twice() {
    let url = "https://lambda.us-east-2.amazonaws.com/2015-03-31/functions/\
               arn%3Aaws%3Alambda%3Aus-west-2%3A892717189312%3Afunction%3Amy-rusty-fun/invocations";
    let sigv4 = SigV4 { region: "us-east-2", service: "lambda", ..SUITE };
    assert_eq!(
        signature(sigv4, &request("POST", url, ""), at(1_620_747_645)),
        "4b93abbcc68be32bd64c18e2c71150660ab4c29bbd6c32a383a7517a88fc1804"
    );
}

/// The examples of the Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Transferring
/// Payload in a Single Chunk".
#[test]
fn s3_signs_the_body_and_the_path_as_it_is() {
    let s3 = SigV4 {
        service: "s3",
        access_key: "AKIAIOSFODNN7EXAMPLE",
        secret_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        ..SUITE
    };
    let now = at(1_369_353_600);
    let sent = |method, target, body| request(method, &format!("https://examplebucket.s3.amazonaws.com{target}"), body);

    let mut get = sent("GET", "/test.txt", "");
    get.headers_mut().insert(RANGE, HeaderValue::from_static("bytes=0-9"));
    assert_eq!(signature(s3, &get, now), "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

    let mut put = sent("PUT", "/test%24file.text", "Welcome to Amazon S3.");
    put.headers_mut().insert(DATE, HeaderValue::from_static("Fri, 24 May 2013 00:00:00 GMT"));
    put.headers_mut().insert("x-amz-storage-class", HeaderValue::from_static("REDUCED_REDUNDANCY"));
    assert_eq!(signature(s3, &put, now), "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    assert_eq!(
        header(&s3.headers(&put, now).expect("headers"), "x-amz-content-sha256"),
        Some("44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
    );

    for (target, expected) in [
        ("/?lifecycle", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        ("/?max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ] {
        assert_eq!(signature(s3, &sent("GET", target, ""), now), expected, "{target}");
    }
    let doubled = signature(s3, &sent("GET", "/a//b/../c", ""), now);
    assert_ne!(doubled, signature(s3, &sent("GET", "/a/c", ""), now));
    for kin in ["s3-object-lambda", "s3-outposts", "s3express"] {
        let headers = SigV4 { service: kin, ..s3 }.headers(&get, now).expect("headers");
        assert!(header(&headers, "x-amz-content-sha256").is_some(), "{kin}");
    }
}

#[test]
fn hosts_are_signed_as_they_are_sent() {
    let host = |url| signature(SUITE, &request("GET", url, ""), then());
    let plain = host("https://example.amazonaws.com/");
    assert_eq!(host("https://example.amazonaws.com:443/"), plain);
    assert_eq!(host("http://example.amazonaws.com:80/"), plain);
    assert_eq!(host("https://example.amazonaws.com"), plain);
    assert_ne!(host("https://example.amazonaws.com:8443/"), plain);
}

#[test]
fn whatever_is_signed_changes_the_signature() {
    let url = "https://example.amazonaws.com/jobs?a=1";
    let mut sent = request("POST", url, "{}");
    sent.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/x-amz-json-1.1"));
    let right = signature(SUITE, &sent, then());
    let mut retyped = sent.clone();
    retyped.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let changed = |change: &dyn Fn(&mut Request<Bytes>)| {
        let mut request = sent.clone();
        change(&mut request);
        signature(SUITE, &request, then())
    };
    for (what, other) in [
        ("method", changed(&|request| *request.method_mut() = http::Method::PUT)),
        ("path", changed(&|request| *request.uri_mut() = "https://example.amazonaws.com/job?a=1".parse().unwrap())),
        ("query", changed(&|request| *request.uri_mut() = "https://example.amazonaws.com/jobs?a=2".parse().unwrap())),
        ("host", changed(&|request| *request.uri_mut() = "https://example.amazonaws.net/jobs?a=1".parse().unwrap())),
        ("body", changed(&|request| *request.body_mut() = Bytes::from_static(b"[]"))),
        ("header", signature(SUITE, &retyped, then())),
        ("time", signature(SUITE, &sent, at(1_440_938_161))),
        ("region", signature(SigV4 { region: "eu-central-1", ..SUITE }, &sent, then())),
        ("service", signature(SigV4 { service: "textract", ..SUITE }, &sent, then())),
        ("secret key", signature(SigV4 { secret_key: "x", ..SUITE }, &sent, then())),
        ("session token", signature(SigV4 { session_token: Some("x"), ..SUITE }, &sent, then())),
    ] {
        assert_ne!(other, right, "{what}");
    }
    // What a client or a proxy changes on the way is not signed, nor is a signature of before.
    for name in ["user-agent", "x-amzn-trace-id", "transfer-encoding", "authorization"] {
        let with = changed(&|request| {
            request.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static("x"));
        });
        assert_eq!(with, right, "{name}");
    }
}

#[test]
fn headers_are_hidden_from_debug() {
    let token = Some("s3cr3t-token");
    let headers = SigV4 { session_token: token, ..SUITE }.headers(&request("GET", "https://a.test/", ""), then());
    let headers = headers.expect("headers");
    assert_eq!(header(&headers, "x-amz-security-token"), token);
    assert!(!format!("{headers:?}").contains("s3cr3t"), "{headers:?}");
}

#[test]
fn what_cannot_be_sent_is_refused_and_not_shown() {
    let sent = request("GET", "https://example.amazonaws.com/", "");
    let odd = "s3cr3t\r\nx-evil: 1";
    for sigv4 in [
        SigV4 { region: odd, ..SUITE },
        SigV4 { service: odd, ..SUITE },
        SigV4 { access_key: odd, ..SUITE },
        SigV4 { session_token: Some(odd), ..SUITE },
        SigV4 { session_token: Some("é s3cr3t"), ..SUITE },
        SigV4 { region: "", ..SUITE },
        SigV4 { region: "us east 1", ..SUITE },
        SigV4 { service: "a/b", ..SUITE },
    ] {
        let wrong = sigv4.headers(&sent, then()).expect_err("a setting that cannot be sent");
        assert_eq!(wrong, NOT_SENT);
        assert!(!format!("{wrong} {wrong:?}").contains("s3cr3t"), "{wrong}");
    }
    assert_eq!(SUITE.headers(&request("GET", "/jobs", ""), then()), Err(NO_HOST));
    let mut odd = sent.clone();
    odd.headers_mut().insert("x-name", HeaderValue::from_bytes(b"\xe9").expect("a header"));
    assert_eq!(SUITE.headers(&odd, then()), Err(NOT_ASCII));
    // The far future has its last second.
    assert_eq!(header(&SUITE.headers(&sent, at(u64::MAX)).expect("headers"), "x-amz-date"), Some("99991231T235959Z"));
}

/// Everything that is traced.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<String>>);

impl Visit for Seen {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0.lock().expect("a lock").push_str(&format!("{field}={value:?}\n"));
    }
}

impl Subscriber for Seen {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn nothing_of_a_request_is_traced() {
    let seen = Seen::default();
    let traced = || std::mem::take(&mut *seen.0.lock().expect("a lock"));
    let sigv4 = SigV4 { session_token: Some("s3cr3t-token"), ..SUITE };
    let sent = request("GET", "https://example.amazonaws.com/?id=s3cr3t-query", "s3cr3t-body");
    // Whatever subscriber comes first decides for good whether a place traces, so each place has to be known before.
    assert!(sigv4.sign(&sent, Vec::new(), then()).is_ok());
    tracing::subscriber::with_default(seen.clone(), || {
        assert!(sigv4.sign(&sent, Vec::new(), then()).is_ok());
        assert!(traced().contains("s3cr3t-query"), "the library traces, and the subscriber sees it");
        assert!(sigv4.headers(&sent, then()).is_ok());
        assert_eq!(traced(), "");
    });
}
