//! The values that specs compute: moments, digests, signatures.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};
use subtle::ConstantTimeEq as _;

use crate::clock::Now;

/// `2024-01-02T03:04:05.678Z`.
pub fn rfc3339_millis(now: Now) -> String {
    format!("{:.3}", timestamp(now))
}

/// `2024-01-02T03:04:05Z`.
pub fn rfc3339(now: Now) -> String {
    format!("{:.0}", timestamp(now))
}

/// Seconds since 1970.
pub fn unix_seconds(now: Now) -> String {
    now.wall.as_secs().to_string()
}

/// Milliseconds since 1970.
pub fn unix_millis(now: Now) -> String {
    now.wall.as_millis().to_string()
}

/// `Tue, 02 Jan 2024 03:04:05 GMT`.
pub fn http_date(now: Now) -> String {
    // The library refuses years beyond 9999.
    const LAST: Duration = Duration::from_secs(253_402_300_799);
    httpdate::fmt_http_date(std::time::UNIX_EPOCH + now.wall.min(LAST))
}

/// `20240102T030405Z`.
pub fn iso_basic(now: Now) -> String {
    rfc3339(now).replace(['-', ':'], "")
}

/// `2024-01-02`.
pub fn date(now: Now) -> String {
    let text = rfc3339(now);
    text.split_once('T').map_or(text.as_str(), |(day, _)| day).to_owned()
}

fn timestamp(now: Now) -> Timestamp {
    let millis = i64::try_from(now.wall.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

/// A keyed digest that is not finished: it can be printed, or compared in constant time.
#[derive(Clone)]
pub struct Signature(Option<Keyed>);

#[derive(Clone)]
enum Keyed {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
    Sha512(Hmac<Sha512>),
}

/// HMAC-SHA-1 over the parts, one after the other: for vendors that know nothing newer.
pub fn hmac_sha1(key: &[u8], parts: &[&[u8]]) -> Signature {
    let mac = <Hmac<Sha1> as KeyInit>::new_from_slice(key).ok();
    // Everybody has an empty key, such as one that is not written as the spec says.
    let mac = mac.filter(|_| !key.is_empty());
    Signature(mac.map(|mut mac| {
        parts.iter().for_each(|part| mac.update(part));
        Keyed::Sha1(mac)
    }))
}

/// HMAC-SHA-256 over the parts, one after the other.
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> Signature {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).ok();
    // Everybody has an empty key, such as one that is not written as the spec says.
    let mac = mac.filter(|_| !key.is_empty());
    Signature(mac.map(|mut mac| {
        parts.iter().for_each(|part| mac.update(part));
        Keyed::Sha256(mac)
    }))
}

/// HMAC-SHA-512 over the parts, one after the other.
pub fn hmac_sha512(key: &[u8], parts: &[&[u8]]) -> Signature {
    let mac = <Hmac<Sha512> as KeyInit>::new_from_slice(key).ok();
    // Everybody has an empty key, such as one that is not written as the spec says.
    let mac = mac.filter(|_| !key.is_empty());
    Signature(mac.map(|mut mac| {
        parts.iter().for_each(|part| mac.update(part));
        Keyed::Sha512(mac)
    }))
}

/// MD5 over the parts: for vendors that know nothing newer.
pub fn md5(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = Md5::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().to_vec()
}

/// SHA-1 over the parts: for vendors that know nothing newer.
pub fn sha1(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha1::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().to_vec()
}

/// SHA-256 over the parts.
pub fn sha256(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha256::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().to_vec()
}

/// SHA-512 over the parts.
pub fn sha512(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha512::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().to_vec()
}

/// A random UUID, version 4, of these bytes.
pub fn uuid_v4(bytes: [u8; 32]) -> String {
    let mut id = [0; 16];
    id.copy_from_slice(&bytes[..16]);
    id[6] = id[6] & 0x0f | 0x40;
    id[8] = id[8] & 0x3f | 0x80;
    let hex = Encoding::Hex.encode(&id);
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// What Standard Webhooks writes before a key in Base64; no Base64 starts so.
const STANDARD_WEBHOOKS: &str = "whsec_";

/// The bytes of a key that is written as text. What is not so written makes a key of no bytes, which no vendor takes.
pub fn key_bytes(key: &[u8], encoding: Encoding) -> Vec<u8> {
    let text = std::str::from_utf8(key).unwrap_or_default().trim();
    let text = match encoding {
        Encoding::Base64 => text.strip_prefix(STANDARD_WEBHOOKS).unwrap_or(text),
        Encoding::Hex | Encoding::HexUpper | Encoding::Base64Url => text,
    };
    encoding.decode(text).unwrap_or_default()
}

/// Whether one of the texts is this one, which a secret has part in: compared as bytes, whole, and in constant time.
pub fn is_secret<'g>(secret: &str, all: impl IntoIterator<Item = &'g str>) -> bool {
    all.into_iter().any(|given| bool::from(secret.as_bytes().ct_eq(given.as_bytes())))
}

/// How bytes are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Lower-case hexadecimal.
    Hex,
    /// Upper-case hexadecimal.
    HexUpper,
    /// Base64 with padding, the standard alphabet.
    Base64,
    /// Base64 without padding, the URL alphabet.
    Base64Url,
}

