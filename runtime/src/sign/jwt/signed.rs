//! Signs tokens: header and claims, in the compact form of RFC 7515.
//!
//! The primitives are those of `aws-lc-rs`, which reqwest's rustls brings along by default.

use aws_lc_rs::hmac::{self, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaSigningAlgorithm, RSA_PKCS1_SHA256,
    RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RsaEncoding,
};

use super::key;
use crate::compose::{Object, ToJson, json_text};
use crate::sign::Unsignable;
use crate::value::Encoding;

const NO_KEY: Unsignable = Unsignable("must not be empty");
const NOT_SIGNED: Unsignable = Unsignable("could not be signed with; try again");

/// How a token is signed, by the names of RFC 7518.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC with SHA-256; the key is any text.
    Hs256,
    /// HMAC with SHA-384; the key is any text.
    Hs384,
    /// HMAC with SHA-512; the key is any text.
    Hs512,
    /// RSA (PKCS#1 v1.5) with SHA-256; the key is PEM, as PKCS#8 or PKCS#1.
    Rs256,
    /// RSA (PKCS#1 v1.5) with SHA-384; the key is PEM, as PKCS#8 or PKCS#1.
    Rs384,
    /// RSA (PKCS#1 v1.5) with SHA-512; the key is PEM, as PKCS#8 or PKCS#1.
    Rs512,
    /// ECDSA on P-256 with SHA-256; the key is PEM, as PKCS#8 or SEC 1.
    Es256,
    /// ECDSA on P-384 with SHA-384; the key is PEM, as PKCS#8 or SEC 1.
    Es384,
}

impl Algorithm {
    /// The algorithm of a name.
    pub fn of(name: &str) -> Option<Self> {
        use Algorithm::{Es256, Es384, Hs256, Hs384, Hs512, Rs256, Rs384, Rs512};
        let all = [Hs256, Hs384, Hs512, Rs256, Rs384, Rs512, Es256, Es384];
        all.into_iter().find(|algorithm| algorithm.name() == name)
    }

    const fn name(self) -> &'static str {
        match self {
            Algorithm::Hs256 => "HS256",
            Algorithm::Hs384 => "HS384",
            Algorithm::Hs512 => "HS512",
            Algorithm::Rs256 => "RS256",
            Algorithm::Rs384 => "RS384",
            Algorithm::Rs512 => "RS512",
            Algorithm::Es256 => "ES256",
            Algorithm::Es384 => "ES384",
        }
    }

    /// Signs bytes: what RFC 7518, section 3, asks of each algorithm.
    pub(in crate::sign) fn sign(self, key: &[u8], message: &[u8]) -> Result<Vec<u8>, Unsignable> {
        match self {
            Algorithm::Hs256 => keyed(HMAC_SHA256, key, message),
            Algorithm::Hs384 => keyed(HMAC_SHA384, key, message),
            Algorithm::Hs512 => keyed(HMAC_SHA512, key, message),
            Algorithm::Rs256 => rsa(&RSA_PKCS1_SHA256, key, message),
            Algorithm::Rs384 => rsa(&RSA_PKCS1_SHA384, key, message),
            Algorithm::Rs512 => rsa(&RSA_PKCS1_SHA512, key, message),
            Algorithm::Es256 => ecdsa(&ECDSA_P256_SHA256_FIXED_SIGNING, key, message),
            Algorithm::Es384 => ecdsa(&ECDSA_P384_SHA384_FIXED_SIGNING, key, message),
        }
    }
}

/// A token to be signed. It holds a key, and has no `Debug`.
#[derive(Clone, Copy)]
pub struct Jwt<'a> {
    /// How it is signed.
    pub algorithm: Algorithm,
    /// The key: PEM, or for the HMACs the bytes of the key.
    pub key: &'a [u8],
    /// The header's `kid`, where the vendor asks for it.
    pub kid: Option<&'a str>,
    /// More members of the header. A `typ` stands in place of `JWT`; a second member of one name is left out, so `alg`
    /// stays the algorithm's.
    pub header: &'a [(&'a str, &'a dyn ToJson)],
    /// The claims: a JSON object, taken word for word.
    pub claims: &'a str,
}

impl Jwt<'_> {
    /// The signed token: `header.claims.signature`.
    ///
    /// # Errors
    /// The key does not fit the algorithm.
    pub fn sign(&self) -> Result<String, Unsignable> {
        let part = |text: &str| Encoding::Base64Url.encode(text.as_bytes());
        let mut token = format!("{}.{}", part(&self.head()), part(self.claims));
        let signature = self.algorithm.sign(self.key, token.as_bytes())?;
        token.push('.');
        token.push_str(&Encoding::Base64Url.encode(&signature));
        Ok(token)
    }

    fn head(&self) -> String {
        let (alg, kid) = (self.algorithm.name(), self.kid.as_ref());
        let typ = self.header.iter().find(|(name, _)| *name == "typ");
        let mut members: Vec<(&str, &dyn ToJson)> = vec![("alg", &alg), *typ.unwrap_or(&("typ", &"JWT"))];
        members.extend(kid.map(|kid| ("kid", kid as &dyn ToJson)));
        members.extend(self.header);
        let mut head = Object::new();
        for (at, (name, value)) in members.iter().enumerate() {
            if members[..at].iter().all(|(earlier, _)| earlier != name) {
                head.member(name, value);
            }
        }
        json_text(head)
    }
}

fn keyed(algorithm: hmac::Algorithm, key: &[u8], message: &[u8]) -> Result<Vec<u8>, Unsignable> {
    if key.is_empty() {
        return Err(NO_KEY);
    }
    Ok(hmac::sign(&hmac::Key::new(algorithm, key), message).as_ref().to_vec())
}

fn rsa(padding: &'static dyn RsaEncoding, key: &[u8], message: &[u8]) -> Result<Vec<u8>, Unsignable> {
    let pair = key::rsa(key)?;
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(padding, &SystemRandom::new(), message, &mut signature).map_err(|_| NOT_SIGNED)?;
    Ok(signature)
}

fn ecdsa(algorithm: &'static EcdsaSigningAlgorithm, key: &[u8], message: &[u8]) -> Result<Vec<u8>, Unsignable> {
    let signature = key::ec(key, algorithm)?.sign(&SystemRandom::new(), message).map_err(|_| NOT_SIGNED)?;
    Ok(signature.as_ref().to_vec())
}

#[cfg(test)]
mod tests;
