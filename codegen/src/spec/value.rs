//! Computed values, as written.

use serde_json::{Value, json};

use super::body::JsonBody;
use super::literal::{Text, Time};
use super::template::Template;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{Encoding, Hash, HmacHash, JwtAlgorithm, KeyEncoding, Moment};
use crate::record::{Named, exactly_one, record};
use crate::source::{Span, Spanned};

record! {
    /// A computed value: exactly one function, and how its bytes are written.
    ValueSpec = "a value" with form {
        /// The present moment: `rfc3339`, `rfc3339_millis`, `unix_seconds`, `unix_millis`, `http_date`, `iso_basic` or
        /// `date`.
        now: Option<Text>,
        /// What is added to the present moment.
        plus: Option<Time>,
        /// So many bytes that nobody can guess, 8 to 32; needs `as`.
        random: Option<Spanned<u32>>,
        /// A random UUID: `v4`.
        uuid: Option<Text>,
        /// `call`: a random value stays the same while a call is tried again. Otherwise every attempt has its own.
        per: Option<Text>,
        /// MD5 of a text, for vendors that know nothing newer; needs `as`.
        md5: Option<Template>,
        /// SHA-1 of a text, for vendors that know nothing newer; needs `as`.
        sha1: Option<Template>,
        /// SHA-256 of a text; needs `as`.
        sha256: Option<Template>,
        /// SHA-512 of a text; needs `as`.
        sha512: Option<Template>,
        /// HMAC with SHA-1 over a text; needs `key` and `as`.
        hmac_sha1: Option<Template>,
        /// HMAC with SHA-256 over a text; needs `key` and `as`.
        hmac_sha256: Option<Template>,
        /// HMAC with SHA-512 over a text; needs `key` and `as`.
        hmac_sha512: Option<Template>,
        /// RSA signature (PKCS#1 v1.5, SHA-256) of a text; needs a private `key` in PEM and `as`.
        rsa_sha256: Option<Template>,
        /// A text in Base64.
        base64: Option<Template>,
        /// Several texts as one; needs `with`. An input that is a list stands for its elements.
        join: Option<Vec<Template>>,
        /// What stands between joined texts; may be empty.
        with: Option<Text>,
        /// Several texts, each on a line of its own: joined by a line feed.
        lines: Option<Vec<Template>>,
        /// JSON as a text, for a string inside JSON.
        json_text: Option<JsonBody>,
        /// SHA-256 of the public half of a private key in PEM, in its DER form; needs `as`.
        public_key_sha256: Option<Template>,
        /// A signed JWT: its algorithm; needs `key` and `claims`.
        jwt: Option<Text>,
        /// The claims of a JWT.
        claims: Option<JsonBody>,
        /// What the header of a JWT says besides its algorithm, such as `kid`.
        header: Named<Template>,
        /// The key of an HMAC, a signature or a JWT. One that is no shared secret is PEM.
        key: Option<Template>,
        /// How that key is written: `text` (its UTF-8 bytes, unless said), `hex` or `base64`.
        key_as: Option<Text>,
        /// How bytes are written: `hex`, `hex_upper`, `base64` or `base64url`.
        encoding as "as": Option<Text>,
    }
}

/// The keys that are functions.
const FUNCTIONS: &[&str] = &[
    "now",
    "random",
    "uuid",
    "md5",
    "sha1",
    "sha256",
    "sha512",
    "hmac_sha1",
    "hmac_sha256",
    "hmac_sha512",
    "rsa_sha256",
    "base64",
    "join",
    "lines",
    "json_text",
    "public_key_sha256",
    "jwt",
];

const EXPECTED: &str = "exactly one function (`now`, `random`, `uuid`, `md5`, `sha1`, `sha256`, `sha512`, `hmac_sha1`, \
    `hmac_sha256`, `hmac_sha512`, `rsa_sha256`, `base64`, `join`, `lines`, `json_text`, `public_key_sha256`, `jwt`)";

/// What a schema can say of a value beside its keys.
fn form() -> Value {
    let words = |all: &[&str]| json!({ "enum": all });
    let digests = ["md5", "sha1", "sha256", "sha512", "random", "public_key_sha256"].map(|name| (name, json!(["as"])));
    let keyed = ["hmac_sha1", "hmac_sha256", "hmac_sha512", "rsa_sha256"].map(|name| (name, json!(["key", "as"])));
    let others = [("join", json!(["with"])), ("jwt", json!(["key", "claims"]))];
    let needs = digests.into_iter().chain(keyed).chain(others);
    json!({
        "oneOf": exactly_one(FUNCTIONS),
        "dependentRequired": needs.map(|(name, keys)| (name.to_owned(), keys)).collect::<serde_json::Map<_, _>>(),
        "properties": {
            "now": words(&Moment::ALL.map(|(name, _)| name)),
            "uuid": words(&["v4"]),
            "per": words(&["call"]),
            "random": { "minimum": 8, "maximum": 32 },
            "jwt": words(&JwtAlgorithm::ALL.map(|(name, _)| name)),
            "as": words(&Encoding::ALL.map(|(name, _)| name)),
            "key_as": words(&KeyEncoding::ALL.map(|(name, _)| name)),
        },
    })
}

