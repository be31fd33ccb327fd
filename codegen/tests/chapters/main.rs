//! The documents say what is so. A block's fence tells what it is:
//!
//! | fence | what is checked |
//! |---|---|
//! | `yaml spec` | a whole spec without a mistake; what follows speaks of it |
//! | `yaml part` | rules, or keys, that take the place of those of that spec; again without a mistake |
//! | `yaml part of the vendor` | likewise, and keys that an operation can have too are the vendor's |
//! | `yaml wrong` | the same with mistakes, told by the `text error` that follows, word for word |
//! | `text replies` | what replies to that spec's operation mean, one a line; of several operations it names one |
//! | `rust` | a piece of a program that uses that spec's client: it parses, and the names that it uses are there |
//! | `console` | by the tests of the command |
//! | `sh` | nothing: commands for a reader's own machine |
//!
//! Any other fence is a failure. `UPDATE=1` rewrites what is told of mistakes.
//!
//! Every page of the book is in `SUMMARY.md`, and every page of `docs/tasks` has a spec.

mod blocks;
mod book;
mod chapter;
mod replies;
mod rust;

use std::collections::BTreeSet;

use chapter::{Chapter, Checked};

/// The keys of a record in the schema.
fn keys(of: &str) -> BTreeSet<String> {
    fn find(value: &serde_json::Value) -> BTreeSet<String> {
        let own = value["properties"].as_object().into_iter().flat_map(|keys| keys.keys().cloned());
        let below = value["anyOf"].as_array().into_iter().flatten().flat_map(find);
        own.chain(below).collect()
    }
    let schema = settled_codegen::schema();
    let keys = find(&schema["$defs"][of]);
    assert!(!keys.is_empty(), "the schema has no `{of}`");
    keys
}

/// The names of all records in the schema that have keys.
fn records() -> Vec<String> {
    let schema = settled_codegen::schema();
    let all = schema["$defs"].as_object().expect("definitions");
    let mut names: Vec<_> = all.keys().cloned().collect();
    names.retain(|name| all[name]["properties"].is_object());
    names
}

#[test]
fn writing_rules_is_right_and_leaves_nothing_out() {
    let chapter = Chapter::named("writing-rules.md");
    let Checked { specs, parts, mistakes, replies, transcripts, .. } = chapter.checked;
    assert!(specs >= 10 && parts >= 2 && mistakes >= 20 && replies >= 80 && transcripts >= 3);
    for key in keys("Rule").into_iter().chain(keys("Matcher")) {
        assert!(chapter.all.contains(&format!("{key}:")), "`{key}` is in no spec of the chapter");
    }
    let facts = ["$http:", "$header.", "$error:", "$error.", "$input.", "{reply.", "{item.", "{job_id}"];
    let words = ["present", "absent", "null", "otherwise"];
    for word in facts.into_iter().chain(words) {
        assert!(chapter.all.contains(word), "`{word}` is in no spec of the chapter");
    }
}

#[test]
fn the_ten_minutes_are_right() {
    let Checked { specs, programs, .. } = Chapter::named("ten-minutes.md").checked;
    assert_eq!((specs, programs), (1, 2));
}

#[test]
fn the_reference_is_right_and_leaves_nothing_out() {
    let chapter = Chapter::named("spec-language.md");
    let Checked { specs, parts, mistakes, replies, programs, .. } = chapter.checked;
    assert!(specs >= 7 && parts >= 9 && mistakes >= 1 && replies >= 30 && programs >= 1);
    // What is in no spec is at least named.
    let text = book::read("spec-language.md");
    for (record, key) in
        records().into_iter().flat_map(|name| keys(&name).into_iter().map(move |key| (name.clone(), key)))
    {
        let is_there = text.contains(&format!("{key}:")) || text.contains(&format!("`{key}`"));
        assert!(is_there, "the key `{key}` of `{record}` is not in the reference");
    }
    use settled_codegen::model::types::{PREFIXES, SCALARS, URL};
    use settled_codegen::model::{Encoding, JwtAlgorithm, KeyEncoding, Moment, ReplyKind};
    let types =
        SCALARS.iter().map(|(name, _)| *name).chain(PREFIXES.iter().copied()).chain([URL, "host_label", "path_tail"]);
    let words = types
        .chain(Encoding::ALL.map(|(name, _)| name))
        .chain(JwtAlgorithm::ALL.map(|(name, _)| name))
        .chain(KeyEncoding::ALL.map(|(name, _)| name))
        .chain(Moment::ALL.map(|(name, _)| name))
        .chain(ReplyKind::ALL.map(|(name, _)| name));
    for word in words {
        let is_there = text.contains(&format!("`{word}")) || chapter.all.contains(&format!(": {word}"));
        assert!(is_there, "`{word}` is not in the reference");
    }
}

