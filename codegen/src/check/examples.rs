//! Proves the examples: every documented reply means what the spec says it means.

use super::Files;
use super::aside::is_token;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::eval::{Judged, Observed, judge};
use crate::model::rules::Verdict;
use crate::model::{InputKind, Operation, RequestExample, SettingKind, Vendor};
use crate::record::Named;
use crate::source::Spanned;
use crate::spec;

/// Proves the examples of every operation.
pub(crate) fn prove(vendor: &Vendor, spec: &spec::Vendor, files: &dyn Files, problems: &mut Diagnostics) {
    for operation in &vendor.operations {
        let examples = spec.operations.get(&operation.name).map(|operation| &operation.examples);
        for example in examples.into_iter().flatten() {
            prove_one(vendor, operation, example, files, problems);
        }
    }
    let tokens = vendor.tokens.iter().map(|token| &token.operation);
    for operation in vendor.operations.iter().chain(tokens) {
        operation.requests.iter().for_each(|example| refuse_unknown_names(vendor, operation, example, problems));
    }
    for webhook in &vendor.webhooks {
        let examples = spec.webhooks.get(&webhook.operation.name).map(|webhook| &webhook.examples);
        for example in examples.into_iter().flatten() {
            prove_one(vendor, &webhook.operation, example, files, problems);
        }
    }
}

fn prove_one(
    vendor: &Vendor,
    operation: &Operation,
    example: &spec::Example,
    files: &dyn Files,
    problems: &mut Diagnostics,
) {
    let Some(state) = &example.state else { return };
    let Some(expected) = Verdict::of(state) else {
        let similar = similar(state, Verdict::ALL.iter().map(|(word, _)| *word));
        problems.push(state.span, Problem::UnknownVerdict { word: state.value.clone(), similar });
        return;
    };
    let body = match (&example.file, &example.body) {
        (Some(file), None) => match files.read(file) {
            Ok(text) => text,
            Err(reason) => {
                problems.push(file.span, Problem::ExampleFile { path: file.value.clone(), reason });
                return;
            }
        },
        (None, Some(body)) => body.text.clone(),
        (None, None) if example.http.as_ref().is_some_and(|http| http.value != 200) => String::new(),
        _ => {
            problems.push(
                spec::first_line(example.span),
                Problem::NotExactlyOne {
                    expected: "exactly one of `file` and `body`",
                    found: if example.file.is_some() { "this example has both" } else { "this example has none" },
                },
            );
            return;
        }
    };
    let status = example.http.as_ref().map_or(200, |http| u16::try_from(http.value).unwrap_or(u16::MAX));
    if !(100..=599).contains(&status) {
        let span = example.http.as_ref().map_or(example.span, |http| http.span);
        problems.push(span, Problem::OutOfRange { key: "http", text: status.to_string(), range: "100 to 599" });
        return;
    }
    let texts = |named: &Named<spec::Text>| {
        named.iter().map(|(name, text)| (name.value.clone(), text.value.clone())).collect::<Vec<_>>()
    };
    refuse_unknown_given(vendor, operation, example, problems);
    let given = example.given.iter().map(|(name, given)| (name.value.clone(), given.text.clone())).collect::<Vec<_>>();
    let headers = texts(&example.headers);
    let observed = Observed {
        status,
        headers: &headers,
        body: &body,
        verified: example.verified.as_ref().is_none_or(|verified| verified.value),
        age: example.age.as_ref().map(|age| age.value).unwrap_or_default(),
        given: &given,
    };
    let judged = judge(vendor, operation, &observed);
    if judged.verdict != expected {
        problems.push(state.span, contradicted(operation, state.value.clone(), &judged));
        return;
    }
    compare(&example.partial, "partial", judged.partial, problems);
    compare(&example.revisable, "revisable", judged.revisable, problems);
    compare_text(&example.message, "message", judged.message.as_deref(), problems);
    compare_text(&example.code, "code", judged.code.as_deref(), problems);
}

