//! Reads from a body only what a spec's rules, errors and proofs look at, in one pass.

use std::borrow::Cow;

use crate::fit::{Fit, Kind};
use crate::scan::{NotJson, Quoted, Scalar, Scanner};
use crate::slot::{Slot, Test, with_slots};

/// A place of the body, and what is read below it.
#[derive(Debug)]
pub struct Node {
    /// Where what is found here is written.
    pub slot: u16,
    /// Members, where an object stands here.
    pub fields: &'static [(&'static str, Node)],
    /// Elements by position, where a list stands here; the last one behind all others.
    pub items: &'static [(Position, Node)],
    /// Counts over all elements of a list, or over the values of an object's other keys.
    pub each: &'static [Each],
    /// What is read inside a string that holds JSON.
    pub inner: Option<&'static Node>,
}

/// Which element of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// The one with this index.
    At(u32),
    /// The last one.
    Last,
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
    /// What tests see of the places outside the body: from a slot here to a slot of the element.
    pub given: &'static [(u16, u16)],
    /// For each condition: its test, and the slot of its [`Slot::Tally`].
    pub tallies: &'static [(Test, u16)],
}

/// Why a body cannot be read. Shows nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// The bytes are not JSON.
    NotJson(NotJson),
    /// A key that is read is given twice.
    Twice(&'static str),
    /// A string that is read holds half of a surrogate pair.
    Escape,
}

impl From<NotJson> for Unreadable {
    fn from(wrong: NotJson) -> Self {
        Unreadable::NotJson(wrong)
    }
}

impl Unreadable {
    /// The reason, in words.
    pub(crate) fn reason(self, body: &[u8]) -> String {
        match self {
            Unreadable::NotJson(NotJson { left: 0 }) => "the body is not complete JSON".to_owned(),
            Unreadable::NotJson(NotJson { left }) => {
                let before = body.get(..body.len().saturating_sub(left)).unwrap_or_default();
                let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
                let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
                format!("the body is not JSON (line {line}, column {column})")
            }
            Unreadable::Twice(name) => format!("`{name}` is given twice"),
            Unreadable::Escape => "a string that is read holds a broken escape".to_owned(),
        }
    }
}

/// Reads `body` into `slots`, which the caller has filled with [`Slot::Absent`].
pub(crate) fn probe<'a>(node: &'static Node, body: &'a [u8], slots: &mut [Slot<'a>]) -> Result<(), Unreadable> {
    match std::str::from_utf8(body) {
        Ok(text) => probe_text(node, text, slots),
        Err(wrong) => Err(NotJson { left: body.len() - wrong.valid_up_to() }.into()),
    }
}

/// The same into slots of their own, for what is not read at every poll.
#[cold]
pub(crate) fn read<'a>(node: &'static Node, body: &'a [u8], count: u16) -> Result<Vec<Slot<'a>>, Unreadable> {
    let mut slots = vec![Slot::Absent; usize::from(count)];
    probe(node, body, &mut slots)?;
    Ok(slots)
}

fn probe_text<'a>(node: &'static Node, text: &'a str, slots: &mut [Slot<'a>]) -> Result<(), Unreadable> {
    let mut probe = Probe { scan: Scanner::new(text), slots };
    probe.value(node)?;
    Ok(probe.scan.end()?)
}

/// A pass over the body that keeps what is declared.
struct Probe<'s, 'a> {
    scan: Scanner<'a>,
    slots: &'s mut [Slot<'a>],
}

