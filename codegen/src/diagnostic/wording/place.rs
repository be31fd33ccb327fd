//! Places of a reply, and facts about them.

use super::{Problem, Wording, say};
use crate::source::Span;

impl Problem {
    pub(super) fn of_place(&self, span: Span) -> Option<Wording> {
        Some(match self {
            Problem::NoReplyHere { name } => say(format!("`{name}` is used before there is a reply"), "no reply yet")
                .help("only `verify`, `tells`, `pin` and an error's `message` and `code` read the reply"),
            Problem::OnlyReplyHere { name, word } => {
                let bare = name.strip_prefix("reply.").or_else(|| name.strip_prefix("event.")).unwrap_or(name);
                say(format!("`{name}` is not a place of the {word}"), format!("expected `{word}.` and a path"))
                    .help(format!("write `{{{word}.{bare}}}` if the {word} has it"))
            }
            Problem::StructureTold { path } => {
                say(format!("`{path}` is no text, and a message or a code is one"), "an object or a list")
                    .help("name a place in it, or several of which the first that is there is told")
            }
            Problem::NoTime { path, ty } => say(format!("`{path}` is {ty}, and tells no time"), "no time")
                .help("declare it as `seconds`, `millis`, `timestamp`, `unix_seconds` or `unix_millis`; a plain number counts seconds"),
            Problem::UntypedTime { header } => {
                say(format!("how does the header `{header}` tell the time?"), "a length of time, or a moment?")
                    .help(format!("say it under `reply_headers`, as in `{header}: seconds` or `{header}: unix_seconds`"))
            }
            Problem::UnknownFact { subject, of } => {
                let wording = say(format!("`{subject}` is not a fact that rules can ask for here"), "unknown fact");
                match *of {
                    "item" => wording.help("a condition on elements asks for paths into the element"),
                    "page" => wording.help("`while` asks for paths into the body of the page"),
                    _ => wording.help(
                        "rules ask for paths into the body, `$http`, `$header.<name>`, `$input.<name>`, and in `states` for `$error` and `$error.<path>`",
                    ),
                }
            }
            Problem::NoBodyHere { path } => {
                say(format!("there is no body in which `{path}` could stand"), "this error has no `body`")
                    .help("declare the error's `body`, or ask for `$http` or `$header.<name>`")
            }
            Problem::NoErrorShape {} => say("no error is declared", "`$error` is the body of a declared error")
                .help("declare how errors look, with a `body`, under `errors`"),
            Problem::SecretTested { name } => {
                say(format!("the secret `{name}` cannot be tested by a rule"), "a secret")
                    .help("a proof that a reply carries belongs to `verify`")
            }
            Problem::StructureTested { name } => say(format!("rules cannot look into the input `{name}`"), "not a scalar")
                .help("rules ask for inputs that are one text, number or boolean"),
            Problem::MatcherMisfit { path, matcher, takes, ty, declared } => {
                let wording = say(format!("`{path}` is {ty}, and `{matcher}` takes {takes}"), format!("not {takes}"))
                    .declared(*declared, "because of this type");
                match (*matcher, ty.as_str()) {
                    ("length", "a list" | "a map") => wording.help("elements are counted by `count`"),
                    ("count", "a `string`") => wording.help("the characters of a text are counted by `length`"),
                    _ => wording,
                }
            }
            Problem::CannotCompare { path, ty, other, declared } => {
                say(format!("`{path}` is {ty} and cannot be the same as {other}"), format!("this is {other}"))
                    .declared(*declared, "because of this type")
                    .help("two texts, two whole numbers, two numbers or two booleans can be compared")
            }
            Problem::BoundByName { path, name, declared } => {
                say(format!("`{path}` is a number, which cannot be held against `{name}`"), "not a number")
                    .declared(*declared, "because of this type")
                    .help("numbers have bounds that the spec says; moments may be held against each other")
            }
            Problem::NoMoment { path, ty, other, declared } => {
                say(format!("`{path}` is {ty}, and {other} is no moment"), format!("this is {other}"))
                    .declared(*declared, "because of this type")
                    .help("declare it as `timestamp`, `unix_seconds` or `unix_millis`; an input or a setting is a `string` in RFC 3339")
            }
            Problem::OutOfSight { name, of } => {
                let wording = say(format!("`{name}` is not known here"), "out of sight");
                match *of {
                    "item" => wording.help(
                        "a condition on elements is compared with `{item.<path>}`, an input or a setting; the rest of the reply is read after the element",
                    ),
                    "error" => wording.help("a declared error is compared with words, inputs and settings"),
                    "page" => wording.help("`while` compares with words and numbers"),
                    "outside" => wording.help("turn it round: `{ path: \"{name}\" }` asks for a place of the body"),
                    "number" => wording.help("what is counted is compared with a number"),
                    _ => wording.help("compare with `{reply.<path>}`, an input or a setting"),
                }
            }
            Problem::AmbiguousPlace { path } => {
                say(format!("`{path}` means different things in different shapes"), "which of them is meant?")
                    .help("give the place one type, or ask for it in each shape by facts that only that shape has")
            }
            Problem::HiddenTold { path } => say(format!("`{path}` is secret or sensitive and would be shown"), "is told")
                .help("tell another place, or declare it without `secret` and `sensitive`"),
            Problem::StatusSettles { verdict } => {
                say(format!("`{verdict}` rests on a server's fault alone"), "a 5xx reply says nothing about the job")
                    .help("add a fact of the body, of `$error` or of a header, or keep `$http` below 500")
            }
            Problem::RejectedByNobody {} => {
                say("`rejected` rests on nothing that the vendor says", "no fact of a body")
                    .note("a person would be turned down because of a page that anybody between may have sent")
                    .help("add a fact of the body, or of `$error.<path>`, that something stands there")
            }
            Problem::NeedsUnsigned { verdict } => {
                say(format!("`{verdict}` settles on replies that carry no proof"), "proofs are checked under 2xx only")
                    .help("say `unsigned: true` beside the verdict, if such a reply is to be believed")
            }
            Problem::BadPath { path } => say(format!("`{path}` is not a path"), "not a path").help(
                "names and list positions joined by dots, as in `jobs.0.state`; double quotes around a name with a dot",
            ),
            Problem::UnknownPath { path, part, within, known, similar } => {
                let wording = say(format!("there is no `{part}` in {within}"), format!("`{path}` leads nowhere"));
                // Where the text is written with escapes, all of it is marked, and no edit would be right.
                let exact = (span.end - span.start) as usize == part.len();
                match part.contains('[') {
                    true => wording.help("a position in a list is a step of its own, as in `jobs.0.state`"),
                    false => wording.similar("a member", if exact { similar } else { &None }, span, known),
                }
            }
            Problem::PathThroughList { path, at } => {
                let list = if at.is_empty() { "the body".to_owned() } else { format!("`{at}`") };
                say(format!("the path `{path}` runs through a list"), format!("{list} is a list")).help(
                    "name a position, as in `jobs.0.state`, in templates `-1` for the last one, or ask about the elements with `any`, `all` or `none`",
                )
            }
            Problem::LastInRule { path } => {
                say(format!("`{path}` leads to the last element of a list, which rules cannot ask for"), "not in rules")
                    .help("ask about the elements with `any`, `all` or `none`, or for one by its position from the start")
            }
            Problem::PathThroughScalar { path, at, ty } => {
                let place = if at.is_empty() { "the body".to_owned() } else { format!("`{at}`") };
                say(format!("the path `{path}` runs through {place}, which has no members"), format!("{place} is {ty}"))
            }
            _ => return None,
        })
    }
}
