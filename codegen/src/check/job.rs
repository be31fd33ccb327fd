//! Jobs: which operations belong together, and what each takes from the others.

mod each;
mod plan;
mod telling;

pub(super) use self::each::{HandedList, resolve_lists};
use self::plan::{Field, From, Plan, With};
pub(super) use self::plan::{Handed, Plans, resolve};
use super::batch::Batches;
use super::docs;
use super::names;
use super::types::Resolver;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::job::{Each, Fill, HandleField, HandleSource, Job, Next, ReplyOf, Step};
use crate::model::rules::{State, Verdict};
use crate::model::types::Types;
use crate::model::{Input, InputKind, Operation};
use crate::source::Span;

/// All jobs, once the operations are known.
pub(super) fn all(
    plans: &Plans<'_>,
    operations: &[Operation],
    resolver: &mut Resolver<'_>,
    problems: &mut Diagnostics,
) -> Vec<Job> {
    plans.jobs.iter().filter_map(|plan| Builder { plan, operations, problems }.job(resolver)).collect()
}

/// A job in the making.
struct Builder<'b, 'a> {
    plan: &'b Plan<'a>,
    operations: &'b [Operation],
    problems: &'b mut Diagnostics,
}

impl Builder<'_, '_> {
    fn job(mut self, resolver: &mut Resolver<'_>) -> Option<Job> {
        let (plan, name) = (self.plan, self.plan.name);
        let rust = names::require(names::ty(name), name, name.span, self.problems)?;
        let call = names::require(names::field(name), name, name.span, self.problems)?;
        for ending in ["Jobs", "Handle", "Job", "Submit", "SubmitBy"] {
            resolver.names.take_type(
                &format!("{rust}{ending}"),
                &format!("the job `{}`", name.value),
                name.span,
                self.problems,
            );
        }
        if call == "builder" {
            let by = "a method of the client";
            self.problems.push(name.span, Problem::NameTaken { name: name.value.clone(), by });
        }
        if self.operations.iter().any(|operation| operation.call == call) {
            let by = "an operation";
            self.problems.push(name.span, Problem::NameTaken { name: name.value.clone(), by });
        }
        let status = &self.operations[plan.status];
        if !status.can_wait() {
            self.problems
                .push(plan.spec.status.span, Problem::StatusCannotWait { operation: status.name.value.clone() });
            return None;
        }
        let (inputs, exactly_one, steps) = self.steps();
        let handle = self.handle(&inputs, &steps)?;
        let next = |builder: &mut Self, operation: usize, with: &[With<'_>], place: Span| {
            let fills = builder.fills(operation, &handle, with, place)?;
            Some(Next { operation, fills })
        };
        let (none, place) = (Vec::new(), plan.spec.status.span);
        let status = next(&mut self, plan.status, &none, place);
        let spans = plan.spec.result.iter().flat_map(|nexts| &nexts.0).map(|next| next.0.operation.span);
        let mut result = Vec::new();
        for ((operation, with), span) in plan.result.iter().zip(spans) {
            result.push(next(&mut self, *operation, with, span)?);
        }
        let cancel = match plan.cancel {
            Some(operation) => {
                let span = plan.spec.cancel.as_ref().map_or(place, |next| next.0.operation.span);
                Some(next(&mut self, operation, &none, span)?)
            }
            None => None,
        };
        if let (Some(each), Some(last)) = (plan.each, result.last()) {
            self.elements(each, last, &resolver.types);
        }
        self.submission_settles(&result);
        let result_for = self.result_for();
        let batch = match (plan.batch, &plan.spec.batch) {
            (Some(operation), Some(spec)) => {
                let (operations, types) = (self.operations, &resolver.types);
                let batches =
                    Batches { spec, operation, operations, status: &operations[plan.status], handle: &handle, types };
                Some(batches.check(self.problems)?)
            }
            _ => None,
        };
        let about = docs(&plan.spec.about, &plan.spec.docs, &plan.spec.unsure);
        Some(Job {
            name: name.value.clone(),
            call,
            rust,
            about,
            steps,
            inputs,
            exactly_one,
            handle,
            status: status?,
            result,
            each: plan.each,
            result_for,
            cancel,
            batch,
        })
    }

