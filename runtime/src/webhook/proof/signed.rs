//! Signatures over events, and the keys that they are checked with.

use aws_lc_rs::hmac;

use super::jwt::{How, Token};
use super::{Claim, SentClaim, Source};
use crate::client::Client;
use crate::clock::Now;
use crate::error::{Error, ErrorKind};
use crate::sign::public::{Jwk, Scheme, given};

/// The most signatures of one event that are looked at.
pub(super) const MOST: usize = 8;

/// A signature that was not checked yet.
pub struct Signed {
    pub(super) claimed: Claimed,
    pub(super) key: Source,
}

/// What is said to be signed.
pub(crate) enum Claimed {
    /// By Ed25519.
    Ed25519 { message: Vec<u8>, signatures: Vec<Vec<u8>> },
    /// A JWT, what it must claim, and when it says that the event was sent.
    Jwt { token: Token, claims: Vec<Claim>, sent: Option<SentClaim> },
}

/// What keys say of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// One of them made it.
    Proved,
    /// The one that it names did not.
    Forged,
    /// None of them made it, and it may be of a newer one.
    Unknown,
}

impl Signed {
    /// Whether the signature holds. Asks the vendor for its keys where they are not known.
    pub(crate) async fn holds(self, client: &Client, now: Now) -> Result<bool, Error> {
        let Signed { claimed, key } = self;
        // What does not say what it must is not worth a request.
        if !claimed.is_possible(now) {
            return Ok(false);
        }
        match key {
            Source::Given(key) => claimed.under(&key),
            Source::Vendor(asked) => client.keys().prove(client, asked, |keys| claimed.among(keys)).await,
        }
    }
}

impl Claimed {
    fn is_possible(&self, now: Now) -> bool {
        match self {
            Claimed::Ed25519 { signatures, .. } => !signatures.is_empty(),
            Claimed::Jwt { token, claims, sent } => token.says(claims, *sent, now),
        }
    }

    /// How it is said to be signed.
    fn how(&self) -> How {
        match self {
            Claimed::Ed25519 { .. } => How::Public(Scheme::Ed25519),
            Claimed::Jwt { token, .. } => token.how,
        }
    }

    /// What is said to be signed, and each signature: one of them is enough.
    fn signed(&self) -> Vec<(&[u8], &[u8])> {
        match self {
            Claimed::Ed25519 { message, signatures } => {
                signatures.iter().map(|signature| (message.as_slice(), signature.as_slice())).collect()
            }
            Claimed::Jwt { token, .. } => vec![token.signed()],
        }
    }

    /// Whether a key that was given made it.
    fn under(&self, key: &[u8]) -> Result<bool, Error> {
        match self.how() {
            // An empty key would be everybody's.
            How::Shared(_) if key.is_empty() => Ok(false),
            How::Shared(algorithm) => {
                let key = hmac::Key::new(algorithm, key);
                Ok(self.signed().into_iter().any(|(message, tag)| hmac::verify(&key, message, tag).is_ok()))
            }
            How::Public(scheme) => {
                let key = given(scheme, key).ok_or_else(|| {
                    let text = "the key of the event's proof is no public key of the kind that the spec says; give it in PEM \
                        from `-----BEGIN PUBLIC KEY-----` on, or as `key_as` says";
                    Error::new(ErrorKind::Credential, text)
                })?;
                Ok(self.signed().into_iter().any(|(message, signature)| key.verify_sig(message, signature).is_ok()))
            }
        }
    }

    /// What the vendor's keys say of it.
    fn among(&self, keys: &[Jwk]) -> Found {
        let How::Public(scheme) = self.how() else { return Found::Forged };
        let kid = match self {
            Claimed::Ed25519 { .. } => None,
            Claimed::Jwt { token, .. } => token.kid.as_deref(),
        };
        let is_named = |key: &Jwk| kid.is_some() && key.kid() == kid;
        let is_meant = |key: &&Jwk| kid.is_none() || key.kid().is_none() || is_named(key);
        let signed = self.signed();
        let made = |key: &Jwk| signed.iter().any(|(message, signature)| key.verifies(scheme, message, signature));
        match keys.iter().filter(is_meant).any(made) {
            true => Found::Proved,
            false if keys.iter().any(is_named) => Found::Forged,
            false => Found::Unknown,
        }
    }
}
