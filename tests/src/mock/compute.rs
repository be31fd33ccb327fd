//! The values of a spec, computed from what a request holds: by the crates themselves, not by the runtime under test.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{KeyInit, Mac};
use md5::Md5;
use settled_codegen::model::{
    Encoding, Function, Hash, Hmac, HmacHash, InputKind, Json, KeyEncoding, Part, Sent, SettingKind, Text,
};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::binding::{Binding, Found};
use super::keys::{fingerprint, rsa_signed};
use super::wire::Sees;

impl Binding<'_> {
    /// A text as it must have been sent. `None` where a part of it was not found in the request.
    pub(super) fn text(&self, text: &Text) -> Option<String> {
        self.text_that(text, Sees::All)
    }

    /// A text that sees so much of the query.
    pub(super) fn text_that(&self, text: &Text, sees: Sees) -> Option<String> {
        text.0.iter().map(|part| self.part(part, sees)).collect()
    }

    /// What a digest is made of: the request's body as it came, which may be no text.
    fn bytes_that(&self, text: &Text, sees: Sees) -> Option<Vec<u8>> {
        let part = |part: &Part| match part {
            Part::Request(Sent::Body) => Some(self.wire.body.to_vec()),
            part => self.part(part, sees).map(String::into_bytes),
        };
        text.0.iter().map(part).collect::<Option<Vec<_>>>().map(|parts| parts.concat())
    }

    /// A part as it must have been sent.
    pub(super) fn part(&self, part: &Part, sees: Sees) -> Option<String> {
        match part {
            Part::Plain(text) => Some(text.clone()),
            Part::Setting(at) => self.settings.get(*at).cloned(),
            Part::Input(at) => match self.inputs.get(*at)?.as_ref()? {
                Found::Text(text) => Some(text.clone()),
                Found::List(_) | Found::Json(_) | Found::Bytes(_) => None,
            },
            Part::Value(at) => self.value(*at, sees),
            Part::Token(token, field) => {
                let token = self.tokens.get(*token)?;
                match &token.held {
                    Some(held) => held.get(*field).cloned(),
                    None => token.found.get(*field)?.clone(),
                }
            }
            Part::Request(sent) => Some(self.wire.part(sent, sees)),
            Part::Reply(_) | Part::ReplyBody | Part::Parsed(_) => None,
        }
    }

    /// A value: computed where it can be, and as it was found where not.
    fn value(&self, at: usize, sees: Sees) -> Option<String> {
        let text = |text: &Text| self.text_that(text, sees);
        let bytes = |text: &Text| self.bytes_that(text, sees);
        match &self.operation.values.get(at)?.function {
            Function::Now(..) | Function::Random(..) | Function::JsonText(_) | Function::Jwt(_) => {
                self.values.get(at)?.clone()
            }
            Function::Fingerprint(key, encoding) => Some(encode(&fingerprint(&text(key)?)?, *encoding)),
            Function::Digest(under, hash, encoding) => Some(encode(&digest(&bytes(under)?, *hash), *encoding)),
            Function::Hmac(hmac) => keyed(hmac, &bytes(&hmac.text)?, &text(&hmac.key)?),
            Function::Rsa(rsa) => Some(encode(&rsa_signed(&text(&rsa.key)?, &bytes(&rsa.text)?)?, rsa.encoding)),
            Function::Base64(inner) => Some(STANDARD.encode(text(inner)?)),
            Function::Join(texts, with) => {
                let mut all = Vec::new();
                for joined in texts {
                    match self.list(joined) {
                        Some((at, _)) => all.extend(self.elements(at)),
                        None if self.is_left_out(joined) => {}
                        None => all.push(text(joined)?),
                    }
                }
                Some(all.join(with))
            }
        }
    }

    /// Whether a text is left out with what it is made of.
    pub(super) fn is_left_out(&self, text: &Text) -> bool {
        text.0.iter().any(|part| match part {
            Part::Setting(at) => self.vendor.settings[*at].optional && self.settings[*at].is_empty(),
            Part::Input(at) => self.operation.inputs[*at].optional && self.inputs[*at].is_none(),
            _ => false,
        })
    }

    /// The elements of an input that is a list. None where it was not found: an empty list stands nowhere.
    pub(super) fn elements(&self, at: usize) -> Vec<String> {
        match &self.inputs[at] {
            Some(Found::List(items)) => items.clone(),
            _ => Vec::new(),
        }
    }

    /// Whether a secret has part in a text.
    pub(super) fn is_secret(&self, text: &Text) -> bool {
        text.0.iter().any(|part| match part {
            Part::Setting(at) => matches!(self.vendor.settings[*at].kind, SettingKind::Secret(_)),
            Part::Input(at) => self.operation.inputs[*at].kind == InputKind::Secret,
            Part::Token(..) => true,
            Part::Value(at) => match &self.operation.values[*at].function {
                Function::Digest(text, ..) | Function::Base64(text) => self.is_secret(text),
                Function::Hmac(_) | Function::Rsa(_) | Function::Jwt(_) => true,
                Function::Join(texts, _) => texts.iter().any(|text| self.is_secret(text)),
                Function::JsonText(json) => self.is_secret_json(json),
                Function::Now(..) | Function::Random(..) | Function::Fingerprint(..) => false,
            },
            Part::Plain(_) | Part::Request(_) | Part::Reply(_) | Part::ReplyBody | Part::Parsed(_) => false,
        })
    }

    fn is_secret_json(&self, json: &Json) -> bool {
        match json {
            Json::Object(members) => members.iter().any(|(_, member)| self.is_secret_json(member)),
            Json::List(items) => items.iter().any(|item| self.is_secret_json(item)),
            Json::Text(text) | Json::Number(text) => self.is_secret(text),
            Json::Input(at) => self.operation.inputs[*at].kind == InputKind::Secret,
            Json::Literal(_) => false,
        }
    }
}

