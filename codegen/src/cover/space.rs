//! The cases of the places that rules test.

use super::pattern::Pattern;
use crate::model::reading::{Each, View, ViewKind};
use crate::model::types::Type;
use crate::spec::Quantifier;

/// All cases of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Its path.
    pub path: String,
    /// Its slot.
    pub slot: u16,
    /// Its type.
    pub ty: Type,
    /// The cases.
    pub cases: Vec<Case>,
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
    /// Any other word or number.
    Other,
    /// Something, whatever it is.
    Present,
    /// The member of a union at this position.
    Member(usize),
    /// Elements are counted, and the condition holds.
    Holds(Quantifier),
    /// Elements are counted, and the condition does not hold.
    HoldsNot,
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

/// The spaces of all tested places below.
pub(super) fn below(view: &View) -> Vec<Space> {
    match &view.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) => Vec::new(),
        ViewKind::Inner(inner) => below(inner),
        ViewKind::Object(children) => tested(children).flat_map(|(_, child)| fields(child)).collect(),
        ViewKind::Map(children, each) => {
            let counts = each.iter().flat_map(|each| count_spaces(view, each));
            tested(children).flat_map(|(_, child)| fields(child)).chain(counts).collect()
        }
        ViewKind::List(children, each) => {
            let counts = each.iter().flat_map(|each| count_spaces(view, each));
            tested(children).flat_map(|(_, child)| fields(child)).chain(counts).collect()
        }
    }
}

pub(super) fn tested<K>(children: &[(K, View)]) -> impl Iterator<Item = &(K, View)> {
    children.iter().filter(|(_, child)| child.tested)
}

/// For each quantifier that rules use, whether it holds. They are taken as independent: more is asked for than can happen,
/// never less.
fn count_spaces<'v>(view: &'v View, each: &'v Each) -> impl Iterator<Item = Space> + 'v {
    each.quantifiers.iter().map(|quantifier| {
        let case = |kind| Case { kind, fields: Vec::new() };
        let cases = vec![case(CaseKind::Holds(*quantifier)), case(CaseKind::HoldsNot)];
        Space { path: view.path.clone(), slot: each.tally, ty: Type::Bool, cases }
    })
}

pub(super) fn space(view: &View) -> Space {
    let mut cases = Vec::new();
    let mut case = |kind, fields| cases.push(Case { kind, fields });
    if view.optional {
        case(CaseKind::Absent, Vec::new());
    }
    if view.optional && view.null {
        case(CaseKind::Null, Vec::new());
    }
    match &view.kind {
        ViewKind::Scalar(words) => {
            words.iter().for_each(|word| case(CaseKind::Word(word.clone()), Vec::new()));
            match view.ty {
                Type::Bool | Type::LenientBool => {}
                Type::Json | Type::Float => case(CaseKind::Present, Vec::new()),
                _ => case(CaseKind::Other, Vec::new()),
            }
        }
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
    Space { path: view.path.clone(), slot: view.slot, ty: view.ty.clone(), cases }
}
