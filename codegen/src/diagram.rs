//! Pictures of what an operation's rules can say: which states there are, which of them are asked again, and how a job
//! ends. As text for Mermaid, and as an SVG that is laid out here.

use crate::check::show;
use crate::model::{Operation, Rule, RuleFacts, Verdict};

/// The longest line of facts in a picture, in characters.
const MAX_LINE: usize = 52;

/// The most alternatives of one rule in a picture.
const MAX_LINES: usize = 4;

/// What stands beside a rule's verdict, in the words of the spec language.
pub fn modifiers(rule: &Rule) -> Vec<String> {
    let word = |is_there: bool, word: &str| is_there.then(|| word.to_owned());
    let all = [
        word(rule.partial, "partial"),
        word(rule.revisable, "revisable"),
        word(rule.unsigned, "unsigned"),
        word(!rule.message.is_empty(), "message"),
        word(!rule.code.is_empty(), "code"),
        rule.every.map(|every| format!("every {}", show(every))),
        rule.within.map(|within| format!("within {}", show(within))),
        (rule.confirm > 1).then(|| format!("confirm {}", rule.confirm)),
        rule.then.as_ref().map(|then| format!("then {}", then.name.value)),
    ];
    all.into_iter().flatten().collect()
}

/// The facts of a rule as they are written, each on one line: of several, one must hold.
pub fn facts(rule: &Rule) -> Vec<&str> {
    match &rule.facts {
        RuleFacts::Otherwise => vec!["otherwise"],
        RuleFacts::AnyOf(_) => alternatives(&rule.text).unwrap_or_else(|| vec![&rule.text]),
    }
}

/// What stands in the braces of `{ … }, { … }`. `None` where the text is written in another way.
fn alternatives(text: &str) -> Option<Vec<&str>> {
    let mut all = Vec::new();
    let (mut depth, mut start, mut quote) = (0_u32, 0, None);
    for (at, c) in text.char_indices() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('{', None) => {
                depth += 1;
                start = if depth == 1 { at + 1 } else { start };
            }
            ('}', None) => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    all.push(text[start..at].trim());
                }
            }
            (',' | ' ', None) => {}
            (_, None) if depth == 0 => return None,
            ('"' | '\'', None) => quote = Some(c),
            _ => {}
        }
    }
    (depth == 0 && quote.is_none() && !all.is_empty()).then_some(all)
}

/// A verdict that some rules give, and when they do.
struct Node {
    word: &'static str,
    lines: Vec<String>,
}

/// What a picture shows: what is asked again, and how it can end.
struct Picture {
    again: Vec<Node>,
    ends: Vec<Node>,
}

impl Picture {
    fn of(operation: &Operation) -> Self {
        let mut picture = Picture { again: Vec::new(), ends: Vec::new() };
        for (word, verdict) in Verdict::ALL {
            let rules = operation.reading.rules.iter().enumerate().filter(|(_, rule)| rule.verdict == verdict);
            let lines: Vec<_> = rules.flat_map(|(at, rule)| lines(at, rule)).collect();
            if lines.is_empty() {
                continue;
            }
            match verdict.is_settled() || verdict == Verdict::RequestError {
                true => picture.ends.push(Node { word, lines }),
                false => picture.again.push(Node { word, lines }),
            }
        }
        picture
    }
}

/// A rule in short: its number in the decision table, its facts, and what stands beside its verdict.
fn lines(at: usize, rule: &Rule) -> Vec<String> {
    let facts = facts(rule);
    let mut lines: Vec<_> =
        facts.iter().take(MAX_LINES).map(|facts| format!("or {}", shorten(&visible(facts)))).collect();
    if facts.len() > MAX_LINES {
        lines.push("or …".to_owned());
    }
    if let Some(first) = lines.first_mut() {
        *first = format!("{}. {}", at + 1, first.trim_start_matches("or "));
    }
    if let (Some(last), [_, ..]) = (lines.last_mut(), modifiers(rule).as_slice()) {
        last.push_str(&format!(" ({})", modifiers(rule).join(", ")));
    }
    lines
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(MAX_LINE) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Without characters that no picture can hold.
fn visible(text: &str) -> String {
    crate::diagnostic::visible(text).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// The states of an operation as Mermaid's `stateDiagram-v2`. Each state has the rules that give it below its name.
///
/// States that are asked again stand in one frame: each of them can follow each, and every end can follow each of them.
pub fn mermaid(operation: &Operation) -> String {
    let picture = Picture::of(operation);
    let mut text = String::from("stateDiagram-v2\n    direction LR\n");
    let mut add = |line: String| {
        text.push_str("    ");
        text.push_str(&line);
        text.push('\n');
    };
    let described = |node: &Node| {
        let lines = node.lines.iter().map(|line| format!("{} : {}", node.word, escape_mermaid(line)));
        let name = format!("{0} : {0}", node.word);
        std::iter::once(name).chain(lines).collect::<Vec<_>>()
    };
    let start = match picture.again.is_empty() {
        true => "[*]",
        false => {
            add("state \"asked again\" as waiting {".to_owned());
            picture.again.iter().flat_map(described).for_each(|line| add(format!("    {line}")));
            for (at, node) in picture.again.iter().enumerate() {
                for other in &picture.again[at + 1..] {
                    add(format!("    {} --> {}", node.word, other.word));
                    add(format!("    {} --> {}", other.word, node.word));
                }
            }
            add("}".to_owned());
            add("[*] --> waiting".to_owned());
            "waiting"
        }
    };
    for node in &picture.ends {
        described(node).into_iter().for_each(&mut add);
        add(format!("{start} --> {}", node.word));
        add(format!("{} --> [*]", node.word));
    }
    text
}

/// Text in which nothing means anything to Mermaid.
fn escape_mermaid(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            ' ' | '.' | ',' | '_' | '(' | ')' | '…' => escaped.push(c),
            c if c.is_alphanumeric() => escaped.push(c),
            c => escaped.push_str(&format!("#{};", u32::from(c))),
        }
    }
    escaped
}

