//! Files, and the form that a spec has.

use super::{Problem, Wording, say};
use crate::source::Span;

impl Problem {
    pub(super) fn of_file(&self) -> Option<Wording> {
        Some(match self {
            Problem::FileMissing { tried } => {
                let looked = tried.iter().map(|path| format!("looked for `{path}`"));
                looked
                    .fold(say("there is no such spec", ""), Wording::note)
                    .help("the path is relative to the package's Cargo.toml, or else to the calling file")
            }
            Problem::FileUnreadable { reason } => say(format!("the spec cannot be read: {reason}"), ""),
            Problem::NotUtf8 { at } => {
                say(format!("the spec is not UTF-8: byte {at} starts no character"), "").help("save the file as UTF-8")
            }
            Problem::TooLarge { bytes, limit } => {
                say(format!("the spec has {bytes} bytes, more than the {limit} that are read"), "the file is too large")
                    .help("move sample replies to files and name them with `file`")
            }
            Problem::Empty {} => say("the spec is empty", "").help("start with `vendor: Name`"),
            Problem::Syntax { message, brace } => {
                let wording =
                    say(format!("this is not YAML: {}", message.replace('`', "'")), "the reader stopped here");
                match message.as_str() {
                    _ if *brace => wording.help(
                        "inside `{ }` and `[ ]`, text with braces in it needs quotes, as in `{ get: \"/jobs/{job_id}\" }`",
                    ),
                    text if text.contains("mapping values") => wording.help("quote a text with `: ` in it"),
                    text if text.contains("tab") => wording.help("indent with spaces"),
                    _ => wording,
                }
            }
            Problem::SeveralDocuments {} => {
                say("a second document in one spec", "starts here").help("give each vendor a file of its own")
            }
            Problem::TooDeep { limit } => {
                say(format!("maps and lists stand more than {limit} deep in each other"), "one level too deep")
                    .help("give the inner parts names under `types`")
            }
            Problem::Anchor {} => say("anchors are not part of the spec language", "defined here")
                .help("give shared shapes a name under `types`"),
            Problem::Alias {} => say("aliases are not part of the spec language", "used here")
                .help("give shared shapes a name under `types`"),
            Problem::Tag {} => say("tags are not part of the spec language", "this value has a tag")
                .help("leave the tag out: a value gets its type from the place it stands in"),
            Problem::MergeKey {} => say("merge keys are not part of the spec language", "merged here")
                .help("write the keys out, or give the shared shape a name under `types`"),
            Problem::KeyNotText {} => say("a key must be text", "this key is a list or a map")
                .help("quote a key that starts with a bracket or a brace"),
            Problem::DuplicateKey { key, first } => {
                say(format!("duplicate key `{key}`"), "repeated here").at(*first, "first given here")
            }
            _ => return None,
        })
    }

    pub(super) fn of_form(&self, span: Span) -> Option<Wording> {
        Some(match self {
            Problem::WrongKind { expected, found } => {
                let label = if *found == "nothing" { "nothing stands here" } else { &format!("this is {found}") };
                say(format!("expected {expected}, found {found}"), label)
            }
            Problem::UnknownKey { key, record, similar, known } => {
                let wording = say(format!("unknown key `{key}` in {record}"), format!("not a key of {record}"));
                match key.contains(' ') && similar.is_none() {
                    true => {
                        wording.help("inside `{ }`, a text with a comma in it needs quotes: this was read as a key")
                    }
                    false => wording.similar("a key", similar, span, known),
                }
            }
            Problem::MissingKey { key, record } => {
                let key = if key.contains(' ') { (*key).to_owned() } else { format!("`{key}`") };
                say(format!("{record} needs {key}"), format!("{key} is missing here"))
            }
            Problem::BadScalar { text, expected } => {
                let what = expected.split_once(" such as ").map_or(*expected, |(what, _)| what);
                say(format!("`{text}` is not {what}"), format!("expected {expected}"))
            }
            Problem::NotOneOf { word, what, known, similar } => {
                say(format!("`{word}` is not {what}"), format!("not {what}")).similar("one", similar, span, known)
            }
            Problem::UnquotedTemplate { name } => say(
                format!("`{{{name}}}` without quotes is a map in YAML"),
                "read as a map with one key",
            )
            .patch("quote it", span, format!("\"{{{name}}}\"")),
            Problem::BadTemplate { reason, label } => say(*reason, *label)
                .help("a name stands in braces, as in `{job_id}`; a brace itself is written `{{` or `}}`"),
            Problem::NotExactlyOne { expected, found } => say(format!("expected {expected}"), *found),
            Problem::NoFacts {} => say("a rule needs at least one fact", "there is none here")
                .help("name a path and what must stand there, or write `otherwise`"),
            Problem::UnknownVerdict { word, similar } => {
                let known: Vec<_> = crate::spec::VERDICTS.iter().map(|word| (*word).to_owned()).collect();
                say(format!("`{word}` is no verdict"), "not a verdict").similar("a verdict", similar, span, &known)
            }
            Problem::UnknownMatcher { word, similar } => {
                let known: Vec<_> = crate::spec::MATCHERS.iter().map(|word| (*word).to_owned()).collect();
                say(format!("`{word}` is no matcher"), "a map here is always a matcher")
                    .similar("a matcher", similar, span, &known)
                    .note("nesting is said by the path, as in `result.status: done`")
            }
            _ => return None,
        })
    }
}
