//! OAuth 1.0a (RFC 5849): the signature in `Authorization`, made once more.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, HOST};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use settled_codegen::model::{Body, OAuth1};
use sha1::Sha1;
use sha2::Sha256;

use super::super::compute::mac;
use super::super::wire::{Pairs, Wire, pairs};
use super::Check;

/// Everything but what section 3.6 leaves as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Check<'_> {
    pub(super) fn oauth1(&mut self, spec: &OAuth1) {
        let wire = self.binding.wire;
        let Some(given) = wire.header(AUTHORIZATION.as_str()).and_then(parameters) else {
            return self.forged("header `authorization` carries no signature of OAuth 1.0a".to_owned());
        };
        let text = |text| self.binding.text(text);
        let method = if spec.is_sha256 { "HMAC-SHA256" } else { "HMAC-SHA1" };
        let mut expected = vec![
            ("oauth_consumer_key", text(&spec.consumer_key)),
            ("oauth_signature_method", Some(method.to_owned())),
            ("oauth_version", Some("1.0".to_owned())),
        ];
        expected.extend(spec.realm.as_ref().map(|realm| ("realm", text(realm))));
        expected.extend(spec.token.as_ref().map(|(token, _)| ("oauth_token", text(token))));
        let has_form = matches!(self.binding.operation.body, Some(Body::Form(_)));
        let token_secret = spec.token.as_ref().map_or(Some(String::new()), |(_, secret)| text(secret));
        let signature = text(&spec.consumer_secret).zip(token_secret).and_then(|(secret, token_secret)| {
            let key = format!("{}&{}", encoded(&secret), encoded(&token_secret));
            let base = base_string(&signed_url(wire), wire, &given, has_form);
            let mac = match spec.is_sha256 {
                true => mac::<hmac::Hmac<Sha256>>(key.as_bytes(), &base),
                false => mac::<hmac::Hmac<Sha1>>(key.as_bytes(), &base),
            };
            Some(STANDARD.encode(mac?))
        });
        expected.push(("oauth_signature", signature));
        for (name, expected) in &expected {
            let given: Vec<_> = given.iter().filter(|(given, _)| given == name).map(|(_, value)| value).collect();
            if given.len() != 1 || Some(given[0]) != expected.as_ref() {
                self.forged(format!("`{name}` in header `authorization` is not what the spec says"));
            }
        }
        let own = |name: &str| given.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value);
        if own("oauth_nonce").is_empty() {
            self.forged("`oauth_nonce` in header `authorization` is missing".to_owned());
        }
        if own("oauth_timestamp").parse::<u64>().is_err() {
            self.forged("`oauth_timestamp` in header `authorization` is no moment".to_owned());
        }
        let free = ["oauth_nonce", "oauth_timestamp"];
        for (name, _) in &given {
            if !free.contains(&name.as_str()) && !expected.iter().any(|(known, _)| known == name) {
                self.forged(format!("`{name}` in header `authorization` is not in the spec"));
            }
        }
    }
}

/// The nonce of a request.
pub(in super::super) fn nonce(wire: &Wire<'_>) -> Option<String> {
    let given = wire.header(AUTHORIZATION.as_str()).and_then(parameters)?;
    given.into_iter().find(|(name, _)| name == "oauth_nonce").map(|(_, nonce)| nonce)
}

/// The parameters of the header, decoded.
fn parameters(header: &str) -> Option<Pairs> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8().ok().map(Into::into);
    let parameter = |text: &str| {
        let (name, value) = text.trim().split_once('=')?;
        Some((decode(name)?, decode(value.strip_prefix('"')?.strip_suffix('"')?)?))
    };
    header.strip_prefix("OAuth ")?.split(',').map(parameter).collect()
}

/// Section 3.4.1.2.
fn signed_url(wire: &Wire<'_>) -> String {
    let host = wire.header(HOST.as_str()).unwrap_or_default().to_ascii_lowercase();
    format!("http://{}{}", host.strip_suffix(":80").unwrap_or(&host), wire.head.uri.path())
}

/// Section 3.4.1.
fn base_string(url: &str, wire: &Wire<'_>, header: &Pairs, has_form: bool) -> String {
    let signed = |(name, _): &&(String, String)| !["realm", "oauth_signature"].contains(&name.as_str());
    let mut all: Pairs = header.iter().filter(signed).cloned().collect();
    all.extend(pairs(wire.query()));
    if has_form {
        all.extend(wire.form());
    }
    let mut all: Vec<_> = all.iter().map(|(name, value)| (encoded(name), encoded(value))).collect();
    all.sort();
    let all: Vec<_> = all.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{}&{}&{}", wire.head.method, encoded(url), encoded(&all.join("&")))
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::Request;

    use super::*;

    /// RFC 5849, sections 3.1 and 3.4.1.1.
    #[test]
    fn the_base_string_is_that_of_the_rfc() {
        let authorization = r#"OAuth realm="Example",oauth_consumer_key="9djdj82h48djs9d2",
            oauth_token="kkk9d7dh3k39sjv7",oauth_signature_method="HMAC-SHA1",
            oauth_timestamp="137131201",oauth_nonce="7d8f3e4a",
            oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D""#;
        let request = Request::post("/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b").header("host", "EXAMPLE.COM:80");
        let (head, ()) = request.body(()).expect("a request").into_parts();
        let body = Bytes::from_static(b"c2&a3=2+q");
        let wire = Wire { head: &head, body: &body };
        let header = parameters(authorization).expect("parameters");
        assert_eq!(signed_url(&wire), "http://example.com/request");
        let expected = "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D\
            %25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth\
            _signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7";
        assert_eq!(base_string(&signed_url(&wire), &wire, &header, true), expected);
    }

    /// RFC 5849, section 1.2: the request for the photo.
    #[test]
    fn the_signature_is_that_of_the_rfc() {
        let request = Request::get("/photos?file=vacation.jpg&size=original").header("host", "photos.example.net");
        let (head, ()) = request.body(()).expect("a request").into_parts();
        let body = Bytes::new();
        let wire = Wire { head: &head, body: &body };
        let header = parameters(
            r#"OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk",
            oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH",
            oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D""#,
        );
        let base = base_string(&signed_url(&wire), &wire, &header.expect("parameters"), false);
        let mac = mac::<hmac::Hmac<Sha1>>(b"kd94hf93k423kf44&pfkkdhi9sl3r4s00", &base).expect("any key");
        assert_eq!(STANDARD.encode(mac), "MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }
}
