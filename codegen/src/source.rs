//! Where a piece of a spec stands.

use std::ops::{Deref, Range};

/// A spec's text and the name it is known by, and the files that it takes profiles from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as the author would write it.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The files of profiles. Their spans lie behind those of the text, one file after the other.
    files: Vec<Source>,
}

impl Source {
    /// A source from its parts.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source { path: path.into(), text: text.into(), files: Vec::new() }
    }

    /// The same with a further file.
    pub(crate) fn with(mut self, file: Source) -> Self {
        self.files.push(file);
        self
    }

    /// Each file and where its spans begin, the spec itself being the first.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (u32, &Source)> {
        let all = std::iter::once(self).chain(&self.files);
        all.scan(0, |base, part| {
            let start = *base;
            // One byte more, so that the end of a file is not the start of the next.
            *base = Span::new(0..start as usize + part.text.len() + 1).end;
            Some((start, part))
        })
    }

    /// The file in which a span lies, and the span in it.
    pub fn locate(&self, span: Span) -> (&Source, Span) {
        let (base, part) = self.parts().take_while(|(base, _)| *base <= span.start).last().unwrap_or((0, self));
        (part, Span { start: span.start - base, end: span.end.saturating_sub(base) })
    }

    /// What stands at a span.
    pub fn at(&self, span: Span) -> &str {
        let (part, span) = self.locate(span);
        part.text.get(span.range()).unwrap_or_default()
    }

    /// `path:line:column` of a span's start, counted from one.
    pub fn place(&self, span: Span) -> String {
        let (part, span) = self.locate(span);
        let before = part.text.get(..span.start as usize).unwrap_or(&part.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{}:{line}:{column}", part.path)
    }
}

/// A range of bytes in a spec's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Specs are far shorter than four gigabytes.
    pub fn new(range: Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: clamp(range.start), end: clamp(range.end) }
    }

    /// The same so many bytes further on.
    pub(crate) fn shift(self, by: u32) -> Span {
        Span { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }

    /// As a byte range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From this span's start to the other's end.
    pub fn to(self, end: Span) -> Span {
        Span { start: self.start.min(end.start), end: self.end.max(end.end) }
    }
}

/// A value and where it stands. Comparing looks at the value alone.
#[derive(Debug, Clone, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub const fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: f(self.value), span: self.span }
    }
}

impl Spanned<String> {
    /// The place of a part of the text, given in bytes. Quotes take a byte in front; where YAML escapes make text and
    /// source differ, the whole is marked.
    pub(crate) fn part(&self, part: Range<usize>) -> Span {
        let written = (self.span.end as usize).saturating_sub(self.span.start as usize);
        let quotes = match written.checked_sub(self.value.len()) {
            Some(0) => 0,
            Some(2) => 1,
            _ => return self.span,
        };
        let start = self.span.start as usize + quotes;
        Span::new(start + part.start..start + part.end)
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
