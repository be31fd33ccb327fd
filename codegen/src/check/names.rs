//! Rust names, derived once and in one place.

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::diagnostic::{Diagnostics, Problem};
use crate::source::Span;

/// Words of Rust that cannot be names, up to edition 2024.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot even be raw names.
const NEVER_RAW: &[&str] = &["self", "super", "crate", "_"];

/// Types that every Rust file knows, and those that generated code needs beside its own.
const TAKEN: &[&str] = &[
    "Box",
    "Client",
    "ClientBuilder",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Hash",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Settings",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// A name for a field, method or module.
pub(crate) fn field(text: &str) -> Option<String> {
    let name = clean(&text.to_snake_case())?;
    let name = match name.strip_prefix('N') {
        Some(digits) => format!("n{digits}"),
        None => name,
    };
    Some(match name.as_str() {
        name if KEYWORDS.contains(&name) => format!("r#{name}"),
        name if NEVER_RAW.contains(&name) => format!("{name}_"),
        _ => name,
    })
}

/// A name for a type.
pub(crate) fn ty(text: &str) -> Option<String> {
    clean(&text.to_upper_camel_case())
}

/// A name for a variant of an enum.
pub(crate) fn variant(text: &str) -> Option<String> {
    // `Self` is the one camel-cased keyword.
    ty(text).map(|name| if name == "Self" { "Self_".to_owned() } else { name })
}

/// Names of Rust have no other characters than these, and do not start with a digit.
fn clean(name: &str) -> Option<String> {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    match name.chars().next()? {
        first if first.is_ascii_digit() => Some(format!("N{name}")),
        _ if name.chars().all(|c| c == '_') => None,
        _ => Some(name),
    }
}

/// Gives out names that differ, numbered where they would not: for words of a vendor, which nobody can choose otherwise.
#[derive(Debug, Default)]
pub(crate) struct Numbered(Vec<String>);

impl Numbered {
    /// The name, with a number behind it where it is taken.
    pub(crate) fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while self.0.contains(&name) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        self.0.push(name.clone());
        name
    }
}

/// Names that must differ from each other.
#[derive(Debug, Default)]
pub(crate) struct Names {
    given: Vec<(String, String, Option<Span>)>,
}

impl Names {
    /// Takes a name. Where something else has it already, that is pushed.
    pub(crate) fn take(&mut self, rust: &str, what: &str, span: Span, problems: &mut Diagnostics) {
        let plain = rust.trim_start_matches("r#");
        match self.given.iter().find(|(given, _, _)| given == plain) {
            Some((_, other, first)) => {
                let (what, rust, other) = (what.to_owned(), plain.to_owned(), other.clone());
                problems.push(span, Problem::NameCollision { what, rust, other, first: *first });
            }
            None => self.given.push((plain.to_owned(), what.to_owned(), Some(span))),
        }
    }

    /// Keeps a name for something that no text of the spec stands for.
    pub(crate) fn reserve(&mut self, rust: &str, what: &str) {
        self.given.push((rust.to_owned(), what.to_owned(), None));
    }

    /// Takes the name of a type, which must not hide one of Rust's.
    pub(crate) fn take_type(&mut self, rust: &str, what: &str, span: Span, problems: &mut Diagnostics) {
        match TAKEN.contains(&rust) {
            true => problems.push(span, Problem::ReservedName { what: what.to_owned(), rust: rust.to_owned() }),
            false => self.take(rust, what, span, problems),
        }
    }
}

/// A name that must be made, or the reason why there is none, pushed.
pub(crate) fn require(name: Option<String>, text: &str, span: Span, problems: &mut Diagnostics) -> Option<String> {
    if name.is_none() {
        problems.lose(text);
        problems.push(span, Problem::NoRustName { text: text.to_owned() });
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_a_reader_expects() {
        let fields = [
            ("IsFinalResult", "is_final_result"),
            ("type", "r#type"),
            ("self", "self_"),
            ("@odata.type", "odata_type"),
            ("0.code", "n0_code"),
        ];
        for (text, name) in fields {
            assert_eq!(field(text).as_deref(), Some(name), "{text}");
        }
        let variants = [
            ("Not Submitted", "NotSubmitted"),
            ("ONBOARDING_FINISHED", "OnboardingFinished"),
            ("0810", "N0810"),
            ("WaitingToProcess", "WaitingToProcess"),
            ("self", "Self_"),
        ];
        for (text, name) in variants {
            assert_eq!(variant(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(variant("—"), None);
        assert_eq!(field("_"), None);
    }
}