impl<'a> Probe<'_, 'a> {
    fn put(&mut self, slot: u16, value: Slot<'a>) {
        if let Some(place) = self.slots.get_mut(usize::from(slot)) {
            *place = value;
        }
    }

    #[inline(always)]
    fn value(&mut self, node: &'static Node) -> Result<(), Unreadable> {
        let slot = match self.scan.peek() {
            Some(b'"') => {
                let quoted = self.scan.quoted()?;
                match (quoted.plain(), node.inner) {
                    (Some(text), None) => Slot::Text(Cow::Borrowed(text)),
                    _ => self.text(node, quoted)?,
                }
            }
            Some(b'{' | b'[') => return self.below(node),
            _ => match self.scan.scalar()? {
                Scalar::Null => Slot::Null,
                Scalar::Bool(value) => Slot::Bool(value),
                Scalar::Number(text) => Slot::Number(Cow::Borrowed(text)),
            },
        };
        self.put(node.slot, slot);
        Ok(())
    }

    /// A list or an object.
    #[inline(never)]
    fn below(&mut self, node: &'static Node) -> Result<(), Unreadable> {
        let is_object = self.scan.peek() == Some(b'{');
        self.put(node.slot, if is_object { Slot::Object } else { Slot::List });
        match is_object {
            _ if node.is_leaf() => Ok(self.scan.skip()?),
            true => self.object(node),
            false => self.list(node),
        }
    }

    fn list(&mut self, node: &'static Node) -> Result<(), Unreadable> {
        self.start_counts(node.each);
        self.scan.enter();
        let (mut position, mut start) = (0, self.scan);
        while self.scan.element(position == 0)? {
            start = self.scan;
            if !node.each.is_empty() {
                self.count(node.each)?;
            }
            match node.items.iter().find(|(at, _)| *at == Position::At(position)) {
                Some((_, item)) => {
                    self.scan = start;
                    self.value(item)?;
                }
                None if node.each.is_empty() => self.scan.skip()?,
                None => {}
            }
            position += 1;
        }
        match node.items {
            [.., (Position::Last, item)] if position > 0 => self.last(item, start),
            _ => Ok(()),
        }
    }

    /// The last element of a list, which started there: that it is the last one is known behind it.
    #[cold]
    #[inline(never)]
    fn last(&mut self, item: &'static Node, start: Scanner<'a>) -> Result<(), Unreadable> {
        let end = std::mem::replace(&mut self.scan, start);
        self.value(item)?;
        self.scan = end;
        Ok(())
    }

    fn object(&mut self, node: &'static Node) -> Result<(), Unreadable> {
        self.start_counts(node.each);
        self.scan.enter();
        let counts = !node.each.is_empty();
        let mut is_first = true;
        while let Some(key) = self.scan.key(is_first)? {
            is_first = false;
            let field = match key.plain() {
                Some(key) => named(node.fields, key),
                None => named(node.fields, &key.unescaped().ok_or(Unreadable::Escape)?),
            };
            match field {
                // Each place has a slot of its own, and whatever is read leaves something there.
                Some((name, field)) if self.is_taken(field.slot) => return Err(Unreadable::Twice(name)),
                Some((_, field)) if !counts => self.value(field)?,
                Some((_, field)) => {
                    let start = self.scan;
                    self.count(node.each)?;
                    self.scan = start;
                    self.value(field)?;
                }
                None if !counts => self.scan.skip()?,
                None => self.count(node.each)?,
            }
        }
        Ok(())
    }

    fn is_taken(&self, slot: u16) -> bool {
        self.slots.get(usize::from(slot)).is_some_and(|slot| !matches!(slot, Slot::Absent))
    }

    /// A string with escapes, or one that may hold JSON.
    #[cold]
    fn text(&mut self, node: &'static Node, quoted: Quoted<'a>) -> Result<Slot<'a>, Unreadable> {
        let text = match quoted.plain() {
            Some(plain) => Cow::Borrowed(plain),
            None => Cow::Owned(quoted.unescaped().ok_or(Unreadable::Escape)?),
        };
        match node.inner {
            Some(inner) if self.inside(inner, &text)? => Ok(Slot::Inner),
            _ => Ok(Slot::Text(text)),
        }
    }

    /// Reads the object that is declared inside a string; `false` leaves the string a string.
    fn inside(&mut self, node: &'static Node, text: &str) -> Result<bool, Unreadable> {
        with_slots(self.slots.len(), |inner| {
            hand_down(node, self.slots, inner);
            match probe_text(node, text, inner) {
                // Any text may stand in a string, but JSON that says two things at once is not to be read as either.
                Err(wrong) if is_json(text) => return Err(wrong),
                Ok(()) if inner.get(usize::from(node.slot)) == Some(&Slot::Object) => {}
                _ => return Ok(false),
            }
            for (place, slot) in self.slots.iter_mut().zip(inner) {
                if !matches!(slot, Slot::Absent) {
                    *place = std::mem::take(slot).into_owned();
                }
            }
            Ok(true)
        })
    }

    fn start_counts(&mut self, all: &'static [Each]) {
        for (_, slot) in all.iter().flat_map(|each| each.tallies) {
            self.put(*slot, Slot::Tally { total: 0, held: 0, misfits: 0 });
        }
    }

    /// Counts the next element, and passes over it.
    fn count(&mut self, all: &'static [Each]) -> Result<(), Unreadable> {
        let start = self.scan;
        let mut end = None;
        for each in all {
            with_slots(usize::from(each.slots), |slots| {
                for (from, to) in each.given {
                    if let (Some(from), Some(to)) =
                        (self.slots.get(usize::from(*from)), slots.get_mut(usize::from(*to)))
                    {
                        *to = from.clone();
                    }
                }
                let mut element = Probe { scan: start, slots };
                let read = element.value(&each.node);
                end = end.or(read.is_ok().then_some(element.scan));
                let fits = matches!(each.fit.kind, Kind::Any) || read.is_ok() && each.fit.holds(element.slots);
                for (test, slot) in each.tallies {
                    let holds = fits && test(element.slots);
                    if let Some(Slot::Tally { total, held, misfits }) = self.slots.get_mut(usize::from(*slot)) {
                        *total = total.saturating_add(1);
                        *held += u32::from(holds);
                        *misfits += u32::from(!fits);
                    }
                }
            });
        }
        match end {
            Some(end) => self.scan = end,
            None => self.scan.skip()?,
        }
        Ok(())
    }
}

/// Copies what conditions on elements below a node see of the places outside the body.
fn hand_down<'a>(node: &'static Node, from: &[Slot<'_>], to: &mut [Slot<'a>]) {
    for (slot, _) in node.each.iter().flat_map(|each| each.given) {
        let slot = usize::from(*slot);
        if let (Some(from), Some(to)) = (from.get(slot), to.get_mut(slot)) {
            *to = from.clone().into_owned();
        }
    }
    node.fields.iter().for_each(|(_, field)| hand_down(field, from, to));
    node.items.iter().for_each(|(_, item)| hand_down(item, from, to));
    if let Some(inner) = node.inner {
        hand_down(inner, from, to);
    }
}

/// The member of this name that is read.
fn named(fields: &'static [(&'static str, Node)], key: &str) -> Option<&'static (&'static str, Node)> {
    fields.iter().find(|(name, _)| *name == key)
}

fn is_json(text: &str) -> bool {
    let mut scan = Scanner::new(text);
    scan.skip().and_then(|()| scan.end()).is_ok()
}

#[cfg(test)]
mod tests;
