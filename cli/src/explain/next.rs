//! What a wait does after a reply: the runtime's own core says so.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use settled::wait::{Action, Core, End, Event, Policy, Seen, retry_after};
use settled::{Limits, Now, Poll, Reply, State, Verdict};
use settled_codegen::eval::{Judged, Observed};
use settled_codegen::model::{self, Operation};

use crate::output::time;

/// Earlier requests that are played through to find the pace at the time of the reply.
const MAX_EARLIER: u32 = 10_000;

/// The next request.
pub(crate) struct Next {
    /// How long until then; `None` where there is none.
    pub(crate) after: Option<Duration>,
    /// The same in words.
    pub(crate) text: String,
}

impl Next {
    /// What follows a reply of this age, if the job ran in all replies before it.
    pub(crate) fn of(operation: &Operation, judged: &Judged, observed: &Observed<'_>) -> Self {
        let Some(poll) = operation.poll.as_ref().filter(|_| operation.can_wait()) else {
            return Next { after: None, text: "none, the operation is sent once".to_owned() };
        };
        let rule = judged.rule.and_then(|at| operation.reading.rules.get(at));
        if let Some(then) = rule.and_then(|rule| rule.then.as_ref()) {
            let text = format!("at once, of `{}`, which decides from then on", then.name.value);
            return Next { after: Some(Duration::ZERO), text };
        }
        let policy = policy(operation, poll);
        let (mut core, now) = asked(&policy, observed);
        let mut seen = seen(judged, observed);
        seen.every = rule.and_then(|rule| rule.every);
        seen.confirm = rule.map_or(1, |rule| rule.confirm);
        let number = core.number();
        core.handle(&policy, now, Event::Reply { number, seen });
        match drive(&mut core, &policy, now) {
            Ok(then) => {
                let after = then.mono.saturating_sub(now.mono);
                Next { after: Some(after), text: in_words(after, judged, poll) }
            }
            Err(end) => Next { after: None, text: format!("none, {}", why(end, poll)) },
        }
    }
}

/// The pace of an operation, without its jitter.
fn policy(operation: &Operation, poll: &model::Poll) -> Policy {
    let mut pace = Poll::new(poll.deadline);
    pace = poll.first.map_or(pace, |first| pace.with_first(first));
    pace = poll.every.map_or(pace, |every| pace.with_every(every));
    pace = poll.at_most.map_or(pace, |at_most| pace.with_at_most(at_most));
    pace = poll.grow.map_or(pace, |grow| pace.with_grow(grow));
    pace = poll.tries.map_or(pace, |tries| pace.with_tries(tries));
    pace = poll.faults.map_or(pace, |faults| pace.with_faults(faults));
    Policy::new(&pace, &Limits::new(operation.limits.min_interval), true)
}

/// A wait whose last request before this age is under way, and the moment of the reply.
fn asked(policy: &Policy, observed: &Observed<'_>) -> (Core, Now) {
    let start = Now { mono: Duration::ZERO, wall: wall(observed).saturating_sub(observed.age) };
    let mut core = Core::new(policy, start, 0);
    let mut now = start;
    let mut under_way = core;
    while let Ok(then) = drive(&mut core, policy, now) {
        if core.number() > 0 && (then.mono > observed.age || core.number() >= MAX_EARLIER) {
            break;
        }
        let number = core.number() + 1;
        core.handle(policy, then, Event::Sent { number });
        (under_way, now) = (core, then);
        core.handle(policy, now, Event::Reply { number, seen: Seen::new(Verdict::State(State::Running)) });
    }
    (under_way, at(now, now.mono.max(observed.age)))
}

/// Passes the time until a request may go out, or says how the wait ends before.
fn drive(core: &mut Core, policy: &Policy, mut now: Now) -> Result<Now, End> {
    loop {
        match core.poll(policy, now) {
            Action::Send { .. } => return Ok(now),
            Action::Done(end) => return Err(end),
            Action::Sleep { until } | Action::AwaitReply { until } => now = at(now, until),
            Action::Update(_) => {}
        }
    }
}

/// A later moment.
fn at(now: Now, mono: Duration) -> Now {
    Now { mono, wall: now.wall + mono.saturating_sub(now.mono) }
}

/// When the reply came: a recorded one says so.
fn wall(observed: &Observed<'_>) -> Duration {
    let date = observed.headers.iter().find(|(name, _)| name == "date");
    let date = date.and_then(|(_, value)| httpdate::parse_http_date(value).ok());
    date.unwrap_or_else(SystemTime::now).duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// The judgement as the core takes it.
fn seen(judged: &Judged, observed: &Observed<'_>) -> Seen {
    let word = judged.verdict.as_str();
    let state = State::ALL.into_iter().find(|state| state.as_str() == word);
    let verdict = match (state, judged.verdict) {
        (Some(state), _) => Verdict::State(state),
        (None, model::Verdict::Throttled) => Verdict::Throttled,
        (None, model::Verdict::Transient) => Verdict::Transient,
        (None, model::Verdict::CredentialExpired) => Verdict::CredentialExpired,
        (None, model::Verdict::RequestError) => Verdict::RequestError,
        (None, model::Verdict::Unreadable) => Verdict::Unreadable,
        (None, model::Verdict::Unverified) => Verdict::Unverified,
        (None, model::Verdict::Unchanged) => Verdict::Unchanged,
        (None, model::Verdict::Unknown | model::Verdict::OtherEvent | model::Verdict::State(_)) => Verdict::Unknown,
    };
    let mut seen = Seen::new(verdict);
    seen.vendor_error = judged.code.is_some() || judged.message.is_some();
    seen.hint = retry_after(&reply(observed), Now { mono: Duration::ZERO, wall: wall(observed) });
    seen
}

fn reply(observed: &Observed<'_>) -> Reply {
    let mut headers = HeaderMap::new();
    for (name, value) in observed.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.append(name, value);
        }
    }
    Reply::new(StatusCode::from_u16(observed.status).unwrap_or_default(), headers, "")
}

fn in_words(after: Duration, judged: &Judged, poll: &model::Poll) -> String {
    let jitter = poll.jitter.filter(|jitter| *jitter > 0.0);
    let jitter = jitter.map_or(String::new(), |jitter| format!(", and up to {:.0} % later", jitter * 100.0));
    let beside = match judged.verdict {
        model::Verdict::CredentialExpired => {
            ", with the credential asked for anew; without a provider of one, the wait ends"
        }
        model::Verdict::Transient | model::Verdict::Unreadable => ", later after each fault in a row",
        model::Verdict::Throttled => ", later each time in a row",
        _ => "",
    };
    format!("in {}{jitter}{beside}", time(after))
}

/// Why no request follows.
fn why(end: End, poll: &model::Poll) -> String {
    let deadline = time(poll.deadline);
    match end {
        End::Settled { .. } => "the job is settled".to_owned(),
        End::Deadline { asked: Some(asked) } => {
            format!("the vendor asks to wait {}, and the deadline of {deadline} comes first", time(asked))
        }
        End::Deadline { asked: None } => format!("the deadline of {deadline} comes first"),
        End::Tries => "all tries are used up".to_owned(),
        End::Faults(_) => "this is one fault too many".to_owned(),
        End::Unknown => "the unknown word was waited out".to_owned(),
        End::Request => "the wait ends: the request is refused".to_owned(),
        End::Vendor => "the wait ends with the vendor's error".to_owned(),
        End::Unverified => "the wait ends: the proof is missing or wrong".to_owned(),
        End::Milestone | End::Cancelled => "the wait is over".to_owned(),
    }
}
