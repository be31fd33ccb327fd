//! The code blocks of a document, and the specs that they add up to.

/// One fenced block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block<'d> {
    /// The line of its fence, counted from one.
    pub(crate) line: usize,
    /// What stands behind the fence.
    pub(crate) info: &'d str,
    /// What stands in it.
    pub(crate) text: &'d str,
    /// Where that starts in the document.
    pub(crate) start: usize,
}

/// All blocks of a document. Whatever could be one and is none is refused.
pub(crate) fn blocks(document: &str) -> Vec<Block<'_>> {
    let mut all = Vec::new();
    let mut open: Option<(usize, &str, usize)> = None;
    let mut start = 0;
    for (at, line) in document.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        match (open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((at + 1, info.trim(), end)),
            (Some((line, info, from)), Some(rest)) if rest.trim().is_empty() => {
                all.push(Block { line, info, text: &document[from..start], start: from });
                open = None;
            }
            (Some(_), _) => {}
            (None, None) => {
                let text = line.trim_start();
                let hidden = text.starts_with("```") || text.starts_with("~~~") || line.starts_with("    ");
                assert!(!hidden, "line {}: a block that is not fenced at the margin", at + 1);
            }
        }
        start = end;
    }
    assert!(open.is_none(), "a block is not closed: {open:?}");
    all
}

/// Keys of a part that belong to the vendor; all others belong to its one operation.
const OF_THE_VENDOR: &[&str] = &["servers", "hosts", "settings", "types", "tokens", "errors", "jobs"];

/// A spec of one operation, as a document has put it together so far.
#[derive(Debug, Clone)]
pub(crate) struct Spec {
    /// Its text.
    pub(crate) text: String,
}

impl Spec {
    /// The module that the vendor's name makes.
    pub(crate) fn module(&self) -> String {
        let name = self.text.lines().find_map(|line| line.strip_prefix("vendor: "));
        let name = name.expect("a spec has a line `vendor: `").split(" #").next().unwrap_or_default();
        name.trim().to_lowercase().replace(' ', "_")
    }

    /// Where it would stand.
    pub(crate) fn path(&self) -> String {
        format!("specs/{}.yaml", self.module())
    }

    /// The spec with other rules, or with other keys in the place of those that it has.
    pub(crate) fn with(&self, part: &str) -> Spec {
        let part = match part.starts_with("- ") {
            true => format!("states:\n{}", indented(part, 2)),
            false => part.to_owned(),
        };
        sections(&part).into_iter().fold(self.clone(), |spec, section| {
            let (key, _) = section.split_once(':').expect("a key");
            match OF_THE_VENDOR.contains(&key) {
                true => spec.with_of_vendor(key, &section),
                false => spec.with_of_operation(key, &section),
            }
        })
    }

    /// The spec with other keys in the place of those that the vendor has.
    #[allow(dead_code, reason = "the tests of the command know no such block")]
    pub(crate) fn with_vendor(&self, part: &str) -> Spec {
        sections(part).into_iter().fold(self.clone(), |spec, section| {
            let (key, _) = section.split_once(':').expect("a key");
            spec.with_of_vendor(key, &section)
        })
    }

    fn with_of_operation(&self, key: &str, section: &str) -> Spec {
        let (_, operations) = self.text.split_once("\noperations:\n").expect("operations");
        let names = operations.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        assert_eq!(names.count(), 1, "a part needs a spec of one operation");
        self.with_section(key, section, 4, "")
    }

    fn with_of_vendor(&self, key: &str, section: &str) -> Spec {
        self.with_section(key, section, 0, "operations:")
    }

    fn with_section(&self, key: &str, section: &str, depth: usize, end: &str) -> Spec {
        let head = format!("{}{key}:", " ".repeat(depth));
        let lines: Vec<&str> = self.text.lines().collect();
        let new = indented(section, depth);
        let mut text = String::new();
        let mut put = false;
        let mut skipping = false;
        for line in lines {
            skipping &= line.is_empty() || line.starts_with(&" ".repeat(depth + 1));
            let here = line.starts_with(&head) || (!end.is_empty() && line == end);
            if here && !put {
                text.push_str(&new);
                put = true;
                skipping = line.starts_with(&head);
            }
            if !skipping {
                text.push_str(line);
                text.push('\n');
            }
        }
        if !put {
            text.push_str(&new);
        }
        Spec { text }
    }
}

/// The pieces of a text that start at the margin.
fn sections(part: &str) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    for line in part.lines() {
        if !line.starts_with(' ') {
            sections.push(String::new());
        }
        let section = sections.last_mut().expect("a part starts at the margin");
        section.push_str(line);
        section.push('\n');
    }
    sections
}

fn indented(text: &str, by: usize) -> String {
    text.lines().map(|line| format!("{}{line}\n", " ".repeat(by))).collect()
}
