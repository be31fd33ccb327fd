//! Events that are proved by public keys, by tokens, in one of several ways; and those of another kind.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use settled::Reply;
use sha2::{Digest as _, Sha256};

use super::*;

mod vendor {
    settled::vendor!("tests/events/signed.yaml", tests);
}

mod keys;
mod kinds;
mod socket;

use vendor::signed::Client as Signed;

/// The seed of RFC 8032, section 7.1, test 1, and that of test 2.
const SEEDS: [&str; 2] = [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
];
const SHARED: &str = "a shared secret";

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn sha256(text: &str) -> Vec<u8> {
    Sha256::digest(text).to_vec()
}

/// An Ed25519 key of the vendor's.
fn ed25519(seed: usize) -> Ed25519KeyPair {
    let seed = SEEDS[seed].as_bytes().chunks(2);
    let seed: Vec<u8> =
        seed.map(|two| u8::from_str_radix(std::str::from_utf8(two).expect("text"), 16).expect("a byte")).collect();
    Ed25519KeyPair::from_seed_unchecked(&seed).expect("a key")
}

fn okp(key: &Ed25519KeyPair, kid: &str) -> Value {
    json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "kid": kid, "x": base64url(key.public_key()) })
}

/// An EC key of the vendor's.
fn p256() -> EcdsaKeyPair {
    EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key")
}

fn ec(key: &EcdsaKeyPair, kid: &str) -> Value {
    let point = key.public_key().as_ref();
    let (x, y) = (base64url(&point[1..33]), base64url(&point[33..]));
    json!({ "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": kid, "x": x, "y": y })
}

fn pem(der: &[u8]) -> String {
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der))
}

/// A JWT of this header and these claims.
fn token(header: &Value, claims: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let message = format!("{}.{}", base64url(header.to_string()), base64url(claims.to_string()));
    let signature = sign(message.as_bytes());
    format!("{message}.{}", base64url(signature))
}

fn by(key: &EcdsaKeyPair) -> impl Fn(&[u8]) -> Vec<u8> + '_ {
    |message| key.sign(&SystemRandom::new(), message).expect("a signature").as_ref().to_vec()
}

/// A client whose vendor answers so.
fn signed_client(
    clock: &VirtualClock,
    pem: &str,
    answer: impl FnMut(&settled_testkit::Sent) -> Answer + Send + 'static,
) -> (Signed, Script) {
    let script = Script::answering(clock.clone(), answer);
    let builder = Signed::builder().production().key("k").shared(SHARED).old_shared("old");
    let builder = builder.hex_key(hex(ed25519(0).public_key())).base64_key(STANDARD.encode(ed25519(1).public_key()));
    let client = builder.pem(pem).transport(script.clone()).clock(clock.clone()).build().expect("a client");
    (client, script)
}

/// A client whose vendor is never asked.
fn alone(clock: &VirtualClock, pem: &str) -> Signed {
    signed_client(clock, pem, |sent| panic!("asked for {}", sent.uri())).0
}

/// How receiving ended: in an event, or in an error of a kind.
fn kind<B, J>(told: Result<settled::Event<B, J>, settled::Error>) -> Option<ErrorKind> {
    told.err().map(|error| error.kind())
}

const UNVERIFIED: Option<ErrorKind> = Some(ErrorKind::Unverified);

#[test]
fn a_key_in_hexadecimal_proves_what_was_signed_and_nothing_else() {
    let clock = VirtualClock::new();
    let client = alone(&clock, "none");
    let body = r#"{"type":1}"#;
    let right = hex(ed25519(0).sign(format!("1700000000{body}").as_bytes()));
    let receive = |sent: &str, signature: &str, body: &'static str| {
        let headers = headers([("x-signature-timestamp", sent), ("x-signature-ed25519", signature)]);
        kind(run(&clock, async { client.by_hex().receive(&headers, body).await }))
    };
    assert_eq!(receive("1700000000", &right, body), None);
    assert_eq!(receive("1700000000", &right.to_uppercase(), body), None, "the same bytes");
    let other = hex(ed25519(1).sign(format!("1700000000{body}").as_bytes()));
    for (sent, signature, body) in [
        ("1700000001", right.as_str(), body),
        ("1700000000", &right, r#"{"type":2}"#),
        ("1700000000", &other, body),
        ("1700000000", &right[..126], body),
        ("1700000000", &format!("{right}00"), body),
        ("1700000000", "", body),
        ("1700000000", &"00".repeat(64), body),
    ] {
        assert_eq!(receive(sent, signature, body), UNVERIFIED, "{sent} {body}");
    }
    let none = HeaderMap::new();
    assert_eq!(kind(run(&clock, async { client.by_hex().receive(&none, body).await })), UNVERIFIED);
}

