//! What a handler of events does with one.

use settled_codegen::model::Verdict;

/// How the vendor is best answered, and what else there is to do.
pub(crate) fn answer(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::State(_) => "200; the event says a state, and a push wakes a wait for the job at once",
        Verdict::Unverified => "401; nothing in the event is to be believed",
        Verdict::OtherEvent => "200, or give it to the webhook of its kind",
        Verdict::Unreadable => "500; `receive` is an error of kind `Decode`, until the spec is mended",
        Verdict::Unknown
        | Verdict::Throttled
        | Verdict::Transient
        | Verdict::CredentialExpired
        | Verdict::RequestError
        | Verdict::Unchanged => {
            "200; the event says no state, and is a reason to ask: a push wakes a wait for the job at once"
        }
    }
}
