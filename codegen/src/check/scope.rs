//! What names in templates stand for.

use super::aside::{Asides, is_token};
use super::facts::unknown_path;
use super::reading::{Reader, steps};
use super::token::Tokens;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{View, ViewKind};
use crate::model::rules::{Told, ToldPart};
use crate::model::{Input, Part, Sent, Setting, Text};
use crate::record::Named;
use crate::source::{Span, Spanned};
use crate::spec::{Choice, Piece, Template, ValueSpec};

/// The names that a template of one operation may use.
pub(crate) struct Scope<'a> {
    pub(crate) settings: &'a [Setting],
    pub(crate) inputs: &'a [Input],
    /// The vendor's values and the operation's, the operation's first.
    pub(crate) values: [&'a Named<ValueSpec>; 2],
    /// The vendor's tokens.
    pub(crate) tokens: &'a Tokens<'a>,
    /// Which settings, inputs, values and tokens were used.
    pub(crate) used: Used,
}

/// The names that were used.
#[derive(Debug, Default)]
pub(crate) struct Used {
    pub(crate) settings: Vec<usize>,
    pub(crate) inputs: Vec<usize>,
    pub(crate) values: Vec<String>,
    pub(crate) tokens: Vec<usize>,
}

/// What a name stands for.
pub(crate) enum Meaning<'a> {
    Setting(usize),
    Input(usize),
    Value(&'a ValueSpec),
    /// A field of a token.
    Token(usize, usize),
    /// A part of the request in the making.
    Request(Sent),
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
        if let Some(part) = name.strip_prefix("request.") {
            return sent(part, span, problems).map(Meaning::Request);
        }
        if let Some((token, field)) = self.tokens.field(name) {
            self.used.tokens.push(token);
            return Some(Meaning::Token(token, field));
        }
        if problems.is_lost(name) || name.split_once('.').is_some_and(|(token, _)| problems.is_lost(token)) {
            return None;
        }
        if let Some(token) = self.tokens.names().find(|token| *token == name) {
            problems.push(span, Problem::WholeToken { name: token.to_owned() });
            return None;
        }
        let inputs = self.inputs.iter().map(|input| input.name.as_str());
        let settings = self.settings.iter().map(|setting| setting.name.as_str());
        let known = inputs.chain(settings).chain(self.values.iter().flat_map(|values| values.names()));
        let problem = match name.starts_with("reply.") || name.starts_with("event.") {
            true => Problem::NoReplyHere { name: name.to_owned() },
            false => Problem::UnknownName { name: name.to_owned(), similar: similar(name, known) },
        };
        problems.push(span, problem);
        None
    }
}

/// The parts of a request that have a name.
const SENT: [(&str, Sent); 6] = [
    ("$method", Sent::Method),
    ("$host", Sent::Host),
    ("$path", Sent::Path),
    ("$query", Sent::Query),
    ("$target", Sent::Target),
    ("$body", Sent::Body),
];

/// A part of the request by its name behind `request.`.
fn sent(name: &str, span: Span, problems: &mut Diagnostics) -> Option<Sent> {
    if let Some(header) = name.strip_prefix("$header.") {
        if !is_token(header) {
            problems.push(span, Problem::BadHeaderName { name: header.to_owned() });
            return None;
        }
        return Some(Sent::Header(header.to_ascii_lowercase()));
    }
    let found = SENT.iter().find(|(known, _)| *known == name).map(|(_, sent)| sent.clone());
    if found.is_none() {
        let names = || SENT.iter().map(|(known, _)| *known).chain(["$header.<name>"]);
        let (similar, known) = (similar(name, names()), names().map(str::to_owned).collect());
        problems.push(span, Problem::NotOneOf { word: name.to_owned(), what: "a part of the request", known, similar });
    }
    found
}

/// The places of a reply that a template names.
pub(crate) struct ReplyScope<'r, 'a, 't> {
    pub(crate) reader: &'r mut Reader<'t>,
    /// The body, where it has a declared shape.
    pub(crate) view: Option<&'r mut View>,
    /// The bodies of the declared errors, where they may be named.
    pub(crate) errors: Option<&'r mut [View]>,
    /// What stands besides the body, where it may be named.
    pub(crate) asides: Option<&'r mut Asides<'a>>,
    /// Whether what is named is told to people.
    pub(crate) shown: bool,
}

impl<'r, 't> ReplyScope<'r, '_, 't> {
    /// Nothing but the body.
    pub(crate) fn of(reader: &'r mut Reader<'t>, view: &'r mut View) -> Self {
        ReplyScope { reader, view: Some(view), errors: None, asides: None, shown: false }
    }
}

