//! Rules that can never decide, as the checks of specs find them. They are what the waiters say, so they are taken out and
//! listed, and everything else must hold.

use std::path::Path;

use settled_codegen::diagnostic::{Diagnostic, Diagnostics, Problem};
use settled_codegen::files::Folder;
use settled_codegen::source::{Source, Span};
use settled_codegen::spec::{self, RuleFacts};
use settled_import::Imported;
use settled_import::spec::Rule;

/// A rule, or one of its alternatives, that can never decide.
pub(crate) struct Dead {
    pub(crate) operation: String,
    pub(crate) text: String,
}

/// Where a rule stands: the operation, the rule, and of several alternatives which.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct At(usize, usize, Option<usize>);

/// Takes the dead rules out of a spec.
pub(crate) fn take_out(spec: &mut Imported, folder: &Path) -> Vec<Dead> {
    let mut all = Vec::new();
    loop {
        let source = Source::new(super::shown(folder, spec), spec.yaml());
        let Err(report) = settled_codegen::model(&source, &spec.module, &Folder::of(Path::new(&source.path))) else {
            return all;
        };
        let unreachable = report.diagnostics.iter().filter_map(|diagnostic| dead(diagnostic, spec, &source));
        let mut found: Vec<(At, Dead)> = unreachable.collect();
        if found.is_empty() {
            // Any other mistake is shown by the crate that is generated.
            return all;
        }
        // From the end, so that positions stay what they are.
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        for (At(operation, rule, alternative), _) in &found {
            spec.remove(*operation, *rule, *alternative);
        }
        all.extend(found.into_iter().rev().map(|(_, dead)| dead));
    }
}

fn dead(diagnostic: &Diagnostic, spec: &Imported, source: &Source) -> Option<(At, Dead)> {
    let Problem::RuleUnreachable { above, alternative, .. } = &diagnostic.problem else { return None };
    let read = spec::read(source, &mut Diagnostics::default())?;
    let find = |span: Span| {
        spec.operations.iter().enumerate().find_map(|(at, operation)| {
            let rules = &read.operations.get(&operation.name)?.states;
            let rule = rules.iter().position(|rule| rule.span.start <= span.start && span.end <= rule.span.end)?;
            let RuleFacts::AnyOf(sets) = &rules[rule].facts else { return None };
            let set = sets.iter().position(|set| set.span.start <= span.start && span.end <= set.span.end);
            Some((at, rule, set.filter(|_| *alternative)))
        })
    };
    let (operation, rule, set) = find(diagnostic.span)?;
    let rules = &spec.operations[operation].rules;
    let above: Vec<usize> = above.iter().filter_map(|span| Some(find(*span)?.1)).collect();
    // What is said twice needs no other reason.
    let same = above.iter().find(|above| rules[**above].facts == rules[rule].facts);
    let mut takers: Vec<String> =
        same.map_or(above.clone(), |same| vec![*same]).iter().map(|at| said_by(rules, *at)).collect();
    takers.dedup();
    let why = match (same, takers.as_slice()) {
        (Some(_), _) => format!("{} says the same", takers.join(", ")),
        (None, []) => "no reply is so".to_owned(),
        (None, takers) => format!("what it takes is decided by {}", takers.join(", ")),
    };
    let said: Vec<&str> = source.text.get(diagnostic.span.range())?.split_whitespace().collect();
    let text = format!("{} can never decide: {why}: `{}`", said_by(rules, rule), said.join(" "));
    Some((At(operation, rule, set), Dead { operation: spec.operations[operation].name.clone(), text }))
}

fn said_by(rules: &[Rule], at: usize) -> String {
    rules[at].source.map_or("what no acceptor says".to_owned(), |acceptor| format!("acceptor {acceptor}"))
}
