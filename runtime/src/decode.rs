//! Decodes whole replies: one shared reader for records, and the types that vendors mix up.
//!
//! Errors name a path and types. They never show a value: replies hold personal data.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::DecodeError;
use crate::secret::{Secret, Sensitive};
use crate::slot::Slot;
use crate::word::Unlisted;

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
    /// `secret`.
    SecretText -> Secret, "a string", |slot| slot.text().map(Secret::from);
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

/// What a visitor answers to the kinds of JSON that it does not expect.
macro_rules! refuse {
    ($($kind:ident)+) => { $(refuse!(@ $kind);)+ };
    (@ scalars) => {
        fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("expected {}, found a boolean", Self::EXPECTED)))
        }

        fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("expected {}, found a number", Self::EXPECTED)))
        }

        fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("expected {}, found a number", Self::EXPECTED)))
        }

        fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("expected {}, found a number", Self::EXPECTED)))
        }

        fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("expected {}, found a string", Self::EXPECTED)))
        }

        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("expected {}, found null", Self::EXPECTED)))
        }

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(Self::EXPECTED)
        }
    };
    (@ list) => {
        fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Err(A::Error::custom(format_args!("expected {}, found a list", Self::EXPECTED)))
        }
    };
    (@ object) => {
        fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
            let found = match object.next_key::<Key<'de>>()? {
                Some(Key(key)) if key == BIG_NUMBER => "a number",
                _ => "an object",
            };
            Err(A::Error::custom(format_args!("expected {}, found {found}", Self::EXPECTED)))
        }
    };
}

/// Refuses what is no object but a number: with `arbitrary_precision` on, `serde_json` hands it over as an object.
fn refuse_number<E: serde::de::Error>(key: &str, expected: &str) -> Result<(), E> {
    match key == BIG_NUMBER {
        true => Err(E::custom(format_args!("expected {expected}, found a number"))),
        false => Ok(()),
    }
}

/// Says where an error happened. The position that `serde_json` appends is told once, at the end.
fn at<E: serde::de::Error>(place: impl fmt::Display, error: &E) -> E {
    let text = error.to_string();
    let text = text.rfind(" at line ").map_or(text.as_str(), |end| &text[..end]);
    match text.strip_prefix('`') {
        // `a`: `b`: … becomes one path.
        Some(rest) => E::custom(format_args!("`{place}.{rest}")),
        None => E::custom(format_args!("`{place}`: {text}")),
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> serde::Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }

            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }

        json.deserialize_str(Keys)
    }
}

/// `[T]`.
#[derive(Debug)]
pub struct List<R>(PhantomData<R>);

impl<R> List<R> {
    const EXPECTED: &'static str = "a list";
}

impl<R: Read> Read for List<R> {
    type Out = Vec<R::Out>;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<Self::Out, D::Error> {
        json.deserialize_any(Self(PhantomData))
    }
}

impl<'de, R: Read> Visitor<'de> for List<R> {
    type Value = Vec<R::Out>;

    refuse!(scalars object);

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        loop {
            match list.next_element_seed(Seed::<R>(PhantomData)) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(items),
                Err(error) => return Err(at(items.len(), &error)),
            }
        }
    }
}

/// `{ "*": T }`.
#[derive(Debug)]
pub struct Map<R>(PhantomData<R>);

impl<R> Map<R> {
    const EXPECTED: &'static str = "an object";
}

impl<R: Read> Read for Map<R> {
    type Out = BTreeMap<String, R::Out>;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<Self::Out, D::Error> {
        json.deserialize_any(Self(PhantomData))
    }
}

impl<'de, R: Read> Visitor<'de> for Map<R> {
    type Value = BTreeMap<String, R::Out>;

    refuse!(scalars list);

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = BTreeMap::new();
        while let Some(Key(key)) = object.next_key()? {
            refuse_number(&key, Self::EXPECTED)?;
            Member { key: &key, object: &mut object }.rest::<R>(&mut members)?;
        }
        Ok(members)
    }
}

/// One member of an object, its key read and its value not.
pub struct Member<'m, A> {
    key: &'m str,
    object: &'m mut A,
}

impl<'de, A: MapAccess<'de>> Member<'_, A> {
    /// Reads the value into its place, which must be empty.
    pub fn put<R: Read>(self, place: &mut Option<R::Out>) -> Result<(), A::Error> {
        if place.is_some() {
            return Err(A::Error::custom(format_args!("`{}`: given twice", self.key)));
        }
        let value = self.object.next_value_seed(Seed::<R>(PhantomData)).map_err(|error| at(self.key, &error))?;
        *place = Some(value);
        Ok(())
    }

    /// Reads the value of a key that the spec does not name.
    pub fn rest<R: Read>(self, members: &mut BTreeMap<String, R::Out>) -> Result<(), A::Error> {
        let value = self.object.next_value_seed(Seed::<R>(PhantomData)).map_err(|error| at("*", &error))?;
        match members.insert(self.key.to_owned(), value) {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("`*`: a key is given twice")),
        }
    }

    /// Passes over the value of a key that nobody asks for.
    pub fn skip(self) -> Result<(), A::Error> {
        self.object.next_value::<IgnoredAny>().map(drop)
    }
}

