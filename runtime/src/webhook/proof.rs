//! What proves an event.

use std::time::Duration;

use crate::hints::Unit;
use crate::operation::Operation;
use crate::value::Encoding;

#[cfg(feature = "jwt")]
mod jwt;
#[cfg(feature = "jwt")]
mod signed;

#[cfg(feature = "jwt")]
use self::jwt::Token;
#[cfg(feature = "jwt")]
pub(crate) use self::signed::Found;
#[cfg(feature = "jwt")]
pub(super) use self::signed::{Claimed, Signed};

/// A proof that an event carries, as far as it is worked out.
pub enum Proof {
    /// Whether it holds.
    Known(bool),
    /// It holds if it was signed with a key.
    #[cfg(feature = "jwt")]
    Signed(Box<Signed>),
}

/// What a signature is checked with. It may hold a secret, and has no `Debug`.
pub struct KeySource(#[cfg(feature = "jwt")] Source);

/// Where a key comes from.
#[cfg(feature = "jwt")]
enum Source {
    /// It was given: PEM or DER, or the bytes of it.
    Given(secrecy::zeroize::Zeroizing<Vec<u8>>),
    /// The vendor hands it out.
    Vendor(Asked),
}

/// How a vendor is asked for its keys.
#[cfg(feature = "jwt")]
pub(crate) struct Asked {
    /// What is asked.
    pub(crate) operation: Box<dyn Operation<Reply = ()>>,
    /// Where the keys stand in its reply.
    pub(crate) at: &'static [&'static str],
    /// What its inputs are that come from the event.
    pub(crate) of: Vec<(&'static str, String)>,
}

#[cfg(feature = "jwt")]
impl KeySource {
    /// A key.
    pub fn given(key: &[u8]) -> Self {
        KeySource(Source::Given(key.to_vec().into()))
    }

    /// The keys that an operation of the vendor hands out, at a path of its reply.
    pub fn vendor(operation: impl Operation, at: &'static [&'static str], of: Vec<(&'static str, String)>) -> Self {
        KeySource(Source::Vendor(Asked { operation: crate::job::silent(operation), at, of }))
    }
}

/// Where the feature is off, nothing comes to this; see `features`.
#[cfg(not(feature = "jwt"))]
impl KeySource {
    /// No key.
    pub fn given(_: &[u8]) -> Self {
        KeySource()
    }

    /// No key.
    pub fn vendor(_: impl Operation, _: &'static [&'static str], _: Vec<(&'static str, String)>) -> Self {
        KeySource()
    }
}

/// A claim and what it must be; or the claim that tells the moment at which an event was sent, how that is written, and how
/// far it may be from now.
pub(super) type Claim = (&'static [&'static str], String);
/// See [`Claim`].
pub(super) type SentClaim = (&'static [&'static str], Unit, Duration);

#[cfg(feature = "jwt")]
impl Proof {
    /// An Ed25519 signature over the parts, one after the other. Of several that were handed over, one is enough.
    pub fn ed25519<'g>(
        parts: &[&[u8]],
        given: impl IntoIterator<Item = &'g str>,
        encoding: Encoding,
        key: KeySource,
    ) -> Self {
        let signatures = given.into_iter().filter_map(|given| encoding.decode(given)).take(signed::MOST).collect();
        Proof::Signed(Box::new(Signed {
            claimed: Claimed::Ed25519 { message: parts.concat(), signatures },
            key: key.0,
        }))
    }

    /// A JWT, signed in one of these ways, and what it must claim.
    pub fn jwt(
        token: &str,
        algorithms: &'static [&'static str],
        claims: Vec<Claim>,
        sent: Option<SentClaim>,
        key: KeySource,
    ) -> Self {
        match Token::read(token, algorithms) {
            Some(token) => {
                Proof::Signed(Box::new(Signed { claimed: Claimed::Jwt { token, claims, sent }, key: key.0 }))
            }
            None => Proof::Known(false),
        }
    }
}

/// Where the feature is off, nothing comes to this; see `features`.
#[cfg(not(feature = "jwt"))]
impl Proof {
    /// No proof.
    pub fn ed25519<'g>(_: &[&[u8]], _: impl IntoIterator<Item = &'g str>, _: Encoding, _: KeySource) -> Self {
        Proof::Known(false)
    }

    /// No proof.
    pub fn jwt(_: &str, _: &'static [&'static str], _: Vec<Claim>, _: Option<SentClaim>, _: KeySource) -> Self {
        Proof::Known(false)
    }
}

/// A member of a JWT's header that is a text. The token is not verified: this tells which key to ask for, not whether to
/// trust it.
pub fn jwt_header(token: &str, name: &str) -> Option<String> {
    let header = Encoding::Base64Url.decode(token.split('.').next()?)?;
    let header: serde_json::Value = serde_json::from_slice(&header).ok()?;
    header.get(name)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}
