//! What rules say, as the spec language can say it: facts that all hold, of which there may be alternatives.

use std::fmt;

/// Two conditions that no one matcher can say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inexpressible(
    /// The reason.
    pub &'static str,
);

impl fmt::Display for Inexpressible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl From<Inexpressible> for String {
    fn from(reason: Inexpressible) -> Self {
        reason.0.to_owned()
    }
}

/// A path: the names that lead to a place. The empty one is the element itself.
pub type Path = Vec<String>;

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// `$http`.
    Http,
    /// `$error`: whether the body is that of an error.
    Error,
    /// `$error.<path>`.
    ErrorField(Path),
    /// A path into the body, or within a condition into the element.
    Body(Path),
}

/// A word as specs have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word(
    /// Its text.
    pub String,
);

/// Whole numbers from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least, if there is one.
    pub least: Option<i64>,
    /// The greatest, if there is one.
    pub most: Option<i64>,
}

impl Range {
    /// The numbers that are in both, if there are any.
    fn and(self, other: Range) -> Option<Range> {
        let least = self.least.max(other.least);
        let most = match (self.most, other.most) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let empty = matches!((least, most), (Some(least), Some(most)) if least > most);
        (!empty).then_some(Range { least, most })
    }

    fn holds(self, number: i64) -> bool {
        self.least.is_none_or(|least| least <= number) && self.most.is_none_or(|most| number <= most)
    }
}

/// What holds of the elements of a list or the values of a map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Elements {
    /// How many there are.
    pub count: Option<Range>,
    /// Of one of them.
    pub any: Option<Alternatives>,
    /// Of all of them, of which there is at least one.
    pub all: Option<Alternatives>,
    /// Of not one of them.
    pub none: Option<Alternatives>,
}

/// What holds of the place that a fact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matcher {
    /// There.
    Present,
    /// Not there, or null.
    Absent,
    /// There, and one of these.
    OneOf(Vec<Word>),
    /// There, and none of these.
    NoneOf(Vec<Word>),
    /// The same as another field of the same element or reply; both are there.
    Same(Path),
    /// There, and not the same as another field.
    Other(Path),
    /// A number of this range.
    Number(Range),
    /// A text of so many characters.
    Length(Range),
    /// Elements.
    Elements(Box<Elements>),
}

impl Matcher {
    /// How many elements there are.
    pub fn count(count: Range) -> Self {
        Matcher::Elements(Box::new(Elements { count: Some(count), ..Elements::default() }))
    }

    /// What holds of an element.
    pub fn any(any: Alternatives) -> Self {
        Matcher::Elements(Box::new(Elements { any: Some(any), ..Elements::default() }))
    }

    /// What holds of all elements, of which there is at least one.
    pub fn all(all: Alternatives) -> Self {
        Matcher::Elements(Box::new(Elements { all: Some(all), ..Elements::default() }))
    }

    /// What holds of no element.
    pub fn none(none: Alternatives) -> Self {
        if none.is_never() {
            return Matcher::Present;
        }
        Matcher::Elements(Box::new(Elements { none: Some(none), ..Elements::default() }))
    }

