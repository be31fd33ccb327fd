//! The cases of the places that rules test.

use std::time::Duration;

use super::count::{counted, counted_width};
use super::pattern::Pattern;
use crate::check::aside::AGE;
use crate::check::matcher::cuts_of;
use crate::check::show;
use crate::model::reading::{Asked, Share, View, ViewKind, number_of};
use crate::model::types::{TimeKind, Type};
use crate::moment;

/// All cases of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Its path.
    pub path: String,
    /// Its slot.
    pub slot: u16,
    /// What it is.
    pub subject: Subject,
    /// The cases.
    pub cases: Vec<Case>,
}

/// What a [`Space`] is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A place with its type.
    Place(Type),
    /// The counts of conditions on elements, by their slots.
    Elements(Vec<u16>),
    /// The number of elements.
    Count,
    /// The number of a text's characters.
    Length,
    /// Whether a text holds this.
    Part(String),
    /// Whether it is the same as what stands in this slot.
    Same(u16, Type),
    /// The moment that it is.
    Moment(TimeKind),
    /// Whether it is before, at or after the moment in this slot; how it is written, and how that is.
    Since(TimeKind, u16, TimeKind),
    /// Whether the body can be read as an answer.
    Body,
    /// Which declared error the body is.
    Error,
    /// Whether the reply's proof holds.
    Proof,
}

/// One case of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it is.
    pub kind: CaseKind,
    /// The places below that rules test, where this is the case.
    pub fields: Vec<Space>,
}

/// What a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseKind {
    /// Nothing, or null where rules do not tell the two apart.
    Absent,
    /// Null.
    Null,
    /// This word.
    Word(String),
    /// A text with this beginning and no longer one that rules name.
    Beginning(String),
    /// A number of this range, as [`key`](crate::model::reading::key)s.
    Between(Option<i64>, Option<i64>),
    /// Any other word or number.
    Other,
    /// Something, whatever it is.
    Present,
    /// The member of a union, or the declared error, at this position.
    Member(usize),
    /// No elements.
    Empty,
    /// For so many elements do the conditions hold.
    Counted(Vec<Share>),
    /// A test holds.
    Holds,
    /// A test does not hold.
    HoldsNot,
    /// A body that cannot be read.
    Unread,
}

impl Case {
    /// The case in words, where it has any of its own.
    pub(super) fn described(&self, space: &Space) -> Option<String> {
        let holds = |holds: bool| match (&space.subject, holds) {
            (Subject::Part(part), true) => format!("a text with `{part}`"),
            (Subject::Part(part), false) => format!("a text without `{part}`"),
            (Subject::Same(..), true) => "the same".to_owned(),
            (Subject::Same(..), false) => "another".to_owned(),
            (_, true) => "right".to_owned(),
            (_, false) => "wrong or missing".to_owned(),
        };
        let number = |key: i64| match &space.subject {
            Subject::Moment(_) => moment::show(key),
            Subject::Place(Type::Float) => number_of(key).to_string(),
            _ if space.path == AGE => show(Duration::from_millis(key.unsigned_abs())),
            _ => key.to_string(),
        };
        Some(match &self.kind {
            CaseKind::Absent => "absent".to_owned(),
            CaseKind::Null => "null".to_owned(),
            CaseKind::Word(word) => word.clone(),
            CaseKind::Beginning(text) => format!("{text}…"),
            CaseKind::Between(from, _) if matches!(space.subject, Subject::Since(..)) => match from {
                None => "before another moment".to_owned(),
                Some(0) => "the same as another moment".to_owned(),
                Some(_) => "after another moment".to_owned(),
            },
            CaseKind::Between(Some(from), Some(to)) if from == to => number(*from),
            CaseKind::Between(Some(from), Some(to)) => format!("{} to {}", number(*from), number(*to)),
            CaseKind::Between(Some(from), None) if matches!(space.subject, Subject::Moment(_)) => {
                format!("{} or later", number(*from))
            }
            CaseKind::Between(None, Some(to)) if matches!(space.subject, Subject::Moment(_)) => {
                format!("{} or before", number(*to))
            }
            CaseKind::Between(Some(from), None) => format!("{} or more", number(*from)),
            CaseKind::Between(None, Some(to)) => format!("{} or less", number(*to)),
            CaseKind::Between(None, None) => "any number".to_owned(),
            CaseKind::Other => "any other".to_owned(),
            CaseKind::Present if self.fields.is_empty() => "present".to_owned(),
            CaseKind::Member(at) if self.fields.is_empty() => format!("its member {}", at + 1),
            CaseKind::Empty => "empty".to_owned(),
            CaseKind::Counted(shares) => {
                let said = shares.iter().map(|share| match share {
                    Share::None => "none",
                    Share::Some => "some",
                    Share::All => "all",
                });
                let said = said.collect::<Vec<_>>().join(", ");
                match shares.len() {
                    1 => format!("a list where the condition holds for {said}"),
                    _ => format!("a list where the conditions hold for {said}"),
                }
            }
            CaseKind::Holds => holds(true),
            CaseKind::HoldsNot => holds(false),
            CaseKind::Unread if space.subject == Subject::Body => "of another shape".to_owned(),
            CaseKind::Unread if matches!(space.subject, Subject::Moment(_)) => "no moment".to_owned(),
            CaseKind::Unread if matches!(space.subject, Subject::Since(..)) => "not comparable".to_owned(),
            CaseKind::Unread => "unreadable".to_owned(),
            CaseKind::Present | CaseKind::Member(_) => return None,
        })
    }
}

