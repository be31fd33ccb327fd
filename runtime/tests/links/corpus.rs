//! The corpus, and the client that it speaks of.

use http::Uri;
use settled::Hosts;

/// One link.
pub(crate) struct Line {
    pub(crate) vendor: &'static str,
    pub(crate) any: &'static str,
    pub(crate) text: String,
    pub(crate) why: &'static str,
}

pub(crate) fn lines() -> Vec<Line> {
    let lines = include_str!("corpus.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lines: Vec<Line> = lines.map(line).collect();
    assert!(lines.len() >= 150, "{} links", lines.len());
    lines
}

fn line(line: &'static str) -> Line {
    let mut columns = line.split("  ");
    let mut next = || columns.next().unwrap_or_else(|| panic!("`{line}` has too few columns"));
    let (vendor, any, text, why) = (next(), next(), next(), next());
    assert_eq!(columns.next(), None, "`{line}` has too many columns");
    let text = if text.starts_with('"') { serde_json::from_str(text).unwrap() } else { text.to_owned() };
    Line { vendor, any, text, why }
}

pub(crate) fn base() -> Uri {
    Uri::from_static("https://api.acme.example/v1/jobs/7?page=1")
}

pub(crate) fn hosts() -> Hosts {
    let servers = [
        "https://api.acme.example/v1",
        "https://files.acme.example:8443",
        "http://127.0.0.1:8080",
        "https://10.0.0.5",
        "https://[fd12:3456::1]:9443",
    ];
    Hosts::new(servers, ["*.acme.example", "cdn.acme.test", "*.store.test:8443"])
}
