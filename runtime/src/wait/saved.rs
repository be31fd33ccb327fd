//! A wait as bytes, to be written down and taken up elsewhere.

use std::fmt;

use super::time::{later, nanos, span};
use super::{Cause, Core, Ending, Flags, NEVER, Phase, Policy};
use crate::clock::Now;
use crate::state::{State, Verdict};
use crate::transport::FaultKind;

const VERSION: u8 = 2;

/// Codes are positions. Stored waits hold them: append, never reorder.
const CAUSES: [Cause; 21] = [
    Cause::Verdict(Verdict::State(State::Pending)),
    Cause::Verdict(Verdict::State(State::Running)),
    Cause::Verdict(Verdict::State(State::NeedsInput)),
    Cause::Verdict(Verdict::State(State::Succeeded)),
    Cause::Verdict(Verdict::State(State::Rejected)),
    Cause::Verdict(Verdict::State(State::Failed)),
    Cause::Verdict(Verdict::State(State::Cancelled)),
    Cause::Verdict(Verdict::State(State::Expired)),
    Cause::Verdict(Verdict::Unknown),
    Cause::Verdict(Verdict::Unchanged),
    Cause::Verdict(Verdict::Throttled),
    Cause::Verdict(Verdict::Transient),
    Cause::Verdict(Verdict::CredentialExpired),
    Cause::Verdict(Verdict::RequestError),
    Cause::Verdict(Verdict::Unreadable),
    Cause::Verdict(Verdict::Unverified),
    Cause::Fault(FaultKind::NotConnected),
    Cause::Fault(FaultKind::Broken),
    Cause::Fault(FaultKind::TimedOut),
    Cause::Fault(FaultKind::TooLarge),
    Cause::Fault(FaultKind::Redirected),
];

const PHASES: [Phase; 16] = [
    Phase::Sleeping,
    Phase::InFlight,
    Phase::Over(Ending::Settled { partial: false, revisable: false }),
    Phase::Over(Ending::Settled { partial: true, revisable: false }),
    Phase::Over(Ending::Settled { partial: false, revisable: true }),
    Phase::Over(Ending::Settled { partial: true, revisable: true }),
    Phase::Over(Ending::Milestone),
    Phase::Over(Ending::Deadline { asked: false }),
    Phase::Over(Ending::Deadline { asked: true }),
    Phase::Over(Ending::Tries),
    Phase::Over(Ending::Faults),
    Phase::Over(Ending::Unknown),
    Phase::Over(Ending::Request),
    Phase::Over(Ending::Vendor),
    Phase::Over(Ending::Unverified),
    Phase::Over(Ending::Cancelled),
];

const STATES: [State; 8] = [
    State::Pending,
    State::Running,
    State::NeedsInput,
    State::Succeeded,
    State::Rejected,
    State::Failed,
    State::Cancelled,
    State::Expired,
];

/// Bytes that are no saved wait, or one of another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadBytes;

impl fmt::Display for BadBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these bytes are no wait that this version has saved; start the wait anew")
    }
}

impl std::error::Error for BadBytes {}

impl Core {
    /// The length of a saved wait.
    pub const BYTES: usize = 61;

    /// Writes the wait down. The bytes hold no text, no URL and no secret.
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let codes = [
            self.throttles,
            self.streak,
            self.state.map_or(0, |state| code(&STATES, &state)),
            code(&PHASES, &self.phase),
            self.last.map_or(0, |cause| code(&CAUSES, &cause)),
            self.flags.0,
        ];
        let fields = [VERSION]
            .into_iter()
            .chain(self.seed.to_le_bytes())
            .chain(self.started.to_le_bytes())
            .chain(self.started_wall.to_le_bytes())
            .chain(self.due.to_le_bytes())
            .chain(self.floor.to_le_bytes())
            .chain(self.unknown_since.to_le_bytes())
            .chain(self.number.to_le_bytes())
            .chain(self.faults.to_le_bytes())
            .chain(codes);
        let mut bytes = [0; Self::BYTES];
        bytes.iter_mut().zip(fields).for_each(|(byte, field)| *byte = field);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote: under the same clock the wait goes on as if nothing had
    /// happened. In another process, call [`rebase`](Self::rebase) next.
    ///
    /// # Errors
    ///
    /// [`BadBytes`] where the bytes are not such.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadBytes> {
        let mut bytes = bytes;
        let [VERSION] = take(&mut bytes)? else { return Err(BadBytes) };
        let mut core = Core {
            seed: u64::from_le_bytes(take(&mut bytes)?),
            started: i64::from_le_bytes(take(&mut bytes)?),
            started_wall: i64::from_le_bytes(take(&mut bytes)?),
            due: i64::from_le_bytes(take(&mut bytes)?),
            floor: i64::from_le_bytes(take(&mut bytes)?),
            unknown_since: i64::from_le_bytes(take(&mut bytes)?),
            number: u32::from_le_bytes(take(&mut bytes)?),
            faults: u16::from_le_bytes(take(&mut bytes)?),
            throttles: 0,
            streak: 0,
            state: None,
            phase: Phase::Sleeping,
            last: None,
            flags: Flags::default(),
        };
        let [throttles, streak, state, phase, last, flags] = take(&mut bytes)?;
        (core.throttles, core.streak) = (throttles, streak);
        core.state = optional(&STATES, state)?;
        core.phase = optional(&PHASES, phase)?.ok_or(BadBytes)?;
        core.last = optional(&CAUSES, last)?;
        core.flags = Flags(flags);
        let fits = match core.phase {
            Phase::Over(Ending::Settled { .. }) => core.state.is_some_and(State::is_settled),
            Phase::Over(Ending::Faults) => core.last.is_some(),
            _ => true,
        };
        if fits && bytes.is_empty() && flags <= Flags::ALL { Ok(core) } else { Err(BadBytes) }
    }

    /// Moves the wait to another monotonic clock, after it was saved in one process and loaded in another. The wall
    /// clock tells how much time has passed; a request that was under way is taken for lost and asked again.
    pub fn rebase(&mut self, policy: &Policy, now: Now) {
        let passed = span(self.started_wall, nanos(now.wall));
        let started = nanos(now.mono).saturating_sub(nanos(passed));
        let shift = started.saturating_sub(self.started);
        self.started = started;
        if self.is_over() {
            return;
        }
        if self.unknown_since != NEVER {
            self.unknown_since = self.unknown_since.saturating_add(shift).max(NEVER + 1);
        }
        if self.phase == Phase::InFlight {
            self.phase = Phase::Sleeping;
            self.due = nanos(now.mono);
            self.floor = later(self.due, policy.gap());
        } else {
            self.due = self.due.saturating_add(shift);
            self.floor = self.floor.saturating_add(shift);
        }
    }
}

/// The position, counted from 1: 0 is free to mean none.
fn code<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let position = all.iter().position(|other| other == one).map_or(0, |position| position + 1);
    u8::try_from(position).unwrap_or(0)
}

fn optional<T: Copy>(all: &[T], code: u8) -> Result<Option<T>, BadBytes> {
    match code.checked_sub(1) {
        None => Ok(None),
        Some(position) => all.get(usize::from(position)).copied().map(Some).ok_or(BadBytes),
    }
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], BadBytes> {
    let (head, rest) = bytes.split_first_chunk().ok_or(BadBytes)?;
    *bytes = rest;
    Ok(*head)
}
