//! The replies that a mock vendor has in store.

use settled_codegen::files::Folder;
use settled_codegen::model::Vendor;

use super::error::MockError;
use super::reply::{MockReply, Prepared};

/// Which calls a reply is for: those of an operation with these inputs.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct For {
    pub(super) operation: String,
    pub(super) inputs: Vec<(String, String)>,
}

/// Replies that are given out in order, the last one for ever.
struct Shelf {
    of: Option<For>,
    replies: Vec<Prepared>,
    next: usize,
}

/// All replies: those for some calls, and those for all others.
pub(super) struct Store(Vec<Shelf>);

impl Store {
    /// Replies in the order in which they were given; none for whom is for all calls that no other is for.
    pub(super) fn new(
        vendor: &Vendor,
        given: Vec<(Option<For>, MockReply)>,
        folder: &Folder,
    ) -> Result<Self, MockError> {
        let mut shelves: Vec<Shelf> = Vec::new();
        for (of, reply) in given {
            of.iter().try_for_each(|of| known(vendor, of))?;
            let reply = reply.prepare(folder)?;
            match shelves.iter_mut().find(|shelf| shelf.of == of) {
                Some(shelf) => shelf.replies.push(reply),
                None => shelves.push(Shelf { of, replies: vec![reply], next: 0 }),
            }
        }
        if shelves.is_empty() {
            return Err(MockError::Reply("there is none; call `.reply(…)`".to_owned()));
        }
        // Those that say more come first.
        shelves.sort_by_key(|shelf| std::cmp::Reverse(shelf.of.as_ref().map_or(0, |of| of.inputs.len() + 1)));
        Ok(Store(shelves))
    }

    /// The next reply to a call of an operation; `input` says what an input was.
    pub(super) fn next(&mut self, operation: &str, input: impl Fn(&str) -> Option<String>) -> Option<&Prepared> {
        let is_for = |of: &For| {
            let fits = |(name, value): &(String, String)| input(name).as_ref() == Some(value);
            of.operation == operation && of.inputs.iter().all(fits)
        };
        let shelf = self.0.iter_mut().find(|shelf| shelf.of.as_ref().is_none_or(is_for))?;
        let at = shelf.next.min(shelf.replies.len() - 1);
        shelf.next = at + 1;
        shelf.replies.get(at)
    }
}

/// Whether there are such calls.
fn known(vendor: &Vendor, of: &For) -> Result<(), MockError> {
    let operation = vendor.operations.iter().find(|operation| operation.name.value == of.operation);
    let operation =
        operation.ok_or_else(|| MockError::Reply(format!("`{}` is no operation of the spec", of.operation)))?;
    match of.inputs.iter().find(|(name, _)| !operation.inputs.iter().any(|input| input.name == *name)) {
        Some((name, _)) => Err(MockError::Reply(format!("`{name}` is no input of `{}`", of.operation))),
        None => Ok(()),
    }
}