    /// Both hold; nothing where they cannot.
    ///
    /// # Errors
    ///
    /// Where the spec language has no one matcher for both.
    pub fn and(self, other: Matcher) -> Result<Option<Matcher>, Inexpressible> {
        use Matcher::{Absent, Elements, Length, NoneOf, Number, OneOf, Present};
        let both = match (self, other) {
            (one, two) if one == two => Some(one),
            (Absent, _) | (_, Absent) => None,
            (Present, matcher) | (matcher, Present) => Some(matcher),
            (OneOf(words), OneOf(others)) => listed(words, |word| others.contains(word)),
            (OneOf(words), NoneOf(others)) | (NoneOf(others), OneOf(words)) => {
                listed(words, |word| !others.contains(word))
            }
            (NoneOf(words), NoneOf(others)) => {
                let more: Vec<Word> = others.into_iter().filter(|word| !words.contains(word)).collect();
                Some(NoneOf([words, more].concat()))
            }
            (OneOf(words), Number(range)) | (Number(range), OneOf(words)) => {
                listed(words, |word| word.0.parse().is_ok_and(|number| range.holds(number)))
            }
            (OneOf(words), Length(range)) | (Length(range), OneOf(words)) => {
                listed(words, |word| i64::try_from(word.0.chars().count()).is_ok_and(|length| range.holds(length)))
            }
            (Number(one), Number(two)) => one.and(two).map(Number),
            (Length(one), Length(two)) => one.and(two).map(Length),
            (Elements(one), Elements(two)) => one.and(*two)?.map(|both| Elements(Box::new(both))),
            _ => return Err(Inexpressible("two conditions on one field that no matcher says together")),
        };
        Ok(both)
    }
}

fn listed(words: Vec<Word>, keep: impl Fn(&Word) -> bool) -> Option<Matcher> {
    let words: Vec<Word> = words.into_iter().filter(keep).collect();
    (!words.is_empty()).then_some(Matcher::OneOf(words))
}

impl Elements {
    fn and(self, other: Elements) -> Result<Option<Elements>, Inexpressible> {
        let count = match (self.count, other.count) {
            (Some(one), Some(two)) => match one.and(two) {
                Some(both) => Some(both),
                None => return Ok(None),
            },
            (one, two) => one.or(two),
        };
        let any = match (self.any, other.any) {
            (Some(one), Some(two)) if one != two => {
                return Err(Inexpressible("two conditions that elements of one list must meet, each another one"));
            }
            (one, two) => one.or(two),
        };
        let all = match (self.all, other.all) {
            (Some(one), Some(two)) => Some(one.and(&two)?),
            (one, two) => one.or(two),
        };
        let none = match (self.none, other.none) {
            (Some(one), Some(two)) => Some(one.or(two)),
            (one, two) => one.or(two),
        };
        Ok(Elements { count, any, all, none }.simple())
    }

    /// Without what the rest says already; nothing where it contradicts itself.
    fn simple(mut self) -> Option<Elements> {
        let needs_one = self.any.is_some() || self.all.is_some();
        match self.count {
            Some(Range { most: Some(most), .. }) if needs_one && most < 1 => return None,
            Some(Range { least, most: None }) if needs_one && least.is_none_or(|least| least <= 1) => self.count = None,
            _ => {}
        }
        let impossible = |part: &Option<Alternatives>| part.as_ref().is_some_and(Alternatives::is_never);
        (!impossible(&self.any) && !impossible(&self.all)).then_some(self)
    }
}

/// Facts that all hold. No fact at all always holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(Vec<(Subject, Matcher)>);

impl Facts {
    /// One fact.
    pub fn of(subject: Subject, matcher: Matcher) -> Self {
        Facts(vec![(subject, matcher)])
    }

    /// The facts, in the order in which they were stated.
    pub fn iter(&self) -> impl Iterator<Item = &(Subject, Matcher)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What must hold of a subject, if anything.
    pub fn get(&self, subject: &Subject) -> Option<&Matcher> {
        self.0.iter().find(|(known, _)| known == subject).map(|(_, matcher)| matcher)
    }

    /// Both hold; nothing where they cannot.
    ///
    /// # Errors
    ///
    /// Where the spec language cannot say it.
    pub fn and(&self, other: &Facts) -> Result<Option<Facts>, Inexpressible> {
        let mut facts = self.clone();
        for (subject, matcher) in &other.0 {
            match facts.0.iter_mut().find(|(known, _)| known == subject) {
                None => facts.0.push((subject.clone(), matcher.clone())),
                Some((_, known)) => match known.clone().and(matcher.clone())? {
                    Some(both) => *known = both,
                    None => return Ok(None),
                },
            }
        }
        let in_error = facts.0.iter().any(|(subject, _)| matches!(subject, Subject::ErrorField(_)));
        let impossible = in_error && facts.get(&Subject::Error) == Some(&Matcher::Absent);
        Ok((!impossible).then_some(facts))
    }

