//! Checks a spec and turns it into the model: names, types, paths, templates, rules, waiting, and at last the examples.

pub(crate) mod aside;
mod batch;
mod examples;
mod facts;
mod hint;
mod input;
mod job;
pub(crate) mod matcher;
pub(crate) mod names;
mod operation;
mod pace;
mod pages;
mod pins;
mod proof;
mod reading;
mod request;
mod rules;
mod scope;
mod server;
mod setting;
mod settled;
mod then;
mod token;
mod types;
mod value;
mod webhook;
mod word;

pub(crate) use pace::show;
pub(crate) use reading::join_all;

use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{self, Docs, Setting};
use crate::source::Source;
use crate::spec;

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
    let tokens = token::Tokens::of(spec);
    let mut roles = server::roles(spec, problems);
    let mut settings = setting::all(spec, &roles, &mut resolver, problems);
    let mut used_settings = vec![false; settings.len()];
    let mut in_servers = vec![false; settings.len()];
    let servers = server::all(spec, &mut roles, &settings, &tokens, &mut in_servers, problems);
    let hosts = server::hosts(spec, problems);
    let mut used_values = Vec::new();
    let mut operations = Vec::new();
    if spec.operations.0.is_empty() && !problems.is_lost("operations") {
        problems.push(spec.vendor.span, Problem::NoOperations {});
    }
    // What is unused may only seem so while anything else is wrong.
    let mut unused = Diagnostics::default();
    let received: Vec<_> =
        spec.webhooks.iter().map(|(_, webhook)| (webhook.operation(), webhook::handed(webhook))).collect();
    let checker = |name, operation, rust| operation::Checker {
        spec,
        source,
        settings: &settings,
        roles: &roles,
        tokens: &tokens,
        token: None,
        webhook: None,
        operations: &[],
        handed: &[],
        listed: &[],
        name,
        operation,
        rust,
    };
    let mut made_tokens = Vec::new();
    let mut token_uses = Vec::new();
    for (at, (name, spec::Token(operation))) in spec.tokens.iter().enumerate() {
        let Some(rust) = names::require(names::field(name), name, name.span, problems) else { continue };
        let rust = format!("__token_{}", rust.trim_start_matches("r#"));
        let checker = operation::Checker { token: Some(at), ..checker(name, operation, rust) };
        let made = checker.check(&mut resolver, problems, &mut unused);
        let Some((operation, used, Some(token))) = made else { continue };
        used.settings.iter().for_each(|at| used_settings[*at] = true);
        used_values.extend(used.values);
        token_uses.push(server::with_base(used.tokens, roles[operation.role].token));
        made_tokens.push(token::token(operation, token));
    }
    let plans = job::Plans::of(spec, problems);
    let mut operation_uses = Vec::new();
    for (at, (name, operation)) in spec.operations.iter().enumerate() {
        let Some(rust) = names::require(names::field(name), name, name.span, problems) else { continue };
        if rust == "builder" {
            problems.push(name.span, Problem::NameTaken { name: rust, by: "a method of the client" });
            continue;
        }
        let (handed, listed) = (plans.handed(at), plans.listed(at));
        let checker = operation::Checker { handed, listed, ..checker(name, operation, rust) };
        let Some((operation, used, _)) = checker.check(&mut resolver, problems, &mut unused) else { continue };
        used.settings.iter().for_each(|at| used_settings[*at] = true);
        used_values.extend(used.values);
        operation_uses.push(server::with_base(used.tokens, roles[operation.role].token));
        operations.push(operation);
    }
    let mut events = Vec::new();
    for ((name, webhook), (operation, handed)) in spec.webhooks.iter().zip(&received) {
        let calls = operations.iter().map(|operation: &model::Operation| operation.call.clone());
        let jobs = spec.jobs.names().filter_map(names::field);
        let Some(rust) = webhook::call(name, calls.chain(jobs), problems) else { continue };
        let known = operation::Checker { operations: &operations, ..checker(name, operation, rust) };
        let checker = operation::Checker { webhook: Some(webhook), handed, ..known };
        let Some((operation, used, _)) = checker.check(&mut resolver, problems, &mut unused) else { continue };
        used.settings.iter().for_each(|at| used_settings[*at] = true);
        used_values.extend(used.values);
        events.push(operation);
    }
    for ((setting, used), in_servers) in settings.iter_mut().zip(&mut used_settings).zip(in_servers) {
        setting.only_in_servers = in_servers && !*used;
        *used |= in_servers;
    }
    resolver.refuse_unused(&mut unused);
    refuse_unused(spec, &settings, &used_settings, &used_values, &mut unused);
    token::refuse_unused(&tokens, &mut unused);
    let complete = operations.len() == spec.operations.0.len()
        && made_tokens.len() == spec.tokens.0.len()
        && events.len() == spec.webhooks.0.len();
    if complete {
        let closed = token::order(&spec.tokens, &token_uses, problems)?;
        for (token, needs) in made_tokens.iter_mut().zip(&closed) {
            token.operation.tokens.clone_from(needs);
        }
        for (operation, uses) in operations.iter_mut().zip(&operation_uses) {
            operation.tokens = token::needs(uses, &closed);
        }
        for (token, field) in roles.iter().filter_map(|role| role.token) {
            made_tokens[token].fields[field].is_base = true;
        }
    }
    let asked = made_tokens.iter().map(|token| &token.operation).chain(&operations).map(|operation| operation.role);
    server::refuse_unused(spec, &roles, &asked.collect::<Vec<_>>(), &mut unused);
    if complete {
        then::link(&mut operations, problems);
    }
    let jobs = match complete {
        true => job::all(&plans, &operations, &mut resolver, problems),
        false => Vec::new(),
    };
    let webhooks = match complete {
        true => {
            let made = events.into_iter().zip(spec.webhooks.iter());
            made.filter_map(|(event, (_, webhook))| webhook::webhook(webhook, event, spec, &jobs, problems)).collect()
        }
        false => Vec::new(),
    };
    let vendor = model::Vendor {
        name: spec.vendor.value.clone(),
        module,
        path: source.path.clone(),
        about: docs(&spec.about, &spec.docs, &spec.unsure),
        checked: spec.checked.as_ref().map(|date| date.value.clone()),
        roles,
        servers,
        hosts,
        settings,
        tokens: made_tokens,
        types: resolver.types,
        operations,
        jobs,
        webhooks,
    };
    if !complete || !problems.is_empty() {
        return None;
    }
    settled::check(&vendor, problems);
    // Proofs speak of rules that hold together; before that they would only say again what is wrong.
    if problems.is_empty() {
        examples::prove(&vendor, spec, files, problems);
    }
    // A file serves several specs, and not each of them needs all of it.
    problems.extend(unused.without_files(source));
    Some(vendor)
}

fn docs(about: &Option<spec::Text>, link: &Option<spec::Text>, unsure: &[spec::Text]) -> Docs {
    let text = |text: &Option<spec::Text>| text.as_ref().map(|text| text.value.clone());
    Docs { about: text(about), link: text(link), unsure: unsure.iter().map(|one| one.value.clone()).collect() }
}

fn refuse_unused(
    spec: &spec::Vendor,
    settings: &[Setting],
    used_settings: &[bool],
    used_values: &[String],
    problems: &mut Diagnostics,
) {
    for (name, _) in spec.settings.iter() {
        let (name, _) = setting::plain(name);
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
