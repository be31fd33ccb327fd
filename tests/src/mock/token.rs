//! The tokens that a mock vendor gives out.

use std::collections::VecDeque;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};
use settled_codegen::model::{Lasts, SettingKind, TimeKind, Vendor};

use super::binding::Carried;
use super::reply::Prepared;
use super::sample::sample;
use super::slot::{at, printed};

/// How long a token lasts of which nobody says it.
const LIFE: Duration = Duration::from_secs(3600);

/// All tokens of a vendor, in the order of the model.
pub(super) struct Tokens(Vec<Token>);

/// One token of the spec: the replies in store for it, and all that were given out.
struct Token {
    replies: VecDeque<Prepared>,
    /// How long each lasts; `None` until it is revoked.
    life: Option<Duration>,
    given: Vec<Given>,
    /// The settings that its last reply replaced, by their positions among the secrets.
    replaced: Vec<(usize, String)>,
}

/// A token that was given out.
struct Given {
    fields: Vec<String>,
    ends: Option<Instant>,
    is_revoked: bool,
}

impl Tokens {
    /// None given out yet. `replies` are for each token of the vendor, `life` is how long all of them last.
    pub(super) fn new(vendor: &Vendor, replies: Vec<VecDeque<Prepared>>, life: Option<Duration>) -> Self {
        let token = |(token, replies): (&settled_codegen::model::Token, VecDeque<Prepared>)| {
            let own = match token.lasts {
                Lasts::For(time) => Some(time),
                Lasts::Reply(..) | Lasts::Jwt(_) => Some(LIFE),
                Lasts::UntilRefused => None,
            };
            Token { replies, life: life.or(own), given: Vec::new(), replaced: Vec::new() }
        };
        Tokens(vendor.tokens.iter().zip(replies).map(token).collect())
    }

    /// The next reply in store for a request for a token.
    pub(super) fn reply(&mut self, token: usize) -> Option<Prepared> {
        self.0[token].replies.pop_front()
    }

    /// The body of a reply with a new token: what the vendor would say, with `base` where it says a base URL.
    pub(super) fn body(&self, vendor: &Vendor, token: usize, base: &str) -> Option<Vec<u8>> {
        let (spec, own) = (&vendor.tokens[token], &self.0[token]);
        let view = &spec.operation.reading.answer;
        let mut body = sample(&spec.operation.reply, Some(view), &vendor.types);
        let count = own.given.len() + 1;
        let life = own.life.unwrap_or(LIFE);
        for field in &spec.fields {
            let text = match field.is_base {
                true => base.to_owned(),
                false => format!("{}-{count}-{}", spec.operation.name.value, unguessable()),
            };
            let mut put = |place: &mut Value| match place {
                Value::Number(_) => *place = Value::from(1000 + count),
                _ => *place = Value::from(text.as_str()),
            };
            at(view, &mut body, field.slot, &mut put).then_some(())?;
        }
        for (_, slot) in &spec.replaces {
            let next = format!("next-{count}-{}", unguessable());
            at(view, &mut body, *slot, &mut |place| *place = Value::from(next.as_str()));
        }
        let is_told = match spec.lasts {
            Lasts::Reply(slot, kind) => at(view, &mut body, slot, &mut |place| *place = told(place, kind, life)),
            Lasts::Jwt(slot) => at(view, &mut body, slot, &mut |place| *place = Value::from(jwt(life))),
            Lasts::For(_) | Lasts::UntilRefused => true,
        };
        is_told.then(|| body.to_string().into_bytes())
    }

