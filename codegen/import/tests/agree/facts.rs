//! Facts, looked up in a reply that is no error.

use serde_json::Value;
use settled_import::fact::{Alternatives, Elements, Matcher, Range, Subject, Word};

/// Whether one set of facts holds.
pub(crate) fn hold(alternatives: &Alternatives, body: &Value) -> bool {
    let holds = |subject: &Subject, matcher: &Matcher| match subject {
        Subject::Error => *matcher == Matcher::Absent,
        Subject::Body(path) => fits(matcher, at(body, path), body),
        Subject::Http | Subject::ErrorField(_) => false,
    };
    alternatives.iter().any(|facts| facts.iter().all(|(subject, matcher)| holds(subject, matcher)))
}

fn at<'v>(value: &'v Value, path: &[String]) -> Option<&'v Value> {
    let found = path.iter().try_fold(value, |value, name| value.as_object()?.get(name));
    found.filter(|value| !value.is_null())
}

fn fits(matcher: &Matcher, found: Option<&Value>, scope: &Value) -> bool {
    let Some(value) = found else { return *matcher == Matcher::Absent };
    let word = || Word(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    match matcher {
        Matcher::Present => true,
        Matcher::Absent => false,
        Matcher::OneOf(words) => words.contains(&word()),
        Matcher::NoneOf(words) => !words.contains(&word()),
        Matcher::Same(other) => at(scope, other) == Some(value),
        Matcher::Other(other) => at(scope, other) != Some(value),
        Matcher::Number(range) => value.as_i64().is_some_and(|number| within(range, number)),
        Matcher::Length(range) => value.as_str().is_some_and(|text| within(range, text.chars().count() as i64)),
        Matcher::Elements(elements) => match value {
            Value::Array(all) => elements_fit(elements, &all.iter().collect::<Vec<_>>()),
            Value::Object(all) => elements_fit(elements, &all.values().collect::<Vec<_>>()),
            _ => false,
        },
    }
}

fn elements_fit(elements: &Elements, all: &[&Value]) -> bool {
    let is = |part: &Option<Alternatives>, test: &dyn Fn(&Alternatives) -> bool| part.as_ref().is_none_or(test);
    elements.count.is_none_or(|count| within(&count, all.len() as i64))
        && is(&elements.any, &|of| all.iter().any(|one| hold(of, one)))
        && is(&elements.all, &|of| !all.is_empty() && all.iter().all(|one| hold(of, one)))
        && is(&elements.none, &|of| !all.iter().any(|one| hold(of, one)))
}

fn within(range: &Range, number: i64) -> bool {
    range.least.is_none_or(|least| least <= number) && range.most.is_none_or(|most| number <= most)
}
