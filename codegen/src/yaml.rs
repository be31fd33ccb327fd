//! Loads YAML: text in, nodes with spans out. Scalars stay text; what they mean is decided where they are read.

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::{Diagnostics, Problem};
use crate::source::{Source, Span};

/// The largest spec that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;

/// How deep maps and lists may stand in each other.
pub const MAX_DEPTH: usize = 32;

/// A piece of YAML and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of YAML.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Text, and whether it stands there without quotes.
    Scalar(String, bool),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the text.
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Debug, Clone)]
pub struct Key {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Node {
    /// What it is, in words.
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar(text, true) if text.is_empty() => "nothing",
            Kind::Scalar(..) => "text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }
}

/// Loads one document. `None` means that nothing useful could be read; what is wrong has been pushed.
pub fn load(source: &Source, problems: &mut Diagnostics) -> Option<Node> {
    load_part(&source.text, 0, problems)
}

/// Loads a document whose spans begin at `base`.
pub(crate) fn load_part(text: &str, base: u32, problems: &mut Diagnostics) -> Option<Node> {
    let start = Span { start: base, end: base };
    if text.len() > MAX_BYTES {
        problems.push(start, Problem::TooLarge { bytes: text.len(), limit: MAX_BYTES });
        return None;
    }
    let mut loader = Loader { text, base, problems, open: Vec::new(), root: None, depth_told: false };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => {
                let span = loader.span(&span);
                loader.take(event, span);
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len());
                let rest = text.get(at..).unwrap_or_default();
                let (length, problem) = match rest.starts_with('*') {
                    // The parser misses the anchor of an alias; there are none.
                    true => (word_length(rest), Problem::Alias {}),
                    false => (
                        rest.chars().next().map_or(0, char::len_utf8),
                        Problem::Syntax { message: error.info(), brace: rest.starts_with('{') },
                    ),
                };
                loader.problems.push(Span::new(at..at + length).shift(base), problem);
                return None;
            }
        }
    }
    let root = loader.root.take();
    if root.is_none() && problems.is_empty() {
        problems.push(start, Problem::Empty {});
    }
    root
}

/// Up to where a word of YAML goes, in bytes.
fn word_length(text: &str) -> usize {
    text.find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or(text.len())
}

/// A map or list that is not closed yet.
struct Open {
    node: Node,
    /// The key that waits for its value.
    key: Option<Key>,
}

struct Loader<'a> {
    text: &'a str,
    base: u32,
    problems: &'a mut Diagnostics,
    open: Vec<Open>,
    root: Option<Node>,
    depth_told: bool,
}

impl Loader<'_> {
    fn span(&self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        // A block collection's span may reach to the next token; only its start is of use.
        let text = self.text.get(range.clone()).unwrap_or_default();
        Span::new(range.start..range.start + text.trim_end().len()).shift(self.base)
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                // The parser says `~` where nothing is written.
                let text = if plain && span.start == span.end { String::new() } else { text.into_owned() };
                self.add(Node { span, kind: Kind::Scalar(text, plain) });
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                self.begin(Node { span, kind: Kind::List(Vec::new()) });
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                self.begin(Node { span, kind: Kind::Map(Vec::new()) });
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.problems.push(span, Problem::Alias {});
                self.add(Node { span, kind: Kind::Scalar(String::new(), true) });
            }
            Event::DocumentStart(..) if self.root.is_some() => self.problems.push(span, Problem::SeveralDocuments {}),
            _ => {}
        }
    }

    fn refuse(&mut self, span: Span, anchor: usize, tag: bool) {
        if anchor != 0 {
            self.problems.push(self.mark_before(span, '&'), Problem::Anchor {});
        }
        if tag {
            self.problems.push(self.mark_before(span, '!'), Problem::Tag {});
        }
    }

    /// The word in front of a node that starts with this sign.
    fn mark_before(&self, node: Span, sign: char) -> Span {
        let before = self.text.get(..(node.start - self.base) as usize).unwrap_or_default();
        let Some(start) = before.rfind(sign) else { return node };
        Span::new(start..start + word_length(&before[start..])).shift(self.base)
    }

    fn begin(&mut self, node: Node) {
        if self.open.len() == MAX_DEPTH && !self.depth_told {
            self.depth_told = true;
            self.problems.push(node.span, Problem::TooDeep { limit: MAX_DEPTH });
        }
        self.open.push(Open { node, key: None });
    }

    fn end(&mut self, span: Span) {
        let Some(Open { mut node, .. }) = self.open.pop() else { return };
        node.span = match &node.kind {
            // Block collections end with their last element, flow collections with their bracket.
            Kind::Map(entries) if span.start == span.end => {
                entries.last().map_or(node.span, |(_, last)| node.span.to(last.span))
            }
            Kind::List(items) if span.start == span.end => {
                items.last().map_or(node.span, |last| node.span.to(last.span))
            }
            _ => node.span.to(span),
        };
        self.add(node);
    }

    fn add(&mut self, node: Node) {
        let depth = self.open.len();
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        // Below the bound nothing is kept: dropping a very deep tree would overflow the stack.
        if depth > MAX_DEPTH {
            return;
        }
        match &mut open.node.kind {
            Kind::List(items) => items.push(node),
            Kind::Map(entries) => match open.key.take() {
                Some(key) => add_entry(entries, key, node, self.problems),
                None => open.key = Some(key(node, self.problems)),
            },
            Kind::Scalar(..) => {}
        }
    }
}

fn key(node: Node, problems: &mut Diagnostics) -> Key {
    match node.kind {
        Kind::Scalar(text, _) => {
            if text == "<<" {
                problems.push(node.span, Problem::MergeKey {});
                problems.lose("<<");
            }
            Key { text, span: node.span }
        }
        Kind::List(_) | Kind::Map(_) => {
            problems.push(node.span, Problem::KeyNotText {});
            Key { text: String::new(), span: node.span }
        }
    }
}

fn add_entry(entries: &mut Vec<(Key, Node)>, key: Key, node: Node, problems: &mut Diagnostics) {
    match entries.iter().find(|(given, _)| given.text == key.text) {
        Some((first, _)) => problems.push(key.span, Problem::DuplicateKey { key: key.text, first: first.span }),
        None => entries.push((key, node)),
    }
}
