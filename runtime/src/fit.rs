//! Whether what was read has the declared shape.

use crate::slot::Slot;

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

/// Why a reply has not the declared shape. Shows a path and types, never a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misfit {
    pub(crate) path: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) found: &'static str,
}

impl Misfit {
    pub(crate) fn reason(&self) -> String {
        let Misfit { path, expected, found } = self;
        match path.is_empty() {
            true => format!("the body: expected {expected}, found {found}"),
            false => format!("`{path}`: expected {expected}, found {found}"),
        }
    }
}

impl Fit {
    /// Whether the slots have this shape.
    pub fn holds(&self, slots: &[Slot<'_>]) -> bool {
        self.check(slots).is_ok()
    }

    pub(crate) fn check(&self, slots: &[Slot<'_>]) -> Result<(), Misfit> {
        let slot = slots.get(usize::from(self.slot)).unwrap_or(&Slot::Absent);
        if self.optional && !slot.is_present() {
            return Ok(());
        }
        let ok = match self.kind {
            Kind::Text => slot.text().is_some(),
            Kind::LenientText => slot.lenient_text().is_some(),
            Kind::Bool => slot.bool().is_some(),
            Kind::LenientBool => slot.lenient_bool().is_some(),
            Kind::Int => slot.int().is_some(),
            Kind::LenientInt => slot.lenient_int().is_some(),
            Kind::Float => slot.float().is_some(),
            Kind::Json => !matches!(slot, Slot::Absent),
            Kind::Object(fields) => {
                return match slot {
                    Slot::Object => fields.iter().try_for_each(|field| field.check(slots)),
                    _ => Err(self.misfit(slot)),
                };
            }
            Kind::Inner(inner) => {
                return match slot {
                    Slot::Inner => inner.check_inside(slots),
                    _ => Err(self.misfit(slot)),
                };
            }
            Kind::List(items, tallies) if matches!(slot, Slot::List) && tallies_fit(tallies, slots) => {
                return items.iter().try_for_each(|item| item.check(slots));
            }
            Kind::Map(values, tallies) if matches!(slot, Slot::Object) && tallies_fit(tallies, slots) => {
                return values.iter().try_for_each(|value| value.check(slots));
            }
            Kind::List(..) | Kind::Map(..) => false,
            Kind::Union(members) => {
                let mut first = None;
                for member in members {
                    match member.check(slots) {
                        Ok(()) => return Ok(()),
                        // The member whose kind is right says best what is wrong.
                        Err(misfit) if misfit.path != self.path => first = first.or(Some(misfit)),
                        Err(_) => {}
                    }
                }
                return Err(first.unwrap_or_else(|| self.misfit(slot)));
            }
        };
        match ok {
            true => Ok(()),
            false => Err(self.misfit(slot)),
        }
    }

    /// The shape behind a string: the slot says `Inner` where the shape itself would say `Object`.
    fn check_inside(&self, slots: &[Slot<'_>]) -> Result<(), Misfit> {
        match self.kind {
            Kind::Object(fields) => fields.iter().try_for_each(|field| field.check(slots)),
            _ => self.check(slots),
        }
    }

    fn misfit(&self, slot: &Slot<'_>) -> Misfit {
        let expected = match self.kind {
            Kind::Text => "a string",
            Kind::LenientText => "a string or a number",
            Kind::Bool => "a boolean",
            Kind::LenientBool => "a boolean, `\"true\"` or `\"false\"`",
            Kind::Int => "a whole number",
            Kind::LenientInt => "a whole number, also as a string",
            Kind::Float => "a number",
            Kind::Json => "a value",
            Kind::Object(_) => "an object",
            Kind::Inner(_) => "a string that holds JSON",
            Kind::List(..) => "a list whose elements have the declared shape",
            Kind::Map(..) => "an object whose values have the declared shape",
            Kind::Union(_) => "one of the declared members",
        };
        Misfit { path: self.path, expected, found: slot.found() }
    }
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
