//! Checks a spec and turns it into the model: names, types, paths, templates, rules, waiting, and at last the examples.

pub(crate) mod aside;
mod examples;
mod facts;
pub(crate) mod matcher;
pub(crate) mod names;
mod operation;
mod pace;
mod proof;
mod reading;
mod request;
mod rules;
mod scope;
mod settled;
mod types;

use names::Names;
pub(crate) use pace::show;
pub(crate) use reading::join_all;

use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{self, Docs, InputKind, Server, Setting, SettingKind};
use crate::record::Named;
use crate::source::{Source, Spanned};
use crate::spec::{self, Given, Shape, ShapeKind};

/// Where a spec's other files are read.
pub trait Files {
    /// The text of a file that is named relative to the spec's folder, or why it cannot be read.
    fn read(&self, path: &str) -> Result<String, String>;
}

/// Checks a spec. `None` means that the model cannot be built; what is wrong has been pushed.
pub fn check(
    spec: &spec::Vendor,
    module: &str,
    source: &Source,
    files: &dyn Files,
    problems: &mut Diagnostics,
) -> Option<model::Vendor> {
    let module = names::require(names::field(module), module, spec.vendor.span, problems)?;
    // The last one is the index that a build script writes.
    if ["settled", "std", "core", "alloc", "vendors"].contains(&module.as_str()) {
        problems.push(spec.vendor.span, Problem::NameTaken { name: module, by: "something that every build has" });
        return None;
    }
    let mut resolver = types::Resolver::new(spec, problems);
    let settings = settings(spec, problems);
    let mut used_settings = vec![false; settings.len()];
    let mut used_values = Vec::new();
    let mut operations = Vec::new();
    if spec.operations.0.is_empty() && !problems.is_lost("operations") {
        problems.push(spec.vendor.span, Problem::NoOperations {});
    }
    // What is unused may only seem so while anything else is wrong.
    let mut unused = Diagnostics::default();
    for (name, operation) in spec.operations.iter() {
        let Some(rust) = names::require(names::field(name), name, name.span, problems) else { continue };
        if rust == "builder" {
            problems.push(name.span, Problem::NameTaken { name: rust, by: "a method of the client" });
            continue;
        }
        let checker = operation::Checker { spec, source, settings: &settings, name, operation, rust };
        let Some((operation, used)) = checker.check(&mut resolver, problems, &mut unused) else { continue };
        used.settings.iter().for_each(|at| used_settings[*at] = true);
        used_values.extend(used.values);
        operations.push(operation);
    }
    resolver.refuse_unused(&mut unused);
    refuse_unused(spec, &settings, &used_settings, &used_values, &mut unused);
    let complete = operations.len() == spec.operations.0.len();
    let servers = servers(&spec.servers, problems);
    let vendor = model::Vendor {
        name: spec.vendor.value.clone(),
        module,
        path: source.path.clone(),
        about: docs(&spec.about, &spec.docs, &spec.unsure),
        checked: spec.checked.as_ref().map(|date| date.value.clone()),
        servers,
        settings,
        types: resolver.types,
        operations,
    };
    if !complete || !problems.is_empty() {
        return None;
    }
    settled::check(&vendor, problems);
    // Proofs speak of rules that hold together; before that they would only say again what is wrong.
    if problems.is_empty() {
        examples::prove(&vendor, spec, files, problems);
    }
    problems.extend(unused);
    Some(vendor)
}

fn docs(about: &Option<spec::Text>, link: &Option<spec::Text>, unsure: &[spec::Text]) -> Docs {
    let text = |text: &Option<spec::Text>| text.as_ref().map(|text| text.value.clone());
    Docs { about: text(about), link: text(link), unsure: unsure.iter().map(|one| one.value.clone()).collect() }
}

