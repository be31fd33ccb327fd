//! Reads from a body only what a spec's rules, errors and proofs look at, in one pass.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::fit::Fit;
use crate::slot::{Slot, Test};

/// A place of the body, and what is read below it.
#[derive(Debug)]
pub struct Node {
    /// Where what is found here is written.
    pub slot: u16,
    /// Members, where an object stands here.
    pub fields: &'static [(&'static str, Node)],
    /// Elements by position, where a list stands here.
    pub items: &'static [(u32, Node)],
    /// Counts over all elements of a list, or over the values of an object's other keys.
    pub each: &'static [Each],
    /// What is read inside a string that holds JSON.
    pub inner: Option<&'static Node>,
}

impl Node {
    /// A place of which only the value itself is read.
    pub const fn leaf(slot: u16) -> Self {
        Node { slot, fields: &[], items: &[], each: &[], inner: None }
    }

    const fn is_leaf(&self) -> bool {
        self.fields.is_empty() && self.items.is_empty() && self.each.is_empty() && self.inner.is_none()
    }
}

/// Counts for how many elements conditions hold.
#[derive(Debug)]
pub struct Each {
    /// What is read of one element.
    pub node: Node,
    /// How many slots that takes.
    pub slots: u16,
    /// The shape that an element must have.
    pub fit: Fit,
    /// For each condition: its test, and the slot of its [`Slot::Tally`].
    pub tallies: &'static [(Test, u16)],
}

/// Reads `body` into `slots`, which the caller has filled with [`Slot::Absent`].
///
/// The error says what is wrong with the body in words that show nothing of it.
pub(crate) fn probe<'a>(node: &'static Node, body: &'a [u8], slots: &mut [Slot<'a>]) -> Result<(), String> {
    let mut json = serde_json::Deserializer::from_slice(body);
    Seed { node, slots }.deserialize(&mut json).and_then(|()| json.end()).map_err(|error| describe(&error))
}

/// A `serde_json` error without any text of the body.
pub(crate) fn describe(error: &serde_json::Error) -> String {
    use serde_json::error::Category;
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        Category::Eof => "the body is not complete JSON".to_owned(),
        // Our own errors name paths and types only; serde's own are not used in what is read.
        Category::Data => error.to_string(),
        Category::Syntax | Category::Io => format!("the body is not JSON (line {line}, column {column})"),
    }
}

struct Seed<'s, 'a> {
    node: &'static Node,
    slots: &'s mut [Slot<'a>],
}

impl<'a> Seed<'_, 'a> {
    fn put(&mut self, slot: Slot<'a>) {
        if let Some(place) = self.slots.get_mut(usize::from(self.node.slot)) {
            *place = slot;
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(mut self, json: D) -> Result<(), D::Error> {
        if !self.node.is_leaf() {
            return json.deserialize_any(self);
        }
        let raw = <&RawValue>::deserialize(json)?;
        let slot = Slot::parse(raw).ok_or_else(|| D::Error::custom("a string that is read holds a broken escape"))?;
        self.put(slot);
        Ok(())
    }
}

/// The key under which `serde_json` hands over a number when another crate turns `arbitrary_precision` on.
pub(crate) const BIG_NUMBER: &str = "$serde_json::private::Number";

impl<'de> Visitor<'de> for Seed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(mut self) -> Result<(), E> {
        self.put(Slot::Null);
        Ok(())
    }

    fn visit_bool<E>(mut self, value: bool) -> Result<(), E> {
        self.put(Slot::Bool(value));
        Ok(())
    }

    fn visit_u64<E>(mut self, value: u64) -> Result<(), E> {
        self.put(Slot::Number(value.to_string().into()));
        Ok(())
    }

    fn visit_i64<E>(mut self, value: i64) -> Result<(), E> {
        self.put(Slot::Number(value.to_string().into()));
        Ok(())
    }

    fn visit_f64<E>(mut self, value: f64) -> Result<(), E> {
        self.put(Slot::Number(value.to_string().into()));
        Ok(())
    }

    fn visit_borrowed_str<E>(mut self, text: &'de str) -> Result<(), E> {
        let slot = match self.read_inner(text) {
            true => Slot::Inner,
            false => Slot::Text(text.into()),
        };
        self.put(slot);
        Ok(())
    }

    fn visit_str<E>(mut self, text: &str) -> Result<(), E> {
        let slot = match self.read_inner(text) {
            true => Slot::Inner,
            false => Slot::Text(text.to_owned().into()),
        };
        self.put(slot);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        self.put(Slot::List);
        let mut tally = Tally::new(self.node.each);
        let mut position = 0;
        loop {
            let item = self.node.items.iter().find(|(at, _)| *at == position);
            let more = match (item, self.node.each.is_empty()) {
                (Some((_, node)), true) => list.next_element_seed(Seed { node, slots: &mut *self.slots })?.is_some(),
                (None, true) => list.next_element::<IgnoredAny>()?.is_some(),
                (item, false) => match list.next_element::<&RawValue>()? {
                    Some(raw) => {
                        tally.count(raw);
                        if let Some((_, node)) = item {
                            reread(node, raw, self.slots)?;
                        }
                        true
                    }
                    None => false,
                },
            };
            if !more {
                break;
            }
            position += 1;
        }
        tally.write(self.slots);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        self.put(Slot::Object);
        let mut tally = Tally::new(self.node.each);
        let mut seen = 0_u64;
        while let Some(key) = object.next_key_seed(KeySeed(self.node.fields))? {
            match key {
                Key::Field(at) => {
                    let bit = 1_u64.checked_shl(at).unwrap_or(0);
                    let Some((name, node)) = self.node.fields.get(at as usize) else { continue };
                    if seen & bit != 0 {
                        return Err(A::Error::custom(format_args!("`{name}` is given twice")));
                    }
                    seen |= bit;
                    object.next_value_seed(Seed { node, slots: &mut *self.slots })?;
                }
                Key::BigNumber => {
                    let text: String = object.next_value()?;
                    self.put(Slot::Number(text.into()));
                }
                Key::Other if self.node.each.is_empty() => {
                    object.next_value::<IgnoredAny>()?;
                }
                Key::Other => tally.count(object.next_value()?),
            }
        }
        tally.write(self.slots);
        Ok(())
    }
}