/// Sizes of the picture, in pixels.
mod size {
    /// Of letters.
    pub(super) const FONT: u32 = 12;
    /// The width of ten letters.
    pub(super) const TEN_LETTERS: usize = 73;
    /// From one line to the next.
    pub(super) const LINE: usize = 17;
    /// Around text.
    pub(super) const PADDING: usize = 10;
    /// Between boxes.
    pub(super) const GAP: usize = 22;
    /// Of the name of the frame.
    pub(super) const TITLE: usize = 24;
    /// Between the columns.
    pub(super) const ARROWS: usize = 64;
    /// Around the picture.
    pub(super) const MARGIN: usize = 16;
    /// Of the dot that it starts with, and the arrow behind it.
    pub(super) const START: usize = 44;
}

/// What stands above the states that are asked again.
const AGAIN: &str = "asked again, each can follow each";

/// The states of an operation as an SVG, which can be read on light and dark ground and needs no font of its own.
///
/// On the left are the states that are asked again, on the right the ends, each with the rules that give it.
pub fn svg(operation: &Operation) -> String {
    use size::{ARROWS, GAP, MARGIN, PADDING, START, TITLE};
    let picture = Picture::of(operation);
    let (again, ends) = (column(&picture.again), column(&picture.ends));
    let again_width = if picture.again.is_empty() { 0 } else { again.width.max(text_width(AGAIN)) };
    let frame = match picture.again.is_empty() {
        true => (0, 0),
        false => (again_width + 2 * PADDING, again.height + TITLE + PADDING),
    };
    let height = frame.1.max(ends.height).max(2 * GAP);
    let frame_x = MARGIN + START;
    let frame_y = MARGIN + (height - frame.1) / 2;
    let ends_x = frame_x + frame.0 + ARROWS;
    let ends_y = MARGIN + (height - ends.height) / 2;
    let width = ends_x + ends.width + MARGIN;
    let middle = MARGIN + height / 2;

    let mut svg = Svg::new(width, height + 2 * MARGIN, &format!("The states of {}", visible(&operation.name.value)));
    svg.dot(MARGIN + 6, middle);
    let arrows_x = match picture.again.is_empty() {
        true => MARGIN + 12,
        false => {
            svg.arrow((MARGIN + 12, middle), (frame_x, middle));
            svg.frame(frame_x, frame_y, frame.0, frame.1);
            svg.text(frame_x + PADDING, frame_y + 16, AGAIN, "font-style=\"italic\"");
            let tops = svg.boxes(&picture.again, frame_x + PADDING, frame_y + TITLE, again_width, "");
            for (_, bottom) in tops.iter().rev().skip(1) {
                svg.both_ways(frame_x + PADDING + again_width / 2, *bottom, *bottom + GAP);
            }
            frame_x + frame.0
        }
    };
    let sides = svg.boxes(&picture.ends, ends_x, ends_y, ends.width, "stroke-width=\"2\"");
    for (top, bottom) in sides {
        svg.arrow((arrows_x, middle), (ends_x, top + (bottom - top) / 2));
    }
    svg.finish()
}

/// The size of boxes that stand below each other.
struct Column {
    width: usize,
    height: usize,
}

fn column(nodes: &[Node]) -> Column {
    let lines = nodes.iter().flat_map(|node| node.lines.iter().map(String::as_str).chain([node.word]));
    let width = lines.map(text_width).max().map_or(0, |width| width + 2 * size::PADDING);
    let heights: usize = nodes.iter().map(box_height).sum();
    Column { width, height: heights + size::GAP * nodes.len().saturating_sub(1) }
}

fn box_height(node: &Node) -> usize {
    size::LINE * (node.lines.len() + 1) + size::PADDING
}