fn settings(spec: &spec::Vendor, problems: &mut Diagnostics) -> Vec<Setting> {
    let mut names = Names::default();
    // Methods of the client's builder besides the settings.
    for taken in ["base_url", "transport", "clock", "body_limit", "allow_plain_http", "build", "core"] {
        names.reserve(taken, "the client's builder");
    }
    for (server, _) in spec.servers.iter() {
        if let Some(rust) = names::field(server) {
            names.take(&rust, &format!("`{}`", server.value), server.span, problems);
        }
    }
    let mut settings = Vec::new();
    let mut secrets = 0;
    for (name, spec::Setting(given)) in spec.settings.iter() {
        let Some(rust) = names::require(names::field(name), name, name.span, problems) else { continue };
        names.take(&rust, &format!("`{}`", name.value), name.span, problems);
        let kind = match input_kind(given, "`string` or `secret`", problems) {
            Some(InputKind::Text(default)) => SettingKind::Text(default),
            Some(InputKind::Secret) => {
                secrets += 1;
                SettingKind::Secret(secrets - 1)
            }
            Some(_) => {
                let found = given.shape.written();
                problems.push(given.shape.span, Problem::InputType { found, expected: "`string` or `secret`" });
                problems.lose(name);
                continue;
            }
            None => {
                problems.lose(name);
                continue;
            }
        };
        let about = given.about.as_ref().map(|about| about.value.clone());
        settings.push(Setting { name: name.value.clone(), rust, about, kind });
    }
    settings
}

/// The kind of an input or setting, and its default.
fn input_kind(given: &Given, expected: &'static str, problems: &mut Diagnostics) -> Option<InputKind> {
    let default = given.default.as_ref();
    let bad = |text: &Spanned<String>, expected, problems: &mut Diagnostics| {
        problems.push(text.span, Problem::BadScalar { text: text.value.clone(), expected });
        None::<InputKind>
    };
    match &given.shape {
        Shape { kind: ShapeKind::Named(name), .. } => match (name.as_str(), default) {
            ("string", default) => Some(InputKind::Text(default.map(|text| text.value.clone()))),
            ("bool", None) => Some(InputKind::Bool(None)),
            ("bool", Some(text)) => match text.parse() {
                Ok(value) => Some(InputKind::Bool(Some(value))),
                Err(_) => bad(text, "`true` or `false`", problems),
            },
            ("int", None) => Some(InputKind::Int(None)),
            ("int", Some(text)) => match text.parse() {
                Ok(value) => Some(InputKind::Int(Some(value))),
                Err(_) => bad(text, "a whole number", problems),
            },
            ("secret", None) => Some(InputKind::Secret),
            ("secret", Some(text)) => {
                problems.push(text.span, Problem::SecretDefault {});
                None
            }
            _ => {
                problems.push(given.shape.span, Problem::InputType { found: given.shape.written(), expected });
                None
            }
        },
        shape => {
            problems.push(shape.span, Problem::InputType { found: shape.written(), expected });
            None
        }
    }
}

fn servers(spec: &Named<spec::Text>, problems: &mut Diagnostics) -> Vec<Server> {
    let mut servers = Vec::new();
    for (name, url) in spec.iter() {
        let trimmed = url.trim_end_matches('/');
        let rest = url.strip_prefix("https://");
        let reason = match rest {
            None => Some("it must start with `https://`"),
            Some(rest) if rest.is_empty() || rest.starts_with('/') => Some("it has no host"),
            Some(rest) if rest.contains(['?', '#']) => Some("it must have no query and no fragment"),
            Some(rest) if rest.contains('@') => Some("it must have no user in it"),
            Some(rest) if rest.contains(['{', '}']) => Some("it must be complete; let callers give `base_url` instead"),
            Some(rest) if rest.chars().any(|c| !c.is_ascii_graphic()) => Some("it must be visible ASCII"),
            Some(_) => None,
        };
        if let Some(reason) = reason {
            problems.push(url.span, Problem::BadBaseUrl { url: url.value.clone(), reason });
        }
        let Some(name) = names::require(names::field(name), name, name.span, problems) else { continue };
        servers.push(Server { name, url: trimmed.to_owned() });
    }
    servers
}

fn refuse_unused(
    spec: &spec::Vendor,
    settings: &[Setting],
    used_settings: &[bool],
    used_values: &[String],
    problems: &mut Diagnostics,
) {
    for (name, _) in spec.settings.iter() {
        let at = settings.iter().position(|setting| setting.name == name.value);
        if at.is_some_and(|at| !used_settings[at]) {
            problems.push(name.span, Problem::Unused { what: "setting", name: name.value.clone() });
        }
    }
    for (name, _) in spec.values.iter() {
        if !used_values.contains(&name.value) {
            problems.push(name.span, Problem::Unused { what: "value", name: name.value.clone() });
        }
    }
}
