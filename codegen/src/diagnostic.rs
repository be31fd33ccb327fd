//! Mistakes in specs: collected, never thrown, and shown the way rustc shows its own.

mod problem;
mod wording;

use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde_json::{Value, json};

pub use problem::Problem;

use crate::source::{Source, Span};

/// One mistake and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
}

/// How a problem is told.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    /// One sentence that says all, for an editor's list of problems.
    pub(crate) title: String,
    /// What stands under the place.
    pub(crate) label: String,
    /// Other places that matter.
    pub(crate) context: Vec<(Span, String)>,
    /// What to know.
    pub(crate) notes: Vec<String>,
    /// The way out, in words.
    pub(crate) help: Option<String>,
    /// The way out, as an edit.
    pub(crate) patch: Option<(String, Span, String)>,
}

/// The mistakes found so far in one spec.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    /// Names of what was given and could not be read. Whatever needs them must not be reported as well.
    lost: BTreeSet<String>,
}

impl Diagnostics {
    /// Adds a mistake.
    pub fn push(&mut self, span: Span, problem: Problem) {
        let diagnostic = Diagnostic { problem, span };
        // Two readers of one place may find the same mistake.
        if !self.found.contains(&diagnostic) {
            self.found.push(diagnostic);
        }
    }

    /// Leaves out what stands in the files beside the spec.
    pub(crate) fn without_files(mut self, source: &Source) -> Self {
        self.found.retain(|one| std::ptr::eq(source.locate(one.span).0, source));
        self
    }

    /// Adds all mistakes of another collection.
    pub(crate) fn extend(&mut self, others: Diagnostics) {
        others.found.into_iter().for_each(|one| self.push(one.span, one.problem));
    }

    /// Says that something of this name was given, and that what is wrong with it has been pushed.
    pub(crate) fn lose(&mut self, name: &str) {
        self.lost.insert(name.to_owned());
    }

    /// Whether something of this name was given and could not be read.
    pub(crate) fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(name)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The value, or all mistakes in the order of the text.
    pub fn into_result<T>(mut self, source: &Source, value: Option<T>) -> Result<T, Report> {
        match (value, self.found.is_empty()) {
            (Some(value), true) => Ok(value),
            _ => {
                self.found.sort_by_key(|diagnostic| diagnostic.span);
                Err(Report { source: source.clone(), diagnostics: self.found })
            }
        }
    }
}

/// All mistakes of one spec, with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The spec.
    pub source: Source,
    /// Its mistakes, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// A report of one mistake that has no text to show, such as a missing file.
    pub fn of_file(path: &str, problem: Problem) -> Self {
        let source = Source::new(path, "");
        Report { source, diagnostics: vec![Diagnostic { problem, span: Span::default() }] }
    }

    /// Each mistake as plain text, without the leading `error: `.
    pub fn messages(&self) -> Vec<String> {
        let render = |diagnostic: &Diagnostic| {
            let text = diagnostic.render(&self.source, &Renderer::plain());
            text.strip_prefix("error: ").unwrap_or(&text).to_owned()
        };
        self.diagnostics.iter().map(render).collect()
    }

    /// All mistakes as data, with the same content as their texts: a list of objects.
    ///
    /// | member | what it is |
    /// |---|---|
    /// | `code` | the kind of mistake in kebab case: `unknown-key` |
    /// | `title` | one sentence that says all |
    /// | `file` | the spec's path |
    /// | `line`, `column` | where it starts, counted from one in characters; null where there is no text to point into |
    /// | `end` | where it ends: `line` and `column`, behind the last character; or null |
    /// | `label` | what stands under the place, or null |
    /// | `context` | other places that matter: `line`, `column`, `end`, `label` |
    /// | `notes` | what to know: a list of sentences |
    /// | `help` | the way out in words, or null |
    /// | `replacement` | the way out as an edit, or null: `title`, the `text` to put in, and the `place` to put it |
    ///
    /// A `place` has `line`, `column` and `end` too, and the same as `bytes`: the first one, and the one behind the last.
    pub fn to_json(&self) -> Value {
        self.diagnostics.iter().map(|one| one.to_json(&self.source)).collect()
    }

    /// All mistakes as text for a terminal.
    pub fn render(&self, renderer: &Renderer) -> String {
        let texts: Vec<_> = self.diagnostics.iter().map(|one| one.render(&self.source, renderer)).collect();
        texts.join("\n\n")
    }
}

impl Diagnostic {
    fn to_json(&self, source: &Source) -> Value {
        let wording = self.problem.wording(self.span);
        let (part, _) = source.locate(self.span);
        // Where a place is in another file than the mistake.
        let elsewhere = |span: Span| Some(&source.locate(span).0.path).filter(|path| **path != part.path);
        let with = |mut place: Value, key: &str, value: Value| {
            place[key] = value;
            place
        };
        let said = |text: &str| Some(harmless(text)).filter(|text| !text.is_empty());
        let mut told = json!({
            "code": kebab(self.problem.name()),
            "title": one_line(&wording.title),
            "file": part.path,
            "line": null,
            "column": null,
            "end": null,
            "label": said(&one_line(&wording.label)),
            "context": [],
            "notes": wording.notes.iter().filter_map(|note| said(note)).collect::<Vec<_>>(),
            "help": wording.help.as_deref().and_then(said),
            "replacement": null,
        });
        if source.text.is_empty() {
            return told;
        }
        if let (Value::Object(told), Value::Object(place)) = (&mut told, place(self.span, source)) {
            told.extend(place);
        }
        let context = wording.context.iter();
        told["context"] = context
            .map(|(span, label)| {
                let place = with(place(*span, source), "label", one_line(label).into());
                match elsewhere(*span) {
                    Some(file) => with(place, "file", file.as_str().into()),
                    None => place,
                }
            })
            .collect();
        if let Some((title, span, text)) = wording.patch {
            let (_, range) = clamp(span, source);
            let place = with(place(span, source), "bytes", json!([range.start, range.end]));
            let place = match elsewhere(span) {
                Some(file) => with(place, "file", file.as_str().into()),
                None => place,
            };
            told["replacement"] = json!({ "title": harmless(&title), "text": text, "place": place });
        }
        told
    }

