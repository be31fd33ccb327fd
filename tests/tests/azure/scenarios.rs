//! Each scenario of the server: how it is called, how many requests that takes, and how it ends.

mod deletes;
mod posts;
mod puts;

use settled::{ErrorKind, Outcome};

use super::calls::{Call, End, Seen};

pub(crate) struct Scenario {
    /// The server's names for it.
    pub(crate) names: &'static [&'static str],
    pub(crate) call: Call,
    pub(crate) path: &'static str,
    pub(crate) requests: usize,
    /// The error after which a single request is sent again.
    pub(crate) again: Option<ErrorKind>,
    pub(crate) end: End,
}

impl Scenario {
    fn again(self, kind: ErrorKind) -> Self {
        Scenario { again: Some(kind), ..self }
    }
}

fn on(call: Call, names: &'static [&'static str], path: &'static str, requests: usize, end: End) -> Scenario {
    Scenario { names, call, path, requests, again: None, end }
}

fn settled(outcome: Outcome, id: &str, name: &str, state: &str) -> End {
    End::Settled(outcome, Seen(id.to_owned(), name.to_owned(), state.to_owned()))
}

fn done(id: &str, name: &str, state: &str) -> End {
    settled(Outcome::Succeeded, id, name, state)
}

fn foo() -> End {
    done("100", "foo", "Succeeded")
}

fn nothing() -> End {
    done("", "", "")
}

/// The vendor refused it, in words.
fn refused(message: &str) -> End {
    End::Error(ErrorKind::Vendor, Some(400), Some(message.to_owned()))
}

fn error(kind: ErrorKind, status: u16) -> End {
    End::Error(kind, Some(status), None)
}

pub(crate) fn all() -> Vec<Scenario> {
    [puts::all(), deletes::all(), posts::all()].into_iter().flatten().collect()
}

const REFUSED: &str = "Expected bad request message";
