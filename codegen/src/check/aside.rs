//! What rules look at besides the body: the HTTP status, headers, inputs, settings, and the time since the wait began.

use super::reading::{Reader, words};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{Asked, View, ViewKind};
use crate::model::rules::{Aside, AsideSource};
use crate::model::types::{Type, Types};
use crate::model::{Input, InputKind, Setting, SettingKind};
use crate::source::{Span, Spanned};

/// The HTTP statuses that there are.
pub(crate) const STATUSES: std::ops::RangeInclusive<i64> = 100..=599;

/// The path of the time since the wait began. It is no name of the language: rules say `within`.
pub(crate) const AGE: &str = "$age";

/// Whether a header may have this name.
pub(crate) fn is_token(name: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_token)
}

/// What one operation's rules look at besides the body, each counted once.
pub(crate) struct Asides<'a> {
    pub(crate) all: Vec<Aside>,
    inputs: &'a [Input],
    /// The inputs of which exactly one is given.
    choice: &'a [usize],
    settings: &'a [Setting],
    types: &'a Types,
    /// Where each input is declared.
    declared: Vec<Span>,
}

impl<'a> Asides<'a> {
    pub(crate) fn new(
        inputs: &'a [Input],
        choice: &'a [usize],
        settings: &'a [Setting],
        types: &'a Types,
        declared: Vec<Span>,
    ) -> Self {
        Asides { all: Vec::new(), inputs, choice, settings, types, declared }
    }

    fn get(&mut self, source: AsideSource, path: String, ty: Type, optional: bool, declared: Span) -> usize {
        let types = self.types;
        self.all.iter().position(|aside| aside.source == source).unwrap_or_else(|| {
            // Whatever is looked at besides the body is a text, a number or a boolean.
            let asked = Asked { words: words(&ty, types), ..Asked::default() };
            let kind = ViewKind::Scalar(asked);
            let view = View { path, slot: 0, optional, ty, declared, tested: true, null: false, hidden: false, kind };
            self.all.push(Aside { source, view });
            self.all.len() - 1
        })
    }

    pub(crate) fn http(&mut self) -> usize {
        self.get(AsideSource::Http, "$http".to_owned(), Type::Int, false, Span::default())
    }

    pub(crate) fn age(&mut self) -> usize {
        self.get(AsideSource::Age, AGE.to_owned(), Type::Int, false, Span::default())
    }

    /// A header, by its name as it is written.
    pub(crate) fn header(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<usize> {
        if !is_token(name) {
            problems.push(span, Problem::BadHeaderName { name: name.to_owned() });
            return None;
        }
        let name = name.to_ascii_lowercase();
        Some(self.get(
            AsideSource::Header(name.clone()),
            format!("$header.{name}"),
            Type::String,
            true,
            Span::default(),
        ))
    }

    /// An input of the operation.
    pub(crate) fn input(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<usize> {
        let Some(at) = self.inputs.iter().position(|input| input.name == name) else {
            if !problems.is_lost(name) {
                let known = || self.inputs.iter().map(|input| input.name.as_str());
                let (similar, known) = (similar(name, known()), known().map(str::to_owned).collect());
                let what = "an input of this operation";
                problems.push(span, Problem::NotOneOf { word: name.to_owned(), what, known, similar });
            }
            return None;
        };
        let input = &self.inputs[at];
        let ty = match input.kind {
            InputKind::Text(_) | InputKind::PathTail => Type::String,
            InputKind::Words(at, _) => Type::Enum(at),
            InputKind::Bool(_) => Type::Bool,
            InputKind::Int(_) => Type::Int,
            InputKind::Float(_) => Type::Float,
            InputKind::Secret | InputKind::Url(_) => {
                problems.push(span, Problem::SecretTested { name: name.to_owned() });
                return None;
            }
            InputKind::Json | InputKind::Bytes | InputKind::List(_) => {
                problems.push(span, Problem::StructureTested { name: name.to_owned() });
                return None;
            }
        };
        let optional = input.optional || self.choice.contains(&at);
        let declared = self.declared.get(at).copied().unwrap_or_default();
        Some(self.get(AsideSource::Input(at), format!("$input.{name}"), ty, optional, declared))
    }

    /// An input or a setting, as a template names it.
    pub(crate) fn named(&mut self, name: &Spanned<String>, problems: &mut Diagnostics) -> Option<usize> {
        if self.inputs.iter().any(|input| input.name == name.value) {
            return self.input(name, name.span, problems);
        }
        let Some(at) = self.settings.iter().position(|setting| setting.name == name.value) else {
            if !problems.is_lost(name) {
                let inputs = self.inputs.iter().map(|input| input.name.as_str());
                let known = inputs.chain(self.settings.iter().map(|setting| setting.name.as_str()));
                let problem = Problem::UnknownName { name: name.value.clone(), similar: similar(name, known) };
                problems.push(name.span, problem);
            }
            return None;
        };
        if matches!(self.settings[at].kind, SettingKind::Secret(_)) {
            problems.push(name.span, Problem::SecretTested { name: name.value.clone() });
            return None;
        }
        let path = format!("{{{}}}", name.value);
        let optional = self.settings[at].optional;
        Some(self.get(AsideSource::Setting(at), path, Type::String, optional, Span::default()))
    }

    /// All of them, each with its slot.
    pub(crate) fn finish(mut self, reader: &mut Reader<'_>) -> Vec<Aside> {
        for (at, aside) in self.all.iter_mut().enumerate() {
            aside.view.slot = reader.aside(at);
        }
        self.all
    }
}
