//! Mistakes in specs: collected, never thrown, and shown the way rustc shows its own.

mod problem;
mod wording;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

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
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a mistake.
    pub fn push(&mut self, span: Span, problem: Problem) {
        let diagnostic = Diagnostic { problem, span };
        // Two readers of one place may find the same mistake.
        if !self.0.contains(&diagnostic) {
            self.0.push(diagnostic);
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value, or all mistakes in the order of the text.
    pub fn into_result<T>(mut self, source: &Source, value: Option<T>) -> Result<T, Report> {
        match (value, self.0.is_empty()) {
            (Some(value), true) => Ok(value),
            _ => {
                self.0.sort_by_key(|diagnostic| diagnostic.span);
                Err(Report { source: source.clone(), diagnostics: self.0 })
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

    /// All mistakes as text for a terminal.
    pub fn render(&self, renderer: &Renderer) -> String {
        let texts: Vec<_> = self.diagnostics.iter().map(|one| one.render(&self.source, renderer)).collect();
        texts.join("\n\n")
    }
}

impl Diagnostic {
    fn render(&self, source: &Source, renderer: &Renderer) -> String {
        let wording = self.problem.wording(self.span);
        let title = match source.text.is_empty() {
            // There is no text to point into, so the sentence names the file.
            true => format!("{} ({})", wording.title, source.path),
            false => wording.title,
        };
        let mut group = Group::with_title(Level::ERROR.primary_title(title));
        if !source.text.is_empty() {
            let primary = AnnotationKind::Primary.span(clamp(self.span, source)).label(wording.label);
            let mut snippet = Snippet::source(source.text.as_str()).path(source.path.as_str()).annotation(primary);
            for (span, label) in wording.context {
                snippet = snippet.annotation(AnnotationKind::Context.span(clamp(span, source)).label(label));
            }
            group = group.element(snippet);
        }
        for note in wording.notes {
            group = group.element(Level::NOTE.message(note));
        }
        if let Some(help) = wording.help {
            group = group.element(Level::HELP.message(help));
        }
        let mut groups = vec![group];
        if let Some((title, span, text)) = wording.patch {
            let patch = Patch::new(clamp(span, source), text);
            let snippet = Snippet::source(source.text.as_str()).path(source.path.as_str()).patch(patch);
            groups.push(Level::HELP.secondary_title(title).element(snippet));
        }
        renderer.render(&groups)
    }
}

/// A span within the text: the renderer panics beyond it.
fn clamp(span: Span, source: &Source) -> std::ops::Range<usize> {
    let mut range = span.range();
    range.end = range.end.min(source.text.len());
    range.start = range.start.min(range.end);
    while !source.text.is_char_boundary(range.start) {
        range.start -= 1;
    }
    while !source.text.is_char_boundary(range.end) {
        range.end += 1;
    }
    range
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
