//! The types of replies.

use crate::source::Span;

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// A string.
    String,
    /// A whole number.
    Int,
    /// A number.
    Float,
    /// A boolean.
    Bool,
    /// Anything.
    Json,
    /// A string that is never shown.
    Secret,
    /// A string or a number.
    LenientString,
    /// A whole number or a string that holds one.
    LenientInt,
    /// A boolean, `"true"` or `"false"`.
    LenientBool,
    /// A length of time, or a moment.
    Time(TimeKind),
    /// A URL on one of the vendor's own hosts, or a path on the one that was asked.
    VendorUrl,
    /// A value that `Debug` does not show.
    Sensitive(Box<Type>),
    /// A string that holds JSON of this type.
    JsonText(Box<Type>),
    /// A list.
    List(Box<Type>),
    /// An object with any keys.
    Map(Box<Type>),
    /// An object, by its position in [`Types::records`].
    Record(usize),
    /// An open enum, by its position in [`Types::enums`].
    Enum(usize),
    /// One of several types, by its position in [`Types::unions`].
    Union(usize),
}

/// How lengths of time and moments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A length of time in seconds.
    Seconds,
    /// A length of time in milliseconds.
    Millis,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
    /// RFC 3339: `2024-01-02T03:04:05Z`.
    Timestamp,
}

impl Type {
    /// The length of time or the moment that it is; a plain number counts seconds.
    pub fn time(&self) -> Option<TimeKind> {
        match self {
            Type::Time(kind) => Some(*kind),
            Type::Int | Type::LenientInt | Type::Float | Type::LenientString => Some(TimeKind::Seconds),
            _ => None,
        }
    }

    /// How the moment that it is is written, where it is one.
    pub fn moment(&self) -> Option<TimeKind> {
        match self {
            Type::Time(kind @ (TimeKind::UnixSeconds | TimeKind::UnixMillis | TimeKind::Timestamp)) => Some(*kind),
            _ => None,
        }
    }

    /// What rules see of it, where that is simpler.
    pub fn seen(&self) -> Option<Type> {
        match self {
            Type::VendorUrl => Some(Type::String),
            _ => None,
        }
    }

    /// How a body has it, where that is another type: times are texts or numbers.
    pub fn written(&self) -> &Type {
        match self {
            Type::Time(TimeKind::Timestamp) | Type::VendorUrl => &Type::String,
            // Vendors put numbers into strings at times.
            Type::Time(_) => &Type::LenientString,
            ty => ty,
        }
    }
}

/// The scalar types of the language and their names.
pub const SCALARS: &[(&str, Type)] = &[
    ("string", Type::String),
    ("int", Type::Int),
    ("float", Type::Float),
    ("bool", Type::Bool),
    ("json", Type::Json),
    ("secret", Type::Secret),
    ("lenient_string", Type::LenientString),
    ("lenient_int", Type::LenientInt),
    ("lenient_bool", Type::LenientBool),
    ("timestamp", Type::Time(TimeKind::Timestamp)),
    ("unix_seconds", Type::Time(TimeKind::UnixSeconds)),
    ("unix_millis", Type::Time(TimeKind::UnixMillis)),
    ("seconds", Type::Time(TimeKind::Seconds)),
    ("millis", Type::Time(TimeKind::Millis)),
    ("vendor_url", Type::VendorUrl),
];

/// A URL of any host: often a secret, and so a `sensitive string`.
pub const URL: &str = "url";

/// The words that may stand before a type.
pub const PREFIXES: &[&str] = &["sensitive", "json_text"];

/// All types of a vendor that have a name in Rust.
#[derive(Debug, Clone, Default)]
pub struct Types {
    /// Objects.
    pub records: Vec<Record>,
    /// Open enums.
    pub enums: Vec<Enum>,
    /// Unions.
    pub unions: Vec<Union>,
}

