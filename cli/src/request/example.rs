//! Proves the examples of requests: what a spec says is sent is what is sent.

use serde_json::Value;
use settled_codegen::diagnostic::{Diagnostics, Problem, Report};
use settled_codegen::model::{ExpectedBody, Operation, RequestExample, Vendor};
use settled_codegen::source::{Source, Span, Spanned};

use super::given::{Given, Misfit, Told};
use super::maker::{Made, make};
use super::{at, bases};
use crate::output::Refusal;

/// The vendor, where all its examples of requests hold.
pub(crate) fn prove(source: &Source, vendor: Vendor) -> Result<Vendor, Report> {
    let mut problems = Diagnostics::default();
    let tokens = vendor.tokens.iter().map(|token| &token.operation);
    for operation in vendor.operations.iter().chain(tokens) {
        operation.requests.iter().for_each(|example| prove_one(&vendor, operation, example, &mut problems));
    }
    problems.into_result(source, Some(vendor))
}

fn prove_one(vendor: &Vendor, operation: &Operation, example: &RequestExample, problems: &mut Diagnostics) {
    let given = example.given.iter();
    let told: Told = given.map(|(name, text)| (name.value.clone(), text.clone().into_bytes())).collect();
    let place = first_span(example).unwrap_or(operation.name.span);
    let given = match Given::new(vendor, operation, &told) {
        Ok(given) => given,
        Err(misfit) => {
            let (span, problem) = refused(misfit, example, place);
            return problems.push(span, problem);
        }
    };
    let made = bases(vendor, operation, &given, None, None).map_err(reason);
    let made = made.and_then(|bases| make(vendor, operation, &given, &bases, at(std::time::Duration::ZERO)));
    match made {
        Ok(made) => Compared { made: &made, problems }.run(example),
        Err(reason) => problems.push(place, Problem::RequestUnmade { reason }),
    }
}

fn reason(refusal: Refusal) -> String {
    match refusal {
        Refusal::Usage(what, _) | Refusal::Report(what, _) => what,
    }
}

fn first_span(example: &RequestExample) -> Option<Span> {
    let given = example.given.iter().map(|(name, _)| name.span);
    given.chain(example.url.iter().map(|url| url.span)).chain(example.headers.iter().map(|(_, text)| text.span)).next()
}

/// What is wrong with what is given, and where it stands.
fn refused(misfit: Misfit, example: &RequestExample, place: Span) -> (Span, Problem) {
    match misfit {
        Misfit::Type(name, expected) => {
            let given = example.given.iter().find(|(known, _)| known.value == name);
            let (span, text) = given.map_or((place, String::new()), |(known, text)| (known.span, text.clone()));
            (span, Problem::GivenMismatch { name, text, expected })
        }
        Misfit::Unknown(name) => (place, Problem::RequestUnmade { reason: format!("there is no input `{name}`") }),
        Misfit::Several(names) => {
            let reason = format!("`{}` exclude each other", names.join("`, `"));
            (place, Problem::RequestUnmade { reason })
        }
    }
}

/// A request that is held against its example.
struct Compared<'m, 'p> {
    made: &'m Made,
    problems: &'p mut Diagnostics,
}

impl Compared<'_, '_> {
    fn run(&mut self, example: &RequestExample) {
        let request = &self.made.request;
        if let Some(url) = &example.url {
            let found = match url.starts_with('/') {
                true => request.uri().path_and_query().map(|target| target.as_str().to_owned()),
                false => Some(request.uri().to_string()),
            };
            self.compare("the URL".to_owned(), url, found);
        }
        let query = request.uri().query().unwrap_or_default();
        for (name, expected) in &example.query {
            let mut all = query.split('&').filter_map(|pair| pair.split_once('='));
            let found = all.find(|(known, _)| decoded(known) == *name).map(|(_, value)| decoded(value));
            self.compare(format!("the query parameter `{name}`"), expected, found);
        }
        for (name, expected) in &example.headers {
            let found = request.headers().get(name.as_str());
            let found = found.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
            self.compare(format!("the header `{name}`"), expected, found);
        }
        let body = || String::from_utf8_lossy(request.body()).into_owned();
        match &example.body {
            None => {}
            Some(ExpectedBody::Text(expected)) => self.compare("the body".to_owned(), expected, Some(body())),
            Some(ExpectedBody::Json(expected)) => {
                let found = match parts(request) {
                    Some(parts) => Some(parts),
                    None => serde_json::from_slice::<Value>(request.body()).ok(),
                };
                if found != serde_json::from_str(expected).ok() {
                    self.compare("the body".to_owned(), expected, Some(body()));
                }
            }
        }
    }

    fn compare(&mut self, place: String, expected: &Spanned<String>, found: Option<String>) {
        if found.as_ref() != Some(&expected.value) {
            let expected_text = expected.value.clone();
            self.problems.push(expected.span, Problem::RequestContradicted { place, expected: expected_text, found });
        }
    }
}

/// The parts of a `multipart` body by their names, as texts; those of one name are a list.
fn parts(request: &settled::__private::v1::Request) -> Option<Value> {
    let header = request.headers().get("content-type")?.to_str().ok()?;
    let boundary = header.strip_prefix("multipart/form-data; boundary=")?;
    let body = String::from_utf8_lossy(request.body());
    let mut all = serde_json::Map::new();
    for part in body.split(&format!("--{boundary}\r\n")).skip(1) {
        let (head, content) = part.split_once("\r\n\r\n")?;
        let name = head.split_once("name=\"")?.1.split('"').next()?;
        let content = content.strip_suffix(&format!("\r\n--{boundary}--\r\n")).or(content.strip_suffix("\r\n"))?;
        match all.get_mut(name) {
            None => drop(all.insert(name.to_owned(), content.into())),
            Some(Value::Array(list)) => list.push(content.into()),
            Some(one) => *one = Value::Array(vec![one.take(), content.into()]),
        }
    }
    Some(Value::Object(all))
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}
