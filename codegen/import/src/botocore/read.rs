//! The text of a suite, read.

use heck::ToSnakeCase;
use serde_json::{Map, Value};

use crate::Refusal;

/// All waiters of a botocore.
pub(super) struct Suite {
    pub(super) version: String,
    pub(super) waiters: Vec<Waiter>,
    pub(super) refused: Vec<Refusal>,
}

/// One waiter, as its file has it.
#[derive(Debug)]
pub(super) struct Waiter {
    pub(super) service: String,
    pub(super) api_version: String,
    pub(super) name: String,
    pub(super) operation: String,
    pub(super) file: String,
    pub(super) description: Option<String>,
    pub(super) delay: u64,
    pub(super) max_attempts: u64,
    pub(super) acceptors: Vec<Entry>,
}

/// One acceptor, as its file has it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) state: String,
    pub(super) matcher: String,
    pub(super) argument: Option<String>,
    pub(super) expected: Value,
}

impl Waiter {
    pub(super) fn id(&self) -> String {
        format!("{}/{}/{}", self.service, self.api_version, self.name)
    }

    /// The module of its service and version.
    pub(super) fn module(&self) -> String {
        let text = format!("{}_{}", self.service, self.api_version);
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
    }

    pub(super) fn operation_name(&self) -> String {
        self.name.to_snake_case()
    }

    pub(super) fn about(&self) -> String {
        let names = format!("botocore's {} on {}.", self.name, self.operation);
        match self.description.as_deref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")) {
            Some(text) if !text.is_empty() => format!("{}. {names}", text.trim_end_matches('.')),
            _ => names,
        }
    }
}

pub(super) fn suite(text: &str) -> Result<Suite, Refusal> {
    let place = "the suite";
    let json: Value = serde_json::from_str(text)
        .map_err(|error| Refusal::new(place, format!("it is not JSON: {error}; it is one `waiters.json`")))?;
    let root = Record { place: place.to_owned(), members: members(place, &json)? };
    let version = root.text("botocore")?;
    let waiters = match root.member("waiters")? {
        Value::Array(waiters) => waiters,
        _ => return Err(root.wrong("waiters", "a list")),
    };
    let mut suite = Suite { version, waiters: Vec::new(), refused: Vec::new() };
    for (at, json) in waiters.iter().enumerate() {
        match waiter(at, json) {
            Ok(waiter) => suite.waiters.push(waiter),
            Err(refusal) => suite.refused.push(refusal),
        }
    }
    Ok(suite)
}

fn waiter(at: usize, json: &Value) -> Result<Waiter, Refusal> {
    let place = format!("waiter {at} of the suite");
    let mut record = Record { members: members(&place, json)?, place };
    let (service, api_version, name) = (record.text("service")?, record.text("api_version")?, record.text("name")?);
    record.place = format!("{service}/{api_version}/{name}");
    let acceptors = match record.member("acceptors")? {
        Value::Array(acceptors) => acceptors.iter().enumerate().map(|(at, json)| entry(&record.place, at, json)),
        _ => return Err(record.wrong("acceptors", "a list")),
    };
    Ok(Waiter {
        operation: record.text("operation")?,
        file: record.text("file")?,
        description: record.text("description").ok(),
        delay: record.number("delay")?,
        max_attempts: record.number("maxAttempts")?,
        acceptors: acceptors.collect::<Result<_, _>>()?,
        service,
        api_version,
        name,
    })
}

fn entry(waiter: &str, at: usize, json: &Value) -> Result<Entry, Refusal> {
    let place = place(waiter, at);
    let record = Record { members: members(&place, json)?, place };
    Ok(Entry {
        state: record.text("state")?,
        matcher: record.text("matcher")?,
        argument: record.text("argument").ok(),
        expected: record.member("expected")?.clone(),
    })
}

/// Where an acceptor stands.
pub(super) fn place(waiter: &str, at: usize) -> String {
    format!("{waiter}, acceptor {at}")
}

fn members<'v>(place: &str, json: &'v Value) -> Result<&'v Map<String, Value>, Refusal> {
    json.as_object().ok_or_else(|| Refusal::new(place, "expected an object"))
}

/// An object and where it stands.
struct Record<'v> {
    place: String,
    members: &'v Map<String, Value>,
}

impl<'v> Record<'v> {
    fn member(&self, key: &str) -> Result<&'v Value, Refusal> {
        self.members.get(key).ok_or_else(|| Refusal::new(&self.place, format!("`{key}` is missing")))
    }

    fn text(&self, key: &str) -> Result<String, Refusal> {
        self.member(key)?.as_str().map(str::to_owned).ok_or_else(|| self.wrong(key, "a text"))
    }

    fn number(&self, key: &str) -> Result<u64, Refusal> {
        let number = self.member(key)?.as_u64().filter(|number| *number > 0);
        number.ok_or_else(|| self.wrong(key, "a whole number above 0"))
    }

    fn wrong(&self, key: &str, expected: &str) -> Refusal {
        Refusal::new(&self.place, format!("`{key}` is not {expected}"))
    }
}
