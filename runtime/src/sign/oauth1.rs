//! OAuth 1.0a (RFC 5849): the `Authorization` header of a signed request.

use bytes::Bytes;
use http::Request;
use http::header::CONTENT_TYPE;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, percent_encode};

use crate::value::{Encoding, hmac_sha1, hmac_sha256};

/// Everything but the unreserved characters of RFC 3986, as RFC 5849, section 3.6, has it.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How a request is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digest {
    /// `HMAC-SHA1`, the only keyed digest of RFC 5849.
    HmacSha1,
    /// `HMAC-SHA256`, which some vendors ask for instead.
    HmacSha256,
}

impl Digest {
    const fn name(self) -> &'static str {
        match self {
            Digest::HmacSha1 => "HMAC-SHA1",
            Digest::HmacSha256 => "HMAC-SHA256",
        }
    }
}

/// What a request is signed with. It holds keys, and has no `Debug`.
#[derive(Clone, Copy)]
pub struct OAuth1<'a> {
    /// How the request is signed.
    pub digest: Digest,
    /// What the header names first, where the vendor asks for it; it is not signed.
    pub realm: Option<&'a str>,
    /// Who calls.
    pub consumer_key: &'a str,
    /// The caller's secret.
    pub consumer_secret: &'a str,
    /// On whose behalf: the token and its secret. Without them, the caller calls for itself.
    pub token: Option<(&'a str, &'a str)>,
    /// A text that no other request of the same second has.
    pub nonce: &'a str,
    /// Seconds since 1970.
    pub timestamp: &'a str,
}

impl OAuth1<'_> {
    /// The value of the `Authorization` header for a request that is complete but for this header.
    ///
    /// The URL with its query is signed, and the body where its content type is `application/x-www-form-urlencoded`;
    /// nothing of these may change afterwards. All characters of the value are visible ASCII or spaces.
    pub fn authorization(&self, request: &Request<Bytes>) -> String {
        let mut protocol = vec![
            ("oauth_consumer_key", self.consumer_key),
            ("oauth_nonce", self.nonce),
            ("oauth_signature_method", self.digest.name()),
            ("oauth_timestamp", self.timestamp),
        ];
        protocol.extend(self.token.map(|(token, _)| ("oauth_token", token)));
        protocol.push(("oauth_version", "1.0"));
        let signature = self.sign(&base_string(request, &protocol));
        protocol.push(("oauth_signature", &signature));

        let shown = self.realm.map(|realm| ("realm", realm)).into_iter().chain(protocol);
        let shown: Vec<_> = shown.map(|(name, value)| format!("{name}=\"{}\"", encode(value.as_bytes()))).collect();
        format!("OAuth {}", shown.join(", "))
    }

    /// Section 3.4.2: both secrets are the key, and without a token the second one is empty.
    fn sign(&self, base: &str) -> String {
        let token_secret = self.token.map_or("", |(_, secret)| secret);
        let key = format!("{}&{}", encode(self.consumer_secret.as_bytes()), encode(token_secret.as_bytes()));
        match self.digest {
            Digest::HmacSha1 => hmac_sha1(key.as_bytes(), &[base.as_bytes()]).encode(Encoding::Base64),
            Digest::HmacSha256 => hmac_sha256(key.as_bytes(), &[base.as_bytes()]).encode(Encoding::Base64),
        }
    }
}

/// Section 3.4.1: the method, the URL and the parameters, encoded and sorted, as one text.
fn base_string(request: &Request<Bytes>, protocol: &[(&str, &str)]) -> String {
    let encoded = |(name, value): &(&str, &str)| (encode(name.as_bytes()), encode(value.as_bytes()));
    let mut parameters: Vec<_> = protocol.iter().map(encoded).collect();
    parameters.extend(form(request.uri().query().unwrap_or_default().as_bytes()));
    if has_form(request) {
        parameters.extend(form(request.body()));
    }
    parameters.sort_unstable();
    let parameters: Vec<_> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let method = request.method().as_str().to_ascii_uppercase();
    format!("{method}&{}&{}", encode(base_url(request).as_bytes()), encode(parameters.join("&").as_bytes()))
}

/// Section 3.4.1.2: the URL in lower case, without query and without the scheme's own port.
fn base_url(request: &Request<Bytes>) -> String {
    let uri = request.uri();
    let scheme = uri.scheme_str().unwrap_or("https");
    let host = uri.host().unwrap_or_default().to_ascii_lowercase();
    let port = match (scheme, uri.port_u16()) {
        (_, None) | ("http", Some(80)) | ("https", Some(443)) => String::new(),
        (_, Some(port)) => format!(":{port}"),
    };
    format!("{scheme}://{host}{port}{}", uri.path())
}

/// Section 3.4.1.3.1: the parameters of a query or of a form, decoded and encoded anew.
fn form(text: &[u8]) -> impl Iterator<Item = (String, String)> {
    let pairs = text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let end = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at(end);
        (anew(name), anew(value.strip_prefix(b"=").unwrap_or_default()))
    })
}

fn anew(text: &[u8]) -> String {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded: Vec<u8> = percent_decode(&spaced).collect();
    encode(&decoded)
}

fn has_form(request: &Request<Bytes>) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn encode(text: &[u8]) -> String {
    percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests;
