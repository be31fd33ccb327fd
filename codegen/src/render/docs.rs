//! Docs from what authors wrote. Text of a spec is shown, never run and never taken as HTML.

use std::time::Duration;

use proc_macro2::TokenStream;
use quote::quote;

use crate::check::show;
use crate::diagram::svg;
use crate::model::{Docs, Limits, Operation, Part, Per, Vendor};

/// Doc attributes of some lines.
pub(super) fn lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let lines = lines.into_iter().map(|line| match line.is_empty() {
        true => String::new(),
        // A line break in here would start a paragraph, whose indentation could make it code.
        false => format!(" {}", clean(line).replace('\n', " ")),
    });
    quote!(#(#[doc = #lines])*)
}

/// One line of our own words.
pub(super) fn line(text: &str) -> TokenStream {
    lines([text])
}

/// What an author wrote, or else a sentence of ours.
pub(super) fn about(about: Option<&str>, otherwise: &str) -> TokenStream {
    match about {
        Some(about) => lines(plain(about).lines()),
        None => line(otherwise),
    }
}

/// The docs of a vendor's module.
pub(super) fn vendor(vendor: &Vendor) -> TokenStream {
    let mut text = format!("{}.\n\n", plain(&vendor.name));
    push_docs(&mut text, &vendor.about);
    if let Some(date) = &vendor.checked {
        text.push_str(&format!("Compared with the vendor's documents on {}.\n\n", plain(date)));
    }
    text.push_str(&format!("Generated from {}.\n", code(&vendor.path)));
    lines(text.lines())
}

/// The path of an operation, its parameters as names.
pub(super) fn path(vendor: &Vendor, operation: &Operation) -> String {
    let part = |part: &Part| match part {
        Part::Plain(text) => text.clone(),
        Part::Input(at) => format!("{{{}}}", operation.inputs[*at].name),
        Part::Setting(at) => format!("{{{}}}", vendor.settings[*at].name),
        Part::Value(at) => format!("{{{}}}", operation.values[*at].name),
        Part::Token(token, _) => format!("{{{}}}", vendor.tokens[*token].operation.name.value),
        Part::Request(_) | Part::Reply(_) | Part::ReplyBody | Part::Parsed(_) => String::new(),
    };
    operation.path.0.iter().map(part).collect()
}

/// The docs of an operation's builder.
pub(super) fn operation(vendor: &Vendor, operation: &Operation) -> TokenStream {
    let mut text = String::new();
    push_docs(&mut text, &operation.about);
    if text.is_empty() {
        text.push_str(&format!("The operation {}.\n\n", code(&operation.name.value)));
    }
    let method = format!("{:?}", operation.method).to_uppercase();
    text.push_str(&format!("{}\n\n", code(&format!("{method} {}", path(vendor, operation)))));
    if !operation.safe_to_repeat {
        text.push_str("Asking again changes something at the vendor, so it can be sent, once, and not waited for.\n\n");
    }
    if !operation.reading.rules.is_empty() {
        text.push_str("| a reply in which | means |\n|---|---|\n");
        for rule in &operation.reading.rules {
            let facts = code(&rule.text).replace('|', "\\|");
            let partial = if rule.partial { ", partial" } else { "" };
            let revisable = if rule.revisable { ", revisable" } else { "" };
            text.push_str(&format!("| {facts} | {}{partial}{revisable} |\n", rule.verdict.as_str()));
        }
        text.push_str(
            "\nThe first line that holds decides. A reply without the declared shape is a fault, not a state.\n\n",
        );
        text.push_str(&picture(&svg(operation)));
    }
    lines(text.lines())
}

