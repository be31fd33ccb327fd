//! AWS Signature Version 4: the headers of a signed request.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningInstructions, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4::SigningParams;
use bytes::Bytes;
use http::Request;
use http::header::{HeaderName, HeaderValue};
use tracing::Dispatch;
use tracing::dispatcher::{get_default, with_default};
use tracing::subscriber::NoSubscriber;

use super::Unsignable;
use crate::clock::Now;

const NO_HOST: Unsignable = Unsignable("cannot sign a request whose URL has no host");
const NOT_ASCII: Unsignable = Unsignable("cannot sign headers that are not visible ASCII");
const NOT_SENT: Unsignable =
    Unsignable("needs a region, a service, an access key and a session token of visible ASCII without spaces");

/// What a request is signed with. It holds keys, and has no `Debug`.
#[derive(Clone, Copy)]
pub(super) struct SigV4<'a> {
    /// The region: `eu-central-1`.
    pub(super) region: &'a str,
    /// The service's signing name: `textract`. `s3` and its kin sign the path as it is sent, and always send the digest
    /// of the body.
    pub(super) service: &'a str,
    /// The id of the access key.
    pub(super) access_key: &'a str,
    /// The secret of the access key.
    pub(super) secret_key: &'a str,
    /// The token of temporary credentials.
    pub(super) session_token: Option<&'a str>,
    /// Whether to send the digest of the body as `x-amz-content-sha256`, as few services but `s3` ask.
    pub(super) content_sha256: bool,
}

impl SigV4<'_> {
    /// The headers to set on a request that is complete but for these: `x-amz-date`, `authorization`, and where they
    /// apply `x-amz-security-token` and `x-amz-content-sha256`.
    ///
    /// The method, the URL, the body and every header that is there are signed, but for those that proxies change;
    /// none of them may change afterwards.
    ///
    /// # Errors
    /// The URL has no host, or a header or setting has no form in which it can be sent.
    pub(super) fn headers(
        &self,
        request: &Request<Bytes>,
        now: Now,
    ) -> Result<Vec<(HeaderName, HeaderValue)>, Unsignable> {
        if request.uri().host().is_none() {
            return Err(NO_HOST);
        }
        if !self.is_sendable() {
            return Err(NOT_SENT);
        }
        let mut signed = Vec::with_capacity(request.headers().len());
        for (name, value) in request.headers() {
            signed.push((name.as_str(), value.to_str().map_err(|_| NOT_ASCII)?));
        }
        let (headers, _) = unseen(|| self.sign(request, signed, now))?.into_parts();
        let sendable = headers.into_iter().map(|header| {
            let name = HeaderName::from_bytes(header.name().as_bytes()).map_err(|_| NOT_SENT)?;
            let mut value = HeaderValue::from_str(header.value()).map_err(|_| NOT_SENT)?;
            value.set_sensitive(true);
            Ok((name, value))
        });
        sendable.collect()
    }

    /// The scope is written with slashes between its parts.
    fn is_sendable(&self) -> bool {
        let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        let scope = [self.access_key, self.region, self.service];
        scope.iter().all(|part| is_plain(part) && !part.contains('/')) && self.session_token.is_none_or(is_plain)
    }

    fn sign(
        &self,
        request: &Request<Bytes>,
        signed: Vec<(&str, &str)>,
        now: Now,
    ) -> Result<SigningInstructions, Unsignable> {
        // Dates have four digits.
        const LAST: Duration = Duration::from_secs(253_402_300_799);
        let token = self.session_token.map(str::to_owned);
        let identity = Credentials::new(self.access_key, self.secret_key, token, None, "settled").into();
        let params = SigningParams::builder()
            .identity(&identity)
            .region(self.region)
            .name(self.service)
            .time(UNIX_EPOCH + now.wall.min(LAST))
            .settings(self.settings())
            .build()
            .map_err(|_| NOT_SENT)?;
        let (method, url, body) = (request.method().as_str(), request.uri().to_string(), request.body());
        let request = SignableRequest::new(method, url, signed.into_iter(), SignableBody::Bytes(body));
        let signed = sign(request.map_err(|_| NOT_SENT)?, &params.into()).map_err(|_| NOT_SENT)?;
        Ok(signed.into_parts().0)
    }

    fn settings(&self) -> SigningSettings {
        let mut settings = SigningSettings::default();
        let is_s3 = self.service == "s3" || self.service.starts_with("s3-") || self.service == "s3express";
        if is_s3 {
            settings.percent_encoding_mode = PercentEncodingMode::Single;
            settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
        }
        if is_s3 || self.content_sha256 {
            settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        }
        settings
    }
}

/// Signs out of the subscriber's sight: the library traces the headers that it signs, the session token among them.
fn unseen<T>(sign: impl FnOnce() -> T) -> T {
    // Where there is no subscriber, a scope of our own would end tracing's fallback to the crate `log` for good.
    if get_default(Dispatch::is::<NoSubscriber>) { sign() } else { with_default(&Dispatch::none(), sign) }
}

#[cfg(test)]
mod tests;
