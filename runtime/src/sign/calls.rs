//! How generated code signs. Where a feature is off, it does not compile before it comes to this; see `features`.

use bytes::Bytes;
use http::Request;
use http::header::{AUTHORIZATION, HeaderValue};

use super::oauth1::OAuth1;
use crate::clock::Now;
use crate::compose::ToJson;
use crate::error::InvalidInput;

/// What AWS Signature Version 4 signs with.
pub struct AwsKeys<'a> {
    /// The region.
    pub region: &'a str,
    /// The service's signing name.
    pub service: &'a str,
    /// The id of the access key.
    pub access_key: &'a str,
    /// The secret of the access key.
    pub secret_key: &'a str,
    /// The token of temporary credentials.
    pub session_token: Option<&'a str>,
    /// Whether the digest of the body is sent.
    pub content_sha256: bool,
}

/// Signs a request by OAuth 1.0a.
pub fn sign_oauth1(mut request: Request<Bytes>, keys: OAuth1<'_>) -> Result<Request<Bytes>, InvalidInput> {
    let value = HeaderValue::from_str(&keys.authorization(&request));
    let mut value = value.map_err(|_| InvalidInput::new("auth", "makes no header"))?;
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(request)
}

/// Signs a request by AWS Signature Version 4.
#[cfg(feature = "aws-sigv4")]
pub fn sign_aws(mut request: Request<Bytes>, keys: &AwsKeys<'_>, now: Now) -> Result<Request<Bytes>, InvalidInput> {
    let AwsKeys { region, service, access_key, secret_key, session_token, content_sha256 } = *keys;
    let signer = super::aws::SigV4 { region, service, access_key, secret_key, session_token, content_sha256 };
    let headers = signer.headers(&request, now).map_err(|bad| InvalidInput::new("auth", bad.reason()))?;
    request.headers_mut().extend(headers);
    Ok(request)
}

/// Signs nothing.
#[cfg(not(feature = "aws-sigv4"))]
pub fn sign_aws(_: Request<Bytes>, _: &AwsKeys<'_>, _: Now) -> Result<Request<Bytes>, InvalidInput> {
    Err(InvalidInput::new("auth", "needs the feature `aws-sigv4` of `settled`"))
}

/// A signed JWT. `input` is the name of the setting or input that the key is.
#[cfg(feature = "jwt")]
pub fn jwt(
    algorithm: &str,
    key: &[u8],
    input: &'static str,
    header: &[(&str, &str)],
    claims: impl ToJson,
) -> Result<String, InvalidInput> {
    use super::jwt::{Algorithm, Jwt};
    let algorithm = Algorithm::of(algorithm).ok_or(InvalidInput::new(input, "is for no algorithm that is known"))?;
    let header: Vec<(&str, &dyn ToJson)> = header.iter().map(|(name, text)| (*name, text as &dyn ToJson)).collect();
    let claims = crate::compose::json_text(claims);
    let jwt = Jwt { algorithm, key, kid: None, header: &header, claims: &claims };
    jwt.sign().map_err(|bad| InvalidInput::new(input, bad.reason()))
}

/// No JWT.
#[cfg(not(feature = "jwt"))]
pub fn jwt(_: &str, _: &[u8], input: &'static str, _: &[(&str, &str)], _: impl ToJson) -> Result<String, InvalidInput> {
    Err(InvalidInput::new(input, "needs the feature `jwt` of `settled`"))
}

/// An RSA signature (PKCS#1 v1.5, SHA-256) of the parts, one after the other.
#[cfg(feature = "jwt")]
pub fn rsa_sha256(key: &[u8], input: &'static str, parts: &[&[u8]]) -> Result<Vec<u8>, InvalidInput> {
    let signature = super::jwt::Algorithm::Rs256.sign(key, &parts.concat());
    signature.map_err(|bad| InvalidInput::new(input, bad.reason()))
}

/// No signature.
#[cfg(not(feature = "jwt"))]
pub fn rsa_sha256(_: &[u8], input: &'static str, _: &[&[u8]]) -> Result<Vec<u8>, InvalidInput> {
    Err(InvalidInput::new(input, "needs the feature `jwt` of `settled`"))
}

/// SHA-256 of the public half of a private key.
#[cfg(feature = "jwt")]
pub fn public_key_sha256(key: &[u8], input: &'static str) -> Result<Vec<u8>, InvalidInput> {
    super::jwt::public_key_sha256(key).map_err(|bad| InvalidInput::new(input, bad.reason()))
}

/// No fingerprint.
#[cfg(not(feature = "jwt"))]
pub fn public_key_sha256(_: &[u8], input: &'static str) -> Result<Vec<u8>, InvalidInput> {
    Err(InvalidInput::new(input, "needs the feature `jwt` of `settled`"))
}
