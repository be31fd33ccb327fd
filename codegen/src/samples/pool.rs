//! The values that rules tell apart at a place.

use serde_json::{Number, Value};

use super::body;
use crate::check::aside::{AGE, STATUSES};
use crate::model::reading::{Asked, Elements, View, ViewKind, number_of};
use crate::model::types::{Type, Types};
use crate::moment;

/// Makes values. What is left to chance is the same in every build.
#[derive(Debug)]
pub(super) struct Pools<'m> {
    types: &'m Types,
    state: u64,
}

/// Words that are put into every place of their type, so that two places may be the same.
const WORD: &str = "x";
const NUMBER: i64 = 7;
/// A moment, so that two places may be the same; in microseconds since 1970.
pub(super) const MOMENT: i64 = 1_704_164_645_000_000;
const DAY: i64 = 86_400_000_000;
/// Statuses that no rule is likely to name, and that there are: of a success, and of an error.
const OTHER_STATUSES: [u16; 2] = [203, 418];
/// The most lists, and the most kinds of elements, that are tried at a place.
const MOST: usize = 400;
const MOST_ELEMENTS: usize = 48;

impl<'m> Pools<'m> {
    pub(super) fn new(types: &'m Types, seed: usize) -> Self {
        Pools { types, state: 0x9e37_79b9_7f4a_7c15 ^ (seed as u64) << 17 | 1 }
    }

    /// A number below `limit`; 0 where there is none.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        // Xorshift: small and good enough to try things in turn.
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as usize % limit.max(1)
    }

    /// What stands outside the body where no fact asks for anything.
    pub(super) fn aside(&mut self, view: &View) -> Option<String> {
        match (view.path.as_str(), &view.ty) {
            (AGE, _) => Some("0".to_owned()),
            (path, _) if path.starts_with("$header.") => None,
            ("$http", _) => Some(OTHER_STATUSES[1].to_string()),
            (_, Type::Bool) => Some("false".to_owned()),
            (_, Type::Int) => Some(NUMBER.to_string()),
            _ => Some(WORD.to_owned()),
        }
    }

    /// The values at a place, `None` being nothing.
    pub(super) fn of(&mut self, view: &View) -> Vec<Option<Value>> {
        let mut values: Vec<Option<Value>> = self.present(view).into_iter().map(Some).collect();
        if view.optional {
            values.extend([None, Some(Value::Null)]);
        }
        values
    }

    fn present(&mut self, view: &View) -> Vec<Value> {
        match &view.kind {
            ViewKind::Scalar(asked) if view.path == "$http" => statuses(asked),
            ViewKind::Scalar(asked) => scalars(&view.ty, asked),
            ViewKind::Object(_) | ViewKind::Inner(_) => vec![body::default(view, self.types)],
            ViewKind::Union(members) => members.iter().flat_map(|member| self.present(member)).collect(),
            ViewKind::List(_, elements) => self.lists(view, elements).into_iter().map(Value::Array).collect(),
            ViewKind::Map(_, elements) => {
                let named = |list: Vec<Value>| list.into_iter().enumerate().map(|(at, one)| (format!("k{at}"), one));
                self.lists(view, elements).into_iter().map(|list| Value::Object(named(list).collect())).collect()
            }
        }
    }

    /// Lists of no, one and more elements, alike and of several kinds.
    fn lists(&mut self, view: &View, elements: &Elements) -> Vec<Vec<Value>> {
        let all = self.elements(view, elements);
        let mut lists = vec![Vec::new()];
        lists.extend(all.iter().map(|one| vec![one.clone()]));
        lists.extend(all.iter().map(|one| vec![one.clone(); 2]));
        for count in elements.cuts.iter().flat_map(|cut| [cut.saturating_sub(1), *cut]) {
            let count = usize::try_from(count).unwrap_or_default().min(100);
            lists.extend(all.iter().map(|one| vec![one.clone(); count]));
        }
        for _ in 0..all.len() * 4 {
            let several = (0..2 + self.below(2)).map(|_| all[self.below(all.len())].clone());
            lists.push(several.collect());
        }
        lists.truncate(MOST);
        lists
    }

    /// Elements, each of one kind.
    fn elements(&mut self, view: &View, elements: &Elements) -> Vec<Value> {
        let element = match (&elements.view, &view.ty) {
            (Some(view), _) => view,
            (None, Type::List(ty) | Type::Map(ty)) => return vec![body::of_type(ty, self.types)],
            (None, _) => return vec![Value::Null],
        };
        if matches!(element.kind, ViewKind::Scalar(_) | ViewKind::List(..) | ViewKind::Map(..)) {
            return self.present(element);
        }
        let plain = body::default(element, self.types);
        let mut all = vec![plain.clone()];
        let places: Vec<_> = body::places(element).into_iter().map(|(steps, place)| (steps, self.of(place))).collect();
        for (steps, values) in &places {
            for value in values.iter().cloned() {
                let mut one = plain.clone();
                body::set(element, &mut one, steps, value, self.types);
                all.push(one);
            }
        }
        for _ in 0..places.len() * 12 {
            let mut one = plain.clone();
            for (steps, values) in &places {
                let value = values.get(self.below(values.len())).cloned().flatten();
                body::set(element, &mut one, steps, value, self.types);
            }
            all.push(one);
        }
        // Enough of each are kept when they are thinned out; of deep lists there would be no end.
        let step = all.len().div_ceil(MOST_ELEMENTS).max(1);
        all.into_iter().step_by(step).collect()
    }
}

