//! Signatures of whole requests, JWTs, and requests that come again.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use settled::{BoxFuture, Reply, ReqwestTransport, SendLimits, Transport, TransportFault};
use sha2::Sha512;

use super::super::signers::{builder, hooli};
use super::super::support::{globex, globex_builder};
use super::told;

#[test]
fn what_is_not_signed_is_told() {
    let vendor = hooli();
    let no_oauth = "oauth_get: header `authorization` carries no signature of OAuth 1.0a";
    for header in ["Bearer canary", "OAuth", "OAuth canary", "OAuth a=canary", "OAuth a=\"canary\", b"] {
        assert_eq!(told(&vendor, "GET /1.1/jobs/7", &[("authorization", header)], "", &[no_oauth]), 401, "{header}");
    }
    assert_eq!(told(&vendor, "GET /1.1/jobs/7", &[], "", &[no_oauth]), 401);

    let get = |headers: &[(&str, &str)], expected: &[&str]| {
        let headers = [headers, &[("x-amz-target", "Textract.GetJob")]].concat();
        let expected: Vec<_> = expected.iter().map(|text| format!("aws_get: {text}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        assert_eq!(told(&vendor, "GET /jobs/7/pages", &headers, "", &expected), 401);
    };
    let date = ("x-amz-date", "20240102T030405Z");
    get(&[], &["header `x-amz-date` is no moment in the format of the spec"]);
    get(&[("x-amz-date", "2024-01-02T03:04:05Z")], &["header `x-amz-date` is no moment in the format of the spec"]);
    get(&[date], &["header `authorization` carries no signature of AWS"]);
    get(&[date, ("authorization", "AWS4-HMAC-SHA256 canary")], &["header `authorization` carries no signature of AWS"]);
    let scope = "Credential=AKIDEXAMPLE/20240102/eu-central-1/textract/aws4_request";
    let unsigned = format!("AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=canary");
    let wrong = "`Signature` in header `authorization` is not what the spec says";
    get(
        &[date, ("authorization", &unsigned)],
        &["header `x-amz-date` is not signed", "header `x-amz-target` is not signed", wrong],
    );
    let all = unsigned.replace("=host", "=host;x-amz-date;x-amz-target");
    get(&[date, ("authorization", &all)], &[wrong]);
    let credential = "`Credential` in header `authorization` is not what the spec says";
    get(&[date, ("authorization", &all.replace("20240102/", "20240103/"))], &[credential, wrong]);
    let token = ("x-amz-security-token", "canary");
    get(
        &[date, token, ("authorization", &all)],
        &[
            "header `x-amz-security-token` is not what the spec says",
            "header `x-amz-security-token` is not signed",
            wrong,
        ],
    );
}

/// A JWT under the shared key.
fn jwt(header: &str, claims: &str) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(b"shared & secret").expect("any key");
    mac.update(message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

#[test]
fn jwts_are_taken_apart() {
    let vendor = hooli();
    let post = |ticket: &str, expected: &[&str]| {
        let proof = "proved: header `dpop` is missing";
        let expected: Vec<_> = expected.iter().map(|text| format!("proved: {text}")).collect();
        let all: Vec<_> = [proof].into_iter().chain(expected.iter().map(String::as_str)).collect();
        told(&vendor, "POST /proved/7", &[("x-ticket", &format!("v1 {ticket}"))], "", &all);
    };
    let (header, claims) = (r#"{"typ":"JWT","alg":"HS512"}"#, r#"{"exp":1704164945,"sub":"7"}"#);
    let good = jwt(header, claims);
    post(&good, &[]);
    post("canary", &["`ticket` is no signed JWT"]);
    post(good.rsplit_once('.').expect("a signature").0, &["`ticket` is no signed JWT"]);
    post(&format!("{good}="), &["`ticket` is no signed JWT"]);
    let signature = "the signature of `ticket` is not what the spec says";
    post(&format!("{good}A"), &[signature]);
    post(&good.replace(good.rsplit('.').next().expect("one"), "AAAA"), &[signature]);
    let none = jwt(r#"{"typ":"JWT","alg":"none"}"#, claims);
    post(&none, &["`alg` in the header of `ticket` is not what the spec says"]);
    post(&jwt(r#"{"alg":"HS512"}"#, claims), &["`typ` in the header of `ticket` is not what the spec says"]);
    let more = jwt(r#"{"typ":"JWT","alg":"HS512","kid":"canary"}"#, claims);
    post(&more, &["`kid` in the header of `ticket` is not in the spec"]);
    let other = jwt(header, r#"{"exp":1704164945,"sub":"canary"}"#);
    post(&other, &["`sub` in the claims of `ticket` is not what the spec says"]);
    let other = jwt(header, r#"{"exp":"1704164945","sub":"7"}"#);
    post(&other, &["`exp` in the claims of `ticket` has another type than the spec says"]);
    let other = jwt(header, r#"{"exp":1704164945,"sub":"7","admin":true}"#);
    post(&other, &["`admin` in the claims of `ticket` is not in the spec"]);
}

/// Sends every request twice, as a proxy or a careless transport may.
struct Twice(ReqwestTransport);

impl Transport for Twice {
    fn send(&self, request: http::Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        let (once, again) = (self.0.send(request.clone(), limits), self.0.send(request, limits));
        Box::pin(async move {
            once.await?;
            again.await
        })
    }
}

#[tokio::test]
async fn requests_that_come_again_are_told_by_their_random_values() {
    let twice = || Twice(ReqwestTransport::new().expect("a transport"));
    let vendor = hooli();
    let client = builder(("", "")).base_url(vendor.url()).transport(twice()).build().expect("a client");
    client.oauth_json().words("w").send().await.expect_err("the second one");
    assert_eq!(vendor.complaints(), ["oauth_json: `oauth_nonce` in header `authorization` came before"]);
    let vendor = globex("k");
    let client = globex_builder("k").base_url(vendor.url()).transport(twice()).build().expect("a client");
    client.create().words("w").send().await.expect_err("the second one");
    let repeats =
        ["attempt_id", "salt", "nonce"].map(|name| format!("create: `{name}` repeats a random value that came before"));
    let mut complaints = vendor.complaints();
    complaints.sort();
    let mut expected = repeats.to_vec();
    expected.sort();
    assert_eq!(complaints, expected);
}
