//! What the command says, and how it ends.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use serde_json::Value;
use settled_codegen::diagnostic::visible;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    /// Nothing is wrong.
    Fine = 0,
    /// Specs have mistakes.
    Mistakes = 1,
    /// The command was used wrongly, or files cannot be read.
    Unusable = 2,
}

/// What a command found out.
#[derive(Debug)]
pub(crate) struct Answer {
    /// For standard output, with its colours.
    pub(crate) text: String,
    /// What the process ends with.
    pub(crate) end: End,
}

impl Answer {
    /// An answer where nothing is wrong.
    pub(crate) fn fine(text: String) -> Self {
        Answer { text, end: End::Fine }
    }

    /// A JSON document where nothing is wrong.
    pub(crate) fn json(value: &Value) -> Self {
        Answer::fine(json(value))
    }

    /// Prints it. Whoever stops reading early has seen enough.
    pub(crate) fn print(&self) -> ExitCode {
        let mut out = anstream::stdout().lock();
        drop(out.write_all(self.text.as_bytes()).and_then(|()| out.flush()));
        ExitCode::from(self.end as u8)
    }
}

/// Why a command cannot do what it was asked.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It was used wrongly, or a file cannot be read: a sentence, and the way out.
    Usage(String, Option<String>),
    /// The spec has mistakes; this is how they are told.
    Report(String, End),
}

impl Refusal {
    /// A wrong use, and the way out. Text of users stands in backticks and is shown as it is.
    pub(crate) fn usage(what: impl Into<String>, help: impl Into<String>) -> Self {
        Refusal::Usage(visible(&what.into()), Some(visible(&help.into())))
    }

    /// Prints it on standard error.
    pub(crate) fn print(&self) -> ExitCode {
        let (text, end) = match self {
            Refusal::Usage(what, help) => {
                let (error, note) = (style(AnsiColor::BrightRed), Style::new().bold());
                let mut text = format!("{error}error{error:#}{note}: {what}{note:#}\n");
                if let Some(help) = help {
                    text.push_str(&format!("  {note}= help{note:#}: {help}\n"));
                }
                (text, End::Unusable)
            }
            Refusal::Report(text, end) => (format!("{text}\n"), *end),
        };
        let mut out = anstream::stderr().lock();
        drop(out.write_all(text.as_bytes()));
        ExitCode::from(end as u8)
    }
}

/// Bold, in a colour.
pub(crate) fn style(color: AnsiColor) -> Style {
    color.on_default().bold()
}

/// A JSON document in which no character moves a terminal's cursor.
pub(crate) fn json(value: &Value) -> String {
    let mut text = String::new();
    for c in format!("{value:#}").chars() {
        // Outside texts, a document has no such character but its own line breaks.
        match c == '\n' || visible(c.encode_utf8(&mut [0; 4])).starts_with(c) {
            true => text.push(c),
            false => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    text.push('\n');
    text
}

/// One line, below the header.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::new('─', '─', '─', '─'));

/// A table without borders, as wide as the terminal; not bound to any width where there is no terminal.
pub(crate) fn table<const N: usize>(header: [&str; N], rows: Vec<[String; N]>) -> String {
    let mut table = Table::new();
    table.load_style(STYLE).set_header(header);
    if let Some((terminal_size::Width(width), _)) = terminal_size::terminal_size() {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for row in rows {
        table.add_row(row.map(|cell| cell.lines().map(visible).collect::<Vec<_>>().join("\n")));
    }
    let lines: Vec<_> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// A length of time as specs write it.
pub(crate) fn time(time: Duration) -> String {
    let millis = time.as_millis();
    let units = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s")];
    match units.into_iter().find(|(unit, _)| millis.is_multiple_of(*unit) && millis > 0) {
        Some((unit, name)) => format!("{}{name}", millis / unit),
        None => format!("{millis}ms"),
    }
}

/// A length of time for JSON.
pub(crate) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// `1 spec`, `2 specs`.
pub(crate) fn count(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::json;

    #[test]
    fn a_document_holds_nothing_that_a_terminal_obeys_and_says_the_same() {
        let value = json!({ "text": "\u{1b}[2J \u{9b}31m \u{202e} ä \u{1f600}" });
        let text = json(&value);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n') && !text.contains('\u{202e}'), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
