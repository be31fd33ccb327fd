//! What jobs take from where, before anything else is known of the operations.

use super::super::hint::taken_apart;
use super::super::scope::ReplyScope;
use super::each::{self, HandedList, OfElement};
use super::telling::Telling;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::job::{Each, Fill, ReplyOf};
use crate::model::reading::Taken;
use crate::source::{Span, Spanned};
use crate::spec::{self, Choice, Like, Origin, Piece, Template};

/// A text that a job takes out of the replies of an operation.
#[derive(Debug, Clone)]
pub(in crate::check) struct Handed {
    source: Origin,
    /// What stands for it in a pattern.
    name: String,
}

impl Handed {
    pub(in crate::check) fn new(name: &Spanned<String>, source: &Origin) -> Self {
        Handed { source: source.clone(), name: name.value.clone() }
    }
}

/// What all jobs take from where, before anything else is known of the operations.
#[derive(Debug)]
pub(in crate::check) struct Plans<'a> {
    pub(super) jobs: Vec<Plan<'a>>,
    /// What is taken out of the replies of each operation, by its position in the spec.
    handed: Vec<Vec<Handed>>,
    /// The lists in the replies of each operation, of which each element is asked for.
    listed: Vec<Vec<HandedList>>,
}

/// What one job takes from where.
#[derive(Debug)]
pub(in crate::check) struct Plan<'a> {
    pub(super) name: &'a Spanned<String>,
    pub(super) spec: &'a spec::Job,
    /// The operations that submit it.
    pub(super) steps: Vec<usize>,
    pub(super) handle: Vec<Field<'a>>,
    pub(super) status: usize,
    pub(super) result: Vec<(usize, Vec<With<'a>>)>,
    /// The elements for each of which the last of these is asked.
    pub(super) each: Option<Each>,
    pub(super) cancel: Option<usize>,
    pub(super) batch: Option<usize>,
}

/// An input, and what fills it.
pub(super) type With<'a> = (&'a Spanned<String>, Fill);

/// A field of a handle, in the making.
#[derive(Debug)]
pub(in crate::check) struct Field<'a> {
    /// Its name without the question mark.
    pub(super) name: Spanned<String>,
    pub(super) optional: bool,
    pub(super) from: From,
    /// As it is written.
    pub(super) written: &'a Spanned<String>,
}

/// Where a text comes from.
#[derive(Debug)]
pub(in crate::check) enum From {
    /// A step's reply: the step, and the position among what is taken out of it.
    Reply(usize, usize),
    /// An input that the job is submitted with.
    Given(Spanned<String>),
}

impl<'a> Plans<'a> {
    /// All jobs of a spec. Those that cannot be planned are left out; why has been pushed.
    pub(in crate::check) fn of(spec: &'a spec::Vendor, problems: &mut Diagnostics) -> Self {
        let count = spec.operations.0.len();
        let (handed, listed) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        let mut plans = Plans { jobs: Vec::new(), handed, listed };
        for (name, job) in spec.jobs.iter() {
            let plan = plans.plan(name, job, spec, problems);
            plans.jobs.extend(plan);
        }
        plans
    }

    /// What is taken out of the replies of an operation.
    pub(in crate::check) fn handed(&self, operation: usize) -> &[Handed] {
        self.handed.get(operation).map_or(&[], Vec::as_slice)
    }

