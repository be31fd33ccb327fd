//! What a request is made from: what was told, what has a default, and stand-ins for the rest.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;
use settled_codegen::model::{InputKind, LinkKind, Operation, Part, SettingKind, Vendor};

/// Names and what they stand for: inputs, settings, values, and places of tokens.
pub(crate) type Told = Vec<(String, Vec<u8>)>;

/// What a request is made from.
pub(crate) struct Given<'a> {
    vendor: &'a Vendor,
    operation: &'a Operation,
    told: &'a Told,
    stand_ins: RefCell<BTreeSet<String>>,
}

/// What is wrong with what was told.
pub(crate) enum Misfit {
    /// Nothing goes by this name.
    Unknown(String),
    /// A name, and what its value should have been.
    Type(String, &'static str),
    /// Of these, a client takes one.
    Several(Vec<String>),
}

impl<'a> Given<'a> {
    /// All that was told, each of the type that its name has.
    pub(crate) fn new(vendor: &'a Vendor, operation: &'a Operation, told: &'a Told) -> Result<Self, Misfit> {
        let given = Given { vendor, operation, told, stand_ins: RefCell::default() };
        for (name, value) in told {
            given.check(name, value)?;
        }
        let choice = operation.exactly_one.iter().map(|at| &operation.inputs[*at].name);
        let several: Vec<_> = choice.filter(|name| given.told(name).is_some()).cloned().collect();
        if several.len() > 1 {
            return Err(Misfit::Several(several));
        }
        Ok(given)
    }

    fn check(&self, name: &str, value: &[u8]) -> Result<(), Misfit> {
        let text = std::str::from_utf8(value).ok();
        let input = self.operation.inputs.iter().find(|input| input.name == name);
        let expected = match input {
            Some(input) => misfit(&input.kind, text),
            None if !self.vendor.given_to(self.operation).any(|known| known == name) => {
                return Err(Misfit::Unknown(name.to_owned()));
            }
            None => text.is_none().then_some("text in UTF-8"),
        };
        expected.map_or(Ok(()), |expected| Err(Misfit::Type(name.to_owned(), expected)))
    }

    /// The names for which a stand-in was used.
    pub(crate) fn stand_ins(&self) -> BTreeSet<String> {
        self.stand_ins.borrow().clone()
    }

    /// Whether a part of a text is a stand-in.
    pub(super) fn is_stand_in(&self, part: &Part) -> bool {
        match part {
            Part::Setting(at) => {
                let setting = &self.vendor.settings[*at];
                self.told(&setting.name).is_none() && setting.kind.default().is_none()
            }
            Part::Input(at) => {
                let input = &self.operation.inputs[*at];
                self.told(&input.name).is_none() && !input.kind.has_default()
            }
            Part::Token(token, field) => self.told(&self.place(*token, *field)).is_none(),
            _ => false,
        }
    }

    /// A place of a token as it is written.
    fn place(&self, token: usize, field: usize) -> String {
        let token = &self.vendor.tokens[token];
        format!("{}.{}", token.operation.name.value, token.fields[field].path)
    }

    /// What was told of a name.
    pub(super) fn told(&self, name: &str) -> Option<String> {
        let told = self.told.iter().rev().find(|(known, _)| known == name);
        told.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
    }

    /// Something that is seen to stand for a name.
    pub(super) fn stand_in(&self, name: &str) -> String {
        self.stand_ins.borrow_mut().insert(name.to_owned());
        name.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
    }

    /// A setting; `None` where it may be left out and was.
    pub(super) fn setting(&self, at: usize) -> Option<String> {
        let setting = &self.vendor.settings[at];
        let told = self.told(&setting.name).filter(|told| !told.is_empty() || !setting.optional);
        if let Some(known) = told.or_else(|| setting.kind.default().map(str::to_owned)) {
            return Some(known);
        }
        if setting.optional {
            return None;
        }
        let name = self.stand_in(&setting.name);
        Some(match &setting.kind {
            SettingKind::Text(_) | SettingKind::Secret(_) => name,
            SettingKind::HostLabel(_) => label(&name),
            SettingKind::Words(words, _) => words.first().cloned().unwrap_or(name),
            SettingKind::Url => format!("https://{}.example", label(&name)),
        })
    }

    /// A place of a token.
    pub(super) fn token(&self, token: usize, field: usize) -> String {
        let name = self.place(token, field);
        self.told(&name).unwrap_or_else(|| {
            match (self.stand_in(&name), self.vendor.tokens[token].fields[field].is_base) {
                (name, true) => format!("https://{}.example", label(&name)),
                (name, false) => name,
            }
        })
    }

