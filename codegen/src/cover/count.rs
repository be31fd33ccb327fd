//! The cases of what is asked of elements.

use super::space::{Case, CaseKind, Space, Subject, plain, ranges};
use super::{Matrix, TooLarge};
use crate::model::reading::{Elements, Share, Together, View};

/// How many spaces that takes.
pub(super) fn counted_width(elements: &Elements) -> usize {
    let total = usize::from(elements.total.is_some());
    match (elements.conditions.len(), joint(elements)) {
        (0, _) => total,
        (_, Some(_)) => 1,
        (conditions, None) => conditions + total,
    }
}

/// What rules ask of elements. Where conditions are few, all ways in which they can hold together are the cases of one
/// space; of more, each has a space of its own, so that more is asked for than can happen, never less.
pub(super) fn counted(view: &View, elements: &Elements) -> Vec<Space> {
    let space = |slot, subject, cases| Space { path: view.path.clone(), slot, subject, cases };
    let total = |least: i64| {
        let cases = ranges(&elements.cuts, Some(least), None).map(|(from, to)| plain(CaseKind::Between(from, to)));
        let cases = cases.collect();
        elements.total.map(|slot| space(slot, Subject::Count, cases))
    };
    let slots: Vec<u16> = elements.conditions.iter().map(|condition| condition.tally).collect();
    match (slots.first(), joint(elements)) {
        (None, _) => total(0).into_iter().collect(),
        (Some(first), Some(shares)) => {
            let counted = shares.iter().map(|(shares, least)| Case {
                kind: CaseKind::Counted(shares.clone()),
                fields: total(*least).into_iter().collect(),
            });
            let cases = [plain(CaseKind::Empty)].into_iter().chain(counted).collect();
            vec![space(*first, Subject::Elements(slots.clone()), cases)]
        }
        (Some(_), None) => {
            let of_one = |slot: &u16| {
                let shares = [Share::None, Share::Some, Share::All].map(|share| plain(CaseKind::Counted(vec![share])));
                let cases = [plain(CaseKind::Empty)].into_iter().chain(shares).collect();
                space(*slot, Subject::Elements(vec![*slot]), cases)
            };
            slots.iter().map(of_one).chain(total(0)).collect()
        }
    }
}

/// The most kinds of elements, told apart by conditions, of which all sets are looked at.
const MAX_KINDS: usize = 8;
/// The most ways in which conditions hold together that are cases of one space.
const MAX_SHARES: usize = 32;

/// The ways in which the conditions can hold together, where they are few.
fn joint(elements: &Elements) -> Option<&[Together]> {
    elements.joint.get_or_init(|| shares(elements).ok().filter(|shares| shares.len() <= MAX_SHARES)).as_deref()
}

/// For how many elements each condition can hold at once, and how many elements that takes. An element is of one of
/// a few kinds, by the conditions that hold for it; a list is a set of such kinds.
fn shares(elements: &Elements) -> Result<Vec<Together>, TooLarge> {
    let kinds = kinds(elements)?;
    let mut found: Vec<Together> = Vec::new();
    for set in 1_usize..1 << kinds.len() {
        let of_set: Vec<_> =
            kinds.iter().enumerate().filter(|(at, _)| set & 1 << at != 0).map(|(_, kind)| kind).collect();
        let share = |condition: usize| {
            let held = of_set.iter().filter(|kind| kind[condition]).count();
            match held {
                0 => Share::None,
                held if held == of_set.len() => Share::All,
                _ => Share::Some,
            }
        };
        let shares: Vec<_> = (0..elements.conditions.len()).map(share).collect();
        let least = i64::try_from(of_set.len()).unwrap_or(i64::MAX);
        match found.iter_mut().find(|(known, _)| *known == shares) {
            Some((_, known)) => *known = least.min(*known),
            None => found.push((shares, least)),
        }
    }
    found.sort();
    Ok(found)
}

/// Which of the conditions can hold for one element together, the others not.
fn kinds(elements: &Elements) -> Result<Vec<Vec<bool>>, TooLarge> {
    let Some(view) = &elements.view else { return Ok(Vec::new()) };
    let matrix = Matrix::of_conditions(view, &elements.conditions)?;
    let mut kinds = vec![Vec::new()];
    for _ in &elements.conditions {
        let mut longer = Vec::new();
        for kind in &kinds {
            for holds in [true, false] {
                let kind: Vec<bool> = kind.iter().copied().chain([holds]).collect();
                if matrix.can_be(&kind)? {
                    longer.push(kind);
                }
            }
        }
        if longer.len() > MAX_KINDS {
            return Err(TooLarge);
        }
        kinds = longer;
    }
    Ok(kinds)
}
