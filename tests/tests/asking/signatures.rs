//! Signatures and moments: published vectors, and signatures over what is sent.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use settled_testkit::{Answer, Script, Sent, VirtualClock, run};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::globex;
use super::support::{content, globex, globex_builder, only, yes};

/// 2024-01-02T03:04:05.678Z.
const MOMENT: Duration = Duration::from_millis(1_704_164_645_678);

/// What a call sends at a moment, to `https://api.globex.example`.
fn sent<R, F: Future<Output = Result<R, settled::Error>>>(
    key: &str,
    moment: Duration,
    call: impl FnOnce(globex::Client) -> F,
) -> Sent {
    let clock = VirtualClock::new();
    clock.set_wall(moment);
    let script = Script::exact(clock.clone(), [Answer::json(r#"{"ok":true}"#)]);
    let builder = globex_builder(key).production().transport(script.clone()).clock(clock.clone());
    run(&clock, call(builder.build().expect("a client"))).map(drop).expect("a reply");
    script.requests().remove(0)
}

fn hmac_sha256(key: &str, text: &str) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_bytes()).expect("any key");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// RFC 2202, section 3, test case 2; RFC 4231, section 4.2.
#[tokio::test]
async fn keyed_digests_are_those_of_the_rfcs() {
    let (vendor, server) = (globex("Jefe"), yes());
    for url in [vendor.url(), server.url()] {
        let client = globex_builder("Jefe").base_url(url).build().expect("a client");
        for text in ["what do ya want for nothing?", "Hi There"] {
            assert!(client.vectors().text(text).send().await.expect("a reply").ok);
        }
    }
    content(&vendor, 2);
    let requests = server.requests();
    assert_eq!(requests[0].header("x-sha1"), Some("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
    let sha256 = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
    assert_eq!(requests[1].header("x-sha256"), Some(sha256));
    let sha512 = "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4\
        be9d914eeb61f1702e696c203a126854";
    assert_eq!(requests[1].header("x-sha512"), Some(sha512));
    assert_eq!(requests[1].header("x-256"), Some(STANDARD.encode(Sha256::digest("Hi There")).as_str()));
    assert_eq!(requests[1].header("x-512"), Some(URL_SAFE_NO_PAD.encode(Sha512::digest("Hi There")).as_str()));
}

/// The SIGNED endpoint example of Binance's REST documentation: its secret key, its query, its signature.
#[test]
fn the_last_query_parameter_signs_those_before_it_as_a_vendor_documents_it() {
    let secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let sent = sent(secret, Duration::from_millis(1_499_827_319_559), |client| {
        client.order().symbol("LTCBTC").side(globex::OrderSide::Buy).price("0.1").send()
    });
    let query = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000\
        &timestamp=1499827319559&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
    assert_eq!(sent.uri().query(), Some(query));
    assert!(sent.body().is_empty());
}

#[tokio::test]
async fn signatures_over_the_query_and_the_target_are_found_right_by_the_mock() {
    let vendor = globex("s3cr3t");
    let client = globex_builder("s3cr3t").base_url(vendor.url()).build().expect("a client");
    assert!(client.order().symbol("a&b=c d+é").side("HOLD").price("1").send().await.expect("an order").ok);
    assert!(client.late_query().words("x y&z").send().await.expect("it").ok);
    assert!(client.late_query().send().await.expect("it").ok);
    let call = client.sign_all().id("a/b ü").words("é\"\n").limit(3);
    assert!(call.send().await.expect("it").ok);
    assert!(client.sign_all().id("7").words("").send().await.expect("it").ok);
    assert!(client.sign_form().words("1 + 1 = 2 & é").send().await.expect("it").ok);
    content(&vendor, 6);
}

#[test]
fn a_signature_sees_method_host_path_query_headers_and_body_exactly_as_they_are_sent() {
    let sent = sent("s3cr3t", MOMENT, |client| client.sign_all().id("a/b ü").words("é\"").limit(3).send());
    assert_eq!(sent.uri(), "https://api.globex.example/things/a%2Fb%20%C3%BC/do?limit=3&sent=1704164645678");
    assert_eq!(sent.body(), "{\"words\":\"é\\\"\",\"at\":1704164645678}");
    assert_eq!(sent.header("x-path"), Some("/things/a%2Fb%20%C3%BC/do"));
    let digest = hex(&Sha256::digest(sent.body()));
    assert_eq!(sent.header("x-body"), Some(digest.as_str()));
    let nonce = sent.header("x-nonce").expect("a nonce").to_owned();
    let (random, ts) = nonce.split_once('.').expect("two parts");
    assert!(random.len() == 32 && ts == "1704164645678", "{nonce}");
    let signed = format!(
        "POST\napi.globex.example\n/things/a%2Fb%20%C3%BC/do\nlimit=3&sent=1704164645678\n\
         /things/a%2Fb%20%C3%BC/do?limit=3&sent=1704164645678\napplication/json\n{nonce}\napplication/json\n{digest}\n\
         1704164645678"
    );
    let signature = STANDARD.encode(hmac_sha256("s3cr3t", &signed));
    assert_eq!(sent.header("authorization"), Some(format!("Globex {signature}").as_str()));
}

/// The host has its port where that is not the scheme's own, as the `Host` header has it.
#[tokio::test]
async fn a_signature_sees_the_host_as_the_header_has_it() {
    let server = yes();
    let client = globex_builder("s3cr3t").base_url(server.url()).own_clock().build().expect("a client");
    assert!(client.sign_all().id("7").words("w").send().await.expect("it").ok);
    let request = only(&server);
    let (host, target) = (request.header("host").expect("a host"), request.target());
    assert_eq!(host, server.addr().to_string());
    let (path, query) = target.split_once('?').expect("a query");
    let ts = query.strip_prefix("sent=").expect("a moment");
    let (nonce, digest) = (request.header("x-nonce").expect("one"), hex(&Sha256::digest(request.body())));
    let signed = ["POST", host, path, query, target, "application/json", nonce, "application/json", &digest, ts];
    let signature = STANDARD.encode(hmac_sha256("s3cr3t", &signed.join("\n")));
    assert_eq!(request.header("authorization"), Some(format!("Globex {signature}").as_str()));
}

#[test]
fn moments_are_of_one_moment_with_what_the_spec_adds() {
    let sent = sent("s3cr3t", MOMENT, |client| client.sign_form().words("1 + 1").send());
    assert_eq!(sent.header("date"), Some("Tue, 02 Jan 2024 03:04:05 GMT"));
    assert_eq!(sent.header("x-until"), Some("2024-01-02T04:04:05Z"));
    let body = std::str::from_utf8(sent.body()).expect("text");
    let known = "words=1%20%2B%201&until=2024-01-02T04%3A04%3A05Z&soon=1704164735&salt=";
    assert_eq!(body.strip_prefix(known).map(str::len), Some(12), "{body}");
    let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(b"s3cr3t").expect("any key");
    mac.update(format!("/form{body}2024-01-02T04:04:05Z").as_bytes());
    let signature = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    assert_eq!(sent.header("x-sign"), Some(signature.as_str()));
}

#[tokio::test]
async fn a_parameter_that_reads_the_query_stands_last_wherever_the_spec_has_it() {
    let (vendor, server) = (globex("Jefe"), yes());
    for url in [vendor.url(), server.url()] {
        let client = globex_builder("Jefe").base_url(url).build().expect("a client");
        assert!(client.late_query().words("w").send().await.expect("it").ok);
        assert!(client.alone().send().await.expect("it").ok);
    }
    content(&vendor, 2);
    let requests = server.requests();
    let (before, proof) = requests[0].target().split_once("&proof=v1.").expect("a proof behind the others");
    assert!(before.contains("?words=w&id=") && !proof.contains('&'), "{before}");
    let hmac_sha1 = |text: &str| {
        let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(b"Jefe").expect("any key");
        mac.update(text.as_bytes());
        hex(&mac.finalize().into_bytes())
    };
    assert_eq!(proof, hmac_sha1(before));
    // With no other before it, there is no `?` yet.
    assert_eq!(requests[1].target(), format!("/alone?proof={}", hmac_sha1("/alone")));
}
