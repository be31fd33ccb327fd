//! What is sent.

use super::{Problem, Wording, say};

impl Problem {
    pub(super) fn of_request(&self) -> Option<Wording> {
        Some(match self {
            Problem::OptionalInText { name } => {
                say(format!("the optional `{name}` cannot be left out here"), "what is sent where it is?").help(
                    "give it a default, or let it stand alone in a member, a header or a query parameter, or within one text of a `join`, which is then left out",
                )
            }
            Problem::SeveralInText { name, is_list } => match is_list {
                true => say(format!("the list `{name}` cannot stand in a text"), "several texts, not one")
                    .help("send it alone, as a query parameter, a member of a form or of JSON, or make one text of it by a value with `join`"),
                false => say(format!("the JSON `{name}` cannot stand in a text"), "no text")
                    .help("send it as a whole member of `json`, or make a text of it by a value with `json_text`"),
            },
            Problem::ReadsTooLate { place } => {
                say("this reads a part of the request that does not exist yet", format!("in {place}"))
                    .help("a request is made in this order: path, body, query, headers; each may read what is before it, and the last query parameter the query before it")
            }
            Problem::ReadsTwoQueries { name } => {
                say(format!("`{name}` reads the query, and both the last query parameter and a header are made of it"), "which query?")
                    .help("the parameter sees the query without itself, the header sees all of it: use a second value for the header")
            }
            Problem::HeaderNotSent { name } => {
                say(format!("the header `{name}` is read and not sent"), "not a header of this request")
                    .help("declare it under `headers`")
            }
            Problem::NoPlaceForCredential { name, place, misses, at } => {
                say(format!("this operation has no place for the credential `{name}`"), "sends no such body")
                    .at(*at, format!("goes into {place}"))
                    .help(format!("give it `{misses}`, or an `auth` of its own"))
            }
            Problem::MemberTwice { name, at } => {
                say(format!("the member `{name}` of the body carries a credential already"), "has it in its body too")
                    .at(*at, "the credential")
                    .help("take it out of the body, or override the operation's `auth`")
            }
            Problem::NoDefault {} => say("there can be no default here", "not used").help("take it out"),
            Problem::NotOneName { found } => {
                say(format!("expected one name in braces, found `{found}`"), "nothing else may stand here")
                    .help("as in `\"{reply.signature}\"`")
            }
            Problem::ValueCycle { name } => {
                say(format!("the value `{name}` needs itself"), "comes round to itself here")
            }
            Problem::ConstantDigest {} => {
                say("this digest is of the same text for every request", "there is no name in braces here")
                    .help("a value stands in single braces, as in `{timestamp}`; `{{` and `}}` are braces")
            }
            Problem::UselessKey { key, function } => {
                say(format!("`{key}` says nothing beside `{function}`"), format!("not used by `{function}`"))
                    .help("take it out")
            }
            Problem::QueryTwice { name } => {
                say(format!("the query parameter `{name}` carries a credential already"), "would be sent beside it")
                    .help("take it out, or override the operation's `auth`")
            }
            Problem::HeaderTwice { name, first } => match first {
                Some(first) => {
                    say(format!("the header `{name}` is set twice"), "set again here").at(*first, "set here")
                }
                None => say(format!("the header `{name}` carries a credential already"), "would replace it")
                    .help("take it out, or override the operation's `auth`"),
            },
            Problem::InputType { found, expected } => {
                say(format!("callers cannot give {found}"), format!("expected {expected}"))
            }
            Problem::SecretDefault {} => {
                say("a secret cannot have a default", "would be in the program's text").help("let the caller give it")
            }
            Problem::ChoiceNotOptional { name, declared } => {
                say(format!("`{name}` is one of a choice and must be optional"), "one of a choice")
                    .declared(*declared, "declared here, without `?`")
                    .patch("declare it with `?`", *declared, format!("\"{name}?\""))
            }
            Problem::BadHeaderName { name } => {
                say(format!("`{name}` cannot be the name of a header"), "not a header name")
            }
            Problem::PathWithoutSlash { path } => {
                say(format!("the path `{path}` does not start with one `/`"), "expected `/` and a name")
                    .help("the path is appended to the server's base URL")
            }
            Problem::PathCharacter { character } => {
                let shown = match character {
                    ' ' => "a space".to_owned(),
                    c if c.is_control() => format!("`{}`", c.escape_default()),
                    c => format!("`{c}`"),
                };
                say(format!("a path cannot hold {shown}"), "not allowed in a path").help(match character {
                    '?' => "declare query parameters under `query`",
                    _ => "write the path as it is sent, percent-encoded",
                })
            }
            Problem::BytesInText { name } => {
                say(format!("the bytes `{name}` cannot stand in a text"), "no text")
                    .help(format!("send them as the body, `bytes: \"{{{name}}}\"`, or as a part of a `multipart` body"))
            }
            Problem::NotBytes { name } => {
                say(format!("`{name}` is not an input that is `bytes`"), "not bytes")
                    .help(format!("declare it: `input: {{ {name}: bytes }}`; for a text write `text`"))
            }
            Problem::FilenameWithoutFile {} => say("only files have a `filename`", "this part is JSON")
                .help("leave it out, or send a file: `bytes` in place of `json`"),
            Problem::ContentTypeOfParts {} => {
                say("a `multipart` body says itself how it is cut into parts", "another media type would hide that")
                    .help("leave this header out; the `type` of a part is that part's own")
            }
            Problem::OptionalSetting { name } => {
                say(format!("the setting `{name}` cannot be left out"), "with a question mark")
                    .help("leave out the `?`: settings that may be missing are `string`, `secret` or an enum, without a default")
            }
            _ => return None,
        })
    }
}