/// A required member that is not there.
#[derive(Debug)]
pub struct Missing(&'static str);

/// The value of a member, or what its absence means.
pub fn member<R: Read>(place: Option<R::Out>, name: &'static str) -> Result<R::Out, Missing> {
    place.or_else(R::absent).ok_or(Missing(name))
}

/// An object with known members. Generated code says which; reading is done here.
pub trait Record: Sized {
    /// A place for each member.
    type Places: Default;

    /// Puts one member into its place.
    fn put<'de, A: MapAccess<'de>>(places: &mut Self::Places, key: &str, member: Member<'_, A>)
    -> Result<(), A::Error>;

    /// Builds the record.
    fn build(places: Self::Places) -> Result<Self, Missing>;
}

/// A [`Record`] as a type of the spec language.
#[derive(Debug)]
pub struct Rec<T>(PhantomData<T>);

impl<T> Rec<T> {
    const EXPECTED: &'static str = "an object";
}

impl<T: Record> Read for Rec<T> {
    type Out = T;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<T, D::Error> {
        json.deserialize_any(Self(PhantomData))
    }
}

impl<'de, T: Record> Visitor<'de> for Rec<T> {
    type Value = T;

    refuse!(scalars list);

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<T, A::Error> {
        let mut places = T::Places::default();
        while let Some(Key(key)) = object.next_key()? {
            refuse_number(&key, Self::EXPECTED)?;
            T::put(&mut places, &key, Member { key: &key, object: &mut object })?;
        }
        T::build(places)
            .map_err(|Missing(name)| A::Error::custom(format_args!("`{name}`: expected a value, found nothing")))
    }
}

/// An open enum. Generated code says the words.
pub trait Word: Sized {
    /// The variant of a word that the spec lists.
    fn listed(word: &str) -> Option<Self>;

    /// The variant of any other word.
    fn other(word: Unlisted) -> Self;

    /// The variant of any word.
    fn of(word: &str) -> Self {
        Self::listed(word).unwrap_or_else(|| Self::other(Unlisted::new(word)))
    }
}

/// A [`Word`] as a type of the spec language.
#[derive(Debug)]
pub struct Words<T>(PhantomData<T>);

impl<T: Word> Read for Words<T> {
    type Out = T;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<T, D::Error> {
        scalar(json, "a string", |slot| slot.text().map(T::of))
    }
}

/// One of several types, tried in order.
pub trait Union: Sized {
    /// The first member that reads.
    fn read(tried: &mut Tried<'_>) -> Option<Self>;
}

/// A value that is tried as one member of a union after the other.
#[derive(Debug)]
pub struct Tried<'a> {
    raw: &'a RawValue,
    misfit: Option<String>,
}

impl Tried<'_> {
    /// The value as this member.
    pub fn member<R: Read>(&mut self) -> Option<R::Out> {
        let mut json = serde_json::Deserializer::from_str(self.raw.get());
        match R::read(&mut json) {
            Ok(value) => Some(value),
            Err(error) => {
                let text = describe(&error);
                // A place inside the member: its kind was right, so it says best what is wrong.
                if self.misfit.is_none() && text.starts_with('`') {
                    self.misfit = Some(text);
                }
                None
            }
        }
    }
}

/// A [`Union`] as a type of the spec language.
#[derive(Debug)]
pub struct OneOf<T>(PhantomData<T>);

impl<T: Union> Read for OneOf<T> {
    type Out = T;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<T, D::Error> {
        let raw: &'de RawValue = serde::Deserialize::deserialize(json)?;
        let mut tried = Tried { raw, misfit: None };
        T::read(&mut tried).ok_or_else(|| {
            D::Error::custom(tried.misfit.unwrap_or_else(|| "expected one of the declared members".to_owned()))
        })
    }
}

/// `json_text T`: a string that holds JSON.
#[derive(Debug)]
pub struct JsonText<R>(PhantomData<R>);

impl<R: Read> Read for JsonText<R> {
    type Out = R::Out;

    fn read<'de, D: Deserializer<'de>>(json: D) -> Result<R::Out, D::Error> {
        let text = Text::read(json)?;
        let mut inner = serde_json::Deserializer::from_str(&text);
        R::read(&mut inner)
            .and_then(|value| inner.end().map(|()| value))
            .map_err(|error| D::Error::custom(describe(&error)))
    }
}

#[cfg(test)]
mod tests;