    /// These facts or those as one, where they differ in the words of one field.
    fn joined(&self, other: &Facts) -> Option<Facts> {
        let same = |(one, two): (&(Subject, Matcher), &(Subject, Matcher))| one == two;
        let at = self.0.iter().zip(&other.0).position(|pair| !same(pair))?;
        let rest = self.0.iter().zip(&other.0).skip(at + 1).all(same);
        let (one, two) = (&self.0[at], &other.0[at]);
        match (&one.1, &two.1) {
            (Matcher::OneOf(words), Matcher::OneOf(others))
                if rest && self.0.len() == other.0.len() && one.0 == two.0 =>
            {
                let mut words = words.clone();
                words.extend(others.iter().filter(|word| !words.contains(word)).cloned().collect::<Vec<_>>());
                let mut facts = self.clone();
                facts.0[at].1 = Matcher::OneOf(words);
                Some(facts)
            }
            _ => None,
        }
    }

    /// With something else said of a subject.
    #[must_use]
    pub fn with(mut self, subject: &Subject, matcher: Matcher) -> Self {
        for (known, old) in &mut self.0 {
            if known == subject {
                *old = matcher.clone();
            }
        }
        self
    }
}

/// Facts of which one set holds. No set at all never holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alternatives(Vec<Facts>);

impl Alternatives {
    /// What never holds.
    pub fn never() -> Self {
        Alternatives::default()
    }

    /// What always holds.
    pub fn always() -> Self {
        Alternatives(vec![Facts::default()])
    }

    /// One fact.
    pub fn of(subject: Subject, matcher: Matcher) -> Self {
        Alternatives(vec![Facts::of(subject, matcher)])
    }

    /// One fact about the body, or within a condition about the element.
    pub fn at(path: &[String], matcher: Matcher) -> Self {
        Alternatives::of(Subject::Body(path.to_vec()), matcher)
    }

    /// Whether it never holds.
    pub fn is_never(&self) -> bool {
        self.0.is_empty()
    }

    /// The sets.
    pub fn iter(&self) -> impl Iterator<Item = &Facts> {
        self.0.iter()
    }

    /// How many sets there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Without one of its sets.
    pub(crate) fn remove(&mut self, at: usize) {
        if at < self.0.len() {
            self.0.remove(at);
        }
    }

    /// One or the other.
    #[must_use]
    pub fn or(mut self, other: Alternatives) -> Self {
        for facts in other.0 {
            if self.0.contains(&facts) {
                continue;
            }
            let joined = self.0.iter().enumerate().find_map(|(at, known)| Some((at, known.joined(&facts)?)));
            match joined {
                Some((at, joined)) => self.0[at] = joined,
                None => self.0.push(facts),
            }
        }
        self
    }

    /// Both.
    ///
    /// # Errors
    ///
    /// Where the spec language cannot say it.
    pub fn and(&self, other: &Alternatives) -> Result<Alternatives, Inexpressible> {
        let mut all = Alternatives::never();
        for one in &self.0 {
            for two in &other.0 {
                if let Some(both) = one.and(two)? {
                    all = all.or(Alternatives(vec![both]));
                }
            }
        }
        Ok(all)
    }

    /// Those sets for which something holds.
    #[must_use]
    pub fn filtered(self, keep: impl Fn(&Facts) -> bool) -> Self {
        Alternatives(self.0.into_iter().filter(keep).collect())
    }

    /// Each set turned into another.
    #[must_use]
    pub fn map(self, turn: impl Fn(Facts) -> Facts) -> Self {
        self.0.into_iter().map(|facts| Alternatives(vec![turn(facts)])).fold(Alternatives::never(), Alternatives::or)
    }
}
