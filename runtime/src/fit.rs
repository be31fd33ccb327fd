//! Whether what was read has the declared shape.

use crate::slot::{Slot, at};

/// The declared shape of the places that a spec reads.
#[derive(Debug)]
pub struct Fit {
    /// Where it stands, in the spec's path notation; empty for the whole body.
    pub path: &'static str,
    /// The slot that says what is there.
    pub slot: u16,
    /// Whether it may be absent or null.
    pub optional: bool,
    /// Its type.
    pub kind: Kind,
}

/// The types that a place can be declared with.
#[derive(Debug)]
pub enum Kind {
    /// A string.
    Text,
    /// A string or a number.
    LenientText,
    /// A boolean.
    Bool,
    /// A boolean or `"true"` / `"false"`.
    LenientBool,
    /// A whole number.
    Int,
    /// A whole number or a string that holds one.
    LenientInt,
    /// A number.
    Float,
    /// Anything.
    Json,
    /// Anything, and nobody looks.
    Any,
    /// An object with these members among others.
    Object(&'static [Fit]),
    /// A string that holds JSON of this shape.
    Inner(&'static Fit),
    /// A list with these elements among others, and the slots that its elements were counted into.
    List(&'static [Fit], &'static [u16]),
    /// An object with any keys and these values among others, and the slots that its values were counted into.
    Map(&'static [Fit], &'static [u16]),
    /// One of these, tried in order.
    Union(&'static [Fit]),
}

impl Fit {
    /// Whether the slots have this shape.
    #[inline]
    pub fn holds(&self, slots: &[Slot<'_>]) -> bool {
        self.check(slots).is_ok()
    }

    /// Where the slots have not this shape, the place that is not as declared.
    #[inline(always)]
    pub(crate) fn check(&self, slots: &[Slot<'_>]) -> Result<(), &Self> {
        let slot = at(slots, self.slot);
        let ok = match self.kind {
            Kind::Text => slot.text().is_some(),
            Kind::LenientText => slot.lenient_text().is_some(),
            Kind::Bool => slot.bool().is_some(),
            Kind::LenientBool => slot.lenient_bool().is_some(),
            Kind::Int => slot.int().is_some(),
            Kind::LenientInt => slot.lenient_int().is_some(),
            Kind::Float => slot.float().is_some(),
            Kind::Json => !matches!(slot, Slot::Absent),
            Kind::Any => true,
            _ if slot.is_present() => return self.check_below(slot, slots),
            _ => false,
        };
        match ok || self.optional && !slot.is_present() {
            true => Ok(()),
            false => Err(self),
        }
    }

    /// The shape of what is no scalar.
    #[inline(never)]
    fn check_below(&self, slot: &Slot<'_>, slots: &[Slot<'_>]) -> Result<(), &Self> {
        match (&self.kind, slot) {
            (Kind::Object(fields), Slot::Object) => check_all(fields, slots),
            // The slot says `Inner` where the shape inside would say `Object`.
            (Kind::Inner(Fit { kind: Kind::Object(fields), .. }), Slot::Inner) => check_all(fields, slots),
            (Kind::Inner(inner), Slot::Inner) => inner.check(slots),
            (Kind::List(items, tallies), Slot::List) if tallies_fit(tallies, slots) => check_all(items, slots),
            (Kind::Map(values, tallies), Slot::Object) if tallies_fit(tallies, slots) => check_all(values, slots),
            (Kind::Union(members), _) => self.check_members(members, slots),
            _ => Err(self),
        }
    }

    fn check_members(&self, members: &'static [Fit], slots: &[Slot<'_>]) -> Result<(), &Self> {
        let mut first = None;
        for member in members {
            match member.check(slots) {
                Ok(()) => return Ok(()),
                // The member whose kind is right says best what is wrong.
                Err(misfit) if misfit.path != self.path => first = first.or(Some(misfit)),
                Err(_) => {}
            }
        }
        Err(first.unwrap_or(self))
    }

    /// Why a place is not as declared: a path and types, never a value.
    pub(crate) fn reason(&self, slots: &[Slot<'_>]) -> String {
        let expected = match self.kind {
            Kind::Text => "a string",
            Kind::LenientText => "a string or a number",
            Kind::Bool => "a boolean",
            Kind::LenientBool => "a boolean, `\"true\"` or `\"false\"`",
            Kind::Int => "a whole number",
            Kind::LenientInt => "a whole number, also as a string",
            Kind::Float => "a number",
            Kind::Json | Kind::Any => "a value",
            Kind::Object(_) => "an object",
            Kind::Inner(_) => "a string that holds JSON",
            Kind::List(..) => "a list whose elements have the declared shape",
            Kind::Map(..) => "an object whose values have the declared shape",
            Kind::Union(_) => "one of the declared members",
        };
        let found = at(slots, self.slot).found();
        match self.path {
            "" => format!("the body: expected {expected}, found {found}"),
            path => format!("`{path}`: expected {expected}, found {found}"),
        }
    }
}

fn check_all<'f>(all: &'f [Fit], slots: &[Slot<'_>]) -> Result<(), &'f Fit> {
    all.iter().try_for_each(|fit| fit.check(slots))
}

/// The first member of a union that the slots have the shape of.
pub fn member_of(members: &[Fit], slots: &[Slot<'_>]) -> Option<usize> {
    members.iter().position(|member| member.holds(slots))
}

fn tallies_fit(tallies: &[u16], slots: &[Slot<'_>]) -> bool {
    tallies
        .iter()
        .all(|slot| !matches!(slots.get(usize::from(*slot)), Some(Slot::Tally { misfits, .. }) if *misfits > 0))
}

#[cfg(test)]
mod tests;