    /// An input that is a text, number or boolean, as text; `None` where it is left out.
    pub(super) fn input(&self, at: usize) -> Option<String> {
        let input = &self.operation.inputs[at];
        match self.told(&input.name).or_else(|| input.kind.default()) {
            Some(known) => Some(as_written(&input.kind, known)),
            None if self.is_left_out(at) => None,
            None => {
                let name = self.stand_in(&input.name);
                Some(self.scalar(&input.kind, name))
            }
        }
    }

    /// Whether an input is left out.
    pub(super) fn is_left_out(&self, at: usize) -> bool {
        let input = &self.operation.inputs[at];
        let is_told = |at: &usize| self.told(&self.operation.inputs[*at].name).is_some();
        if input.kind.has_default() || is_told(&at) || !input.optional {
            return false;
        }
        // Of a choice, the first stands for what was not said.
        let choice = &self.operation.exactly_one;
        choice.first() != Some(&at) || choice.iter().any(is_told)
    }

    /// The elements of an input that is a list, as texts.
    pub(super) fn elements(&self, at: usize) -> Vec<String> {
        let input = &self.operation.inputs[at];
        let InputKind::List(item) = &input.kind else { return Vec::new() };
        let mut told = self.told.iter().filter(|(name, _)| *name == input.name).peekable();
        if told.peek().is_none() && !self.is_left_out(at) {
            let name = self.stand_in(&input.name);
            return vec![self.scalar(item, name)];
        }
        let told = told.flat_map(|(_, value)| elements(&String::from_utf8_lossy(value)));
        told.map(|element| as_written(item, element)).collect()
    }

    /// An input that is any JSON.
    pub(super) fn json(&self, at: usize) -> Value {
        let name = &self.operation.inputs[at].name;
        match self.told(name).and_then(|text| serde_json::from_str(&text).ok()) {
            Some(value) => value,
            None => Value::String(self.stand_in(name)),
        }
    }

    /// An input that is a file.
    pub(super) fn bytes(&self, at: usize) -> Vec<u8> {
        let name = &self.operation.inputs[at].name;
        let told = self.told.iter().rev().find(|(known, _)| known == name);
        told.map(|(_, value)| value.clone()).unwrap_or_else(|| self.stand_in(name).into_bytes())
    }

    fn scalar(&self, kind: &InputKind, name: String) -> String {
        match kind {
            InputKind::Bool(_) => "true".to_owned(),
            InputKind::Int(_) | InputKind::Float(_) => "1".to_owned(),
            InputKind::Words(at, _) => {
                let word = self.vendor.types.enums.get(*at).and_then(|one| one.words.first());
                word.map_or(name, |word| word.text.clone())
            }
            InputKind::Url(LinkKind::Any) => format!("https://{}.example/", label(&name)),
            InputKind::Url(LinkKind::Vendor) => format!("/{name}"),
            _ => name,
        }
    }
}

/// A stand-in as one label of a host name.
fn label(name: &str) -> String {
    name.to_ascii_lowercase().replace('_', "-").trim_matches('-').to_owned()
}

/// A number as the client writes it.
fn as_written(kind: &InputKind, text: String) -> String {
    match kind {
        InputKind::Int(_) => text.parse::<i64>().map_or(text, |number| number.to_string()),
        InputKind::Float(_) => text.parse::<f64>().map_or(text, |number| number.to_string()),
        _ => text,
    }
}

/// What a value should have been, where it is of another type.
fn misfit(kind: &InputKind, text: Option<&str>) -> Option<&'static str> {
    let Some(text) = text else {
        return (*kind != InputKind::Bytes).then_some("text in UTF-8");
    };
    match kind {
        InputKind::Bool(_) if text.parse::<bool>().is_err() => Some("`true` or `false`"),
        InputKind::Int(_) if text.parse::<i64>().is_err() => Some("a whole number"),
        InputKind::Float(_) if !text.parse::<f64>().is_ok_and(f64::is_finite) => Some("a number"),
        InputKind::Json if serde_json::from_str::<Value>(text).is_err() => Some("JSON"),
        InputKind::List(item) => elements(text).iter().find_map(|element| misfit(item, Some(element))),
        _ => None,
    }
}

/// The elements that a text is: those of a list in JSON, or it alone.
fn elements(text: &str) -> Vec<String> {
    let Ok(Value::Array(items)) = serde_json::from_str(text) else { return vec![text.to_owned()] };
    let element = |item: Value| match item {
        Value::String(text) => text,
        other => other.to_string(),
    };
    items.into_iter().map(element).collect()
}
