//! `settled request`: the request that an operation sends.

mod example;
mod given;
mod maker;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use settled::Now;
use settled_codegen::diagnostic::visible;
use settled_codegen::model::{Operation, Part, Vendor};

use self::given::{Given, Misfit};
use self::maker::{Made, make};
use crate::arguments::RequestArguments;
use crate::output::{self, Answer, Refusal};
use crate::specs::{self, list};

pub(crate) use self::example::prove;

/// Shows one request.
pub(crate) fn run(arguments: &RequestArguments) -> Result<Answer, Refusal> {
    let (_, vendor) = specs::require(&arguments.spec)?;
    let operation = asked(&vendor, &arguments.operation)?;
    let told = arguments.inputs.iter().map(|(name, value)| Ok((name.clone(), specs::told(value)?)));
    let told = told.collect::<Result<_, Refusal>>()?;
    let given = Given::new(&vendor, operation, &told).map_err(|misfit| refused(&misfit, &vendor, operation))?;
    let bases = bases(&vendor, operation, &given, arguments.server.as_deref(), arguments.base_url.as_deref())?;
    let made = make(&vendor, operation, &given, &bases, arguments.at.map_or_else(now, at))
        .map_err(|trouble| Refusal::usage(trouble, "see what was given by `--input`"))?;
    let stand_ins: Vec<_> = given.stand_ins().into_iter().collect();
    Ok(match arguments.json {
        true => Answer::json(&document(&made, &stand_ins)),
        false => Answer::fine(text(&made, &stand_ins)),
    })
}

/// The operation or token of this name.
fn asked<'v>(vendor: &'v Vendor, name: &str) -> Result<&'v Operation, Refusal> {
    let tokens = vendor.tokens.iter().map(|token| &token.operation);
    let all: Vec<_> = vendor.operations.iter().chain(tokens).collect();
    all.iter().find(|operation| operation.name.value == name).copied().ok_or_else(|| {
        let known: Vec<_> = all.iter().map(|operation| operation.name.value.as_str()).collect();
        Refusal::usage(format!("`{}` has no operation `{name}`", vendor.path), format!("it has {}", list(&known)))
    })
}

fn refused(misfit: &Misfit, vendor: &Vendor, operation: &Operation) -> Refusal {
    // Values are not shown: they may be somebody's data.
    let (what, help) = match misfit {
        Misfit::Type(name, expected) => {
            (format!("`{name}` is something else than {expected}"), format!("give {expected}"))
        }
        Misfit::Several(names) => {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            (format!("{} exclude each other", list(&names)), "give one of them".to_owned())
        }
        Misfit::Unknown(name) => {
            let known: Vec<_> = vendor.given_to(operation).collect();
            let known: Vec<_> = known.iter().map(String::as_str).collect();
            let help = match known.as_slice() {
                [] => "it is made from nothing that can be given".to_owned(),
                known => format!("it is made from {}", list(known)),
            };
            (format!("`{}` has no input `{name}`", operation.name.value), help)
        }
    };
    Refusal::usage(what, help)
}

/// The base URLs, one for each role.
fn bases(
    vendor: &Vendor,
    operation: &Operation,
    given: &Given<'_>,
    server: Option<&str>,
    base_url: Option<&str>,
) -> Result<Vec<String>, Refusal> {
    let server = match server {
        None => vendor.servers.first(),
        Some(name) => Some(vendor.servers.iter().find(|server| server.name == name).ok_or_else(|| {
            let known: Vec<_> = vendor.servers.iter().map(|server| server.name.as_str()).collect();
            let help = match known.as_slice() {
                [] => "it has none: give a base URL by `--base-url`".to_owned(),
                known => format!("it has {}", list(known)),
            };
            Refusal::usage(format!("`{}` has no server `{name}`", vendor.path), help)
        })?),
    };
    let text = |part: &Part| match part {
        Part::Plain(text) => text.clone(),
        Part::Setting(at) => given.setting(*at).unwrap_or_default(),
        _ => String::new(),
    };
    let base = |(role, one): (usize, &settled_codegen::model::Role)| match (role, base_url, one.token, server) {
        (role, Some(url), ..) if role == operation.role => url.trim_end_matches('/').to_owned(),
        // Another role's comes with its own operations.
        (role, _, Some(_), _) if role != operation.role => String::new(),
        (_, _, Some((token, field)), _) => given.token(token, field).trim_end_matches('/').to_owned(),
        (_, _, None, Some(server)) => {
            server.urls.get(role).map(|url| url.0.iter().map(text).collect()).unwrap_or_default()
        }
        (_, _, None, None) => format!("https://{}.example", vendor.module.replace('_', "-")),
    };
    Ok(vendor.roles.iter().enumerate().map(base).collect())
}

fn now() -> Now {
    at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
}

fn at(wall: Duration) -> Now {
    Now { mono: Duration::ZERO, wall }
}

/// The request as it is sent, the values that were computed for it, and what was not given.
fn text(made: &Made, stand_ins: &[String]) -> String {
    let request = &made.request;
    let mut text = format!("{} {}\n", request.method(), visible(&request.uri().to_string()));
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {}\n", visible(&String::from_utf8_lossy(value.as_bytes()))));
    }
    if !request.body().is_empty() {
        let body = String::from_utf8_lossy(request.body());
        let lines: Vec<_> = body.split('\n').map(|line| visible(line.trim_end_matches('\r'))).collect();
        text.push_str(&format!("\n{}\n", lines.join("\n").trim_end_matches('\n')));
    }
    if !made.values.is_empty() {
        let rows = made.values.iter().map(|one| {
            let over = one.over.as_deref().map(on_one_line).unwrap_or_default();
            [one.name.clone(), on_one_line(&one.value), over]
        });
        text.push_str(&format!("\n{}", output::table(["value", "is", "made of"], rows.collect())));
    }
    if !stand_ins.is_empty() {
        let names: Vec<_> = stand_ins.iter().map(String::as_str).collect();
        text.push_str(&format!("\nStand-ins, as they were not given by `--input`: {}\n", list(&names)));
    }
    text
}

/// The longest value that a table shows, in characters.
const SHOWN: usize = 160;

/// A text with its line breaks spelled out, as far as a line goes.
fn on_one_line(text: &str) -> String {
    let line = text.replace('\r', "\\r").replace('\n', "\\n");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The same as one JSON document.
fn document(made: &Made, stand_ins: &[String]) -> Value {
    let request = &made.request;
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| json!([name.as_str(), String::from_utf8_lossy(value.as_bytes())]));
    let values = made.values.iter().map(|one| json!({ "name": one.name, "is": one.value, "made_of": one.over }));
    json!({
        "method": request.method().as_str(),
        "url": request.uri().to_string(),
        "headers": headers.collect::<Vec<_>>(),
        "body": String::from_utf8_lossy(request.body()),
        "values": values.collect::<Vec<_>>(),
        "stand_ins": stand_ins,
    })
}