    fn render(&self, source: &Source, renderer: &Renderer) -> String {
        let wording = self.problem.wording(self.span);
        let title = match source.text.is_empty() {
            // There is no text to point into, so the sentence names the file.
            true => one_line(&format!("{} ({})", wording.title, source.path)),
            false => one_line(&wording.title),
        };
        let mut group = Group::with_title(Level::ERROR.primary_title(title));
        if !source.text.is_empty() {
            let (part, range) = clamp(self.span, source);
            let primary = AnnotationKind::Primary.span(range).label(one_line(&wording.label));
            let mut snippet = Snippet::source(part.text.as_str()).path(part.path.as_str()).annotation(primary);
            let mut elsewhere = Vec::new();
            for (span, label) in wording.context {
                let (file, range) = clamp(span, source);
                let context = AnnotationKind::Context.span(range).label(one_line(&label));
                match std::ptr::eq(file, part) {
                    true => snippet = snippet.annotation(context),
                    false => {
                        elsewhere.push(Snippet::source(file.text.as_str()).path(file.path.as_str()).annotation(context))
                    }
                }
            }
            group = elsewhere.into_iter().fold(group.element(snippet), Group::element);
        }
        for note in wording.notes {
            group = group.element(Level::NOTE.message(harmless(&note)));
        }
        if let Some(help) = wording.help {
            group = group.element(Level::HELP.message(harmless(&help)));
        }
        let mut groups = vec![group];
        if let Some((title, span, text)) = wording.patch {
            let (part, range) = clamp(span, source);
            let patch = Patch::new(range, text);
            let snippet = Snippet::source(part.text.as_str()).path(part.path.as_str()).patch(patch);
            groups.push(Level::HELP.secondary_title(title).element(snippet));
        }
        // The renderer shows most of them in its own way, and lets some through.
        let obeyed = |c: char| !is_harmless(c) && c != '\n' && c != '\u{1b}';
        renderer.render(&groups).replace(obeyed, "\u{fffd}")
    }
}

/// The longest value that a sentence shows, in characters.
const MAX_VALUE: usize = 60;

/// The longest sentence that is shown, in characters.
const MAX_SENTENCE: usize = 1000;

/// A sentence with text of a spec in it, in which no value is long.
fn one_line(text: &str) -> String {
    // Values stand in backticks: every second piece.
    let pieces = text.split('`').enumerate().map(|(at, piece)| match at % 2 {
        0 => piece.to_owned(),
        _ => shorten(piece, MAX_VALUE),
    });
    harmless(&pieces.collect::<Vec<_>>().join("`"))
}

/// A sentence on one line, bounded, and without characters that a terminal obeys.
fn harmless(text: &str) -> String {
    visible(&shorten(text, MAX_SENTENCE))
}

fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A text in which characters that a terminal obeys are escaped; line breaks are too.
pub fn visible(text: &str) -> String {
    let shown = |c: char| match is_harmless(c) {
        true => c.to_string(),
        false => c.escape_default().to_string(),
    };
    text.chars().map(shown).collect()
}

/// Whether a character neither moves the cursor nor turns the direction of text.
fn is_harmless(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Lines and columns of a span, counted from one in characters.
fn place(span: Span, source: &Source) -> Value {
    let (part, range) = clamp(span, source);
    let at = |byte: usize| {
        let before = &part.text[..byte];
        let line = before.matches('\n').count() + 1;
        (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
    };
    let ((line, column), (end_line, end_column)) = (at(range.start), at(range.end));
    json!({ "line": line, "column": column, "end": { "line": end_line, "column": end_column } })
}

/// `UnknownKey` as `unknown-key`.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}

/// The file of a span, and the span within its text: the renderer panics beyond it.
fn clamp(span: Span, source: &Source) -> (&Source, std::ops::Range<usize>) {
    let (part, span) = source.locate(span);
    let mut range = span.range();
    range.end = range.end.min(part.text.len());
    range.start = range.start.min(range.end);
    while !part.text.is_char_boundary(range.start) {
        range.start -= 1;
    }
    while !part.text.is_char_boundary(range.end) {
        range.end += 1;
    }
    (part, range)
}

/// The candidate that the author most likely meant: near by edits, or the same but for case and separators.
pub(crate) fn similar<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| match plain(candidate) == plain(word) && !plain(word).is_empty() {
            true => (0, candidate),
            false => (strsim::damerau_levenshtein(word, candidate), candidate),
        })
        .filter(|(distance, candidate)| *distance <= limit && *candidate != word)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}