impl ReplyScope<'_, '_, '_> {
    /// The slot of `reply.…`, in the body or besides it.
    pub(crate) fn slot(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<u16> {
        match self.aside(name, span, problems)? {
            Some(ToldPart::Aside(_, slot) | ToldPart::Place(_, slot)) => Some(slot),
            Some(ToldPart::Plain(_)) | None => self.place(name, span, problems).map(|(_, slot)| slot),
        }
    }

    /// What stands behind `reply.`, or behind `event.` where that is what is read.
    fn own<'n>(&self, name: &'n str) -> Option<&'n str> {
        name.strip_prefix(self.reader.word)?.strip_prefix('.')
    }

    /// Whether a name is of what is read.
    pub(crate) fn is_own(&self, name: &str) -> bool {
        self.own(name).is_some()
    }

    /// Whether a name is the whole body.
    pub(crate) fn is_whole(&self, name: &str) -> bool {
        self.own(name) == Some("$body")
    }

    /// The steps and the slot of `reply.…`.
    pub(crate) fn place(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<(Vec<String>, u16)> {
        // An element may be a text by itself.
        if let ("item", "item", Some(view)) = (name, self.reader.word, &self.view) {
            return Some((Vec::new(), view.slot));
        }
        let Some(path) = self.own(name) else {
            problems.push(span, Problem::OnlyReplyHere { name: name.to_owned(), word: self.reader.word });
            return None;
        };
        let written = Spanned::new(name.to_owned(), span);
        match path.strip_prefix("$error.") {
            Some(path) => self.in_errors(&written, path, problems),
            None => self.in_body(&written, path, problems),
        }
    }

    fn in_body(
        &mut self,
        written: &Spanned<String>,
        path: &str,
        problems: &mut Diagnostics,
    ) -> Option<(Vec<String>, u16)> {
        if path.starts_with('$') {
            problems.push(written.span, Problem::UnknownFact { subject: path.to_owned(), of: "reply" });
            return None;
        }
        let Some(path_steps) = steps(path) else {
            problems.push(written.span, Problem::BadPath { path: path.to_owned() });
            return None;
        };
        let Some(view) = self.view.as_deref_mut() else {
            problems.push(written.span, Problem::NoBodyHere { path: path.to_owned() });
            return None;
        };
        let (mut slot, mut hidden, mut is_text) = (None, false, false);
        let mut with = |_: &mut Reader<'_>, leaf: &mut View, _: bool| {
            slot = Some(leaf.slot);
            hidden |= leaf.hidden;
            is_text |= matches!(leaf.kind, ViewKind::Scalar(_) | ViewKind::Union(_) | ViewKind::Inner(_));
        };
        match self.reader.at(view, &path_steps, false, &mut with) {
            Ok(()) if hidden && self.shown => {
                problems.push(written.span, Problem::HiddenTold { path: path.to_owned() });
                None
            }
            Ok(()) if !is_text && self.shown => {
                problems.push(written.span, Problem::StructureTold { path: path.to_owned() });
                None
            }
            Ok(()) => Some((path_steps, slot?)),
            Err(no_path) => {
                unknown_path(written, path, no_path, problems);
                None
            }
        }
    }

    /// A place in the declared errors: in every one that has it, and in one at least.
    fn in_errors(
        &mut self,
        written: &Spanned<String>,
        path: &str,
        problems: &mut Diagnostics,
    ) -> Option<(Vec<String>, u16)> {
        let Some(errors) = self.errors.as_deref_mut() else {
            problems.push(written.span, Problem::UnknownFact { subject: "$error".to_owned(), of: "reply" });
            return None;
        };
        let Some(path_steps) = steps(path) else {
            problems.push(written.span, Problem::BadPath { path: path.to_owned() });
            return None;
        };
        let (mut slot, mut wrong, mut hidden) = (None, None, false);
        for view in errors.iter_mut() {
            let mut with = |_: &mut Reader<'_>, leaf: &mut View, _: bool| {
                slot = Some(leaf.slot);
                hidden |= leaf.hidden;
            };
            if let Err(no_path) = self.reader.at(view, &path_steps, false, &mut with) {
                wrong = wrong.or(Some(no_path));
            }
        }
        if hidden && self.shown {
            problems.push(written.span, Problem::HiddenTold { path: path.to_owned() });
            return None;
        }
        match (slot, wrong) {
            (Some(slot), _) => Some((path_steps, slot)),
            (None, Some(no_path)) => {
                unknown_path(written, path, no_path, problems);
                None
            }
            (None, None) => {
                problems.push(written.span, Problem::NoErrorShape {});
                None
            }
        }
    }

    /// The texts of which a reply tells the first that is there.
    pub(crate) fn told(&mut self, choice: &Choice, problems: &mut Diagnostics) -> Vec<Told> {
        choice.0.iter().filter_map(|template| self.told_by(template, problems)).collect()
    }

    /// `reply.$http` or `reply.$header.…`, where it is one. The outer `None` means that it is wrong.
    fn aside(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<Option<ToldPart>> {
        let path = self.own(name);
        let Some(asides) = self.asides.as_deref_mut() else { return Some(None) };
        let at = match path {
            Some("$http") => asides.http(),
            Some(header) if header.starts_with("$header.") => {
                asides.header(&header["$header.".len()..], span, problems)?
            }
            _ => return Some(None),
        };
        Some(Some(ToldPart::Aside(at, self.reader.aside(at))))
    }

    pub(super) fn told_by(&mut self, template: &Template, problems: &mut Diagnostics) -> Option<Told> {
        let mut parts = Vec::new();
        for piece in &template.pieces {
            parts.push(match &piece.value {
                Piece::Text(text) => ToldPart::Plain(text.clone()),
                Piece::Name(name) => match self.aside(name, piece.span, problems)? {
                    Some(part) => part,
                    None => {
                        let (path, slot) = self.place(name, piece.span, problems)?;
                        ToldPart::Place(path, slot)
                    }
                },
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
