//! The values of a spec, computed from what a request holds: by the crates themselves, not by the runtime under test.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use settled_codegen::model::{Encoding, Function, InputKind, Json, Moment, Part, SettingKind, Text, Width};
use sha2::{Digest, Sha256, Sha512};

use super::binding::Binding;

impl Binding<'_> {
    /// A text as it must have been sent. `None` where a part of it was not found in the request.
    pub(super) fn text(&self, text: &Text) -> Option<String> {
        self.text_with(text, &|_| None)
    }

    /// A text of which parts come from a reply.
    pub(super) fn text_with(&self, text: &Text, reply: &dyn Fn(u16) -> Option<String>) -> Option<String> {
        let part = |part: &Part| match part {
            Part::Plain(text) => Some(text.clone()),
            Part::Setting(at) => self.settings.get(*at).cloned(),
            Part::Input(at) => self.inputs.get(*at).cloned().flatten(),
            Part::Value(at) => self.value(*at),
            Part::Reply(slot) => reply(*slot),
        };
        text.0.iter().map(part).collect()
    }

    /// A value: computed where it can be, and as it was found where not.
    fn value(&self, at: usize) -> Option<String> {
        match &self.operation.values.get(at)?.function {
            Function::Now(_) | Function::JsonText(_) => self.values.get(at)?.clone(),
            Function::Digest(text, width, encoding) => Some(digest(&self.text(text)?, *width, *encoding)),
            Function::Hmac(text, key, width, encoding) => keyed(&self.text(text)?, &self.text(key)?, *width, *encoding),
            Function::Base64(text) => Some(STANDARD.encode(self.text(text)?)),
        }
    }

    /// Whether a secret has part in a text.
    pub(super) fn is_secret(&self, text: &Text) -> bool {
        text.0.iter().any(|part| match part {
            Part::Setting(at) => matches!(self.vendor.settings[*at].kind, SettingKind::Secret(_)),
            Part::Input(at) => self.operation.inputs[*at].kind == InputKind::Secret,
            Part::Value(at) => match &self.operation.values[*at].function {
                Function::Digest(text, ..) | Function::Base64(text) => self.is_secret(text),
                Function::Hmac(..) => true,
                Function::JsonText(json) => self.is_secret_json(json),
                Function::Now(_) => false,
            },
            Part::Plain(_) | Part::Reply(_) => false,
        })
    }

    fn is_secret_json(&self, json: &Json) -> bool {
        match json {
            Json::Object(members) => members.iter().any(|(_, member)| self.is_secret_json(member)),
            Json::List(items) => items.iter().any(|item| self.is_secret_json(item)),
            Json::Text(text) => self.is_secret(text),
            Json::Input(at) => self.operation.inputs[*at].kind == InputKind::Secret,
            Json::Literal(_) => false,
        }
    }
}

/// A keyed digest as text.
pub(super) fn keyed(text: &str, key: &str, width: Width, encoding: Encoding) -> Option<String> {
    let bytes = match width {
        Width::Bits256 => {
            let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_bytes()).ok()?;
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        Width::Bits512 => {
            let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(key.as_bytes()).ok()?;
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
    };
    Some(encode(&bytes, encoding))
}

fn digest(text: &str, width: Width, encoding: Encoding) -> String {
    match width {
        Width::Bits256 => encode(&Sha256::digest(text), encoding),
        Width::Bits512 => encode(&Sha512::digest(text), encoding),
    }
}

fn encode(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Hex => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        Encoding::Base64 => STANDARD.encode(bytes),
        Encoding::Base64Url => URL_SAFE_NO_PAD.encode(bytes),
    }
}

/// Whether a text is a moment in this format.
pub(super) fn is_moment(text: &str, format: Moment) -> bool {
    let written = |digits: usize| {
        let moment: Option<Timestamp> = text.parse().ok();
        moment.is_some_and(|moment| format!("{moment:.digits$}") == text)
    };
    let is_number = || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match format {
        Moment::Rfc3339 => written(0),
        Moment::Rfc3339Millis => written(3),
        Moment::UnixSeconds | Moment::UnixMillis => is_number(),
        Moment::HttpDate => httpdate::parse_http_date(text).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_published_vectors() {
        let signed = keyed("2024-01-02T03:04:05.678Z2sid_request", "s3cr3t", Width::Bits256, Encoding::Base64);
        assert_eq!(signed.as_deref(), Some("56Kp6tofv2YQ+clMKwhwdhihb7ktQPAg+iD8lG09Epo="));
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest("abc", Width::Bits256, Encoding::Hex), abc);
        let abc = digest("abc", Width::Bits512, Encoding::Base64Url);
        assert!(abc.starts_with("3a81oZNherrMQXNJriBBMRLm-k6JqX6iCp7u5ktV05ohkpkqJ0") && abc.len() == 86, "{abc}");
    }

    #[test]
    fn a_moment_has_its_format_and_no_other() {
        let texts = ["2024-01-02T03:04:05Z", "2024-01-02T03:04:05.678Z", "1704164645", "Tue, 02 Jan 2024 03:04:05 GMT"];
        let formats = [Moment::Rfc3339, Moment::Rfc3339Millis, Moment::UnixSeconds, Moment::HttpDate];
        for (at, text) in texts.iter().enumerate() {
            for (other, format) in formats.iter().enumerate() {
                assert_eq!(is_moment(text, *format), at == other, "{text} as {format:?}");
            }
        }
        assert!(!is_moment("2024-01-02T03:04:05.678+00:00", Moment::Rfc3339Millis));
        assert!(!is_moment("", Moment::UnixMillis));
    }
}
