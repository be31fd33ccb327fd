//! Random facts: a place, and a matcher that may stand there.

use std::collections::BTreeMap;

use fastrand::Rng;

use crate::shapes::{BEGINNINGS, FRACTIONS, Field, NUMBERS, Shape};

/// The statuses that rules name.
pub(crate) const STATUSES: [&str; 3] = ["202", "404", "500"];

/// The most conditions on one list.
const MAX_CONDITIONS: usize = 3;

/// What is asked of a scalar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Literals {
    words: &'static [&'static str],
    bounds: bool,
    beginnings: bool,
    texts: bool,
    family: Family,
}

/// Types of which values can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Bool,
    Int,
    Float,
    Text,
    /// A number of elements or characters, which is compared with no place.
    Count,
}

impl Literals {
    const BOOL: Self =
        Literals { words: &["true", "false"], bounds: false, beginnings: false, texts: false, family: Family::Bool };
    const INT: Self = Literals { words: &NUMBERS, bounds: true, family: Family::Int, ..Self::BOOL };
    const FLOAT: Self = Literals { words: &FRACTIONS, family: Family::Float, ..Self::INT };
    pub(crate) const STATUS: Self = Literals { words: &STATUSES, ..Self::INT };
    const COUNT: Self = Literals { words: &["1", "2", "3"], family: Family::Count, ..Self::INT };
    pub(crate) const TEXT: Self = Literals { words: &["on", "off"], texts: true, family: Family::Text, ..Self::BOOL };

    pub(crate) fn of(shape: &Shape) -> Option<Self> {
        Some(match shape {
            Shape::Bool | Shape::LenientBool => Self::BOOL,
            Shape::Int | Shape::LenientInt => Self::INT,
            Shape::Float => Self::FLOAT,
            Shape::Text => Self::TEXT,
            Shape::Enum => Literals { texts: false, ..Self::TEXT },
            Shape::Begun => Literals { beginnings: true, ..Self::TEXT },
            Shape::LenientText => Literals { words: &["on", "\"2\""], ..Self::TEXT },
            _ => return None,
        })
    }
}

/// Scalar places that others can be compared with.
pub(crate) type Places = Vec<(String, Family)>;

/// Writes facts.
pub(crate) struct Author<'r> {
    pub(crate) rng: &'r mut Rng,
    /// Whether matchers are used whose cover is looked at from one side only.
    pub(crate) loose: bool,
    /// An input that is a text.
    pub(crate) word: bool,
    conditions: BTreeMap<String, Vec<String>>,
    of: &'static str,
    places: Places,
}

fn joined(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}

/// The scalar places of an object.
pub(crate) fn places(fields: &[Field], at: &str, found: &mut Places) {
    for field in fields {
        let path = joined(at, &field.name);
        match &field.shape {
            Shape::Object(below) | Shape::Inside(below) | Shape::Union(below) => places(below, &path, found),
            shape => found.extend(Literals::of(shape).map(|literals| (path, literals.family))),
        }
    }
}

impl<'r> Author<'r> {
    pub(crate) fn new(rng: &'r mut Rng, fields: &[Field], loose: bool, word: bool) -> Self {
        let mut all = Vec::new();
        places(fields, "", &mut all);
        Author { rng, loose, word, conditions: BTreeMap::new(), of: "reply", places: all }
    }

