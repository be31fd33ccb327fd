//! The errors that end a wait: the reason, and what to do about it.

use std::time::Duration;

use jiff::SignedDuration;

use crate::attempt::Judged;
use crate::error::{Error, ErrorKind};
use crate::operation::Meta;
use crate::reply::Reply;
use crate::state::{State, Verdict};
use crate::transport::TransportFault;
use crate::wait::{Cause, Core, End, Policy};

/// What the last request brought, kept for updates, errors and the settled job.
#[derive(Default)]
pub(crate) struct Last {
    pub(crate) reply: Option<(Reply, Judged)>,
    /// Why the request after that reply brought none.
    pub(crate) fault: Option<TransportFault>,
}

/// The error that a wait ends with; `end` is not one of the two good ends.
pub(crate) fn failure(meta: &Meta, policy: &Policy, core: &Core, end: End, last: Last) -> Error {
    let (kind, text) = describe(policy, core, end, &last);
    let asked = match end {
        End::Deadline { asked } => asked,
        _ => None,
    };
    let fault = last.fault;
    let error = match &last.reply {
        Some((reply, judged)) => judged.error(meta, kind, text, core.number(), reply),
        None => Error::new(kind, text),
    };
    error.with(|inner| {
        inner.operation = Some((meta.vendor, meta.operation));
        inner.attempts = core.number();
        inner.state = core.state();
        inner.asked = asked;
        inner.source = fault.map(|fault| Box::new(fault) as _);
    })
}

fn describe(policy: &Policy, core: &Core, end: End, last: &Last) -> (ErrorKind, String) {
    let poll = policy.poll();
    let deadline = spell(poll.deadline);
    let so_far = so_far(core.state(), core.number());
    match end {
        End::Deadline { asked: Some(asked) } => {
            let asked = spell(asked);
            let remedy = format!("raise `deadline`, or wait again in {asked}");
            let text =
                format!("the vendor asks to wait {asked}, beyond the deadline of {deadline}; {so_far}; {remedy}");
            (ErrorKind::Deadline, text)
        }
        End::Deadline { asked: None } => {
            let (last, remedy) = match last_trouble(last) {
                Some(trouble) => (format!("; {trouble}"), "see to that first, or wait again later"),
                None => (String::new(), "raise `deadline`, or wait again later"),
            };
            (ErrorKind::Deadline, format!("not settled within {deadline}; {so_far}{last}; {remedy}"))
        }
        End::Tries => {
            let text = format!("all tries are used up; {so_far}; raise `tries` or `every`, or wait again later");
            (ErrorKind::Tries, text)
        }
        End::Faults(cause) => {
            let why = match (cause, last) {
                (Cause::Fault(kind), _) => kind.as_str().to_owned(),
                (Cause::Verdict(_), Last { reply: Some((reply, judged)), .. }) => why_faulty(reply, judged),
                (Cause::Verdict(verdict), _) => verdict.to_string(),
            };
            let faults = poll.faults.saturating_add(1);
            let remedy = "see whether the vendor is up and the network lets it be reached, or raise `faults`";
            (ErrorKind::Faults, format!("faults in a row: {faults}, the last one: {why}; {so_far}; {remedy}"))
        }
        End::Unknown => {
            let long = spell(poll.unknown_for);
            let remedy = "add the word (`Error::vendor_word`) to the spec's `states`, or raise `unknown_for`";
            let text = format!("for {long} the vendor told no state that the spec knows; {so_far}; {remedy}");
            (ErrorKind::Unknown, text)
        }
        End::Vendor | End::Request | End::Unverified => match (&last.fault, &last.reply) {
            (None, Some((reply, judged))) => refusal(reply, judged),
            (Some(fault), _) => (
                ErrorKind::Request,
                format!("{fault}; give the transport a client that follows no redirect, and renew what it has sent"),
            ),
            (None, None) => (ErrorKind::Request, "the vendor refused the request".to_owned()),
        },
        End::Cancelled | End::Settled { .. } | End::Milestone => {
            (ErrorKind::Cancelled, format!("cancelled by its caller; {so_far}; the job goes on at the vendor"))
        }
    }
}

/// Kind and text for a reply that ends a call by what it says.
pub(crate) fn refusal(reply: &Reply, judged: &Judged) -> (ErrorKind, String) {
    let http = http(reply);
    let reason = judged.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
    match judged.seen.verdict {
        Verdict::Unverified => {
            let remedy = "no state is taken from it; check the key, and that nothing between changes replies";
            (ErrorKind::Unverified, format!("the reply's proof is missing or wrong{reason}; {remedy}"))
        }
        Verdict::CredentialExpired => {
            let remedy = "give one that is valid, or a provider that fetches a fresh one";
            (ErrorKind::Request, format!("the vendor does not take the credential{http}{reason}; {remedy}"))
        }
        Verdict::Throttled => {
            let remedy = "call again later, and less often";
            (ErrorKind::Throttled, format!("the vendor asks for fewer requests{http}{reason}; {remedy}"))
        }
        Verdict::Transient => (ErrorKind::Faults, format!("{}; call again later", why_faulty(reply, judged))),
        Verdict::Unreadable => {
            (ErrorKind::Decode, format!("{}; mend the spec, or read the reply's body", why_faulty(reply, judged)))
        }
        _ if judged.seen.vendor_error => {
            let code = judged.code.as_deref().filter(|code| is_plain(code));
            let code = code.map(|code| format!(", code `{code}`")).unwrap_or_default();
            let remedy = "see `Error::vendor_code` and `Error::vendor_message`";
            (ErrorKind::Vendor, format!("the vendor answered with an error{http}{code}{reason}; {remedy}"))
        }
        _ => {
            let remedy = "asking again cannot help: check the inputs, the credentials and the base URL";
            (ErrorKind::Request, format!("the vendor refused the request{http}{reason}; {remedy}"))
        }
    }
}

/// What kept the last reply from telling a state.
fn last_trouble(last: &Last) -> Option<String> {
    match (&last.fault, &last.reply) {
        (Some(fault), _) => Some(format!("the last request: {fault}")),
        (None, Some((reply, judged))) => match judged.seen.verdict {
            Verdict::Throttled => Some(format!("the vendor asks for fewer requests{}", http(reply))),
            Verdict::Transient | Verdict::Unreadable => Some(why_faulty(reply, judged)),
            _ => None,
        },
        (None, None) => None,
    }
}

fn why_faulty(reply: &Reply, judged: &Judged) -> String {
    let http = http(reply);
    let reason = judged.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
    match judged.seen.verdict {
        Verdict::Unreadable => format!("the reply has not its declared shape{http}{reason}"),
        _ => format!("the vendor has a passing fault{http}{reason}"),
    }
}

fn http(reply: &Reply) -> String {
    format!(" (HTTP {})", reply.status().as_u16())
}

/// Short and harmless: a code of the vendor that may stand in a message.
fn is_plain(code: &str) -> bool {
    code.len() <= 64 && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

fn so_far(state: Option<State>, requests: u32) -> String {
    let requests = if requests == 1 { "1 request".to_owned() } else { format!("{requests} requests") };
    match state {
        Some(state) => format!("last state `{state}` after {requests}"),
        None => format!("no state told in {requests}"),
    }
}

/// A duration as a spec writes it: `1h 30m`.
pub(crate) fn spell(duration: Duration) -> String {
    SignedDuration::try_from(duration).map_or_else(|_| format!("{duration:?}"), |duration| format!("{duration:#}"))
}
