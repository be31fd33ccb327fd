use super::*;

fn token(claims: &str) -> String {
    format!("e30.{}.c2ln", Encoding::Base64Url.encode(claims.as_bytes()))
}

#[test]
fn expiry_reads_seconds_and_fractions() {
    let seconds = |claims: &str| expiry(&token(claims));
    assert_eq!(seconds(r#"{"exp":1300819380}"#), Some(Duration::from_secs(1_300_819_380)));
    assert_eq!(seconds(r#"{"iss":"joe","exp":1300819380.5}"#), Some(Duration::from_millis(1_300_819_380_500)));
    assert_eq!(seconds(r#"{"exp":1.3e9}"#), Some(Duration::from_secs(1_300_000_000)));
    assert_eq!(seconds(r#"{"exp":0}"#), Some(Duration::ZERO));
    // RFC 7515, appendix A.1, as it stands there.
    let rfc = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9\
        .eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ\
        .dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    assert_eq!(expiry(rfc), Some(Duration::from_secs(1_300_819_380)));
}

#[test]
fn expiry_is_none_where_the_token_does_not_say() {
    for claims in [
        "{}",
        r#"{"exp":null}"#,
        r#"{"exp":"1300819380"}"#,
        r#"{"exp":-1}"#,
        r#"{"exp":1e300}"#,
        r#"{"nested":{"exp":1300819380}}"#,
        "[1300819380]",
        "1300819380",
        "{\"exp\":1300819380",
        "",
    ] {
        assert_eq!(expiry(&token(claims)), None, "{claims}");
    }
    let padded = format!("e30.{}==.c2ln", Encoding::Base64Url.encode(br#"{"exp":1}"#));
    assert_eq!(expiry(&padded), Some(Duration::from_secs(1)));
    let standard = "e30.eyJleHAiOjEsIj8/Pz4+PiI6MX0.c2ln";
    assert_eq!(expiry(standard), None, "the standard alphabet is not a token's");
    for no_token in ["", ".", "..", "opaque", "a.b", "a.é.c", "e30.e30"] {
        assert_eq!(expiry(no_token), None, "{no_token}");
    }
}