/// What a value is made by.
#[derive(Debug, Clone)]
pub enum Function {
    /// The present moment in a format.
    Now(Text),
    /// Random bytes, so many.
    Random(Spanned<u32>),
    /// A random UUID of a version.
    Uuid(Text),
    /// A digest.
    Digest(Template, Hash),
    /// A keyed digest: the text, then the key.
    Hmac(Template, Template, HmacHash),
    /// An RSA signature: the text, then the key.
    Rsa(Template, Template),
    /// Base64 of a text.
    Base64(Template),
    /// Several texts as one.
    Join(Vec<Template>, String),
    /// JSON as text.
    JsonText(JsonBody),
    /// The fingerprint of a key.
    Fingerprint(Template),
    /// A JWT: its algorithm, its key and its claims.
    Jwt(Text, Template, JsonBody),
}

impl Function {
    /// Its key in the spec.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Function::Now(_) => "now",
            Function::Random(_) => "random",
            Function::Uuid(_) => "uuid",
            Function::Digest(_, Hash::Md5) => "md5",
            Function::Digest(_, Hash::Sha1) => "sha1",
            Function::Digest(_, Hash::Sha256) => "sha256",
            Function::Digest(_, Hash::Sha512) => "sha512",
            Function::Rsa(..) => "rsa_sha256",
            Function::Hmac(..) => "hmac",
            Function::Base64(_) => "base64",
            Function::Join(..) => "join",
            Function::JsonText(_) => "json_text",
            Function::Fingerprint(_) => "public_key_sha256",
            Function::Jwt(..) => "jwt",
        }
    }
}

impl ValueSpec {
    /// The one function. What is wrong with the record is pushed.
    pub(crate) fn function(&self, problems: &mut Diagnostics) -> Option<Spanned<Function>> {
        let given: Vec<_> = self.functions(problems)?.into_iter().flatten().collect();
        match <[Function; 1]>::try_from(given) {
            Ok([function]) => Some(Spanned::new(function, self.span)),
            Err(given) => {
                let lost = FUNCTIONS.iter().any(|key| problems.is_lost(key));
                if !given.is_empty() || !lost {
                    let found = if given.is_empty() { "there is none here" } else { "there are several here" };
                    problems.push(first_line(self.span), Problem::NotExactlyOne { expected: EXPECTED, found });
                }
                None
            }
        }
    }

    /// All functions that there can be. `None` where one lacks what it needs.
    fn functions(&self, problems: &mut Diagnostics) -> Option<[Option<Function>; 17]> {
        let hmac = |text: &Option<Template>, hash: HmacHash, problems: &mut Diagnostics| -> Option<Option<Function>> {
            let Some(text) = text else { return Some(None) };
            let Some(key) = &self.key else {
                problems.push(text.span, Problem::MissingKey { key: "key", record: "a keyed digest" });
                return None;
            };
            Some(Some(Function::Hmac(text.clone(), key.clone(), hash)))
        };
        let join = match (&self.join, &self.with) {
            (None, _) => None,
            (Some(texts), Some(with)) => Some(Function::Join(texts.clone(), with.value.clone())),
            (Some(_), None) if problems.is_lost("with") => return None,
            (Some(_), None) => {
                problems.push(first_line(self.span), Problem::MissingKey { key: "with", record: "a join" });
                return None;
            }
        };
        let jwt = match (&self.jwt, &self.key, &self.claims) {
            (None, ..) => None,
            (Some(algorithm), Some(key), Some(claims)) => {
                Some(Function::Jwt(algorithm.clone(), key.clone(), claims.clone()))
            }
            (Some(algorithm), key, _) => {
                let key = if key.is_none() { "key" } else { "claims" };
                if !problems.is_lost(key) {
                    problems.push(algorithm.span, Problem::MissingKey { key, record: "a JWT" });
                }
                return None;
            }
        };
        let rsa = match (&self.rsa_sha256, &self.key) {
            (None, _) => None,
            (Some(text), Some(key)) => Some(Function::Rsa(text.clone(), key.clone())),
            (Some(_), None) if problems.is_lost("key") => return None,
            (Some(text), None) => {
                problems.push(text.span, Problem::MissingKey { key: "key", record: "a signature" });
                return None;
            }
        };
        Some([
            self.now.clone().map(Function::Now),
            self.random.clone().map(Function::Random),
            self.uuid.clone().map(Function::Uuid),
            self.md5.clone().map(|text| Function::Digest(text, Hash::Md5)),
            self.sha1.clone().map(|text| Function::Digest(text, Hash::Sha1)),
            self.sha256.clone().map(|text| Function::Digest(text, Hash::Sha256)),
            self.sha512.clone().map(|text| Function::Digest(text, Hash::Sha512)),
            hmac(&self.hmac_sha1, HmacHash::Sha1, problems)?,
            hmac(&self.hmac_sha256, HmacHash::Sha256, problems)?,
            hmac(&self.hmac_sha512, HmacHash::Sha512, problems)?,
            rsa,
            self.base64.clone().map(Function::Base64),
            join,
            self.lines.clone().map(|texts| Function::Join(texts, "\n".to_owned())),
            self.json_text.clone().map(Function::JsonText),
            self.public_key_sha256.clone().map(Function::Fingerprint),
            jwt,
        ])
    }
}

/// The start of a span: a whole record under a caret line would hide what is meant.
pub(crate) fn first_line(span: Span) -> Span {
    Span { start: span.start, end: span.start + 1 }
}
