//! YAML as a person would write it: block form where there is much to say, flow form where it fits a line, quotes only
//! where the text would be something else without them.

/// No line that could be broken is longer.
const WIDTH: usize = 120;

/// Something to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// A scalar.
    Text(String),
    /// A template: a scalar in quotes, because its braces would be a map.
    Template(String),
    /// A text to be read, broken into lines where it is long.
    Prose(String),
    /// A list.
    List(Vec<Node>, Layout),
    /// A map.
    Map(Vec<(String, Node)>, Layout),
}

/// How a list or map is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One entry a line.
    Block,
    /// In one line where that fits.
    Flow,
}

impl Node {
    pub(crate) fn text(text: impl Into<String>) -> Node {
        Node::Text(text.into())
    }

    pub(crate) fn flow<const N: usize>(entries: [(&str, Node); N]) -> Node {
        Node::Map(named(entries), Layout::Flow)
    }

    pub(crate) fn block<const N: usize>(entries: [(&str, Node); N]) -> Node {
        Node::Map(named(entries), Layout::Block)
    }

    /// The document.
    pub(crate) fn document(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, 0);
        text.push('\n');
        text
    }

    /// Writes it where a line has just begun, `indent` columns in.
    fn write(&self, text: &mut String, indent: usize) {
        match self {
            Node::Map(entries, _) if !self.fits(indent) => {
                for (at, (key, value)) in entries.iter().enumerate() {
                    start_line(text, at, indent);
                    text.push_str(&scalar(key, false));
                    text.push(':');
                    value.write_after_key(text, indent, key.chars().count() + 1);
                }
            }
            Node::List(items, _) if !self.fits(indent) => {
                for (at, item) in items.iter().enumerate() {
                    start_line(text, at, indent);
                    text.push_str("- ");
                    item.write(text, indent + 2);
                }
            }
            node => text.push_str(&node.in_line(false)),
        }
    }

    fn write_after_key(&self, text: &mut String, indent: usize, key: usize) {
        match (self, self.fits(indent + key + 1)) {
            (Node::Prose(prose), false) => {
                text.push_str(" |");
                for line in lines(prose, WIDTH - indent - 2) {
                    text.push('\n');
                    text.push_str(&" ".repeat(indent + 2));
                    text.push_str(&line);
                }
            }
            (_, true) => {
                text.push(' ');
                text.push_str(&self.in_line(false));
            }
            (_, false) => {
                text.push('\n');
                text.push_str(&" ".repeat(indent + 2));
                self.write(text, indent + 2);
            }
        }
    }

    /// Whether it is written in what is left of a line.
    fn fits(&self, column: usize) -> bool {
        match self {
            Node::Text(_) | Node::Template(_) => true,
            Node::Map(entries, _) if entries.is_empty() => true,
            Node::List(items, _) if items.is_empty() => true,
            Node::Prose(text) => column + scalar(text, false).chars().count() <= WIDTH,
            node => node.is_flow() && column + node.in_line(false).chars().count() <= WIDTH,
        }
    }

    fn is_flow(&self) -> bool {
        match self {
            Node::Text(_) | Node::Template(_) | Node::Prose(_) => true,
            Node::List(items, layout) => *layout == Layout::Flow && items.iter().all(Node::is_flow),
            Node::Map(entries, layout) => *layout == Layout::Flow && entries.iter().all(|(_, value)| value.is_flow()),
        }
    }

    /// It in one line; `inside` braces or brackets more needs quotes.
    fn in_line(&self, inside: bool) -> String {
        match self {
            Node::Text(text) | Node::Prose(text) => scalar(text, inside),
            Node::Template(text) => quoted(text),
            Node::List(items, _) => {
                let items: Vec<String> = items.iter().map(|item| item.in_line(true)).collect();
                format!("[{}]", items.join(", "))
            }
            Node::Map(entries, _) if entries.is_empty() => "{}".to_owned(),
            Node::Map(entries, _) => {
                let entry = |(key, value): &(String, Node)| format!("{}: {}", scalar(key, true), value.in_line(true));
                let entries: Vec<String> = entries.iter().map(entry).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

fn named<const N: usize>(entries: [(&str, Node); N]) -> Vec<(String, Node)> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn start_line(text: &mut String, at: usize, indent: usize) {
    if at > 0 {
        text.push('\n');
        text.push_str(&" ".repeat(indent));
    }
}

fn scalar(text: &str, inside: bool) -> String {
    match is_plain(text, inside) {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// Whether a scalar says the same without quotes.
fn is_plain(text: &str, inside: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let starts = !"-?:,[]{}#&*!|>'\"%@`~= ".contains(first) && text != "<<";
    let ends = !text.ends_with([' ', ':']);
    let shown = !text.chars().any(|c| c.is_control() || matches!(c, '\u{feff}' | '\u{85}' | '\u{2028}' | '\u{2029}'));
    let open = !text.contains(": ") && !text.contains(" #");
    // A question mark at the end is a key's in older tools.
    let flows = !inside || !text.contains([',', '[', ']', '{', '}', '?']);
    starts && ends && shown && open && flows
}

/// A text in lines of at most so many characters, where its words are not longer.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// JSON's strings are YAML's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        let plain = ["done", "not done", "a:b", "x-1", "0810", "é", "InvalidAMIID.NotFound", "$error.Error.Code", "a?"];
        for text in plain {
            assert_eq!(scalar(text, false), text);
        }
        let other = ["", " a", "a ", "- a", "a: b", "a #b", "#", "*", "a:", "@", "{a}", "[a", "'a", "~", "a\nb", "<<"];
        for text in other {
            assert_eq!(scalar(text, false), quoted(text), "{text:?}");
        }
        assert_eq!(scalar("a, b", false), "a, b");
        assert_eq!(scalar("a, b", true), r#""a, b""#);
        assert_eq!(scalar("a?", true), r#""a?""#);
    }

    #[test]
    fn what_fits_a_line_is_one() {
        let words = |n: usize| Node::List((0..n).map(|at| Node::text(format!("word{at}"))).collect(), Layout::Flow);
        let short = Node::block([("status", words(2)), ("other", Node::block([("a", Node::text("b"))]))]);
        assert_eq!(short.document(), "status: [word0, word1]\nother:\n  a: b\n");
        let long = Node::block([("status", words(20))]);
        assert!(long.document().starts_with("status:\n  - word0\n  - word1\n"), "{}", long.document());
        let prose = Node::block([("about", Node::Prose("word ".repeat(40).trim_end().to_owned()))]).document();
        assert!(prose.starts_with("about: |\n  word word") && prose.lines().all(|line| line.len() <= WIDTH), "{prose}");
        let listed = Node::List(vec![Node::block([("a", Node::text("1")), ("b", Node::text("2"))])], Layout::Block);
        assert_eq!(Node::block([("all", listed)]).document(), "all:\n  - a: 1\n    b: 2\n");
    }
}