/// Leaves out the spaces, on every level, that no row looks at.
pub(crate) fn prune(spaces: Vec<Space>, rows: &mut [Vec<Pattern>]) -> Vec<Space> {
    let looked_at: Vec<bool> =
        (0..spaces.len()).map(|at| rows.iter().any(|row| row.get(at) != Some(&Pattern::Any))).collect();
    for row in rows.iter_mut() {
        let mut at = 0..;
        row.retain(|_| at.next().is_some_and(|at| looked_at[at]));
    }
    let mut kept: Vec<_> =
        spaces.into_iter().zip(looked_at).filter(|(_, kept)| *kept).map(|(space, _)| space).collect();
    for (at, space) in kept.iter_mut().enumerate() {
        for (number, case) in space.cases.iter_mut().enumerate() {
            let mut of_case: Vec<(usize, Vec<Pattern>)> = rows
                .iter()
                .enumerate()
                .filter_map(|(row, patterns)| match &patterns[at] {
                    Pattern::Case(taken, fields) if *taken == number => Some((row, fields.clone())),
                    _ => None,
                })
                .collect();
            let mut below: Vec<_> = of_case.iter_mut().map(|(_, fields)| std::mem::take(fields)).collect();
            case.fields = prune(std::mem::take(&mut case.fields), &mut below);
            for ((row, _), fields) in of_case.into_iter().zip(below) {
                rows[row][at] = Pattern::Case(number, fields);
            }
        }
    }
    kept
}

/// The spaces of a place: those below it, where it is always there, or else its own.
pub fn fields(view: &View) -> Vec<Space> {
    match is_flat(view) {
        true => below(view),
        false => vec![space(view)],
    }
}

/// Whether a place adds no case of its own.
pub(super) fn is_flat(view: &View) -> bool {
    !view.optional && !matches!(view.kind, ViewKind::Scalar(_) | ViewKind::Union(_))
}

/// How many spaces a place has.
pub(super) fn width(view: &View) -> usize {
    match is_flat(view) {
        true => width_below(view),
        false => 1,
    }
}

fn width_below(view: &View) -> usize {
    fn all<K>(children: &[(K, View)]) -> usize {
        tested(children).map(|(_, child)| width(child)).sum()
    }
    match &view.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) => 0,
        ViewKind::Inner(inner) => width_below(inner),
        ViewKind::Object(children) => all(children),
        ViewKind::Map(children, elements) => all(children) + counted_width(elements),
        ViewKind::List(children, elements) => all(children) + counted_width(elements),
    }
}

/// The spaces of all tested places below.
pub(super) fn below(view: &View) -> Vec<Space> {
    match &view.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) => Vec::new(),
        ViewKind::Inner(inner) => below(inner),
        ViewKind::Object(children) => tested(children).flat_map(|(_, child)| fields(child)).collect(),
        ViewKind::Map(children, elements) => {
            tested(children).flat_map(|(_, child)| fields(child)).chain(counted(view, elements)).collect()
        }
        ViewKind::List(children, elements) => {
            tested(children).flat_map(|(_, child)| fields(child)).chain(counted(view, elements)).collect()
        }
    }
}

pub(super) fn tested<K>(children: &[(K, View)]) -> impl Iterator<Item = &(K, View)> {
    children.iter().filter(|(_, child)| child.tested)
}

pub(super) fn plain(kind: CaseKind) -> Case {
    Case { kind, fields: Vec::new() }
}

/// The ranges between cuts, within bounds.
pub(super) fn ranges(
    cuts: &[i64],
    least: Option<i64>,
    most: Option<i64>,
) -> impl Iterator<Item = (Option<i64>, Option<i64>)> {
    let inside = |cut: &i64| least.is_none_or(|least| least < *cut) && most.is_none_or(|most| *cut <= most);
    let mut starts: Vec<i64> = cuts.iter().copied().filter(inside).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends: Vec<Option<i64>> = starts.iter().map(|start| start.checked_sub(1)).chain([most]).collect();
    [least].into_iter().chain(starts.into_iter().map(Some)).zip(ends)
}