#[test]
fn every_task_has_a_spec_that_builds() {
    let (mut specs, mut replies) = (0, 0);
    let pages: Vec<_> = book::pages().into_iter().filter(|page| page.starts_with("tasks/")).collect();
    assert!(pages.len() >= 23, "{pages:?}");
    for page in pages {
        let Checked { specs: has, replies: says, .. } = Chapter::named(&page).checked;
        assert!(has > 0, "{page} has no spec");
        (specs, replies) = (specs + has, replies + says);
    }
    println!("{specs} specs, {replies} replies");
}

#[test]
fn the_summary_has_every_page_once_by_its_title() {
    let summary = book::summary();
    let mut listed: Vec<_> = summary.iter().map(|(_, page)| page.clone()).collect();
    for (name, page) in &summary {
        assert_eq!(name, book::title(&book::read(page)), "{page}");
    }
    listed.sort();
    assert_eq!(listed, book::pages(), "the pages that SUMMARY.md lists, and those that there are");
}

#[test]
fn every_link_of_the_book_leads_somewhere() {
    let all = book::pages().into_iter().map(|page| book::check_links(&page, &book::read(&page)));
    assert!(all.sum::<usize>() >= 40);
}

#[test]
#[should_panic(expected = "a block of the unknown kind `yaml`")]
fn a_block_without_a_kind_is_a_failure() {
    Chapter::of("```yaml\nvendor: Acme\n```\n");
}

#[test]
#[should_panic(expected = "not fenced at the margin")]
fn a_block_that_stands_in_a_list_is_a_failure() {
    Chapter::of("- one\n  ```yaml spec\n  vendor: Acme\n  ```\n");
}

#[test]
#[should_panic(expected = "a mistake is not told")]
fn a_mistake_that_is_not_told_is_a_failure() {
    Chapter::of("```yaml wrong\nvendor: Acme\n```\n");
}

const PING: &str = "```yaml spec\nvendor: Acme\noperations:\n  ping: { get: /ping }\n```\n";

#[test]
fn a_program_may_use_what_is_there() {
    Chapter::of(&format!("{PING}```rust\nlet pong = acme::Client::builder().build()?.ping().send().await?;\n```\n"));
}

#[test]
#[should_panic(expected = "there is no `.pong` in what is generated")]
fn a_program_that_calls_what_is_not_there_is_a_failure() {
    Chapter::of(&format!("{PING}```rust\nacme.pong().send().await?;\n```\n"));
}

#[test]
#[should_panic(expected = "there is no `::Pong` in what is generated")]
fn a_program_that_names_what_is_not_there_is_a_failure() {
    Chapter::of(&format!("{PING}```rust\nacme.ping(acme::Pong).send().await?;\n```\n"));
}

#[test]
#[should_panic(expected = "this is no Rust")]
fn a_program_that_is_none_is_a_failure() {
    Chapter::of(&format!("{PING}```rust\nlet = acme;\n```\n"));
}

#[test]
#[should_panic(expected = "no heading `spec-language.md#nowhere`")]
fn a_link_to_no_heading_is_a_failure() {
    book::check_links("writing-rules.md", "[see](spec-language.md#nowhere)");
}