impl Encoding {
    /// Writes bytes as text.
    pub fn encode(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Hex => bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect(),
            Encoding::HexUpper => Encoding::Hex.encode(bytes).to_ascii_uppercase(),
            Encoding::Base64 => STANDARD.encode(bytes),
            Encoding::Base64Url => URL_SAFE_NO_PAD.encode(bytes),
        }
    }

    /// Reads text as bytes, strictly: no white space, no other alphabet, no missing padding. Hexadecimal may be in either
    /// case, since it says the same bytes.
    pub fn decode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Encoding::Hex | Encoding::HexUpper => text.as_bytes().chunks(2).map(pair).collect(),
            Encoding::Base64 => STANDARD.decode(text).ok(),
            Encoding::Base64Url => URL_SAFE_NO_PAD.decode(text).ok(),
        }
    }
}

fn digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}

fn pair(digits: &[u8]) -> Option<u8> {
    let [high, low] = digits else { return None };
    let value = |digit: u8| char::from(digit).to_digit(16);
    u8::try_from(value(*high)? * 16 + value(*low)?).ok()
}

impl Signature {
    /// The signature as text.
    pub fn encode(self, encoding: Encoding) -> String {
        match self.0 {
            Some(Keyed::Sha1(mac)) => encoding.encode(&mac.finalize().into_bytes()),
            Some(Keyed::Sha256(mac)) => encoding.encode(&mac.finalize().into_bytes()),
            Some(Keyed::Sha512(mac)) => encoding.encode(&mac.finalize().into_bytes()),
            None => String::new(),
        }
    }

