//! Replies as a document writes them, and what it says of them.

use std::time::Duration;

use settled_codegen::eval::{Judged, Observed, judge};
use settled_codegen::model::{Operation, Vendor};

/// Judges one line of a block of replies: `HTTP 404, age 5s, x-key: value, input = value {body} -> verdict, partial`. They
/// are replies of the operation with this name, or else of the only one that has states.
pub(crate) fn check(vendor: &Vendor, name: &str, line: &str) {
    let (reply, told) = line.rsplit_once(" -> ").unwrap_or_else(|| panic!("no ` -> ` in `{line}`"));
    let from = reply.find(['{', '[', '"', '<']).unwrap_or(reply.len());
    let (conditions, body) = reply.split_at(from);
    let mut reply = Given { status: 200, headers: Vec::new(), given: Vec::new(), age: Duration::ZERO, verified: true };
    conditions.split(',').map(str::trim).filter(|one| !one.is_empty()).for_each(|one| reply.condition(one));
    let is_meant = |operation: &&Operation| name.is_empty() || operation.name.value == name;
    let mut operations = vendor.operations.iter().filter(|operation| !operation.reading.rules.is_empty());
    let operations = &mut operations.by_ref().filter(is_meant);
    let operation = operations.next().unwrap_or_else(|| panic!("no operation `{name}` with states: {line}"));
    assert!(operations.next().is_none(), "replies are judged by one operation");
    for (name, _) in &reply.given {
        let known = operation.inputs.iter().map(|input| &input.name);
        let known = known.chain(vendor.settings.iter().map(|setting| &setting.name)).any(|known| known == name);
        assert!(known, "`{name}` is neither an input nor a setting: {line}");
    }
    let observed = Observed {
        status: reply.status,
        headers: &reply.headers,
        body: body.trim(),
        verified: reply.verified,
        age: reply.age,
        given: &reply.given,
    };
    let judged = judge(vendor, operation, &observed);
    let rule = judged.rule.map(|at| &operation.reading.rules[at]);
    let found = Found { confirm: rule.map_or(1, |rule| rule.confirm), every: rule.and_then(|rule| rule.every), judged };
    found.compare(told.trim(), line);
}

struct Given {
    status: u16,
    headers: Vec<(String, String)>,
    given: Vec<(String, String)>,
    age: Duration,
    verified: bool,
}

impl Given {
    fn condition(&mut self, text: &str) {
        if let Some(status) = text.strip_prefix("HTTP ") {
            self.status = status.parse().expect("a status");
        } else if let Some(age) = text.strip_prefix("age ") {
            self.age = time(age);
        } else if text == "unverified" {
            self.verified = false;
        } else if let Some((name, value)) = text.split_once(" = ") {
            self.given.push((name.to_owned(), value.to_owned()));
        } else if let Some((name, value)) = text.split_once(": ") {
            self.headers.push((name.to_owned(), value.to_owned()));
        } else {
            panic!("`{text}` says nothing about a reply");
        }
    }
}

struct Found {
    judged: Judged,
    confirm: u8,
    every: Option<Duration>,
}

impl Found {
    /// The verdict and the flags are compared whether they are said or not, other details where they are said.
    fn compare(&self, told: &str, line: &str) {
        let mut parts = told.split(", ");
        let verdict = parts.next().unwrap_or_default();
        assert_eq!(self.judged.verdict.as_str(), verdict, "{line}\n{:?}", self.judged);
        let (mut partial, mut revisable) = (false, false);
        for part in parts {
            match part.split_once(' ') {
                None if part == "partial" => partial = true,
                None if part == "revisable" => revisable = true,
                Some(("code", code)) => assert_eq!(self.judged.code.as_deref(), Some(code), "{line}"),
                Some(("message", text)) => assert_eq!(self.judged.message.as_deref(), Some(text), "{line}"),
                Some(("confirm", times)) => assert_eq!(Ok(self.confirm), times.parse(), "{line}"),
                Some(("every", pace)) => assert_eq!(self.every, Some(time(pace)), "{line}"),
                Some(("rule", number)) => {
                    assert_eq!(self.judged.rule.map(|at| at + 1), number.parse().ok(), "{line}");
                }
                _ => panic!("`{part}` says nothing about what comes out: {line}"),
            }
        }
        assert_eq!((self.judged.partial, self.judged.revisable), (partial, revisable), "{line}");
    }
}

fn time(text: &str) -> Duration {
    let (number, unit) = text.split_at(text.len() - 1);
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        _ => panic!("`{text}` is no time"),
    };
    Duration::from_secs(seconds * number.parse::<u64>().expect("a number"))
}
