//! When the vendor wants to be asked again.

use std::time::Duration;

use super::policy::LONGEST;
use crate::clock::Now;
use crate::reply::Reply;

/// What a reply's `Retry-After` asks for: seconds, or an HTTP date as seen from `now`.
///
/// A header that is neither, or that stands there twice, is ignored; more than 100 years is 100 years.
pub fn retry_after(reply: &Reply, now: Now) -> Option<Duration> {
    let text = reply.header(http::header::RETRY_AFTER)?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = text.parse().map_or(LONGEST, Duration::from_secs);
        return Some(seconds.min(LONGEST));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let date = date.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Some(date.saturating_sub(now.wall).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::*;

    const NOW: Now = Now { mono: Duration::ZERO, wall: Duration::from_secs(784_111_777) };

    fn asked(values: &[&str]) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append("retry-after", HeaderValue::from_str(value).expect("a header value"));
        }
        retry_after(&Reply::new(StatusCode::OK, headers, ""), NOW)
    }

    #[test]
    fn seconds_and_dates_are_read() {
        assert_eq!(asked(&["0"]), Some(Duration::ZERO));
        assert_eq!(asked(&["120"]), Some(Duration::from_secs(120)));
        assert_eq!(asked(&["Sun, 06 Nov 1994 08:49:37 GMT"]), Some(Duration::ZERO));
        assert_eq!(asked(&["Sun, 06 Nov 1994 08:50:37 GMT"]), Some(Duration::from_secs(60)));
        assert_eq!(asked(&["Sat, 01 Jan 1994 00:00:00 GMT"]), Some(Duration::ZERO));
        assert_eq!(asked(&["Sunday, 06-Nov-94 08:50:37 GMT"]), Some(Duration::from_secs(60)));
    }

    #[test]
    fn hostile_values_are_clamped_or_ignored() {
        let huge = "9".repeat(400);
        for value in ["9223372036854775808", "99999999999999999999", huge.as_str()] {
            assert_eq!(asked(&[value]), Some(LONGEST), "{value}");
        }
        for value in
            ["", " ", "-1", "+1", "1e308", "120.5", "NaN", "inf", "0x10", "1 2", "soon", "Sun, 99 Nov 1994", "١"]
        {
            let headers = HeaderValue::from_bytes(value.as_bytes()).map(|value| {
                let mut headers = HeaderMap::new();
                headers.insert("retry-after", value);
                headers
            });
            let reply = Reply::new(StatusCode::OK, headers.expect("a header value"), "");
            assert_eq!(retry_after(&reply, NOW), None, "{value}");
        }
        assert_eq!(asked(&["1", "2"]), None);
    }
}
