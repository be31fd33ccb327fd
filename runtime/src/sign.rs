//! Signers that no template can say, because they sort, escape or encode what they sign; and JSON Web Tokens.

#[cfg(feature = "aws-sigv4")]
mod aws;
mod calls;
pub(crate) mod jwt;
pub(crate) mod oauth1;
#[cfg(feature = "jwt")]
pub(crate) mod public;

pub use self::calls::{AwsKeys, jwt, public_key_sha256, rsa_sha256, sign_aws, sign_oauth1};

#[cfg(any(feature = "aws-sigv4", feature = "jwt"))]
use std::fmt;

/// Why nothing can be signed: a setting does not fit.
///
/// The reason follows the name of the setting, which the caller knows: "`private_key` is not …". It never holds the value.
#[cfg(any(feature = "aws-sigv4", feature = "jwt"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsignable(&'static str);

#[cfg(any(feature = "aws-sigv4", feature = "jwt"))]
impl Unsignable {
    /// What is wrong with the setting, and what mends it.
    pub const fn reason(self) -> &'static str {
        self.0
    }
}

#[cfg(any(feature = "aws-sigv4", feature = "jwt"))]
impl fmt::Display for Unsignable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(any(feature = "aws-sigv4", feature = "jwt"))]
impl std::error::Error for Unsignable {}
