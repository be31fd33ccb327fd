//! Lists, maps and records: what holds other values, and says where in them something is wrong.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{BIG_NUMBER, Read, Seed};

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
