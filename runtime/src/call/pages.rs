//! Results that come page by page.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::Once;
use crate::client::Client;
use crate::clock::BoxFuture;
use crate::error::{DecodeError, Error, ErrorKind};
use crate::fit::Fit;
use crate::operation::Operation;
use crate::probe::{Node, read};
use crate::reply::Reply;
use crate::settled::undecodable;
use crate::slot::Test;

/// Pages of a result, each asked for when it is wanted: by [`next`](Pages::next), or as a [`Stream`].
///
/// It ends behind the page that says no next one. A vendor that gives the same page twice in a row would be asked for
/// ever; that is an error. After an error there is no further page. `Debug` shows how many there were.
#[must_use = "no page is asked for until it is wanted"]
pub struct Pages<R> {
    state: State<R>,
    asked: u32,
}

/// What a page says where there is another one.
#[derive(Debug)]
pub struct More {
    /// What is read of a page.
    pub node: Node,
    /// How many slots that takes.
    pub slots: u16,
    /// The shape that it must have.
    pub fit: Fit,
    /// Whether what is read says so.
    pub holds: Test,
}

impl More {
    /// Whether there is a page behind this one.
    pub fn is_there(&'static self, page: &Reply) -> Result<bool, DecodeError> {
        let slots = read(&self.node, page.body(), self.slots);
        let slots = slots.map_err(|wrong| DecodeError::new(wrong.reason(page.body())))?;
        match self.fit.check(&slots) {
            Ok(()) => Ok((self.holds)(&slots)),
            Err(place) => {
                let reason = place.reason(&slots);
                Err(DecodeError::new(format!("whether there is another page is not known: {reason}")))
            }
        }
    }
}

enum State<R> {
    /// The next page is still to be asked for.
    Next(Box<Turn<R>>),
    Asking(BoxFuture<Asked<R>>),
    Over,
}

/// A page, and what asks for the one behind it.
type Asked<R> = (Result<R, Error>, Option<Turn<R>>);

/// What asks for the next page.
struct Turn<R> {
    client: Client,
    operation: Box<dyn Operation<Reply = R>>,
    before: Option<Reply>,
}

impl<R: Send + 'static> Pages<R> {
    pub(super) fn new(client: Client, operation: Box<dyn Operation<Reply = R>>) -> Self {
        Pages { state: State::Next(Box::new(Turn { client, operation, before: None })), asked: 0 }
    }

    /// The next page; `None` behind the last one.
    ///
    /// # Errors
    ///
    /// Whatever keeps the page away. The pages before were complete.
    pub async fn next(&mut self) -> Result<Option<R>, Error> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }
}

impl<R: Send + 'static> Turn<R> {
    async fn ask(self) -> Asked<R> {
        let Turn { client, operation, before } = self;
        let once = Once::new(&client, &*operation);
        let (reply, judged, number) = match once.send_answer().await {
            Ok(answer) => answer,
            Err(error) => return (Err(error), None),
        };
        let meta = operation.meta();
        let next = match operation.next_page(&reply) {
            Ok(next) => next,
            Err(error) => return (Err(undecodable(meta, number, &judged, &reply, error)), None),
        };
        let same = before.is_some_and(|before| before.body() == reply.body());
        if same && next.is_some() {
            let text =
                "the vendor gives the same page again and again; see that the spec's `pages` name the right field";
            return (Err(judged.error(meta, ErrorKind::Request, text.to_owned(), number, &reply)), None);
        }
        let page = operation.decode(reply.body());
        let page = page.map_err(|error| undecodable(meta, number, &judged, &reply, error));
        let next = next.filter(|_| page.is_ok()).map(|operation| Turn { client, operation, before: Some(reply) });
        (page, next)
    }
}

impl<R> Unpin for Pages<R> {}

impl<R: Send + 'static> Stream for Pages<R> {
    type Item = Result<R, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Poll::Ready(None),
                State::Next(turn) => {
                    self.asked += 1;
                    self.state = State::Asking(Box::pin(turn.ask()));
                }
                State::Asking(mut asking) => {
                    let polled = asking.as_mut().poll(cx);
                    if polled.is_pending() {
                        self.state = State::Asking(asking);
                    }
                    let (page, next) = ready!(polled);
                    self.state = next.map_or(State::Over, |next| State::Next(Box::new(next)));
                    return Poll::Ready(Some(page));
                }
            }
        }
    }
}

impl<R> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("asked", &self.asked).finish_non_exhaustive()
    }
}
