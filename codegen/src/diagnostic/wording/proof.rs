//! What proves replies and events.

use super::{Problem, Wording, say};

impl Problem {
    pub(super) fn of_proof(&self) -> Option<Wording> {
        Some(match self {
            Problem::ProvesNothing { name } => say(format!("`{name}` proves nothing"), "no secret has part in it")
                .help("name a value made by `hmac_sha1`, `hmac_sha256` or `hmac_sha512`, or a text with a setting in it that is a `secret`"),
            Problem::ValueInProof { name } => {
                say(format!("a proof cannot be made of `{name}`"), "not what came, and not of it")
                    .help("use what came, settings, inputs, and values of these by `sha256`, `sha512`, an HMAC, `base64`, `join` or `lines`")
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
            _ => return None,
        })
    }
}