    /// What is taken out of an element fits what it fills.
    fn elements(&mut self, each: Each, last: &Next, types: &Types) {
        let listed = &self.operations[each.operation].reading.listed[each.listed];
        let with = self.plan.spec.result.iter().flat_map(|all| &all.0).last().map(|last| &last.0.with);
        for (input, fill) in self.operations[last.operation].inputs.iter().zip(&last.fills) {
            let Fill::Item(at) = fill else { continue };
            let source = with.and_then(|with| with.get(&input.name));
            let span = source.and_then(|source| source.templates().first()).map_or(self.plan.name.span, |one| one.span);
            each::refuse_misfit(input, &listed.taken[*at], &listed.element.ty, span, types, self.problems);
        }
    }

    /// The outcomes for which there is a result.
    fn result_for(&mut self) -> Vec<State> {
        let spec = self.plan.spec;
        if let (None, Some(first)) = (&spec.result, spec.result_for.first()) {
            self.problems.push(first.span, Problem::MissingKey { key: "result", record: "a job with `result_for`" });
        }
        let mut all = Vec::new();
        for word in &spec.result_for {
            match Verdict::of(word) {
                Some(Verdict::State(state)) if state.is_settled() => all.push(state),
                _ => {
                    let outcomes =
                        || Verdict::ALL.iter().filter(|(_, verdict)| is_outcome(*verdict)).map(|(word, _)| *word);
                    let (similar, known) = (similar(word, outcomes()), outcomes().map(str::to_owned).collect());
                    let what = "an outcome";
                    self.problems.push(word.span, Problem::NotOneOf { word: word.value.clone(), what, known, similar });
                }
            }
        }
        if all.is_empty() { vec![State::Succeeded] } else { all }
    }

    /// What callers give, and what fills the inputs of each step.
    fn steps(&mut self) -> (Vec<Input>, Vec<usize>, Vec<Step>) {
        let (mut inputs, mut exactly_one, mut steps) = (Vec::<Input>::new(), Vec::new(), Vec::new());
        for (number, at) in self.plan.steps.iter().enumerate() {
            let operation = &self.operations[*at];
            let mut fills = Vec::new();
            for (position, input) in operation.inputs.iter().enumerate() {
                let field = self.plan.handle.iter().find(|field| field.name.value == input.name);
                if let Some(Field { from: From::Reply(step, handed), .. }) = field
                    && *step < number
                {
                    fills.push(Fill::Step(*step, *handed));
                    continue;
                }
                let at = match inputs.iter().position(|known| known.name == input.name) {
                    Some(at) if inputs[at].kind == input.kind => at,
                    Some(_) => {
                        let span = self.plan.spec.submit.0[number].span;
                        self.problems.push(span, Problem::InputsDiffer { input: input.name.clone() });
                        continue;
                    }
                    None => {
                        inputs.push(input.clone());
                        inputs.len() - 1
                    }
                };
                if operation.exactly_one.contains(&position) {
                    match number {
                        0 => exactly_one.push(at),
                        _ => {
                            let span = self.plan.spec.submit.0[number].span;
                            self.problems
                                .push(span, Problem::ChoiceInLaterStep { operation: operation.name.value.clone() });
                        }
                    }
                }
                fills.push(Fill::Given(at));
            }
            steps.push(Step { operation: *at, fills });
        }
        (inputs, exactly_one, steps)
    }

