//! Replies of a random operation: every one that its rules can tell from the others.

use std::time::Duration;

use serde_json::Value;

use crate::random::{Input, Spec};
use crate::shapes::{WORDS, objects};

/// A reply, and what is known beside it.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    pub(crate) given: Vec<(String, String)>,
    pub(crate) age: Duration,
    /// Whether it is an answer, by the way it was made.
    pub(crate) answer: bool,
}

/// At, below and above every status that rules name, and at both ends of 2xx.
const STATUSES: [u16; 9] = [199, 200, 202, 203, 300, 404, 405, 500, 501];

/// All replies.
pub(crate) fn all(spec: &Spec) -> Vec<Reply> {
    let statuses: &[u16] = match (spec.http, spec.header || spec.error.is_some()) {
        (true, _) => &STATUSES,
        (false, true) => &[200, 404],
        (false, false) => &[200],
    };
    let bodies = bodies(spec);
    let ages: &[u64] = if spec.within { &[0, 30, 60] } else { &[0] };
    let mut all = Vec::new();
    for status in statuses {
        for headers in headers(spec) {
            for given in given(spec) {
                for age in ages {
                    let reply = |(body, answer): &(String, bool)| Reply {
                        status: *status,
                        headers: headers.clone(),
                        body: body.clone(),
                        given: given.clone(),
                        age: Duration::from_secs(*age),
                        answer: *answer && (200..300).contains(status),
                    };
                    all.extend(bodies.iter().map(reply));
                }
            }
        }
    }
    all
}

/// Bodies that are answers, errors, both, and neither.
fn bodies(spec: &Spec) -> Vec<(String, bool)> {
    let answers = objects(&spec.fields);
    let mut all: Vec<(String, bool)> = answers.iter().map(|body| (body.clone(), true)).collect();
    if !(spec.http || spec.header || spec.error.is_some()) {
        return all;
    }
    all.extend(["[]", "no JSON"].map(|body| (body.to_owned(), false)));
    if let Some((fields, _)) = &spec.error {
        for error in objects(fields) {
            all.extend(answers.iter().map(|answer| (merged(answer, &error), false)));
            all.push((error, false));
        }
    }
    all
}

fn merged(one: &str, other: &str) -> String {
    let between = if one == "{}" { "" } else { "," };
    format!("{}{between}{}", &one[..one.len() - 1], &other[1..])
}

fn headers(spec: &Spec) -> Vec<Vec<(String, String)>> {
    let of = |value: &str| vec![("X-Kind".to_owned(), value.to_owned())];
    let some = WORDS.map(of).into_iter().filter(|_| spec.header);
    std::iter::once(Vec::new()).chain(some).collect()
}

fn given(spec: &Spec) -> Vec<Vec<(String, String)>> {
    let (name, values): (&str, &[&str]) = match spec.input {
        Some(Input::Limit) => ("limit", &["1", "2", "3", "5", "6"]),
        Some(Input::Deep) => ("deep", &["true"]),
        Some(Input::Word) => ("word", &["on", "off", "odd"]),
        None => ("", &[]),
    };
    let of = |value: &&str| vec![(name.to_owned(), (*value).to_owned())];
    std::iter::once(Vec::new()).chain(values.iter().map(of)).collect()
}

impl Reply {
    /// What stands at a path of the body, also inside a string, or outside it.
    pub(crate) fn at(&self, path: &str) -> Option<Value> {
        match path.split_once('.') {
            Some(("$header", _)) => self.headers.first().map(|(_, value)| value.as_str().into()),
            Some(("$input", "deep")) => Some(self.given.first().is_some_and(|(_, value)| value == "true").into()),
            Some(("$input", _)) => self.given.first().map(|(_, value)| value.as_str().into()),
            _ if path.starts_with('$') => Some(0.into()),
            _ => at(&self.body, path),
        }
    }
}

fn at(body: &str, path: &str) -> Option<Value> {
    let body: Value = serde_json::from_str(body).ok()?;
    path.split('.').try_fold(body, |value, step| match value {
        Value::String(text) => serde_json::from_str::<Value>(&text).ok()?.get(step).cloned(),
        Value::Array(elements) => elements.get(step.parse::<usize>().ok()?).cloned(),
        value => value.get(step).cloned(),
    })
}
