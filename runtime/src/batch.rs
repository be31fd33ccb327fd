//! Many jobs, asked about by one request.

mod items;
mod waiting;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::sync::Arc;
use std::time::Duration;

pub use self::items::Items;
pub use self::waiting::WaitingAll;
use crate::client::Client;
use crate::clock::BoxFuture;
use crate::error::Error;
use crate::job::{Done, JobSpec, Links};
use crate::operation::Operation;
use crate::policy;
use crate::push::Listener;

/// How one request asks about many jobs of a kind. Generated code implements it.
pub trait Together<J: JobSpec>: Links<J> {
    /// The most jobs that one request asks about.
    fn at_most(&self) -> usize;

    /// Asks for the states of these jobs.
    fn ask(&self, handles: &[&J::Handle]) -> Box<dyn Operation<Reply = ()>>;

    /// The id by which the reply names a job.
    fn id(&self, handle: &J::Handle) -> String;

    /// Where the reply has what about which job.
    fn items(&self) -> &'static Items;
}

/// A kind of job of which many are asked about by one request.
pub trait HasBatch: JobSpec {}

/// A wait for many jobs that has not started. Its options are those of [`Wait`](crate::Wait), for each of the jobs.
#[must_use = "a wait does nothing unless it is awaited"]
pub struct WaitAll<J: JobSpec> {
    client: Client,
    links: Arc<dyn Together<J>>,
    handles: Vec<J::Handle>,
    poll: policy::Poll,
    cancel: Option<BoxFuture<()>>,
    push: Option<Listener>,
}

impl<J: JobSpec> WaitAll<J> {
    crate::waiting::options!(|this| this);

    /// Starts the wait: its deadline counts from now. It goes on while it is polled.
    pub fn start(self) -> WaitingAll<J> {
        WaitingAll::new(self)
    }
}

impl<J: JobSpec> IntoFuture for WaitAll<J> {
    type Output = Vec<Ended<J>>;
    type IntoFuture = BoxFuture<Vec<Ended<J>>>;

    fn into_future(self) -> Self::IntoFuture {
        let mut waiting = self.start();
        Box::pin(async move {
            let mut all = Vec::new();
            while let Some(ended) = waiting.next().await {
                all.push(ended);
            }
            all
        })
    }
}

impl<J: JobSpec> fmt::Debug for WaitAll<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitAll")
            .field("client", &self.client)
            .field("jobs", &self.handles.len())
            .finish_non_exhaustive()
    }
}

/// A job's handle, and how the wait for that job ended.
pub type Ended<J> = (<J as JobSpec>::Handle, Result<Done<J>, Error>);

/// A wait for many jobs.
pub fn wait_all<J: HasBatch>(
    client: Client,
    links: Arc<dyn Together<J>>,
    handles: impl IntoIterator<Item = J::Handle>,
) -> WaitAll<J> {
    let handles: Vec<_> = handles.into_iter().collect();
    let poll = handles.first().map_or_else(|| links.ask(&[]).meta().poll, |first| links.status(first).meta().poll);
    WaitAll { client, handles, poll, links, cancel: None, push: None }
}
