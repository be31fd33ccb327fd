//! Computed values, and what signs requests.

use std::time::Duration;

use super::{Json, Stage, Text};

/// A computed value.
#[derive(Debug, Clone)]
pub struct Value {
    /// Its name in the spec.
    pub name: String,
    /// Its name in Rust.
    pub rust: String,
    /// What it is made by.
    pub function: Function,
    /// When it can be computed.
    pub stage: Stage,
}

/// What a value is made by.
#[derive(Debug, Clone)]
pub enum Function {
    /// The present moment, and what is added to it.
    Now(Moment, Duration),
    /// Bytes that nobody can guess, and how they are written.
    Random(Chance, Lot),
    /// A digest.
    Digest(Text, Hash, Encoding),
    /// A keyed digest.
    Hmac(Hmac),
    /// An RSA signature (PKCS#1 v1.5, SHA-256).
    Rsa(RsaSignature),
    /// Base64 of a text.
    Base64(Text),
    /// Several texts as one.
    Join(Vec<Text>, String),
    /// JSON as text.
    JsonText(Json),
    /// SHA-256 of the public half of a private key.
    Fingerprint(Text, Encoding),
    /// A signed JWT.
    Jwt(Jwt),
}

/// An RSA signature.
#[derive(Debug, Clone)]
pub struct RsaSignature {
    /// What is signed.
    pub text: Text,
    /// The private key, in PEM.
    pub key: Text,
    /// How the signature is written.
    pub encoding: Encoding,
}

impl Function {
    /// The texts that it is made of, those inside JSON not counted.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Function::Now(..) | Function::Random(..) | Function::JsonText(_) => Vec::new(),
            Function::Digest(text, ..) | Function::Base64(text) | Function::Fingerprint(text, _) => vec![text],
            Function::Hmac(hmac) => vec![&hmac.text, &hmac.key],
            Function::Rsa(rsa) => vec![&rsa.text, &rsa.key],
            Function::Join(texts, _) => texts.iter().collect(),
            Function::Jwt(jwt) => jwt.header.iter().map(|(_, text)| text).chain([&jwt.key]).collect(),
        }
    }
}

/// A signed JWT.
#[derive(Debug, Clone)]
pub struct Jwt {
    /// How it is signed.
    pub algorithm: JwtAlgorithm,
    /// The key.
    pub key: Text,
    /// What its header says besides the algorithm.
    pub header: Vec<(String, Text)>,
    /// Its claims.
    pub claims: Json,
}

/// How a JWT is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are the names of RFC 7518")]
pub enum JwtAlgorithm {
    Hs256,
    Hs384,
    Hs512,
    Rs256,
    Rs384,
    Rs512,
    Es256,
    Es384,
}

impl JwtAlgorithm {
    /// The algorithms and their names.
    pub const ALL: [(&'static str, JwtAlgorithm); 8] = [
        ("HS256", JwtAlgorithm::Hs256),
        ("HS384", JwtAlgorithm::Hs384),
        ("HS512", JwtAlgorithm::Hs512),
        ("RS256", JwtAlgorithm::Rs256),
        ("RS384", JwtAlgorithm::Rs384),
        ("RS512", JwtAlgorithm::Rs512),
        ("ES256", JwtAlgorithm::Es256),
        ("ES384", JwtAlgorithm::Es384),
    ];
}

impl JwtAlgorithm {
    /// Whether who checks a token could sign one too.
    pub fn is_shared(self) -> bool {
        matches!(self, JwtAlgorithm::Hs256 | JwtAlgorithm::Hs384 | JwtAlgorithm::Hs512)
    }
}

/// A signer that sorts and escapes as no template can say.
#[derive(Debug, Clone)]
pub enum Signer {
    /// OAuth 1.0a.
    OAuth1(OAuth1),
    /// AWS Signature Version 4.
    AwsSigV4(AwsSigV4),
}

/// What OAuth 1.0a signs with.
#[derive(Debug, Clone)]
pub struct OAuth1 {
    /// Who calls.
    pub consumer_key: Text,
    /// The caller's secret.
    pub consumer_secret: Text,
    /// On whose behalf: the token and its secret.
    pub token: Option<(Text, Text)>,
    /// What the header names first.
    pub realm: Option<Text>,
    /// Whether it signs with SHA-256 and not with SHA-1.
    pub is_sha256: bool,
    /// The number of its nonce among the operation's random values.
    pub nonce: u8,
}

/// What AWS Signature Version 4 signs with.
#[derive(Debug, Clone)]
pub struct AwsSigV4 {
    /// The service's signing name.
    pub service: Text,
    /// The region.
    pub region: Text,
    /// The id of the access key.
    pub access_key: Text,
    /// The secret of the access key.
    pub secret_key: Text,
    /// The token of temporary credentials.
    pub session_token: Option<Text>,
    /// Whether the digest of the body is sent.
    pub content_sha256: bool,
}

/// What a random value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chance {
    /// A version 4 UUID.
    Uuid,
    /// So many bytes.
    Bytes(u8, Encoding),
}

