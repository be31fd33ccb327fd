//! What values and inputs look like, where nobody but the caller knows them.

use jiff::Timestamp;
use settled_codegen::model::{Chance, Encoding, InputKind, Moment};

use super::compute::{decode, encode};

/// The moment that a text is in this format, in milliseconds since 1970.
pub(super) fn moment(text: &str, format: Moment) -> Option<i128> {
    let written = |digits: usize| {
        let moment: Timestamp = text.parse().ok()?;
        (format!("{moment:.digits$}") == text).then(|| i128::from(moment.as_millisecond()))
    };
    let number = || {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse::<i128>().ok() } else { None }
    };
    match format {
        Moment::Rfc3339 => written(0),
        Moment::Rfc3339Millis => written(3),
        Moment::UnixSeconds => number()?.checked_mul(1000),
        Moment::UnixMillis => number(),
        Moment::IsoBasic => {
            let moment = jiff::fmt::strtime::parse("%Y%m%dT%H%M%SZ", text).ok()?.to_datetime().ok()?;
            let moment = moment.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
            (moment.strftime("%Y%m%dT%H%M%SZ").to_string() == text).then(|| i128::from(moment.as_millisecond()))
        }
        Moment::Date => {
            let day: jiff::civil::Date = text.parse().ok().filter(|day: &jiff::civil::Date| day.to_string() == text)?;
            Some(i128::from(day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_millisecond()))
        }
        Moment::HttpDate => {
            let moment = httpdate::parse_http_date(text).ok().filter(|date| httpdate::fmt_http_date(*date) == text)?;
            let since = moment.duration_since(std::time::UNIX_EPOCH).ok()?;
            i128::try_from(since.as_millis()).ok()
        }
    }
}

/// Whether a text can be a random value of this kind.
pub(super) fn is_chance(text: &str, chance: Chance) -> bool {
    match chance {
        Chance::Uuid => {
            let has_dashes = [8, 13, 18, 23].iter().all(|at| text.as_bytes().get(*at) == Some(&b'-'));
            let bytes = decode(&text.replace('-', ""), Encoding::Hex).unwrap_or_default();
            // RFC 9562: version 4, and the variant of that RFC; printed in lower case.
            let is_version_4 = bytes.len() == 16 && bytes[6] >> 4 == 4 && bytes[8] >> 6 == 0b10;
            has_dashes && text.len() == 36 && is_version_4 && text == text.to_ascii_lowercase()
        }
        Chance::Bytes(count, encoding) => {
            let bytes = decode(text, encoding).filter(|bytes| bytes.len() == usize::from(count));
            bytes.is_some_and(|bytes| encode(&bytes, encoding) == text)
        }
    }
}

/// Whether a text can be an input of this kind, and if not, what it should be.
pub(super) fn misfit(kind: &InputKind, text: &str) -> Option<&'static str> {
    let (fits, expected) = match kind {
        InputKind::Bool(_) => (text.parse::<bool>().is_ok(), "`true` or `false`"),
        InputKind::Int(_) => (text.parse().is_ok_and(|number: i64| number.to_string() == text), "a whole number"),
        InputKind::Float(_) => (text.parse().is_ok_and(f64::is_finite), "a number"),
        _ => (true, ""),
    };
    if fits { None } else { Some(expected) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_its_format_and_no_other() {
        let texts = ["2024-01-02T03:04:05Z", "2024-01-02T03:04:05.000Z", "1704164645", "Tue, 02 Jan 2024 03:04:05 GMT"];
        let formats = [Moment::Rfc3339, Moment::Rfc3339Millis, Moment::UnixSeconds, Moment::HttpDate];
        for (at, text) in texts.iter().enumerate() {
            for (other, format) in formats.iter().enumerate() {
                let expected = if at == other { Some(1_704_164_645_000) } else { None };
                assert_eq!(moment(text, *format), expected, "{text} as {format:?}");
            }
        }
        assert_eq!(moment("20240102T030405Z", Moment::IsoBasic), Some(1_704_164_645_000));
        assert_eq!(moment("2024-01-02", Moment::Date), Some(1_704_153_600_000));
        for (text, format) in
            [("2024-01-02T03:04:05Z", Moment::Date), ("20240102", Moment::Date), ("20240102T030405", Moment::IsoBasic)]
        {
            assert_eq!(moment(text, format), None, "{text}");
        }
        assert_eq!(moment("1704164645678", Moment::UnixMillis), Some(1_704_164_645_678));
        assert_eq!(moment("2024-01-02T03:04:05.678+00:00", Moment::Rfc3339Millis), None);
        assert_eq!(moment("Tuesday, 02-Jan-24 03:04:05 GMT", Moment::HttpDate), None);
        for none in ["", "-1", "+1", "1.5", "one"] {
            assert_eq!(moment(none, Moment::UnixMillis), None, "{none}");
        }
    }

    #[test]
    fn a_random_value_has_its_form() {
        // RFC 9562, appendix A.3.
        assert!(is_chance("919108f7-52d1-4320-9bac-f847db4148a8", Chance::Uuid));
        for other in [
            "919108f7-52d1-7320-9bac-f847db4148a8",
            "919108f7-52d1-4320-cbac-f847db4148a8",
            "919108F7-52D1-4320-9BAC-F847DB4148A8",
            "919108f752d143209bacf847db4148a8",
            "919108f7-52d1-4320-9bac-f847db4148a",
            "919108f7-52d1-4320-9bac-f847db4148ag",
            "",
        ] {
            assert!(!is_chance(other, Chance::Uuid), "{other}");
        }
        let eight = |encoding| Chance::Bytes(8, encoding);
        assert!(is_chance("00ff00ff00ff00ff", eight(Encoding::Hex)));
        assert!(!is_chance("00FF00ff00ff00ff", eight(Encoding::Hex)));
        assert!(!is_chance("00ff00ff00ff00", eight(Encoding::Hex)));
        assert!(is_chance("AP8A/wD/AP8=", eight(Encoding::Base64)));
        assert!(!is_chance("AP8A/wD/AP8", eight(Encoding::Base64)));
        assert!(is_chance("AP8A_wD_AP8", eight(Encoding::Base64Url)));
    }

    #[test]
    fn an_input_is_of_its_kind() {
        assert_eq!(misfit(&InputKind::Int(None), "-7"), None);
        assert_eq!(misfit(&InputKind::Int(None), "7.0"), Some("a whole number"));
        assert_eq!(misfit(&InputKind::Int(None), "+7"), Some("a whole number"));
        assert_eq!(misfit(&InputKind::Float(None), "0.5"), None);
        assert_eq!(misfit(&InputKind::Float(None), "NaN"), Some("a number"));
        assert_eq!(misfit(&InputKind::Bool(None), "True"), Some("`true` or `false`"));
        assert_eq!(misfit(&InputKind::Text(None), ""), None);
    }
}