/// An object with known members.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its name in Rust.
    pub rust: String,
    /// What it is, for its docs.
    pub about: String,
    /// Whether the spec names it, under `types`; otherwise it is written in place.
    pub named: bool,
    /// Its members.
    pub fields: Vec<Field>,
    /// The type of all other members, where they are kept.
    pub rest: Option<Type>,
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name, as the vendor sends it.
    pub name: String,
    /// Its name in Rust.
    pub rust: String,
    /// Its type.
    pub ty: Type,
    /// Whether it may be absent or null.
    pub optional: bool,
    /// Where its type is declared.
    pub span: Span,
}

/// An open enum.
#[derive(Debug, Clone)]
pub struct Enum {
    /// Its name in Rust.
    pub rust: String,
    /// What it is, for its docs.
    pub about: String,
    /// Whether the spec names it, under `types`; otherwise it is written in place.
    pub named: bool,
    /// Its words.
    pub words: Vec<Word>,
}

/// A word of an enum.
#[derive(Debug, Clone)]
pub struct Word {
    /// As the vendor sends it.
    pub text: String,
    /// Its variant in Rust.
    pub rust: String,
    /// Where it is listed.
    pub span: Span,
}

/// One of several types, tried in order.
#[derive(Debug, Clone)]
pub struct Union {
    /// Its name in Rust.
    pub rust: String,
    /// What it is, for its docs.
    pub about: String,
    /// Whether the spec names it, under `types`; otherwise it is written in place.
    pub named: bool,
    /// The variants and their types.
    pub members: Vec<(String, Type)>,
}

impl Types {
    /// The type at a path, where it leads through objects, maps and lists alone.
    pub fn at(&self, ty: &Type, path: &[String]) -> Option<Type> {
        let Some((first, rest)) = path.split_first() else { return Some(ty.clone()) };
        match ty {
            Type::Sensitive(inner) => self.at(inner, path),
            Type::JsonText(inner) => self.at(inner, path),
            Type::Record(at) => {
                let record = &self.records[*at];
                let field = record.fields.iter().find(|field| field.name == *first).map(|field| &field.ty);
                self.at(field.or(record.rest.as_ref())?, rest)
            }
            Type::Map(inner) | Type::List(inner) => self.at(inner, rest),
            Type::Union(at) => self.unions[*at].members.iter().find_map(|(_, member)| self.at(member, path)),
            _ => None,
        }
    }

    /// A type with its article, for sentences. What has no name in the spec is told by its kind.
    pub fn in_words(&self, ty: &Type) -> String {
        let told = |named: bool, rust: &str, kind: &str| match named {
            true => format!("a `{rust}`"),
            false => kind.to_owned(),
        };
        match ty {
            Type::List(_) => "a list".to_owned(),
            Type::Map(_) => "a map".to_owned(),
            Type::Record(at) => told(self.records[*at].named, &self.records[*at].rust, "an object"),
            Type::Enum(at) => told(self.enums[*at].named, &self.enums[*at].rust, "an enum"),
            Type::Union(at) => told(self.unions[*at].named, &self.unions[*at].rust, "a union"),
            Type::Int => "an `int`".to_owned(),
            ty => format!("a `{}`", self.describe(ty)),
        }
    }

    /// A type in the words of the spec language.
    pub fn describe(&self, ty: &Type) -> String {
        match ty {
            Type::Sensitive(inner) => format!("sensitive {}", self.describe(inner)),
            Type::JsonText(inner) => format!("json_text {}", self.describe(inner)),
            Type::List(inner) => format!("[{}]", self.describe(inner)),
            Type::Map(inner) => format!("{{ \"*\": {} }}", self.describe(inner)),
            Type::Record(at) => self.records[*at].rust.clone(),
            Type::Enum(at) => self.enums[*at].rust.clone(),
            Type::Union(at) => {
                let members: Vec<_> = self.unions[*at].members.iter().map(|(_, ty)| self.describe(ty)).collect();
                members.join(" | ")
            }
            scalar => SCALARS.iter().find(|(_, ty)| ty == scalar).map_or("json", |(name, _)| name).to_owned(),
        }
    }
}