/// Standard Webhooks: of several signatures one is enough, whatever stands beside it.
#[test]
fn one_of_several_signatures_is_enough() {
    let clock = VirtualClock::new();
    let client = alone(&clock, "none");
    let (body, at) = (r#"{"type":"x"}"#, now(&clock).to_string());
    let message = format!("msg_1.{at}.{body}");
    let right = format!("v1a,{}", STANDARD.encode(ed25519(1).sign(message.as_bytes())));
    let wrong = format!("v1a,{}", STANDARD.encode(ed25519(0).sign(message.as_bytes())));
    let receive = |id: &str, at: &str, signatures: &str| {
        let headers = headers([("webhook-id", id), ("webhook-timestamp", at), ("webhook-signature", signatures)]);
        kind(run(&clock, async { client.by_parts().receive(&headers, body).await }))
    };
    for (signatures, is_right) in [
        (right.clone(), true),
        (format!("v1,AAAA {wrong} {right}"), true),
        (wrong.clone(), false),
        (right.replace("v1a", "v1"), false),
        // More than anybody sends: what comes late is not looked at.
        (format!("{} {right}", [wrong.as_str(); 8].join(" ")), false),
    ] {
        assert_eq!(receive("msg_1", &at, &signatures).is_none(), is_right, "{signatures}");
    }
    assert_eq!(receive("msg_2", &at, &right), UNVERIFIED);
    clock.set_wall(clock.now().wall + Duration::from_secs(301));
    assert_eq!(receive("msg_1", &at, &right), UNVERIFIED, "too old");
}

#[test]
fn an_event_whose_public_key_was_left_out_is_not_believed() {
    let clock = VirtualClock::new();
    let script = Script::answering(clock.clone(), |sent| panic!("asked for {}", sent.uri()));
    let builder = Signed::builder().production().key("k").shared(SHARED).old_shared("old").hex_key("zz").pem("no PEM");
    let client = builder.transport(script).clock(clock.clone()).build().expect("a client");
    let (body, at) = (r#"{"type":"x"}"#, now(&clock).to_string());
    let signature = format!("v1a,{}", STANDARD.encode(ed25519(1).sign(format!("m.{at}.{body}").as_bytes())));
    let all = [("webhook-id", "m"), ("webhook-timestamp", at.as_str()), ("webhook-signature", signature.as_str())];
    let error = run(&clock, async { client.by_parts().receive(&headers(all), body).await }).expect_err("no key");
    assert_eq!(error.kind(), ErrorKind::Unverified);
    // One that is none is the client's mistake, and not the event's.
    let headers = headers([("x-signature-timestamp", "1"), ("x-signature-ed25519", &"00".repeat(64))]);
    let error = run(&clock, async { client.by_hex().receive(&headers, body).await }).expect_err("no key");
    assert_eq!(error.kind(), ErrorKind::Credential, "{error}");
    assert!(error.to_string().contains("no public key"), "{error}");
}

#[test]
fn a_token_under_a_key_in_pem_is_signed_as_the_spec_says_and_claims_what_it_must() {
    let (clock, key, other) = (VirtualClock::new(), p256(), p256());
    let public = aws_lc_rs::encoding::AsDer::<aws_lc_rs::encoding::PublicKeyX509Der<'_>>::as_der(key.public_key());
    let public = pem(public.expect("a public key").as_ref());
    let client = alone(&clock, &public);
    let (body, at) = (r#"{"a":1}"#, now(&clock));
    let audience = hex(ed25519(0).public_key());
    let digest = base64url(sha256(body));
    let header = json!({ "alg": "ES256", "typ": "JWT" });
    let right = json!({ "iss": "signed", "aud": [audience, "other"], "body": { "sha256": digest }, "exp": at + 60 });
    let receive = |token: &str| {
        let value = format!("Bearer {token}");
        kind(run(&clock, async {
            client.by_bearer().receive(&headers([("authorization", value.as_str())]), body).await
        }))
    };
    assert_eq!(receive(&token(&header, &right, by(&key))), None);
    let with = |name: &str, value: Value| {
        let mut claims = right.clone();
        claims[name] = value;
        token(&header, &claims, by(&key))
    };
    for (case, token) in [
        ("another key", token(&header, &right, by(&other))),
        ("another issuer", with("iss", json!("signed2"))),
        ("no issuer", with("iss", Value::Null)),
        ("another audience", with("aud", json!(["other"]))),
        ("another body", with("body", json!({ "sha256": base64url(sha256("x")) }))),
        ("no body", with("body", json!({}))),
        ("ended", with("exp", json!(at - 61))),
        ("not begun", with("nbf", json!(at + 61))),
        ("no algorithm", token(&json!({ "alg": "none" }), &right, |_| Vec::new())),
        ("no signature", token(&header, &right, |_| Vec::new())),
        // The public key is known to everybody: it must not become a shared secret.
        (
            "the public key as a secret",
            token(&json!({ "alg": "HS256" }), &right, |message| aws_hmac(&sha256(&public), message)),
        ),
        (
            "the public key as a secret, as it is given",
            token(&json!({ "alg": "HS256" }), &right, |message| {
                let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, public.as_bytes());
                aws_lc_rs::hmac::sign(&key, message).as_ref().to_vec()
            }),
        ),
        ("an algorithm of another key", token(&json!({ "alg": "ES384" }), &right, by(&key))),
        ("what must be understood", token(&json!({ "alg": "ES256", "crit": ["x"] }), &right, by(&key))),
        ("no token", "token".to_owned()),
    ] {
        assert_eq!(receive(&token), UNVERIFIED, "{case}");
    }
    assert_eq!(kind(run(&clock, async { client.by_bearer().receive(&HeaderMap::new(), body).await })), UNVERIFIED);
}

#[test]
fn a_token_may_be_signed_by_any_of_the_algorithms_that_the_spec_lists() {
    let clock = VirtualClock::new();
    let rsa = RsaKeyPair::generate(aws_lc_rs::rsa::KeySize::Rsa2048).expect("a key");
    let public = aws_lc_rs::encoding::AsDer::<aws_lc_rs::encoding::PublicKeyX509Der<'_>>::as_der(rsa.public_key());
    let client = alone(&clock, &pem(public.expect("a public key").as_ref()));
    let (body, audience) = ("{}", hex(ed25519(0).public_key()));
    let claims = json!({ "iss": "signed", "aud": audience, "body": { "sha256": base64url(sha256(body)) } });
    let sign = |message: &[u8]| {
        let mut signature = vec![0; rsa.public_modulus_len()];
        rsa.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).expect("a signature");
        signature
    };
    for (alg, is_taken) in [("RS256", true), ("RS384", false), ("PS256", false)] {
        let value = format!("Bearer {}", token(&json!({ "alg": alg }), &claims, sign));
        let headers = headers([("authorization", value.as_str())]);
        let told = run(&clock, async { client.by_bearer().receive(&headers, body).await });
        assert_eq!(kind(told).is_none(), is_taken, "{alg}");
    }
}

#[test]
fn a_token_under_a_shared_secret_is_no_token_of_another_one() {
    let clock = VirtualClock::new();
    let client = alone(&clock, "none");
    let body = "{}";
    let claims = json!({ "payload_hash": hex(sha256(body)) });
    let receive = |alg: &str, key: &str| {
        let algorithm = match alg {
            "HS384" => aws_lc_rs::hmac::HMAC_SHA384,
            "HS512" => aws_lc_rs::hmac::HMAC_SHA512,
            _ => aws_lc_rs::hmac::HMAC_SHA256,
        };
        let key = aws_lc_rs::hmac::Key::new(algorithm, key.as_bytes());
        let sign = |message: &[u8]| aws_lc_rs::hmac::sign(&key, message).as_ref().to_vec();
        let token = token(&json!({ "alg": alg }), &claims, sign);
        kind(run(&clock, async { client.by_shared().receive(&headers([("x-jwt", token.as_str())]), body).await }))
    };
    for alg in ["HS256", "HS384", "HS512"] {
        assert_eq!(receive(alg, SHARED), None, "{alg}");
        assert_eq!(receive(alg, "another secret"), UNVERIFIED, "{alg}");
    }
    assert_eq!(receive("none", SHARED), UNVERIFIED);
    assert_eq!(receive("ES256", SHARED), UNVERIFIED);
}
