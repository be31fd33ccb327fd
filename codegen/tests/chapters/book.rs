//! The book: every page is in its summary, every link leads somewhere.

use std::fs;
use std::path::Path;

use crate::chapter::docs;

/// The pages of the summary in its order: what the summary calls them, and their files.
pub(crate) fn summary() -> Vec<(String, String)> {
    let text = read("SUMMARY.md");
    let pages: Vec<_> = links(&text).into_iter().map(|(title, target)| (title.to_owned(), target.to_owned())).collect();
    assert!(!pages.is_empty(), "SUMMARY.md has no pages");
    pages
}

/// All files of the book below the folder `docs`, the summary aside.
pub(crate) fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    find(&docs(), "", &mut pages);
    pages.retain(|page| page != "SUMMARY.md");
    pages.sort();
    pages
}

fn find(folder: &Path, prefix: &str, pages: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            find(&entry.path(), &format!("{name}/"), pages);
        } else if name.ends_with(".md") {
            pages.push(name);
        }
    }
}

pub(crate) fn read(page: &str) -> String {
    fs::read_to_string(docs().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

/// The first line of a page without its `# `.
pub(crate) fn title(text: &str) -> &str {
    let first = text.lines().next().unwrap_or_default();
    first.strip_prefix("# ").unwrap_or_else(|| panic!("the first line is no title: {first}"))
}

/// Checks that the links of a page lead to files that are there, and to headings that they have.
pub(crate) fn check_links(page: &str, text: &str) -> usize {
    let folder = Path::new(page).parent().unwrap_or(Path::new(""));
    let mut checked = 0;
    for (_, link) in links(text).into_iter().filter(|(_, link)| !link.starts_with("https://")) {
        let (path, heading) = link.split_once('#').unwrap_or((link, ""));
        let file = if path.is_empty() { docs().join(page) } else { docs().join(folder).join(path) };
        let found = fs::read_to_string(&file);
        let found = found.unwrap_or_else(|error| panic!("{page}: `{link}` leads nowhere: {error}"));
        assert!(heading.is_empty() || headings(&found).contains(&heading.to_owned()), "{page}: no heading `{link}`");
        checked += 1;
    }
    checked
}

/// Links outside code: `[title](target)`.
fn links(text: &str) -> Vec<(&str, &str)> {
    let mut links = Vec::new();
    let mut is_code = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        }
        let mut rest = if is_code { "" } else { line };
        while let Some((before, behind)) = rest.split_once("](") {
            let (target, behind) = behind.split_once(')').unwrap_or((behind, ""));
            links.push((before.rsplit_once('[').map_or(before, |(_, title)| title), target));
            rest = behind;
        }
    }
    links
}

/// What the headings of a page are called in links.
fn headings(text: &str) -> Vec<String> {
    let mut is_code = false;
    let mut all = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        }
        if let (false, true) = (is_code, line.starts_with('#')) {
            let words = line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
            all.push(words.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect());
        }
    }
    all
}
