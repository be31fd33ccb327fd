//! Facts as they are written in specs.

use crate::fact::{Alternatives, Elements, Facts, Matcher, Path, Range, Subject, Word};
use crate::yaml::{Layout, Node};

/// Words that are matchers where they stand alone.
const MATCHERS: [&str; 4] = ["present", "absent", "null", "otherwise"];

/// Whose fields a template names.
#[derive(Clone, Copy)]
enum Scope {
    Reply,
    Item,
}

/// The facts of a rule.
pub(super) fn rule(facts: &Alternatives) -> Node {
    let sets: Vec<&Facts> = facts.iter().collect();
    match sets.as_slice() {
        [one] => set(one, Scope::Reply),
        sets => Node::List(sets.iter().map(|one| set(one, Scope::Reply)).collect(), Layout::Block),
    }
}

fn set(facts: &Facts, scope: Scope) -> Node {
    Node::Map(facts.iter().map(|(subject, matched)| (name(subject), matcher(matched, scope))).collect(), Layout::Flow)
}

/// What holds of elements: facts, alternatives of facts, or a matcher where an element is a scalar.
fn condition(alternatives: &Alternatives) -> Node {
    let itself = Subject::Body(Path::new());
    let one = |facts: &Facts| match facts.get(&itself) {
        Some(matched) if facts.len() == 1 => matcher(matched, Scope::Item),
        _ => set(facts, Scope::Item),
    };
    let mut all: Vec<Node> = alternatives.iter().map(one).collect();
    match all.len() {
        1 => all.remove(0),
        _ => Node::List(all, Layout::Flow),
    }
}

fn name(subject: &Subject) -> String {
    match subject {
        Subject::Http => "$http".to_owned(),
        Subject::Error => "$error".to_owned(),
        Subject::ErrorField(at) => format!("$error.{}", path(at)),
        Subject::Body(at) => path(at),
    }
}

/// A path, with quotes around names that would not be read as they are.
fn path(path: &Path) -> String {
    let part = |name: &String| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let named = name.chars().all(plain) && name.chars().any(|c| !c.is_ascii_digit());
        if named { name.clone() } else { format!("\"{name}\"") }
    };
    path.iter().map(part).collect::<Vec<_>>().join(".")
}

fn matcher(matcher: &Matcher, scope: Scope) -> Node {
    match matcher {
        Matcher::Present => Node::text("present"),
        Matcher::Absent => Node::text("absent"),
        Matcher::OneOf(words) => listed(words),
        Matcher::NoneOf(words) => Node::flow([("not", listed(words))]),
        Matcher::Same(other) => template(other, scope),
        Matcher::Other(other) => Node::flow([("not", template(other, scope))]),
        Matcher::Number(number) => range(*number),
        Matcher::Length(length) => Node::flow([("length", size(*length))]),
        Matcher::Elements(all) => elements(all),
    }
}

fn elements(elements: &Elements) -> Node {
    let count = elements.count.map(|count| ("count".to_owned(), size(count)));
    let parts = [("any", &elements.any), ("all", &elements.all), ("none", &elements.none)];
    let parts = parts.into_iter().filter_map(|(key, part)| Some((key.to_owned(), condition(part.as_ref()?))));
    Node::Map(count.into_iter().chain(parts).collect(), Layout::Flow)
}

/// A range of numbers of which none is below 0.
fn size(size: Range) -> Node {
    match size {
        Range { least: Some(0), most: Some(1..) } => range(Range { least: None, ..size }),
        size => range(size),
    }
}

fn range(range: Range) -> Node {
    match range {
        Range { least: Some(least), most: Some(most) } if least == most => Node::text(least.to_string()),
        Range { least, most } => {
            let bounds = [("at_least", least), ("at_most", most)];
            let bounds = bounds.into_iter().filter_map(|(key, at)| Some((key.to_owned(), Node::text(at?.to_string()))));
            Node::Map(bounds.collect(), Layout::Flow)
        }
    }
}

fn listed(words: &[Word]) -> Node {
    match words {
        [one] => word(one),
        words => Node::List(words.iter().map(word).collect(), Layout::Flow),
    }
}

fn word(Word(text): &Word) -> Node {
    match MATCHERS.contains(&text.as_str()) {
        true => Node::flow([("equals", Node::text(text))]),
        // A word may be a template.
        false => Node::text(text.replace('{', "{{").replace('}', "}}")),
    }
}

fn template(other: &Path, scope: Scope) -> Node {
    let of = match scope {
        Scope::Reply => "reply",
        Scope::Item => "item",
    };
    Node::Template(format!("{{{of}.{}}}", path(other)))
}
