//! How jobs are submitted.

use std::sync::Arc;

use super::{Done, Job, JobSpec, Links, Submission};
use crate::call::Once;
use crate::client::Client;
use crate::error::{DecodeError, Error, ErrorKind};
use crate::operation::Operation;
use crate::reply::Reply;
use crate::state::State;
/// What a caller has given to submit a job.
pub trait Submit: Send + Sync + 'static {
    /// The kind of job.
    type Job: JobSpec;
    /// How many requests it takes.
    const STEPS: usize;
    /// Whether the reply to the last one has the type of the reply that tells the state.
    const TELLS_STATE: bool;

    /// How the operations about the job are asked.
    fn links(&self) -> Arc<dyn Links<Self::Job>>;

    /// The request of a step, given the replies to the steps before.
    fn step(&self, at: usize, replies: &[Reply]) -> Result<Box<dyn Operation<Reply = ()>>, DecodeError>;

    /// What must be kept of the job, given all replies.
    fn handle(&self, replies: &[Reply]) -> Result<<Self::Job as JobSpec>::Handle, DecodeError>;
}

/// Submits a job.
pub async fn submit<S: Submit>(client: Client, submit: S) -> Result<Job<S::Job>, Error> {
    let mut replies = Vec::with_capacity(S::STEPS);
    let (mut not_before, mut submission) = (None, None);
    for at in 0..S::STEPS {
        let operation = submit.step(at, &replies).map_err(|error| lost(error, &replies))?;
        let (reply, judged, attempts) = Once::new(&client, &*operation).send_answer().await?;
        not_before = not_before.max(judged.seen.hint.map(|hint| client.now().mono.saturating_add(hint)));
        // A state that has to be seen more than once is not believed here.
        let outcome = judged.state().filter(|_| judged.seen.confirm <= 1).and_then(State::outcome);
        let early = outcome.filter(|_| judged.rule.is_some()).map(|outcome| (outcome, S::TELLS_STATE));
        submission = Some(Submission { meta: operation.meta(), judged, reply: reply.clone(), attempts, early });
        replies.push(reply);
    }
    let handle = submit.handle(&replies).map_err(|error| lost(error, &replies))?;
    Ok(Job { client, links: submit.links(), handle, not_before, submission: submission.map(Arc::new) })
}

/// Submits a job and waits until it is settled.
pub async fn submit_and_wait<S: Submit>(client: Client, submit: S) -> Result<Done<S::Job>, Error> {
    self::submit(client, submit).await?.wait().await
}

/// The vendor has the job, and its reply does not say how to find it.
fn lost(error: DecodeError, replies: &[Reply]) -> Error {
    let text = format!("{error}; the vendor has taken the request: look there before submitting the job again");
    Error::new(ErrorKind::MayHaveArrived, text).with(|inner| {
        inner.reply = replies.last().cloned();
        inner.attempts = 1;
        inner.source = Some(Box::new(error));
    })
}
