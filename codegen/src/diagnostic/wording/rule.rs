//! Rules that do not hold together.

use super::{Problem, Wording, say};
use crate::source::Span;

impl Problem {
    pub(super) fn of_rule(&self, span: Span) -> Option<Wording> {
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
}
