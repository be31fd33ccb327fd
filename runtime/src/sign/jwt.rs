//! JSON Web Tokens: when one ends, and with the feature `jwt`, signed ones.

use std::time::Duration;

use crate::value::Encoding;

#[cfg(feature = "jwt")]
mod key;
#[cfg(feature = "jwt")]
mod signed;
#[cfg(all(test, feature = "jwt"))]
mod vectors;

#[cfg(feature = "jwt")]
pub use self::key::public_key_sha256;
#[cfg(feature = "jwt")]
pub use self::signed::{Algorithm, Jwt};

/// When a token ends by its own `exp`, since 1970: whole seconds or a fraction. `None` if it does not say or is no JWT.
///
/// The token is not verified: this tells when to fetch another one, not whether to trust it.
pub(crate) fn expiry(jwt: &str) -> Option<Duration> {
    let claims = jwt.split('.').nth(1)?;
    let claims = Encoding::Base64Url.decode(claims.trim_end_matches('='))?;
    let claims: serde_json::Value = serde_json::from_slice(&claims).ok()?;
    let exp = claims.get("exp")?;
    match exp.as_u64() {
        Some(seconds) => Some(Duration::from_secs(seconds)),
        None => Duration::try_from_secs_f64(exp.as_f64()?).ok(),
    }
}

#[cfg(test)]
mod tests;
