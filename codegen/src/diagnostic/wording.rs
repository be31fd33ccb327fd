//! How each problem is told: one sentence that says all, what stands under the place, and the way out.

use super::{Problem, Wording};
use crate::source::Span;

fn say(title: impl Into<String>, label: impl Into<String>) -> Wording {
    Wording { title: title.into(), label: label.into(), ..Wording::default() }
}

impl Wording {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.context.push((span, label.into()));
        self
    }

    /// As [`at`](Self::at), where the spec declares it: what every reply has is declared nowhere.
    fn declared(self, span: Span, label: impl Into<String>) -> Self {
        if span == Span::default() { self } else { self.at(span, label) }
    }

    fn patch(mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.patch = Some((title.into(), span, text.into()));
        self
    }

    /// Offers the nearest known word as an edit, or else says which words there are.
    fn similar(self, what: &str, similar: &Option<String>, span: Span, known: &[String]) -> Self {
        match similar {
            Some(word) => self.patch(format!("{what} with a similar name exists"), span, word.clone()),
            None if known.is_empty() => self,
            None => self.help(format!("expected one of {}", list(known))),
        }
    }
}

fn list(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

impl Problem {
    /// The words for this problem at its place.
    pub(super) fn wording(&self, span: Span) -> Wording {
        self.of_file()
            .or_else(|| self.of_form(span))
            .or_else(|| self.of_name(span))
            .or_else(|| self.of_request(span))
            .or_else(|| self.of_rule(span))
            .unwrap_or_else(|| self.of_wait())
    }

    fn of_file(&self) -> Option<Wording> {
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

    fn of_form(&self, span: Span) -> Option<Wording> {
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

    fn of_name(&self, span: Span) -> Option<Wording> {
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

    fn of_request(&self, span: Span) -> Option<Wording> {
        Some(match self {
            Problem::NoReplyHere { name } => say(format!("`{name}` is used before there is a reply"), "no reply yet")
                .help("only `verify`, `tells`, `pin` and an error's `message` and `code` read the reply"),
            Problem::OnlyReplyHere { name, word } => {
                let bare = name.strip_prefix("reply.").or_else(|| name.strip_prefix("event.")).unwrap_or(name);
                say(format!("`{name}` is not a place of the {word}"), format!("expected `{word}.` and a path"))
                    .help(format!("write `{{{word}.{bare}}}` if the {word} has it"))
            }
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
            Problem::ProvesNothing { name } => say(format!("`{name}` proves nothing"), "no secret has part in it")
                .help("name a value made by `hmac_sha1`, `hmac_sha256` or `hmac_sha512`, or a text with a setting in it that is a `secret`"),
            Problem::ValueInProof { name } => {
                say(format!("a proof cannot be made of `{name}`"), "not what came, and not of it")
                    .help("use what came, settings, inputs, and values of these by `sha256`, `sha512`, an HMAC, `base64`, `join` or `lines`")
            }
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
            Problem::BadBaseUrl { url, reason } => say(
                format!("`{url}` cannot be a base URL: {reason}"),
                "expected a URL such as `https://api.acme.example/v1`",
            ),
            Problem::TokenInBaseUrl { name } => {
                say(format!("`{name}` is a base URL only by itself"), "beside other text")
                    .help(format!("write `\"{{{name}}}\"` alone, and put the rest in front of the paths"))
            }
            Problem::ThenCycle { name } => {
                say(format!("`{name}` comes round to itself by `then`"), "leads back").help("let the last operation decide")
            }
            Problem::HandleOfNoSubmit {} => {
                say("nothing submits this job, so nothing gives its handle", "no `submit`")
                    .help("take `handle` out: the inputs of `status` are the handle then; or name the operation under `submit`")
            }
            Problem::HandleSource { found } => {
                say(format!("{found} is not a place that an operation of this job has made"), "not a source")
                    .help("as in `\"{submit.reply.id}\"`, `\"{submit.reply.$header.location}\"` or `\"{submit.input.region}\"`, all of one operation")
            }
            Problem::NotFromStatus { hops } => {
                let places = ["status"].into_iter().chain(hops.iter().map(String::as_str));
                let places: Vec<_> = places.map(|place| format!("`{place}.reply.`")).collect();
                let title = match hops.is_empty() {
                    true => "this is not a place of the reply in which the job is settled",
                    false => "this is not a place of the reply in which the job is settled, nor of one on the way",
                };
                say(title, format!("expected {} and a path", places.join(" or ")))
                    .help("what is known from the start belongs to `handle`")
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
            Problem::PageNumber { name } => {
                say(format!("`{name}` cannot be counted up"), "not a whole number with a default")
                    .help(format!("declare it with the first page's number: `{name}: {{ type: int, default: 1 }}`"))
            }
            Problem::ReplacesNoSecret { name } => {
                say(format!("`{name}` is not a setting that is a `secret`"), "the reply of a token replaces secrets alone")
                    .help("name the setting that the token is asked for with, as in `pin: { refresh_token: \"{reply.refresh_token}\" }`")
            }
            Problem::UnprovedEvent {} => {
                say("anybody can send an event that carries no proof, and with `states` it would be believed", "without `verify`")
                    .help("declare its proof by `verify`; or take `states` out, and let the event be a reason to ask")
            }
            Problem::FreshUnproved {} => {
                say("the moment is no part of what is proved, so anybody could write a new one over an old event", "not proved")
                    .help("name it in the text of the proof's value, as in `\"{parts.t}.{event.$body}\"`; or take `fresh` out")
            }
            Problem::FreshUnit { word } => {
                say(format!("`{word}` is no moment"), "a length of time")
                    .help("expected `unix_seconds`, `unix_millis` or `timestamp`")
            }
            Problem::EventWithoutField { field, job } => {
                say(format!("the event does not say the `{field}` of the job `{job}`"), format!("needs `{field}`"))
                    .help(format!("take it from the event: `{field}: \"{{event.…}}\"`"))
            }
            Problem::StructureTold { path } => {
                say(format!("`{path}` is no text, and a message or a code is one"), "an object or a list")
                    .help("name a place in it, or several of which the first that is there is told")
            }
            Problem::OptionalSetting { name } => {
                say(format!("the setting `{name}` cannot be left out"), "with a question mark")
                    .help("leave out the `?`: settings that may be missing are `string`, `secret` or an enum, without a default")
            }
            Problem::ProofInBody {} => {
                say("a body that holds its own proof cannot be proved as a whole", "in the body itself")
                    .help("name the header that has the proof, or the places of the body that are proved")
            }
            Problem::BodyUnproved {} => say(
                "this proof holds nothing of the body, so with the proof of one event anybody could send another body",
                "without `{event.$body}`",
            )
            .help(
                "sign over `{event.$body}` or its digest, or compare a claim with that; or take `states` out, and let the event be a \
                 reason to ask",
            ),
            Problem::OnlyForEvents { what } => {
                say(format!("{what} is for events alone"), "the proof of a reply")
                    .help("a reply is proved by one keyed digest: `verify: { given: …, expected: … }`")
            }
            Problem::ProofNeverAsked { first } => say("this proof is never asked for", "never asked for")
                .at(*first, "this one always is, for it has no `when`")
                .help("say when the first one holds, as in `when: { $header.x-version: v2 }`; or put it last"),
            Problem::FactMisplaced { subject, place, takes } => {
                say(format!("`{place}` cannot ask for `{subject}`"), "not here").help(format!("it takes {takes}"))
            }
            Problem::SharedBesidePublic { word } => say(
                format!("`{word}` is signed with a shared secret, and a public key is none"),
                "anybody who knows the public key could sign",
            )
            .help("give it a proof of its own, with `key` and a setting that is a `secret`, in a list with `when`"),
            Problem::NoJwtHere { name } => say(format!("`{name}` stands for nothing here"), "no such JWT").help(
                "`{jwt.iat}`, a claim, is for `fresh` of events that JWTs prove, and `{jwt.$header.kid}` for `keys` of such a proof",
            ),
            Problem::KeyInputKind { name } => {
                say(format!("`{name}` cannot be filled by a text"), "not a text")
                    .help("declare it as `string`, `path_tail` or `int`")
            }
            Problem::NoKeysThere { path, ty } => {
                say(format!("no keys can stand at `{path}`"), format!("this is {ty}"))
                    .help("name a JWK, or a list of them: a place that is `json`, an object, or a list of these")
            }
            Problem::OptionalHandleField { name } => {
                say(format!("`{name}` may be missing and fills an input that is no text"), "cannot be missing")
                    .help("leave out the `?`, or declare that input as `string`, `path_tail`, `vendor_url` or `url`")
            }
            Problem::SettledByOtherReply { submit, status } => say(
                format!("`{submit}` may settle the job by a reply of another type than that of `{status}`"),
                "has `states` and another reply",
            )
            .help(format!(
                "give both one type, or fetch the result by an operation that takes nothing out of the reply of `{status}`"
            )),
            Problem::BatchUnsafe { operation } => {
                say(format!("`{operation}` cannot be asked again and again"), "must not be repeated")
                    .help("a POST that changes nothing says `safe_to_repeat: true`")
            }
            Problem::BatchStatus { status, key } => say(
                format!("`{status}` has `{key}`, which a part of a reply about many jobs cannot stand for"),
                format!("with `{key}`"),
            )
            .help("take `batch` out, or name a `status` without it"),
            Problem::BatchOfNone {} => {
                say("a request about no jobs asks nothing", "no jobs").help("say how many ids the vendor takes in one request")
            }
            Problem::BatchHandle { fields } => say(
                "jobs that are asked about together are known by one id each",
                match fields.as_slice() {
                    [] => "the handle has no field".to_owned(),
                    [one] => format!("the handle's `{one}` may be missing"),
                    fields => format!("the handle has {}", list(fields)),
                },
            )
            .help("keep the id alone in `handle`, without a `?`"),
            Problem::BatchIds { name, kind } => {
                say(format!("`{name}` does not take the ids of jobs"), format!("expected `[{kind}]`"))
                    .help(format!("declare it as a list: `{name}: [{kind}]`; an id is a `string`, a `path_tail` or an `int`"))
            }
            Problem::BatchPlace { word } => say("this is not a place for `batch`", format!("expected `{{{word}.…}}`")).help(
                match *word {
                    "item" => "as in `\"{item.id}\"`, or `\"{key}\"` where the reply has a map of jobs by their ids",
                    _ => "as in `\"{reply.jobs}\"`, or `\"{reply}\"` where the whole body is the list",
                },
            ),
            Problem::BatchItems { operation } => {
                say(format!("there is neither a list nor a map at this place of the reply of `{operation}`"), "no elements")
                    .help("declare it in the reply's type, as in `jobs: [Job]` or `jobs: { \"*\": Job }`, below objects alone")
            }
            Problem::BatchId { is_map: true } => {
                say("the ids of jobs in a map are its keys", "in a map").help("write `\"{key}\"`")
            }
            Problem::BatchId { is_map: false } => say("an element has no id at this place", "not an id")
                .help("name a `string` or an `int` of the element, below objects alone, as in `\"{item.id}\"`"),
            Problem::BatchElement { place } => say(
                format!("an element has another type than {place}"),
                "elements of another type",
            )
            .help("give both one type; where an element is a member of what a reply about one job says, name that member by `as`"),
            Problem::EachOnTheWay {} => say("only the last operation fetches a result for each element", "leads to another one")
                .help("put `each` beside the last one; what it needs of the replies before it comes by `with`"),
            Problem::EachOfNoList { ty } => {
                say(format!("`each` names {ty}, which has no elements"), "neither a list nor a map")
                    .help("declare it in the reply's type, as in `files: [File]` or `files: { \"*\": File }`")
            }
            Problem::EachAlike {} => say("the same would be asked for each element", "nothing of the element is sent")
                .help("fill an input out of the element, as in `with: { url: \"{item.url}\" }`"),
            Problem::ElementOfNone { name } => {
                say(format!("`{name}` is of an element, and nothing is asked for each"), "no element here")
                    .help("say for each element of which list, as in `each: \"{status.reply.files}\"`")
            }
            Problem::KeyOfList {} => say("the elements of a list have no keys", "in a list")
                .help("take a place of the element, as in `\"{item.id}\"`, or `\"{item}\"` where it is a text"),
            Problem::ElementMisfit { place, ty, input } => {
                say(format!("`{place}` is {ty}, which the input `{input}` cannot be"), "does not fit")
                    .help("name another place of the element, or declare the input by another type")
            }
            Problem::WithForCancel {} => {
                say("a job is cancelled before it is settled, when there is no such reply", "not known yet")
                    .help("keep what it needs in `handle`")
            }
            Problem::StatusCannotWait { operation } => {
                say(format!("`{operation}` cannot tell the state of a job"), "has no `states`, or must not be repeated")
                    .help("give it `states` and `poll`; a POST that changes nothing also says `safe_to_repeat: true`")
            }
            Problem::InputsDiffer { input } => {
                say(format!("the input `{input}` has another type in an earlier step"), "one name, two types")
                    .help("call one of them otherwise")
            }
            Problem::ChoiceInLaterStep { operation } => {
                say(format!("`{operation}` has a choice of inputs, which only the first step can have"), "a later step")
                    .help("make it the first, or declare the input that is meant without `exactly_one`")
            }
            Problem::HandleKind { name } => {
                say(format!("`{name}` fills an input that is no text and no whole number"), "cannot be kept")
                    .help("declare that input as `string`, `int`, `secret`, `vendor_url` or `url`")
            }
            Problem::Unfilled { input, operation } => {
                say(format!("nothing fills the input `{input}` of `{operation}`"), format!("needs `{input}`"))
                    .help("give it a default, or fill it: a job keeps it in `handle` or takes it from `status.reply` by `with`, a `then` takes it from `reply` by `with` or from an input of the same name and type, `keys` take it by `with`")
            }
            Problem::CredentialsAnywhere {} => {
                say("a `url` may lead to any host, and credentials must not go there", "would send the vendor's `auth`")
                    .help("say `auth: none` here; or, where the URL is the vendor's own, declare it as `vendor_url`")
            }
            Problem::SecretAnywhere {} => {
                say("a `url` may lead to any host, and secrets must not go there", "would send a secret")
                    .help("take the secret out of its headers, query and body; or, where the URL is the vendor's own, declare it as `vendor_url`")
            }
            Problem::NoTime { path, ty } => say(format!("`{path}` is {ty}, and tells no time"), "no time")
                .help("declare it as `seconds`, `millis`, `timestamp`, `unix_seconds` or `unix_millis`; a plain number counts seconds"),
            Problem::UntypedTime { header } => {
                say(format!("how does the header `{header}` tell the time?"), "a length of time, or a moment?")
                    .help(format!("say it under `reply_headers`, as in `{header}: seconds` or `{header}: unix_seconds`"))
            }
            Problem::PatternName { given, name } => {
                say(format!("this pattern takes out `{given}`, and `{name}` is meant"), "another name")
                    .help(format!("write `{{{name}}}`"))
            }
            Problem::BadPattern { pattern } => {
                say(format!("the pattern `{pattern}` takes nothing out of a text"), "expected text and one name")
                    .help("as in `like: \"/jobs/{job_id}\"`")
            }
            Problem::WholeToken { name } => say(format!("`{name}` is a token, and not one of its fields"), "which field?")
                .help(format!("name a place of its reply, as in `{{{name}.access_token}}`")),
            Problem::TokenCycle { name } => {
                say(format!("the token `{name}` needs itself"), "cannot be fetched without itself")
                    .help("give its request an `auth` of its own that needs no such token, and see which tokens the vendor's `headers` need")
            }
            Problem::LifeMisfit { path, ty, expected } => {
                say(format!("`{path}` is {ty}, and no life of a token"), format!("expected {expected}"))
            }
            Problem::OnlyForTokens { key } => {
                say(format!("`{key}` belongs to tokens"), "this is no token").help("declare it under `tokens`, or take it out")
            }
            Problem::NotForTokens { key } => {
                say(format!("`{key}` says nothing for a token"), "not used").help("take it out")
            }
            Problem::BasesDiffer { role } => {
                say(format!("the base URL of `{role}` comes from a token in one server and not in another"), "another source")
                    .help("let it come from the same place in every server, or give it another role")
            }
            Problem::BaseWithoutHosts { name } => {
                say(format!("the base URL `{name}` comes from a reply, and could be anywhere"), "which hosts may it have?")
                    .help("list the vendor's hosts, as in `hosts: [\"*.acme.example\"]`")
            }
            Problem::BadHost { host, reason } => say(format!("`{host}` cannot be a host of the vendor: {reason}"), "not taken")
                .help("as in `files.acme.example` or `*.acme.example`"),
            Problem::UnsafeInHost { name, is_whole } => match is_whole {
                true => say(format!("`{name}` cannot be a whole base URL"), "not of type `url`")
                    .help(format!("declare it as `{name}: url`")),
                false => say(format!("`{name}` in a base URL could lead to any host"), "may hold dots, slashes and more")
                    .help("declare it as `host_label`, or as an enum of words that are letters, digits and `-`"),
            },
            Problem::RolesDiffer { role, at } => match at {
                Some(at) => say(format!("the role `{role}` is not in every server"), "has other roles than the first")
                    .at(*at, "the first server")
                    .help("give every server the same roles"),
                None => say(format!("the servers have no role `{role}`"), format!("has no `{role}`"))
                    .help("operations are asked of it unless they say another `server`"),
            },
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

    fn of_rule(&self, span: Span) -> Option<Wording> {
        Some(match self {
            Problem::AlwaysThere { path, matcher, declared } => {
                say(format!("`{path}` is always there"), format!("`{matcher}` says nothing about a required field"))
                    .declared(*declared, "declared here, without `?`")
                    .help("compare it with a word, or declare it with `?`")
            }
            Problem::LiteralMismatch { path, literal, ty, similar, declared } => {
                let wording = say(format!("`{path}` can never be `{literal}`"), format!("expected {ty}"))
                    .declared(*declared, "because of this type");
                match similar {
                    Some(word) => wording.patch("a word with a similar name exists", span, word.clone()),
                    None => wording,
                }
            }
            Problem::WordOnStructure { path, word, ty, declared } => {
                let label = "only texts, numbers and booleans compare";
                say(format!("`{path}` is {ty} and cannot be `{word}`"), label)
                    .declared(*declared, "because of this type")
            }
            Problem::NotAList { path, ty, declared } => {
                say(format!("`{path}` is {ty} and has no elements"), "asks about elements")
                    .declared(*declared, "because of this type")
            }
            Problem::ModifierMisplaced { modifier, verdict, takes, at } => {
                say(format!("`{modifier}` says nothing beside `{verdict}`"), format!("only for {takes}"))
                    .at(*at, "the verdict")
            }
            Problem::StateInErrors { word } => {
                say(format!("an error cannot mean the job state `{word}`"), "a job state")
                    .note("job states belong to an operation")
                    .help("an error is `throttled`, `transient`, `credential_expired` or `request_error`")
            }
            Problem::OtherwiseInErrors {} => {
                say("`otherwise` would hide job states behind an error", "not in an error's rules")
                    .help("leave it out: what no rule decides is decided by the HTTP status")
            }
            Problem::RuleUnreachable { above, alternative, otherwise } => {
                let what = if *alternative { "alternative" } else { "rule" };
                let label = match otherwise {
                    true => "every reply was decided by a rule above",
                    false => "every reply it describes was decided above",
                };
                let mut wording = say(format!("this {what} can never apply"), label);
                if let [only] = above.as_slice() {
                    wording = wording.at(*only, "decides them all");
                }
                wording.help(if *otherwise { "remove it" } else { "remove it, or move it up" })
            }
            Problem::RuleContradicts { alternative } => {
                let what = if *alternative { "alternative" } else { "rule" };
                say(format!("this {what} can never apply"), "no reply meets all of this")
                    .help("remove it, or mend its facts")
            }
            Problem::NotCovered { witness, operation } => {
                say(format!("the rules of `{operation}` do not cover every reply"), "the list ends here")
                    .note(format!("not covered: {witness}"))
                    .help("add a rule for it, or end the list with `- unknown: otherwise`")
            }
            Problem::UnlistedSettled { witness, verdict } => {
                say(format!("`{verdict}` would be reached by a word that is not listed"), "a guess about a settled job")
                    .note(format!("for example: {witness}"))
                    .help("list the words that mean it, and end the list with `- unknown: otherwise`")
            }
            Problem::WordForgotten { word, path, catches } => {
                say(format!("no rule says what `{word}` of `{path}` means"), "declared here")
                    .at(*catches, "only this catches it")
                    .help("add a rule that gives it a state; or, where the vendor does not say what it means, take the word out of the type: what is not listed is `unknown`")
            }
            Problem::TooManyCases {} => say("these rules have more cases than can be looked at", "of this operation")
                .help("name fewer words in one rule, or split the operation"),
            _ => return None,
        })
    }

    fn of_wait(&self) -> Wording {
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