    /// The fields of the handle: those that the spec says, or else what the status operation must be given.
    fn handle(&mut self, inputs: &[Input], steps: &[Step]) -> Option<Vec<HandleField>> {
        let plan = self.plan;
        if steps.is_empty() {
            let status = &self.operations[plan.status];
            let needed = status.inputs.iter().enumerate();
            let needed = needed
                .filter(|(at, input)| !input.optional && !input.kind.has_default() && !status.exactly_one.contains(at));
            let mut fields = Vec::new();
            for (_, input) in needed {
                if !can_be_kept(&input.kind) {
                    let problem = Problem::HandleKind { name: input.name.clone() };
                    self.problems.push(plan.spec.status.span, problem);
                    return None;
                }
                let (name, rust, kind) = (input.name.clone(), input.rust.clone(), input.kind.clone());
                fields.push(HandleField { name, rust, kind, optional: false, source: None });
            }
            return Some(fields);
        }
        let mut fields = Vec::new();
        for Field { name, optional, from, written } in &plan.handle {
            let Some(rust) = names::require(names::field(name), name, name.span, self.problems) else { continue };
            let users = [plan.status].into_iter().chain(plan.result.iter().map(|(at, _)| *at)).chain(plan.cancel);
            let users = users.chain(plan.steps.iter().skip(1).copied());
            let mut uses = users
                .flat_map(|at| &self.operations[at].inputs)
                .filter(|input| input.name == name.value)
                .map(|input| &input.kind);
            let Some(kind) = uses.next() else {
                self.problems.push(name.span, Problem::Unused { what: "field", name: name.value.clone() });
                continue;
            };
            if !can_be_kept(kind) {
                self.problems.push(name.span, Problem::HandleKind { name: name.value.clone() });
                continue;
            }
            if *optional && !matches!(kind, InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_)) {
                self.problems.push(written.span, Problem::OptionalHandleField { name: name.value.clone() });
                continue;
            }
            let source = match from {
                From::Reply(step, handed) => HandleSource::Reply(*step, *handed),
                From::Given(input) => match inputs.iter().position(|known| known.name == input.value) {
                    Some(at) if inputs[at].optional || inputs[at].kind.default().is_some() => {
                        self.problems.push(input.span, Problem::OptionalInText { name: input.value.clone() });
                        continue;
                    }
                    Some(at) => HandleSource::Given(at),
                    None => {
                        let known = || inputs.iter().map(|input| input.name.as_str());
                        let (similar, known) = (similar(input, known()), known().map(str::to_owned).collect());
                        let what = "an input that this job is submitted with";
                        self.problems
                            .push(input.span, Problem::NotOneOf { word: input.value.clone(), what, known, similar });
                        continue;
                    }
                },
            };
            let (name, kind, optional) = (name.value.clone(), kind.clone(), *optional);
            fields.push(HandleField { name, rust, kind, optional, source: Some(source) });
        }
        (fields.len() == plan.handle.len()).then_some(fields)
    }

    /// A reply to the submission that settles the job stands for the one of `status`: it has its type, or the result is
    /// fetched without it.
    fn submission_settles(&mut self, result: &[Next]) {
        let (Some(last), status) = (self.plan.steps.last(), &self.operations[self.plan.status]) else { return };
        let last = &self.operations[*last];
        let is_read = result.iter().flat_map(|next| &next.fills).any(|fill| matches!(fill, Fill::Status(_)))
            || matches!(self.plan.each, Some(Each { from: ReplyOf::Status, .. }));
        if last.reading.rules.is_empty() || last.reply == status.reply || !(result.is_empty() || is_read) {
            return;
        }
        let (submit, status) = (last.name.value.clone(), status.name.value.clone());
        let span = self.plan.spec.submit.0.last().map_or(self.plan.name.span, |text| text.span);
        self.problems.push(span, Problem::SettledByOtherReply { submit, status });
    }

    /// What fills the inputs of an operation about the job.
    fn fills(&mut self, operation: usize, handle: &[HandleField], with: &[With<'_>], place: Span) -> Option<Vec<Fill>> {
        let operation = &self.operations[operation];
        for (name, _) in with.iter().filter(|(name, _)| !operation.inputs.iter().any(|input| input.name == name.value))
        {
            super::operation::unknown_input(name, &operation.inputs, self.problems);
        }
        for (name, _) in with {
            let input = operation.inputs.iter().find(|input| input.name == name.value);
            if input.is_some_and(|input| !can_be_kept(&input.kind) && !matches!(input.kind, InputKind::Words(..))) {
                self.problems.push(name.span, Problem::HandleKind { name: name.value.clone() });
                return None;
            }
        }
        let mut chosen = operation.exactly_one.is_empty();
        let mut fills = Vec::new();
        let mut missing = None;
        for (at, input) in operation.inputs.iter().enumerate() {
            let is_choice = operation.exactly_one.contains(&at);
            let fill = match with.iter().find(|(name, _)| name.value == input.name) {
                Some((_, fill)) => Some(*fill),
                None => handle.iter().position(|field| field.name == input.name).map(Fill::Handle),
            };
            if is_choice {
                chosen |= fill.is_some();
            } else if fill.is_none() && !input.optional && !input.kind.has_default() {
                missing.get_or_insert(input.name.clone());
            }
            fills.push(fill.unwrap_or(Fill::Default));
        }
        if !chosen {
            missing = operation.exactly_one.first().map(|at| operation.inputs[*at].name.clone());
        }
        if let Some(input) = missing {
            let problem = Problem::Unfilled { input, operation: operation.name.value.clone() };
            self.problems.push(place, problem);
            return None;
        }
        Some(fills)
    }
}

fn is_outcome(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::State(state) if state.is_settled())
}

/// Whether an input of this kind can be kept as text or as a whole number.
fn can_be_kept(kind: &InputKind) -> bool {
    use InputKind::{Int, PathTail, Secret, Text, Url};
    matches!(kind, Text(_) | PathTail | Url(_) | Secret | Int(_))
}
