//! Follow-up operations: whether they are there, can decide, and have what they need.

use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::Operation;
use crate::model::rules::ThenFill;

/// Finds the operations that rules ask next.
pub(super) fn link(operations: &mut [Operation], problems: &mut Diagnostics) {
    for at in 0..operations.len() {
        for rule in 0..operations[at].reading.rules.len() {
            let Some(found) = linked(at, rule, operations, problems) else { continue };
            if let Some(then) = &mut operations[at].reading.rules[rule].then {
                (then.operation, then.fills) = found;
            }
        }
    }
    for at in 0..operations.len() {
        if let Some(rule) = round(at, operations, &mut Vec::new()) {
            let name = operations[at].name.value.clone();
            problems.push(rule, Problem::ThenCycle { name });
            return;
        }
    }
}

fn linked(
    at: usize,
    rule: usize,
    operations: &[Operation],
    problems: &mut Diagnostics,
) -> Option<(usize, Vec<ThenFill>)> {
    let from = &operations[at];
    let then = from.reading.rules[rule].then.as_ref()?;
    let Some(position) = operations.iter().position(|operation| operation.name.value == then.name.value) else {
        if !problems.is_lost(&then.name) {
            let known = || operations.iter().map(|operation| operation.name.value.as_str());
            let (similar, known) = (similar(&then.name, known()), known().map(str::to_owned).collect());
            let what = "an operation of this vendor";
            problems.push(then.name.span, Problem::NotOneOf { word: then.name.value.clone(), what, known, similar });
        }
        return None;
    };
    let target = &operations[position];
    if target.reading.rules.is_empty() || !target.safe_to_repeat {
        problems.push(then.name.span, Problem::StatusCannotWait { operation: target.name.value.clone() });
        return None;
    }
    for (name, _) in then.with.iter().filter(|(name, _)| !target.inputs.iter().any(|input| input.name == name.value)) {
        super::operation::unknown_input(name, &target.inputs, problems);
    }
    let mut fills = Vec::new();
    for input in &target.inputs {
        let same = from.inputs.iter().position(|own| own.name == input.name && own.kind == input.kind);
        let same =
            same.filter(|own| (!from.inputs[*own].optional || input.optional) && !from.exactly_one.contains(own));
        let fill = match then.with.iter().position(|(name, _)| name.value == input.name) {
            Some(taken) => ThenFill::Reply(taken),
            None => same.map_or(ThenFill::Default, ThenFill::Input),
        };
        let needs = !input.optional && !input.kind.has_default();
        if fill == ThenFill::Default && needs {
            let (input, operation) = (input.name.clone(), target.name.value.clone());
            problems.push(then.name.span, Problem::Unfilled { input, operation });
            return None;
        }
        fills.push(fill);
    }
    if !target.exactly_one.is_empty() {
        let (input, operation) = (target.inputs[target.exactly_one[0]].name.clone(), target.name.value.clone());
        if !target.exactly_one.iter().any(|at| matches!(fills[*at], ThenFill::Reply(_))) {
            problems.push(then.name.span, Problem::Unfilled { input, operation });
            return None;
        }
    }
    Some((position, fills))
}

/// The rule by which an operation comes round to itself.
fn round(at: usize, operations: &[Operation], open: &mut Vec<usize>) -> Option<crate::source::Span> {
    let next = operations[at].reading.rules.iter().filter_map(|rule| rule.then.as_ref());
    for then in next.filter(|then| !then.fills.is_empty() || operations[then.operation].inputs.is_empty()) {
        if open.contains(&then.operation) || then.operation == at {
            return Some(then.name.span);
        }
        open.push(at);
        let found = round(then.operation, operations, open);
        open.pop();
        if found.is_some() {
            return found;
        }
    }
    None
}