/// A keyed digest as text. `None` where the key is not written as the spec says.
pub(super) fn keyed(hmac: &Hmac, text: &[u8], key: &str) -> Option<String> {
    let key = match hmac.key_as {
        KeyEncoding::Text => key.as_bytes().to_vec(),
        KeyEncoding::Hex => from_hex(key)?,
        KeyEncoding::Base64 => STANDARD.decode(key.strip_prefix("whsec_").unwrap_or(key)).ok()?,
    };
    let bytes = match hmac.hash {
        HmacHash::Sha1 => mac::<hmac::Hmac<Sha1>>(&key, text)?,
        HmacHash::Sha256 => mac::<hmac::Hmac<Sha256>>(&key, text)?,
        HmacHash::Sha512 => mac::<hmac::Hmac<Sha512>>(&key, text)?,
    };
    Some(encode(&bytes, hmac.encoding))
}

/// A keyed digest.
pub(super) fn mac<M: Mac + KeyInit>(key: &[u8], text: impl AsRef<[u8]>) -> Option<Vec<u8>> {
    let mut mac = <M as KeyInit>::new_from_slice(key).ok()?;
    mac.update(text.as_ref());
    Some(mac.finalize().into_bytes().to_vec())
}

pub(super) fn digest(text: &[u8], hash: Hash) -> Vec<u8> {
    match hash {
        Hash::Md5 => Md5::digest(text).to_vec(),
        Hash::Sha1 => Sha1::digest(text).to_vec(),
        Hash::Sha256 => Sha256::digest(text).to_vec(),
        Hash::Sha512 => Sha512::digest(text).to_vec(),
    }
}

/// Bytes as text.
pub(super) fn encode(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Hex => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        Encoding::HexUpper => bytes.iter().map(|byte| format!("{byte:02X}")).collect(),
        Encoding::Base64 => STANDARD.encode(bytes),
        Encoding::Base64Url => URL_SAFE_NO_PAD.encode(bytes),
    }
}

/// Text as bytes.
pub(super) fn decode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Hex | Encoding::HexUpper => from_hex(text),
        Encoding::Base64 => STANDARD.decode(text).ok(),
        Encoding::Base64Url => URL_SAFE_NO_PAD.decode(text).ok(),
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<_>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let pairs = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    pairs.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hmac(key: &str, key_as: KeyEncoding, hash: HmacHash, encoding: Encoding, text: &str) -> Option<String> {
        let spec = Hmac { text: Text::default(), key: Text::default(), key_as, hash, encoding };
        keyed(&spec, text.as_bytes(), key)
    }

    #[test]
    fn digests_are_those_of_published_vectors() {
        let text = "2024-01-02T03:04:05.678Z2sid_request";
        let signed = hmac("s3cr3t", KeyEncoding::Text, HmacHash::Sha256, Encoding::Base64, text);
        assert_eq!(signed.as_deref(), Some("56Kp6tofv2YQ+clMKwhwdhihb7ktQPAg+iD8lG09Epo="));
        // NIST's examples of both.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(encode(&digest(b"abc", Hash::Sha256), Encoding::Hex), abc);
        let abc = encode(&digest(b"abc", Hash::Sha512), Encoding::Base64Url);
        assert!(abc.starts_with("3a81oZNherrMQXNJriBBMRLm-k6JqX6iCp7u5ktV05ohkpkqJ0") && abc.len() == 86, "{abc}");
    }

    /// RFC 2202, section 3, and RFC 4231, section 4: the cases of which key and text are printed.
    #[test]
    fn keyed_digests_are_those_of_the_rfcs() {
        let hex = |key: &str, key_as: KeyEncoding, hash: HmacHash, text: &str| {
            hmac(key, key_as, hash, Encoding::Hex, text).expect("a digest")
        };
        let (text, encoded) = (KeyEncoding::Text, [KeyEncoding::Hex, KeyEncoding::Base64]);
        let nothing = "what do ya want for nothing?";
        assert_eq!(hex("Jefe", text, HmacHash::Sha1, nothing), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        let wanted = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(hex("Jefe", text, HmacHash::Sha256, nothing), wanted);
        let wanted = "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fd\
            caeab1a34d4a6b4b636e070a38bce737";
        assert_eq!(hex("Jefe", text, HmacHash::Sha512, nothing), wanted);
        for (key, key_as) in ["0b".repeat(20), STANDARD.encode([0x0b; 20])].iter().zip(encoded) {
            let wanted = "b617318655057264e28bc0b6fb378c8ef146be00";
            assert_eq!(hex(key, key_as, HmacHash::Sha1, "Hi There"), wanted);
            let wanted = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
            assert_eq!(hex(key, key_as, HmacHash::Sha256, "Hi There"), wanted);
        }
    }

    #[test]
    fn a_key_that_is_not_written_as_the_spec_says_makes_no_digest() {
        for (key, key_as) in
            [("0", KeyEncoding::Hex), ("zz", KeyEncoding::Hex), ("é0", KeyEncoding::Hex), ("AAA", KeyEncoding::Base64)]
        {
            assert_eq!(hmac(key, key_as, HmacHash::Sha256, Encoding::Hex, "text"), None, "{key}");
        }
    }

    #[test]
    fn what_is_encoded_is_decoded_again() {
        let bytes: Vec<u8> = (0..=255).collect();
        for (_, encoding) in Encoding::ALL {
            assert_eq!(decode(&encode(&bytes, encoding), encoding).as_ref(), Some(&bytes));
        }
    }
}
