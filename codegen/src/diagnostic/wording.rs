//! How each problem is told: one sentence that says all, what stands under the place, and the way out.

mod batch;
mod form;
mod job;
mod name;
mod origin;
mod place;
mod proof;
mod request;
mod rule;
mod wait;

use super::{Problem, Wording};
use crate::source::Span;

fn say(title: impl Into<String>, label: impl Into<String>) -> Wording {
    Wording { title: title.into(), label: label.into(), ..Wording::default() }
}

impl Wording {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.context.push((span, label.into()));
        self
    }

    /// As [`at`](Self::at), where the spec declares it: what every reply has is declared nowhere.
    fn declared(self, span: Span, label: impl Into<String>) -> Self {
        if span == Span::default() { self } else { self.at(span, label) }
    }

    fn patch(mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.patch = Some((title.into(), span, text.into()));
        self
    }

    /// Offers the nearest known word as an edit, or else says which words there are.
    fn similar(self, what: &str, similar: &Option<String>, span: Span, known: &[String]) -> Self {
        match similar {
            Some(word) => self.patch(format!("{what} with a similar name exists"), span, word.clone()),
            None if known.is_empty() => self,
            None => self.help(format!("expected one of {}", list(known))),
        }
    }
}

fn list(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

impl Problem {
    /// The words for this problem at its place.
    pub(super) fn wording(&self, span: Span) -> Wording {
        self.of_file()
            .or_else(|| self.of_form(span))
            .or_else(|| self.of_name(span))
            .or_else(|| self.of_request())
            .or_else(|| self.of_proof())
            .or_else(|| self.of_origin())
            .or_else(|| self.of_place(span))
            .or_else(|| self.of_job())
            .or_else(|| self.of_batch())
            .or_else(|| self.of_rule(span))
            .unwrap_or_else(|| self.of_wait())
    }
}