    /// Writes down what a reply gave out, where it is a token.
    pub(super) fn give(&mut self, vendor: &Vendor, token: usize, body: &[u8], now: Instant) {
        let spec = &vendor.tokens[token];
        let Ok(mut body) = serde_json::from_slice::<Value>(body) else { return };
        let mut read = |slot: u16| {
            let mut found = None;
            at(&spec.operation.reading.answer, &mut body, slot, &mut |place| found = printed(place));
            found.filter(|text| !text.is_empty())
        };
        let fields: Option<Vec<_>> = spec.fields.iter().map(|field| read(field.slot)).collect();
        let replaced: Vec<_> =
            spec.replaces.iter().filter_map(|(secret, slot)| Some((*secret, read(*slot)?))).collect();
        let own = &mut self.0[token];
        own.replaced.extend(replaced);
        let ends = own.life.and_then(|life| now.checked_add(life));
        own.given.extend(fields.map(|fields| Given { fields, ends, is_revoked: false }));
    }

    /// The settings as they are now: replies may have replaced secrets.
    pub(super) fn settings(&self, vendor: &Vendor, first: &[String]) -> Vec<String> {
        let mut settings = first.to_vec();
        for (secret, text) in self.0.iter().flat_map(|token| &token.replaced) {
            let kind = SettingKind::Secret(*secret);
            if let Some(at) = vendor.settings.iter().position(|setting| setting.kind == kind) {
                settings[at].clone_from(text);
            }
        }
        settings
    }

    /// How many were given out.
    pub(super) fn given(&self, token: usize) -> usize {
        self.0[token].given.len()
    }

    /// No longer takes any of those given out so far.
    pub(super) fn revoke(&mut self) {
        self.0.iter_mut().flat_map(|token| &mut token.given).for_each(|given| given.is_revoked = true);
    }

    /// The tokens that a request may have been made with, by their numbers: the one of which a field stands in it; or
    /// else, where one only has part in what is computed, all of them, the last one first.
    pub(super) fn candidates(&self, token: usize, carried: &Carried) -> Vec<usize> {
        let given = &self.0[token].given;
        let hits = |given: &Given| {
            let pairs = given.fields.iter().zip(&carried.found);
            pairs.filter(|(field, found)| Some(*field) == found.as_ref()).count()
        };
        if carried.found.iter().any(Option::is_some) {
            let best = (0..given.len()).max_by_key(|number| hits(&given[*number]));
            return best.filter(|number| hits(&given[*number]) > 0).into_iter().collect();
        }
        (0..given.len()).rev().collect()
    }

    /// The fields of one that was given out.
    pub(super) fn fields(&self, token: usize, number: usize) -> Vec<String> {
        self.0[token].given[number].fields.clone()
    }

    /// Whether one that was given out is no longer taken.
    pub(super) fn is_stale(&self, token: usize, number: usize, now: Instant) -> bool {
        let given = &self.0[token].given[number];
        given.is_revoked || given.ends.is_some_and(|ends| ends <= now)
    }
}

/// A life, or its end, as the vendor writes it.
fn told(place: &Value, kind: TimeKind, life: Duration) -> Value {
    let end = now() + life;
    let whole = match kind {
        TimeKind::Seconds if place.is_f64() => return Value::from(life.as_secs_f64()),
        TimeKind::Timestamp => {
            let end = i64::try_from(end.as_millis()).ok().and_then(|end| Timestamp::from_millisecond(end).ok());
            return Value::from(format!("{:.3}", end.unwrap_or(Timestamp::MAX)));
        }
        TimeKind::Seconds => seconds(life),
        TimeKind::UnixSeconds => seconds(end),
        TimeKind::Millis => u64::try_from(life.as_millis()).unwrap_or(u64::MAX),
        TimeKind::UnixMillis => u64::try_from(end.as_millis()).unwrap_or(u64::MAX),
    };
    if place.is_string() { Value::from(whole.to_string()) } else { Value::from(whole) }
}

/// Whole seconds, rounded up.
fn seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}

/// The time since 1970.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// A JWT that nobody signed, with an end.
fn jwt(life: Duration) -> String {
    let claims = json!({ "exp": seconds(now() + life), "jti": unguessable() });
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.{}", part(r#"{"alg":"HS256","typ":"JWT"}"#), part(&claims.to_string()), part("unsigned"))
}

/// A text that no other token has.
fn unguessable() -> String {
    let word = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", word(), word())
}
