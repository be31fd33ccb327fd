//! Which replies lead to a result, and what sources call them.

use crate::diagnostic::Problem;
use crate::model::job::ReplyOf;
use crate::spec;

/// Whose replies lead to a result.
pub(super) struct Telling<'p> {
    pub(super) spec: &'p spec::Vendor,
    pub(super) status: usize,
    /// The operations before it that lead to the result, by their names.
    pub(super) earlier: &'p [(&'p str, usize)],
}

impl Telling<'_> {
    /// The reply that a source calls so, and its operation.
    pub(super) fn by(&self, who: &str) -> Option<(ReplyOf, usize)> {
        if who == "status" {
            return Some((ReplyOf::Status, self.status));
        }
        let hop = self.earlier.iter().position(|(name, _)| *name == who);
        match hop {
            Some(hop) => Some((ReplyOf::Hop(hop), self.earlier[hop].1)),
            None => decider(self.spec, self.status, who, 0).map(|at| (ReplyOf::Decision, at)),
        }
    }

    /// What is wrong with a source that is none of them.
    pub(super) fn unknown(&self) -> Problem {
        Problem::NotFromStatus { hops: self.earlier.iter().map(|(name, _)| (*name).to_owned()).collect() }
    }
}

/// The operation of this name, where rules of another one hand over to it, at once or by others.
fn decider(spec: &spec::Vendor, from: usize, name: &str, depth: usize) -> Option<usize> {
    let rules = &spec.operations.0.get(from)?.1.states;
    let next = rules.iter().filter_map(|rule| rule.then.as_ref()).filter_map(|then| {
        spec.operations.names().position(|known| known == then.0.operation.value).map(|at| (at, then))
    });
    // Operations that come round to themselves are told elsewhere.
    let is_deep = depth > spec.operations.0.len();
    next.filter(|_| !is_deep).find_map(|(at, then)| {
        if then.0.operation.value == name { Some(at) } else { decider(spec, at, name, depth + 1) }
    })
}
