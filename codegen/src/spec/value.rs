//! Computed values, as written.

use serde_json::{Value, json};

use super::literal::Text;
use super::operation::JsonBody;
use super::template::Template;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{Encoding, Moment};
use crate::record::{exactly_one, record};
use crate::source::{Span, Spanned};

record! {
    /// A computed value: exactly one function, and how its bytes are written.
    ValueSpec = "a value" with form {
        /// The present moment: `rfc3339`, `rfc3339_millis`, `unix_seconds`, `unix_millis` or `http_date`.
        now: Option<Text>,
        /// SHA-256 of a text.
        sha256: Option<Template>,
        /// SHA-512 of a text.
        sha512: Option<Template>,
        /// HMAC with SHA-256 over a text; needs `key`.
        hmac_sha256: Option<Template>,
        /// HMAC with SHA-512 over a text; needs `key`.
        hmac_sha512: Option<Template>,
        /// A text in Base64.
        base64: Option<Template>,
        /// JSON as a text, for a string inside JSON.
        json_text: Option<JsonBody>,
        /// The key of an HMAC, taken as UTF-8 text.
        key: Option<Template>,
        /// How bytes are written: `hex`, `base64` or `base64url`.
        encoding as "as": Option<Text>,
    }
}

/// The keys that are functions.
const FUNCTIONS: &[&str] = &["now", "sha256", "sha512", "hmac_sha256", "hmac_sha512", "base64", "json_text"];

const EXPECTED: &str =
    "exactly one function (`now`, `sha256`, `sha512`, `hmac_sha256`, `hmac_sha512`, `base64`, `json_text`)";

/// What a schema can say of a value beside its keys.
fn form() -> Value {
    let words = |all: &[&str]| json!({ "enum": all });
    json!({
        "oneOf": exactly_one(FUNCTIONS),
        "dependentRequired": {
            "sha256": ["as"],
            "sha512": ["as"],
            "hmac_sha256": ["key", "as"],
            "hmac_sha512": ["key", "as"],
        },
        "properties": {
            "now": words(&Moment::ALL.map(|(name, _)| name)),
            "as": words(&Encoding::ALL.map(|(name, _)| name)),
        },
    })
}

/// What a value is made by.
#[derive(Debug, Clone)]
pub enum Function {
    /// The present moment in a format.
    Now(Text),
    /// A digest; whether it has 512 bits.
    Digest(Template, bool),
    /// A keyed digest; whether it has 512 bits.
    Hmac(Template, Template, bool),
    /// Base64 of a text.
    Base64(Template),
    /// JSON as text.
    JsonText(JsonBody),
}

impl ValueSpec {
    /// The one function. What is wrong with the record is pushed.
    pub(crate) fn function(&self, problems: &mut Diagnostics) -> Option<Spanned<Function>> {
        let hmac = |text: &Option<Template>, wide: bool, problems: &mut Diagnostics| -> Option<Option<Function>> {
            let Some(text) = text else { return Some(None) };
            let Some(key) = &self.key else {
                problems.push(text.span, Problem::MissingKey { key: "key", record: "a keyed digest" });
                return None;
            };
            Some(Some(Function::Hmac(text.clone(), key.clone(), wide)))
        };
        let all = [
            self.now.clone().map(Function::Now),
            self.sha256.clone().map(|text| Function::Digest(text, false)),
            self.sha512.clone().map(|text| Function::Digest(text, true)),
            hmac(&self.hmac_sha256, false, problems)?,
            hmac(&self.hmac_sha512, true, problems)?,
            self.base64.clone().map(Function::Base64),
            self.json_text.clone().map(Function::JsonText),
        ];
        let given: Vec<_> = all.into_iter().flatten().collect();
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
}

/// The start of a span: a whole record under a caret line would hide what is meant.
pub(crate) fn first_line(span: Span) -> Span {
    Span { start: span.start, end: span.start + 1 }
}
