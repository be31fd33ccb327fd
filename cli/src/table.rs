//! `settled table`: what each reply means, as a table and as a picture.

use anstyle::Style;
use settled_codegen::diagnostic::visible;
use settled_codegen::diagram::{self, mermaid, svg};
use settled_codegen::model::{Operation, Rule, Vendor};

use crate::arguments::{Format, TableArguments};
use crate::output::{self, Answer, Refusal};
use crate::specs;

/// The header of the table.
fn header(operation: &Operation) -> [&'static str; 5] {
    let what = if operation.reading.is_event { "an event in which" } else { "a reply in which" };
    ["", what, "means", "and", "place"]
}

/// Shows an operation of a spec, or all.
pub(crate) fn run(arguments: &TableArguments) -> Result<Answer, Refusal> {
    let (_, vendor) = specs::require(&arguments.spec)?;
    let with_rules: Vec<_> = vendor.judged().filter(|operation| has_rules(operation)).collect();
    let names: Vec<_> = with_rules.iter().map(|operation| operation.name.as_str()).collect();
    let shown = match &arguments.operation {
        Some(name) => vec![specs::operation(&vendor, name)?],
        None => with_rules,
    };
    if shown.is_empty() || !shown.iter().all(|operation| has_rules(operation)) {
        let what = match &arguments.operation {
            Some(name) => format!("`{name}` has no `states`"),
            None => format!("no operation of `{}` has `states`", vendor.path),
        };
        let help = match names.as_slice() {
            [] => "`states` says what each reply means".to_owned(),
            names => format!("these have: {}", specs::list(names)),
        };
        return Err(Refusal::usage(format!("{what}, so there is no table"), help));
    }
    let all = |show: &dyn Fn(&Operation) -> String| {
        Ok(Answer::fine(shown.iter().map(|operation| show(operation)).collect::<Vec<_>>().join("\n")))
    };
    match (arguments.format, shown.as_slice()) {
        (Format::Text, _) => all(&|operation| as_text(&vendor, operation)),
        (Format::Markdown, _) => all(&|operation| as_markdown(&vendor, operation)),
        (Format::Mermaid | Format::Svg, [one]) if one.reading.is_event => {
            let text = format!("`{}` is a webhook: nothing is asked again, so there is no picture", one.name.value);
            Err(Refusal::usage(text, "take `--format text` or `--format markdown`".to_owned()))
        }
        (Format::Mermaid, [one]) => Ok(Answer::fine(mermaid(one))),
        (Format::Svg, [one]) => Ok(Answer::fine(svg(one))),
        (Format::Mermaid | Format::Svg, _) => {
            Err(Refusal::usage("a picture shows one operation", format!("name one of {}", specs::list(&names))))
        }
    }
}

fn has_rules(operation: &Operation) -> bool {
    !operation.reading.rules.is_empty()
}

/// The rules in the order in which they are asked: number, facts, verdict, what stands beside it, place.
fn rows(operation: &Operation) -> Vec<[String; 5]> {
    let row = |number: String, rule: &Rule| {
        let facts = diagram::facts(rule).join("\nor ");
        [number, facts, rule.verdict.as_str().to_owned(), diagram::modifiers(rule).join(", "), rule.place.clone()]
    };
    let errors = operation.reading.errors.iter().flat_map(|error| &error.rules).enumerate();
    let errors = errors.map(|(at, rule)| row(format!("e{}", at + 1), rule));
    let states = operation.reading.rules.iter().enumerate().map(|(at, rule)| row((at + 1).to_string(), rule));
    errors.chain(states).collect()
}

/// What no line of the table says.
fn rest(operation: &Operation) -> String {
    if operation.reading.is_event {
        return "The first line that holds decides. Where none does, the event says no state. One whose proof does not hold is\n\
                unverified; one for which `only_if` does not hold is an other_event; one without the declared shape is\n\
                unreadable.\n"
            .to_owned();
    }
    let errors = match operation.reading.errors.iter().any(|error| !error.rules.is_empty()) {
        true => " Lines e1 and on are about errors that the spec declares.",
        false => "",
    };
    format!(
        "The first line that holds decides.{errors} Where none does, the HTTP status decides:\n\
         304 is unchanged; 429 throttled; 408, 425 and 5xx transient; 401 credential_expired; any other that is not\n\
         2xx is a request_error. A reply without the declared shape is unreadable.\n"
    )
}

fn as_text(vendor: &Vendor, operation: &Operation) -> String {
    let bold = Style::new().bold();
    let mut text = format!("{bold}{}: {}{bold:#}\n\n", vendor.path, visible(&operation.name));
    text.push_str(&output::table(header(operation), rows(operation)));
    text.push_str(&format!("\n{}", rest(operation)));
    if !operation.reading.is_event {
        text.push_str(&format!("\n{}", mermaid(operation)));
    }
    text
}

fn as_markdown(vendor: &Vendor, operation: &Operation) -> String {
    let code = |text: &str| match text.is_empty() {
        true => String::new(),
        false => {
            let lines = text.lines().map(|line| visible(line).replace('`', "'").replace('|', "\\|"));
            format!("`{}`", lines.collect::<Vec<_>>().join("`<br>`"))
        }
    };
    let mut text = format!("## {}: {}\n\n", code(&vendor.path), code(&operation.name));
    text.push_str(&format!("| | {} |\n|---|---|---|---|---|\n", header(operation)[1..].join(" | ")));
    for [number, facts, verdict, beside, place] in rows(operation) {
        let beside = if beside.is_empty() { String::new() } else { code(&beside) };
        text.push_str(&format!("| {number} | {} | {verdict} | {beside} | {} |\n", code(&facts), code(&place)));
    }
    text.push_str(&format!("\n{}", rest(operation)));
    if !operation.reading.is_event {
        text.push_str(&format!("\n```mermaid\n{}```\n", mermaid(operation)));
    }
    text
}
