//! Webhooks: what an event is made of, how it is proved, and which job it is about.

use super::job::Handed;
use super::names;
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::job::Job;
use crate::model::types::{TimeKind, Type};
use crate::model::{self, Operation, Parts};
use crate::source::Spanned;
use crate::spec::{self, FreshSpec, PartsSpec, Piece, Template};

/// The texts that fill a handle, by the names of its fields.
pub(super) fn handed(webhook: &spec::Webhook) -> Vec<Handed> {
    webhook.handle.iter().map(|(name, source)| Handed::new(name, source)).collect()
}

/// The name of a webhook's method, where nothing else of the client has it.
pub(super) fn call(
    name: &Spanned<String>,
    taken: impl Iterator<Item = impl AsRef<str>>,
    problems: &mut Diagnostics,
) -> Option<String> {
    let call = names::require(names::field(name), name, name.span, problems)?;
    let mut taken = taken;
    let by = match call == "builder" {
        true => Some("a method of the client"),
        false => taken.any(|other| other.as_ref() == call).then_some("an operation or a job"),
    };
    if let Some(by) = by {
        problems.push(name.span, Problem::NameTaken { name: name.value.clone(), by });
    }
    Some(call)
}

/// A webhook, once the jobs are known.
pub(super) fn webhook(
    spec: &spec::Webhook,
    operation: Operation,
    known: &spec::Vendor,
    jobs: &[Job],
    problems: &mut Diagnostics,
) -> Option<model::Webhook> {
    if let (None, Some(first)) = (&spec.verify, spec.states.first()) {
        problems.push(first.span, Problem::UnprovedEvent {});
    }
    let Some(name) = &spec.job else { return Some(model::Webhook { operation, job: None }) };
    let Some(at) = jobs.iter().position(|job| job.name == name.value) else {
        // One that could not be built has been told.
        if known.jobs.get(name).is_none() {
            let known = || jobs.iter().map(|job| job.name.as_str());
            let (similar, known) = (similar(name, known()), known().map(str::to_owned).collect());
            let what = "a job of this vendor";
            problems.push(name.span, Problem::NotOneOf { word: name.value.clone(), what, known, similar });
        }
        return None;
    };
    let job = &jobs[at];
    for (field, _) in spec.handle.iter().filter(|(field, _)| !job.handle.iter().any(|known| known.name == field.value))
    {
        let known = || job.handle.iter().map(|field| field.name.as_str());
        let (similar, known) = (similar(field, known()), known().map(str::to_owned).collect());
        let what = "a field of this job's handle";
        problems.push(field.span, Problem::NotOneOf { word: field.value.clone(), what, known, similar });
    }
    let filled = |name: &str| spec.handle.iter().position(|(field, _)| field.value == name);
    for field in job.handle.iter().filter(|field| !field.optional && filled(&field.name).is_none()) {
        let (field, job) = (field.name.clone(), job.name.clone());
        problems.push(name.span, Problem::EventWithoutField { field, job });
    }
    let fills = job.handle.iter().map(|field| filled(&field.name)).collect();
    Some(model::Webhook { operation, job: Some((at, fills)) })
}

impl ReplyScope<'_, '_, '_> {
    /// The text that is a list of pairs.
    pub(super) fn parts(&mut self, spec: &PartsSpec, problems: &mut Diagnostics) -> Option<Parts> {
        let (name, span) = sole(&spec.of, problems)?;
        let text = |given: &Option<spec::Text>, unless: &str| match given {
            Some(text) => text.value.clone(),
            None => unless.to_owned(),
        };
        let slot = self.slot(name, span, problems)?;
        Some(Parts { slot, between: text(&spec.between, ","), pair: text(&spec.pair, "=") })
    }
}

/// How the moment is written at which an event was sent.
pub(super) fn unit(spec: &FreshSpec, problems: &mut Diagnostics) -> Option<TimeKind> {
    let word = &spec.unit.0;
    match model::types::SCALARS.iter().find(|(name, _)| *name == word.value).map(|(_, ty)| ty) {
        Some(Type::Time(unit @ (TimeKind::UnixSeconds | TimeKind::UnixMillis | TimeKind::Timestamp))) => Some(*unit),
        _ => {
            problems.push(word.span, Problem::FreshUnit { word: word.value.clone() });
            None
        }
    }
}

/// The one name that a template is.
fn sole<'t>(template: &'t Template, problems: &mut Diagnostics) -> Option<(&'t str, crate::source::Span)> {
    match template.sole_name() {
        Some(Spanned { value: Piece::Name(name), span }) => Some((name, *span)),
        _ => {
            problems.push(template.span, Problem::NotOneName { found: template.written() });
            None
        }
    }
}