    pub(crate) fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.rng.usize(..all.len())]
    }

    fn one_in(&mut self, times: u8) -> bool {
        self.rng.u8(..times) == 0
    }

    /// A random place below `at`, and a matcher for it.
    pub(crate) fn fact(&mut self, fields: &[Field], at: &str, absent: bool) -> (String, String) {
        let field = &fields[self.rng.usize(..fields.len())];
        let path = joined(at, &field.name);
        let absent = absent || field.optional;
        let deeper = !absent || !self.one_in(3);
        match &field.shape {
            Shape::Json if !absent => (path, "{ not: null }".to_owned()),
            Shape::Object(below) | Shape::Inside(below) if deeper => self.fact(below, &path, absent),
            // The string has no members, so what is below may be absent.
            Shape::Union(below) if deeper => self.fact(below, &path, true),
            Shape::Json | Shape::Object(_) | Shape::Inside(_) | Shape::Union(_) => (path, self.presence()),
            list if list.is_list() && self.loose && self.one_in(4) => self.inside(list, &path),
            list if list.is_list() => {
                let matcher = if absent && self.one_in(4) { self.presence() } else { self.list(list, &path, absent) };
                (path, matcher)
            }
            shape => {
                let literals = Literals::of(shape).expect("a scalar");
                let matcher = self.scalar(literals, absent);
                (path, matcher)
            }
        }
    }

    /// A place in one element of a list, by its position, or in one value of a map.
    fn inside(&mut self, list: &Shape, path: &str) -> (String, String) {
        let at = self.rng.u8(..2);
        match list {
            Shape::Items(fields) => self.fact(fields, &format!("{path}.{at}"), true),
            Shape::Map(fields) => self.fact(fields, &format!("{path}.k{at}"), true),
            _ => (format!("{path}.{at}"), self.scalar(Literals::TEXT, true)),
        }
    }

    /// Several facts that must all hold.
    pub(crate) fn facts(&mut self, fields: &[Field], more: Option<(String, String)>) -> String {
        let count = self.rng.usize(1..=2);
        let mut all: BTreeMap<String, String> = (0..count).map(|_| self.fact(fields, "", false)).collect();
        all.extend(more);
        map(&all)
    }

    fn presence(&mut self) -> String {
        self.pick(&["present", "absent", "null", "{ not: null }", "{ not: absent }"]).to_owned()
    }

    /// Conditions on the elements of a list: alone, together, denied, or one of several.
    fn list(&mut self, list: &Shape, path: &str, absent: bool) -> String {
        match self.rng.u8(..9) {
            0 => format!("[ {}, {} ]", self.elements(list, path), self.elements(list, path)),
            1 if absent => format!("[ absent, {} ]", self.elements(list, path)),
            2 => format!("{{ not: {} }}", self.elements(list, path)),
            3 => format!("{{ not: [ {}, {} ] }}", self.elements(list, path), self.elements(list, path)),
            _ => self.elements(list, path),
        }
    }

    fn elements(&mut self, list: &Shape, path: &str) -> String {
        let mut keys = vec!["any", "all", "none"];
        self.rng.shuffle(&mut keys);
        keys.truncate([1, 1, 1, 2, 3][self.rng.usize(..5)]);
        let mut all: Vec<String> =
            keys.into_iter().map(|key| format!("{key}: {}", self.condition(list, path))).collect();
        if self.loose && self.one_in(3) {
            let count = self.scalar(Literals::COUNT, false);
            if self.rng.bool() {
                all.clear();
            }
            all.push(format!("count: {count}"));
        }
        format!("{{ {} }}", all.join(", "))
    }

    /// One of the conditions that are asked of a list.
    fn condition(&mut self, list: &Shape, path: &str) -> String {
        let known = self.conditions.get(path).map_or(0, Vec::len);
        if known == MAX_CONDITIONS || known > 0 && self.rng.bool() {
            return self.conditions[path][self.rng.usize(..known)].clone();
        }
        let places_here = std::mem::take(&mut self.places);
        let of_reply = std::mem::replace(&mut self.of, "item");
        let condition = match list {
            Shape::Few => self.pick(&["on", "{ not: on }", "[ on ]"]).to_owned(),
            Shape::Items(fields) | Shape::Map(fields) => {
                places(fields, "", &mut self.places);
                match self.one_in(5) {
                    true => format!("[ {}, {} ]", self.facts(fields, None), self.facts(fields, None)),
                    false => self.facts(fields, None),
                }
            }
            _ => self.scalar(Literals::TEXT, false),
        };
        (self.places, self.of) = (places_here, of_reply);
        let conditions = self.conditions.entry(path.to_owned()).or_default();
        // A list in an element is asked the same wherever the element is asked from.
        conditions.push(condition.clone());
        condition
    }

    /// A matcher for a scalar.
    pub(crate) fn scalar(&mut self, literals: Literals, absent: bool) -> String {
        match self.rng.u8(..if absent { 10 } else { 7 }) {
            0 => format!("[ {}, {} ]", self.atom(literals), self.atom(literals)),
            1 => format!("{{ not: {} }}", self.atom(literals)),
            2 => format!("{{ not: [ {}, {} ] }}", self.atom(literals), self.atom(literals)),
            3 if literals.bounds => {
                let (from, to) = (self.pick(&["above", "at_least"]), self.pick(&["below", "at_most"]));
                format!("{{ {from}: {}, {to}: {} }}", self.pick(literals.words), self.pick(literals.words))
            }
            3 if literals.beginnings => {
                format!("{{ starts_with: {}, not: {} }}", self.pick(&BEGINNINGS), self.atom(literals))
            }
            7 => format!("[ {}, absent ]", self.atom(literals)),
            8 => format!("[ null, {} ]", self.atom(literals)),
            9 => self.pick(&["present", "absent", "null", "{ not: present }"]).to_owned(),
            _ => self.atom(literals),
        }
    }

    fn atom(&mut self, literals: Literals) -> String {
        if self.loose && self.one_in(3) {
            return self.loose_atom(literals);
        }
        let word = self.pick(literals.words);
        match self.rng.bool() {
            true if literals.bounds => {
                format!("{{ {}: {word} }}", self.pick(&["above", "at_least", "below", "at_most"]))
            }
            true if literals.beginnings => format!("{{ starts_with: {} }}", self.pick(&BEGINNINGS)),
            _ => word.to_owned(),
        }
    }

    fn loose_atom(&mut self, literals: Literals) -> String {
        let same: Vec<_> = self.places.iter().filter(|(_, family)| *family == literals.family).collect();
        let other = self.rng.choice(same).map(|(path, _)| format!("\"{{{}.{path}}}\"", self.of));
        match (self.rng.u8(..4), other) {
            (0, _) if literals.texts => format!("{{ contains: {} }}", self.pick(&["d", "ff", "o"])),
            (1, _) if literals.texts => {
                let length = self.scalar(Literals::COUNT, false);
                format!("{{ length: {length} }}")
            }
            (2, _) if literals.family == Family::Text && self.word => "\"{word}\"".to_owned(),
            (_, Some(other)) => other,
            _ => self.pick(literals.words).to_owned(),
        }
    }

    /// A place that can be told.
    pub(crate) fn any_place(&mut self) -> Option<String> {
        let at = (!self.places.is_empty()).then(|| self.rng.usize(..self.places.len()))?;
        Some(self.places[at].0.clone())
    }
}

/// Facts as a map.
pub(crate) fn map(facts: &BTreeMap<String, String>) -> String {
    let facts: Vec<String> = facts.iter().map(|(path, matcher)| format!("{path}: {matcher}")).collect();
    format!("{{ {} }}", facts.join(", "))
}
