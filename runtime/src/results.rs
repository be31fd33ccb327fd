//! Results that come one for each element of a list.

mod listed;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

pub use self::listed::{Entry, Listed};
use crate::call::{Call, Download, Pages};
use crate::clock::BoxFuture;
use crate::error::{Error, ErrorKind};
use crate::job::{HasResults, Job};
use crate::reply::Reply;
use crate::settled::Settled;

/// The results of a job, one for each element of a list that a reply has, in its order: by [`next`](Results::next), or as
/// a [`Stream`]. One request is under way at a time, and one result is held.
///
/// What keeps the result of one element away is told with that element, and the others are there all the same:
/// [`seek`](Results::seek) leads back to one that failed. `Debug` shows how many elements there are, and at which one it is.
#[must_use = "nothing is asked for until it is wanted"]
pub struct Results<J: HasResults> {
    job: Job<J>,
    settled: Settled<()>,
    hops: Vec<Reply>,
    elements: Vec<Entry>,
    at: usize,
    /// The result of the element that it is at, where it was wanted and has not come yet.
    asking: Option<BoxFuture<Result<J::Result, Error>>>,
}

/// An element, and what was fetched of it.
pub type Fetched<J, T> = (Element<J>, Result<T, Error>);

impl<J: HasResults> Results<J> {
    pub(crate) fn new(job: Job<J>, settled: Settled<()>, hops: Vec<Reply>, elements: Vec<Entry>) -> Self {
        Results { job, settled, hops, elements, at: 0, asking: None }
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// Goes on at the element with this index: at one that failed, to ask for it again, or behind those that were fetched
    /// at another time.
    pub fn seek(&mut self, index: usize) {
        self.at = index;
        self.asking = None;
    }

    /// The next element and its result, or what keeps that away; `None` behind the last one. Where the future is dropped
    /// before it is done, the next call goes on with it.
    pub async fn next(&mut self) -> Option<Fetched<J, J::Result>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The results of all elements from here on, in their order.
    ///
    /// # Errors
    ///
    /// What keeps the first of them away that cannot be had; nothing is asked for after it.
    pub async fn all(mut self) -> Result<Vec<J::Result>, Error> {
        let mut all = Vec::with_capacity(self.elements.len().saturating_sub(self.at));
        while let Some((_, result)) = self.next().await {
            all.push(result?);
        }
        Ok(all)
    }

    /// The next element, and its result page by page where the operation that fetches it has `pages`; else its one page.
    pub fn next_pages(&mut self) -> Option<Fetched<J, Pages<J::Result>>> {
        let (element, call) = (self.element()?, self.call());
        self.seek(self.at + 1);
        Some((element, call.map(Call::pages)))
    }

    /// The element that it is at.
    fn element(&self) -> Option<Element<J>> {
        let entry = self.elements.get(self.at)?.clone();
        Some(Element { index: self.at, entry, job: std::marker::PhantomData })
    }

    /// What asks for the result of that element.
    fn call(&self) -> Result<Call<J::Result>, Error> {
        let (settled, hops) = (&self.settled, &self.hops);
        let Some(entry) = self.elements.get(self.at) else {
            return Err(Error::new(ErrorKind::Config, "there is no further element"));
        };
        let call = self.job.fetching(entry, settled.raw(), settled.decision(), hops);
        call.map_err(|error| settled.undecodable(error))
    }
}

impl<J: HasResults<Result = Bytes>> Results<J> {
    /// The next element, and its result piece by piece: for what is too large to be held. `limit` is the most bytes that
    /// the result of one element may have. Where the future is dropped before it is done, the next call asks for the same
    /// element.
    pub async fn next_download(&mut self, limit: u64) -> Option<Fetched<J, Download>> {
        let element = self.element()?;
        let download = match self.call() {
            Ok(call) => call.download(limit).await,
            Err(error) => Err(error),
        };
        self.seek(self.at + 1);
        Some((element, download))
    }
}

impl<J: HasResults> Stream for Results<J> {
    type Item = Fetched<J, J::Result>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(element) = self.element() else { return Poll::Ready(None) };
        let mut asking: BoxFuture<_> = match self.asking.take() {
            Some(asking) => asking,
            None => match self.call() {
                Ok(call) => Box::pin(call.send()),
                Err(error) => Box::pin(std::future::ready(Err(error))),
            },
        };
        let polled = asking.as_mut().poll(cx);
        if polled.is_pending() {
            self.asking = Some(asking);
        }
        let result = ready!(polled);
        self.at += 1;
        Poll::Ready(Some((element, result)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.elements.len().saturating_sub(self.at);
        (left, Some(left))
    }
}

impl<J: HasResults> Unpin for Results<J> {}

impl<J: HasResults> fmt::Debug for Results<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (at, elements) = (&self.at, &self.elements.len());
        f.debug_struct("Results").field("at", at).field("elements", elements).finish_non_exhaustive()
    }
}

/// An element for which a job has a result. `Debug` shows its index.
pub struct Element<J> {
    index: usize,
    entry: Entry,
    job: std::marker::PhantomData<fn() -> J>,
}

impl<J: HasResults> Element<J> {
    /// Its place among all elements, from 0: in the order of the list, or of the map as it came.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its key, where it is a value of a map.
    pub fn key(&self) -> Option<&str> {
        self.entry.key()
    }

    /// What the reply says of it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] where it is not of its declared type; [`json`](Self::json) has it as it came.
    pub fn decode(&self) -> Result<J::Element, Error> {
        J::element(self.entry.json()).map_err(|error| {
            let text = format!("element {} does not decode: {error}; mend the spec, or read its JSON", self.index);
            Error::new(ErrorKind::Decode, text).with(|inner| inner.source = Some(Box::new(error)))
        })
    }

    /// What the reply says of it, as it came.
    pub fn json(&self) -> &[u8] {
        self.entry.json()
    }
}

impl<J> fmt::Debug for Element<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Element").field("index", &self.index).finish_non_exhaustive()
    }
}
