//! Named types: replies, and what their lists and maps hold.

use heck::ToUpperCamelCase;

use crate::shape::Shape;
use crate::yaml::{Layout, Node};

/// Names that generated code needs itself, or that every Rust file knows.
const TAKEN: [&str; 14] = [
    "Box", "Client", "Clone", "Copy", "Default", "Error", "Fn", "From", "Option", "Result", "Self", "Settings",
    "String", "Vec",
];

/// The types of a spec, in the order in which they are declared.
#[derive(Debug, Default)]
pub(super) struct Types {
    declared: Vec<(String, Node)>,
    /// The names of the objects in them, which have none of their own.
    inside: Vec<String>,
}

impl Types {
    /// The type of a reply, which is named after the request.
    pub(super) fn reply(&mut self, request: &str, shape: &Shape) -> String {
        match shape {
            Shape::Object(fields) if !fields.is_empty() => {
                let node = self.fields(fields, request);
                self.declare(request, &format!("{request} reply"), fields, node)
            }
            // Nothing of it is read.
            _ => "json".to_owned(),
        }
    }

    pub(super) fn node(self) -> Node {
        match self.declared.is_empty() {
            true => Node::Map(Vec::new(), Layout::Block),
            false => Node::block([("types", Node::Map(self.declared, Layout::Block))]),
        }
    }

    fn fields(&mut self, fields: &[(String, Shape)], request: &str) -> Node {
        let field = |(name, shape): &(String, Shape)| (format!("{name}?"), self.shape(name, shape, request));
        Node::Map(fields.iter().map(field).collect(), Layout::Block)
    }

    fn shape(&mut self, name: &str, shape: &Shape, request: &str) -> Node {
        match shape {
            Shape::Unknown | Shape::Sized | Shape::Compared => Node::text("json"),
            Shape::Text => Node::text("string"),
            Shape::Whole => Node::text("int"),
            Shape::Number => Node::text("float"),
            Shape::Truth => Node::text("bool"),
            Shape::List(element) => Node::List(vec![self.element(name, element, request)], Layout::Flow),
            Shape::Map(value) => Node::flow([("*", self.element(name, value, request))]),
            Shape::Object(fields) if fields.is_empty() => Node::text("json"),
            Shape::Object(fields) => self.fields(fields, request),
        }
    }

    /// What a list or map holds; an object there has a name of its own.
    fn element(&mut self, name: &str, shape: &Shape, request: &str) -> Node {
        match shape {
            Shape::Object(fields) if !fields.is_empty() => {
                let node = self.fields(fields, request);
                let name = one_of(name);
                Node::text(self.declare(&name, &format!("{request} {name}"), fields, node))
            }
            shape => self.shape(name, shape, request),
        }
    }

    /// The name of a type: as wished for, or else longer, or else with a number.
    fn declare(&mut self, wanted: &str, longer: &str, fields: &[(String, Shape)], node: Node) -> String {
        let longer = longer.to_upper_camel_case();
        let mut number = 1;
        let mut name = wanted.to_upper_camel_case();
        loop {
            let known = self.declared.iter().find(|(known, _)| *known == name);
            if known.is_some_and(|(_, known)| *known == node) {
                return name;
            }
            let inside = inside(&name, fields);
            let taken = |name: &String| {
                TAKEN.contains(&name.as_str())
                    || self.inside.contains(name)
                    || self.declared.iter().any(|(known, _)| known == name)
            };
            if !taken(&name) && !inside.iter().any(taken) {
                self.inside.extend(inside);
                self.declared.push((name.clone(), node));
                return name;
            }
            name = if number == 1 { longer.clone() } else { format!("{longer}{number}") };
            number += 1;
        }
    }
}

/// The names that objects inside a type get from where they stand.
fn inside(name: &str, fields: &[(String, Shape)]) -> Vec<String> {
    let of = |(field, shape): &(String, Shape)| match shape {
        Shape::Object(fields) if !fields.is_empty() => {
            let name = format!("{name} {field}").to_upper_camel_case();
            [vec![name.clone()], inside(&name, fields)].concat()
        }
        _ => Vec::new(),
    };
    fields.iter().flat_map(of).collect()
}

/// The name of one of several.
fn one_of(name: &str) -> String {
    let es = ["sses", "uses", "xes", "tches", "shes"];
    match name {
        name if name.ends_with("ies") => format!("{}y", &name[..name.len() - 3]),
        name if es.iter().any(|ending| name.ends_with(ending)) => name[..name.len() - 2].to_owned(),
        name => name.strip_suffix('s').unwrap_or(name).to_owned(),
    }
}
