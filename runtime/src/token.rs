//! Tokens: credentials that the vendor hands out for a while.

use std::fmt;
use std::time::Duration;

use crate::error::DecodeError;
use crate::hints::Unit;
use crate::judge::{Reading, slots};
use crate::reply::Reply;
use crate::secret::Secret;
use crate::sign::jwt::expiry;
use crate::slot::printed;

/// A token as the vendor gave it: the fields of its reply that requests are made with, and how long they last.
#[derive(Clone)]
pub struct Token {
    pub(crate) fields: Box<[Secret]>,
    /// How long it lasts, or why that cannot be said.
    pub(crate) lasts: Result<Lasts, DecodeError>,
    /// What takes the place of secrets, each where the spec says one; empty where the reply has none.
    pub(crate) replaced: Vec<Secret>,
}

/// How long a token lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// So long from when it was asked for.
    For(Duration),
    /// Until this moment, counted from 1970.
    Until(Duration),
    /// Until the vendor refuses it.
    UntilRefused,
}

impl Token {
    /// A token of its fields, in the order of the spec.
    pub fn new(fields: impl Into<Box<[Secret]>>, lasts: Lasts) -> Self {
        Token { fields: fields.into(), lasts: Ok(lasts), replaced: Vec::new() }
    }
}

/// How long a token lasts, as its reply says it.
#[derive(Debug, Clone, Copy)]
pub enum Life {
    /// So long from when it was asked for.
    For(Duration),
    /// So long, or until the moment, as stands in this slot.
    Reply(u16, Unit),
    /// Until the `exp` of the JWT in this slot.
    Jwt(u16),
    /// Until the vendor refuses it.
    UntilRefused,
}

/// Reads a token from a reply's body: what stands in `fields`, for how long, and what takes the place of secrets.
pub fn token(
    reading: &'static Reading,
    body: &[u8],
    fields: &[u16],
    replaced: &[u16],
    life: Life,
) -> Result<Token, DecodeError> {
    let reply = Reply::ok(body.to_vec());
    let slots = slots(reading, &reply);
    let secret = |slot: &u16| Secret::new(printed(&slots, *slot).unwrap_or_default());
    let fields: Box<[Secret]> = fields.iter().map(secret).collect();
    let replaced = replaced.iter().map(secret).collect();
    let lasts = match life {
        Life::For(time) => Ok(Lasts::For(time)),
        Life::UntilRefused => Ok(Lasts::UntilRefused),
        Life::Reply(slot, unit) => printed(&slots, slot)
            .and_then(|text| unit.from(text, Duration::ZERO))
            .map(|time| match unit {
                Unit::Seconds | Unit::Millis => Lasts::For(time),
                Unit::UnixSeconds | Unit::UnixMillis | Unit::Timestamp => Lasts::Until(time),
            })
            .ok_or_else(|| DecodeError::new("the token does not say how long it lasts")),
        Life::Jwt(slot) => printed(&slots, slot)
            .and_then(expiry)
            .map(Lasts::Until)
            .ok_or_else(|| DecodeError::new("the token is no JWT with an `exp`")),
    };
    Ok(Token { fields, lasts, replaced })
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("lasts", &self.lasts).finish_non_exhaustive()
    }
}

/// When a token is asked for anew: a tenth of its life before it ends, and a minute at most.
const EARLY: Duration = Duration::from_secs(60);
/// After a refresh ahead of time that failed, the next one is not before this.
const AGAIN: Duration = Duration::from_secs(30);

/// A token in use: when it is to be asked for anew, and when it ends. Both on the monotonic clock.
#[derive(Clone)]
pub(crate) struct Held {
    pub(crate) fields: Box<[Secret]>,
    renew: Duration,
    ends: Duration,
}

impl Held {
    /// A token that was asked for at the moment `mono`, `wall`.
    pub(crate) fn new(token: Token, lasts: Lasts, mono: Duration, wall: Duration) -> Self {
        let life = match lasts {
            Lasts::For(life) => Some(life),
            Lasts::Until(end) => Some(end.saturating_sub(wall)),
            Lasts::UntilRefused => None,
        };
        let (renew, ends) = match life {
            Some(life) => (mono.saturating_add(life - EARLY.min(life / 10)), mono.saturating_add(life)),
            None => (Duration::MAX, Duration::MAX),
        };
        Held { fields: token.fields, renew, ends }
    }

    /// Whether it can be used, and need not be renewed yet.
    pub(crate) fn is_fresh(&self, mono: Duration) -> bool {
        mono < self.renew.min(self.ends)
    }

    /// Whether it can be used.
    pub(crate) fn is_valid(&self, mono: Duration) -> bool {
        mono < self.ends
    }

    /// The same, to be renewed a little later.
    pub(crate) fn put_off(&self, mono: Duration) -> Self {
        Held { renew: mono.saturating_add(AGAIN), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Duration = Duration::from_secs(1000);
    const WALL: Duration = Duration::from_secs(1_700_000_000);

    fn held(lasts: Lasts) -> Held {
        Held::new(Token::new([Secret::new("t")], lasts), lasts, START, WALL)
    }

    #[test]
    fn a_token_is_renewed_a_little_before_it_ends() {
        let after = |seconds: u64| START + Duration::from_secs(seconds);
        let hour = held(Lasts::For(Duration::from_secs(3600)));
        assert!(hour.is_fresh(after(3539)) && !hour.is_fresh(after(3540)));
        assert!(hour.is_valid(after(3599)) && !hour.is_valid(after(3600)));
        let minute = held(Lasts::Until(WALL + Duration::from_secs(60)));
        assert!(minute.is_fresh(after(53)) && !minute.is_fresh(after(54)) && minute.is_valid(after(59)));
        let late = minute.put_off(after(55));
        assert!(late.is_fresh(after(59)) && !late.is_fresh(after(60)));
    }

    #[test]
    fn one_without_an_end_is_used_until_it_is_refused_and_one_that_ended_never() {
        assert!(held(Lasts::UntilRefused).is_fresh(Duration::MAX - Duration::from_secs(1)));
        for over in [Lasts::For(Duration::ZERO), Lasts::Until(WALL - Duration::from_secs(1))] {
            assert!(!held(over).is_valid(START));
        }
    }

    #[test]
    fn debug_shows_no_field() {
        let token = Token::new([Secret::new("canary")], Lasts::UntilRefused);
        assert!(!format!("{token:?}").contains("canary"));
    }
}
