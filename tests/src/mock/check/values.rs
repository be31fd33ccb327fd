//! Holds what only the caller knows against its type: moments, random values, inputs.

use settled_codegen::model::{Function, InputKind, Moment};

use super::super::binding::Found;
use super::super::looks;
use super::Check;

/// The least that is told apart by every format of moments.
const SECOND: i128 = 1000;

impl Check<'_> {
    pub(super) fn choice(&mut self) {
        let operation = self.binding.operation;
        let name = |at: &usize| format!("`{}`", operation.inputs[*at].name);
        let given = operation.exactly_one.iter().filter(|at| self.binding.inputs[**at].is_some()).count();
        if !operation.exactly_one.is_empty() && given != 1 {
            let names: Vec<_> = operation.exactly_one.iter().map(name).collect();
            self.wrong(format!("exactly one of {} must be given, and there are {given}", names.join(", ")));
        }
    }

    /// Each has its format, and all are of one moment, apart from what the spec adds.
    pub(super) fn moments(&mut self) {
        let mut earliest: Option<i128> = None;
        for (value, found) in self.binding.operation.values.iter().zip(&self.binding.values) {
            let (Function::Now(format, plus), Some(found)) = (&value.function, found) else { continue };
            let Some(moment) = looks::moment(found, *format) else {
                self.wrong(format!("`{}` is no moment in the format of the spec", value.name));
                continue;
            };
            if *format == Moment::Date {
                // A day is no moment that others could be compared with.
                continue;
            }
            let moment = moment - i128::try_from(plus.as_millis()).unwrap_or_default();
            if earliest.is_some_and(|other| (other - moment).abs() >= SECOND) {
                self.wrong(format!("`{}` is of another moment than the values before it", value.name));
            }
            earliest = Some(earliest.map_or(moment, |other| other.min(moment)));
        }
    }

    pub(super) fn random(&mut self) {
        for (value, found) in self.binding.operation.values.iter().zip(&self.binding.values) {
            if let (Function::Random(chance, _), Some(found)) = (&value.function, found)
                && !looks::is_chance(found, *chance)
            {
                self.wrong(format!("`{}` is no random value of the spec's form", value.name));
            }
        }
    }

    pub(super) fn inputs(&mut self) {
        for (input, found) in self.binding.operation.inputs.iter().zip(&self.binding.inputs) {
            let (kind, texts) = match (&input.kind, found) {
                (InputKind::List(item), Some(Found::List(texts))) => (&**item, texts.as_slice()),
                (kind, Some(Found::Text(text))) => (kind, std::slice::from_ref(text)),
                _ => continue,
            };
            if let Some(expected) = texts.iter().find_map(|text| looks::misfit(kind, text)) {
                self.wrong(format!("the input `{}` is not {expected}", input.name));
            }
        }
    }
}
