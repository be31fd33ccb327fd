//! Jobs, their steps and their results.

use super::{Problem, Wording, say};

impl Problem {
    pub(super) fn of_job(&self) -> Option<Wording> {
        Some(match self {
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
            Problem::PageNumber { name } => {
                say(format!("`{name}` cannot be counted up"), "not a whole number with a default")
                    .help(format!("declare it with the first page's number: `{name}: {{ type: int, default: 1 }}`"))
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
            Problem::PatternName { given, name } => {
                say(format!("this pattern takes out `{given}`, and `{name}` is meant"), "another name")
                    .help(format!("write `{{{name}}}`"))
            }
            Problem::BadPattern { pattern } => {
                say(format!("the pattern `{pattern}` takes nothing out of a text"), "expected text and one name")
                    .help("as in `like: \"/jobs/{job_id}\"`")
            }
            _ => return None,
        })
    }
}
