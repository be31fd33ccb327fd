//! AWS Signature Version 4: the signature in `Authorization`, made once more.

use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use settled_codegen::model::{AwsSigV4, Encoding};
use sha2::{Digest, Sha256};

use super::super::compute::{encode, mac};
use super::super::wire::Wire;
use super::Check;

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same in a path, whose slashes stay.
const IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

const DATE: &str = "x-amz-date";
const TOKEN: &str = "x-amz-security-token";
const DIGEST: &str = "x-amz-content-sha256";

/// What a signature is made with.
struct Keys<'a> {
    secret_key: &'a str,
    region: &'a str,
    service: &'a str,
}

impl Check<'_> {
    pub(super) fn aws_sigv4(&mut self, spec: &AwsSigV4) {
        let wire = self.binding.wire;
        let text = |text| self.binding.text(text).unwrap_or_default();
        let (region, service, access_key) = (text(&spec.region), text(&spec.service), text(&spec.access_key));
        let token = spec.session_token.as_ref().map(text).filter(|token| !token.is_empty());
        let secret_key = text(&spec.secret_key);
        let digest = digest(wire.body);
        if wire.header(TOKEN) != token.as_deref() {
            self.forged(format!("header `{TOKEN}` is not what the spec says"));
        }
        let has_digest = spec.content_sha256 || is_s3(&service);
        if wire.header(DIGEST) != Some(digest.as_str()).filter(|_| has_digest) {
            self.forged(format!("header `{DIGEST}` is not what the spec says"));
        }
        let date = wire.header(DATE).unwrap_or_default();
        if !is_date(date) {
            return self.forged(format!("header `{DATE}` is no moment in the format of the spec"));
        }
        let given = wire.header(AUTHORIZATION.as_str()).unwrap_or_default();
        let Some((credential, signed, signature)) = parts(given) else {
            return self.forged("header `authorization` carries no signature of AWS".to_owned());
        };
        if credential != format!("{access_key}/{}/{region}/{service}/aws4_request", &date[..8]) {
            self.forged("`Credential` in header `authorization` is not what the spec says".to_owned());
        }
        let own = [HOST.as_str(), CONTENT_TYPE.as_str(), DATE, TOKEN, DIGEST].into_iter();
        let declared = self.binding.operation.headers.iter().map(|header| header.name.as_str());
        for name in own.chain(declared).filter(|name| wire.header(name).is_some()) {
            if !signed.split(';').any(|signed| signed == name) {
                self.forged(format!("header `{name}` is not signed"));
            }
        }
        let keys = Keys { secret_key: &secret_key, region: &region, service: &service };
        if keys.signature(date, &canonical(wire, signed, &digest, is_s3(&service))).as_deref() != Some(signature) {
            self.forged("`Signature` in header `authorization` is not what the spec says".to_owned());
        }
    }
}

impl Keys<'_> {
    fn signature(&self, date: &str, request: &str) -> Option<String> {
        let day = date.get(..8)?;
        let scope = format!("{day}/{}/{}/aws4_request", self.region, self.service);
        let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", digest(request.as_bytes()));
        let mut key = format!("AWS4{}", self.secret_key).into_bytes();
        for part in [day, self.region, self.service, "aws4_request"] {
            key = mac::<hmac::Hmac<Sha256>>(&key, part)?;
        }
        Some(encode(&mac::<hmac::Hmac<Sha256>>(&key, &text)?, Encoding::Hex))
    }
}

/// The canonical request.
fn canonical(wire: &Wire<'_>, signed: &str, digest: &str, is_s3: bool) -> String {
    let path = wire.head.uri.path();
    let path = if is_s3 { path.to_owned() } else { utf8_percent_encode(path, IN_PATH).to_string() };
    let anew = |text: &str| {
        let decoded: Vec<u8> = percent_decode_str(text).collect();
        percent_encoding::percent_encode(&decoded, RESERVED).to_string()
    };
    let pairs = wire.query().split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut query: Vec<_> = pairs.map(|(name, value)| (anew(name), anew(value))).collect();
    query.sort();
    let query: Vec<_> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let header = |name: &str| {
        let values = wire.head.headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        let values = values.map(|value| value.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        format!("{name}:{}\n", values.collect::<Vec<_>>().join(","))
    };
    let headers: String = signed.split(';').map(header).collect();
    format!("{}\n{path}\n{}\n{headers}\n{signed}\n{digest}", wire.head.method, query.join("&"))
}

/// Credential, signed headers and signature.
fn parts(header: &str) -> Option<(&str, &str, &str)> {
    let mut parts = header.strip_prefix("AWS4-HMAC-SHA256 ")?.split(", ");
    let mut part = |name: &str| parts.next()?.strip_prefix(name)?.strip_prefix('=');
    Some((part("Credential")?, part("SignedHeaders")?, part("Signature")?))
}

fn digest(bytes: &[u8]) -> String {
    encode(&Sha256::digest(bytes), Encoding::Hex)
}

/// `20240102T030405Z`.
fn is_date(text: &str) -> bool {
    let is_digit = |at: usize| text.as_bytes()[at].is_ascii_digit();
    text.len() == 16 && text.as_bytes()[8] == b'T' && text.ends_with('Z') && (0..8).chain(9..15).all(is_digit)
}

/// Whether a service signs its paths as they are sent, and always the digest of the body.
fn is_s3(service: &str) -> bool {
    service == "s3" || service.starts_with("s3-") || service == "s3express"
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::Request;

    use super::*;

    /// AWS's test suite of Signature Version 4: its keys, and three of its requests.
    #[test]
    fn signatures_are_those_of_the_suite() {
        let keys =
            Keys { secret_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", region: "us-east-1", service: "service" };
        let cases = [
            ("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
            ("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
            (
                "GET",
                "/?Param2=value2&Param1=value1",
                "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
            ),
        ];
        for (method, target, expected) in cases {
            let request = Request::builder().method(method).uri(target).header("host", "example.amazonaws.com");
            let request = request.header(DATE, "20150830T123600Z").body(()).expect("a request");
            let (head, ()) = request.into_parts();
            let body = Bytes::new();
            let wire = Wire { head: &head, body: &body };
            let request = canonical(&wire, "host;x-amz-date", &digest(&body), false);
            assert_eq!(keys.signature("20150830T123600Z", &request).as_deref(), Some(expected), "{method} {target}");
        }
        assert!(is_date("20150830T123600Z") && !is_date("20150830T123600") && !is_date("2015-08-30T12:36Z"));
    }
}
