//! Names: of types, fields, things that are not there.

use super::{Problem, Wording, list, say};
use crate::source::Span;

impl Problem {
    pub(super) fn of_name(&self, span: Span) -> Option<Wording> {
        Some(match self {
            Problem::NameCollision { what, rust, other, first } => match first {
                None => say(format!("{what} cannot be `{rust}` in Rust, which is {other}"), "choose another name"),
                Some(first) => say(format!("{what} and {other} are both `{rust}` in Rust"), format!("also `{rust}`"))
                    .at(*first, format!("`{rust}` is taken here"))
                    .help("choose another name for one of them"),
            },
            Problem::ReservedName { what, rust } => {
                say(format!("{what} cannot be `{rust}` in Rust"), "reserved for Rust or for the client itself")
                    .help(format!("say what it belongs to, as in `Job{rust}`"))
            }
            Problem::NoRustName { text } => {
                say(format!("no Rust name can be made of `{text}`"), "has no letter or digit")
                    .help("names need an ASCII letter or digit")
            }
            Problem::BadTypeName { name, suggestion } => {
                let wording = say(format!("the type name `{name}` is not in camel case"), "becomes a name of Rust");
                match suggestion {
                    Some(better) => wording.patch("write it in camel case", span, better.clone()),
                    None => wording.help("as in `JobStatus`"),
                }
            }
            Problem::DuplicateWord { word, first } => {
                say(format!("the word `{word}` is listed twice"), "listed again here").at(*first, "listed here")
            }
            Problem::NameTaken { name, by } => say(format!("`{name}` is the name of {by} too"), "means two things")
                .help("choose another name for one of them"),
            Problem::UnknownType { name, similar } => {
                let wording = say(format!("there is no type `{name}`"), "not a type");
                let known =
                    crate::model::types::SCALARS.iter().map(|(name, _)| *name).chain([crate::model::types::URL]);
                let known: Vec<_> = known.map(str::to_owned).collect();
                match similar {
                    _ if name == "bytes" => wording.help(
                        "`bytes` are an input by themselves, not in a list, or the whole of a `reply`: ask for each file by an input of its own",
                    ),
                    _ if name.contains(['[', '{']) => wording.help(
                        "a list or an object has no word before it: name it under `types`, as in `Words: [Word]`, and say `sensitive Words`",
                    ),
                    Some(_) => wording.similar("a type", similar, span, &known),
                    None => wording.help(format!("expected a name of `types`, or one of {}", list(&known))),
                }
            }
            Problem::UnreachableMember { ty } => {
                say(format!("`{ty}` can never be taken in this union"), "an earlier member takes all that it would")
                    .help("members are tried in order: put the narrower one first")
            }
            Problem::TooManyTypes { limit } => {
                say(format!("a vendor has at most {limit} named types"), "one too many").help("split the vendor")
            }
            Problem::EndlessType { name } => say(format!("the type `{name}` holds itself"), "has no end")
                .help("put an object with a list or a map between, as in `Node: { below: [Node] }`"),
            Problem::Unused { what, name } => {
                say(format!("the {what} `{name}` is not used"), "nothing uses it").help("remove it, or use it")
            }
            Problem::UnknownProfile { name, known, similar } => {
                say(format!("there is no profile `{name}`"), "not a profile")
                    .similar("a profile", similar, span, known)
                    .note(format!(
                        "it may stand under `profiles`, or in the file `profiles/{name}.yaml` beside the spec"
                    ))
            }
            Problem::ProfileInProfile {} => say("a profile cannot use another one", "a profile of a profile")
                .help("write the keys here: what holds must be readable in two places"),
            Problem::NoOperations {} => say("a vendor needs at least one operation", "there is none for this vendor")
                .help("declare one under `operations`"),
            Problem::UnknownName { name, similar } => {
                // Where the text is written with escapes, all of it is marked, and no edit would be right.
                let exact = (span.end - span.start) as usize == name.len();
                say(format!("`{name}` stands for nothing here"), "not a known name")
                    .similar("a name", if exact { similar } else { &None }, span, &[])
                    .note("a name in braces is an input of the operation, a setting, a value, or a token's field")
            }
            _ => return None,
        })
    }
}