impl Seed<'_, '_> {
    /// Reads what is declared inside a string; `false` leaves the string a string.
    fn read_inner(&mut self, text: &str) -> bool {
        let Some(node) = self.node.inner else { return false };
        let mut inner = vec![Slot::Absent; self.slots.len()];
        if probe(node, text.as_bytes(), &mut inner).is_err() {
            return false;
        }
        for (place, slot) in self.slots.iter_mut().zip(inner) {
            if !matches!(slot, Slot::Absent) {
                *place = slot.into_owned();
            }
        }
        true
    }
}

fn reread<'a, E: serde::de::Error>(node: &'static Node, raw: &'a RawValue, slots: &mut [Slot<'a>]) -> Result<(), E> {
    let mut json = serde_json::Deserializer::from_str(raw.get());
    Seed { node, slots }.deserialize(&mut json).map_err(|error| E::custom(describe(&error)))
}

enum Key {
    Field(u32),
    BigNumber,
    Other,
}

/// Looks a key up without keeping it.
struct KeySeed(&'static [(&'static str, Node)]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<Key, D::Error> {
        key.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(match (self.0.iter().position(|(name, _)| *name == key), key) {
            (Some(at), _) => Key::Field(at as u32),
            (None, BIG_NUMBER) => Key::BigNumber,
            (None, _) => Key::Other,
        })
    }
}

/// Counts over the elements of one list, or the values of one object.
struct Tally {
    each: &'static [Each],
    total: u32,
    counts: Vec<(u32, u32)>,
}

impl Tally {
    fn new(each: &'static [Each]) -> Self {
        Tally { each, total: 0, counts: vec![(0, 0); each.iter().map(|each| each.tallies.len()).sum()] }
    }

    fn count(&mut self, raw: &RawValue) {
        self.total = self.total.saturating_add(1);
        let mut counts = self.counts.iter_mut();
        for each in self.each {
            let mut slots = vec![Slot::Absent; usize::from(each.slots)];
            let readable = probe(&each.node, raw.get().as_bytes(), &mut slots).is_ok() && each.fit.holds(&slots);
            for ((test, _), (held, misfits)) in each.tallies.iter().zip(&mut counts) {
                match readable {
                    true if test(&slots) => *held += 1,
                    true => {}
                    false => *misfits += 1,
                }
            }
        }
    }

    fn write(self, slots: &mut [Slot<'_>]) {
        let places = self.each.iter().flat_map(|each| each.tallies).map(|(_, slot)| *slot);
        for (slot, (held, misfits)) in places.zip(self.counts) {
            if let Some(place) = slots.get_mut(usize::from(slot)) {
                *place = Slot::Tally { total: self.total, held, misfits };
            }
        }
    }
}
