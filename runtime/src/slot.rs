//! One place of a reply, read but not yet typed.

use std::borrow::Cow;

use serde_json::value::RawValue;

/// What stands at one place that a spec reads.
///
/// Scalars stay as the vendor wrote them until the declared type is asked for, so that `0810` keeps its zero and a number
/// keeps its digits whatever features of `serde_json` other crates turn on.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Slot<'a> {
    /// Nothing is there.
    #[default]
    Absent,
    /// A JSON `null`.
    Null,
    /// A JSON boolean.
    Bool(bool),
    /// A JSON number, as written.
    Number(Cow<'a, str>),
    /// A JSON string, unescaped.
    Text(Cow<'a, str>),
    /// A JSON list.
    List,
    /// A JSON object.
    Object,
    /// A string that is declared to hold JSON and does.
    Inner,
    /// How many elements of a list (or values of a map) there are, for how many a condition holds, and how many have not
    /// the declared shape.
    Tally {
        /// All elements.
        total: u32,
        /// Those for which the condition holds.
        held: u32,
        /// Those without the declared shape.
        misfits: u32,
    },
}

/// A pure function of slots: whether facts hold.
pub type Test = fn(&[Slot<'_>]) -> bool;

impl<'a> Slot<'a> {
    /// Reads one complete JSON value. `None` where a string does not decode (a lone surrogate, say).
    pub(crate) fn parse(raw: &'a RawValue) -> Option<Self> {
        let text = raw.get();
        Some(match text.as_bytes().first()? {
            b'n' => Slot::Null,
            b't' => Slot::Bool(true),
            b'f' => Slot::Bool(false),
            b'{' => Slot::Object,
            b'[' => Slot::List,
            b'"' => Slot::Text(unescape(text)?),
            _ => Slot::Number(Cow::Borrowed(text)),
        })
    }

    /// The same slot without the borrow.
    pub(crate) fn into_owned<'b>(self) -> Slot<'b> {
        match self {
            Slot::Absent => Slot::Absent,
            Slot::Null => Slot::Null,
            Slot::Bool(value) => Slot::Bool(value),
            Slot::Number(text) => Slot::Number(Cow::Owned(text.into_owned())),
            Slot::Text(text) => Slot::Text(Cow::Owned(text.into_owned())),
            Slot::List => Slot::List,
            Slot::Object => Slot::Object,
            Slot::Inner => Slot::Inner,
            Slot::Tally { total, held, misfits } => Slot::Tally { total, held, misfits },
        }
    }

    /// What is there, in words that show no value.
    pub(crate) fn found(&self) -> &'static str {
        match self {
            Slot::Absent => "nothing",
            Slot::Null => "null",
            Slot::Bool(_) => "a boolean",
            Slot::Number(_) => "a number",
            Slot::Text(_) | Slot::Inner => "a string",
            Slot::List | Slot::Tally { .. } => "a list",
            Slot::Object => "an object",
        }
    }

    /// Neither absent nor null.
    pub fn is_present(&self) -> bool {
        !matches!(self, Slot::Absent | Slot::Null)
    }

    /// The text of a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Slot::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, or a number as written.
    pub fn lenient_text(&self) -> Option<&str> {
        match self {
            Slot::Text(text) | Slot::Number(text) => Some(text),
            _ => None,
        }
    }

    /// A boolean.
    pub fn bool(&self) -> Option<bool> {
        match self {
            Slot::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// A boolean, or `"true"` or `"false"` in whatever case.
    pub fn lenient_bool(&self) -> Option<bool> {
        match self {
            Slot::Bool(value) => Some(*value),
            Slot::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Slot::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// A whole number.
    pub fn int(&self) -> Option<i64> {
        match self {
            Slot::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// A whole number, or a string that holds one.
    pub fn lenient_int(&self) -> Option<i64> {
        match self {
            Slot::Number(text) => text.parse().ok(),
            Slot::Text(text) if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => text.parse().ok(),
            _ => None,
        }
    }

    /// A number.
    pub fn float(&self) -> Option<f64> {
        match self {
            Slot::Number(text) => text.parse().ok().filter(|value: &f64| value.is_finite()),
            _ => None,
        }
    }

    /// What a template prints for it: a string's text, a number, a boolean.
    pub(crate) fn printed(&self) -> Option<&str> {
        match self {
            Slot::Text(text) | Slot::Number(text) => Some(text),
            Slot::Bool(true) => Some("true"),
            Slot::Bool(false) => Some("false"),
            _ => None,
        }
    }
}

/// Calls `read` with so many slots, all absent. Only an uncommonly large spec has them on the heap.
pub(crate) fn with_slots<'a, T>(count: usize, read: impl FnOnce(&mut [Slot<'a>]) -> T) -> T {
    const FEW: usize = 4;
    const MORE: usize = 8;
    const SOME: usize = 32;
    match count {
        0..=FEW => read([const { Slot::Absent }; FEW].split_at_mut(count).0),
        _ if count <= MORE => read([const { Slot::Absent }; MORE].split_at_mut(count).0),
        _ if count <= SOME => read([const { Slot::Absent }; SOME].split_at_mut(count).0),
        _ => read(&mut vec![Slot::Absent; count]),
    }
}

/// The slot at a position.
pub fn at<'s, 'a>(slots: &'s [Slot<'a>], position: u16) -> &'s Slot<'a> {
    slots.get(usize::from(position)).unwrap_or(&Slot::Absent)
}

/// What a template prints for a slot: a string's text, a number, a boolean.
pub fn printed<'s>(slots: &'s [Slot<'_>], position: u16) -> Option<&'s str> {
    at(slots, position).printed()
}

/// A setting that may be left out; what is empty was.
pub fn given(setting: &str) -> Option<&str> {
    Some(setting).filter(|text| !text.is_empty())
}

/// A text that the call holds.
pub fn given_text(text: &str) -> Slot<'static> {
    Slot::Text(Cow::Owned(text.to_owned()))
}

/// A number that the call holds.
pub fn given_number(number: &str) -> Slot<'static> {
    Slot::Number(Cow::Owned(number.to_owned()))
}

/// A boolean that the call holds.
pub fn given_bool(value: bool) -> Slot<'static> {
    Slot::Bool(value)
}

/// For how many elements a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// There are no elements.
    Empty,
    /// For none of one or more.
    None,
    /// For one or more, and not for one or more.
    Some,
    /// For every one of one or more.
    All,
}

/// For how many elements a condition holds. `None` where nothing was counted.
pub fn share(slot: &Slot<'_>) -> Option<Share> {
    match slot {
        Slot::Tally { total: 0, .. } => Some(Share::Empty),
        Slot::Tally { held: 0, .. } => Some(Share::None),
        Slot::Tally { held, total, .. } if held == total => Some(Share::All),
        Slot::Tally { .. } => Some(Share::Some),
        _ => None,
    }
}

/// How many elements there are. `None` where nothing was counted.
pub fn total(slot: &Slot<'_>) -> Option<i64> {
    match slot {
        Slot::Tally { total, .. } => Some(i64::from(*total)),
        _ => None,
    }
}

/// A condition that every element meets.
pub fn always(_: &[Slot<'_>]) -> bool {
    true
}

/// How many characters a text has.
pub fn length(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// A number as one that compares like it, with the two zeros the same.
pub fn key(number: f64) -> i64 {
    let bits = (number + 0.0).to_bits().cast_signed();
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

/// What two places are compared as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Texts; a number where the type is lenient.
    Text,
    /// Whole numbers.
    Int,
    /// Numbers.
    Float,
    /// Booleans.
    Bool,
}

/// Whether the same stands at two places. Nothing is never the same as anything.
pub fn same(family: Family, left: &Slot<'_>, right: &Slot<'_>) -> bool {
    fn equal<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
        left.is_some() && left == right
    }
    match family {
        Family::Text => equal(left.lenient_text(), right.lenient_text()),
        Family::Int => equal(left.lenient_int(), right.lenient_int()),
        Family::Float => equal(left.float().map(key), right.float().map(key)),
        Family::Bool => equal(left.lenient_bool(), right.lenient_bool()),
    }
}

/// The text of a JSON string, borrowed where it has no escapes.
fn unescape(quoted: &str) -> Option<Cow<'_, str>> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    match inner.contains('\\') {
        false => Some(Cow::Borrowed(inner)),
        true => serde_json::from_str(quoted).ok().map(Cow::Owned),
    }
}
