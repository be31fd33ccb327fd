//! Jobs: operations that belong together, and how one finds what another has made.

use super::verdict::State;
use super::{Docs, Input, InputKind};

/// A kind of job.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its name in the spec.
    pub name: String,
    /// Its method on the client.
    pub call: String,
    /// What the names of its types start with.
    pub rust: String,
    /// What it is for.
    pub about: Docs,
    /// The operations that submit it, in order; none where jobs are born elsewhere.
    pub steps: Vec<Step>,
    /// What callers give to submit it.
    pub inputs: Vec<Input>,
    /// Those of which exactly one is given, by their positions; empty where there is no such choice.
    pub exactly_one: Vec<usize>,
    /// What must be kept to find it again.
    pub handle: Vec<HandleField>,
    /// The operation that tells its state.
    pub status: Next,
    /// The operations that lead to its result, in order: the last one fetches it.
    pub result: Vec<Next>,
    /// The elements for each of which the last of these operations is asked; none where it is asked once.
    pub each: Option<Each>,
    /// The outcomes for which there is a result.
    pub result_for: Vec<State>,
    /// The operation that cancels it.
    pub cancel: Option<Next>,
    /// How many are asked about by one request.
    pub batch: Option<Batch>,
}

/// The elements for each of which there is a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Each {
    /// The reply that has them.
    pub from: ReplyOf,
    /// The operation of that reply, by position.
    pub operation: usize,
    /// Which of the lists that are taken out of its replies.
    pub listed: usize,
}

/// A reply that leads to a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyOf {
    /// The one in which the job is settled.
    Status,
    /// That of the operation that decided, where a rule of the status has handed over to it.
    Decision,
    /// That of an earlier operation that leads to the result, by its place among these.
    Hop(usize),
}

/// How many jobs are asked about by one request.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The operation, by position.
    pub operation: usize,
    /// Its input that takes the ids, by position.
    pub ids: usize,
    /// The most jobs that it takes.
    pub at_most: u32,
    /// The path to the list or map of all in its reply.
    pub path: Vec<String>,
    /// The path to the id in an element; none where it is the element's key.
    pub id: Option<Vec<String>>,
    /// The member of the reply of `status` that an element is.
    pub part: Option<String>,
}

/// One of the operations that submit a job.
#[derive(Debug, Clone)]
pub struct Step {
    /// The operation, by position.
    pub operation: usize,
    /// What fills each of its inputs.
    pub fills: Vec<Fill>,
}

/// A field of a handle.
#[derive(Debug, Clone)]
pub struct HandleField {
    /// Its name in the spec.
    pub name: String,
    /// Its name in Rust.
    pub rust: String,
    /// The kind of the inputs that it fills.
    pub kind: InputKind,
    /// Whether it may be missing.
    pub optional: bool,
    /// Where it comes from, where the job is submitted.
    pub source: Option<HandleSource>,
}

/// Where a field of a handle comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandleSource {
    /// The reply of a step: the step, and which of the texts that are taken out of it.
    Reply(usize, usize),
    /// What the caller gave, by position.
    Given(usize),
}

/// An operation about a job.
#[derive(Debug, Clone)]
pub struct Next {
    /// The operation, by position.
    pub operation: usize,
    /// What fills each of its inputs.
    pub fills: Vec<Fill>,
}

/// What fills an input of an operation of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// What it is where nothing is said.
    Default,
    /// What the caller gave when the job was submitted, by position.
    Given(usize),
    /// A field of the handle, by position.
    Handle(usize),
    /// The reply of an earlier step: the step, and which of the texts that are taken out of it.
    Step(usize, usize),
    /// A text taken out of the reply in which the job is settled.
    Status(usize),
    /// The reply of the operation that decided, where a rule of the status has handed over to it: the operation, and which
    /// of the texts taken out of it.
    Decision(usize, usize),
    /// The reply of an earlier operation that leads to the result: which one, and which of the texts taken out of it.
    Hop(usize, usize),
    /// A text of the element for which a result is asked: which of those that are taken out of it.
    Item(usize),
    /// The element's key.
    Key,
}