    /// Whether one of the texts is this signature behind a prefix.
    pub fn matches_any<'g>(self, prefix: &str, all: impl IntoIterator<Item = &'g str>, encoding: Encoding) -> bool {
        let mut behind = all.into_iter().filter_map(|given| given.strip_prefix(prefix));
        behind.any(|given| self.clone().matches(Some(given), encoding))
    }

    /// Whether `given` is this signature: decoded strictly, then compared as bytes, whole, and in constant time.
    fn matches(self, given: Option<&str>, encoding: Encoding) -> bool {
        let Some(given) = given.and_then(|given| encoding.decode(given)) else { return false };
        match self.0 {
            Some(Keyed::Sha1(mac)) => mac.verify_slice(&given).is_ok(),
            Some(Keyed::Sha256(mac)) => mac.verify_slice(&given).is_ok(),
            Some(Keyed::Sha512(mac)) => mac.verify_slice(&given).is_ok(),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// partner id, key, timestamp, signature: computed by Smile ID's own clients.
    const VECTORS: [(&str, &str, &str, &str); 9] = [
        ("partner", "apikey", "2023-03-09T21:35:00.279Z", "+S/hVtmFwynoroXQQbjOQ3/l+a5zshNldrQh/iBdxRQ="),
        ("partner", "apiKey", "2023-02-13T15:07:42.214Z", "XxThLHZy2ij1WINkqNEPgzVs9RvUDHWlebDYzprqS74="),
        ("001", "apikey", "2023-03-09T21:35:00.279Z", "bBAIXcEbOvPTLKG0kynBoNXFMaR+aplfbQXVSMveS38="),
        ("2", "s3cr3t", "2024-01-02T03:04:05.678Z", "56Kp6tofv2YQ+clMKwhwdhihb7ktQPAg+iD8lG09Epo="),
        ("001", "kéy-ünï", "2024-01-02T03:04:05.678Z", "4CJLyfwC7L0Xi6mUozpZZOlvf+D+vW6FkdaBxjJ0kqw="),
        ("001", "apikey", "2024-01-02T03:04:05.678901+00:00", "W9Y5Z/fCVYnNd2q3q8yk5RH5L4CVESHO46DmT2aWsQw="),
        ("001", "apikey", "2024-01-02 03:04:05 +0000", "W2D2KzfosbER0d5Nz2uzt3oE9iXJUKHFfLJgvcLlv5Q="),
        ("001", "apikey", "1678397700279", "MrMi5sgxpbJ6Kjky/rZJP1WpGmYCs1Ei0ys5zN8uj74="),
        ("001", "apikey", "not-a-date", "PYGt94ZzNlW0kq4v9lHGQDryu4+OVwoufCsEJIXvTE4="),
    ];

    fn sign(partner: &str, key: &str, timestamp: &str) -> Signature {
        hmac_sha256(key.as_bytes(), &[timestamp.as_bytes(), partner.as_bytes(), b"sid_request"])
    }

    #[test]
    fn signs_as_the_vendors_clients_do() {
        for (partner, key, timestamp, signature) in VECTORS {
            assert_eq!(sign(partner, key, timestamp).encode(Encoding::Base64), signature);
            assert!(sign(partner, key, timestamp).matches(Some(signature), Encoding::Base64));
        }
    }

    /// RFC 2202, section 3.
    #[test]
    fn signs_the_vectors_of_rfc_2202() {
        let counted: Vec<u8> = (1..=25).collect();
        let vectors: [(&[u8], &[u8], &str); 7] = [
            (&[0x0b; 20], b"Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
            (b"Jefe", b"what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            (&[0xaa; 20], &[0xdd; 50], "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
            (&counted, &[0xcd; 50], "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
            (&[0x0c; 20], b"Test With Truncation", "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
            (
                &[0xaa; 80],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "aa4ae5e15272d00e95705637ce8a3b55ed402112",
            ),
            (
                &[0xaa; 80],
                b"Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data",
                "e8e99d0f45237d786d6bbaa7965c7808bbff1a91",
            ),
        ];
        for (key, data, digest) in vectors {
            assert_eq!(hmac_sha1(key, &[data]).encode(Encoding::Hex), digest);
            assert!(hmac_sha1(key, &[data]).matches(Some(digest), Encoding::Hex));
        }
    }

    #[test]
    fn refuses_every_other_signature() {
        let (partner, key, timestamp, right) = VECTORS[0];
        let refused = |given: Option<&str>| !sign(partner, key, timestamp).matches(given, Encoding::Base64);
        assert!(refused(None));
        for end in 0..right.len() {
            assert!(refused(Some(&right[..end])), "a prefix of {end}");
        }
        for wrong in [
            format!("{right}A"),
            format!("{right}="),
            format!(" {right}"),
            right.replace('+', "-"),
            VECTORS[1].3.to_owned(),
        ] {
            assert!(refused(Some(&wrong)), "{wrong}");
        }
        assert!(!sign(partner, "apikeY", timestamp).matches(Some(right), Encoding::Base64));
    }

    #[test]
    fn moments_have_the_documented_formats() {
        let now = Now { mono: Duration::ZERO, wall: Duration::from_millis(1_704_164_645_678) };
        assert_eq!(rfc3339_millis(now), "2024-01-02T03:04:05.678Z");
        assert_eq!(rfc3339(now), "2024-01-02T03:04:05Z");
        assert_eq!(unix_seconds(now), "1704164645");
        assert_eq!(unix_millis(now), "1704164645678");
        assert_eq!(http_date(now), "Tue, 02 Jan 2024 03:04:05 GMT");
        let whole = Now { mono: Duration::ZERO, wall: Duration::from_secs(1_704_164_645) };
        assert_eq!(rfc3339_millis(whole), "2024-01-02T03:04:05.000Z");
    }

    #[test]
    fn encodings_read_what_they_write() {
        for encoding in [Encoding::Hex, Encoding::Base64, Encoding::Base64Url] {
            for length in 0..40_u8 {
                let bytes: Vec<u8> = (0..length).map(|at| at.wrapping_mul(97)).collect();
                assert_eq!(encoding.decode(&encoding.encode(&bytes)), Some(bytes));
            }
        }
        assert_eq!(Encoding::Hex.decode("0"), None);
        assert_eq!(Encoding::Hex.decode("zz"), None);
    }
}