/// A picture that needs no file beside the docs.
fn picture(svg: &str) -> String {
    let mut data = String::new();
    for byte in svg.bytes() {
        match byte {
            // All else would end the link, or mean something in an address.
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b',' => data.push(byte.into()),
            byte => data.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("![What can follow what](data:image/svg+xml,{data})\n")
}

/// How an operation is waited for, unless a caller says otherwise.
pub(super) fn pace(operation: &Operation) -> TokenStream {
    let Some(poll) = &operation.poll else { return TokenStream::new() };
    let first = match poll.first.filter(|first| !first.is_zero()) {
        Some(first) => format!("after {}", show(first)),
        None => "at once".to_owned(),
    };
    let every = poll.every.unwrap_or(Duration::from_secs(5));
    let grows = match (poll.grow.filter(|grow| *grow > 1.0), poll.at_most) {
        (Some(grow), Some(at_most)) => format!(", growing {grow} times each time up to {}", show(at_most)),
        _ => String::new(),
    };
    let jitter = match poll.jitter.filter(|jitter| *jitter > 0.0) {
        Some(jitter) => format!(", and up to {:.0} % more at random", jitter * 100.0),
        None => String::new(),
    };
    let tries = poll.tries.map_or(String::new(), |tries| format!(" or {tries} requests"));
    let mut limit = limits(&operation.limits);
    if let Some(kept) = operation.kept {
        limit.push_str(&format!(" The vendor remembers a job for {}.", show(kept)));
    }
    let text = format!(
        "Unless said otherwise on the wait, it asks {first}, then every {}{grows}{jitter}, and gives up after {}{tries}.{limit}",
        show(every),
        show(poll.deadline),
    );
    lines([
        text.as_str(),
        "",
        "The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,",
        "`Unverified`, `Credential`, `Input` or `Cancelled`.",
    ])
}

/// What the vendor allows.
fn limits(limits: &Limits) -> String {
    let mut text = String::new();
    let interval = show(limits.min_interval);
    match limits.per {
        _ if limits.min_interval.is_zero() => {}
        Per::Client => {
            text.push_str(&format!(" Never sooner than {interval} after the last call of this client or a clone."));
        }
        Per::Operation => {
            let of = "of this operation by this client or a clone";
            text.push_str(&format!(" Never sooner than {interval} after the last call {of}."));
        }
        Per::Job => text.push_str(&format!(" Never sooner than {interval} after the last request of the same wait.")),
    }
    let calls = |own: bool| if own { "calls of this operation" } else { "calls" };
    for rate in &limits.rates {
        let (most, calls, per) = (rate.calls, calls(limits.own_rates), show(rate.per));
        text.push_str(&format!(" Never more than {most} {calls} per {per}, all clones together."));
    }
    if let Some(most) = limits.concurrent {
        let calls = calls(limits.own_concurrent);
        text.push_str(&format!(" Never more than {most} {calls} at once, all clones together."));
    }
    text
}

fn push_docs(text: &mut String, docs: &Docs) {
    if let Some(about) = &docs.about {
        text.push_str(&format!("{}\n\n", plain(about).trim_end()));
    }
    if let Some(link) = &docs.link {
        text.push_str(&format!("Source: {}\n\n", code(link)));
    }
    if !docs.unsure.is_empty() {
        text.push_str("What the vendor's documents leave open:\n\n");
        for one in &docs.unsure {
            text.push_str(&format!("- {}\n", plain(one).replace('\n', " ")));
        }
        text.push('\n');
    }
}

/// Text as code: nothing in it means anything.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", clean(text).replace('`', "'").replace('\n', " "))
}

/// Text as it is, with everything that Markdown would run, link or take as HTML made harmless. Code in single backticks
/// stays code.
pub(super) fn plain(text: &str) -> String {
    let text = clean(text);
    let paragraphs: Vec<_> = text.split("\n\n").map(paragraph).collect();
    paragraphs.join("\n\n")
}

fn paragraph(text: &str) -> String {
    let mut plain = String::new();
    // Indented lines would be code, and code in docs is run.
    for (at, line) in text.lines().map(str::trim_start).enumerate() {
        if at > 0 {
            plain.push('\n');
        }
        // Code needs its closing backtick, on the same line, since another line may start another block; fences are no
        // code here, so that no doc test comes from a spec.
        let has_code = line.matches('`').count().is_multiple_of(2) && !line.contains("``");
        let mut in_code = false;
        for c in line.chars() {
            match c {
                '`' if has_code => {
                    in_code = !in_code;
                    plain.push('`');
                }
                c if in_code => plain.push(c),
                '<' => plain.push_str("&lt;"),
                '>' => plain.push_str("&gt;"),
                '&' => plain.push_str("&amp;"),
                // A bare link is a warning of rustdoc.
                ':' if line.contains("://") => plain.push_str("\\:"),
                '`' | '[' | ']' | '~' | '|' | '\\' => plain.extend(['\\', c]),
                c => plain.push(c),
            }
        }
    }
    plain
}

/// Without control characters, and without those that turn the direction of text.
fn clean(text: &str) -> String {
    let is_bidi = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    text.chars().filter(|c| *c == '\n' || !(c.is_control() || is_bidi(*c))).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn text_stays_text() {
        assert_eq!(plain("a `code <T>` and <b>"), "a `code <T>` and &lt;b&gt;");
        assert_eq!(plain("```\nfs::remove()\n```"), "\\`\\`\\`\nfs::remove()\n\\`\\`\\`");
        assert_eq!(plain("one ` backtick <b>"), "one \\` backtick &lt;b&gt;");
        assert_eq!(plain("a\n\n    indented()"), "a\n\nindented()");
        assert_eq!(plain("[link](javascript:x)\u{202e}\u{7}"), "\\[link\\](javascript:x)");
    }
}
