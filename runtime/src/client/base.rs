//! The base URL: where a client's requests go.

use std::net::IpAddr;

use http::Uri;

use crate::error::{Error, ErrorKind};

/// A checked base URL, without a slash at its end.
pub(crate) struct Base {
    pub(crate) url: String,
    pub(crate) host: String,
    pub(crate) is_https: bool,
}

impl Base {
    /// Checks what the caller gave. Messages never show it: it may hold a password or a token.
    pub(crate) fn parse(text: &str, method: &str, plain_http: bool) -> Result<Base, Error> {
        let method = if method.is_empty() { "base_url" } else { method };
        let bad = |reason: &str, remedy: &str| {
            Error::new(ErrorKind::Config, format!("the base URL {reason}; give `.{method}(…)` one {remedy}"))
        };
        if text.contains(['?', '#', '@']) {
            return Err(bad("has a user, a query or a fragment", "scheme, host, port and path only"));
        }
        let uri: Uri = text.parse().map_err(|_| bad("is no URL", "such as `https://api.example.com`"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(bad("is not absolute", "with its scheme: `https://…`"));
        };
        let host = authority.host();
        if host.is_empty() {
            return Err(bad("has no host", "such as `https://api.example.com`"));
        }
        let port = authority.as_str().strip_prefix(host).unwrap_or_default();
        if !port.is_empty() && authority.port_u16().is_none() {
            return Err(bad("has a port that is none", "with a port of 1 to 65535, or without"));
        }
        let is_https = scheme.eq_ignore_ascii_case("https");
        if !is_https && !scheme.eq_ignore_ascii_case("http") {
            return Err(bad("is neither https nor http", "with `https://…`"));
        }
        if !is_https && !plain_http && !is_loopback(host) {
            let remedy = "with `https://…`, or call `.allow_plain_http()` where the network itself is trusted";
            return Err(bad("would send credentials in the clear", remedy));
        }
        let path = uri.path().trim_end_matches('/');
        if path.split('/').any(is_dots) {
            return Err(bad("has a `.` or `..` in its path", "with the path that it stands for"));
        }
        let scheme = if is_https { "https" } else { "http" };
        Ok(Base { url: format!("{scheme}://{authority}{path}"), host: host.to_owned(), is_https })
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Also in its percent-encoded forms, which URL parsers resolve too.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> String {
        Base::parse(text, "base_url", false).expect(text).url
    }

    #[test]
    fn good_ones_are_taken_without_their_last_slashes() {
        assert_eq!(url("https://api.example.com"), "https://api.example.com");
        assert_eq!(url("https://api.example.com/v1//"), "https://api.example.com/v1");
        assert_eq!(url("HTTPS://api.example.com:8443/a/b"), "https://api.example.com:8443/a/b");
        assert_eq!(url("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
        assert_eq!(url("http://[::1]:8080/"), "http://[::1]:8080");
        assert_eq!(url("http://localhost"), "http://localhost");
    }

    #[test]
    fn bad_ones_are_config_errors_that_do_not_show_them() {
        let bad = [
            "",
            "api.example.com",
            "/v1",
            "ftp://api.example.com",
            "http://api.example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "https://",
            "https://user:s3cr3t@api.example.com",
            "https://api.example.com?token=s3cr3t",
            "https://api.example.com/#s3cr3t",
            "https://api.example.com:99999",
            "https://api.example.com:",
            "https://api.example.com/a/../s3cr3t",
            "https://api.example.com/%2E./s3cr3t",
            "https://api.example.com/s3cr3t value",
        ];
        for text in bad {
            let Err(error) = Base::parse(text, "base_url", false) else { panic!("{text} was taken") };
            assert_eq!(error.kind(), ErrorKind::Config, "{text}");
            assert!(error.to_string().contains("`.base_url(…)`"), "{error}");
            assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
        }
    }

    #[test]
    fn plain_http_must_be_allowed() {
        assert!(Base::parse("http://vendor.internal", "base_url", true).is_ok());
        let error = Base::parse("http://vendor.internal", "base_url", false).err().expect("an error");
        assert!(error.to_string().contains("`.allow_plain_http()`"), "{error}");
    }
}
