//! `settled explain`: what a recorded reply means, and why.

mod event;
mod next;
mod reply;

use anstyle::AnsiColor;
use next::Next;
use serde_json::{Value, json};
use settled_codegen::diagnostic::visible;
use settled_codegen::diagram;
use settled_codegen::eval::{Explained, Observed, Tried, Unmet, explain};
use settled_codegen::model::{Operation, Rule, Verdict};
use settled_codegen::source::{Source, Span};

use crate::arguments::ExplainArguments;
use crate::output::{self, Answer, Refusal, millis, style};
use crate::specs;

/// Explains one reply.
pub(crate) fn run(arguments: &ExplainArguments) -> Result<Answer, Refusal> {
    let (source, vendor) = specs::require(&arguments.spec)?;
    let operation = specs::operation(&vendor, &arguments.operation)?;
    reply::check_inputs(&arguments.inputs, operation, &vendor)?;
    let body = reply::body(arguments.body.as_deref(), arguments.http)?;
    // An event is no answer to a request of ours.
    if operation.reading.is_event && (arguments.http != 200 || !arguments.age.is_zero()) {
        let text =
            format!("`{}` is a webhook, and an event has neither an HTTP status nor an age", arguments.operation);
        return Err(Refusal::usage(text, "leave out `--http` and `--age`".to_owned()));
    }
    let observed = Observed {
        status: arguments.http,
        headers: &arguments.headers,
        body: &body,
        verified: !arguments.unverified,
        age: arguments.age,
        given: &arguments.inputs,
    };
    let explained = explain(&vendor, operation, &observed);
    let next = Next::of(operation, &explained.judged, &observed);
    let told = Told { source: &source, operation, explained: &explained, next: &next, status: arguments.http };
    Ok(match arguments.json {
        true => Answer::json(&told.document()),
        false => Answer::fine(told.text()),
    })
}

/// A judgement in the telling.
struct Told<'t> {
    source: &'t Source,
    operation: &'t Operation,
    explained: &'t Explained,
    next: &'t Next,
    status: u16,
}

