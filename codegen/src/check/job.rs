//! Jobs: which operations belong together, and what each takes from the others.

use super::batch::Batches;
use super::docs;
use super::hint::taken_apart;
use super::names;
use super::scope::ReplyScope;
use super::types::Resolver;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::job::{Fill, HandleField, HandleSource, Job, Next, Step};
use crate::model::reading::Taken;
use crate::model::rules::{State, Verdict};
use crate::model::{Input, InputKind, Operation};
use crate::source::{Span, Spanned};
use crate::spec::{self, Choice, Like, Origin, Piece, Template};

/// A text that a job takes out of the replies of an operation.
#[derive(Debug)]
pub(super) struct Handed {
    source: Origin,
    /// What stands for it in a pattern.
    name: String,
}

impl Handed {
    pub(super) fn new(name: &Spanned<String>, source: &Origin) -> Self {
        Handed { source: source.clone(), name: name.value.clone() }
    }
}

/// What all jobs take from where, before anything else is known of the operations.
#[derive(Debug)]
pub(super) struct Plans<'a> {
    jobs: Vec<Plan<'a>>,
    /// What is taken out of the replies of each operation, by its position in the spec.
    handed: Vec<Vec<Handed>>,
}

/// What one job takes from where.
#[derive(Debug)]
struct Plan<'a> {
    name: &'a Spanned<String>,
    spec: &'a spec::Job,
    /// The operations that submit it.
    steps: Vec<usize>,
    handle: Vec<Field<'a>>,
    status: usize,
    result: Vec<(usize, Vec<With<'a>>)>,
    cancel: Option<usize>,
    batch: Option<usize>,
}

/// An input, and what fills it.
type With<'a> = (&'a Spanned<String>, Fill);

/// A field of a handle, in the making.
#[derive(Debug)]
struct Field<'a> {
    /// Its name without the question mark.
    name: Spanned<String>,
    optional: bool,
    from: From,
    /// As it is written.
    written: &'a Spanned<String>,
}

/// Where a text comes from.
#[derive(Debug)]
enum From {
    /// A step's reply: the step, and the position among what is taken out of it.
    Reply(usize, usize),
    /// An input that the job is submitted with.
    Given(Spanned<String>),
}

impl<'a> Plans<'a> {
    /// All jobs of a spec. Those that cannot be planned are left out; why has been pushed.
    pub(super) fn of(spec: &'a spec::Vendor, problems: &mut Diagnostics) -> Self {
        let handed = spec.operations.0.iter().map(|_| Vec::new()).collect();
        let mut plans = Plans { jobs: Vec::new(), handed };
        for (name, job) in spec.jobs.iter() {
            let plan = plans.plan(name, job, spec, problems);
            plans.jobs.extend(plan);
        }
        plans
    }

    /// What is taken out of the replies of an operation.
    pub(super) fn handed(&self, operation: usize) -> &[Handed] {
        self.handed.get(operation).map_or(&[], Vec::as_slice)
    }

