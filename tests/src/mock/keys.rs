//! Keys of two halves: what a vendor does with the public one.

#[cfg(feature = "jwt")]
mod pem;

#[cfg(feature = "jwt")]
pub(super) use self::pem::{fingerprint, is_signed, rsa_signed};

/// `start` refuses specs that need it.
#[cfg(not(feature = "jwt"))]
pub(super) fn is_signed(_: settled_codegen::model::JwtAlgorithm, _: &[u8], _: &[u8], _: &[u8]) -> bool {
    false
}

/// `start` refuses specs that need it.
#[cfg(not(feature = "jwt"))]
pub(super) fn rsa_signed(_: &str, _: &[u8]) -> Option<Vec<u8>> {
    None
}

/// `start` refuses specs that need it.
#[cfg(not(feature = "jwt"))]
pub(super) fn fingerprint(_: &str) -> Option<Vec<u8>> {
    None
}
