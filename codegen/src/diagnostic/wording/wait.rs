//! How to wait, and examples.

use super::{Problem, Wording, say};

impl Problem {
    pub(super) fn of_wait(&self) -> Wording {
        match self {
            Problem::FasterThanLimit { every, limit, at } => {
                say(format!("asking every {every} is faster than the vendor's limit of {limit}"), "too fast")
                    .at(*at, "the limit")
            }
            Problem::PerWithoutWait {} => {
                say("`per: job` stands in an operation that nobody waits for", "no wait asks this more than once")
                    .note("a job's `status` is waited for, and whatever has `states` and is safe to repeat")
                    .help("let it stand there, or take it out")
            }
            Problem::OutOfRange { key, text, range } => {
                say(format!("`{key}` is {text}, expected {range}"), format!("expected {range}"))
            }
            Problem::NotSafeToPoll { operation, said } => {
                let wording = say(
                    format!("`{operation}` is not safe to repeat, and says how to wait"),
                    "waiting asks again and again",
                );
                let wording = match said {
                    Some(said) => wording.at(*said, "said here"),
                    None => wording.note("POST and PATCH are not safe to repeat unless the spec says so"),
                };
                wording.help("say `safe_to_repeat: true` if asking again changes nothing, or take `poll` out")
            }
            Problem::GrowsForever {} => say("`grow` without `at_most` has no bound", "grows forever")
                .help("say where it stops, as in `at_most: 1m`"),
            Problem::NoDeadline {} => say("a wait needs a deadline", "`deadline` is missing here")
                .help("say when to stop waiting, as in `poll: { deadline: 10m }`"),
            Problem::GivenMismatch { name, text, expected } => {
                say(format!("the input `{name}` can never be `{text}`"), format!("expected {expected}"))
            }
            Problem::ExampleFile { path, reason } => {
                say(format!("the example `{path}` cannot be read: {reason}"), "named here")
                    .help("the path is relative to the spec's folder")
            }
            Problem::ExampleContradicted { expected, found, rule, reason } => {
                let wording = say(format!("this example means `{found}`, not `{expected}`"), "not what comes out");
                let wording = match rule {
                    Some(rule) => wording.at(*rule, "this rule decides"),
                    None => wording,
                };
                match (reason, rule) {
                    (Some(reason), _) => wording.note(reason.clone()),
                    (None, Some(_)) => wording,
                    (None, None) => wording.note("no rule of `states` is asked about this reply"),
                }
            }
            Problem::ExampleDetail { key, expected, found } => match found {
                Some(found) => {
                    say(format!("the `{key}` of this example is `{found}`, not `{expected}`"), "not what comes out")
                }
                None => say(format!("this example tells no `{key}`, expected `{expected}`"), "nothing comes out"),
            },
            Problem::OfReply { key } => {
                say(format!("`{key}` says what a reply is, and this example is a request"), "of a reply")
                    .help("beside `request` stands `given` alone; what is sent is said under `request`")
            }
            Problem::RequestContradicted { place, expected, found } => {
                let title = match found {
                    Some(found) => format!("{place} is `{found}`, not `{expected}`"),
                    None => format!("{place} is not sent, expected `{expected}`"),
                };
                say(title, "not what is sent").help("`settled request` shows what each value is made of")
            }
            Problem::RequestUnmade { reason } => {
                say(format!("this request cannot be made: {reason}"), "cannot be made")
            }
            _ => say(self.name(), ""),
        }
    }
}
