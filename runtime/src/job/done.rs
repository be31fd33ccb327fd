//! Jobs that are settled, and the way to their results.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;

use super::{HasResult, HasResults, Job, JobSpec};
use crate::call::{Call, Download, Once, Pages};
use crate::error::Error;
use crate::reply::Reply;
use crate::results::Results;
use crate::settled::Settled;
/// A job that is settled: all of [`Settled`], and the way to its result.
#[must_use = "a settled job may have failed: look at `outcome()`, or call `result()`"]
pub struct Done<J: JobSpec> {
    settled: Settled<J::Reply>,
    job: Job<J>,
}

impl<J: JobSpec> Done<J> {
    pub(crate) fn new(settled: Settled<J::Reply>, job: Job<J>) -> Self {
        Done { settled, job }
    }

    /// The job.
    pub fn job(&self) -> &Job<J> {
        &self.job
    }

    /// How it ended, by itself.
    pub fn into_settled(self) -> Settled<J::Reply> {
        self.settled
    }

    /// Fetches the result of a job.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotSucceeded`](crate::ErrorKind::NotSucceeded) for outcomes of which the spec has no result (all but `succeeded`, unless it says more),
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the reply does not say where the result is, and whatever keeps the result away.
    pub async fn result(&self) -> Result<J::Result, Error>
    where
        J: HasResult,
    {
        self.fetching().await?.send().await
    }

    /// The results of a job, one for each element of the list that its spec names: asked for one after the other, each
    /// when it is wanted.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotSucceeded`](crate::ErrorKind::NotSucceeded) and [`ErrorKind::Decode`](crate::ErrorKind::Decode) as [`result`](Self::result), and whatever keeps the replies
    /// on the way to the list away. Nothing is asked for of the elements yet.
    pub async fn results(&self) -> Result<Results<J>, Error>
    where
        J: HasResults,
    {
        let hops = self.hops().await?;
        let elements = self.job.links.elements(self.settled.raw(), self.settled.decision(), &hops);
        let elements = elements.map_err(|error| self.settled.undecodable(error))?;
        Ok(Results::new(self.job.clone(), self.settled.without_reply(), hops, elements))
    }

    /// The call that fetches the result, after those that lead to it.
    async fn fetching(&self) -> Result<Call<J::Result>, Error> {
        let hops = self.hops().await?;
        let (job, reply, decision) = (&self.job, self.settled.raw(), self.settled.decision());
        let operation = job.links.result(&job.handle, reply, decision, &hops);
        let operation = operation.map_err(|error| self.settled.undecodable(error))?;
        Ok(Call::boxed(job.client.clone(), operation))
    }

    /// The replies on the way to the result, where there is one.
    async fn hops(&self) -> Result<Vec<Reply>, Error> {
        if !self.job.links.has_result(self.settled.outcome()) {
            return Err(self.settled.without_result());
        }
        let (job, reply, decision) = (&self.job, self.settled.raw(), self.settled.decision());
        let mut hops = Vec::new();
        let undecodable = |error| self.settled.undecodable(error);
        while let Some(hop) = job.links.hop(hops.len(), &job.handle, reply, decision, &hops).map_err(undecodable)? {
            hops.push(Once::new(&job.client, &*hop).send_answer().await?.0);
        }
        Ok(hops)
    }
}

impl<J: HasResult> Done<J> {
    /// Fetches the result of a job that succeeded page by page, where the operation that fetches it has `pages`; else its
    /// one page.
    ///
    /// # Errors
    ///
    /// As [`result`](Self::result), before the first page is asked for.
    pub async fn pages(&self) -> Result<Pages<J::Result>, Error> {
        Ok(self.fetching().await?.pages())
    }
}

impl<J: HasResult<Result = Bytes>> Done<J> {
    /// Fetches the result of a job that succeeded piece by piece: for what is too large to be held. `limit` is the most
    /// bytes that it may have.
    ///
    /// # Errors
    ///
    /// As [`result`](Self::result), before the first piece.
    pub async fn download(&self, limit: u64) -> Result<Download, Error> {
        self.fetching().await?.download(limit).await
    }
}

impl<J: JobSpec> Deref for Done<J> {
    type Target = Settled<J::Reply>;

    fn deref(&self) -> &Self::Target {
        &self.settled
    }
}

impl<J: JobSpec> fmt::Debug for Done<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Done").field("settled", &self.settled).finish_non_exhaustive()
    }
}
