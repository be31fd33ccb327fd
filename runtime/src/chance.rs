//! What nobody can guess: the source of nonces, idempotency keys and other random values.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};

/// What the random values of one request are made from: a seed that all attempts of its call share, and its number.
///
/// The values are digests of it, so that a request can be made again, value for value, from the same seeds.
#[derive(Clone, Copy)]
pub struct Chance {
    call: [u8; 32],
    attempt: u32,
}

impl Chance {
    /// Nothing left to chance: values that anybody can compute. For recorded replies, and for tests.
    pub const NONE: Chance = Chance { call: [0; 32], attempt: 0 };

    /// The value with this number, the same for all attempts of the call.
    pub fn of_call(&self, number: u8) -> [u8; 32] {
        Sha256::new().chain_update(self.call).chain_update([number]).finalize().into()
    }

    /// The value with this number, another one for every attempt.
    pub fn of_attempt(&self, number: u8) -> [u8; 32] {
        let seed = Sha256::new().chain_update(self.call).chain_update(b"attempt");
        seed.chain_update(self.attempt.to_be_bytes()).chain_update([number]).finalize().into()
    }

    /// The same call, the attempt of this number.
    pub(crate) fn attempt(self, number: u32) -> Self {
        Chance { attempt: number, ..self }
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chance")
    }
}

/// One client's source, seeded by the operating system.
pub(crate) struct Dice {
    seed: [u8; 32],
    thrown: AtomicU64,
}

impl Dice {
    /// A source with a new seed.
    pub(crate) fn new() -> Result<Self, Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| {
            let text = "the operating system gives no random bytes; see the source";
            Error::new(ErrorKind::Config, text).with(|inner| inner.source = Some(Box::new(error)))
        })?;
        Ok(Dice { seed, thrown: AtomicU64::new(0) })
    }

    /// The seed of a new call.
    pub(crate) fn call(&self) -> Chance {
        let number = self.thrown.fetch_add(1, Ordering::Relaxed);
        let call = Sha256::new().chain_update(self.seed).chain_update(number.to_be_bytes()).finalize().into();
        Chance { call, attempt: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_attempts_and_values_differ_and_attempts_share_their_calls() {
        let dice = Dice::new().expect("random bytes");
        let (one, other) = (dice.call(), dice.call());
        let (first, second) = (one.attempt(1), one.attempt(2));
        assert_eq!(first.of_call(0), second.of_call(0));
        assert_eq!(first.of_attempt(3), one.attempt(1).of_attempt(3));
        let all = [one.of_call(0), one.of_call(1), other.of_call(0), first.of_attempt(0), second.of_attempt(0)];
        for (at, value) in all.iter().enumerate() {
            assert!(!all[..at].contains(value), "{at}");
        }
        assert_ne!(
            Dice::new().expect("random bytes").call().of_call(0),
            Dice::new().expect("other ones").call().of_call(0)
        );
    }
}
