//! Parts of operations that several operations share: put together before anything is read, so that all that follows sees
//! whole operations.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::operation::Operation;
use crate::check::Files;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::record::{Definitions, Read};
use crate::source::{Source, Span};
use crate::yaml::{self, Key, Kind, Node};

/// A part of operations. Its keys count where an operation that says `use` has them not.
#[derive(Debug, Clone)]
pub struct Profile;

impl Read for Profile {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Some(Profile),
            _ => {
                let expected = "keys of an operation".to_owned();
                problems.push(node.span, Problem::WrongKind { expected, found: node.describe() });
                None
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let operation = Operation::schema(definitions);
        let mut keys = definitions.made("Operation").map_or(operation, |made| made["properties"].clone());
        if let Value::Object(keys) = &mut keys {
            keys.remove("use");
        }
        json!({ "type": "object", "properties": keys, "additionalProperties": false })
    }
}

/// The spec with the files of the profiles that it names and does not declare: `profiles/<name>.yaml` beside it.
pub fn with_profiles(source: &Source, files: &dyn Files) -> Source {
    let mut whole = source.clone();
    // What is wrong with the text is told when it is read.
    let Some(root) = yaml::load(source, &mut Diagnostics::default()) else { return whole };
    let known: Vec<_> = source.parts().skip(1).map(|(_, part)| part.path.clone()).collect();
    let declared: BTreeSet<&str> =
        member(&root, "profiles").into_iter().flat_map(entries).map(|(key, _)| key.text.as_str()).collect();
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    for operation in operations(&root) {
        wanted.extend(member(operation, "use").and_then(scalar).filter(|name| !declared.contains(name)));
    }
    for name in wanted.into_iter().filter(|name| is_file_name(name)) {
        let path = file_of(name);
        if !known.contains(&shown(source, &path))
            && let Ok(text) = files.read(&path)
        {
            whole = whole.with(Source::new(shown(source, &path), text));
        }
    }
    whole
}

fn file_of(name: &str) -> String {
    format!("profiles/{name}.yaml")
}

fn is_file_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// The path of a file beside the spec, as messages name it.
fn shown(source: &Source, path: &str) -> String {
    match source.path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{path}"),
        None => path.to_owned(),
    }
}

/// A profile in use.
struct Loaded {
    name: String,
    /// Where its name stands, where the spec declares it.
    declared: Option<Span>,
    keys: Vec<(Key, Node)>,
    used: bool,
}

/// Puts the keys of profiles into the operations that use them.
pub(super) fn expand(mut root: Node, source: &Source, problems: &mut Diagnostics) -> Node {
    let mut profiles = Vec::new();
    for (name, node) in member(&root, "profiles").into_iter().flat_map(entries) {
        let keys = entries(node).to_vec();
        profiles.push(Loaded { name: name.text.clone(), declared: Some(name.span), keys, used: false });
    }
    let mut types = Vec::new();
    for (base, part) in source.parts().skip(1) {
        let Some(file) = yaml::load_part(&part.text, base, problems) else { continue };
        let name = part.path.rsplit('/').next().and_then(|name| name.strip_suffix(".yaml")).unwrap_or_default();
        let (own, keys) = entries(&file).iter().cloned().partition::<Vec<_>, _>(|(key, _)| key.text == "types");
        types.extend(own.iter().flat_map(|(_, node)| entries(node)).cloned());
        let keys = keys.into_iter().filter(|(key, _)| !["about", "docs"].contains(&key.text.as_str())).collect();
        profiles.push(Loaded { name: name.to_owned(), declared: None, keys, used: false });
    }
    for (key, _) in profiles.iter().flat_map(|profile| &profile.keys).filter(|(key, _)| key.text == "use") {
        problems.push(key.span, Problem::ProfileInProfile {});
    }
    if let Kind::Map(members) = &mut root.kind {
        for section in ["operations", "tokens"] {
            let Some((_, section)) = members.iter_mut().find(|(key, _)| key.text == section) else { continue };
            let Kind::Map(operations) = &mut section.kind else { continue };
            operations.iter_mut().for_each(|(_, operation)| complete(operation, &mut profiles, problems));
        }
        add_types(members, types);
    }
    for profile in profiles.iter().filter(|profile| !profile.used) {
        if let Some(span) = profile.declared {
            problems.push(span, Problem::Unused { what: "profile", name: profile.name.clone() });
        }
    }
    root
}

/// Adds the keys that an operation has not itself.
fn complete(operation: &mut Node, profiles: &mut [Loaded], problems: &mut Diagnostics) {
    let Some(named) = member(operation, "use") else { return };
    let (Some(name), span) = (scalar(named).map(str::to_owned), named.span) else { return };
    let Some(profile) = profiles.iter_mut().find(|profile| profile.name == name) else {
        let known = || profiles.iter().map(|profile| profile.name.as_str());
        let (similar, known) = (similar(&name, known()), known().map(str::to_owned).collect());
        problems.push(span, Problem::UnknownProfile { name, known, similar });
        // What it was to say is not to be missed as well.
        ["<<", "get", "post", "reply", "states"].iter().for_each(|key| problems.lose(key));
        return;
    };
    profile.used = true;
    let Kind::Map(own) = &mut operation.kind else { return };
    for (key, node) in &profile.keys {
        if key.text != "use" && !own.iter().any(|(given, _)| given.text == key.text) {
            own.push((key.clone(), node.clone()));
        }
    }
}

/// Adds the types of files. Those of the spec itself replace them.
fn add_types(root: &mut Vec<(Key, Node)>, types: Vec<(Key, Node)>) {
    let Some(first) = types.first().map(|(key, _)| key.span) else { return };
    if !root.iter().any(|(key, _)| key.text == "types") {
        let key = Key { text: "types".to_owned(), span: first };
        root.push((key, Node { span: first, kind: Kind::Map(Vec::new()) }));
    }
    let Some((_, Node { kind: Kind::Map(own), .. })) = root.iter_mut().find(|(key, _)| key.text == "types") else {
        return;
    };
    for (key, node) in types {
        if !own.iter().any(|(given, _)| given.text == key.text) {
            own.push((key, node));
        }
    }
}

/// The operations and tokens of a spec.
fn operations(root: &Node) -> impl Iterator<Item = &Node> {
    let sections = ["operations", "tokens"].into_iter().filter_map(|section| member(root, section));
    sections.flat_map(entries).map(|(_, operation)| operation)
}

fn member<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(given, _)| given.text == key).map(|(_, node)| node)
}

fn entries(node: &Node) -> &[(Key, Node)] {
    match &node.kind {
        Kind::Map(entries) => entries,
        _ => &[],
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Scalar(text, _) => Some(text),
        _ => None,
    }
}
