//! Reads nodes as records. One declaration per record gives its struct, its reader and its JSON Schema, so that the three
//! cannot disagree.
//!
//! Readers recover: a field that does not read is reported and left out, and reading goes on, so that one build shows
//! every mistake.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Kind, Node};

/// Something that a node can be read as.
pub(crate) trait Read: Sized {
    /// Reads a node. `None` means that it does not read, and that the reason has been pushed.
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self>;

    /// What an absent field is, where it may be absent.
    fn absent() -> Option<Self> {
        None
    }

    /// The JSON Schema of what is read.
    fn schema(definitions: &mut Definitions) -> Value;
}

/// The named parts of a JSON Schema.
#[derive(Debug, Default)]
pub(crate) struct Definitions(serde_json::Map<String, Value>);

impl Definitions {
    /// The whole schema, given what its root is.
    pub(crate) fn into_schema(self, root: Value) -> Value {
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A vendor spec of settled",
            "$defs": self.0,
        });
        if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
            schema.extend(root);
        }
        schema
    }

    /// A named part that is made already.
    pub(crate) fn made(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A reference to a named part, which is made at its first use.
    pub(crate) fn part(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.0.contains_key(name) {
            // In place before it is made, so that a part may mention itself.
            self.0.insert(name.to_owned(), Value::Null);
            let made = make(self);
            self.0.insert(name.to_owned(), made);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// Declares a record: its struct, its reader and its schema. After `with` stands a function that says what the keys
/// alone do not, as members of the schema; see [`refine`].
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $name:ident = $title:literal $(with $form:ident)? {
            $($(#[doc = $doc:literal])+ $field:ident $(as $key:literal)?: $ty:ty,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        pub struct $name {
            /// Where the record stands.
            pub span: $crate::source::Span,
            $($(#[doc = $doc])+ pub $field: $ty,)+
        }

        impl $crate::record::Read for $name {
            fn read(node: &$crate::yaml::Node, problems: &mut $crate::diagnostic::Diagnostics) -> Option<Self> {
                const KEYS: &[&str] = &[$($crate::record::key_of!($field $($key)?)),+];
                let entries = $crate::record::entries(node, concat!("a map for ", $title), problems)?;
                $crate::record::refuse_unknown(entries, KEYS, $title, problems);
                $(let $field = $crate::record::field::<$ty>(
                    node.span, entries, $crate::record::key_of!($field $($key)?), $title, KEYS, problems,
                );)+
                Some($name { span: node.span, $($field: $field?,)+ })
            }

            fn schema(definitions: &mut $crate::record::Definitions) -> serde_json::Value {
                definitions.part(stringify!($name), |definitions| {
                    let fields = [$((
                        $crate::record::key_of!($field $($key)?),
                        concat!($($doc),+).trim(),
                        <$ty as $crate::record::Read>::schema(definitions),
                        <$ty as $crate::record::Read>::absent().is_none(),
                    )),+];
                    let schema = $crate::record::object_schema(concat!($($about),+).trim(), fields);
                    $(let schema = $crate::record::refine(schema, $form());)?
                    schema
                })
            }
        }
    };
}

/// A field's key in YAML: its Rust name unless it says another.
macro_rules! key_of {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

pub(crate) use {key_of, record};

/// The entries of a map.
pub(crate) fn entries<'a>(node: &'a Node, expected: &str, problems: &mut Diagnostics) -> Option<&'a [(Key, Node)]> {
    match &node.kind {
        Kind::Map(entries) => Some(entries),
        _ => {
            problems.push(node.span, Problem::WrongKind { expected: expected.to_owned(), found: node.describe() });
            None
        }
    }
}

/// Reports every key that the record does not have.
pub(crate) fn refuse_unknown(
    entries: &[(Key, Node)],
    known: &'static [&'static str],
    record: &'static str,
    problems: &mut Diagnostics,
) {
    for (key, _) in entries {
        // Both are told by the loader.
        if known.contains(&key.text.as_str()) || key.text == "<<" || key.text.is_empty() {
            continue;
        }
        let free = || known.iter().copied().filter(|known| !entries.iter().any(|(given, _)| given.text == *known));
        let similar = similar(&key.text, free());
        similar.iter().for_each(|meant| problems.lose(meant));
        let known = free().map(str::to_owned).collect();
        problems.push(key.span, Problem::UnknownKey { key: key.text.clone(), record, similar, known });
    }
}

/// Reads one field. `None` means that the record cannot be built; the reason has been pushed.
pub(crate) fn field<T: Read>(
    span: Span,
    entries: &[(Key, Node)],
    key: &'static str,
    record: &'static str,
    keys: &'static [&'static str],
    problems: &mut Diagnostics,
) -> Option<T> {
    if let Some((_, node)) = entries.iter().find(|(given, _)| given.text == key) {
        let read = T::read(node, problems);
        if read.is_none() {
            problems.lose(key);
        }
        // An optional field that does not read must not hide the rest of the record.
        return read.or_else(T::absent);
    }
    T::absent().or_else(|| {
        // A key that is one slip away was reported as unknown already; to miss it too would say the same twice.
        let slip = |given: &str| given == "<<" || (!keys.contains(&given) && similar(given, [key]).is_some());
        if !entries.iter().any(|(given, _)| slip(&given.text)) {
            problems
                .push(Span { start: span.start, end: first_line(span, entries) }, Problem::MissingKey { key, record });
        }
        None
    })
}

/// Where a record's first key ends: a whole record under one caret line would hide what is meant.
fn first_line(span: Span, entries: &[(Key, Node)]) -> u32 {
    entries.first().map_or(span.end, |(key, _)| key.span.end)
}

pub(crate) fn object_schema<const N: usize>(about: &str, fields: [(&str, &str, Value, bool); N]) -> Value {
    let mut properties = serde_json::Map::new();
    let mut required = Vec::new();
    for (key, about, mut schema, is_required) in fields {
        if let Value::Object(schema) = &mut schema {
            schema.insert("description".to_owned(), about.into());
        }
        properties.insert(key.to_owned(), schema);
        if is_required {
            required.push(key);
        }
    }
    json!({
        "description": about,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Adds members to an object's schema; those below `properties` go to the properties of the same name.
pub(crate) fn refine(mut schema: Value, form: Value) -> Value {
    let Value::Object(form) = form else { return schema };
    for (key, value) in form {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                for (name, form) in properties {
                    let property = schema["properties"][&name].take();
                    schema["properties"][&name] = refine(property, form);
                }
            }
            (key, value) => schema[key] = value,
        }
    }
    schema
}

/// The schema of records that have exactly one of some keys.
pub(crate) fn exactly_one(keys: &[&str]) -> Value {
    keys.iter().map(|key| json!({ "required": [key] })).collect()
}

/// A map from names that the author chooses, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Named<T>(pub Vec<(Spanned<String>, T)>);

impl<T> Named<T> {
    /// The entry of this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(given, _)| given.value == name).map(|(_, value)| value)
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.value.as_str())
    }

    /// The entries.
    pub fn iter(&self) -> impl Iterator<Item = &(Spanned<String>, T)> {
        self.0.iter()
    }
}

impl<T: Read> Read for Named<T> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let mut named = Vec::new();
        for (key, node) in entries(node, "a map of names", problems)? {
            match T::read(node, problems) {
                Some(value) => named.push((Spanned::new(key.text.clone(), key.span), value)),
                None => problems.lose(&key.text),
            }
        }
        Some(Named(named))
    }

    fn absent() -> Option<Self> {
        Some(Named(Vec::new()))
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "object", "additionalProperties": T::schema(definitions) })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        T::read(node, problems).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn schema(definitions: &mut Definitions) -> Value {
        T::schema(definitions)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::List(items) => Some(items.iter().filter_map(|item| T::read(item, problems)).collect()),
            _ => {
                problems.push(node.span, Problem::WrongKind { expected: "a list".to_owned(), found: node.describe() });
                None
            }
        }
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "items": T::schema(definitions) })
    }
}