pub(super) fn space(view: &View) -> Space {
    space_within(view, None, None)
}

/// The space of a place; where it is a number, of the numbers within bounds.
pub(super) fn space_within(view: &View, least: Option<i64>, most: Option<i64>) -> Space {
    let mut cases = Vec::new();
    let mut case = |kind, fields| cases.push(Case { kind, fields });
    if view.optional {
        case(CaseKind::Absent, Vec::new());
    }
    if view.optional && view.null {
        case(CaseKind::Null, Vec::new());
    }
    match &view.kind {
        ViewKind::Scalar(asked) => cases.extend(scalar(view, asked, least, most)),
        ViewKind::Union(members) => {
            for (at, member) in members.iter().enumerate() {
                let fields = match member.kind {
                    ViewKind::Scalar(_) | ViewKind::Union(_) if member.tested => vec![space(member)],
                    _ => below(member),
                };
                case(CaseKind::Member(at), fields);
            }
        }
        _ => case(CaseKind::Present, below(view)),
    }
    Space { path: view.path.clone(), slot: view.slot, subject: Subject::Place(view.ty.clone()), cases }
}

/// The cases of a scalar that is there.
fn scalar(view: &View, asked: &Asked, least: Option<i64>, most: Option<i64>) -> Vec<Case> {
    let same = |slot: &u16| Space {
        path: view.path.clone(),
        slot: view.slot,
        subject: Subject::Same(*slot, view.ty.clone()),
        cases: vec![plain(CaseKind::Holds), plain(CaseKind::HoldsNot)],
    };
    let since = |(slot, other): &(u16, TimeKind)| {
        let subject = Subject::Since(view.ty.moment().unwrap_or(*other), *slot, *other);
        moments(view, subject, &[0, 1])
    };
    let others: Vec<Space> = asked.others.iter().map(same).chain(asked.than.iter().map(since)).collect();
    let with = |kind: CaseKind, more: Vec<Space>| Case { kind, fields: others.iter().cloned().chain(more).collect() };
    let is_number = matches!(view.ty, Type::Int | Type::LenientInt | Type::Float);
    if is_number && (!asked.cuts.is_empty() || least.is_some()) {
        let words = asked.words.iter().filter_map(|word| word.parse().ok());
        let cuts: Vec<i64> = words.flat_map(|word| cuts_of(Some(word), Some(word))).chain(asked.cuts.clone()).collect();
        return ranges(&cuts, least, most).map(|(from, to)| with(CaseKind::Between(from, to), Vec::new())).collect();
    }
    let mut cases: Vec<Case> = asked.words.iter().map(|word| with(CaseKind::Word(word.clone()), Vec::new())).collect();
    match view.ty {
        Type::Bool | Type::LenientBool => {}
        Type::Json | Type::Float => cases.push(with(CaseKind::Present, Vec::new())),
        _ => {
            let beginnings = asked.beginnings.iter();
            cases.extend(beginnings.map(|text| with(CaseKind::Beginning(text.clone()), of_text(view, asked, text))));
            cases.push(with(CaseKind::Other, of_text(view, asked, "")));
        }
    }
    cases
}

/// What else rules ask of a text that is no word of theirs. What its beginning tells already is not asked.
fn of_text(view: &View, asked: &Asked, beginning: &str) -> Vec<Space> {
    let space = |subject, cases| Space { path: view.path.clone(), slot: view.slot, subject, cases };
    let open = asked.parts.iter().filter(|part| !beginning.contains(part.as_str()));
    let parts =
        open.map(|part| space(Subject::Part(part.clone()), vec![plain(CaseKind::Holds), plain(CaseKind::HoldsNot)]));
    let least = i64::try_from(beginning.chars().count()).unwrap_or(i64::MAX);
    let lengths: Vec<Case> =
        ranges(&asked.lengths, Some(least), None).map(|(from, to)| plain(CaseKind::Between(from, to))).collect();
    let lengths = (!asked.lengths.is_empty()).then(|| space(Subject::Length, lengths));
    let kind = view.ty.moment().filter(|_| !asked.moments.is_empty());
    let moments = kind.map(|kind| moments(view, Subject::Moment(kind), &asked.moments));
    parts.chain(lengths).chain(moments).collect()
}

/// The ranges of moments between cuts, and what is no moment.
fn moments(view: &View, subject: Subject, cuts: &[i64]) -> Space {
    let ranges = ranges(cuts, None, None).map(|(from, to)| plain(CaseKind::Between(from, to)));
    let cases = ranges.chain([plain(CaseKind::Unread)]).collect();
    Space { path: view.path.clone(), slot: view.slot, subject, cases }
}