    /// The lists in the replies of an operation, of which each element is asked for.
    pub(in crate::check) fn listed(&self, operation: usize) -> &[HandedList] {
        self.listed.get(operation).map_or(&[], Vec::as_slice)
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
        let (mut result, mut each) = (Vec::new(), None);
        for (at, next) in wanted.iter().enumerate() {
            let earlier: Vec<_> =
                wanted[..at].iter().zip(&hops).map(|(next, at)| (next.0.operation.value.as_str(), *at)).collect();
            let told = Telling { spec, status, earlier: &earlier };
            if let Some(place) = &next.0.each {
                if at + 1 < wanted.len() {
                    problems.push(place.span, Problem::EachOnTheWay {});
                    return None;
                }
                each = Some(self.each(place, &told, problems)?);
            }
            let with = next.0.with.iter();
            let with: Vec<_> = with
                .map(|(input, source)| match each::of_element(source, problems)? {
                    Some(named) => Some((input, self.of_element(input, source, named, each, problems)?)),
                    None => Some((input, self.in_status(input, source, &told, problems)?)),
                })
                .collect();
            let with = with.into_iter().collect::<Option<Vec<_>>>()?;
            let is_of_element = |(_, fill): &With<'_>| matches!(fill, Fill::Item(_) | Fill::Key);
            if let (Some(place), false) = (&next.0.each, with.iter().any(is_of_element)) {
                problems.push(place.span, Problem::EachAlike {});
                return None;
            }
            result.push((hops[at], with));
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
            each,
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
        told: &Telling<'_>,
        problems: &mut Diagnostics,
    ) -> Option<Fill> {
        let (who, what, named) = origin(source, problems)?;
        let found = match what {
            Part::Reply => told.by(&who),
            Part::Input(_) => None,
        };
        let Some((from, operation)) = found else {
            problems.push(named.span, told.unknown());
            return None;
        };
        let at = self.hand(operation, input, source);
        Some(match from {
            ReplyOf::Status => Fill::Status(at),
            ReplyOf::Decision => Fill::Decision(operation, at),
            ReplyOf::Hop(hop) => Fill::Hop(hop, at),
        })
    }

    /// The list for each of whose elements a result is asked.
    fn each(&mut self, place: &Template, told: &Telling<'_>, problems: &mut Diagnostics) -> Option<Each> {
        let Some(Spanned { value: Piece::Name(name), span }) = place.sole_name() else {
            problems.push(place.span, Problem::NotOneName { found: place.written() });
            return None;
        };
        let (who, own) = name.split_once('.').unwrap_or((name, ""));
        let is_reply = own == "reply" || own.starts_with("reply.");
        let Some((from, operation)) = told.by(who).filter(|_| is_reply) else {
            problems.push(*span, told.unknown());
            return None;
        };
        let listed = &mut self.listed[operation];
        listed.push(HandedList::new(of_reply(place)));
        Some(Each { from, operation, listed: listed.len() - 1 })
    }

    /// A text taken out of an element.
    fn of_element(
        &mut self,
        input: &Spanned<String>,
        source: &Origin,
        (what, named): (OfElement, Spanned<String>),
        each: Option<Each>,
        problems: &mut Diagnostics,
    ) -> Option<Fill> {
        let Some(each) = each else {
            problems.push(named.span, Problem::ElementOfNone { name: named.value });
            return None;
        };
        let list = &mut self.listed[each.operation][each.listed];
        Some(match what {
            OfElement::Key => list.key(named.span),
            OfElement::Item => list.hand(Handed::new(input, source)),
        })
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

/// What of an operation is meant.
enum Part {
    Reply,
    Input(String),
}

/// Whose reply or input a source names: `submit.reply.id`, `create.input.region`. All of a source is of one operation.
fn origin(source: &Origin, problems: &mut Diagnostics) -> Option<(String, Part, Spanned<String>)> {
    let names = names(source);
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

/// The names in a source, in their order.
pub(super) fn names(source: &Origin) -> Vec<(&str, Span)> {
    let pieces = source.templates().iter().flat_map(|template| &template.pieces);
    let names = pieces.filter_map(|piece| match &piece.value {
        Piece::Name(name) => Some((name.as_str(), piece.span)),
        Piece::Text(_) => None,
    });
    names.collect()
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

fn operation(text: &spec::Text, spec: &spec::Vendor, problems: &mut Diagnostics) -> Option<usize> {
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
pub(in crate::check) fn resolve(
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
