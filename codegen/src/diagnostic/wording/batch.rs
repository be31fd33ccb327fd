//! Many jobs by one request.

use super::{Problem, Wording, list, say};

impl Problem {
    pub(super) fn of_batch(&self) -> Option<Wording> {
        Some(match self {
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
            _ => return None,
        })
    }
}
