use super::*;
use crate::hints::Unit;

fn now(seconds: u64) -> Now {
    Now { mono: Duration::ZERO, wall: Duration::from_secs(seconds) }
}

fn token(header: &str, claims: &str) -> String {
    let part = |text: &str| Encoding::Base64Url.encode(text.as_bytes());
    format!("{}.{}.AAAA", part(header), part(claims))
}

fn claims(claims: &str) -> Token {
    Token::read(&token(r#"{"alg":"ES256"}"#, claims), &["ES256"]).expect("a token")
}

/// RFC 7515, appendix A.1: its `exp` is 1300819380.
#[test]
fn the_token_of_rfc_7515_says_what_it_says_until_it_ends() {
    let text = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
        eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
        dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let token = Token::read(text, &["HS256"]).expect("a token");
    let wanted: [Claim; 2] = [(&["iss"], "joe".to_owned()), (&["http://example.com/is_root"], "true".to_owned())];
    for (at, is_said) in [(0, true), (1_300_819_380, true), (1_300_819_439, true), (1_300_819_440, false)] {
        assert_eq!(token.says(&wanted, None, now(at)), is_said, "{at}");
    }
    let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    let key = hmac::Key::new(HMAC_SHA256, &Encoding::Base64Url.decode(key).expect("a key"));
    let (message, tag) = token.signed();
    assert!(hmac::verify(&key, message, tag).is_ok());
    assert!(Token::read(text, &["ES256"]).is_none(), "the spec says how it is signed, not the token");
}

#[test]
fn a_token_that_is_signed_otherwise_is_none() {
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"None"}"#,
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"es256"}"#,
        r#"{"alg":["ES256"]}"#,
        r#"{"alg":null}"#,
        r#"{"alg":"ES256","crit":["b64"],"b64":false}"#,
        r#"{"alg":"ES256","kid":7}"#,
        "{}",
        "[]",
        "null",
        "",
    ] {
        assert!(Token::read(&token(header, "{}"), &["ES256"]).is_none(), "{header}");
    }
    let right = token(r#"{"alg":"ES256"}"#, "{}");
    assert!(Token::read(&right, &["ES256"]).is_some());
    for text in [
        "",
        ".",
        "..",
        "a.b.c",
        &right.replace('.', ""),
        &format!("{right}.AAAA"),
        &format!("{right}="),
        &format!(" {right}"),
        &token(r#"{"alg":"ES256"}"#, "[]"),
        &token(r#"{"alg":"ES256"}"#, "no JSON"),
    ] {
        assert!(Token::read(text, &["ES256"]).is_none(), "{text}");
    }
}

#[test]
fn claims_are_what_they_must_be() {
    let token = claims(r#"{"a":"x","n":7,"t":true,"l":["u","x"],"o":{"p":"x"},"z":null}"#);
    let says = |path: &'static [&'static str], text: &str| token.says(&[(path, text.to_owned())], None, now(0));
    for (path, text) in [(&["a"][..], "x"), (&["n"], "7"), (&["t"], "true"), (&["l"], "x"), (&["o", "p"], "x")] {
        assert!(says(path, text), "{path:?}");
    }
    for (path, text) in [
        (&["a"][..], "X"),
        (&["a"], ""),
        (&["z"], "null"),
        (&["z"], ""),
        (&["o"], "x"),
        (&["o", "q"], "x"),
        (&["l"], "v"),
        (&["missing"], ""),
        (&[], "x"),
    ] {
        assert!(!says(path, text), "{path:?}: {text}");
    }
}

#[test]
fn times_that_are_none_end_a_token() {
    for text in [r#"{"exp":"1"}"#, r#"{"exp":null}"#, r#"{"nbf":true}"#, r#"{"exp":-1}"#, r#"{"nbf":1e300}"#] {
        assert!(!claims(text).says(&[], None, now(0)), "{text}");
    }
    let later = claims(r#"{"nbf":1000.5}"#);
    assert!(!later.says(&[], None, now(940)) && later.says(&[], None, now(941)));
    let sent =
        |token: &Token, at| token.says(&[], Some((&["iat"], Unit::UnixSeconds, Duration::from_secs(300))), now(at));
    let token = claims(r#"{"iat":1000}"#);
    for (at, is_fresh) in [(1000, true), (1300, true), (700, true), (1301, false), (699, false)] {
        assert_eq!(sent(&token, at), is_fresh, "{at}");
    }
    assert!(!sent(&claims("{}"), 0), "a moment that is not said is not now");
    assert!(!sent(&claims(r#"{"iat":[1000]}"#), 1000));
}