/// What is given must be something that a call or a client can give, and headers must have names.
fn refuse_unknown_given(vendor: &Vendor, operation: &Operation, example: &spec::Example, problems: &mut Diagnostics) {
    for (name, _) in example.headers.iter().filter(|(name, _)| !is_token(name)) {
        problems.push(name.span, Problem::BadHeaderName { name: name.value.clone() });
    }
    for (name, text) in example.given.iter() {
        let input = operation.inputs.iter().find(|input| input.name == name.value);
        let setting = vendor.settings.iter().find(|setting| setting.name == name.value);
        let expected = match (input.map(|input| &input.kind), setting.map(|setting| &setting.kind)) {
            (Some(InputKind::Bool(_)), _) if text.text.parse::<bool>().is_err() => "`true` or `false`",
            (Some(InputKind::Int(_)), _) if text.text.parse::<i64>().is_err() => "a whole number",
            (Some(InputKind::Float(_)), _) if text.text.parse::<f64>().is_err() => "a number",
            (Some(InputKind::Json | InputKind::Bytes | InputKind::List(_)), _) => {
                problems.push(name.span, Problem::StructureTested { name: name.value.clone() });
                continue;
            }
            (Some(InputKind::Secret | InputKind::Url(_)), _) | (_, Some(SettingKind::Secret(_))) => {
                problems.push(name.span, Problem::SecretTested { name: name.value.clone() });
                continue;
            }
            (Some(_), _) | (_, Some(_)) => continue,
            (None, None) => {
                let inputs = operation.inputs.iter().map(|input| input.name.as_str());
                let known = || inputs.clone().chain(vendor.settings.iter().map(|setting| setting.name.as_str()));
                let (word, what) = (name.value.clone(), "an input of this operation or a setting");
                let (similar, known) = (similar(name, known()), known().map(str::to_owned).collect());
                problems.push(name.span, Problem::NotOneOf { word, what, known, similar });
                continue;
            }
        };
        let (name, value) = (name.value.clone(), text.text.clone());
        problems.push(text.span, Problem::GivenMismatch { name, text: value, expected });
    }
}

/// What a request is made from must be something that it can be made from.
fn refuse_unknown_names(vendor: &Vendor, operation: &Operation, example: &RequestExample, problems: &mut Diagnostics) {
    let known: Vec<_> = vendor.given_to(operation).collect();
    for (name, _) in example.given.iter().filter(|(name, _)| !known.contains(&name.value)) {
        let (word, what) = (name.value.clone(), "an input of this operation, a setting, a value or a place of a token");
        let similar = similar(name, known.iter().map(String::as_str));
        problems.push(name.span, Problem::NotOneOf { word, what, known: known.clone(), similar });
    }
}

/// What examples say is sent. `is_asked` is false for what the vendor sends by itself.
pub(super) fn requests(examples: &[spec::Example], is_asked: bool, problems: &mut Diagnostics) -> Vec<RequestExample> {
    let mut all = Vec::new();
    for example in examples {
        let found = match (&example.state, &example.request) {
            (Some(_), None) => continue,
            (None, Some(_)) if !is_asked => "a webhook sends none",
            (None, Some(request)) => {
                refuse_reply(example, problems);
                all.push(RequestExample::new(&example.given, request));
                continue;
            }
            (Some(_), Some(_)) => "this example has both",
            (None, None) if problems.is_lost("state") || problems.is_lost("request") => continue,
            (None, None) => "this example has none",
        };
        let expected = if is_asked { "exactly one of `state` and `request`" } else { "`state`" };
        problems.push(spec::first_line(example.span), Problem::NotExactlyOne { expected, found });
    }
    all
}

/// What a reply is has no place beside a request.
fn refuse_reply(example: &spec::Example, problems: &mut Diagnostics) {
    let first = example.headers.iter().next().map(|(name, _)| name.span);
    for (key, span) in [
        ("file", example.file.as_ref().map(|one| one.span)),
        ("body", example.body.as_ref().map(|one| one.span)),
        ("http", example.http.as_ref().map(|one| one.span)),
        ("headers", first),
        ("age", example.age.as_ref().map(|one| one.span)),
        ("verified", example.verified.as_ref().map(|one| one.span)),
        ("partial", example.partial.as_ref().map(|one| one.span)),
        ("revisable", example.revisable.as_ref().map(|one| one.span)),
        ("message", example.message.as_ref().map(|one| one.span)),
        ("code", example.code.as_ref().map(|one| one.span)),
    ] {
        if let Some(span) = span {
            problems.push(span, Problem::OfReply { key });
        }
    }
}

fn contradicted(operation: &Operation, expected: String, judged: &Judged) -> Problem {
    let rule = judged.rule.and_then(|at| operation.reading.rules.get(at)).map(|rule| rule.span);
    Problem::ExampleContradicted { expected, found: judged.verdict.as_str(), rule, reason: judged.reason.clone() }
}

fn compare(expected: &Option<Spanned<bool>>, key: &'static str, found: bool, problems: &mut Diagnostics) {
    if let Some(expected) = expected.as_ref().filter(|expected| expected.value != found) {
        let (wanted, found) = (expected.value.to_string(), Some(found.to_string()));
        problems.push(expected.span, Problem::ExampleDetail { key, expected: wanted, found });
    }
}

fn compare_text(expected: &Option<spec::Text>, key: &'static str, found: Option<&str>, problems: &mut Diagnostics) {
    if let Some(expected) = expected.as_ref().filter(|expected| Some(expected.value.as_str()) != found) {
        let found = found.map(str::to_owned);
        problems.push(expected.span, Problem::ExampleDetail { key, expected: expected.value.clone(), found });
    }
}
