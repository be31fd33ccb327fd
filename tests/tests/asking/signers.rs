//! What signs a request as a whole, and JWTs.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use settled::ErrorKind;
use settled_testkit::{Answer, MockReply, MockVendor, Script, Sent, VirtualClock, run};

use super::hooli::{Client, ClientBuilder};
use super::support::{asked, content, mock};

pub(crate) const RSA: &str = include_str!("keys/rsa.pem");
pub(crate) const EC: &str = include_str!("keys/ec.pem");
/// The claims below, signed by `openssl dgst -sha256 -sign rsa.pem`.
const ASSERTION: &str = include_str!("keys/assertion.jwt");
/// By `openssl pkey -in rsa.pem -pubout -outform DER | openssl dgst -sha256 -binary | base64`.
const FINGERPRINT: &str = "2PGdP9nGu0UR9LoUu4M18WKgMVbBBSsqg0pO9uYxSss=";

/// The settings of the vendor: names and values.
const SETTINGS: [(&str, &str); 10] = [
    ("consumer_key", "ck & 1"),
    ("consumer_secret", "cs & é"),
    ("token", "t/1"),
    ("token_secret", "ts+1"),
    ("access_key", "AKIDEXAMPLE"),
    ("secret_key", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
    ("session_token", "session+token/=="),
    ("rsa_key", RSA),
    ("ec_key", EC),
    ("shared_key", "shared & secret"),
];

pub(crate) fn hooli() -> MockVendor {
    let mock = SETTINGS.iter().fold(mock("hooli.yaml"), |mock, (name, value)| mock.setting(*name, *value));
    mock.start().expect("a mock vendor")
}

/// A client with these settings, but for one.
pub(crate) fn builder(but: (&str, &str)) -> ClientBuilder {
    let value = |name: &str| {
        let own = SETTINGS.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        if name == but.0 { but.1.to_owned() } else { own.expect("a setting").to_owned() }
    };
    Client::builder()
        .consumer_key(value("consumer_key"))
        .consumer_secret(value("consumer_secret"))
        .token(value("token"))
        .token_secret(value("token_secret"))
        .access_key(value("access_key"))
        .secret_key(value("secret_key"))
        .session_token(value("session_token"))
        .rsa_key(value("rsa_key"))
        .ec_key(value("ec_key"))
        .shared_key(value("shared_key"))
}

/// What `call` sends at 2024-01-02T03:04:05Z.
fn sent<R, F: Future<Output = Result<R, settled::Error>>>(call: impl FnOnce(Client) -> F) -> Vec<Sent> {
    let clock = VirtualClock::new();
    clock.set_wall(Duration::from_secs(1_704_164_645));
    let script =
        Script::repeating(clock.clone(), [Answer::json(r#"{"ok":true,"access_token":"t-1","expires_in":3600}"#)]);
    let builder = builder(("", "")).production().transport(script.clone()).clock(clock.clone());
    run(&clock, call(builder.build().expect("a client"))).map(drop).expect("a reply");
    script.requests()
}

/// Every operation, and how it went.
async fn all(client: &Client) -> Vec<Result<bool, settled::Error>> {
    let odd = "a+b c&d=é%";
    vec![
        client.oauth_get().id("a/b ü").words(odd).tags(["b", "a", ""]).send().await.map(|reply| reply.ok),
        client.oauth_post().words(odd).send().await.map(|reply| reply.ok),
        client.oauth_json().words(odd).send().await.map(|reply| reply.ok),
        client.aws_get().id("a/b ü").words(odd).tags(["b", "a", ""]).send().await.map(|reply| reply.ok),
        client.aws_put().path("a b/c/ü").words(odd).send().await.map(|reply| reply.ok),
        client.granted().send().await.map(|reply| reply.ok),
        client.proved().id("7 ü").send().await.map(|reply| reply.ok),
        client.hashed().id("7").send().await.map(|reply| reply.ok),
        client.upload().public_id("a").eager("x").send().await.map(|reply| reply.ok),
        client.upload().public_id("a&b").tags("t").send().await.map(|reply| reply.ok),
    ]
}

#[tokio::test]
async fn the_mock_finds_every_signature_right() {
    let vendor = hooli();
    let client = builder(("", "")).base_url(vendor.url()).build().expect("a client");
    for _ in 0..3 {
        let ends = all(&client).await;
        assert_eq!(vendor.complaints(), Vec::<String>::new());
        assert!(ends.into_iter().all(|end| end.expect("a reply")));
    }
    content(&vendor, 31);
    assert_eq!((vendor.tokens_given("grant"), asked(&vendor, "granted")), (1, 3));
}

/// The signature by `printf %s TARGET | openssl dgst -sha256 -sign rsa.pem | base64 -w0`, the digests by `md5sum` and `sha1sum`.
#[test]
fn old_digests_and_signatures_are_those_that_openssl_makes() {
    let sent = sent(|client| async move { client.hashed().id("7").send().await });
    assert_eq!(
        sent[0].uri().path_and_query().expect("a target").as_str(),
        "/hashed/7?old=221B9E205D0DC7DE55931F7B9B5067F0&older=5c5ddc14166e24d7337ebda52f291b011a1af3a8"
    );
    assert_eq!(
        sent[0].headers()["x-signature"],
        "FL57K/84l5BzJxzl6xCo78SDeUV4Fwlvrvwt1J73v5RyTvkO9osRwMwetTQnzh4LSqD+KpFmL3tnuTQLHrHXeqGVS4+XS/6U8WKZN9kleY1EXI4u2sADMKLcwHhXMId8/5QvPCFA1fh6zEWZ6hfRhCdigh1C8pq5CEikYofmgfLn31sAJQGQea7jmvhBJa0JlKRj6AkIYC7mjq66dbZSYCTtMJk3QoALotKCYa1EDcZCkLtHIuQD0sK8aZVlWVZy7fT5MFcKuBsClqV+e4aCmSsUQ0lGxSQRwTBZRcZBanI5cLxL+O09uHl7SbzcSuXp35SWuBgiBjVfWnJtHRC3Eg=="
    );
}

#[test]
fn what_is_left_out_is_not_signed() {
    let signed = |eager: Option<&'static str>| {
        let sent = sent(|client| {
            let call = client.upload().public_id("sample_image");
            async move {
                match eager {
                    Some(eager) => call.eager(eager).send().await,
                    None => call.send().await,
                }
            }
        });
        sent[0].headers()["x-given"].to_str().expect("text").to_owned()
    };
    assert_eq!(signed(None), "public_id=sample_image&timestamp=1704164645");
    assert_eq!(signed(Some("a|b")), "eager=a|b&public_id=sample_image&timestamp=1704164645");
}

#[tokio::test]
async fn what_only_the_operation_that_decides_needs_is_handed_on() {
    let replies = [r#"{}"#, r#"{"number":7}"#, r#"{"ok":true}"#].map(MockReply::json);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/hooli.yaml");
    let vendor = MockVendor::builder(path).expect("a spec");
    let vendor = SETTINGS.iter().fold(vendor, |mock, (name, value)| mock.setting(*name, *value));
    let vendor = vendor.replies(replies).start().expect("a vendor");
    let client = builder(("", "")).base_url(vendor.url()).build().expect("a client");
    let done = client.queue().item(3).job("a").wait().every(Duration::from_millis(1)).await.expect("an outcome");
    assert_eq!(done.outcome(), settled::Outcome::Succeeded);
    assert_eq!(vendor.requests()[2].path(), "/jobs/a/7");
    assert!(vendor.complaints().is_empty(), "{:?}", vendor.complaints());
}

#[tokio::test]
async fn the_mock_tells_every_signature_that_was_made_with_something_else() {
    let signature = "`oauth_signature` in header `authorization` is not what the spec says";
    let key = "`oauth_consumer_key` in header `authorization` is not what the spec says";
    let aws = "`Signature` in header `authorization` is not what the spec says";
    let expected: [(&str, &str, &[&str]); 9] = [
        (
            "consumer_key",
            "ck",
            &[&format!("oauth_get: {key}"), &format!("oauth_post: {key}"), &format!("oauth_json: {key}")],
        ),
        (
            "consumer_secret",
            "cs",
            &[
                &format!("oauth_get: {signature}"),
                &format!("oauth_post: {signature}"),
                &format!("oauth_json: {signature}"),
            ],
        ),
        ("token", "t/2", &["oauth_get: `oauth_token` in header `authorization` is not what the spec says"]),
        ("token_secret", "ts", &[&format!("oauth_get: {signature}")]),
        (
            "access_key",
            "AKID",
            &[
                "aws_get: `Credential` in header `authorization` is not what the spec says",
                "aws_put: `Credential` in header `authorization` is not what the spec says",
            ],
        ),
        ("secret_key", "another", &[&format!("aws_get: {aws}"), &format!("aws_put: {aws}")]),
        ("session_token", "another", &["aws_put: header `x-amz-security-token` is not what the spec says"]),
        (
            "shared_key",
            "another",
            &[
                "proved: the signature of `ticket` is not what the spec says",
                "hashed: query parameter `older` is not what the spec says",
                "upload: `signature` in the form is not what the spec says",
                "upload: `signature` in the form is not what the spec says",
            ],
        ),
        ("ec_key", OTHER_EC, &["proved: the signature of `proof` is not what the spec says"]),
    ];
    for (name, value, expected) in expected {
        let vendor = hooli();
        let client = builder((name, value)).base_url(vendor.url()).build().expect("a client");
        let ends = all(&client).await;
        let refused = ends.iter().filter_map(|end| end.as_ref().err());
        assert!(refused.clone().all(|error| error.kind() == ErrorKind::Request), "{name}: {ends:?}");
        assert_eq!(refused.count(), expected.len(), "{name}: {ends:?}");
        assert_eq!(vendor.complaints(), expected, "{name}");
    }
    // The assertion is made with the same key as the signature of each request.
    let vendor = hooli();
    let client = builder(("rsa_key", OTHER_RSA)).base_url(vendor.url()).build().expect("a client");
    let error = client.hashed().id("7").send().await.expect_err("no signature");
    assert_eq!(error.kind(), ErrorKind::Request, "{error}");
    assert_eq!(vendor.complaints(), ["hashed: header `x-signature` is not what the spec says"]);
    // A refused assertion is a token that is not there.
    let vendor = hooli();
    let client = builder(("", "")).account("acc-2").base_url(vendor.url()).build().expect("a client");
    let error = client.granted().send().await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Credential, "{error}");
    assert_eq!(vendor.complaints(), ["grant: `iss` in the claims of `assertion` is not what the spec says"]);
    assert_eq!(vendor.tokens_given("grant"), 0);
}

/// Another RSA key.
const OTHER_RSA: &str = include_str!("keys/other_rsa.pem");
/// Another key on the same curve.
const OTHER_EC: &str = include_str!("keys/other_ec.pem");

#[test]
fn an_assertion_is_the_jwt_that_openssl_signs() {
    let sent = sent(|client| client.granted().send());
    let body = std::str::from_utf8(sent[0].body()).expect("text");
    let grant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
    assert_eq!(body.strip_prefix(grant), Some(ASSERTION.trim_end()));
    assert_eq!(sent[1].header("authorization"), Some("Bearer t-1"));
    assert_eq!(sent[1].header("x-key"), Some(FINGERPRINT));
    assert!(!sent[1].headers().values().any(|value| value.as_bytes().starts_with(b"eyJ")));
}

#[test]
fn a_jwt_has_its_header_its_claims_and_its_signature() {
    let sent = sent(|client| client.proved().id("7").send());
    // Made by Python's `hmac` and `base64`.
    let ticket = "v1 eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3IiwiZXhwIjoxNzA0MTY0OTQ1fQ.Sl_qJtwCuhcG2d_nmih4\
        dPUcfdPpLEy4CueVRt0GmEojZ0kMbITv0V4jGA4qqjEI4j-jpvV9HN32a5qtwEY7Aw";
    assert_eq!(sent[0].header("x-ticket"), Some(ticket));
    let proof: Vec<_> = sent[0].header("dpop").expect("a proof").split('.').collect();
    let text = |part: &str| String::from_utf8(URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("text");
    assert_eq!(text(proof[0]), r#"{"alg":"ES256","typ":"dpop+jwt"}"#);
    let claims = text(proof[1]);
    assert!(claims.starts_with(r#"{"htm":"POST","htu":"/proved/7","iat":1704164645,"jti":""#), "{claims}");
}

/// The signatures were made by Python's `hmac` and `hashlib` over canonical requests written by hand.
#[test]
fn aws_signatures_are_those_of_another_implementation() {
    let get = sent(|client| client.aws_get().id("a/b ü").words("x y&z").tags(["b", "a"]).send());
    let path = "https://api.hooli.example/jobs/a%2Fb%20%C3%BC/pages?words=x%20y%26z&tag=b&tag=a";
    assert_eq!((get[0].uri().to_string().as_str(), get[0].header("x-amz-date")), (path, Some("20240102T030405Z")));
    let expected = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20240102/eu-central-1/textract/aws4_request, \
        SignedHeaders=accept;host;x-amz-date;x-amz-target, \
        Signature=e2b3f9544d6ef2ab109d8db0cd1a4e346bd35299fe06b32702f5ce55a8e738b1";
    assert_eq!(get[0].header("authorization"), Some(expected));
    assert_eq!(get[0].header("x-amz-content-sha256"), None);

    let put = sent(|client| client.aws_put().path("a b/c").words("words").send());
    let digest = "dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e";
    assert_eq!(put[0].header("x-amz-content-sha256"), Some(digest));
    assert_eq!(put[0].header("x-amz-security-token"), Some("session+token/=="));
    let expected = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20240102/eu-central-1/s3/aws4_request, \
        SignedHeaders=accept;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token, \
        Signature=98b856157edc43a04c46092942848fa2f021317e06e22db6abd1f0d48ea50c4c";
    assert_eq!(put[0].header("authorization"), Some(expected));
}

#[test]
fn an_oauth_header_has_all_its_parameters_and_a_nonce_of_its_own() {
    let sent: Vec<_> = (0..2).flat_map(|_| sent(|client| client.oauth_get().id("7").tags(["x"; 0]).send())).collect();
    let header = |at: usize| sent[at].header("authorization").expect("a signature");
    let names: Vec<_> = header(0).trim_start_matches("OAuth ").split(", ").map(|part| part.split('=').next()).collect();
    let expected = [
        "realm",
        "oauth_consumer_key",
        "oauth_nonce",
        "oauth_signature_method",
        "oauth_timestamp",
        "oauth_token",
        "oauth_version",
        "oauth_signature",
    ];
    assert_eq!(names, expected.map(Some));
    assert!(header(0).contains(r#"oauth_consumer_key="ck%20%26%201""#), "{}", header(0));
    assert!(header(0).contains(r#"oauth_timestamp="1704164645""#), "{}", header(0));
    assert_ne!(header(0), header(1));
}

#[tokio::test]
async fn a_key_that_is_none_is_told_by_the_name_of_its_setting() {
    let vendor = hooli();
    for (name, key) in [("rsa_key", "canary"), ("rsa_key", EC), ("ec_key", RSA), ("ec_key", "-----BEGIN canary")] {
        let client = builder((name, key)).base_url(vendor.url()).build().expect("a client");
        let error = match name {
            "rsa_key" => client.granted().send().await.map(drop).expect_err("no key"),
            _ => client.proved().id("7").send().await.map(drop).expect_err("no key"),
        };
        let mut text = format!("{error} {error:?}");
        let sources = std::iter::successors(std::error::Error::source(&error), |error| error.source());
        sources.for_each(|source| text.push_str(&source.to_string()));
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(!text.contains("canary") && !text.contains("MIIE"), "{text}");
    }
    assert_eq!(asked(&vendor, "grant") + asked(&vendor, "proved"), 0);
}
