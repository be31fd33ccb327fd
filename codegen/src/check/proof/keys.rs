//! The keys of signatures: given as a setting, or handed out by an operation of the vendor.

use super::made::Maker;
use crate::check::operation::{Checker, unknown_input};
use crate::check::reading::{Reader, steps};
use crate::check::value::one_of;
use crate::diagnostic::{Problem, similar};
use crate::model::types::{Type, Types};
use crate::model::{InputKind, Key, KeyEncoding, KeyInput, Keys, Operation, ReplyKind};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, Template};

impl Checker<'_> {
    /// What a signature is checked with. `jwt` is the token, where it is one's.
    pub(super) fn key(
        &self,
        spec: &spec::Verify,
        jwt: Option<&Template>,
        maker: &mut Maker<'_, '_, '_, '_>,
        types: &Types,
    ) -> Option<Key> {
        match spec.key(maker.problems)? {
            spec::KeySpec::Given(key, key_as) => {
                let key = maker.text(key)?;
                let key_as = match key_as {
                    Some(name) => one_of(name, &KeyEncoding::ALL, "an encoding of keys", maker.problems)?,
                    None => KeyEncoding::Text,
                };
                Some(Key::Given(key, key_as))
            }
            spec::KeySpec::Vendor(keys) => self.keys(keys, jwt.is_some(), maker, types).map(Key::Vendor),
        }
    }

    fn keys(
        &self,
        spec: &spec::KeysSpec,
        is_jwt: bool,
        maker: &mut Maker<'_, '_, '_, '_>,
        types: &Types,
    ) -> Option<Keys> {
        let name = &spec.operation;
        let Some(position) = self.operations.iter().position(|operation| operation.name.value == name.value) else {
            // One that could not be built has been told.
            if self.spec.operations.get(name).is_none() {
                let known = || self.spec.operations.names();
                let (similar, known) = (similar(name, known()), known().map(str::to_owned).collect());
                let what = "an operation of this vendor";
                maker.problems.push(name.span, Problem::NotOneOf { word: name.value.clone(), what, known, similar });
            }
            return None;
        };
        let operation = &self.operations[position];
        let mut with = Vec::new();
        for (input, template) in spec.with.iter() {
            let filled = filled(input, template, is_jwt, operation, maker);
            with.push(filled);
        }
        let at = place(&spec.at, operation, types, maker);
        let with: Vec<(usize, KeyInput)> = with.into_iter().collect::<Option<_>>()?;
        let is_filled = |at: &usize| with.iter().any(|(input, _)| input == at);
        let needs = |at: &usize| {
            let input = &operation.inputs[*at];
            !input.optional && !input.kind.has_default() && !is_filled(at)
        };
        let choice = &operation.exactly_one;
        let missing = (0..operation.inputs.len()).find(needs);
        let missing = missing.or_else(|| choice.first().copied().filter(|_| !choice.iter().any(is_filled)));
        if let Some(input) = missing {
            let (input, operation) = (operation.inputs[input].name.clone(), operation.name.value.clone());
            maker.problems.push(name.span, Problem::Unfilled { input, operation });
            return None;
        }
        Some(Keys { operation: position, with, at: at? })
    }
}

/// What an input of the operation is.
fn filled(
    name: &Spanned<String>,
    template: &Template,
    is_jwt: bool,
    operation: &Operation,
    maker: &mut Maker<'_, '_, '_, '_>,
) -> Option<(usize, KeyInput)> {
    let Some(at) = operation.inputs.iter().position(|input| input.name == name.value) else {
        unknown_input(name, &operation.inputs, maker.problems);
        return None;
    };
    if !matches!(operation.inputs[at].kind, InputKind::Text(_) | InputKind::PathTail | InputKind::Int(_)) {
        maker.problems.push(name.span, Problem::KeyInputKind { name: name.value.clone() });
        return None;
    }
    if let Some(Spanned { value: Piece::Name(given), .. }) = template.sole_name()
        && let Some(header) = given.strip_prefix("jwt.$header.")
        && is_jwt
    {
        return Some((at, KeyInput::Header(header.to_owned())));
    }
    maker.text(template).map(|text| (at, KeyInput::Text(text)))
}

/// Where the keys stand in the reply: a JWK, or a list of them.
fn place(
    template: &Template,
    operation: &Operation,
    types: &Types,
    maker: &mut Maker<'_, '_, '_, '_>,
) -> Option<Vec<String>> {
    let (name, span): (&str, Span) = maker.sole(template)?;
    let path = match name.strip_prefix("reply") {
        Some("") => "",
        Some(path) if path.starts_with('.') => &path[1..],
        _ => {
            maker.problems.push(span, Problem::OnlyReplyHere { name: name.to_owned(), word: "reply" });
            return None;
        }
    };
    let steps = match path {
        "" => Some(Vec::new()),
        path if path.starts_with('$') => None,
        path => steps(path),
    };
    let Some(steps) = steps else {
        maker.problems.push(span, Problem::BadPath { path: path.to_owned() });
        return None;
    };
    let mut reader = Reader::new(types);
    let mut view = reader.root(&operation.reply, span);
    let mut found = None;
    let written = Spanned::new(name.to_owned(), span);
    let led = reader.at(&mut view, &steps, false, &mut |_, leaf, _| found = Some(leaf.ty.clone()));
    if let Err(no_path) = led {
        crate::check::facts::unknown_path(&written, path, no_path, maker.problems);
        return None;
    }
    let found = found?;
    let is_key = |ty: &Type| matches!(ty, Type::Json | Type::Record(_) | Type::Map(_));
    let is_json = operation.reply_kind == ReplyKind::Json;
    if !is_json || !(is_key(&found) || matches!(&found, Type::List(item) if is_key(item))) {
        let ty = if is_json { types.in_words(&found) } else { "no JSON".to_owned() };
        maker.problems.push(span, Problem::NoKeysThere { path: name.to_owned(), ty });
        return None;
    }
    Some(steps)
}
