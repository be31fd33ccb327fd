//! What may be one of several: words of an open enum, members of a union, JSON inside a string.

use std::marker::PhantomData;

use serde::de::{Deserializer, Error as _};
use serde_json::value::RawValue;

use super::{Read, Text, describe, scalar};
use crate::word::Unlisted;

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
