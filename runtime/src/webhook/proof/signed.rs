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

    /// Whether a key that was given made it.
    fn under(&self, key: &[u8]) -> Result<bool, Error> {
        let (scheme, check): (Scheme, Box<dyn Fn(&dyn Fn(&[u8], &[u8]) -> bool) -> bool + '_>) = match self {
            Claimed::Ed25519 { message, signatures } => {
                (Scheme::Ed25519, Box::new(move |holds| signatures.iter().any(|signature| holds(message, signature))))
            }
            Claimed::Jwt { token, .. } => match token.how {
                How::Public(scheme) => (scheme, Box::new(move |holds| token.is_signed(holds))),
                // An empty key would be everybody's.
                How::Shared(_) if key.is_empty() => return Ok(false),
                How::Shared(algorithm) => {
                    let key = hmac::Key::new(algorithm, key);
                    return Ok(token.is_signed(|message, tag| hmac::verify(&key, message, tag).is_ok()));
                }
            },
        };
        let Some(key) = given(scheme, key) else {
            let text = "the key of the event's proof is no public key of the kind that the spec says; give it in PEM from \
                `-----BEGIN PUBLIC KEY-----` on, or as `key_as` says";
            return Err(Error::new(ErrorKind::Credential, text));
        };
        Ok(check(&|message, signature| key.verify_sig(message, signature).is_ok()))
    }

    /// What the vendor's keys say of it.
    fn among(&self, keys: &[Jwk]) -> Found {
        match self {
            Claimed::Ed25519 { message, signatures } => {
                let made = |key: &Jwk| signatures.iter().any(|one| key.verifies(Scheme::Ed25519, message, one));
                if keys.iter().any(made) { Found::Proved } else { Found::Unknown }
            }
            Claimed::Jwt { token, .. } => {
                let How::Public(scheme) = token.how else { return Found::Forged };
                let is_named = |key: &&Jwk| key.kid().is_some() && key.kid() == token.kid.as_deref();
                let is_meant = |key: &&Jwk| token.kid.is_none() || key.kid().is_none() || is_named(key);
                let made = |key: &Jwk| token.is_signed(|message, signature| key.verifies(scheme, message, signature));
                match keys.iter().filter(is_meant).any(made) {
                    true => Found::Proved,
                    false if keys.iter().any(|key| is_named(&key)) => Found::Forged,
                    false => Found::Unknown,
                }
            }
        }
    }
}