/// How long a random value lives, and which of its kind it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lot {
    /// Whether all attempts of one call have the same.
    pub per_call: bool,
    /// A number that no other random value of the operation has.
    pub number: u8,
}

/// A keyed digest.
#[derive(Debug, Clone)]
pub struct Hmac {
    /// What is under it.
    pub text: Text,
    /// The key.
    pub key: Text,
    /// How the key is written.
    pub key_as: KeyEncoding,
    /// The hash.
    pub hash: HmacHash,
    /// How the digest is written.
    pub encoding: Encoding,
}

/// How a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyEncoding {
    /// Its text, as UTF-8, is the key.
    Text,
    /// Hexadecimal.
    Hex,
    /// Base64 with padding.
    Base64,
}

impl KeyEncoding {
    /// The encodings and their names.
    pub const ALL: [(&'static str, KeyEncoding); 3] =
        [("text", KeyEncoding::Text), ("hex", KeyEncoding::Hex), ("base64", KeyEncoding::Base64)];
}

/// Formats of the present moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// `2024-01-02T03:04:05Z`.
    Rfc3339,
    /// `2024-01-02T03:04:05.678Z`.
    Rfc3339Millis,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
    /// `Tue, 02 Jan 2024 03:04:05 GMT`.
    HttpDate,
    /// `20240102T030405Z`.
    IsoBasic,
    /// `2024-01-02`, the day in UTC.
    Date,
}

impl Moment {
    /// The formats and their names.
    pub const ALL: [(&'static str, Moment); 7] = [
        ("rfc3339", Moment::Rfc3339),
        ("rfc3339_millis", Moment::Rfc3339Millis),
        ("unix_seconds", Moment::UnixSeconds),
        ("unix_millis", Moment::UnixMillis),
        ("http_date", Moment::HttpDate),
        ("iso_basic", Moment::IsoBasic),
        ("date", Moment::Date),
    ];
}

impl Moment {
    /// Whether it is written as a number.
    pub fn is_number(self) -> bool {
        matches!(self, Moment::UnixSeconds | Moment::UnixMillis)
    }
}

/// The hash of a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// MD5.
    Md5,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

/// The hash of a keyed digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HmacHash {
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

/// How bytes are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Hexadecimal.
    Hex,
    /// Hexadecimal in capitals.
    HexUpper,
    /// Base64, the standard alphabet with padding.
    Base64,
    /// Base64, the URL alphabet without padding.
    Base64Url,
}

impl Encoding {
    /// The encodings and their names.
    pub const ALL: [(&'static str, Encoding); 4] = [
        ("hex", Encoding::Hex),
        ("hex_upper", Encoding::HexUpper),
        ("base64", Encoding::Base64),
        ("base64url", Encoding::Base64Url),
    ];
}
