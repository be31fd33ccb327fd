//! Moments that rules compare: microseconds since 1970.

use jiff::Timestamp;

use crate::hints::Unit;
use crate::slot::Slot;

/// The moment that stands at a place, written so; `None` where that is none.
pub fn moment(unit: Unit, slot: &Slot<'_>) -> Option<i64> {
    let text = slot.lenient_text()?.trim();
    let scaled = |unit: f64| {
        let micros = (text.parse::<f64>().ok()? * unit).round();
        // Every whole number in this range is exactly itself, or as near as the text was.
        (micros.abs() < 9.0e18).then_some(micros as i64)
    };
    let number = match unit {
        Unit::UnixSeconds => scaled(1e6),
        Unit::UnixMillis => scaled(1e3),
        Unit::Timestamp | Unit::Seconds | Unit::Millis => None,
    };
    number.or_else(|| text.parse::<Timestamp>().ok().map(floor))
}

/// Whether a moment is before another one (-1), the same (0) or after it (1); `None` where one of them is none.
pub fn since(unit: Unit, slot: &Slot<'_>, other_unit: Unit, other: &Slot<'_>) -> Option<i64> {
    Some(moment(unit, slot)?.cmp(&moment(other_unit, other)?) as i64)
}

/// The microsecond that a moment is in.
fn floor(moment: Timestamp) -> i64 {
    i64::try_from(moment.as_nanosecond().div_euclid(1000)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Slot<'_> {
        Slot::Text(text.into())
    }

    #[test]
    fn moments_of_all_kinds_are_compared() {
        let (seconds, millis) = (Slot::Number("1704164645".into()), text("1704164645250"));
        assert_eq!(moment(Unit::UnixSeconds, &seconds), Some(1_704_164_645_000_000));
        assert_eq!(moment(Unit::UnixMillis, &millis), Some(1_704_164_645_250_000));
        assert_eq!(moment(Unit::Timestamp, &text("1969-12-31T23:59:59.9999999Z")), Some(-1));
        let is = |slot: &Slot<'_>, other: &str| since(Unit::UnixSeconds, slot, Unit::Timestamp, &text(other));
        assert_eq!(is(&seconds, "2024-01-02T03:04:05.000001Z"), Some(-1));
        assert_eq!(is(&seconds, "2024-01-02T04:04:05+01:00"), Some(0));
        assert_eq!(is(&seconds, "2024-01-02T03:04:04Z"), Some(1));
        assert_eq!(since(Unit::UnixMillis, &millis, Unit::UnixSeconds, &seconds), Some(1));
    }

    #[test]
    fn what_is_no_moment_is_on_no_side() {
        for none in [text("soon"), text(""), text("1e300"), Slot::Absent, Slot::Null, Slot::Bool(true), Slot::Object] {
            assert_eq!(moment(Unit::UnixSeconds, &none), None, "{none:?}");
            let now = text("2024-01-02T03:04:05Z");
            assert_eq!(since(Unit::Timestamp, &none, Unit::Timestamp, &now), None, "{none:?}");
            assert_eq!(since(Unit::Timestamp, &now, Unit::Timestamp, &none), None, "{none:?}");
        }
        assert_eq!(moment(Unit::Timestamp, &text("1704164645")), None);
    }
}
