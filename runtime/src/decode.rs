//! Decodes whole replies: one shared reader for records, and the types that vendors mix up.
//!
//! Errors name a path and types. They never show a value: replies hold personal data.

mod collection;
mod variant;

use std::fmt;
use std::marker::PhantomData;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::{DeserializeSeed, Deserializer, Error as _, Visitor};
use serde_json::value::RawValue;

pub use self::collection::{List, Map, Member, Missing, Rec, Record, member};
pub use self::variant::{JsonText, OneOf, Tried, Union, Word, Words};
use crate::error::DecodeError;
use crate::secret::{Secret, Sensitive};
use crate::slot::Slot;

/// A type of the spec language and the Rust type that it is read as.
pub trait Read {
    /// The Rust type.
    type Out;

    /// Reads one value.
    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<Self::Out, D::Error>;

    /// What an absent member is, where that is allowed.
    fn absent() -> Option<Self::Out> {
        None
    }
}

/// Decodes a whole body.
pub fn decode<R: Read>(body: &[u8]) -> Result<R::Out, DecodeError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    R::read(&mut json).and_then(|value| json.end().map(|()| value)).map_err(|error| DecodeError(describe(&error)))
}

/// A `serde_json` error without any text of the body.
fn describe(error: &serde_json::Error) -> String {
    use serde_json::error::Category;
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        Category::Eof => "the body is not complete JSON".to_owned(),
        // Our own errors name paths and types only. The position, which may count from the start of a part, says less
        // than the path.
        Category::Data => {
            let text = error.to_string();
            let text = text.rfind(" at line ").map_or(text.as_str(), |end| &text[..end]);
            // `serde_json`'s own, where it reads `json`, would show the value.
            match text.find("invalid ") {
                Some(own) => format!("{}expected JSON that can be kept, found something else", &text[..own]),
                None => text.to_owned(),
            }
        }
        Category::Syntax | Category::Io => format!("the body is not JSON (line {line}, column {column})"),
    }
}

/// A whole body that is text.
pub fn text(body: &[u8]) -> Result<String, DecodeError> {
    let text = std::str::from_utf8(body).map_err(|_| DecodeError::new("the body is no UTF-8 text"))?;
    Ok(text.to_owned())
}

/// The key under which `serde_json` hands over a number when another crate turns `arbitrary_precision` on.
const BIG_NUMBER: &str = "$serde_json::private::Number";

/// Makes a [`Read`] usable where serde wants a seed.
struct Seed<R>(PhantomData<R>);

impl<'de, R: Read> DeserializeSeed<'de> for Seed<R> {
    type Value = R::Out;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<R::Out, D::Error> {
        R::read(json)
    }
}

fn scalar<'de, D: Deserializer<'de>, T>(
    json: D,
    expected: &'static str,
    typed: impl FnOnce(&Slot<'de>) -> Option<T>,
) -> Result<T, D::Error> {
    let raw: &'de RawValue = serde::Deserialize::deserialize(json)?;
    let Some(slot) = Slot::parse(raw) else {
        return Err(D::Error::custom("a string holds a broken escape"));
    };
    typed(&slot).ok_or_else(|| D::Error::custom(format_args!("expected {expected}, found {}", slot.found())))
}

macro_rules! scalars {
    ($($(#[$doc:meta])* $name:ident -> $out:ty, $expected:literal, $typed:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl Read for $name {
            type Out = $out;

            fn read<'de, D: Deserializer<'de>>(json: D) -> Result<$out, D::Error> {
                scalar(json, $expected, $typed)
            }
        }
    )+};
}

scalars! {
    /// `string`.
    Text -> String, "a string", |slot| slot.text().map(str::to_owned);
    /// `lenient_string`.
    LenientText -> String, "a string or a number", |slot| slot.lenient_text().map(str::to_owned);
    /// `bool`.
    Bool -> bool, "a boolean", |slot| slot.bool();
    /// `lenient_bool`.
    LenientBool -> bool, "a boolean, `\"true\"` or `\"false\"`", |slot| slot.lenient_bool();
    /// `int`.
    Int -> i64, "a whole number", |slot| slot.int();
    /// `lenient_int`.
    LenientInt -> i64, "a whole number, also as a string", |slot| slot.lenient_int();
    /// `float`.
    Float -> f64, "a number", |slot| slot.float();
    /// `seconds`.
    Seconds -> Duration, "a number of seconds", |slot| length(slot, 1.0);
    /// `millis`.
    Millis -> Duration, "a number of milliseconds", |slot| length(slot, 1e-3);
    /// `unix_seconds`.
    UnixSeconds -> SystemTime, "seconds since 1970", |slot| length(slot, 1.0).and_then(since_1970);
    /// `unix_millis`.
    UnixMillis -> SystemTime, "milliseconds since 1970", |slot| length(slot, 1e-3).and_then(since_1970);
    /// `timestamp`.
    Timestamp -> SystemTime, "a moment such as `2024-01-02T03:04:05Z`", |slot| slot.text().and_then(timestamp);
    /// `secret`.
    SecretText -> Secret, "a string", |slot| slot.text().map(Secret::from);
}

/// A length of time, as a number or as a string that holds one, in units of so many seconds.
fn length(slot: &Slot<'_>, unit: f64) -> Option<Duration> {
    let number: f64 = slot.lenient_text()?.parse().ok()?;
    Duration::try_from_secs_f64(number * unit).ok()
}

fn since_1970(time: Duration) -> Option<SystemTime> {
    UNIX_EPOCH.checked_add(time)
}

fn timestamp(text: &str) -> Option<SystemTime> {
    text.parse::<jiff::Timestamp>().ok().map(SystemTime::from)
}

/// `json`: anything, as `serde_json` reads it.
#[derive(Debug)]
pub struct Json;

impl Read for Json {
    type Out = serde_json::Value;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<serde_json::Value, D::Error> {
        serde::Deserialize::deserialize(json)
    }
}

/// `sensitive T`.
#[derive(Debug)]
pub struct Hidden<R>(PhantomData<R>);

impl<R: Read> Read for Hidden<R> {
    type Out = Sensitive<R::Out>;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<Self::Out, D::Error> {
        R::read(json).map(Sensitive::new)
    }
}

/// `name?`: absent or null is `None`.
#[derive(Debug)]
pub struct Maybe<R>(PhantomData<R>);

impl<R: Read> Read for Maybe<R> {
    type Out = Option<R::Out>;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<Self::Out, D::Error> {
        json.deserialize_option(Self(PhantomData))
    }

    fn absent() -> Option<Self::Out> {
        Some(None)
    }
}

impl<'de, R: Read> Visitor<'de> for Maybe<R> {
    type Value = Option<R::Out>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        R::read(json).map(Some)
    }
}

#[cfg(test)]
mod tests;
