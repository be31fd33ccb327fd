//! Reads back a path.

use settled_codegen::model::{InputKind, Operation, Part, Text};

use super::binding::Binding;
use super::wire::Sees;

impl Binding<'_> {
    /// Reads back a path. `None` where it is no path of this operation.
    pub(super) fn of_path(self, path: &[String]) -> Option<Self> {
        let template = segments(&self.operation.path);
        let is_tail: Vec<_> = template.iter().map(|text| has_tail(self.operation, text)).collect();
        cuts(&is_tail, path.len()).into_iter().find_map(|cut| self.clone().of_segments(&template, &is_tail, &cut, path))
    }

    fn of_segments(mut self, template: &[Text], is_tail: &[bool], cut: &[usize], path: &[String]) -> Option<Self> {
        let mut from = 0;
        for (at, text) in template.iter().enumerate() {
            let given = &path[from..from + cut[at]];
            from += cut[at];
            // A slash inside a segment came escaped, and what climbs is nobody's.
            let is_segment = |segment: &String| !segment.contains('/') && !matches!(segment.as_str(), "" | "." | "..");
            if is_tail[at] && !given.iter().all(is_segment) {
                return None;
            }
            let given = given.join("/");
            if given.is_empty() && !text.0.is_empty() {
                return None;
            }
            self.bind(text, &given, Sees::All);
            if self.text(text).as_ref() != Some(&given) {
                return None;
            }
        }
        Some(self)
    }
}

/// How much of a path is left open: the path that says most has the least.
pub(super) fn openness(operation: &Operation) -> (usize, usize) {
    let parts = || operation.path.0.iter();
    let tails = parts().filter(|part| is_tail(operation, part)).count();
    (tails, parts().filter(|part| !matches!(part, Part::Plain(_))).count())
}

fn has_tail(operation: &Operation, text: &Text) -> bool {
    text.0.iter().any(|part| is_tail(operation, part))
}

fn is_tail(operation: &Operation, part: &Part) -> bool {
    matches!(part, Part::Input(at) if operation.inputs[*at].kind == InputKind::PathTail)
}

/// All ways to give each segment of a template its segments of a path: one, or one and more where it is a tail.
fn cuts(is_tail: &[bool], length: usize) -> Vec<Vec<usize>> {
    let Some((first, others)) = is_tail.split_first() else {
        return if length == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    let most = if *first { length.saturating_sub(others.len()) } else { 1.min(length) };
    let with = |count: usize| {
        let others = cuts(others, length - count);
        others.into_iter().map(move |other| [&[count], other.as_slice()].concat())
    };
    (1..=most).flat_map(with).collect()
}

/// A path, cut at its slashes.
fn segments(path: &Text) -> Vec<Text> {
    let mut segments = vec![Text::default()];
    for part in &path.0 {
        let Part::Plain(plain) = part else {
            segments.last_mut().into_iter().for_each(|last| last.0.push(part.clone()));
            continue;
        };
        for (at, piece) in plain.split('/').enumerate() {
            if at > 0 {
                segments.push(Text::default());
            }
            if !piece.is_empty() {
                segments.last_mut().into_iter().for_each(|last| last.0.push(Part::Plain(piece.to_owned())));
            }
        }
    }
    segments
}
