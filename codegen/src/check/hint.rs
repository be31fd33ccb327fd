//! What a reply says about time and progress, and texts that are taken out of it.

use super::aside::Asides;
use super::operation::Checker;
use super::reading::Reader;
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Hint, Progress, Taken, View};
use crate::model::rules::{Told, ToldPart};
use crate::model::types::{SCALARS, TimeKind, Type};
use crate::source::{Span, Spanned};
use crate::spec::{self, Like, Piece, Template};

/// What a reply says about time and progress.
#[derive(Default)]
pub(super) struct Hints {
    pub(super) ask_again_after: Option<Hint>,
    pub(super) resets_at: Option<Hint>,
    pub(super) progress: Option<Progress>,
}

impl Checker<'_> {
    pub(super) fn hints(
        &self,
        reply: &Type,
        reader: &mut Reader<'_>,
        answer: &mut View,
        asides: &mut Asides<'_>,
        problems: &mut Diagnostics,
    ) -> Hints {
        self.refuse_header_types(problems);
        let limits = [&self.operation.limits, &self.spec.limits];
        let resets_at = limits.into_iter().flatten().find_map(|limits| limits.resets_at.as_ref());
        let tells = self.operation.tells.as_ref();
        let (errors, shown) = (None, true);
        let mut scope = ReplyScope { reader, view: Some(answer), errors, asides: Some(asides), shown };
        let again = tells.and_then(|tells| tells.ask_again_after.as_ref());
        let again = again.and_then(|template| self.hint(template, reply, &mut scope, problems));
        let resets = resets_at.and_then(|template| self.hint(template, reply, &mut scope, problems));
        let progress = tells.and_then(|tells| tells.progress.as_ref());
        let progress = progress.and_then(|progress| self.progress(progress, &mut scope, problems));
        Hints { ask_again_after: again, resets_at: resets, progress }
    }

    fn hint(
        &self,
        template: &Template,
        reply: &Type,
        scope: &mut ReplyScope<'_, '_, '_>,
        problems: &mut Diagnostics,
    ) -> Option<Hint> {
        let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else {
            problems.push(template.span, Problem::NotOneName { found: template.written() });
            return None;
        };
        let told = scope.told_by(template, problems)?;
        let kind = match told.0.first() {
            Some(ToldPart::Place(path, _)) => {
                let ty = scope.reader.types().at(reply, path)?;
                match ty.time() {
                    Some(kind) => kind,
                    None => {
                        let (path, ty) = (path.join("."), scope.reader.types().in_words(&ty));
                        problems.push(*span, Problem::NoTime { path, ty });
                        return None;
                    }
                }
            }
            _ => self.header_kind(name, *span, problems)?,
        };
        Some(Hint { told, kind })
    }

    /// How the time in a header is written. Headers tell times in so many ways that none is taken for granted.
    fn header_kind(&self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<TimeKind> {
        let header = name.strip_prefix("reply.$header.").unwrap_or_default();
        let all = self.operation.reply_headers.iter().chain(self.spec.reply_headers.iter());
        let named = all.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(header));
        if named.is_none() {
            problems.push(span, Problem::UntypedTime { header: header.to_owned() });
        }
        named.and_then(|(_, word)| time_kind(&word.0))
    }

    fn refuse_header_types(&self, problems: &mut Diagnostics) {
        let all = self.operation.reply_headers.iter().chain(self.spec.reply_headers.iter());
        for word in all.map(|(_, word)| &word.0).filter(|word| time_kind(word).is_none()) {
            let expected =
                "`timestamp`, `unix_seconds`, `unix_millis`, `seconds` or `millis`: all other headers are text";
            problems.push(word.span, Problem::BadScalar { text: word.value.clone(), expected });
        }
    }

    fn progress(
        &self,
        progress: &spec::Progress,
        scope: &mut ReplyScope<'_, '_, '_>,
        problems: &mut Diagnostics,
    ) -> Option<Progress> {
        Some(match progress {
            spec::Progress::Percent(template) => {
                Progress::Percent(Taken { told: vec![one(template, scope, problems)?], rel: None, like: None })
            }
            spec::Progress::Part(part) => {
                Progress::Part(one(&part.done, scope, problems)?, one(&part.of, scope, problems)?)
            }
            spec::Progress::In(like) => Progress::Percent(taken_apart(like, None, scope, problems)?),
        })
    }
}

fn one(template: &Template, scope: &mut ReplyScope<'_, '_, '_>, problems: &mut Diagnostics) -> Option<Told> {
    if template.sole_name().is_none() {
        problems.push(template.span, Problem::NotOneName { found: template.written() });
        return None;
    }
    scope.told_by(template, problems)
}

fn time_kind(word: &str) -> Option<TimeKind> {
    SCALARS.iter().find_map(|(name, ty)| match ty {
        Type::Time(kind) if *name == word => Some(*kind),
        _ => None,
    })
}

/// A text that is taken out of another. `name` is what stands for it in the pattern, where that matters.
pub(super) fn taken_apart(
    like: &Like,
    name: Option<&str>,
    scope: &mut ReplyScope<'_, '_, '_>,
    problems: &mut Diagnostics,
) -> Option<Taken> {
    let told = scope.told_by(&like.text, problems);
    let pattern = pattern(&like.like, name, problems);
    let rel = like.rel.as_ref().map(|rel| rel.value.clone());
    Some(Taken { told: vec![told?], rel, like: Some(pattern?) })
}

/// What stands before and behind the one name of a pattern.
fn pattern(template: &Template, name: Option<&str>, problems: &mut Diagnostics) -> Option<(String, String)> {
    let text = |pieces: &[Spanned<Piece>]| match pieces {
        [] => Some(String::new()),
        [Spanned { value: Piece::Text(text), .. }] => Some(text.clone()),
        _ => None,
    };
    let is_name = |piece: &Spanned<Piece>| matches!(piece.value, Piece::Name(_));
    let at = template.pieces.iter().position(is_name);
    let parts = at.and_then(|at| Some((text(&template.pieces[..at])?, text(&template.pieces[at + 1..])?)));
    let given = at.and_then(|at| match &template.pieces[at].value {
        Piece::Name(given) => Some((given.as_str(), template.pieces[at].span)),
        Piece::Text(_) => None,
    });
    match (parts, given) {
        (Some((before, behind)), Some((given, span))) if !(before.is_empty() && behind.is_empty()) => {
            if let Some(name) = name.filter(|name| *name != given) {
                problems.push(span, Problem::PatternName { given: given.to_owned(), name: name.to_owned() });
                return None;
            }
            Some((before, behind))
        }
        _ => {
            problems.push(template.span, Problem::BadPattern { pattern: template.written() });
            None
        }
    }
}