impl Told<'_> {
    /// The rule of `states` that decided, and its number in the decision table.
    fn rule(&self) -> Option<(usize, &Rule)> {
        let at = self.explained.judged.rule?;
        Some((at + 1, self.operation.reading.rules.get(at)?))
    }

    /// In how many replies in a row the state must be seen to be believed.
    fn confirm(&self) -> u8 {
        self.rule().map_or(1, |(_, rule)| rule.confirm.max(1))
    }

    /// What decided, where no rule of `states` did.
    fn otherwise(&self) -> String {
        let judged = &self.explained.judged;
        let (what, of) = match self.is_event() {
            true => ("event", "webhook"),
            false => ("reply", "operation"),
        };
        match (judged.verdict, &judged.reason) {
            (_, Some(reason)) => format!("none, the {what} cannot be read: {reason}"),
            (Verdict::Unverified, _) => format!("none, the {what}'s proof is missing or wrong"),
            (Verdict::OtherEvent, _) => {
                let unmet: Vec<_> = self.explained.other.iter().map(|unmet| self.because(unmet)).collect();
                format!("none, `only_if` does not hold of the event: {}", unmet.join("; "))
            }
            _ if self.operation.reading.rules.is_empty() => format!("none, the {of} has no `states`"),
            _ if self.explained.tried.is_empty() => "none of `states`, an error that the spec declares".to_owned(),
            _ if (200..300).contains(&self.status) => "none, an error that the spec declares".to_owned(),
            _ => format!("none, the HTTP status {}", self.status),
        }
    }

    /// Whether it came by itself.
    fn is_event(&self) -> bool {
        self.operation.reading.is_event
    }

    /// What is done next, and how that is called.
    fn next(&self) -> (&'static str, &str) {
        match self.is_event() {
            true => ("answer", event::answer(self.explained.judged.verdict)),
            false => ("next poll", &self.next.text),
        }
    }

    fn text(&self) -> String {
        let judged = &self.explained.judged;
        let settled = judged.verdict.is_settled();
        let color = match judged.verdict {
            Verdict::State(_) if settled => AnsiColor::BrightGreen,
            Verdict::State(_) | Verdict::Unknown | Verdict::Unchanged | Verdict::OtherEvent => AnsiColor::BrightCyan,
            _ => AnsiColor::BrightRed,
        };
        let style = style(color);
        let kind = match judged.verdict {
            Verdict::State(_) if settled => "settled",
            Verdict::Unknown if self.is_event() => "no state",
            Verdict::Unknown if self.operation.reading.rules.is_empty() => "an answer, of an operation without states",
            Verdict::State(_) | Verdict::Unknown => "not settled",
            Verdict::OtherEvent => "of another kind",
            _ => "no state of the job",
        };
        let confirm = self.confirm();
        let (next, what_next) = self.next();
        let confirmed = format!("believed when seen {confirm} times in a row");
        let beside =
            [(true, kind), (confirm > 1, &confirmed), (judged.partial, "partial"), (judged.revisable, "revisable")];
        let beside: Vec<_> = beside.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect();
        let mut text = format!("{style}{}{style:#}: {}\n", judged.verdict.as_str(), beside.join(", "));
        let rule = match self.rule() {
            Some((number, rule)) => format!("{number}, at {}: {}", rule.place, diagram::facts(rule).join(" or ")),
            None => self.otherwise(),
        };
        let lines = [
            ("rule", Some(rule)),
            ("vendor's word", self.explained.word.clone()),
            ("code", judged.code.clone()),
            ("message", judged.message.clone()),
            (next, Some(what_next.to_owned())),
        ];
        for (name, value) in lines {
            if let Some(value) = value {
                text.push_str(&format!("  {name:<14} {}\n", visible(&value)));
            }
        }
        let rows: Vec<_> = self.above().map(|(number, rule, tried)| self.row(number, rule, tried)).collect();
        if !rows.is_empty() {
            let header = ["", "means", "where", "does not hold, because", "place"];
            text.push_str(&format!("\n{}", output::table(header, rows)));
        }
        text
    }

    /// The rules above the one that decided, with their numbers and what came of them.
    fn above(&self) -> impl Iterator<Item = (usize, &Rule, &Tried)> {
        let tried = self.explained.tried.iter().zip(&self.operation.reading.rules).enumerate();
        tried.filter(|(_, (tried, _))| **tried != Tried::Held).map(|(at, (tried, rule))| (at + 1, rule, tried))
    }

    fn row(&self, number: usize, rule: &Rule, tried: &Tried) -> [String; 5] {
        let why = match tried {
            Tried::Held => Vec::new(),
            Tried::NotAsked(why) => vec![format!("not asked: {why}")],
            Tried::Failed(unmet) => unmet.iter().map(|unmet| self.because(unmet)).collect(),
        };
        let facts = diagram::facts(rule).join("\nor ");
        [number.to_string(), rule.verdict.as_str().to_owned(), facts, why.join("\n"), rule.place.clone()]
    }

    fn because(&self, unmet: &Unmet) -> String {
        let (subject, asked) = match unmet.subject == Unmet::AGE {
            // Not a place of the reply: how long the wait has lasted.
            true => (unmet.subject.clone(), format!("less than {}", self.asked(unmet.span))),
            false => (format!("`{}`", unmet.subject), self.asked(unmet.span)),
        };
        format!("{subject}: found {}, asked for {asked}", unmet.found)
    }

    /// A piece of the spec on one line.
    fn asked(&self, span: Span) -> String {
        let text = self.source.at(span);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The same as one JSON document.
    fn document(&self) -> Value {
        let judged = &self.explained.judged;
        let above = self.above().map(|(number, rule, tried)| {
            let (not_asked, unmet) = match tried {
                Tried::NotAsked(why) => (Some(*why), [].as_slice()),
                Tried::Failed(unmet) => (None, unmet.as_slice()),
                Tried::Held => (None, [].as_slice()),
            };
            let mut told = of_rule(number, rule);
            told["not_asked"] = json!(not_asked);
            told["unmet"] = unmet.iter().map(|unmet| self.of_unmet(unmet)).collect();
            told
        });
        let next = match self.is_event() {
            true => ("answer", json!(self.next().1)),
            false => ("next_poll", json!({ "in_ms": self.next.after.map(millis), "text": self.next.text })),
        };
        let mut document = json!({
            "state": judged.verdict.as_str(),
            "settled": judged.verdict.is_settled(),
            "partial": judged.partial,
            "revisable": judged.revisable,
            "confirm": self.confirm(),
            "rule": self.rule().map(|(number, rule)| of_rule(number, rule)),
            "decided_by": if self.rule().is_some() { "a rule of `states`".to_owned() } else { self.otherwise() },
            "vendor_status": self.explained.word,
            "code": judged.code,
            "message": judged.message,
            "above": above.collect::<Vec<_>>(),
        });
        document[next.0] = next.1;
        document
    }

    fn of_unmet(&self, unmet: &Unmet) -> Value {
        json!({
            "place": self.source.place(unmet.span),
            "subject": unmet.subject,
            "asked": self.asked(unmet.span),
            "found": unmet.found,
        })
    }
}

fn of_rule(number: usize, rule: &Rule) -> Value {
    json!({
        "number": number,
        "place": rule.place,
        "verdict": rule.verdict.as_str(),
        "facts": diagram::facts(rule),
        "modifiers": diagram::modifiers(rule),
    })
}