/// The width of a text, on the safe side for letters that are no ASCII.
fn text_width(text: &str) -> usize {
    let letters: usize = text.chars().map(|c| if c.is_ascii() || c == '…' { 1 } else { 2 }).sum();
    (letters * size::TEN_LETTERS).div_ceil(10)
}

/// An SVG in the making.
struct Svg(String);

impl Svg {
    fn new(width: usize, height: usize, title: &str) -> Self {
        let title = escape_xml(title);
        let font = size::FONT;
        // Colours of its own, so that it can be read where nothing else says on which ground it stands.
        let dark = "@media (prefers-color-scheme: dark) { .settled-states { color: #e6edf3 } \
                    .settled-states .card { fill: #161b22 } }";
        Svg(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"settled-states\" role=\"img\" aria-label=\"{title}\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" color=\"#1f2328\" fill=\"none\" \
             stroke=\"currentColor\" font-family=\"ui-monospace, monospace\" font-size=\"{font}\">\n\
             <title>{title}</title>\n<style>{dark}</style>\n\
             <rect class=\"card\" width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#ffffff\" stroke=\"none\"/>\n"
        ))
    }

    fn add(&mut self, element: &str) {
        self.0.push_str(element);
        self.0.push('\n');
    }

    fn text(&mut self, x: usize, y: usize, text: &str, more: &str) {
        let space = if more.is_empty() { "" } else { " " };
        let text = escape_xml(text);
        self.add(&format!(
            "<text x=\"{x}\" y=\"{y}\" fill=\"currentColor\" stroke=\"none\"{space}{more}>{text}</text>"
        ));
    }

    fn dot(&mut self, x: usize, y: usize) {
        self.add(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"6\" fill=\"currentColor\"/>"));
    }

    fn frame(&mut self, x: usize, y: usize, width: usize, height: usize) {
        self.add(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"10\" stroke-dasharray=\"4 3\"/>"
        ));
    }

    /// Draws boxes below each other, and says where each starts and ends.
    fn boxes(&mut self, nodes: &[Node], x: usize, y: usize, width: usize, more: &str) -> Vec<(usize, usize)> {
        let mut sides = Vec::new();
        let mut top = y;
        for node in nodes {
            let height = box_height(node);
            let space = if more.is_empty() { "" } else { " " };
            self.add(&format!(
                "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"6\"{space}{more}/>"
            ));
            self.text(x + size::PADDING, top + size::LINE, node.word, "font-weight=\"bold\"");
            for (at, line) in node.lines.iter().enumerate() {
                self.text(x + size::PADDING, top + size::LINE * (at + 2), line, "");
            }
            sides.push((top, top + height));
            top += height + size::GAP;
        }
        sides
    }

    fn arrow(&mut self, from: (usize, usize), to: (usize, usize)) {
        let ((x, y), (to_x, to_y)) = (from, to);
        let (middle, tip) = ((x + to_x) / 2, to_x - 6);
        self.add(&format!("<path d=\"M{x} {y} C{middle} {y} {middle} {to_y} {tip} {to_y}\"/>"));
        let (above, below) = (to_y - 4, to_y + 4);
        self.head(&format!("M{to_x} {to_y} L{} {above} L{} {below} Z", to_x - 8, to_x - 8));
    }

    /// A vertical arrow with two heads.
    fn both_ways(&mut self, x: usize, top: usize, bottom: usize) {
        self.add(&format!("<path d=\"M{x} {} L{x} {}\"/>", top + 4, bottom - 4));
        self.head(&format!("M{x} {top} L{} {} L{} {} Z", x - 4, top + 7, x + 4, top + 7));
        self.head(&format!("M{x} {bottom} L{} {} L{} {} Z", x - 4, bottom - 7, x + 4, bottom - 7));
    }

    fn head(&mut self, path: &str) {
        self.add(&format!("<path d=\"{path}\" fill=\"currentColor\" stroke=\"none\"/>"));
    }

    fn finish(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }
}

/// Text in which nothing means anything to XML.
fn escape_xml(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{alternatives, escape_mermaid, escape_xml};

    #[test]
    fn text_of_a_spec_stays_text() {
        assert_eq!(escape_mermaid("a: \"<b>\"; %% --> x"), "a#58; #34;#60;b#62;#34;#59; #37;#37; #45;#45;#62; x");
        assert_eq!(escape_xml("<script>&'\""), "&lt;script&gt;&amp;&#39;&quot;");
    }

    #[test]
    fn each_way_in_which_a_rule_holds_is_a_line() {
        assert_eq!(alternatives("{ a: { any: { b: c } } }").unwrap(), ["a: { any: { b: c } }"]);
        assert_eq!(alternatives("{ a: \"}, {\" }").unwrap(), ["a: \"}, {\""]);
        assert_eq!(alternatives("{ a: b }, { c: [d, e] }").unwrap(), ["a: b", "c: [d, e]"]);
        assert_eq!(alternatives("a: b"), None);
        assert_eq!(alternatives("{ a: \"b }"), None);
    }
}
