//! Moments, as bodies and specs write them: microseconds since 1970.

use crate::model::types::TimeKind;

const DAY: i64 = 86_400;
const MICROS: i64 = 1_000_000;

/// The moment that a text is, where it is one. Numbers count in the unit of a place of this kind.
pub(crate) fn parse(kind: TimeKind, text: &str) -> Option<i64> {
    let text = text.trim();
    let scaled = |unit: f64| {
        let micros = (text.parse::<f64>().ok()? * unit).round();
        // Every whole number in this range is exactly itself, or as near as the text was.
        (micros.abs() < 9.0e18).then_some(micros as i64)
    };
    let number = match kind {
        TimeKind::UnixSeconds => scaled(1e6),
        TimeKind::UnixMillis => scaled(1e3),
        _ => None,
    };
    number.or_else(|| rfc3339(text))
}

/// A moment as RFC 3339, in UTC.
pub(crate) fn show(micros: i64) -> String {
    let (seconds, fraction) = (micros.div_euclid(MICROS), micros.rem_euclid(MICROS));
    let (days, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(days);
    let fraction = match fraction {
        0 => String::new(),
        fraction => format!(".{fraction:06}").trim_end_matches('0').to_owned(),
    };
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}

/// A moment as a place of this kind has it.
pub(crate) fn write(kind: TimeKind, micros: i64) -> serde_json::Value {
    let number = |unit: i64| match micros % unit {
        0 => (micros / unit).into(),
        _ => (micros as f64 / unit as f64).into(),
    };
    match kind {
        TimeKind::UnixSeconds => number(MICROS),
        TimeKind::UnixMillis => number(1000),
        _ => show(micros).into(),
    }
}

/// `2024-01-02T03:04:05.25+01:00`.
fn rfc3339(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = text.get(from..to)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let is = |at: usize, any: &[u8]| bytes.get(at).is_some_and(|byte| any.contains(byte));
    if !(is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":")) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let rest = text.get(19..)?;
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            rest.split_at(end)
        }
        None => ("0", rest),
    };
    if fraction.is_empty()
        || fraction.len() > 9
        || !(1..=12).contains(&month)
        || !(1..=days_in(year, month)).contains(&day)
    {
        return None;
    }
    // A leap second is the one before it.
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let micros: i64 = format!("{fraction:0<6}").get(..6)?.parse().ok()?;
    let offset = match zone {
        "Z" | "z" => 0,
        zone => {
            let sign = match zone.get(..1)? {
                "+" => 1,
                "-" => -1,
                _ => return None,
            };
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let two = |text: &str| -> Option<i64> {
                (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
            };
            sign * (two(hours).filter(|hours| *hours < 24)? * 60 + two(minutes).filter(|minutes| *minutes < 60)?) * 60
        }
    };
    let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second.min(59) - offset;
    Some(seconds * MICROS + micros)
}

fn days_in(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1970 to a date, by years that begin in March: the leap day is their last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date so many days after 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_and_written() {
        let read = |text: &str| parse(TimeKind::Timestamp, text);
        for (text, micros) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2024-01-02T03:04:05Z", 1_704_164_645_000_000),
            ("2024-02-29T23:59:59.25Z", 1_709_251_199_250_000),
            ("1969-12-31T23:59:59.999999Z", -1),
            ("2000-03-01T00:00:00Z", 951_868_800_000_000),
            ("1900-01-01T00:00:00Z", -2_208_988_800_000_000),
        ] {
            assert_eq!(read(text), Some(micros), "{text}");
            assert_eq!(show(micros), text);
        }
        for same in [
            "2024-01-02T04:04:05+01:00",
            "2024-01-02t03:04:05z",
            "2024-01-02 03:04:05.0000009Z",
            "2024-01-01T21:34:05-05:30",
        ] {
            assert_eq!(read(same), read("2024-01-02T03:04:05Z"), "{same}");
        }
        assert_eq!(read("2016-12-31T23:59:60Z"), read("2016-12-31T23:59:59Z"));
        for none in [
            "",
            "soon",
            "2024-01-02",
            "2024-01-02T03:04Z",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-01-02T24:00:00Z",
            "2024-01-02T03:04:05",
            "2024-01-02T03:04:05.Z",
            "2024-01-02T03:04:05+1:00",
            "1704164645",
            "２024-01-02T03:04:05Z",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn numbers_count_in_the_unit_of_their_place() {
        let (seconds, millis) = (TimeKind::UnixSeconds, TimeKind::UnixMillis);
        assert_eq!(parse(seconds, " 1704164645 "), Some(1_704_164_645_000_000));
        assert_eq!(parse(seconds, "1704164645.25"), Some(1_704_164_645_250_000));
        assert_eq!(parse(millis, "1704164645250"), Some(1_704_164_645_250_000));
        assert_eq!(parse(millis, "2024-01-02T03:04:05.25Z"), Some(1_704_164_645_250_000));
        for none in ["NaN", "inf", "1e300", "soon"] {
            assert_eq!(parse(seconds, none), None, "{none}");
        }
        for kind in [seconds, millis, TimeKind::Timestamp] {
            for micros in [0, 1, 1_704_164_644_999_999, 1_704_164_645_000_000] {
                let written = write(kind, micros);
                let text = written.as_str().map_or_else(|| written.to_string(), str::to_owned);
                assert_eq!(parse(kind, &text), Some(micros), "{text}");
            }
        }
    }
}