/// The HTTP statuses that rules tell apart.
fn statuses(asked: &Asked) -> Vec<Value> {
    let all =
        scalars(&Type::Int, asked).into_iter().filter(|value| value.as_i64().is_some_and(|at| STATUSES.contains(&at)));
    all.chain(OTHER_STATUSES.map(Value::from)).collect()
}

/// Scalars of a type: what rules name, what lies around it, and something else.
fn scalars(ty: &Type, asked: &Asked) -> Vec<Value> {
    let numbers = || {
        let words = asked.words.iter().filter_map(|word| word.parse::<i64>().ok());
        let around = asked.cuts.iter().flat_map(|cut| [cut.saturating_sub(1), *cut]);
        words.chain(around).chain([NUMBER, 0]).collect::<Vec<_>>()
    };
    match ty {
        Type::Bool => vec![Value::Bool(true), Value::Bool(false)],
        Type::LenientBool => vec![Value::Bool(true), Value::Bool(false), "true".into(), "false".into()],
        Type::Int | Type::LenientInt => numbers().into_iter().map(Value::from).collect(),
        Type::Float => {
            let cuts = asked.cuts.iter().flat_map(|cut| [cut.saturating_sub(1), *cut]);
            let all = cuts.map(number_of).chain([0.5]);
            all.filter_map(Number::from_f64).map(Value::Number).collect()
        }
        Type::Json => vec![Value::Object(serde_json::Map::new()), WORD.into()],
        ty => {
            let around = asked.moments.iter().flat_map(|cut| [cut.saturating_sub(1), *cut]);
            let moments = around.chain([MOMENT - DAY, MOMENT, MOMENT + DAY]);
            let moments =
                ty.moment().into_iter().flat_map(|kind| moments.clone().map(move |at| moment::write(kind, at)));
            texts(asked).into_iter().map(Value::from).chain(moments).collect()
        }
    }
}

fn texts(asked: &Asked) -> Vec<String> {
    let mut texts: Vec<String> = asked.words.clone();
    texts.extend(asked.beginnings.iter().flat_map(|text| [text.clone(), format!("{text}…")]));
    texts.extend(asked.parts.iter().flat_map(|text| [text.clone(), format!("- {text} -")]));
    for beginning in &asked.beginnings {
        texts.extend(asked.parts.iter().map(|part| format!("{beginning} {part}")));
    }
    for length in asked.lengths.iter().flat_map(|cut| [cut.saturating_sub(1), *cut]) {
        texts.push("-".repeat(usize::try_from(length).unwrap_or_default().min(10_000)));
    }
    texts.extend([WORD.to_owned(), "something else".to_owned()]);
    texts
}
