//! The shapes of replies, as far as acceptors tell.

use super::acceptor::Acceptor;
use super::read::{Waiter, place};
use crate::Refusal;
use crate::shape::Shape;

/// The shapes of the replies of all requests that waiters send, by name. A waiter that contradicts one before it is refused
/// and taken out.
pub(super) fn replies(waiters: &mut Vec<(&Waiter, Vec<Acceptor>)>, refused: &mut Vec<Refusal>) -> Vec<(String, Shape)> {
    let mut replies: Vec<(String, Shape)> = Vec::new();
    waiters.retain(|(waiter, acceptors)| {
        let shape = reply(&mut replies, &waiter.operation);
        match learn(shape.clone(), waiter, acceptors) {
            Ok(learned) => {
                *shape = learned;
                true
            }
            Err(refusal) => {
                refused.push(refusal);
                false
            }
        }
    });
    // Of two fields that are compared, one may be known only from what came later.
    for (waiter, acceptors) in &*waiters {
        let shape = reply(&mut replies, &waiter.operation);
        if let Ok(learned) = learn(shape.clone(), waiter, acceptors) {
            *shape = learned;
        }
    }
    replies.iter_mut().for_each(|(name, shape)| shape.decide(name));
    replies
}

fn reply<'r>(replies: &'r mut Vec<(String, Shape)>, name: &str) -> &'r mut Shape {
    let at = replies.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        replies.push((name.to_owned(), Shape::Unknown));
        replies.len() - 1
    });
    &mut replies[at].1
}

fn learn(mut shape: Shape, waiter: &Waiter, acceptors: &[Acceptor]) -> Result<Shape, Refusal> {
    for (at, acceptor) in acceptors.iter().enumerate() {
        acceptor.learn(&mut shape).map_err(|reason| Refusal::new(place(&waiter.id(), at), reason))?;
    }
    Ok(shape)
}
