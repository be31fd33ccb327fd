//! Values of `Retry-After`, and what they mean.

use std::time::Duration;

use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue};

/// One case: the header as it came, and what a reader must make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryAfter {
    /// The value; more than one where the header came more than once.
    pub values: &'static [&'static [u8]],
    /// What it means.
    pub meaning: Meaning,
}

/// What a `Retry-After` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Not before this long from now.
    In(Duration),
    /// Not before this long after 1970-01-01T00:00:00Z. It may lie in the past: then there is nothing to wait for.
    At(Duration),
    /// A number of seconds beyond any wait. A reader may bound it or ignore the header; it must neither panic nor take
    /// it for a short wait.
    Beyond,
    /// Nothing: as if the header were absent.
    Nothing,
}

impl RetryAfter {
    /// The headers of a reply that says so.
    pub fn headers(&self) -> HeaderMap {
        let values = self.values.iter().filter_map(|value| HeaderValue::from_bytes(value).ok());
        values.map(|value| (RETRY_AFTER, value)).collect()
    }

    /// The values for messages, what is no text in it replaced.
    pub fn text(&self) -> String {
        self.values.iter().map(|value| String::from_utf8_lossy(value)).collect::<Vec<_>>().join(" | ")
    }
}

/// Forty values of `Retry-After` and more, good ones, bad ones and those seen in the wild.
///
/// ```
/// use std::time::Duration;
/// use settled_testkit::hostile::{Meaning, retry_after};
///
/// let good = retry_after().into_iter().filter(|case| matches!(case.meaning, Meaning::In(_) | Meaning::At(_)));
/// assert!(good.count() > 10);
/// assert!(retry_after().iter().all(|case| case.headers().len() == case.values.len()));
/// ```
pub fn retry_after() -> Vec<RetryAfter> {
    let seconds = SECONDS.iter().map(|(text, seconds)| (*text, Meaning::In(Duration::from_secs(*seconds))));
    let dates = DATES.iter().map(|(text, seconds)| (*text, Meaning::At(Duration::from_secs(*seconds))));
    let beyond = BEYOND.iter().map(|text| (*text, Meaning::Beyond));
    let nothing = NOTHING.iter().map(|values| (*values, Meaning::Nothing));
    seconds.chain(dates).chain(beyond).chain(nothing).map(|(values, meaning)| RetryAfter { values, meaning }).collect()
}

type Values = &'static [&'static [u8]];

const SECONDS: &[(Values, u64)] = &[
    (&[b"0"], 0),
    (&[b"1"], 1),
    (&[b"2"], 2),
    (&[b"120"], 120),
    (&[b"007"], 7),
    (&[b"3600"], 3_600),
    // A day, and 114 hours: both were sent by Azure.
    (&[b"86400"], 86_400),
    (&[b"410400"], 410_400),
    (&[b"2147483648"], 2_147_483_648),
    // Crashed urllib3.
    (&[b"9999999999"], 9_999_999_999),
];

const DATES: &[(Values, u64)] = &[
    (&[b"Thu, 01 Jan 2026 00:02:00 GMT"], 1_767_225_720),
    (&[b"Fri, 02 Jan 2026 00:00:00 GMT"], 1_767_312_000),
    (&[b"Sun, 06 Nov 1994 08:49:37 GMT"], 784_111_777),
    // The two old forms, which a reader must still take.
    (&[b"Sunday, 06-Nov-94 08:49:37 GMT"], 784_111_777),
    (&[b"Sun Nov  6 08:49:37 1994"], 784_111_777),
    (&[b"Thu, 01 Jan 1970 00:00:00 GMT"], 0),
    (&[b"Tue, 29 Feb 2028 12:00:00 GMT"], 1_835_438_400),
    (&[b"Tue, 19 Jan 2038 03:14:08 GMT"], 2_147_483_648),
    (&[b"Thu, 31 Dec 2099 23:59:59 GMT"], 4_102_444_799),
    (&[b"Fri, 31 Dec 9999 23:59:59 GMT"], 253_402_300_799),
];

const BEYOND: &[Values] = &[
    // 2^63, 2^64, and a number no integer holds.
    &[b"9223372036854775808"],
    &[b"18446744073709551616"],
    &[b"1000000000000000000000000000000000000000000000000000000000000"],
];

const NOTHING: &[Values] = &[
    &[b""],
    &[b"-1"],
    &[b"+120"],
    &[b"-9223372036854775808"],
    &[b"120.5"],
    &[b"1e3"],
    &[b"1e308"],
    &[b"NaN"],
    &[b"Infinity"],
    &[b"0x10"],
    &[b"1_000"],
    &[b"1,000"],
    &[b"120s"],
    &[b"2m"],
    &[b"PT2M"],
    &[b"120 seconds"],
    &[b"120;"],
    &[b"120, 60"],
    &[b"\"120\""],
    &[b"soon"],
    &[b"null"],
    &[b"2026-01-01T00:02:00Z"],
    &[b"01 Jan 2026 00:02:00 GMT"],
    &[b"Thu, 01 Jan 2026 24:02:00 GMT"],
    &[b"Mon, 31 Feb 2026 00:00:00 GMT"],
    &[b"Thu, 01 Jan 20260 00:02:00 GMT"],
    &[b"Thu, 01 Foo 2026 00:02:00 GMT"],
    // Arabic digits, and bytes that are no text.
    &["١٢٠".as_bytes()],
    &[b"12\xff0"],
    // Which of the two?
    &[b"120", b"60"],
    &[b"60", b"60"],
    &[b"120", b"Thu, 01 Jan 2026 00:02:00 GMT"],
];

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use super::*;

    /// What another reader makes of the one value, by the grammar of RFC 9110 and the `httpdate` crate.
    fn read(case: &RetryAfter) -> Meaning {
        let [value] = case.values else { return Meaning::Nothing };
        let Ok(text) = std::str::from_utf8(value) else { return Meaning::Nothing };
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let seconds = text.parse::<u64>().ok().filter(|seconds| *seconds < 1 << 63);
            return seconds.map_or(Meaning::Beyond, |seconds| Meaning::In(Duration::from_secs(seconds)));
        }
        let date = httpdate::parse_http_date(text).ok();
        let since = date.and_then(|date| date.duration_since(UNIX_EPOCH).ok());
        since.map_or(Meaning::Nothing, Meaning::At)
    }

    #[test]
    fn the_meanings_are_those_of_another_reader() {
        for case in retry_after() {
            assert_eq!(read(&case), case.meaning, "{}", case.text());
        }
    }

    #[test]
    fn no_case_is_given_twice_and_all_can_stand_in_a_header() {
        let cases = retry_after();
        assert!(cases.len() >= 40);
        for (index, case) in cases.iter().enumerate() {
            assert_eq!(case.headers().len(), case.values.len(), "{}", case.text());
            assert!(cases[..index].iter().all(|other| other.values != case.values), "{}", case.text());
        }
    }
}
