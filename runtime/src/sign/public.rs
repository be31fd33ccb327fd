//! Public keys of vendors: signatures checked, by the primitives of `aws-lc-rs`.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
    VerificationAlgorithm,
};
use rustls_pki_types::SubjectPublicKeyInfoDer;
use rustls_pki_types::pem::PemObject;
use serde_json::Value;

use crate::value::Encoding;

/// How something is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Ed25519,
    Rs256,
    Rs384,
    Rs512,
    Es256,
    Es384,
}

impl Scheme {
    /// The scheme of an algorithm's name in RFC 7518.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Scheme::Rs256),
            "RS384" => Some(Scheme::Rs384),
            "RS512" => Some(Scheme::Rs512),
            "ES256" => Some(Scheme::Es256),
            "ES384" => Some(Scheme::Es384),
            _ => None,
        }
    }

    /// Whether a JWK of this `alg` is for it.
    fn is_named(self, alg: &str) -> bool {
        match self {
            Scheme::Ed25519 => matches!(alg, "EdDSA" | "Ed25519"),
            scheme => Scheme::of(alg) == Some(scheme),
        }
    }

    fn algorithm(self) -> &'static dyn VerificationAlgorithm {
        match self {
            Scheme::Ed25519 => &ED25519,
            Scheme::Rs256 => &RSA_PKCS1_2048_8192_SHA256,
            Scheme::Rs384 => &RSA_PKCS1_2048_8192_SHA384,
            Scheme::Rs512 => &RSA_PKCS1_2048_8192_SHA512,
            Scheme::Es256 => &ECDSA_P256_SHA256_FIXED,
            Scheme::Es384 => &ECDSA_P384_SHA384_FIXED,
        }
    }

    fn rsa(self) -> Option<&'static RsaParameters> {
        match self {
            Scheme::Rs256 => Some(&RSA_PKCS1_2048_8192_SHA256),
            Scheme::Rs384 => Some(&RSA_PKCS1_2048_8192_SHA384),
            Scheme::Rs512 => Some(&RSA_PKCS1_2048_8192_SHA512),
            Scheme::Ed25519 | Scheme::Es256 | Scheme::Es384 => None,
        }
    }
}

/// A public key out of a JWK.
#[derive(Debug)]
pub(crate) struct Jwk {
    kid: Option<String>,
    alg: Option<String>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Ed25519(Vec<u8>),
    P256(Vec<u8>),
    P384(Vec<u8>),
    Rsa { n: Vec<u8>, e: Vec<u8> },
}

impl Jwk {
    /// A key for signatures, as RFC 7517 writes it. `None` for all other JWKs: what encrypts, what is a secret, what is not
    /// whole.
    pub(crate) fn of(jwk: &Value) -> Option<Self> {
        let text = |name: &str| jwk.get(name).and_then(Value::as_str);
        let is_for_signatures = jwk.get("use").is_none_or(|purpose| purpose == "sig")
            && jwk
                .get("key_ops")
                .is_none_or(|ops| ops.as_array().is_some_and(|ops| ops.iter().any(|operation| operation == "verify")));
        if !is_for_signatures {
            return None;
        }
        let bytes = |name: &str, length: usize| {
            let bytes = Encoding::Base64Url.decode(text(name)?)?;
            (length == 0 || bytes.len() == length).then_some(bytes)
        };
        // RFC 7518, section 6.2.1: the coordinates have the full length. The point is uncompressed, as SEC 1 has it.
        let point = |length| Some([vec![4], bytes("x", length)?, bytes("y", length)?].concat());
        let kind = match (text("kty")?, text("crv")) {
            ("OKP", Some("Ed25519")) => Kind::Ed25519(bytes("x", 32)?),
            ("EC", Some("P-256")) => Kind::P256(point(32)?),
            ("EC", Some("P-384")) => Kind::P384(point(48)?),
            ("RSA", _) => Kind::Rsa { n: bytes("n", 0)?, e: bytes("e", 0)? },
            _ => return None,
        };
        Some(Jwk { kid: text("kid").map(str::to_owned), alg: text("alg").map(str::to_owned), kind })
    }

    /// Its id.
    pub(crate) fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    /// Whether something was signed with its private half.
    pub(crate) fn verifies(&self, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool {
        if self.alg.as_deref().is_some_and(|alg| !scheme.is_named(alg)) {
            return false;
        }
        let key = match (&self.kind, scheme) {
            (Kind::Ed25519(key), Scheme::Ed25519)
            | (Kind::P256(key), Scheme::Es256)
            | (Kind::P384(key), Scheme::Es384) => key,
            (Kind::Rsa { n, e }, scheme) => {
                let key = RsaPublicKeyComponents { n, e };
                return scheme.rsa().is_some_and(|scheme| key.verify(scheme, message, signature).is_ok());
            }
            _ => return false,
        };
        UnparsedPublicKey::new(scheme.algorithm(), key).verify(message, signature).is_ok()
    }
}

/// A public key that was given, as PEM or DER, or for Ed25519 the 32 bytes of it. `None` where it is none for the scheme.
pub(crate) fn given(scheme: Scheme, key: &[u8]) -> Option<ParsedPublicKey> {
    let algorithm = scheme.algorithm();
    match key.trim_ascii_start().starts_with(b"-----BEGIN") {
        true => {
            let der = SubjectPublicKeyInfoDer::from_pem_slice(key).ok()?;
            ParsedPublicKey::new(algorithm, der.as_ref()).ok()
        }
        false => ParsedPublicKey::new(algorithm, key).ok(),
    }
}

#[cfg(test)]
mod tests;
