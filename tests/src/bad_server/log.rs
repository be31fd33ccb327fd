//! What a server and its owner share: the behaviours to come, and what has come in.

use std::collections::VecDeque;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Behaviour, Received};

pub(super) struct Log(Mutex<State>);

struct State {
    behaviours: VecDeque<Behaviour>,
    last: Behaviour,
    connections: usize,
    received: Vec<Received>,
}

impl Log {
    pub(super) fn new(behaviours: impl IntoIterator<Item = Behaviour>) -> io::Result<Self> {
        let mut behaviours: VecDeque<Behaviour> = behaviours.into_iter().collect();
        let Some(last) = behaviours.pop_back() else {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "a bad server needs a behaviour: give at least one",
            ));
        };
        Ok(Log(Mutex::new(State { behaviours, last, connections: 0, received: Vec::new() })))
    }

    /// The number of a new connection, from 0, and how to treat it.
    pub(super) fn next_connection(&self) -> (usize, Behaviour) {
        let mut state = self.lock();
        let number = state.connections;
        state.connections += 1;
        let behaviour = state.behaviours.pop_front().unwrap_or_else(|| state.last.clone());
        (number, behaviour)
    }

    pub(super) fn write_down(&self, received: Received) {
        self.lock().received.push(received);
    }

    pub(super) fn connections(&self) -> usize {
        self.lock().connections
    }

    pub(super) fn received(&self) -> Vec<Received> {
        self.lock().received.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
