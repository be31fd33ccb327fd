//! What names in templates stand for.

use super::reading::{Reader, steps};
use super::rules::unknown_path;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::View;
use crate::model::rules::{Told, ToldPart};
use crate::model::{Input, Part, Setting, Text};
use crate::record::Named;
use crate::source::{Span, Spanned};
use crate::spec::{Choice, Piece, Template, ValueSpec};

/// The names that a template of one operation may use.
pub(crate) struct Scope<'a> {
    pub(crate) settings: &'a [Setting],
    pub(crate) inputs: &'a [Input],
    /// The vendor's values and the operation's, the operation's first.
    pub(crate) values: [&'a Named<ValueSpec>; 2],
    /// Which settings, inputs and values were used.
    pub(crate) used: Used,
}

/// The names that were used.
#[derive(Debug, Default)]
pub(crate) struct Used {
    pub(crate) settings: Vec<usize>,
    pub(crate) inputs: Vec<usize>,
    pub(crate) values: Vec<String>,
}

/// What a name stands for.
pub(crate) enum Meaning<'a> {
    Setting(usize),
    Input(usize),
    Value(&'a ValueSpec),
}

impl<'a> Scope<'a> {
    /// Looks a name up.
    pub(crate) fn look(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<Meaning<'a>> {
        if let Some(at) = self.inputs.iter().position(|input| input.name == name) {
            self.used.inputs.push(at);
            return Some(Meaning::Input(at));
        }
        if let Some(at) = self.settings.iter().position(|setting| setting.name == name) {
            self.used.settings.push(at);
            return Some(Meaning::Setting(at));
        }
        if let Some(value) = self.values.iter().find_map(|values| values.get(name)) {
            self.used.values.push(name.to_owned());
            return Some(Meaning::Value(value));
        }
        if problems.is_lost(name) {
            return None;
        }
        let inputs = self.inputs.iter().map(|input| input.name.as_str());
        let settings = self.settings.iter().map(|setting| setting.name.as_str());
        let known = inputs.chain(settings).chain(self.values.iter().flat_map(|values| values.names()));
        let problem = match name.starts_with("reply.") {
            true => Problem::NoReplyHere { name: name.to_owned() },
            false => Problem::UnknownName { name: name.to_owned(), similar: similar(name, known) },
        };
        problems.push(span, problem);
        None
    }
}

/// The places of a reply that a template names.
pub(crate) struct ReplyScope<'a, 't> {
    pub(crate) reader: &'a mut Reader<'t>,
    pub(crate) view: &'a mut View,
}

impl ReplyScope<'_, '_> {
    /// The steps and the slot of `reply.…`.
    pub(crate) fn place(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<(Vec<String>, u16)> {
        let Some(path) = name.strip_prefix("reply.") else {
            problems.push(span, Problem::OnlyReplyHere { name: name.to_owned() });
            return None;
        };
        let written = Spanned::new(name.to_owned(), span);
        let Some(path_steps) = steps(path) else {
            problems.push(span, Problem::BadPath { path: path.to_owned() });
            return None;
        };
        let mut slot = None;
        match self.reader.at(self.view, &path_steps, false, &mut |_, leaf, _| slot = Some(leaf.slot)) {
            Ok(()) => Some((path_steps, slot?)),
            Err(no_path) => {
                unknown_path(&written, path, no_path, problems);
                None
            }
        }
    }

    /// The texts of which a reply tells the first that is there.
    pub(crate) fn told(&mut self, choice: &Choice, problems: &mut Diagnostics) -> Vec<Told> {
        choice.0.iter().filter_map(|template| self.told_by(template, problems)).collect()
    }

    fn told_by(&mut self, template: &Template, problems: &mut Diagnostics) -> Option<Told> {
        let mut parts = Vec::new();
        for piece in &template.pieces {
            parts.push(match &piece.value {
                Piece::Text(text) => ToldPart::Plain(text.clone()),
                Piece::Name(name) => {
                    let (path, slot) = self.place(name, piece.span, problems)?;
                    ToldPart::Place(path, slot)
                }
            });
        }
        Some(Told(parts))
    }
}

/// Resolves the pieces of a template, one after the other.
pub(crate) fn text(template: &Template, mut part: impl FnMut(&str, &Spanned<Piece>) -> Option<Part>) -> Option<Text> {
    let mut parts = Vec::new();
    for piece in &template.pieces {
        parts.push(match &piece.value {
            Piece::Text(text) => Part::Plain(text.clone()),
            Piece::Name(name) => part(name, piece)?,
        });
    }
    Some(Text(parts))
}
