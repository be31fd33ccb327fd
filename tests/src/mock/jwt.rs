//! JWTs that requests carry: taken apart, and their signatures made or verified once more.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use settled_codegen::model::{Function, JwtAlgorithm, Vendor};
use sha2::{Sha256, Sha384, Sha512};

use super::compute::mac;
use super::keys;

/// A JWT, taken apart.
pub(super) struct Jwt {
    pub(super) header: Value,
    pub(super) claims: Value,
    /// What is signed.
    message: String,
    signature: Vec<u8>,
}

impl Jwt {
    /// `None` where the text is no signed JWT.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (message, signature) = text.rsplit_once('.')?;
        let (header, claims) = message.split_once('.')?;
        let json = |part: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok();
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        Some(Jwt { header: json(header)?, claims: json(claims)?, message: message.to_owned(), signature })
    }

    /// Whether it was signed so with this key; PEM, or for the HMACs any bytes.
    pub(super) fn is_signed(&self, algorithm: JwtAlgorithm, key: &[u8]) -> bool {
        let mac = match algorithm {
            JwtAlgorithm::Hs256 => mac::<hmac::Hmac<Sha256>>(key, &self.message),
            JwtAlgorithm::Hs384 => mac::<hmac::Hmac<Sha384>>(key, &self.message),
            JwtAlgorithm::Hs512 => mac::<hmac::Hmac<Sha512>>(key, &self.message),
            algorithm => return keys::is_signed(algorithm, key, self.message.as_bytes(), &self.signature),
        };
        mac.is_some_and(|mac| mac == self.signature)
    }
}

/// The name of an algorithm.
pub(super) fn name(algorithm: JwtAlgorithm) -> &'static str {
    JwtAlgorithm::ALL.iter().find(|(_, one)| *one == algorithm).map_or("", |(name, _)| name)
}

/// Whether requests can only be checked with what keys of two halves need.
pub(super) fn needs_keys(vendor: &Vendor) -> bool {
    let operations = vendor.operations.iter().chain(vendor.tokens.iter().map(|token| &token.operation));
    operations.flat_map(|operation| &operation.values).any(|value| match &value.function {
        Function::Fingerprint(..) | Function::Rsa(_) => true,
        Function::Jwt(jwt) => !name(jwt.algorithm).starts_with("HS"),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.1.
    #[test]
    fn the_example_of_the_rfc_is_signed_with_its_key_and_with_no_other() {
        let text = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6\
            Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let mut key = URL_SAFE_NO_PAD.decode(key).expect("a key");
        let jwt = Jwt::parse(text).expect("a JWT");
        assert_eq!((&jwt.header["alg"], &jwt.claims["iss"]), (&"HS256".into(), &"joe".into()));
        assert!(jwt.is_signed(JwtAlgorithm::Hs256, &key));
        assert!(!jwt.is_signed(JwtAlgorithm::Hs512, &key));
        assert!(
            !Jwt::parse(&text.replace("eyJpc3", "eyJqc3")).is_some_and(|jwt| jwt.is_signed(JwtAlgorithm::Hs256, &key))
        );
        key[0] ^= 1;
        assert!(!jwt.is_signed(JwtAlgorithm::Hs256, &key));
        for none in ["", ".", "..", "a.b.c", "e30.e30", "e30.e30.=", "e30.e30.e30.e30"] {
            assert!(Jwt::parse(none).is_none(), "{none}");
        }
    }
}