    fn plan(
        &mut self,
        name: &'a Spanned<String>,
        job: &'a spec::Job,
        spec: &'a spec::Vendor,
        problems: &mut Diagnostics,
    ) -> Option<Plan<'a>> {
        let mut find = |text: &spec::Text| operation(text, spec, problems);
        let steps: Vec<_> = job.submit.0.iter().map(&mut find).collect();
        let status = find(&job.status);
        let wanted = job.result.as_ref().map_or(&[][..], |nexts| &nexts.0);
        let hops: Vec<_> = wanted.iter().map(|next| find(&next.0.operation)).collect();
        let cancel = job.cancel.as_ref().map(|next| find(&next.0.operation));
        let batch = job.batch.as_ref().map(|batch| find(&batch.operation));
        let steps: Vec<usize> = steps.into_iter().collect::<Option<_>>()?;
        let status = status?;
        if let (true, Some((first, _))) = (steps.is_empty(), job.handle.0.first()) {
            problems.push(first.span, Problem::HandleOfNoSubmit {});
            return None;
        }
        if let (false, true) = (steps.is_empty(), job.handle.0.is_empty()) {
            problems.push(
                spec::first_line(job.span),
                Problem::MissingKey { key: "handle", record: "a job that is submitted" },
            );
            return None;
        }
        let handle: Vec<_> = job
            .handle
            .iter()
            .map(|(written, source)| {
                let (name, optional) = match written.value.strip_suffix('?') {
                    Some(name) => (name, true),
                    None => (written.value.as_str(), false),
                };
                let name = Spanned::new(name.to_owned(), written.part(0..name.len()));
                let from = self.in_steps(&name, source, job, &steps, problems)?;
                Some(Field { name, optional, from, written })
            })
            .collect();
        let hops: Vec<usize> = hops.into_iter().collect::<Option<_>>()?;
        let mut result = Vec::new();
        for (at, next) in wanted.iter().enumerate() {
            let earlier: Vec<_> =
                wanted[..at].iter().zip(&hops).map(|(next, at)| (next.0.operation.value.as_str(), *at)).collect();
            let with = next.0.with.iter();
            let with: Vec<_> = with
                .map(|(input, source)| Some((input, self.in_status(input, source, status, &earlier, spec, problems)?)))
                .collect();
            result.push((hops[at], with.into_iter().collect::<Option<Vec<_>>>()?));
        }
        if let Some((input, _)) = job.cancel.as_ref().and_then(|next| next.0.with.0.first()) {
            problems.push(input.span, Problem::WithForCancel {});
        }
        Some(Plan {
            name,
            spec: job,
            steps,
            handle: handle.into_iter().collect::<Option<_>>()?,
            status,
            result,
            cancel: match cancel {
                Some(operation) => Some(operation?),
                None => None,
            },
            batch: match batch {
                Some(operation) => Some(operation?),
                None => None,
            },
        })
    }

    /// Where a field of a handle comes from.
    fn in_steps(
        &mut self,
        field: &Spanned<String>,
        source: &Origin,
        job: &spec::Job,
        steps: &[usize],
        problems: &mut Diagnostics,
    ) -> Option<From> {
        let (who, what, named) = origin(source, problems)?;
        let span = named.span;
        let step = match who.as_str() {
            "submit" => Some(steps.len() - 1),
            who => job.submit.0.iter().position(|step| step.value == who),
        };
        let Some(step) = step else {
            let known = || job.submit.0.iter().map(|step| step.value.as_str()).chain(["submit"]);
            let (similar, known) = (similar(&who, known()), known().map(str::to_owned).collect());
            let what = "an operation that submits this job";
            // Only the operation's name is wrong.
            let span = named.part(0..who.len());
            problems.push(span, Problem::NotOneOf { word: who, what, known, similar });
            return None;
        };
        match what {
            Part::Reply => Some(From::Reply(step, self.hand(steps[step], field, source))),
            Part::Input(input) => Some(From::Given(Spanned::new(input, span))),
        }
    }

    /// A text taken out of the reply in which a job is settled, or of one on the way to its result.
    fn in_status(
        &mut self,
        input: &Spanned<String>,
        source: &Origin,
        status: usize,
        earlier: &[(&str, usize)],
        spec: &spec::Vendor,
        problems: &mut Diagnostics,
    ) -> Option<Fill> {
        let (who, what, named) = origin(source, problems)?;
        let hop = earlier.iter().position(|(name, _)| *name == who);
        match (what, hop) {
            (Part::Reply, _) if who == "status" => Some(Fill::Status(self.hand(status, input, source))),
            (Part::Reply, Some(hop)) => Some(Fill::Hop(hop, self.hand(earlier[hop].1, input, source))),
            (Part::Reply, None) if decider(spec, status, &who, 0).is_some() => {
                let decider = decider(spec, status, &who, 0)?;
                Some(Fill::Decision(decider, self.hand(decider, input, source)))
            }
            _ => {
                let hops = earlier.iter().map(|(name, _)| (*name).to_owned()).collect();
                problems.push(named.span, Problem::NotFromStatus { hops });
                None
            }
        }
    }

    /// The position of a text among those that are taken out of an operation's replies.
    fn hand(&mut self, operation: usize, name: &Spanned<String>, source: &Origin) -> usize {
        let source = match source {
            Origin::Told(choice) => Origin::Told(Choice(choice.0.iter().map(of_reply).collect())),
            Origin::In(like) => Origin::In(Like { text: of_reply(&like.text), ..like.clone() }),
        };
        let handed = &mut self.handed[operation];
        handed.push(Handed { source, name: name.value.clone() });
        handed.len() - 1
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

/// What of an operation is meant.
enum Part {
    Reply,
    Input(String),
}

/// Whose reply or input a source names: `submit.reply.id`, `create.input.region`. All of a source is of one operation.
fn origin(source: &Origin, problems: &mut Diagnostics) -> Option<(String, Part, Spanned<String>)> {
    let names: Vec<_> = source
        .templates()
        .iter()
        .flat_map(|template| &template.pieces)
        .filter_map(|piece| match &piece.value {
            Piece::Name(name) => Some((name.as_str(), piece.span)),
            Piece::Text(_) => None,
        })
        .collect();
    let split = |name: &str| {
        let (who, rest) = name.split_once('.')?;
        let (what, path) = rest.split_once('.')?;
        Some((who.to_owned(), what.to_owned(), path.to_owned()))
    };
    let span = source.templates().first().map(|template| template.span).unwrap_or_default();
    let Some((first, at)) = names.first().copied() else {
        problems.push(span, Problem::HandleSource { found: "text alone".to_owned() });
        return None;
    };
    let Some((who, what, path)) = split(first) else {
        problems.push(at, Problem::HandleSource { found: format!("`{first}`") });
        return None;
    };
    let is_alike =
        |(name, _): &&(&str, Span)| split(name).is_some_and(|(w, x, _)| (w, x) == (who.clone(), what.clone()));
    if let Some((other, at)) = names.iter().find(|name| !is_alike(name)) {
        problems.push(*at, Problem::HandleSource { found: format!("`{other}` beside `{first}`") });
        return None;
    }
    let named = Spanned::new(first.to_owned(), at);
    match (what.as_str(), source) {
        ("reply", _) => Some((who, Part::Reply, named)),
        ("input", Origin::Told(Choice(all))) if all.len() == 1 && all[0].sole_name().is_some() => {
            Some((who, Part::Input(path), named))
        }
        _ => {
            problems.push(at, Problem::HandleSource { found: format!("`{first}`") });
            None
        }
    }
}

/// The same template, as the operation itself would write it: `reply.id`.
fn of_reply(template: &Template) -> Template {
    let pieces = template.pieces.iter().map(|piece| match &piece.value {
        Piece::Name(name) => {
            let own = name.split_once('.').map_or(name.as_str(), |(_, own)| own);
            Spanned::new(Piece::Name(own.to_owned()), piece.span)
        }
        Piece::Text(_) => piece.clone(),
    });
    Template { span: template.span, pieces: pieces.collect() }
}

pub(super) fn operation(text: &spec::Text, spec: &spec::Vendor, problems: &mut Diagnostics) -> Option<usize> {
    let found = spec.operations.names().position(|name| name == text.value);
    if found.is_none() && !problems.is_lost(text) {
        let known = || spec.operations.names();
        let (similar, known) = (similar(text, known()), known().map(str::to_owned).collect());
        let what = "an operation of this vendor";
        problems.push(text.span, Problem::NotOneOf { word: text.value.clone(), what, known, similar });
    }
    found
}

/// Resolves what jobs take out of an operation's replies.
pub(super) fn resolve(
    handed: &[Handed],
    scope: &mut ReplyScope<'_, '_, '_>,
    problems: &mut Diagnostics,
) -> Option<Vec<Taken>> {
    let taken: Vec<_> = handed
        .iter()
        .map(|handed| match &handed.source {
            Origin::Told(choice) => {
                let told = scope.told(choice, problems);
                (told.len() == choice.0.len()).then_some(Taken { told, rel: None, like: None })
            }
            Origin::In(like) => taken_apart(like, Some(&handed.name), scope, problems),
        })
        .collect();
    taken.into_iter().collect()
}

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
            result_for,
            cancel,
            batch,
        })
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
        let is_read = result.iter().flat_map(|next| &next.fills).any(|fill| matches!(fill, Fill::Status(_)));
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
